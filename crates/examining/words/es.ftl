# Lo que saben los oficiales, y con qué seguridad se sabe.

exams-title = Exámenes
exams-words = Un examen tiene tantas preguntas y tanto tiempo como dice su modelo. Una vez comenzado, el tiempo corre, pase lo que pase con su teléfono: puede seguir desde cualquier aparato. Nadie compara a los oficiales por sus resultados.
exam-kind-exam = Examen
exam-kind-placement = Prueba de lo que se sabe
exam-numbers = { $items } preguntas, { $minutes } minutos; { $pass } deben ser correctas.
exam-begin = Comenzar ahora
exam-of-nobody = No se encontró ninguna prueba oficial de que el estado haga un examen así. Esto comprueba lo que conviene saber, con números nuestros.
exam-rests-on = Qué de esto es oficial
exam-rests-on-words = Los datos y las estimaciones están como los tiene nuestro contenido, en inglés.
exam-facts = Dicho en público
exam-facts-none = Nada: todos los números son nuestros.
exam-fact-official = Oficial
exam-fact-secondary = Lo dicen otros
exam-fact-disputed = No es seguro
exam-fact-as-of = a fecha de { $as_of }
exam-estimates = Nuestras estimaciones
exams-past = Sus exámenes
exams-past-none = Usted aún no ha hecho ningún examen aquí.
exam-is-under-way = Usted tiene un examen en curso.
exam-go-on = Seguir: { $exam }
exam-nothing-to-ask = No hay preguntas para este examen. Pida a un formador que traiga algunas.
exam-right-of = { $right } de { $asked } correctas
exam-passed = Aprobado
exam-not-passed = No aprobado
exam-voided = Anulado

exam-ends = Termina el
exam-minutes-left = { $minutes ->
    [one] queda 1 minuto
   *[other] quedan { $minutes } minutos
}
exam-given-back = { $minutes ->
    [one] El sistema no estuvo disponible durante 1 minuto; se le devolvió.
   *[other] El sistema no estuvo disponible durante { $minutes } minutos; se le devolvieron.
}
exam-time-is-up = Se acabó el tiempo de su examen.
exam-saved-counts = Lo que guardó cuenta.
exam-see-result = Ver el resultado
exam-is-short = Este examen tiene solo { $asked } preguntas, y debe ser correcta la misma parte de ellas. Hay muy pocas sobre
exam-short-of = { $there } de { $needed }
exam-so-far = Ha contestado { $answered } de { $asked } preguntas.
exam-pass-mark = Para aprobar deben ser correctas { $pass }.
exam-to-question = Ir a la pregunta { $place }
exam-question = Pregunta
exam-question-title = Pregunta { $place } de { $asked }
exam-open = Sin contestar ({ $count })
exam-open-none = Todas las preguntas tienen respuesta. Aún puede cambiarlas.
exam-open-label = Preguntas sin contestar
exam-flagged = Para volver a mirar ({ $count })
exam-flagged-label = Preguntas para volver a mirar
exam-answered = Contestadas ({ $count })
exam-answered-label = Preguntas contestadas
exam-all-questions = Todas las preguntas
exam-in-english = Esta pregunta se hace solo en inglés.
exam-language-changed = Usted cambió de idioma después de que se le hizo esta pregunta.
exam-flag = Volver a esta pregunta más tarde
exam-save-next = Guardar y seguir
exam-save-previous = Guardar y volver atrás
exam-save-all = Guardar y ver todas las preguntas
exam-no-such-option = No existe esa opción. Vuelva a la pregunta y elija una de las que muestra.
exam-is-over = El tiempo de este examen se acabó o ya fue entregado, así que esta respuesta no se tomó. Lo que guardó antes cuenta: abra el examen para verlo.
exam-closed-before = Este examen ya había terminado. Ábralo para ver el resultado.

