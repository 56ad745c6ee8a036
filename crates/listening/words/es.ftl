# Palabras de la escucha.

## Concerns, conversation, promises

queue-title = Pendientes
queue-search = Buscar en todas las palabras, o escribir un número
queue-narrow = Solo algunos
queue-show = Mostrar
queue-tabs = Filtros frecuentes
queue-searching = Los más recientes que contienen todas estas palabras, también los cerrados.
queue-caption = Asuntos abiertos, primero la próxima promesa
queue-choose = Elegir
queue-choose-one = Elegir { $number }
queue-due = Próxima promesa
queue-concern = Asunto
queue-do = Acción
queue-take = Tomar
queue-reply = Responder
queue-empty = Aquí no hay nada abierto. Eso no significa que todo esté bien: ¿cuándo preguntó alguien por última vez?
queue-all = Elegir todos
queue-hand-to = Pasar los elegidos a
queue-pages = Páginas
queue-next = Los siguientes
queue-none-chosen = Por favor, elija a una persona y al menos un asunto que esa persona no atienda todavía.
tab-all = Todos los abiertos
tab-mine = Los míos
tab-new = Sin acuse de recibo
tab-late = Con retraso
filter-any-site = Cualquier sitio
filter-any-severity = Cualquier gravedad
filter-any-state = Cualquier estado
filter-any-owner = Cualquiera
keys-title = Teclas
keys-words = j y k mueven la selección, Enter abre, t toma, r responde, / busca, ? muestra esto.
keys-off = Desactivar las teclas

concern-new = Alguien me dijo algo
concern-words = ¿Qué le dijeron?
concern-words-hint = Con las palabras de esa persona, lo mejor que pueda.
concern-urgency = ¿Qué tan urgente es?
concern-how = ¿Cómo se lo dijeron?
concern-whose = ¿Quién se lo dijo?
concern-more = Más, si lo sabe
concern-send = Anotarlo
reporter-name = Nombre de esa persona
reporter-name-hint = Déjelo vacío si no quiso decirlo.
reporter-email = Correo de esa persona
reporter-email-hint = Solo si esa persona quiere una respuesta por correo.
emergency-first = ¿Hay alguien en peligro ahora? Llame primero al { $number }.
concern-site = Sitio
concern-from = De
concern-raised = Recibido
concern-owner = Lo atiende
concern-category = Sobre
concern-severity = Gravedad
concern-state = Estado
concern-remedy = Lo que a esa persona le gustaría que pasara
concern-facts = Datos
concern-acknowledge = Confirmar que lo escuchamos
concern-thank = Dar las gracias y transmitirlo
concern-sort = Clasificar
concern-hand-over = Pasar a otra persona
concern-protect = Poner en la vía protegida
concern-protect-words = Para uso de la fuerza, discriminación, conducta sexual, lesiones, delitos y menores. A partir de entonces solo pueden leerlo quien lo atiende y quienes están por encima del sitio, y nada de lo dicho se puede corregir.
concern-protected = Protegido
concern-round = Reabierto, vuelta { $round }
concern-reopen = Reabrir
concern-no-answer-needed = Lo último que nos dijeron no necesita respuesta
protect-owner = ¿Qué persona por encima del sitio lo atiende?
protect-about = ¿Sobre qué miembro del personal es?
protect-about-hint = Esa persona nunca lo verá.
about-nobody = Nadie en particular
reopen-words = ¿Qué sigue mal?
conversation-title = Conversación
promises-title = Lo que prometimos
back-to-concern = Volver al asunto
photo-alt = Foto que llegó con este mensaje
author-unknown = Alguien que no dio su nombre

reply-who-sees = ¿Quién verá esto?
reply-answer = Una respuesta: la ve quien nos lo dijo, y más tarde preguntamos si sirvió
reply-say = Un mensaje: lo ve quien nos lo dijo
reply-ask-back = Una pregunta: la ve quien nos lo dijo, y nuestra respuesta espera la suya
reply-note = Una nota: solo la ve el personal
reply-refuse = Un no, con el motivo y a quién puede acudir después: lo ve quien nos lo dijo
reply-close = Cerrarlo: quien nos lo dijo ve por qué
reply-words = Sus palabras
reply-send = Enviar
message-message = Mensaje
message-note = Nota
message-staff-only = Solo para el personal: quien nos lo dijo no puede verlo
message-edited = corregido
message-earlier = Lo que decía antes
message-folded = Lo que se citaba debajo
message-file-size = { $kilobytes } KB
trust-verified = remitente verificado
trust-unchecked = remitente sin comprobar
trust-failed = remitente no verificado
message-correct = Corregir esto
message-correct-words = Lo que decía antes sigue visible, también para quien nos lo dijo.
message-same = Ya dice eso.
message-is-evidence = Este asunto está en la vía protegida. Lo dicho queda como está; escriba un mensaje nuevo.

