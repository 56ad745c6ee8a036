# Palabras de la escucha.

## Concerns, conversation, promises

queue-title = Pendientes
queue-search = Buscar en todas las palabras, o escribir un número
queue-show = Mostrar
queue-tabs = Filtros frecuentes
queue-csv = Descargar como CSV
queue-searching = Los más recientes que contienen todas estas palabras, también los cerrados.
queue-caption = Asuntos abiertos, primero la próxima promesa
queue-choose = Elegir
queue-choose-one = Elegir { $number }
queue-due = Próxima promesa
queue-concern = Asunto
queue-do = Acción
queue-take = Tomar
queue-reply = Responder
queue-empty = Aquí no hay nada abierto. Eso es desconocido, no bueno: ¿cuándo preguntó alguien por última vez?
queue-all = Elegir todos
queue-hand-to = Entregar los elegidos a
queue-pages = Páginas
queue-next = Los siguientes
queue-none-chosen = Por favor, elija al menos un asunto que aún no sea suyo, y quién debe atenderlo.
tab-all = Todos los abiertos
tab-mine = Los míos
tab-new = Sin acuse
tab-late = Con retraso
filter-any-site = Cualquier sitio
filter-any-severity = Cualquier gravedad
filter-any-state = Cualquier estado
filter-any-owner = Cualquiera
keys-title = Teclas
keys-words = j y k mueven, Intro abre, t toma, r responde, / busca, ? muestra esto.
keys-off = Desactivar las teclas

concern-new = Alguien me dijo algo
concern-words = ¿Qué dijo?
concern-words-hint = Con sus palabras, lo mejor que pueda.
concern-urgency = ¿Qué tan urgente es?
concern-how = ¿Cómo se lo dijo?
concern-whose = ¿Quién se lo dijo?
concern-more = Más, si lo sabe
concern-send = Anotarlo
reporter-name = Su nombre
reporter-name-hint = Déjelo vacío si no quiso decirlo.
reporter-email = Su dirección de correo
reporter-email-hint = Solo si quiere una respuesta por correo.
emergency-first = ¿Hay alguien en peligro ahora? Llame primero al { $number }.
concern-site = Sitio
concern-from = De
concern-raised = Recibido
concern-owner = Lo atiende
concern-category = Sobre
concern-severity = Gravedad
concern-state = Estado
concern-remedy = Lo que le gustaría que pasara
concern-facts = Datos
concern-acknowledge = Decir que lo escuchamos
concern-thank = Dar las gracias y transmitirlo
concern-sort = Clasificar
concern-hand-over = Entregar
concern-protect = Poner en la vía protegida
concern-protect-words = Para fuerza, discriminación, conducta sexual, lesiones, delitos y menores. Desde entonces solo pueden leerlo quien lo atiende y quienes están por encima del sitio, y nada se puede corregir.
concern-protected = Protegido
concern-round = Reabierto, vuelta { $round }
concern-reopen = Reabrir
concern-no-answer-needed = Lo último que dijo no necesita respuesta
protect-owner = ¿Quién por encima del sitio lo atiende?
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
reply-answer = Una respuesta: la ve, y más tarde preguntamos si sirvió
reply-say = Un mensaje: lo ve
reply-ask-back = Una pregunta: la ve, y nuestra respuesta espera la suya
reply-note = Una nota: solo la ve el personal
reply-refuse = Un no, con el motivo y a quién puede acudir: lo ve
reply-close = Cerrarlo: ve por qué
reply-words = Sus palabras
reply-send = Enviar
message-message = Mensaje
message-note = Nota
message-staff-only = Solo para el personal, no puede verlo
message-edited = corregido
message-earlier = Lo que decía antes
message-correct = Corregir esto
message-correct-words = Lo que decía antes se puede seguir leyendo, también del otro lado.
message-same = Ya dice eso.
message-is-evidence = Este asunto está en la vía protegida. Lo dicho queda como está; escriba otro mensaje.

