health-title = Salud
health-words = Cien, menos los puntos de cada motivo, hasta lo que cada parte puede quitar. Cada motivo lleva a su registro.
health-mean-of-sites = Un cliente es el promedio de sus sitios de los que se sabe lo suficiente.
health-today = hoy
health-another-day = Como estaba al final del
health-look = Ver
health-sites = Sitios, primero el más bajo
health-site = Sitio
health-reasons = Motivos
health-more-sites = Otros { $count } sitios están mejor.
health-no-site = Ningún sitio estaba abierto entonces.
health-taken = { $points } de { $cap } puntos como máximo
health-capped = Los motivos suman { $sum } puntos; se quitan { $cap }.
health-sum = { $all } menos { $taken } son { $left }.
health-gains = Qué lo mejoraría más
health-gains-words = Tantos puntos volverían si no hubiera esa señal, con los topes en cuenta.
health-over-time = Salud durante un año
health-over-time-words = Los puntos de un día cada dos semanas. Donde no se calculó nada, o no se sabía lo suficiente, hay un hueco.
health-day = Día
health-dimension-promises = Promesas
health-dimension-attention = Atención
health-dimension-voice = Voz
health-dimension-satisfaction = Satisfacción y buena relación
health-dimension-continuity = Continuidad
health-dimension-contract = Contrato
health-band-steady = Estable
health-band-attention = Necesita atención
health-band-risk = En riesgo
health-band-unknown = No se sabe lo suficiente
health-unknown = Partes con datos: { $known } de { $total }. Para un número hacen falta { $needed }.
health-no-reason = No consta ningún motivo para restar puntos.
health-nothing-known = No se sabe nada de ello.

# Promesas
health-acknowledged-late = { $number } debía confirmarse antes del { $due }; se confirmó el { $when }.
health-not-acknowledged = { $number } debía confirmarse antes del { $due } y no se confirmó.
health-answered-late = { $number } debía responderse antes del { $due }; se respondió el { $when }.
health-not-answered = { $number } debía responderse antes del { $due } y no se respondió.
health-category-twice = La misma categoría en { $site } más de una vez en { $days } días: { $category } ({ $numbers }).
health-did-not-work = Al preguntarle si ayudó ({ $number }), el cliente dijo que no el { $day }.
# Atención
health-no-visit = Última visita de un supervisor a { $site }: { $day }. Acordado: cada { $limit } días.
health-never-visited = No consta ninguna visita de un supervisor a { $site }. Acordado: cada { $limit } días.
health-no-talk = Última conversación con quien decide en { $client }: { $day }. Límite: { $limit } días.
health-never-talked = No consta ninguna conversación con quien decide en { $client }. Límite: { $limit } días.
health-had-to-chase = El cliente tuvo que volver a preguntar por { $number } el { $day }, cuando íbamos tarde.
# Voz
health-silent = Ninguna inquietud, felicitación ni respuesta a una encuesta en { $site } desde el { $day }, más de { $limit } días: no se sabe cómo nos ven.
health-survey-unanswered = Las últimas { $count } encuestas de este cliente quedaron sin respuesta; la más reciente se abrió el { $day }.
health-few-contacts = Contactos de { $client } a los que podemos llegar: { $count }. Deseado: al menos { $limit }.
# Satisfacción y buena relación
health-satisfaction-low = La satisfacción media es { $mean } de 5, por debajo de { $limit } (número de respuestas: { $answers }).
health-satisfaction-dropped = La satisfacción media pasó de { $before } a { $mean } de 5 desde el { $day } (número de respuestas: { $answers-before }, luego { $answers }).
health-detractor = De quienes deciden, dieron de 0 a 6 de 10 a recomendarnos: { $count } de { $answers }.
health-rapport-low = La buena relación media es { $mean } de 7, por debajo de { $limit } (número de respuestas: { $answers }).
# Continuidad
health-officers-changed = Oficiales en { $site } que llegaron en los últimos { $days } días: { $count } de { $total }. Límite: { $limit } %.
health-orders-unconfirmed = { $officer } está en { $post } y no ha confirmado la revisión { $revision } de sus órdenes.
# Contrato
health-decision-maker-changed = Una persona que decide en { $client } cambió el { $day }, hace no más de { $limit } días.
health-billing-open = { $number }, sobre horas o facturas, está abierta desde el { $day }.
health-notice-near = El último día para avisar es el { $day }, faltan menos de { $limit } días y no consta ninguna reunión sobre la renovación.

