# Palabras de lo acordado: contratos, puestos, la importación.
severity-s1 = Peligro ahora
severity-s2 = Grave
severity-s3 = Deficiencia
severity-s4 = Petición
severity-p = Elogio
step-acknowledge = Acusar recibo
step-answer = Responder
step-adjust = Cambiar las medidas
step-check-back = Preguntar si sirvió
step-check-back-again = Volver a preguntar
limit-minutes =
    { $n ->
        [one] 1 minuto
       *[other] { $n } minutos
    }
limit-hours =
    { $n ->
        [one] 1 hora
       *[other] { $n } horas
    }
limit-days =
    { $n ->
        [one] 1 día
       *[other] { $n } días
    }
limit-working-minutes =
    { $n ->
        [one] 1 minuto hábil
       *[other] { $n } minutos hábiles
    }
limit-working-hours =
    { $n ->
        [one] 1 hora hábil
       *[other] { $n } horas hábiles
    }
limit-working-days =
    { $n ->
        [one] 1 día hábil
       *[other] { $n } días hábiles
    }
limit-unreadable = Por favor, escriba un plazo como "15 minutos", "4 horas hábiles" o "2 días".
limit-out-of-range = Por favor, escriba un plazo entre 1 minuto y 366 días.

contracts-title = Contratos
contracts-none = No hay ningún contrato registrado. Se promete lo que dice la tabla habitual.
contract-title = Contrato
contract-new = Firmar un contrato
contract-edit = Cambiar el contrato
contract-starts-on = Primer día
contract-ends-on = Último día de vigencia
contract-ends-on-hint = Déjelo vacío si el contrato no tiene fin.
contract-no-end = Sin fin
contract-notice-days = Preaviso en días
contract-notice-deadline = Último día para dar preaviso
contract-notice-passed = ya pasó
contract-renewal = Al terminar la vigencia
renewal-automatic = Sigue por sí solo
renewal-by-agreement = Termina, salvo que se renueve
contract-in-force = Vigente
contract-promises = Lo que se promete
contract-promises-words = Vacío significa el plazo habitual, que se muestra en gris. Los plazos que cambie valen para los asuntos que se planteen desde ahora.
contract-severity = Gravedad
contract-end = Terminar el contrato
contract-end-words = El contrato vale hasta ese día y no se renueva. Las promesas ya hechas se mantienen.
contract-last-day = Último día
contract-approvals = Cambios en las consignas
contract-approval-limit = Plazo del cliente para responder
contract-approval-silence = Si nadie del cliente responde a tiempo
contract-stand-in = A quién se pregunta también pasada la mitad de ese plazo
contract-stand-in-none = A nadie
contract-stand-in-elsewhere = Esta persona ya no está con el cliente. Elija a otra.
silence-waits = El cambio espera
silence-counts-as-yes = Cuenta como un sí
silence-lapses = El cambio se retira
contract-ends-before-start = El último día es anterior al primero. Por favor, revise ambos.
contract-ends-already = El contrato ya termina a más tardar ese día. Para alargarlo, cámbielo.

posts-title = Puestos
posts-none = Este sitio todavía no tiene puestos.
post-new = Abrir un puesto
post-edit = Cambiar el nombre del puesto
post-name = Nombre del puesto
post-now = Ahora
post-now-and-next = Quién está aquí ahora y después
post-nobody = No hay nadie asignado
post-is-closed = Cerrado
post-close = Cerrar el puesto
post-close-words = En un puesto cerrado no hay nadie. Su historial se conserva.
post-closed = Este puesto está cerrado.
post-site-closed = Este sitio está cerrado; no se pueden abrir puestos en él.
assignment-new = Asignar un oficial
assignment-officer = Oficial
assignment-starts-at = Desde
assignment-ends-at = Hasta
assignment-ends-at-hint = Déjelo vacío para asignar hasta nuevo aviso.
assignment-open-ended = Hasta nuevo aviso
assignment-end = Terminar
assignment-end-now = Terminar ahora
assignment-withdraw = Retirar
assignment-zone = Las horas son las del sitio ({ $zone }).
assignment-time = Por favor, escriba un día y una hora del sitio, como 2026-11-22 07:00.
assignment-ends-before-start = El fin debe ser posterior al inicio.
assignment-overlaps = Este oficial ya está asignado a este puesto durante parte de ese tiempo.
assignment-not-an-officer = Solo se puede asignar a quien trabaja aquí como oficial.
assignment-over = Esta asignación ya terminó.

import-file-unknown = No es ninguno de los archivos conocidos: { $known }.
import-file-twice = Este archivo está dos veces. Por favor, quite uno.
import-no-file = No hay ningún archivo para importar. Los conocidos son: { $known }.
import-not-utf8 = Esta línea no está en UTF-8. Por favor, guarde el archivo como "CSV UTF-8".
import-no-header = El archivo no tiene encabezado. Sus columnas son: { $known }.
import-column-unknown = Esta columna no se conoce. Las conocidas son: { $known }.
import-column-twice = Esta columna está dos veces.
import-column-missing = Falta esta columna. Las conocidas son: { $known }.
import-cells = Esta fila tiene { $found } celdas y el encabezado tiene { $expected }. Por favor, ponga entre comillas las celdas con una coma o un salto de línea.
import-key-twice = Esta clave ya está en la línea { $line }. Por favor, dé a cada fila una clave propia.
import-key-unknown = No hay ninguna fila con la clave { $key } en { $file }, ni se importó antes.
import-stays = Una importación anterior lo puso bajo otra clave, y allí se queda. Por favor, dé a la fila una clave nueva.
import-site-elsewhere = Uno de estos sitios es de otro cliente.
