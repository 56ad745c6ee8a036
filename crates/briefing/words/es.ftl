# Palabras de la parte de instrucciones.


## Consignas temporales

temporary-title = Consignas temporales
temporary-new = Nueva consigna temporal
temporary-none = Aquí no hay ninguna consigna temporal en vigor.
temporary-over-title = Terminadas
temporary-in-force = En vigor ahora
temporary-order = Consigna
temporary-visitors = Visitas
temporary-leavers = Personas que se fueron
temporary-deliveries = Entregas
temporary-kind = ¿De qué se trata?
temporary-where = Dónde
temporary-all-posts = Todos los puestos
temporary-site = Sitio
temporary-words = ¿Qué deben saber los guardias?
temporary-line = En una línea
temporary-line-hint = "La Sra. Wu visita el 4B el viernes desde las 10:00". "El Sr. Roe dejó la empresa: sin acceso".
temporary-until = Hasta
temporary-12-hours = Dentro de 12 horas
temporary-24-hours = Dentro de 24 horas
temporary-72-hours = Dentro de 72 horas
temporary-until-time = A una hora determinada
temporary-ends-at = Esa hora
temporary-ends-at-hint = Según el reloj del sitio, treinta días como máximo. Solo hace falta para "A una hora determinada".
temporary-because = Por el asunto
temporary-because-hint = Su número, si lo hay.
temporary-give = Poner en vigor ahora
temporary-tell = Avisar a los guardias
temporary-by = De parte de
temporary-from-client = Del cliente:
temporary-ends = hasta { $when }
temporary-ended-at = Terminó { $when }
temporary-next = ¿Qué se hace con ella?
temporary-next-words = Si usted no hace nada, termina por sí sola.
temporary-longer = Alargarla
temporary-end = Terminarla ahora
temporary-permanent = Hecha permanente
temporary-permanent-draft = El cambio de las consignas
temporary-make-permanent = Hacerla permanente
temporary-portal-title = Visitas, bajas, entregas
temporary-portal-words = Los guardias lo ven enseguida, hasta que termina por sí solo. Si los guardias deben hacer algo de otra manera, díganoslo como asunto: le respondemos y le proponemos el cambio.
temporary-portal-concern = Díganoslo
temporary-told-subject = { $site }: { $kind }, del cliente
temporary-told = { $name } avisa a los guardias de { $site } hasta { $when }:
temporary-ask-subject = { $site }: ¿hacerla permanente?
temporary-ask = Una consigna temporal de { $name } en { $site } termina por sí sola { $when }. Déjela terminar, alárguela o hágala permanente.
temporary-time = Dé un día y una hora, como 2026-11-22 18:00.
temporary-too-long = Dé una hora futura, dentro de treinta días como máximo. Lo que vale más tiempo va en las consignas del puesto.
temporary-concern = Este no es un número de asunto. Son como 7K2Q-M4DS.
temporary-concern-unknown = Ningún asunto de este sitio tiene el número { $number }.
temporary-no-order = Lo que hacen los guardias se acuerda en las consignas del puesto. Díganoslo como asunto.
temporary-over = Ya terminó. Dé una nueva si debe volver a valer.
temporary-not-longer = Ya dura hasta entonces. Elija una hora posterior.
temporary-permanent-already = Ya está en un borrador de las consignas.
temporary-no-orders = Aquí todavía no hay consignas del puesto. Empiécelas primero, en la página de consignas del sitio.
temporary-nothing-to-ask = No hay nada que preguntar al respecto.
done-temporary-given = En vigor ahora.
done-temporary-told = Los guardias ya lo ven.
done-temporary-ended = Terminada.
done-temporary-longer = Ahora dura más.
done-temporary-permanent = Está en el borrador. Propóngala y se queda.

## Las instrucciones de un puesto

briefing-title = Instrucciones
briefing-to-confirm = Lea y confirme:
briefing-read-and-confirm = Leer y confirmar
briefing-nothing = Aquí todavía no hay consignas en vigor.
briefing-of-site = Consignas de todo el sitio
briefing-of-post = Consignas de este puesto
briefing-somebody-else = Otra persona confirma aquí
briefing-who = ¿Quién?
briefing-pin = Su PIN
briefing-read-here = Leer y confirmar
briefing-mine = Lo que usted confirmó