# Las señales, y desde cuándo cuenta cada una.
signal-acknowledged-late = Una inquietud confirmada tarde
signal-answered-late = Una inquietud respondida tarde
signal-category-twice = La misma categoría más de una vez en un sitio
signal-did-not-work = Una respuesta que no ayudó
signal-not-visited = Sin visita de un supervisor como se acordó
signal-not-talked = Sin conversación con quien decide
signal-not-talked-long = Sin conversación con quien decide por mucho tiempo
signal-had-to-chase = El cliente tuvo que volver a preguntar
signal-silent = Silencio
signal-surveys-unanswered = Encuestas sin respuesta
signal-few-contacts = Pocos contactos
signal-satisfaction-low = Satisfacción baja
signal-satisfaction-dropped = Caída de la satisfacción
signal-detractor = Alguien que decide y no nos recomendaría
signal-rapport-low = Mala relación
signal-officers-changed = Muchos oficiales nuevos
signal-orders-unconfirmed = Un oficial en su puesto sin órdenes confirmadas
signal-decision-maker-changed = Cambio de quien decide
signal-billing-open = Una inquietud abierta sobre horas o facturas
signal-notice-near = El plazo de aviso está cerca y nadie se reunió
limit-not-visited = Días habituales entre visitas
limit-not-talked = Días sin conversación
limit-not-talked-long = Días sin conversación, cuando es mucho tiempo
limit-silent = Días de silencio
limit-notice-near = Días antes del plazo de aviso
limit-decision-maker-changed = Días después de un cambio de quien decide
limit-few-contacts = Mínimo de contactos
limit-surveys-unanswered = Encuestas seguidas
limit-satisfaction-low = Media mínima de 5, en décimas
limit-satisfaction-dropped = Caída de la media, en décimas
limit-rapport-low = Media mínima de 7, en décimas
limit-officers-changed = Parte de oficiales nuevos, en por ciento

health-weights = Cómo se calcula la salud
health-weights-words = Estas cifras son un juicio, y usted puede cambiarlas: lo que ponga vale desde ahora, y lo calculado antes queda como estaba. Las partes juntas son cien puntos.
health-cap = Como máximo tantos puntos
health-bands-title = Cómo se llama
health-steady-from = Estable desde
health-attention-from = Necesita atención desde
health-needed = Partes de las que algo debe saberse
health-why = Por qué lo cambia
health-set = Ponerlo así
health-log = Qué se cambió
health-log-none = Nada: todo está como de costumbre.
health-changed = { $what }: { $before } pasa a { $after }
done-health-weights = Vale desde ahora.
health-unchanged = No se cambió nada.
health-caps = Las partes deben sumar 100; suman { $sum }.
health-bands = Debe ser menos que desde donde es estable.

# Renovaciones: lo que viene, lo que hay que hacer antes, y cómo terminó un plazo.
renewals-title = Renovaciones
renewals-words =
    { $count ->
        [one] Hay un contrato en vigor. Lo que cuenta es el último día para dar preaviso, no el final.
       *[other] Hay { $count } contratos en vigor, por el último día para dar preaviso: cuenta ese día, no el final.
    }
