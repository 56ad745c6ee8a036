# Palabras del escritorio.

## El portal

portal-title = Su portal
portal-told = Lo que nos dijo
portal-told-title = Lo que nos dijo, y cómo va
portal-told-none = Todavía no nos ha dicho nada. Sea lo que sea, grande o pequeño: nos gustaría escucharlo.
portal-greeting = Le damos la bienvenida,
portal-nothing-waits = No hay nada pendiente de usted.
portal-change-asks-you = Cambio en las consignas: ¿está de acuerdo?
portal-change-answer = Leer y responder
portal-waiting =
    { $count ->
        [one] Un asunto espera su respuesta
       *[other] { $count } asuntos esperan su respuesta
    }
portal-asked-you = Le hicimos una pregunta.
portal-refused-you = Dijimos que no, y por qué. ¿Lo da por resuelto?
portal-helped-you = Respondimos. ¿Le sirvió?
portal-say-helped = Decir si le sirvió
portal-reply = Responder
portal-tell = Díganos algo
portal-survey = ¿Cómo va nuestro trabajo? Las preguntas toman unos tres minutos, hasta el { $until }.
portal-survey-answer = Responder
portal-sites = Sitios
portal-all-sites = Todos los sitios
portal-open = En nuestras manos
portal-open-none = Nada de lo que nos dijo está pendiente de nuestra parte.
portal-with = Lo atiende
portal-said-and-done = Usted dijo, nosotros hicimos
portal-said-none = No nos dijo nada en los últimos 30 días.
portal-you-said = Usted dijo
portal-they-said = { $name } dijo
portal-we-said = { $name } respondió
portal-not-yet = Aún sin respuesta
portal-read = Leerlo todo
portal-in-time-title = Respondido a tiempo
portal-in-time =
    { $of ->
        [one] La única respuesta que le debíamos de los últimos 90 días { $count ->
            [0] llegó tarde.
           *[other] llegó a tiempo.
        }
       *[other] De las { $of } respuestas que le debíamos de los últimos 90 días, { $count } llegaron a tiempo.
    }
portal-given = Lo que le prometieron de palabra
portal-closed = Cerrados hace poco
portal-closed-none = En los últimos 30 días no se cerró nada.
portal-all = Todo lo que nos dijo
portal-reports = Informes por mes y por trimestre
portal-what = Lo que dijo
portal-where-it-stands = Cómo va
portal-seen-to = Lo atiende
portal-when = Nos lo dijo
portal-earlier = Los anteriores
portal-people = Quién está a cargo de sus sitios
portal-waits-for-you = Espera su respuesta
portal-waits-for-colleague = Espera la respuesta de su colega
portal-answered = Respondido
portal-refused = Dijimos que no
portal-said-yes = Sirvió
portal-said-partly = Sirvió en parte
portal-said-no = No sirvió
portal-say-now = ¿Le sirvió?
portal-said-nothing = Nadie dijo si sirvió
portal-said-nothing-yet = Nadie ha dicho aún si sirvió

portal-site = ¿Dónde?
portal-words = ¿Qué le gustaría decirnos?
portal-words-hint = Una preocupación, una petición, una pregunta o un elogio: qué pasó, dónde y cuándo. Lo mejor son sus propias palabras.
portal-remedy = ¿Qué le gustaría que pasara?
portal-remedy-hint = Puede dejarlo vacío.
portal-photos = Fotos
portal-photos-hint = Hasta tres, 12 MB en total. Borramos la ubicación guardada en ellas.
portal-photos-most = Por favor, elija tres fotos como máximo.
portal-photos-again = Por favor, elija las fotos otra vez: el navegador no las guarda.
portal-send = Enviar