## Confirmaciones

confirmation-title = Leer y confirmar
confirmation-since = Esto cambió desde la revisión { $number }, que usted confirmó.
confirmation-answer = Su respuesta
confirmation-answer-read = Dígalo, por favor
confirmation-i-read = Lo leí y lo cumpliré.
confirmation-confirm = Confirmar
confirmation-look-again = Vuelva a mirar la línea y responda otra vez.
confirmation-reads-here = { $name } lee y confirma en este teléfono.
confirmation-own = en su propio dispositivo
confirmation-post-phone = en el teléfono del puesto
confirmation-paper = en papel
confirmation-looks = { $count ->
    [one] después de mirar una vez más
   *[other] después de mirar { $count } veces más
}
confirmation-other-text = Este no es el texto que se le mostró. Léalo tal como está aquí.
confirmation-stale = Entretanto está en vigor otra revisión, así que esto no quedó confirmado. Lea la nueva.
confirmation-not-theirs = Solo confirman estas consignas los guardias que están aquí o lo estarán dentro de una semana.
confirmation-there = Esto ya está confirmado.
confirmation-their-time = La hora del dispositivo no se puede leer.
confirmation-pin-again = Pasó demasiado tiempo. Vuelva a empezar con el PIN.
confirmation-nothing = No le queda nada por confirmar aquí.
confirmation-told-before = De esto ya se avisó.
confirmation-announce-subject = { $place }: cambiaron las consignas
confirmation-announce = Cambiaron las consignas en { $place }, donde usted está o estará. Lea lo que cambió y confírmelo antes de su próximo turno.
push-title-unconfirmed = En el puesto sin haber confirmado las consignas
confirmation-missing-subject = { $site }: { $officer } no ha confirmado las consignas
confirmation-missing = El turno de { $officer } en { $post }, { $site }, empezó { $when }. No ha confirmado las consignas que están en vigor allí.
done-confirmed = Confirmado. Gracias.
done-confirmed-late = Guardado: usted confirmó la revisión anterior. Entretanto está en vigor otra; confírmela también.

## El tablero

confirmations-title = Quién ha confirmado
confirmations-nothing = En este sitio no hay consignas en vigor.
confirmations-nobody = Nadie está aquí ahora ni lo estará dentro de una semana.
confirmations-of = { $k } de { $n }
confirmation-done = confirmado
confirmation-sheet = la hoja
confirmation-more-than-one-look = necesitó mirar más de una vez
confirmation-on-post-without = en el puesto sin confirmar
confirmation-on-post-since = desde { $when }
confirmation-missing-yet = todavía no
confirmation-begins = empieza { $when }
confirmation-paper-title = Anotar lo que se confirmó en papel
confirmation-paper-words = Tome una foto de la hoja con la firma del guardia y anótela aquí.
confirmation-choose = Elija
confirmation-whom = Quién y qué consignas
confirmation-of-whom = { $name }: { $place }
confirmation-paper-at = Firmado
confirmation-paper-at-hint = Según el reloj del sitio.
confirmation-paper-sheet = Foto de la hoja
confirmation-paper-enter = Anotar
confirmation-paper-time = Dé el día y la hora de la firma: después de entrar en vigor las consignas y no en el futuro.
confirmation-paper-photo = Agregue una foto de la hoja.
done-confirmation-entered = Anotado.

## PIN

pin-title = Su PIN
pin-back = Sus ajustes
pin-words = Seis cifras con las que usted confirma consignas en un teléfono que comparte el puesto. No abren nada más.
pin-there = Ya tiene uno. Elija otro si alguien pudiera conocerlo.
pin-new = Nuevo PIN
pin-again = Una vez más
pin-six-digits = Elija seis cifras.
pin-too-easy = Elija cifras que no sean todas iguales ni seguidas.
pin-not-the-same = Estas dos no son iguales.
pin-wrong = El PIN es incorrecto, o todavía no se eligió ninguno (en la página de los ajustes).
done-pin-chosen = Su PIN está elegido.
