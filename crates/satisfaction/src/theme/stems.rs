//! By which stems a comment is put under a theme, in English and in Spanish, without accents.
//!
//! A stem fits the beginning of a word; one that ends in a point fits a whole word; one of several words fits words that
//! follow one another. Left out on purpose, for what else they mean: "kind" (kind of), "cortes" (power cuts), "trato" (I
//! try), "park", "seguridad" and "seguro" (the service itself, insurance), "cara" (a face, or dear), "tarde" (afternoon),
//! "aspecto" (in this respect), "experience" (in my experience).

use super::Theme;

/// Words before a praise that turn it round, in English and in Spanish.
const NEGATION: [&str; 2] = [
    "not, no, never, isn, wasn, aren, weren, don, doesn, didn, cannot, couldn, won, wouldn, hardly, without, \
    less, nothing",
    "no, nunca, jamas, tampoco, sin, ni, nada, poco, poca, apenas, menos",
];

/// Of each theme: its stems in English, and in Spanish.
const STEMS: [(Theme, [&str; 2]); 13] = [
    (
        Theme::People,
        [
            "rude, polite, impolite, attitude, friendly, unfriendly, disrespect, respect, manner, behav, \
            courte, discourte, arrogan, aggress, unprofession, professional, unhelpful, helpful, greet, \
            shout, yell, insult, abrupt, smil, ignored, on his phone, on her phone, on their phone, \
            looking at the phone, tone., discriminat, racis, kindness, at their phone, chatting, argued, \
            arguing, rough, bias, singled out",
            "groser, maleduc, mal educad, educad, amab, descort, cortesia, irrespet, respetu, \
            falta de respeto, actitud, mal trato, buen trato, maltrat, nos tratan, me trato, prepoten, \
            arrogan, agresiv, comporta, conducta., gritan, grito, insult, saluda, sonri, profesional, \
            en el celular, con el celular, en el telefono, discrimin, servicial, atento., atenta., \
            atentos., atentas., brusc, discut, platicando, prejuicio",
        ],
    ),
    (
        Theme::NewFaces,
        [
            "new face, new guard, new officer, different guard, different officer, different face, \
            different person every, another guard, another face, turnover., keep changing, keeps changing, \
            constantly chang, rotat, familiar face, unfamiliar, same guard, same officer, same faces, \
            regular guard, regular officer, relief guard, relief officer, replacement guard, \
            replacement officer, substitute, temp guard, continuity, do not know us, don t know us, \
            does not know us, doesn t know us, never the same",
            "cara nueva, caras nuevas, gente nueva, guardia nuevo, guardias nuevos, nuevo guardia, \
            nuevos guardias, oficial nuevo, oficiales nuevos, nuevo oficial, nuevos oficiales, \
            personal nuevo, nuevo personal, rotacion, rotan, siempre cambian, cambian mucho, los cambian, \
            cambian de guardia, cambio de personal, cambios de personal, otro guardia, otra cara, \
            mismos guardias, mismo guardia, mismos oficiales, mismas caras, relevo, suplente, \
            guardia de reemplazo, no nos conoce, desconocid, continuidad, caras conocidas",
        ],
    ),
    (
        Theme::Presence,
        [
            "patrol, no guard, no officer, nobody at, no one at, nobody there, unmanned, unstaffed, \
            understaff, short staffed, not covered, uncovered, coverage, visib, presence, absent, absence, \
            empty desk, empty post, left the post, left the desk, left his post, left her post, \
            left their post, no show, asleep, sleeping, rounds., walk around, never see, hardly see, \
            rarely see, missed shift, open shift, showed up",
            "ronda., rondas., rondin, patrull, recorrid, no hay guardia, no hay nadie, no habia nadie, \
            no habia guardia, sin guardia, nadie en, puesto vacio, puesto solo, caseta vacia, caseta sola, \
            ausen, presencia, visib, no se ven, no se ve a, nunca los vemos, nunca veo, dormido, dormida, \
            dormia, durmiendo, abandon, falta personal, falta de personal, faltan guardias, \
            faltan oficiales, sin cubrir, cobertura, no llego, no vino, turno vacio",
        ],
    ),
    (
        Theme::Skill,
        [
            "trained, training, untrained, retrain, knowledg, unsure, competen, incompeten, inexperienc, \
            experienced, skill, did not know what, didn t know what, don t know what, doesn t know what, \
            does not know what, did not know how, didn t know how, know the building, knows the building, \
            know the site, knows the site, procedur, protocol, post order, instruction, qualif, first aid, \
            drill., drills., well prepared, unprepared, know their job, knows his job, knows her job",
            "capacita, entrena, no sabe, no saben, no sabia, sin saber, conocimiento, sin experiencia, \
            falta de experiencia, poca experiencia, con experiencia, inexpert, procedimiento, protocolo, \
            consigna, instruccion, preparado., preparada., preparados., preparacion, habilidad, \
            primeros auxilios, simulacro, competente, incompeten, conocen el edificio, conoce el edificio, \
            conocen el sitio, conoce el sitio, saben que hacer, sabe que hacer, formacion., \
            conocen su trabajo, conoce su trabajo",
        ],
    ),
    (
        Theme::Communication,
        [
            "communicat, informed., uninformed, kept us, keep us, keeps us, tell us, told us, tells us, \
            never told, nobody told, hear back, heard back, heard nothing, feedback, follow up, followup, \
            in the loop, update us, updates., contact person, hard to reach, reach anyone, supervis, \
            account manager, meeting, listen, language., speaks, speak english, speak spanish, explain, \
            notified, notify, warned us, aware of",
            "comunica, avisa, aviso, avisen, informan., informa., informaron., informado., informada., \
            informados., nos dicen, nos dijeron, nadie nos, nos enteramos, no nos dijo, no nos dice, \
            no nos llama, retroaliment, seguimiento, al tanto, supervis, gerente de cuenta, reunion, \
            escucha, idioma, habla ingles, hablan ingles, habla espanol, explica, notific, \
            dificil de localizar, nos mantienen, nos mantiene",
        ],
    ),
    (
        Theme::Reports,
        [
            "report., reports., reporting, incident report, daily report, activity report, monthly report, \
            paperwork, log book, logbook, log., logs., logged, written up, write up, writes up, in writing, \
            documentation, documented, statistic, summary, summaries, photos, records., record keeping, \
            shift notes, handover notes, statement",
            "informe., informes., reporte, bitacora, parte diario, partes diarios, por escrito, \
            libro de novedades, novedades, documentacion, documentado, documentan, registro diario, \
            registros., resumen, estadistic, fotos., fotografias, minuta, papeleo, incidencias, \
            hoja de turno, acta., actas., evidencia",
        ],
    ),
    (
        Theme::ResponseTime,
        [
            "too long, so long, took long, takes long, long time, slow., slower, slowly, wait., waited, \
            waiting, waits., delay, minutes., quick, fast., faster, prompt, respond, response, responsive, \
            unresponsive, immediat, right away, straight away, hours later, days later, no answer, \
            never answer, no reply, unanswered, pick up the phone, picks up the phone, arrived late, \
            late to, on time, came late, weeks later",
            "tarda., tardan, tardo., tardaron, demor, lento., lenta., lentos., lentas., lentitud, espera., \
            esperar, esperando, esperamos, mucho tiempo, tanto tiempo, minutos., rapid, inmediat, \
            enseguida, en seguida, respond, respuesta, no contesta, nunca contesta, nadie contesta, \
            no atienden, reaccion, retras, horas despues, dias despues, a tiempo, llego tarde, \
            llegan tarde, llega tarde, llegaron tarde, muy tarde, demasiado tarde",
        ],
    ),
    (
        Theme::AccessControl,
        [
            "access., badge, gate., gates., entry., entrance, sign in, signs in, signed in, check in, \
            checked in, visitor pass, visitor badge, visitor list, let in, lets in, let anyone in, \
            lets anyone in, let people in, walked in, walk in, tailgat, intercom, key card, keycard, \
            key fob, fob., turnstile, door., doors., id check, check id, checks id, checking id, \
            contractor, deliver, unlocked, locked, reception",
            "acceso, entrada, porton, puerta, credencial, gafete, tarjeta, identifica, dejan entrar, \
            deja entrar, dejaron entrar, dejan pasar, deja pasar, entra cualquiera, visitantes, \
            registro de visitas, lista de visitas, torniquete, interfon, intercomunicador, citofono, \
            caseta., garita, llave., llaves., cerradur, candado, proveedor, contratista, entregas, paquete, \
            recepcion, pluma., porteria",
        ],
    ),
    (
        Theme::Parking,
        [
            "parking, parked, parks in, park in, park there, car park, carpark, vehicle, car., cars., truck, \
            lorry, lorries, towed, towing, tow truck, garage, driveway, fire lane, loading bay, \
            loading dock, license plate, number plate, traffic, bike, bicycle, motorcycl, scooter, \
            permit parking, valet",
            "estacionam, estacionad, estacionar, estacionan, estaciona., parqueo, parqueadero, parquear, \
            aparca, garaje, carro, coche, auto., autos., automovil, vehicul, camion, moto., motos., \
            motocicl, biciclet, grua, placas., transito, trafico, cajon, zona de carga, doble fila, valet",
        ],
    ),
    (
        Theme::Safety,
        [
            "safe, unsafe, scared, scary, afraid, fear, frighten, dark., darkness, lights., lighting, lamp, \
            theft, thief, thieves, stole, steal, robbed, robber, burglar, break in, broke in, vandal, \
            fight, assault, threat, weapon, intrud, trespass, drugs, drunk, harass, loiter, suspicious, \
            alarm, danger, crime, at risk",
            "inseguro, insegura, inseguridad, siento segur, sentimos segur, siento insegur, sentirme segur, \
            sentirse segur, lugar seguro, mas seguro, miedo, temor, asust, oscur, luces., foco., focos., \
            lampara, ilumina, robo., robos., robaron, robar., hurto, ladron, asalt, vandal, pelea, amenaz, \
            arma., armas., intrus, peligr, acoso, droga, borrach, alarma, delinc, sospech",
        ],
    ),
    (
        Theme::Cost,
        [
            "cost., costs., costly, price, pricing, expens, cheap, invoice, billed, billing, bill., bills., \
            overcharg, overbill, charged, charges, hourly rate, rate increase, rates., budget, afford, \
            fees., fee., value for money, for the money, discount, refund, credit note, overtime, \
            hours we pay, paying for, pay for, hours billed, worth what",
            "costo, precio., precios., caro., caros., barat, factur, cobro, cobra., cobran, cobrar, tarifa, \
            presupuest, dinero, pago., pagos., pagamos, pagar, gasto, descuento, aumento de, reembols, \
            nota de credito, horas extra, mensualidad, honorario, lo que pagamos, lo que cuesta, cuesta",
        ],
    ),
    (
        Theme::Appearance,
        [
            "uniform., uniforms., shirt, boots., jacket, dressed, dress code, untidy, tidy, unkempt, neat, \
            scruffy, sloppy, shaved, shaven, unshaven, groom, appearance, look professional, \
            looks professional, look unprofessional, smart., smartly, name tag, nametag, name badge, \
            wrinkl, sneakers, presentable, shabby, well turned out",
            "uniforme, vestid, vestiment, ropa., camisa, botas., zapato, corbata, chaqueta, chamarra, gorra, \
            bien presentad, mal presentad, buena presentacion, mala presentacion, desalin, desasead, asead, \
            apariencia, aspecto personal, buen aspecto, mal aspecto, afeit, barba., peinad, arrugad, \
            mal arreglad, imagen.",
        ],
    ),
    (
        Theme::Praise,
        [
            "thank, great, excellent, outstanding, well done, good job, great job, very good, very happy, \
            happy with, pleased, satisfied, appreciat, wonderful, fantastic, amazing, superb, lovely, \
            above and beyond, went out of, kudos, brilliant, grateful, keep it up, keep up the, \
            exceptional, perfect, impressed, top notch",
            "gracias, agradec, excelent, felicit, muy bien, buen trabajo, gran trabajo, buen servicio, \
            muy bueno, muy buena, muy buenos, muy buenas, contento, contenta, satisfech, encanta, maravill, \
            estupend, magnific, genial, impecable, de primera, sigan asi, sigue asi, recomiend, perfect, \
            eficiente, super bien",
        ],
    ),
];

/// All stems, each with its theme and its language by the order of [`ground::words::Language::ALL`].
pub(super) fn all() -> impl Iterator<Item = (Theme, usize, &'static str)> {
    STEMS.into_iter().flat_map(|(theme, both)| {
        let of_each = both.into_iter().enumerate();
        of_each.flat_map(move |(language, stems)| stems.split(", ").map(move |stem| (theme, language, stem)))
    })
}

/// Whether a word before a praise turns it round.
pub(super) fn turns(word: &str, language: usize) -> bool {
    NEGATION.get(language).is_some_and(|words| words.split(", ").any(|one| one == word))
}
