# Palabras de las páginas propias de la demostración.
demo-title = Elija como quién quiere entrar
demo-words = Todas estas personas son inventadas, y también lo que dicen. Cambie lo que guste.
demo-first = Clientes para empezar
demo-signs = Letreros para escanear
demo-signs-words = Esto es lo que ve cualquier persona en un sitio cuando escanea el código de un letrero.
demo-contacts = Todos los clientes
demo-staff = La empresa
demo-password = Estas personas también pueden entrar con su correo electrónico y la contraseña { $password }.
demo-mail-title = Correos
demo-mail-words = La demostración no envía correo. Lo que enviaría está aquí, lo más reciente primero.
demo-mail-none = Todavía no hay correos.
demo-mail-older = Correos anteriores
