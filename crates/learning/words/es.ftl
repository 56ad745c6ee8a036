# Lo que aprenden los agentes.

learning-title = Aprender

questions-title = Preguntas
questions-words = Lo que se pregunta a los agentes en la práctica y en los exámenes. Lo que pertenece a las órdenes de un sitio se pregunta solo a sus agentes y no está en esta lista.
questions-all = Todas
questions-asked = Se preguntan
questions-retired = Ya no se preguntan
questions-show = Mostrar
questions-none = No hay preguntas así.
questions-more = Más preguntas
question-competency = Competencia
question-state = Cuáles
question-origin = De dónde viene
question-of-content = Viene con Rapport
question-brought = Traída de fuera
question-of-orders = Órdenes del puesto
question-source = En qué se apoya
question-level = Dificultad
question-level-words = { NUMBER($level, minimumFractionDigits: 1, maximumFractionDigits: 2) } logits, según su autor; con 0, un agente de nivel medio acierta la mitad de las veces
question-worded = Con estas palabras desde
question-key = Correcta
question-retire = No preguntar más
question-restore = Volver a preguntar
question-retired-since = No se pregunta desde { $when }.
question-retired-before = Esta pregunta ya no se hace. Mírela de nuevo.
question-is-asked = Esta pregunta ya se hace. Mírela de nuevo.
done-question-retired = Ya no se hace esta pregunta a nadie.
done-question-restored = Esta pregunta se hace de nuevo.

lesson-minutes = Unos { $minutes } minutos
lesson-behaviours = Cómo se ve
lesson-sources = En qué se apoya esto
practice-begin = Practicar cinco minutos

occasion-practice = Práctica
occasion-exam = Examen
occasion-placement = Prueba de lo que se sabe