renewals-none = No hay ningún contrato en vigor.
renewals-endless = Sin final
renewals-endless-words = Estos contratos no tienen final, así que no tienen último día para dar preaviso. No los pierda de vista.
renewals-pages = Páginas
renewals-before = Anteriores
renewals-next = Más
renewal-title = Renovación
renewal-client = Cliente
renewal-notice = Preaviso hasta
renewal-notice-passed = Termina por acuerdo
renewal-days-left =
    { $count ->
        [0] hoy
        [one] queda un día
       *[other] quedan { $count } días
    }
renewal-began = Empezó
renewal-ends-on = Fin del plazo
renewal-itself = se renueva solo
renewal-ends = termina, salvo acuerdo
renewal-renews = Cada plazo siguiente
renewal-for-months =
    { $count ->
        [one] un mes
       *[other] { $count } meses
    }
renewal-no-end-words = No tiene final, así que no hay nada que renovar.
renewal-not-in-force = Este contrato no está en vigor.
renewal-value = Valor al año
renewal-value-hint = Solo cifras: 125000, o 125000.50. Déjelo en blanco si no se sabe.
renewal-value-unreadable = Escriba el valor en cifras, como 125000 o 125000.50, sin signo entre los millares.
renewal-currency = Moneda
renewal-currency-hint = Tres letras: EUR, USD.
renewal-currency-unreadable = Indique la moneda con sus tres letras, como EUR.
renewal-months = Se renueva por tantos meses
renewal-months-hint = De 1 a 120. Solo importa si el contrato se renueva solo.
renewal-review-on = Próxima revisión
renewal-words = Notas
renewal-words-hint = Solo lo leen quienes responden de los contratos.
renewal-edit = Cambiar valor, plazo y revisión
renewal-health = Salud
renewal-deciders = Quién decide
renewal-no-decider = No conocemos a nadie allí que decida. Averígüelo antes del último día para dar preaviso.
renewal-tasks = Por hacer
renewal-no-tasks = No hay nada previsto.
renewal-task = Tarea
renewal-task-review-meeting = Reunión de revisión
renewal-task-renewal-pack = Propuesta de renovación
renewal-task-other = Otra cosa
renewal-task-plan = Prever una tarea
renewal-task-kind = Qué
renewal-task-headline = En pocas palabras
renewal-task-headline-hint = Solo hace falta para otra cosa.
renewal-task-owner = Quién se ocupa
renewal-task-due = Para el
renewal-task-until = El { $day } a más tardar.
renewal-task-late = con retraso
renewal-task-done = Hecha
renewal-task-do = Está hecha
renewal-task-words = Qué resultó
renewal-task-past = Ese día ya pasó. Elija hoy o más tarde.
renewal-task-too-late = Es demasiado tarde para este plazo. Elija el { $day } a más tardar.
renewal-task-over = Esta tarea está hecha, o no hay nada que hacer.
renewal-owner-left = Quien debería ocuparse no está con nosotros. Elija a otra persona.
renewal-over = Este contrato terminó. No se puede prever nada para él.
renewal-no-end = Este contrato no tiene final, así que ningún plazo suyo termina. Póngale antes un final.
renewal-outcome = Resultado
renewal-no-outcome = No hay anotado ningún resultado.
renewal-decide = Anotar un resultado
renewal-term = El plazo que termina el
renewal-no-such-term = Ahora no hay tal plazo que decidir. Elija uno de la lista.
renewal-decided-before = El resultado de este plazo ya está anotado. Lo escrito queda.
renewal-decided-on = Decidieron el
renewal-decided-ahead = Ese día aún no ha llegado. Anote lo decidido cuando llegue.
renewal-outcome-words = Más sobre ello
renewal-reason = Qué lo decidió
renewal-kept = Continúa
renewal-changed = Continúa, con cambios
renewal-retendered = Salió a concurso
renewal-lost = Perdido
renewal-reason-price = Precio
renewal-reason-service = Cómo trabajamos
renewal-reason-people = Personas
renewal-reason-in-house = Vigilan ellos mismos
renewal-reason-site-closed = Lugar cerrado o vendido
renewal-reason-one-provider = Un proveedor para varios lugares
renewal-reason-technology = Técnica en lugar de personas
renewal-reason-rule = Tenían que preguntar también a otros
renewal-reason-other = Otra razón
renewal-lost-words = Un contrato no termina por esto. Si se perdió, póngale su último día en su página.
renewal-lost-still-runs = Está anotado como perdido, y el contrato sigue en vigor.
renewal-end-it = Terminarlo en su página
renewal-history = Historia
renewal-deed-renewal-outlook-changed = Valor, plazo o revisión cambiados
renewal-deed-renewal-decided = Resultado anotado
renewal-deed-renewal-task-planned = Tarea prevista
renewal-deed-renewal-term-planned = Reunión de revisión y propuesta previstas por el reloj
renewal-deed-renewal-task-done = Tarea hecha
renewal-deed-renewal-task-reminded = Recordatorio a quien se ocupa de una tarea
renewal-deed-contract-signed = Contrato firmado
renewal-deed-contract-changed = Contrato cambiado
renewal-deed-contract-ended = Contrato terminado
renewal-letter-due-subject = { $what } para { $client }: para el { $day }
renewal-letter-due = { $what } para el contrato con { $client } es para el { $day }.
renewal-letter-late-subject = { $what } para { $client }, con retraso
renewal-letter-late = { $what } para el contrato con { $client } era para el { $day }, y no está hecha.
done-renewal-decided = El resultado está anotado.
done-renewal-planned = La tarea está prevista. Quien se ocupa recibe un recordatorio el día antes.
done-renewal-task = Está hecha.

