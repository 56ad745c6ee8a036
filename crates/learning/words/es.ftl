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
rehearsals-title = Diálogos
rehearsals-words = Alguien dice algo y usted elige qué dice o qué hace. Al final lee qué efecto tuvo y por qué. Sirve para aprender: no se clasifica a nadie por ello.
rehearsals-in-english = Por ahora los diálogos están solo en inglés.
rehearsal-anywhere = Cualquier lugar
rehearsal-minutes = unos { $minutes } minutos
rehearsal-begin = Empezar
rehearsal-begin-anew = Empezar de nuevo
rehearsal-again = Repetirlo desde el principio
rehearsal-go-on = Seguir
rehearsal-times = { $times ->
    [one] Lo ha hecho una vez.
   *[other] Lo ha hecho { $times } veces.
 }
rehearsal-last = La última vez, { $when }
rehearsal-good = Terminó bien
rehearsal-mixed = Terminó bien solo en parte
rehearsal-poor = Terminó mal
rehearsal-so-far = { $choices ->
    [one] Dónde está usted, y lo que ha elegido hasta ahora (una vez)
   *[other] Dónde está usted, y lo que ha elegido hasta ahora ({ $choices } veces)
 }
rehearsal-you = Usted
rehearsal-choice = ¿Qué dice o qué hace usted?
rehearsal-choose = Eso es lo que hago
rehearsal-no-choice = Elija una de estas opciones.
rehearsal-went-on = Este diálogo ya ha avanzado. Mire en qué punto está ahora.
rehearsal-is-under-way = Usted está en medio de este diálogo. Siga con él.
rehearsal-rewritten = Este diálogo se ha reescrito desde que usted lo empezó. Empiécelo de nuevo.
rehearsal-removed = Este diálogo ya no existe. Elija otro.
rehearsal-decided = Qué fue decisivo
rehearsal-sums = A qué llevó lo que eligió
rehearsal-trust = Confianza
rehearsal-trust-much = Confían en usted.
rehearsal-trust-some = Confían en usted un poco más que antes.
rehearsal-trust-same = Confían en usted igual que antes.
rehearsal-trust-less = Confían en usted menos que antes.
rehearsal-information = Información
rehearsal-information-much = Averiguó mucho de lo que necesitaba.
rehearsal-information-some = Averiguó una parte de lo que necesitaba.
rehearsal-information-none = No averiguó nada de lo que necesitaba.
rehearsal-risk = Riesgo
rehearsal-risk-much = Hubo más peligro, o se faltó a las órdenes.
rehearsal-risk-some = Hubo un poco más de peligro.
rehearsal-risk-none = No hubo más peligro que antes.
rehearsal-step = Paso { $step }
rehearsal-steps = Paso a paso
rehearsal-moves = Confianza { $trust }, información { $information }, riesgo { $risk }
rehearsal-lacked-trust = Con más confianza, esto habría llevado más lejos.
rehearsal-behaviours = Lo que usó y lo que le faltó
rehearsal-used = Usado
rehearsal-missed = Faltó
rehearsal-better = Vale la pena probar
rehearsal-would-show = Habría mostrado:
rehearsal-picture = Lo que eligen los agentes
rehearsal-picture-words = Las escenas van de izquierda a derecha, y cada número es una opción; cuando hay suficientes ensayos, lleva al lado cuántas veces se eligió. La línea discontinua se toma cuando se ha reunido demasiado poca confianza. Elija la imagen para verla en grande.
rehearsal-picture-alt = Las escenas del diálogo y lo que lleva de una a otra. Las tablas de abajo dicen lo mismo.
rehearsal-taken = { $rehearsals } ensayos de { $officers ->
    [one] un agente
   *[other] { $officers } agentes
 } llegaron al final con estas palabras. Junto a cada cifra está lo segura que es.
rehearsal-taken-few = { $rehearsals ->
    [one] Un ensayo llegó
   *[other] { $rehearsals } ensayos llegaron
 } al final con estas palabras. Lo que se elige se cuenta a partir de { $fewest } ensayos de { $officers } agentes.
rehearsal-taken-count = { $count } de { $of }
rehearsal-taken-share = { $count } de { $of } ({ $value } %, entre { $low } % y { $high } %)
rehearsal-scene = Escena { $name }
rehearsal-said = Lo que se puede decir o hacer
rehearsal-chosen = Elegido
rehearsal-nothing = Nada
rehearsal-endings = Finales
rehearsal-ending = Final
rehearsal-outcome = Cómo terminó
rehearsal-reached = Alcanzado
