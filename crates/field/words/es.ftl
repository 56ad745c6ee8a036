# La aplicación del guardia.

app-title = Mi puesto
app-sent = Lo que envié
app-concerns = Ya se sabe aquí
app-number = El número para quien se lo dijo:
app-nowhere = No tiene puesto ahora ni en los próximos días. Su supervisor le asigna uno.
app-soon = pronto
app-new = nuevo
app-orders = Todas las consignas de este puesto
app-outcomes = ¿Funciona?
app-given = Lo que usted prometió
app-praise = Elogios en sus sitios
app-office = A las páginas de la oficina

told-title = Alguien me dijo algo
told-elsewhere = Se dijo en otro sitio:
told-words = ¿Qué le dijeron?
told-words-hint = Con sus palabras. Su teclado puede escuchar.
told-who = ¿Quién lo dijo?
told-someone = Otra persona
told-unsaid = No quiso decirlo
told-who-name = Su nombre
told-who-name-hint = Solo para «Otra persona», si lo dio.
told-photo = Foto
told-photo-hint = Solo si ayuda.
told-keep = Leérselo
told-emergency = ¿Alguien está en peligro? Llame ahora al { $number }. Esta no es una línea de emergencias.
told-read-back = Léaselo
told-is-that-right = ¿Es correcto?
told-yes = Sí, es correcto
told-no = No, cambiarlo
told-nowhere = No tiene puesto ahora, así que no hay sitio sobre el que escribir. Su supervisor le asigna uno.
told-number = Este número está mal escrito. Revíselo, por favor.
told-photos-most = Tres fotos como máximo.
told-site-gone = Ya no está en ese puesto, o se cerró. Avise a su supervisor; sus palabras siguen aquí.
done-told-by-officer = La oficina lo tiene.

sent-received = La oficina recibió
sent-none = Nada todavía.
sent-mine = Qué pasó con ello
sent-mine-none = Aún no ha anotado nada.
sent-about = Sobre este teléfono
sent-about-waiting = Espera aquí
sent-about-answered = La oficina respondió por última vez
sent-about-kept = Lo que está guardado aquí
sent-about-clock = El reloj
sent-about-build = Versión de la aplicación
concerns-words = Lo que se dijo de este lugar y aún no está resuelto. No hace falta avisar otra vez.
concerns-none = No hay nada abierto aquí.

offline-title = Sin señal
offline-words = Esta página no está en este teléfono. Aun así puede anotar lo que alguien le dijo: se guarda aquí y se envía cuando haya señal.

phones-title = Teléfonos
phones-words = Teléfonos en los que esta persona inició sesión. Lo que se escribe sin señal queda sellado en el teléfono y se envía cuando hay señal.
phones-none = Ninguno todavía.
phone-seen = visto por última vez { $when }
phone-clock-wrong = su reloj adelanta { $minutes } minutos
phones-lost = perdido
phone-give-up = Este teléfono se perdió
phone-given-up-before = Eso ya se dijo.
done-phone-given-up = Lo que este teléfono envíe desde ahora espera a un supervisor.

sending-concern = Lo que alguien dijo
sending-interaction = Una conversación
sending-confirmation = Una confirmación
sending-photo = Una foto
sending-heard = «Lo he oído»
sending-practice = Práctica
sending-practice-gone = Lo practicado pertenece a órdenes que este oficial nunca confirmó. No se tomó nada de ello.
sending-practice-not-counted = No se cuenta: esta cuenta está cerrada, o este teléfono se dio por perdido.
app-practice-waits = { $count ->
    [one] Hoy le espera una pregunta
   *[other] Hoy le esperan { $count } preguntas
 }
sending-taken = recibido
sending-held = espera a su supervisor
sending-settled = su supervisor se ocupó
sending-is-held = Su supervisor lo tiene.
sending-number-taken = Otro aviso ya tiene ese número. Dígales { $number }.
sending-heard-before = Alguien fue más rápido; queda anotado que usted lo oyó.
sending-confirmed-late = Las consignas cambiaron entretanto. Lo que leyó queda anotado; lea las nuevas.
sending-look-again = Esa no era la respuesta. Mire la línea otra vez.
sending-unreadable = La oficina no puede leer esto. Escríbalo otra vez.
sending-other-words = Se envió otra cosa con el mismo nombre. Escríbalo otra vez.
sending-to-mend = Falta algo. Corríjalo y envíelo otra vez.
sending-seal = La oficina ya no conoce este teléfono. Inicie sesión: entonces se envía.
sending-parts-missing = Partes de la foto no llegaron. Se envía otra vez.
sending-of-nothing = La foto llega después de aquello a lo que pertenece.

held-title = Retenido para usted
held-words = Llegó de teléfonos de personas que ya no están, o de teléfonos perdidos. Alguien de los nuestros lo escribió, con la clave de ese teléfono; decida qué pasa con cada cosa.
held-none = No hay nada retenido.
held-left = Ya no trabaja aquí. Se escribió en su teléfono antes o después de eso.
held-lost = Su teléfono se perdió. Pudo escribirlo quien lo tiene.
held-site = Sitio
held-happened = Cuándo pasó, según el teléfono
held-received = Recibido
held-photos = Fotos que lo acompañan
held-take-in = Aceptarlo
held-put-aside = Apartarlo
held-why = ¿Por qué?
held-no-concern = Esto no puede ser un asunto. Apártelo, con un motivo.
held-settled-before = Alguien se ocupó antes que usted.
held-subject = Algo del teléfono de { $officer } espera por usted
held-letter = El teléfono de { $officer } envió esto: { $kind }. Su cuenta está cerrada, o el teléfono se perdió, así que espera hasta que usted decida.
done-held-taken-in = Ahora es un asunto.
done-held-put-aside = Está apartado.

shared-title = Teléfonos compartidos
shared-words = En un teléfono compartido, un guardia cuyo turno está cerca entra con su nombre y su PIN. Lo que uno escribe no lo puede leer el siguiente.
shared-none = Ningún teléfono se comparte en este sitio.
shared-make = Quienes están en este sitio comparten este dispositivo
shared-then = Después cierre la sesión aquí y abra la aplicación en /field/switch.
shared-end = Ya no se comparte
done-shared-made = Este dispositivo se comparte ahora. Cierre la sesión.
done-shared-ended = Ya no se comparte.
switch-title = ¿Quién es usted?
switch-who = Su nombre
switch-pin = Su PIN
switch-button = Tomar el teléfono
switch-nobody = Nadie cuyo turno esté cerca eligió un PIN. Inicie sesión con su contraseña y elija uno en la página sobre usted.
switch-password = Iniciar sesión con contraseña
switch-not-here = Su turno aquí no está cerca. Inicie sesión con su contraseña.
switch-too-often = Demasiados intentos con un PIN. Por favor, inténtelo de nuevo en { $minutes } min.
