# Palabras de las personas.
save = Guardar
cancel = Cancelar
done-saved = Guardado.
done-signed-out = Ha cerrado la sesión.
changed-meanwhile = Otra persona cambió esto mientras tanto. Mire su cambio y guarde el suyo de nuevo.

sign-in-title = Iniciar sesión
sign-in-contact = Usted es cliente
sign-in-link-email = Su dirección de correo
sign-in-link-email-hint = Le enviamos un enlace. No hay contraseña.
sign-in-send-link = Envíenme un enlace
sign-in-staff = Usted trabaja aquí
sign-in-email = Dirección de correo
sign-in-password = Contraseña
sign-in-button = Iniciar sesión
sign-in-wrong = La dirección de correo y la contraseña no corresponden. Revise ambas e inténtelo de nuevo.
sign-in-forgotten = ¿Olvidó la contraseña? Pida un enlace arriba; con él elige una nueva.
sign-in-demo = Esto es una demostración. Todas las personas son inventadas.
sign-in-demo-link = Elija con quién iniciar sesión
link-sent-title = Mire su correo
link-sent-words = Si conocemos { $email }, un enlace va en camino. Sirve durante 30 minutos, una sola vez.
link-sent-spam = ¿No llegó nada después de unos minutos? Mire en el correo no deseado, o pregunte a su empresa de seguridad.
link-sent-demo = En la demostración, el correo se lee aquí
link-title = Iniciar sesión con el enlace
link-words = Pulse el botón para iniciar sesión. El enlace sirve una sola vez.
link-enter = Iniciar sesión
link-password = Elija una contraseña
link-password-hint = Al menos 10 caracteres. Tres o cuatro palabras que solo usted juntaría son una buena elección.
link-choose = Elegirla e iniciar sesión
link-spent = Este enlace ya no sirve: se usó o es demasiado antiguo. Pida uno nuevo en la página de inicio de sesión.
password-too-short = Por favor, elija al menos { $least } caracteres.
password-too-long = Por favor, elija como máximo { $most } caracteres.
sign-out = Cerrar sesión
sign-out-everywhere = Cerrar sesión en todas partes

letter-greeting = Hola, { $name }:
letter-sign-in-subject = Su enlace para iniciar sesión
letter-sign-in-words = Abra este enlace y pulse el botón para iniciar sesión:
letter-sign-in-good = Sirve durante { $minutes } minutos, una sola vez.
letter-sign-in-good-days =
    { $days ->
        [one] Sirve durante un día, una sola vez.
       *[other] Sirve durante { $days } días, una sola vez.
    }
letter-sign-in-ignore = ¿No lo pidió? Entonces alguien se equivocó de dirección; no tiene que hacer nada.

me-title = Sobre usted
me-language = Idioma
me-theme = Colores
me-theme-device = Como mi dispositivo
me-theme-light = Claro
me-theme-dark = Oscuro
me-theme-dim = Tenue, para la noche
me-keys = Atajos de una tecla
me-keys-on = Activados
me-keys-off = Desactivados
me-sessions = Dónde tiene la sesión abierta
me-this-device = Este dispositivo
me-last-used = Último uso