exam-hand-in = Entregar
exam-open-still = { $count ->
    [one] 1 pregunta aún no tiene respuesta. Contará como incorrecta.
   *[other] { $count } preguntas aún no tienen respuesta. Contarán como incorrectas.
}
exam-open-no-more = Las { $asked } preguntas tienen respuesta.
exam-flagged-still = { $count ->
    [one] Quería volver a mirar 1 pregunta.
   *[other] Quería volver a mirar { $count } preguntas.
}
exam-hand-in-words = Una vez entregado no se puede cambiar nada. Verá enseguida el resultado y las razones de cada respuesta.
exam-hand-in-now = Entregar ahora
exam-not-yet = Todavía no

exam-closed-handed-in = Fue entregado.
exam-closed-time = Terminó cuando se acabó el tiempo.
exam-closed-sure = Terminó porque ya se sabía bastante.
exam-closed-enough = Terminó porque se hicieron bastantes preguntas.
exam-likely-again = Otro examen del mismo modelo daría probablemente de { $low } a { $high } correctas de { $asked }.
exam-likely-words = Las preguntas se sortean, y por eso 19 de cada 20 resultados están en ese margen.
exam-by-competency = Por competencia
exam-competency = Competencia
exam-right = Respuestas correctas
exam-review = Cada pregunta, con las razones
exam-was-right = Correcta
exam-was-wrong = Incorrecta
exam-was-open = Sin respuesta
exam-key = Respuesta correcta
exam-chosen = Elegida
exam-voided-since = Anulado desde { $when }; no cuenta para nada.
exam-void = Anular este examen
exam-void-words = Entonces no cuenta ni para lo que se sabe del oficial ni para lo que se sabe de las preguntas. No se puede deshacer.
exam-void-why = Por qué
exam-void-under-way = Este examen aún está en curso. Anúlelo cuando haya terminado.
exam-void-own = Este examen es suyo. Pida a otro formador que lo mire.
exam-void-before = Este examen ya fue anulado. Mírelo de nuevo.
done-exam-voided = El examen ya no cuenta para nada.

exams-taken-title = Exámenes de los oficiales
exams-taken-words = Primero los más recientes. Sirven para ayudar a los oficiales a aprender, no para compararlos.
exams-taken-none = Nadie ha terminado aún un examen.
exam-officer = Oficial
exam-which = Examen
exam-begun = Comenzado
exam-result = Resultado

readiness-title = ¿Cuánto me falta?
readiness-words = Con qué probabilidad aprobaría usted hoy cada examen, según lo que contestó a preguntas nuevas para usted y en exámenes. Nadie se clasifica por esto.
readiness-of-words = Para ayudar a este oficial a aprender. No mide cómo hace su trabajo, y nadie se clasifica por esto.
readiness-not-enough = Aún no hay bastantes respuestas: { $answers } hasta ahora. Para un pronóstico { $more ->
    [one] hace falta cerca de una más
   *[other] hacen falta cerca de { $more } más
}.
readiness-from = { $answers ->
    [one] De 1 respuesta.
   *[other] De { $answers } respuestas.
}
readiness-exams = Probabilidad de aprobar hoy
readiness-chance = Probabilidad de aprobar
readiness-likely = { $likely } % (entre { $low } % y { $high } %)
readiness-how = "Entre" dice qué probabilidad habría si el nivel estuviera en un extremo o en otro de donde está, 19 veces de cada 20. Las preguntas de un examen no se conocen antes: se sortean algunos exámenes como se haría de verdad. El pronóstico trata de nuestras preguntas; si un examen pide más, su descripción lo dice.
readiness-nothing-to-ask = Aún no hay preguntas para él.
readiness-competencies = Por competencia
readiness-no-answers = Aún no hay respuestas.
readiness-read-next = Lea ahora:
readiness-right = Respuestas correctas
readiness-too-few = { $answers } de al menos { $fewest } respuestas: muy pocas para una cifra
ability-is = Un nivel de { $ability }, entre { $low } y { $high }. En 0 está un oficial de nivel medio; unos dos de cada tres están entre -1 y 1.