promise-due = vence en { $time }
promise-late = { $time } de retraso
promise-paused = Esperamos respuesta
promise-kept = cumplido
promise-was-late = con retraso
late-title = Con retraso y sin explicar:
late-reason = ¿Por qué hubo retraso? La persona que nos avisó lo leerá.
late-send = Explicar el motivo
promise-ended = ya no se debe
step-follow-up = Volver a preguntar
step-close = Cerrar

channel-portal = por el portal
channel-qr = por un letrero
channel-phone = por teléfono
channel-spoken = de palabra
channel-api = por un programa
channel-mail = por correo electrónico
voice-client = Cliente
voice-public = Alguien en el sitio
voice-officer = Oficial
urgency-danger = Alguien está en peligro, o está ocurriendo un delito
urgency-serious = No puede esperar
urgency-shortfall = Algo no está como debería
urgency-wish = Una petición o una pregunta
urgency-praise = Elogio: algo se hizo bien
category-unsorted = Sin clasificar
category-coverage = Cobertura
category-conduct = Conducta
category-manner = Trato
category-appearance = Apariencia
category-response-time = Tiempo de respuesta
category-patrol = Rondas
category-access = Acceso
category-reporting = Informes y avisos
category-orders = Órdenes del puesto poco claras o equivocadas
category-continuity = Rotación de oficiales
category-safety = Seguridad y el lugar
category-confidentiality = Confidencialidad
category-fairness = Trato justo y uso de la fuerza
category-billing = Facturación
category-training = Capacitación
category-praise = Elogio
state-new = Aún sin acuse de recibo
state-acknowledged = Con acuse de recibo
state-waiting = Esperamos respuesta
state-answered = Respondido
state-refused = Rechazado, aún abierto
state-closed = Cerrado
outcome-settled = Sirvió
outcome-silent = Cerrado, no se sabe si sirvió
outcome-told = Cerrado
outcome-thanked = Dimos las gracias

concern-changed-meanwhile = Otra persona estuvo aquí mientras tanto: mire lo que cambió. Sus palabras siguen en el formulario.
promise-not-late = Nada va con retraso, o ya se dijo el motivo.
concern-already-acknowledged = Alguien ya confirmó que lo escuchamos.
concern-already-refused = Ya fue rechazado.
concern-already-waiting = Ya estamos esperando la respuesta de esa persona. Escriba un mensaje en su lugar.
concern-already-open = Ya está abierto.
concern-already-theirs = Ya lo atiende esa persona.
concern-already-protected = Ya está en la vía protegida.
concern-about-them = Es sobre esa persona: debe atenderlo alguien más.
concern-closed = Está cerrado. Reábralo primero.
concern-closed-long-ago = Se cerró hace más de 30 días. Por favor, cuéntenoslo de nuevo.
concern-not-answered = Todavía no tiene respuesta: responda primero.
concern-needs-answer = En esta vuelta todavía no se respondió, así que necesita una respuesta.
concern-not-praise = Solo se puede clasificar como elogio aquello de lo que nadie ha acusado recibo todavía.
owner-may-not = Esa persona no puede leer este asunto, así que no puede atenderlo.
owner-not-above-site = En la vía protegida debe atenderlo un gerente de cuenta o un administrador.

helped-yes = Sí
helped-partly = En parte
helped-no = No
check-back-title = ¿Le sirvió?
check-back-words = Usted nos habló de { $site } ({ $number }). Esto es lo que se dijo desde entonces.
check-back-question = ¿Le sirvió?
check-back-question-hint = Con "No" se reabre, y le debemos una nueva respuesta.
check-back-more = ¿Quiere agregar algo?
scale-fully-low = Para nada
scale-fully-high = Por completo
item-result-fair = ¿Le pareció justo el resultado?
item-handled-promptly = ¿Se atendió con la rapidez necesaria?
item-respect = ¿Recibió un trato respetuoso?
item-told-why = ¿Le explicamos nuestra respuesta?
handling-title = Cómo les pareció la atención
handling-grade = { $grade } de 5
check-back-send = Enviar
check-back-thanks = Gracias
check-back-stands = El asunto { $number } está ahora así:
check-back-over = Se reabrió después de que preguntamos. Vea nuestro correo más reciente o la página del asunto.