# Permanencia: cuánto se quedan los clientes.
retention-title = Permanencia
retention-all = Todos los clientes
retention-words = De todos los clientes que ha habido: cuánto se quedan, desde el primer día del primer contrato. Quienes siguen cuentan por el tiempo que llevan.
retention-clients = Clientes
retention-left = Se han ido
retention-median = La mitad se había ido al cabo de
retention-not-reached = no se ha alcanzado: sigue más de la mitad
retention-after-a-year = Siguen al cabo de un año
retention-not-seen = nadie lleva todavía un año
retention-too-few = muy pocos clientes para decirlo
retention-no-curve = Con menos de cinco clientes no hay curva: mire cada uno de ellos.
retention-without =
    { $count ->
        [one] Un cliente sin contrato empezado no se cuenta.
       *[other] { $count } clientes sin contrato empezado no se cuentan.
    }
retention-by-setting = Por tipo de lugar
retention-setting = Tipo de lugar
retention-curve-words = La parte de los clientes que se quedan más de tantos años, con el margen en que está con una confianza del 95 %. Cada escalón es un cliente que se fue.
retention-years = Años desde que empezó el primer contrato
retention-share = Siguen siendo clientes
retention-in-years = { $years } años
retention-percent = { $share } %
retention-percent-between = { $share } % (entre { $low } % y { $high } %)
retention-method = La estimación de Kaplan y Meier con intervalos del 95 % (Greenwood, en la escala log(-log)). Un tiempo sin contrato entre dos no es una salida. Pocos clientes dan márgenes anchos: no lea diferencias en ellos.

# El calendario.
calendar-title = Su calendario
calendar-me = Sobre usted
calendar-words = Una dirección secreta por la que su calendario lee lo que viene: los últimos días para dar preaviso, finales de plazo y revisiones, si usted responde de contratos, y tareas de renovación. Quien tenga la dirección puede leerlo: guárdela para usted. Muestra los nombres de los clientes, y nada de lo que nos hayan dicho.
calendar-make = Crear una dirección secreta
calendar-make-another = Crear otra dirección
calendar-once = Esta es la dirección. Se muestra solo esta vez: póngala ahora en su calendario.
calendar-copy = Copiar la dirección
calendar-use = En su calendario elija añadir uno por su dirección, o suscribirse. Busca novedades unas veces al día.
calendar-since = Hay una dirección desde el { $when }. Si crea otra, esta deja de funcionar.
calendar-revoke = Anular la dirección
calendar-none = No hay ninguna dirección.
calendar-name = Renovaciones: { $organization }
calendar-notice = Último día para el preaviso: { $client }
calendar-end = Termina el plazo: { $client }
calendar-review = Revisión: { $client }
calendar-task = { $what }: { $client }
done-calendar-revoked = La dirección ya no lleva a ninguna parte.

# Visitas.

visits-title = Visitas
visits-words = Adónde hay que ir: primero los sitios que esperan desde hace más tiempo. Una visita es la que se anotó como visita.
visits-none = No hay ningún sitio que visitar.
visits-late = { $count ->
    [one] Un sitio espera más de lo acordado.
   *[other] { $count } sitios esperan más de lo acordado.
}
visits-more = Otros { $count } sitios tocan más tarde.
visit-site = Sitio
visit-last = Última visita
visit-never = No consta ninguna visita
visit-every = Acordado
visit-days = cada { $days } días
visit-due = Próxima visita antes del
visit-is-late = Atrasada
visit-note = Anotar una visita
visit-every-days = Una visita cada tantos días
visit-agree = Acordarlo así
visit-so-already = Ya está acordado así.
visit-list = Las últimas visitas
rotation-title = Quién está allí
rotation-words = { $officers } oficiales distintos estuvieron allí en los últimos 90 días. De los { $standing } que están ahora, { $new } llegaron en ese tiempo.
rotation-none = Ahora no hay nadie asignado.
rotation-since = allí por primera vez el { $day }
done-visit-agreed = Está acordado.

# La primera página de quien dirige.

portfolio-title = Cartera
portfolio-talks = Las conversaciones pendientes
portfolio-talks-words = Primero un plazo de aviso cercano de un cliente que no está estable, luego quien está en riesgo, luego cualquier plazo cercano, luego quien necesita atención.
portfolio-talks-none = Hoy nada pide una conversación.
portfolio-talk-with = Con
portfolio-notice = aviso antes del { $day } ({ $days } días)
portfolio-and-more = (y { $count } más como este)
portfolio-changed = Qué cambió esta semana
portfolio-changed-none = Ningún cliente se movió tres puntos o más.
portfolio-from-to = de { $before } a { $after }
portfolio-came = Nuevo:
portfolio-went = Ya no:
portfolio-promises = Promesas cumplidas
portfolio-promises-words = respuestas a tiempo, de las que debíamos por lo que nos dijeron en los últimos 90 días
portfolio-clients = Clientes ({ $count })
portfolio-none = Todavía no hay clientes.
portfolio-client = Cliente
portfolio-deadline = Aviso antes del
portfolio-days = { $days ->
    [0] hoy
    [one] mañana
   *[other] en { $days } días
}
portfolio-passed = ya no se puede avisar
portfolio-no-end = sin fin acordado
portfolio-week = En una semana
portfolio-pages = Páginas
portfolio-earlier = Antes
portfolio-later = Siguiente

# Si la salud avisó de quién se fue.

calibration-title = ¿Avisó la salud de quién se fue?
calibration-words = De cada plazo terminado: cuál era la salud { $days } días antes del último día para avisar, calculada con lo que se sabía entonces, frente a lo que pasó. Marcado es quien no estaba estable.
calibration-too-little = Es demasiado poco para decir algo todavía: { $terms } plazos terminaron, y de quienes se fueron se sabía lo suficiente de { $left }. Hacen falta al menos { $fewest } de cada uno.
calibration-recall = De quienes se fueron y se conocían lo suficiente, marcados antes
calibration-precision = De los marcados, se fueron
calibration-missed = De los estables, se fueron igualmente
calibration-unknown = Plazos de los que no se sabía lo suficiente
calibration-terms = Plazos terminados ({ $count })
calibration-none = Todavía no terminó ningún plazo.
calibration-then = Salud entonces
calibration-came = Qué pasó
calibration-left = Se fue
calibration-stayed = Se quedó