promise-due = vence en { $time }
promise-late = { $time } de retraso
promise-paused = Espera su respuesta
promise-kept = cumplida
promise-was-late = con retraso
promise-ended = ya no se debe
step-follow-up = Volver a preguntar
step-close = Cerrar

channel-portal = por el portal
channel-qr = por un cartel
channel-phone = por teléfono
channel-spoken = de palabra
channel-api = por un programa
voice-client = Cliente
voice-public = Alguien en el sitio
voice-officer = Oficial
urgency-danger = Alguien está en peligro, o está ocurriendo un delito
urgency-serious = No puede esperar
urgency-shortfall = Algo no está como debería
urgency-wish = Un deseo o una pregunta
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
category-orders = Órdenes poco claras o equivocadas
category-continuity = Caras que cambian
category-safety = Seguridad y el lugar
category-confidentiality = Confidencialidad
category-fairness = Equidad y fuerza
category-billing = Facturación
category-training = Capacitación
category-praise = Elogio
state-new = Sin acuse todavía
state-acknowledged = Con acuse
state-waiting = Espera su respuesta
state-answered = Respondido
state-refused = Rechazado, aún abierto
state-closed = Cerrado
outcome-settled = Sirvió
outcome-silent = Cerrado, no se sabe si sirvió
outcome-told = Cerrado
outcome-thanked = Agradecido

concern-changed-meanwhile = Otra persona estuvo aquí mientras tanto: mire lo que cambió. Sus palabras siguen en el formulario.
concern-already-acknowledged = Alguien ya dijo que lo escuchamos.
concern-already-refused = Ya fue rechazado.
concern-already-waiting = Ya estamos esperando su respuesta. Escriba un mensaje.
concern-already-open = Ya está abierto.
concern-already-theirs = Ya lo atiende esa persona.
concern-already-protected = Ya está en la vía protegida.
concern-about-them = Es sobre esa persona: debe atenderlo alguien más.
concern-closed = Está cerrado. Reábralo primero.
concern-closed-long-ago = Se cerró hace más de 30 días. Por favor, cuéntenoslo de nuevo.
concern-not-answered = Todavía no se respondió: respóndalo primero.
concern-needs-answer = En esta vuelta todavía no se respondió, así que necesita una respuesta.
concern-not-praise = Solo lo que nadie ha acusado todavía se puede clasificar como elogio.
owner-may-not = Esa persona no puede leer este asunto, así que no puede atenderlo.
owner-not-above-site = En la vía protegida debe atenderlo un gerente de cuenta o un administrador.

helped-yes = Sí
helped-partly = En parte
helped-no = No
check-back-title = ¿Sirvió?
check-back-words = Usted nos habló de { $site } ({ $number }). Esto es lo que se dijo desde entonces.
check-back-question = ¿Sirvió?
check-back-question-hint = Con «No» se reabre, y le debemos una nueva respuesta.
check-back-more = ¿Quiere añadir algo?
check-back-send = Enviar
check-back-thanks = Gracias
check-back-stands = El asunto { $number } está ahora así:
check-back-over = Se reabrió desde que preguntamos. Mire la carta más reciente, o su página.

history-title = Historial de { $number }
history-words = Cada cambio, tal como está en el registro. Nada de aquí se puede cambiar ni quitar sin que se note.
history-link = Historial
history-when = Cuándo
history-who = Quién
history-what = Qué
history-change = Antes y después
history-show = Mostrar

letter-subject = { $number }: { $headline }
letter-received = Tenemos lo que nos contó. Su número es { $number }.
letter-news = Hay novedades sobre lo que nos contó ({ $number }):
letter-closed = No hemos sabido nada más de { $number } y lo hemos cerrado. Si no sirvió, puede reabrirlo durante 30 días.
letter-check-back = Usted nos contó algo ({ $number }), y respondimos. ¿Sirvió?
letter-follow = Aquí puede ver cómo va:
letter-reply = Aquí puede leerlo todo y responder:
letter-reopen = Aquí puede leerlo todo, y reabrirlo:
letter-check-back-link = Aquí puede decir sí, en parte o no:

done-raised = Anotado.
done-acknowledged = Ya pueden ver que lo escuchamos.
done-handed-over = Entregado.
done-sorted = Clasificado.
done-protected = En la vía protegida. Ahora solo pueden leerlo quien lo atiende y quienes están por encima del sitio.
done-answered = Respondido. Más tarde preguntaremos si sirvió.
done-said = Enviado.
done-asked-back = Preguntado. La respuesta espera la suya.
done-noted = Anotado, solo para el personal.
done-refused = Rechazado, con su motivo. Queda abierto hasta que usen su recurso o lo dejen.
done-closed = Cerrado.
done-corrected = Corregido. Lo que decía antes se puede seguir leyendo.
done-no-answer-needed = No se debe ninguna respuesta.
done-reopened = Reabierto.
done-checked = Gracias. Lo tenemos.

## (end of concerns)



## Signs and tracking

signs-title = Letreros
signs-words = Las personas del sitio escanean el código de un letrero y nos cuentan algo, sin cuenta. Imprima en A3 para que se lea desde dos metros, o en A4 desde 1,4 metros, siempre al 100 %.
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
sign-sent-twice = Esto ya se había enviado. Lo tenemos.

sign-title = Avise a seguridad
sign-heading = Avise a seguridad
sign-emergency = ¿Hay peligro ahora?
sign-emergency-call = Llame al { $number }
sign-what = ¿Qué pasó?
sign-what-hint = Con sus palabras, en cualquier idioma. Diga dónde y cuándo.
sign-urgency = ¿Qué tan urgente es?
sign-danger-first = { $danger }. Llame primero al { $number } y después escríbanos.
sign-photo = Fotos, si las tiene
sign-photo-hint = Hasta 3, en total 12 MB como máximo. Se borra el lugar donde se tomaron.
sign-name = Su nombre, si lo desea
sign-name-hint = Sin nombre, usted queda anónimo.
sign-email = Su correo electrónico, si quiere la respuesta por correo
sign-email-hint = Sin él, recibe un enlace privado donde leer la respuesta.
sign-send = Enviar
sign-not-emergency = No somos una línea de emergencia: es posible que nadie lea esto de inmediato.
sign-privacy = Lo que usted escribe solo llega a { $organization }. Esta página no usa cookies.
sign-told-already = ¿Ya nos avisó? Siga su caso con su código
sign-photos-too-many = Por favor, elija 3 fotos como máximo.
sign-photos-again = Por favor, elija sus fotos de nuevo: el navegador no las conserva.
sign-too-often = Han llegado muchos avisos desde aquí en poco tiempo. Sus palabras siguen abajo: por favor, envíelas de nuevo en { $minutes } minutos.
sign-gone-title = Este letrero ya no está en uso
sign-gone-words = Su código no lleva a ninguna parte o se escribió mal. Por favor, busque un letrero más nuevo o hable con un oficial del sitio.

sign-sheet-tell = Avise a seguridad
sign-sheet-scan = Escanee con su cámara. Sin aplicación, sin cuenta.
sign-sheet-emergency = Emergencia

track-title = Siga lo que nos contó
track-words = El código vino con su comprobante: 16 letras y números.
track-code = Su código
track-open = Abrir
track-unknown = No hay nada con este código. Por favor, compárelo con su comprobante, letra por letra.
track-page = Su aviso { $number }
track-received = Gracias. Ya lo tenemos.
track-number = Su número:
track-keep = Guarde este enlace privado. Allí leerá nuestra respuesta y podrá contarnos más.
track-copy = Copiar el enlace
track-mailed = También se lo enviamos por correo.
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
track-step-checked = Usted dice si le sirvió
track-step-closed = Cerrado
track-by = prometido a más tardar el { $time }
track-late = prometido a más tardar el { $time }; con { $by } de retraso. Lo sentimos.
track-was-late = { $time }, más tarde de lo prometido
track-helped-title = ¿Le sirvió?
track-helped = ¿Quedó resuelto?
track-helped-words = Algo más, si lo desea
track-helped-send = Enviar mi respuesta
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

## (end of programs)