foretelling-title = ¿Acertaron los pronósticos?
foretelling-words = De los exámenes cuya probabilidad de aprobar se pronosticó al comenzar: cuántos se aprobaron. Los pronósticos son honestos cuando lo pronosticado está dentro de lo que pasó.
foretelling-bin = Pronosticado
foretelling-from-to = de { $low } a { $high } %
foretelling-mean = De media
foretelling-passed = Aprobados
foretelling-brier = En { $exams } exámenes la puntuación de Brier es { $brier }; 0 es perfecto. Decir siempre la parte que aprobó daría { $plain }.
foretelling-too-few = { $exams } de al menos { $fewest } exámenes con pronóstico: muy pocos para decirlo.

placement-title = ¿Qué sé ya?
placement-words = Una prueba que hace una pregunta tras otra, cada una tan difícil como conviene a lo que contestó antes, y termina cuando se sabe bastante: como pronto tras 10 preguntas, como mucho tras 30. No hay límite de tiempo, y puede seguir otro día.
placement-begin = Comenzar
placement-is-under-way = Usted tiene una prueba en curso.
placement-go-on = Seguir
placement-for = ¿En qué examen debe fijarse?
placement-past = Sus pruebas
placement-past-none = Usted aún no ha hecho ninguna prueba así.
placement-nothing-to-ask = No hay preguntas para esta prueba. Pida a un formador que traiga algunas.
placement-question-title = Pregunta { $place }, de 30 como mucho
placement-unknown = No lo sé
placement-answer = Contestar
placement-choose = Por favor elija una respuesta, o diga que no lo sabe. Vuelva a la pregunta para hacerlo.
placement-end = Terminar aquí y ver el resultado
placement-asked = { $asked ->
    [one] Tras 1 pregunta.
   *[other] Tras { $asked } preguntas.
}
placement-chance = Probabilidad de aprobar hoy { $exam }: { $likely } %.
ability-low = Hay mucho que ganar: empiece por las lecciones de las competencias de abajo.
ability-middling = Un buen comienzo: la práctica le llevará más lejos.
ability-high = Usted lo sabe bien: manténgalo con unos minutos de práctica cada día.

figures-title = Lo que dicen las respuestas de las preguntas
figures-usage = Guardar como datos de uso de QTI
figures-words = Primero las que alguien debería mirar. Las cifras cuentan la primera respuesta de cada oficial a una pregunta con el texto que tiene ahora; lo anulado no cuenta.
figures-none = Aún no se ha contestado ninguna pregunta.
figures-more = Hay { $count } más en los archivos.
figures-question = Pregunta
figures-answers = Respuestas
figures-right = Correctas
figures-correlation = Va con el nivel
figures-difficulty = Dificultad
figures-look = Por mirar
figures-drawn = En exámenes de los últimos { $days } días
figures-of = Lo que dicen las respuestas de ella
figures-too-few = { $answers } de al menos { $fewest }: muy pocas
figures-correlation-words = Quien sabe más debería acertar más: desde 0,2 más o menos una pregunta distingue a los oficiales. El nivel se toma de todas las demás respuestas.
figures-correlation-is = { $value } (entre { $low } y { $high })
figures-same-for-all = No se deduce nada: todos hicieron lo mismo
figures-fitted = { $difficulty }; su autor pensó { $level }. Pendiente { $discrimination }
figures-author = { $level }, según su autor; { $answers } de al menos { $fewest } respuestas para una cifra
figures-options = Lo que se eligió
figures-option = Opción
figures-chosen = La eligieron
figures-none-chosen = No lo sé
figures-nothing-to-look-at = Nada llama la atención.
figure-flag-key = La clave puede estar mal: quien sabe más falla más
figure-flag-rare = Una opción que casi nadie elige
figure-flag-attracts = Una opción incorrecta atrae a quienes saben más
figure-flag-beats = Del mejor tercio, más eligen una opción incorrecta que la clave
