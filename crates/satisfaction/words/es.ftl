# Cómo encontraron nuestro trabajo.

satisfaction-title = Satisfacción
satisfaction-words = Lo que se dijo cuando preguntamos si nuestra respuesta sirvió y cómo fue la atención. El silencio es desconocido: cuenta como falta de respuesta, nunca como una buena.
satisfaction-client = Cliente
satisfaction-all = Todo lo que veo
satisfaction-period = Tiempo
satisfaction-show = Mostrar
period-quarter = Los últimos 90 días
period-year = Los últimos 360 días
satisfaction-response = Respondieron, de quienes preguntamos
satisfaction-helped = ¿Le sirvió?
satisfaction-few = Menos de { $fewest } respuestas: se muestran una por una, porque una cifra de tan pocas dice poco.
satisfaction-question = Pregunta
satisfaction-answers = Respuestas
satisfaction-mean = Promedio, de 1 a 5
satisfaction-spread = Cuántos dieron cada una
satisfaction-trend = Hacia dónde va
satisfaction-comments = En sus palabras
satisfaction-no-comments = Nadie agregó palabras en este tiempo.
satisfaction-how = Cómo se hacen estas cifras
satisfaction-how-words = "Entre" dice dónde estaría una cifra, 95 veces de cada 100, si preguntáramos otras tantas veces: de una proporción según Wilson (1927), de un promedio según Student (1908). Con menos de { $fewest } respuestas no hay cifra. Hacia dónde va se prueba en doce tramos de 30 días según Mann (1945) y Kendall (1975), y se muestra solo si el azar haría lo mismo menos de una vez en 100; hacen falta respuestas en seis tramos.
figure-count = { $count } de { $of }
figure-share = { $count } de { $of } ({ $value } %, entre { $low } % y { $high } %)
figure-none = Sin respuestas
figure-single = Respuestas sueltas: { $grades }
figure-same = { $mean }; todas iguales, así que nada se puede decir del azar
figure-mean = { $mean } (entre { $low } y { $high })
trend-rising = Sube
trend-falling = Baja
trend-unclear = Ninguna tendencia mayor que el azar
trend-too-few = Respuestas en muy pocos tramos
trend-year-alone = Solo en los últimos 360 días

# The quarterly survey: questions and the ends of their scales.

item-reliable-1 = Los oficiales están en su lugar a las horas acordadas.
item-reliable-2 = Lo que se acuerda con el equipo de seguridad se cumple.
item-assured-1 = Los oficiales saben qué hacer en este sitio.
item-assured-2 = Confío en los oficiales para manejar una situación difícil.
item-tangible-1 = El aspecto de los oficiales es adecuado aquí.
item-tangible-2 = Los oficiales tienen el equipo que este sitio necesita.
item-empathy-1 = El equipo de seguridad entiende qué es importante en nuestro sitio.
item-empathy-2 = El equipo de seguridad toma en serio lo que me preocupa.
item-responsive-1 = Cuando pido algo, me responden rápido.
item-responsive-2 = Los oficiales ayudan de buena gana cuando alguien lo pide.
item-rapport-enjoy-1 = Es agradable tratar con los oficiales.
item-rapport-enjoy-2 = Me siento a gusto al hablar con los oficiales.
item-rapport-enjoy-3 = Los oficiales y yo nos entendemos bien.
item-rapport-connect-1 = Los oficiales saben quién soy.
item-rapport-connect-2 = Me gustaría que los oficiales que conozco sigan aquí.
item-effort = Es fácil trabajar con el equipo de seguridad.
item-overall = En general, ¿cuánta satisfacción o insatisfacción le da el servicio de seguridad?
item-recommend = Si un colega le preguntara, ¿qué tan probable es que nos recomiende?
item-importance = ¿Cuánto le importa cada cosa? Reparta 100 puntos.
dimension-reliability = Cumplir lo acordado
dimension-assurance = Oficiales capaces y de confianza
dimension-tangibles = Aspecto y equipo
dimension-empathy = Entender nuestro sitio y su gente
dimension-responsiveness = Respuesta y ayuda rápidas
item-comment = Si hay algo que debamos hacer de otra manera, ¿qué es?
scale-5-low = Mucha insatisfacción
scale-5-high = Mucha satisfacción
scale-7-low = Totalmente en desacuerdo
scale-7-high = Totalmente de acuerdo
scale-10-low = Nada probable
scale-10-high = Sumamente probable

# Around the questions.

