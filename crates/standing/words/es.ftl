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
health-as-table = Lo mismo en una tabla
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
calibration-too-little = Es demasiado poco para decir algo todavía: { $terms } plazos terminaron y { $left } clientes se fueron. Hacen falta al menos { $fewest } de cada uno.
calibration-recall = De quienes se fueron, marcados antes
calibration-precision = De los marcados, se fueron
calibration-missed = De los estables, se fueron igualmente
calibration-unknown = Plazos de los que no se sabía lo suficiente
calibration-terms = Plazos terminados ({ $count })
calibration-none = Todavía no terminó ningún plazo.
calibration-then = Salud entonces
calibration-came = Qué pasó
calibration-left = Se fue
calibration-stayed = Se quedó
