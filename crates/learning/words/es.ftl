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
question-level-words = { $level } logits, según su autor; con 0, un agente de nivel medio acierta la mitad de las veces
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

lessons-title = Lecciones
lessons-words = Cinco minutos cada una: qué es, cómo se ve y un ejemplo de cada tipo de lugar.
learning-for-trainers = Para formadores

practice-title = Práctica
practice-words = { $questions ->
    [one] Una pregunta
   *[other] { $questions } preguntas
 }, unos cinco minutos. Primero viene lo que pronto olvidaría. Nadie es comparado con nadie por ello.
practice-nothing-waits = Hoy no le espera nada y no hay preguntas nuevas. Vuelva mañana.
practice-question = Pregunta { $number } de { $of }
practice-guess = Lo adiviné
practice-right = Correcto.
practice-wrong = No es correcto.
practice-chosen = Su respuesta
practice-check = Comprobar
practice-next = Pregunta siguiente
practice-hand-in = Entregar
practice-done-title = Practicado
practice-kept = Está guardado en este teléfono y se envía en cuanto haya señal.
practice-right-of = { "{right}" } de { "{of}" } correctas
practice-right-of-count = { $right } de { $of } correctas
practice-come-back = Lo que no fue correcto vuelve mañana; lo demás, más tarde.
practice-again = Cinco minutos más
practice-waiting = Le esperan hoy
practice-waiting-count = { $count ->
    [0] Hoy no vuelve ninguna pregunta; hay nuevas
    [one] Una pregunta
   *[other] { $count } preguntas
 }
practice-days = Esta semana
practice-days-count = Practicó { $days } de 7 días
practice-remembered = Aún sabido
practice-remembered-few = Muy pocas para decirlo: { $of } de al menos { $fewest } preguntas que volvieron
practice-remembered-of = { $right } de { $of } que volvieron en { $days } días
practice-nothing = Responda al menos una pregunta y entregue cada hoja tal como es.
practice-there = Esta práctica ya se entregó.
done-practice = Entregada.