history-title = Historial de { $number }
history-words = Cada cambio, tal como está en el registro. Nada de aquí se puede cambiar ni quitar sin que se note.
history-link = Historial
history-when = Cuándo
history-who = Quién
history-what = Qué
history-change = Antes y después
history-show = Mostrar
deed-concern-raised = Lo planteó
deed-concern-acknowledged = Confirmó que lo escuchamos
deed-concern-answered = Respondió
deed-concern-said = Escribió un mensaje
deed-concern-asked-back = Hizo una pregunta
deed-concern-noted = Escribió una nota para el personal
deed-concern-heard = Contó algo más
deed-concern-needs-no-answer = Vio que no hace falta respuesta
deed-concern-shown = Añadió imágenes
deed-concern-corrected = Corrigió un mensaje
deed-concern-refused = Lo rechazó, con su motivo
deed-concern-sorted = Lo clasificó
deed-concern-handed-over = Lo pasó a otra persona
deed-concern-protected = Lo puso en la vía protegida
deed-concern-asked-whether-it-helped = Preguntó si sirvió
deed-concern-checked-back = Dijo si sirvió
deed-concern-closed = Lo cerró
deed-concern-reopened = Lo volvió a abrir
history-by-system = Rapport, automáticamente
history-by-guest = Alguien sin cuenta

letter-subject = [{ $number }] { $headline }
letter-received = Ya tenemos lo que nos contó. Su número es { $number }.
letter-news = Hay novedades sobre lo que nos contó ({ $number }):
letter-late = Vamos con retraso en lo que le prometimos sobre { $number }, y lo sentimos. El motivo es este:
letter-closed = Cerramos { $number }. Si no le sirvió, puede reabrirlo durante 30 días.
letter-check-back = Usted nos contó algo ({ $number }), y respondimos. ¿Le sirvió?
letter-follow = Aquí puede ver cómo va:
letter-reply = Aquí puede leerlo todo y responder:
letter-reopen = Aquí puede leerlo todo, y reabrirlo:
letter-check-back-link = Elija una respuesta. Se abre una página en la que puede decir más y enviarla:

done-raised = Anotado.
done-acknowledged = Ya pueden ver que lo escuchamos.
done-handed-over = Pasado a otra persona.
done-explained = Guardado. La persona que nos avisó puede leer el motivo.
done-sorted = Clasificado.
done-protected = En la vía protegida. Ahora solo pueden leerlo quien lo atiende y quienes están por encima del sitio.
done-answered = Respondido. Más tarde preguntaremos si sirvió.
done-said = Enviado.
done-asked-back = Pregunta enviada. Nuestra respuesta espera la de esa persona.
done-noted = Anotado, solo para el personal.
done-refused = Rechazado, con su motivo. Queda abierto: la persona puede recurrir o dejarlo así.
done-closed = Cerrado.
done-corrected = Corregido. Lo que decía antes sigue visible.
done-no-answer-needed = No hace falta ninguna respuesta.
done-reopened = Reabierto.
done-checked = Gracias. Ya lo tenemos.

## (end of concerns)



## Signs and tracking

signs-title = Letreros
signs-words = Las personas del sitio escanean el código de un letrero y nos dicen algo, sin necesidad de una cuenta. Imprima en A3 para que se lea desde dos metros, o en A4 desde 1,4 metros, siempre al 100 %.
signs-none = Aquí todavía no hay ningún letrero.
sign-place = Lugar
sign-address = Dirección
sign-print = Imprimir
sign-retire = Retirar
sign-is-retired = retirado
sign-new = Colocar un letrero
sign-place-new = ¿Dónde estará?
sign-place-new-hint = Como lo llama la gente de allí, por ejemplo "Vestíbulo, junto a los ascensores". Aparece en el letrero.
sign-post = Puesto
sign-no-post = Ningún puesto en particular
sign-hang = Crear el letrero
done-sign-hung = El letrero está listo para imprimir.
done-sign-retired = El letrero fue retirado. Su código ya no lleva a ninguna parte.
sign-site-closed = Este sitio está cerrado. No se puede colocar ningún letrero.
sign-already-retired = Este letrero ya fue retirado.
sign-sent-twice = Esto ya se había enviado. Ya lo tenemos.