portal-you = Usted
portal-way = Hasta dónde ha llegado
way-told = Usted nos lo dijo
way-acknowledged = Confirmamos que lo escuchamos
way-answered = Respondemos
way-helped = Usted dice si le sirvió
way-closed = Cerrado
way-thanked = Dimos las gracias
portal-again = Abierto de nuevo
portal-conversation = Lo que se dijo
portal-say-more = Decir algo más
portal-more = ¿Le gustaría decir algo más?
portal-your-reply = Su respuesta
portal-asked-you-words = Le hicimos una pregunta. Nuestra respuesta espera la suya.
portal-reopen = ¿Algo sigue mal?
portal-reopen-until = Durante 30 días después del cierre puede abrirlo de nuevo.
portal-reopen-send = Abrirlo de nuevo
portal-closed-long-ago = Se cerró hace más de 30 días. Si vuelve a pasar, por favor díganoslo de nuevo.
portal-promised = Lo que prometimos
portal-promised-none = Para esto no prometimos plazos.
portal-by = A más tardar el { $when }
portal-facts = Sobre esto
portal-wanted = Lo que le gustaría que pasara
promised-acknowledge = Confirmarle que lo escuchamos
promised-answer = Responder
promised-adjust = Cambiar lo que se hace
promised-check-back = Preguntarle si le sirvió
honesty-kept = Cumplido: { $when }
honesty-late = Con { $time } de retraso: { $when }
honesty-running = Todavía dentro del plazo
honesty-overdue = Con { $time } de retraso
honesty-waits = Espera su respuesta
honesty-over = Ya no se debe
portal-why-late = Motivo: { $reason }
honesty-missed = Con { $time } de retraso; después se prometió de nuevo o dejó de deberse

done-told = Ya lo tenemos. Aquí puede ver cómo va.
done-said-more = Enviado.
done-helped = Gracias por decírnoslo.

## Inicio

home-title = Inicio
home-greeting = Hola,
home-field = A mi puesto
home-welcome = Nos da gusto verle. Por ahora nada requiere su atención aquí.
home-number = Dé este número a quien se lo dijo:
home-without = En el puesto sin haber confirmado
home-since = desde { $when }
home-given-late = Prometido de palabra, y tarde: { $count }
home-held = Enviado por teléfonos, y espera por usted: { $count }
home-late = Lo mío, con retraso
home-late-none = Nada de lo suyo tiene retraso.
home-new = Aún sin acuse de recibo
home-new-none = Todo tiene acuse de recibo.
home-next = Lo mío, próximo a vencer
home-next-none = Nada de lo suyo está por vencer.
home-all = Todo en la lista de pendientes ({ $count })
home-duty-until = Usted está de servicio hasta el { $when }.
home-duty-change = Cambiarlo
home-duty-none = Usted no está de servicio.

## Digests: what is new, at a chosen time.

rhythm-never = Nunca
rhythm-daily = Cada día
rhythm-weekly = Cada semana
digest-title = Resumen por correo
digest-about-contact = Lo que nos contó, en qué punto está y qué cambió, en un solo correo. Si nada cambió, no le escribimos.
digest-about-staff = Lo atrasado, lo que vence y lo nuevo en sus sitios, en un solo correo. Si no hay nada, no le escribimos.
digest-rhythm = ¿Con qué frecuencia?
digest-weekday = ¿Qué día?
digest-weekday-hint = Para un resumen semanal.
digest-hour = ¿A qué hora?
digest-zone = Zona horaria
digest-zone-hint = Por ejemplo, America/Chicago.
digest-next = El próximo está previsto para el { $when }.
digest-not-due = Todavía no toca enviar este resumen.
digest-contact-subject = Lo que nos contó y en qué punto está
digest-contact-words = Estas son las novedades desde el { $when }.
digest-waiting = Esto espera su respuesta:
digest-news = Novedades:
digest-others = { $count ->
    [one] Hay otro asunto abierto, sin cambios.
   *[other] Hay otros { $count } asuntos abiertos, sin cambios.
}
digest-portal = Todo está en su portal:
digest-choose = Elija cuándo le escribimos, o desactive este resumen:
digest-line = { $headline } ({ $number }, { $site }):
digest-staff-line = { $number }, { $site }, { $severity }:
digest-stands = { $state }.
digest-stands-due = { $state }. { $step }: a más tardar el { $when }.
digest-said = Le dijimos: { $words }
digest-why-late = Motivo del retraso: { $reason }
digest-staff-subject = Lo atrasado, lo que vence y lo nuevo
digest-late = A su cargo y con retraso:
digest-due = A su cargo y vence en menos de un día:
digest-new = Sin confirmar en sus sitios:
digest-queue = Todo está en la lista de pendientes:
