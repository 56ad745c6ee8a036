# Palabras de la base: el marco, los formularios, los problemas.
product-name = Rapport

frame-skip = Ir al contenido principal
frame-navigation = Principal
frame-language = Idioma
frame-help = Ayuda y contacto
frame-demo = Demostración: todo es inventado

# El programa de la página rellena lo que está entre llaves.
clock-due = vence en {"{"}time{"}"}
clock-late = {"{"}time{"}"} de retraso
clock-became-late = {"{"}name{"}"} está ahora con retraso
clock-day = d
clock-hour = h
clock-minute = min
clock-second = s
draft-restored = Sus palabras se guardaron en este dispositivo. Todavía no se ha enviado nada.
copied = Copiado
count-left = Quedan {"{"}n{"}"} caracteres
count-over = Sobran {"{"}n{"}"} caracteres

field-needed = Por favor, rellene este campo.
scale-cannot-say = No sabría decirlo
field-choose = Por favor, elija una de estas opciones.
field-longer = Por favor, escriba al menos { $least } caracteres.
field-shorter = Por favor, acorte el texto: como máximo { $most } caracteres, sobran { $over }.
field-one-line = Por favor, escríbalo en una sola línea de texto simple.
field-plain-text = Hay un carácter que no se puede mostrar. Por favor, escríbalo de nuevo como texto simple.
field-email = Por favor, escriba una dirección de correo, como dana@example.com.
field-number = Por favor, escriba un número entero de { $from } a { $to }.
field-day = Por favor, escriba un día, como 2026-11-22.
field-text = Por favor, envíe un texto.

form-unreadable = No se pudo leer lo que se envió. Por favor, vuelva atrás y envíelo de nuevo.
form-too-large = Lo que se envió es demasiado grande. Por favor, vuelva atrás y envíe menos, o una foto más pequeña.

photo-unreadable = No es una foto que se pueda leer. Por favor, elija una imagen JPEG, PNG o WebP.
photo-too-large = La foto es demasiado grande. Por favor, elija una de 12 MB como máximo.

push-unreadable = Este navegador no ha dado una dirección y unas claves legibles. Vuelva a intentarlo.
push-address = No se usan servicios de avisos en esta dirección. En su lugar recibirá correos.

problem-title = No funcionó
problem-home = Ir a la página de inicio
problem-not-found = Aquí no hay nada, o no le corresponde verlo.
problem-not-allowed = Esta página no es para usted. Si cree que debería serlo, pregunte a su administrador.
problem-sign-in = Por favor, inicie sesión primero.
problem-too-often =
    { $minutes ->
        [one] Demasiados intentos. Por favor, espere un minuto e inténtelo de nuevo.
       *[other] Demasiados intentos. Por favor, espere { $minutes } minutos e inténtelo de nuevo.
    }
problem-broken = Algo falló de nuestro lado. Ya quedó anotado. Por favor, inténtelo de nuevo en unos minutos.
problem-method = Esta dirección no se puede usar de esa manera.
problem-timeout = Tardó demasiado. Por favor, inténtelo de nuevo.
once-another = Este formulario ya se envió con otras palabras, y las tenemos. Si esto es algo distinto, por favor envíelo una vez más.


form-problems = Por favor, revise esto
field-at-most = { $most } caracteres como máximo

figure-as-table = Las cifras en una tabla
list-csv = Guardar como CSV
list-parquet = Guardar como Parquet
day = { $day } { $month } { $year }
when = { $day } { $month } { $year }, { $time } { $zone }
month-1 = ene
month-2 = feb
month-3 = mar
month-4 = abr
month-5 = may
month-6 = jun
month-7 = jul
month-8 = ago
month-9 = sep
month-10 = oct
month-11 = nov
month-12 = dic

# Cartas: cuáles hay, por qué llegan, por qué una no llegó.
letter-class-essential = Correos para iniciar sesión y por seguridad
letter-class-concerns = Cómo va lo que nos contó
letter-class-questions = La pregunta de si le sirvió
letter-class-surveys = Encuestas sobre cómo va nuestro trabajo
letter-class-alerts = Avisos de que una promesa lo necesita
letter-class-orders = Cambios en las consignas que dependen de usted
letter-class-digests = Todo en un solo correo, cada día o cada semana
letter-class-reports = El informe de cada mes, para quienes deciden sobre el contrato
letter-class-training = Licencias y certificados que caducan
letter-why-essential = Recibe este correo porque su cuenta o la seguridad de alguien lo necesita.
letter-why-concerns = Recibe este correo porque contó algo a { $organization } y dejó esta dirección.
letter-why-questions = Recibe este correo porque contó algo a { $organization } y se le respondió.
letter-why-surveys = Recibe esto porque es contacto de un cliente que cuidamos.
letter-why-alerts = Recibe este correo porque una promesa de { $organization } lo necesita.
letter-why-orders = Recibe este correo porque un cambio en las consignas de { $organization } depende de usted.
letter-why-digests = Recibe este correo porque pidió un resumen a { $organization }.
letter-why-reports = Recibe este correo porque usted decide sobre el contrato con { $organization }.
letter-why-training = Recibe este correo porque una licencia o un certificado en { $organization } debe renovarse.
letter-open = Abrir la página
letter-off = Aquí puede desactivar este tipo de correos:
letter-off-link = Desactivar este tipo de correos
letter-failed-unknown = la dirección no existe
letter-failed-domain = nadie recibe correo en ese dominio
letter-failed-disabled = el buzón está cerrado
letter-failed-full = el buzón está lleno
letter-failed-large = el correo es demasiado grande para ellos
letter-failed-policy = sus reglas no lo dejan entrar
letter-failed-refused = su servidor de correo lo rechazó
letter-failed-late = no se pudo entregar a tiempo

# Lo que un teléfono dice de lo que espera en él.

outbox-waiting = En este teléfono. Esperando señal.
outbox-sending = Enviando
outbox-sent = La oficina lo tiene, { $time }
outbox-held = Lo tiene su supervisor.
outbox-server = El servidor tuvo un problema. Se intenta de nuevo ({ $count }).
outbox-needs = Lo necesita a usted: { $reason }
outbox-refused = La oficina no pudo recibirlo tal como está.
outbox-draft = Sin terminar. Está solo en este teléfono.
outbox-finish = Terminarlo
outbox-mend = Corregir
outbox-open = Abrir la página
outbox-seen = Ya se lo dije
outbox-remove = Quitar
outbox-keep = Conservarlo
outbox-remove-sure = La oficina no tiene esto. Si lo quita, se pierde para siempre. ¿Quitarlo?
outbox-removed = Quitado. La oficina nunca lo tuvo y ya no existe.
outbox-others = Anotaciones de otros oficiales que esperan aquí: { $count }
outbox-photos = Fotos: { $count }.
outbox-photo-broken = Esta foto no se puede leer en este teléfono.
outbox-full = No se guardó: este teléfono no tiene espacio. Sus palabras siguen en el formulario.
outbox-not-kept = No se guardó: este teléfono no pudo almacenarlo. Sus palabras siguen en el formulario.
outbox-no-key = Este teléfono aún no lo conoce. Inicie sesión una vez donde haya señal. Sus palabras siguen en el formulario.
outbox-broken = Este navegador no nos deja guardar nada en este teléfono.
outbox-kind-concern = Una inquietud
outbox-kind-interaction = Una conversación que usted anotó
outbox-kind-confirmation = Órdenes que usted confirmó
outbox-kind-photo = Una foto
outbox-kind-heard = Un aviso que usted ha visto
outbox-kind-practice = Práctica
phone-saved-copy = Sin señal. Copia guardada de las { $time }
phone-saved-slow = Copia guardada de las { $time }. Preguntando a la oficina.
phone-saved-same = Tal como lo tiene la oficina a las { $time }.
phone-saved-older = La oficina tiene algo más nuevo.
phone-saved-show = Mostrar lo nuevo
phone-lost = Este teléfono perdió lo que guardaba, unas { $count } anotaciones, guardadas por última vez a las { $time }. Avise a su supervisor.
phone-clock-behind = El reloj de este teléfono está atrasado { $time }.
phone-clock-ahead = El reloj de este teléfono está adelantado { $time }.
phone-clock-right = El reloj de este teléfono está bien.
phone-kept = El navegador ha prometido conservar lo que se guarda aquí.
phone-not-kept = El navegador puede borrar lo que se guarda aquí si el teléfono se llena. Instale la aplicación.
phone-never = todavía no
phone-switching = Un momento
phone-switch-unknown = Este oficial aún no ha usado este teléfono con señal. Hace falta una vez.
phone-pin-wrong = PIN incorrecto. Intentos restantes: { $left }
phone-pin-forgotten = PIN incorrecto cinco veces: este oficial solo puede volver con señal. Lo que espera se enviará igualmente.
sign-out-waiting = La oficina aún no tiene { $count } de sus anotaciones.
sign-out-send = Enviar ahora
sign-out-anyway = Cerrar sesión; quedan selladas en este teléfono y se envían cuando vuelva a tener señal
sign-out-stay = Seguir con la sesión abierta