sign-title = Avise a seguridad
sign-heading = Avise a seguridad
sign-emergency = ¿Hay peligro ahora?
sign-emergency-call = Llame al { $number }
sign-what = ¿Qué pasó?
sign-what-hint = Con sus palabras, en cualquier idioma. Diga dónde y cuándo.
sign-urgency = ¿Qué tan urgente es?
sign-danger-first = { $danger }. Llame primero al { $number } y después escríbanos.
sign-photo = Fotos, si tiene
sign-photo-hint = Hasta 3, en total 12 MB como máximo. Borramos la ubicación guardada en ellas.
sign-name = Su nombre, si lo desea
sign-name-hint = Sin nombre, usted queda en el anonimato.
sign-email = Su correo electrónico, si quiere la respuesta por correo
sign-email-hint = Sin él, recibe un enlace privado donde leer la respuesta.
sign-send = Enviar
sign-not-emergency = No somos una línea de emergencia: puede pasar un rato hasta que alguien lea esto.
sign-privacy = Lo que usted escribe solo llega a { $organization }. Esta página no usa cookies.
sign-told-already = ¿Ya nos avisó? Sígalo con su código
sign-pulse = ¿Cómo fue su visita? Dos preguntas, sin su nombre
sign-photos-too-many = Por favor, elija 3 fotos como máximo.
sign-photos-again = Por favor, elija sus fotos de nuevo: el navegador no las conserva.
sign-too-often = Han llegado muchos avisos desde aquí en poco tiempo. Sus palabras siguen abajo: por favor, envíelas de nuevo dentro de { $minutes } min.
sign-gone-title = Este letrero ya no está en uso
sign-gone-words = Su código no lleva a ninguna parte o se escribió mal. Por favor, busque un letrero más nuevo o hable con un oficial de seguridad del sitio.

sign-sheet-tell = Avise a seguridad
sign-sheet-scan = Escanee con su cámara. Sin aplicación, sin cuenta.
sign-sheet-emergency = Emergencia

track-title = Siga lo que nos contó
track-words = Su código está al final de su enlace privado: 16 letras y números.
track-code = Su código
track-open = Abrir
track-unknown = No hay nada con este código. Por favor, compárelo con el final de su enlace privado, letra por letra.
track-page = Su asunto { $number }
track-received = Gracias. Ya lo tenemos.
track-number = Su número:
track-keep = Guarde este enlace privado. Allí leerá nuestra respuesta y podrá contarnos más.
track-copy = Copiar el enlace
track-mailed = También se lo enviamos por correo.
track-danger = Es posible que nadie lo haya leído todavía. Si alguien está en peligro, llame ahora.
track-next = Qué pasa ahora
track-stands-new = Lo tiene { $owner }, y espera a que alguien se haga cargo.
track-stands-reopened = Está abierto de nuevo y espera a { $owner }.
track-stands-acknowledged = { $owner } se está ocupando.
track-stands-waiting = { $owner } le preguntó algo y espera su respuesta.
track-stands-answered = { $owner } respondió. ¿Le sirvió?
track-stands-refused = { $owner } dijo que no, y por qué. Si usted lo ve de otra manera, díganoslo abajo.
track-stands-closed = Está cerrado. Puede abrirlo de nuevo durante 30 días.
track-stands-closed-long-ago = Está cerrado. Para contarnos algo nuevo, use por favor un letrero del sitio.
track-step-told = Usted nos avisó
track-step-reopened = Usted lo abrió de nuevo
track-step-acknowledged = Alguien se hace cargo
track-step-answered = Le respondemos
track-step-asked = Le preguntamos si le sirvió
track-step-checked = Usted dice si le sirvió
track-step-closed = Cerrado
track-by = prometido a más tardar el { $time }
track-late = prometido a más tardar el { $time }; con { $by } de retraso. Lo sentimos.
track-why-late = Motivo: { $reason }
track-was-late = { $time }, más tarde de lo prometido
track-helped-title = ¿Le sirvió?
track-helped = ¿Quedó resuelto?
track-helped-words = Algo más, si lo desea
track-helped-send = Enviar mi respuesta
check-back-not-answered = Todavía no hay respuesta, o usted ya dijo si le sirvió.
track-reopen-title = ¿No quedó resuelto?
track-reopen-words = Qué sigue mal, si lo desea
track-reopen = Abrirlo de nuevo
track-still-not-settled = Todavía no está resuelto.
track-said = Lo que se dijo
track-you = Usted
track-more = Cuéntenos más
track-send = Enviar
track-private = Esta página es privada: quien tenga el enlace puede leerla.
done-track-sent = Gracias. Ya lo tenemos.