survey-relationship = Cómo trabajamos juntos
survey-relationship-words = Cada tres meses, { $organization } pregunta cómo va su trabajo en { $site }.
survey-takes-three-minutes = Toma más o menos tres minutos.
survey-optional = Puede dejar cualquier pregunta sin responder.
survey-send = Enviar mis respuestas
survey-anonymous = No incluir mi nombre
survey-editable = Puede cambiar sus respuestas hasta el { $day }.
survey-closed = Esta encuesta ya terminó. Aún puede contarnos en cualquier momento lo que le preocupa: recibe un número y una respuesta.
survey-answered = Usted ya respondió. Puede cambiar sus respuestas hasta el { $day }.
survey-answered-final = Usted ya respondió. Sus respuestas ya no se pueden cambiar.
survey-letter-link = Aquí están las preguntas, sin necesidad de iniciar sesión:
survey-reminder-subject = Hasta el { $day }: ¿cómo va la seguridad en { $site }?
survey-reminder-words = Le preguntamos por { $site } y aún no tenemos su respuesta. Puede responder hasta el { $day }. No se lo recordaremos otra vez.
survey-letter-subject = ¿Cómo le va con la seguridad en { $site }?
survey-letter-words = { $organization } quisiera saber cómo ve usted su trabajo en { $site }. Toma más o menos tres minutos, y puede responder hasta el { $day }.
dimension-enjoyable = Trato agradable
dimension-connected = Conocerse
survey-name = Su nombre
survey-nothing = No respondió nada. Responda al menos una pregunta, o escriba una palabra.
survey-points = Estos cinco deben sumar 100; suman { $sum }.
done-survey = Gracias. Tenemos sus respuestas.
survey-one-open = Hay una ronda abierta. Debe cerrarse antes de que se abra otra.
survey-not-over = Todavía no terminó.
survey-over = Terminó y no se repite.
survey-not-now = Ahora no se les pregunta.
survey-is-closed = Esta encuesta terminó. Puede contarnos en cualquier momento lo que le preocupa.
survey-is-final = Respondió sin su nombre. Esas respuestas ya no se pueden cambiar.
survey-name-hint = Sin su nombre, nadie puede llamarle para hablar de esto. Donde un sitio tiene pocos contactos, mostramos su respuesta solo junto con otras. Anotamos que usted respondió, para no enviarle recordatorios. Lo que escriba con sus palabras aún puede mostrar quién es usted. Sin su nombre, sus respuestas no se pueden cambiar después.

# Rounds.

surveys-title = Encuestas
surveys-words = Cada trimestre preguntamos a los contactos de nuestros clientes cómo va nuestro trabajo: con un correo y un enlace, una vez, con un recordatorio. A quien se le preguntó algo en los últimos 30 días se le pregunta después, y a quien no quiere encuestas no se le pregunta.
surveys-none = Todavía no se preguntó a nadie.
survey-open = Abierta
survey-over-word = Terminada
survey-open-one = Preguntar ahora
survey-days = Días para responder
survey-days-hint = De 7 a 60
survey-repeats = Cada trimestre
survey-repeats-yes = Volver a preguntar por sí sola cada 91 días
survey-open-now = Preguntar a todos los contactos
survey-opened = Abierta el
survey-closes = Abierta hasta
survey-next = La siguiente se abre
survey-score = Nos recomendarían (net promoter score)
survey-resting = Todavía no preguntado
survey-resting-words = { $count ->
    [one] A un contacto: se le preguntó otra cosa en los últimos 30 días, o la carta está en camino.
   *[other] A { $count } contactos: se les preguntó otra cosa en los últimos 30 días, o la carta está en camino.
}
survey-together = Las respuestas se muestran solo juntas. Con menos de cinco no hay cifras ni comentarios, para que nadie sepa quién dijo qué.
survey-dimensions = En qué resulta, de 1 a 7
survey-questions = Las preguntas
survey-importance = Qué importa, de 100 puntos
survey-mean = Promedio
survey-no-comments = No hay comentarios para mostrar.
survey-end = Terminarla
survey-end-words = Nadie podrá responder más, y ninguna otra ronda se abrirá por sí sola.
done-survey-opened = Ahora se pregunta a los contactos.
done-survey-ended = Terminó.
figure-too-few = { $count }: menos de { $fewest }, así que no hay cifra
figure-score-counts = { $promoters } de 9 o 10, { $passives } de 7 u 8, { $detractors } de 0 a 6
figure-score = { $value } (entre { $low } y { $high }): { $promoters } de 9 o 10, { $passives } de 7 u 8, { $detractors } de 0 a 6

# The pulse of the public.

item-pulse-safe = ¿Sintió que este lugar era seguro hoy?
item-pulse-treated = ¿Los guardias le dieron un trato respetuoso?
item-pulse-comment = Algo más, si lo desea
scale-no-contact = No traté con ningún guardia
pulse-ask-title = Su visita de hoy
pulse-ask-words = Dos preguntas sobre { $site }, para { $organization }. No pedimos su nombre.
pulse-nobody-answers = Aquí nadie puede responderle. Si algo necesita respuesta, cuéntenoslo por aquí:
pulse-title = Lo que dice el público
pulse-words = Lo que la gente del sitio respondió en los últimos 90 días en la página detrás de sus letreros, sin cuenta y sin nombre.
pulse-apart = Se guarda aparte de lo que dicen los clientes y no entra en ninguna de sus cifras. No se cuentan personas: alguien puede responder más de una vez, y quien está molesto o encantado responde con más ganas. Léalo como un indicio.
pulse-forms = Formularios enviados
pulse-good = 4 o 5
pulse-by-sign = Por letrero
pulse-none = Nadie respondió en este tiempo. La página detrás de cada letrero del sitio lleva a las dos preguntas.
pulse-how-words = "Entre" dice dónde quedaría una cifra, 95 veces de 100, si otros tantos respondieran de modo parecido: de una proporción según Wilson (1927), de un promedio según Student (1908). Con menos de { $fewest } respuestas se muestra cada una: nadie dejó su nombre, y una respuesta tiene día y no tiene hora.
pulse-privacy = No pedimos su nombre. Con sus respuestas guardamos el día y el letrero. Esta página no usa cookies.
pulse-too-often = Se respondió mucho desde aquí en poco tiempo. Sus respuestas siguen abajo: por favor envíelas otra vez en { $minutes } min.

# What comments are about.

theme-people = Trato de los oficiales
theme-new-faces = Caras nuevas
theme-presence = Presencia y rondas
theme-skill = Conocer el trabajo
theme-communication = Comunicación y supervisión
theme-reports = Informes
theme-response-time = Tiempo de respuesta
theme-access-control = Puertas y acceso
theme-parking = Estacionamiento y vehículos
theme-safety = Sensación de seguridad
theme-cost = Costo y facturación
theme-appearance = Aspecto
theme-praise = Elogio
theme-other = Otros
themes-title = De qué tratan
themes-comments = Comentarios
themes-all = Todos los comentarios
themes-of = de { $count }
themes-words = Los temas se encuentran por palabras sueltas, así que algunos están equivocados, y un comentario puede estar en varios. Dicen por dónde empezar a leer; no son una cifra de satisfacción.
themes-left-out = Hay más en el archivo de abajo: { $count }

# Questions of the organization's own.

own-questions-title = Preguntas propias
own-questions-words = Hasta { $most } frases que ustedes preguntan además de las otras, en las rondas que se abran desde ahora. Una ronda abierta no cambia. Una frase no se puede cambiar, porque las respuestas a otra frase no se pueden comparar: deje de preguntarla y agregue la nueva.
own-questions-none = Todavía ninguna.
own-questions-also = { $organization } también pregunta
own-questions-retired = Ya no se preguntan
own-question-new = Agregar una
own-question-english = En inglés
own-question-english-hint = Una frase con la que se puede estar de acuerdo, sobre una sola cosa, como "The main gate is well lit at night."
own-question-spanish = En español
own-question-spanish-hint = Sin ella se muestra la frase en inglés.
own-question-shown-in-english = Ninguna: se muestra la frase en inglés
own-question-kind = Cómo se responde
own-kind-agreement = De 1, totalmente en desacuerdo, a 7, totalmente de acuerdo
own-kind-words = Con palabras
own-question-add = Agregarla
own-question-retire = Dejar de preguntar
own-question-is-retired = ya no se pregunta
own-question-twice = Esto ya se pregunta.
own-question-enough = Ya hay { $most }. Deje de preguntar una antes de agregar otra.
own-question-retired-before = Ya no se preguntaba.
done-own-question-added = La próxima ronda también la pregunta.
done-own-question-retired = La próxima ronda no la pregunta. Lo que se respondió queda.

# Cómo cambian las respuestas de una ronda a otra.
trend-title = De ronda en ronda
trend-words = Lo que respondió un cliente, o todos, en cada ronda terminada. La ronda abierta no está aquí: sus respuestas aún pueden cambiar. Con menos de { $fewest } respuestas no hay cifra, para que nadie pueda saber quién dijo qué.
trend-of = En el gráfico
trend-none = Todavía no ha terminado ninguna ronda.
trend-rounds = { $count ->
    [one] Ha terminado una ronda.
   *[other] Han terminado { $count } rondas.
}
trend-no-chart = Menos de dos rondas tienen respuestas suficientes para una cifra.
trend-newest = La última ronda
trend-before = La ronda anterior
trend-few-rounds = Aún hay pocas rondas
trend-how = La tendencia se comprueba cuando seis rondas tienen cifra, según Mann (1945) y Kendall (1975), y solo se muestra si el azar haría lo mismo menos de una vez de cada 100.
trend-chart-words = Una cifra por ronda, con el margen que deja el azar. Una ronda con pocas respuestas es un hueco.