## (end of signs)



## Interface for programs

api-unfit = Algunos campos no son como deben ser; cada uno se nombra en "errors".
api-no-json = El cuerpo no es JSON que se pueda leer. Debe ser JSON en UTF-8.
api-no-object = El cuerpo debe ser un solo objeto JSON.
api-content-type = Envíe el cuerpo como application/json.
api-too-large = El cuerpo supera los 256 KB.
api-unknown-field = Aquí no hay ningún campo con este nombre.
api-once = Envíe esto una sola vez.
api-id = Esto no es un identificador. Los identificadores son tal como los da la interfaz, por ejemplo en /api/v1/sites.
api-site-unknown = No hay ningún sitio abierto con este identificador. Vea /api/v1/sites.
api-moment = Escriba la fecha y la hora como en RFC 3339, por ejemplo 2026-11-22T12:00:00Z.
api-cursor = Envíe lo que decía "next" en la página anterior.
idempotency-key-needed = Envíe un encabezado Idempotency-Key con un texto propio para esta solicitud.
idempotency-key-unfit = El encabezado Idempotency-Key debe venir una sola vez, con 1 a 200 caracteres ASCII visibles.
idempotency-key-reused = Esta clave ya vino con otra solicitud. Use una clave nueva para una solicitud nueva.

## (end of programs)

check-back-your-words = Lo que escribió, para que pueda enviarlo de nuevo:
check-back-page = Ir a su página
letter-acknowledged = Alguien leyó lo que nos contó ({ $number }) y se está ocupando.
letter-thanked = Gracias por sus amables palabras ({ $number }). Las transmitimos.
letter-closed-in-silence = Preguntamos si sirvió y no supimos nada más de { $number }, así que lo cerramos. Si no le sirvió, puede reabrirlo durante 30 días.
concern-site-gone = Este sitio ya no es uno de los suyos. Elija otro o dígale a su supervisor lo que le dijeron.

## Avisos: a quién de los nuestros se avisa

alert-subject = [{ $number }] { $site }: { $step }, vence { $due }
alert-subject-late = [{ $number }] { $site }: { $step } con retraso, vencía { $due }
alert-due = { $severity }, { $site }. { $step }: vence { $due }.
alert-late = { $severity }, { $site }. { $step }: vencía { $due } y nadie lo ha hecho todavía.
alert-open = Ábralo aquí. Lo que se dijo está solo ahí:
alerts-title = A quién se avisó
alert-told = { $name } ({ $whom }), { $way }
alert-last = Avisado: { $name }, { $way }, { $when }
deed-concern-explained-lateness = Explicó el retraso
deed-concern-told-staff = Avisó a quien debe atenderlo

## Correos que no llegaron, y respuestas por correo

letter-by-mail = O simplemente responda a este correo.
alert-acknowledge = Confirme que se escuchó, sin iniciar sesión. Un botón en la página asegura que fue usted:
heard-title = Confirmar que se escuchó
heard-due = Hay que confirmarlo a más tardar el { $when }.
heard-already = Alguien ya confirmó que se escuchó.
heard-open = Abrirlo. Lo que se dijo está solo ahí.
came-back-subject = [{ $number }] { $site }: nuestro correo no llegó
came-back-words = Un correo sobre { $number } a quien nos lo contó no llegó: { $why }. Esa persona no sabe lo que decía. Por favor, llámela o pídale otra dirección.
concern-undelivered = Nuestro correo del { $when } no llegó: { $why }. Es posible que no sepan lo que decía.
deed-concern-letter-came-back = Anotó que un correo no llegó
concern-refused = Su dirección no recibe correo. Lo que escriba aquí solo se lee en su página, hasta que se pruebe de nuevo.
deed-concern-written-again = Pidió probar de nuevo el correo

## Medidas

measures-title = Lo que cambia por esto
measure-new = Cambiar algo por esto
measure-planned = En preparación
measure-in-force = En vigor
measure-dropped = Al final no se hace
concern-number-unknown = Ningún asunto suyo tiene el número { $number }.
concern-measure-planned = Todavía se va a cambiar algo por esto. Póngalo en vigor o desista antes de cerrar.
concern-is-praise = Esto es un elogio. No hay nada que cambiar.
deed-concern-measure-planned = Se va a cambiar algo por esto
deed-concern-adjusted = Lo que se cambió está en vigor
deed-concern-measure-dropped = Lo previsto no se hará
