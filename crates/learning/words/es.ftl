# Lo que aprenden los oficiales.

learning-title = Aprender

questions-title = Preguntas
questions-words = Lo que se pregunta a los oficiales en la práctica y en los exámenes. Lo que pertenece a las órdenes de un sitio se pregunta solo a sus oficiales y no está en esta lista.
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
question-level-words = { $level } logits, según su autor; con 0, un oficial de nivel medio acierta la mitad de las veces
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
practice-kept = Lo que respondió está guardado, y la oficina lo recibe en cuanto haya señal.
practice-right-of = {"{"}right{"}"} de {"{"}of{"}"} correctas
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
rehearsal-picture = Lo que eligen los oficiales
rehearsal-picture-words = Las escenas van de izquierda a derecha, y cada número es una opción; cuando hay suficientes ensayos, lleva al lado cuántas veces se eligió. La línea discontinua se toma cuando se ha reunido demasiado poca confianza. Elija la imagen para verla en grande.
rehearsal-picture-alt = Las escenas del diálogo y lo que lleva de una a otra. Las tablas de abajo dicen lo mismo.
rehearsal-taken = { $rehearsals } ensayos de { $officers ->
    [one] un oficial
   *[other] { $officers } oficiales
 } llegaron al final con estas palabras. Junto a cada cifra está lo segura que es.
rehearsal-taken-few = { $rehearsals ->
    [one] Un ensayo llegó
   *[other] { $rehearsals } ensayos llegaron
 } al final con estas palabras. Lo que se elige se cuenta a partir de { $fewest } ensayos de { $officers } oficiales.
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

exchange-title = Preguntas de y para otros programas
exchange-bring = Traer un archivo
exchange-bring-words = GIFT, Aiken, Moodle XML, paquetes QTI, CSV y paquetes de Anki se reconocen por lo que contienen. Se toman las preguntas de opciones con una sola correcta; de todo lo demás se le dice, punto por punto, por qué no. Una pregunta cuyo nombre ya se trajo recibe las palabras nuevas.
exchange-file = Archivo
exchange-competency = Competencia
exchange-competency-hint = Para las preguntas que no nombran ninguna
exchange-language = En qué idioma están las preguntas
exchange-source = En qué se apoyan
exchange-source-hint = Para las preguntas que no lo dicen: un libro, un curso, una ley
exchange-give = Llevarse preguntas
exchange-give-words = Todas las preguntas que se pueden hacer a cualquiera, en un archivo. Lo que pertenece a las órdenes de un sitio no está en él.
exchange-format = Formato
exchange-carries = Qué lleva
exchange-files = Archivo
exchange-gift = GIFT
exchange-aiken = Aiken
exchange-moodle = Moodle XML
exchange-qti21 = QTI 2.1
exchange-qti22 = QTI 2.2
exchange-qti30 = QTI 3.0
exchange-csv = CSV, para una hoja de cálculo
exchange-anki = Anki
exchange-carries-least = Solo preguntas, opciones y claves
exchange-carries-most = Todo, salvo en qué se apoya la pregunta y una competencia o un lugar que ninguna etiqueta admite
exchange-carries-all = Todo
giving-count = { $count ->
    [one] Una pregunta que se puede hacer a cualquiera
   *[other] { $count } preguntas que se pueden hacer a cualquiera
}.
giving-file = Guardar el archivo
giving-lost-title = Lo que este formato no puede llevar
giving-lost-nothing = Lo lleva todo.
giving-questions = Preguntas
giving-which = preguntas: cuáles
giving-not-given = No está en el archivo
exchange-earlier = Traídos antes
import-title = Un archivo que se trajo
import-taken = { $added } nuevas, { $reworded } con palabras nuevas, { $same } como estaban
import-left-title = Lo que no se pudo tomar
import-left-nothing = Se tomó todo.
import-left-more = Y { $count } más.
import-not-taken = No se tomó
import-place = Dónde
import-what = Qué
import-at = Pregunta { $number }
import-at-line = Pregunta { $number }, línea { $line }
import-line = Línea { $line }
import-whole-file = Todo el archivo
done-questions-brought = El archivo se leyó. Abajo está lo que no se pudo tomar.

import-empty = El archivo está vacío o no se eligió ninguno. Elija un archivo.
import-too-large = El archivo es más grande de lo que se puede leer. Tráigalo por partes.
import-not-known = No es un formato que conozcamos. Guárdelo como GIFT, Aiken, Moodle XML, QTI, CSV o paquete de Anki.
import-not-text = Las letras de este archivo no se pueden leer. Guárdelo como UTF-8.
import-no-manifest = El paquete no tiene imsmanifest.xml. Expórtelo de nuevo desde el programa que lo hizo.
import-two-manifests = El paquete contiene más de un paquete. Traiga cada uno por separado.
import-too-many-files = El paquete contiene más de 5 000 archivos. Tráigalo por partes.
import-bomb = El paquete ocupa al abrirse más de lo que se puede leer. Quite imágenes y películas y expórtelo de nuevo.
import-unsafe-path = El paquete contiene un archivo que quedaría fuera de él. No se abre.
import-broken-package = El paquete está dañado. Expórtelo de nuevo.
import-encrypted = El paquete pide una contraseña. Expórtelo sin ella.
import-ill-formed = El archivo rompe las reglas de XML en la línea { $line } o define palabras propias. Expórtelo de nuevo.
import-outdated = El paquete solo contiene una nota que pide un Anki más nuevo. Expórtelo para versiones anteriores o como colección completa.
import-too-new = El paquete se hizo con una versión más nueva de la que conocemos. Expórtelo para versiones anteriores.
import-too-many-questions = El archivo tiene más de 10 000 preguntas. Tráigalo por partes.
export-no-text = Una pregunta, o una de sus opciones, no dice nada. Tráigala con sus palabras o deje de preguntarla.
export-options = Una pregunta tiene menos de dos opciones o más de ocho. Tráigala de nuevo o deje de preguntarla.
export-no-key = Una pregunta no tiene opción correcta. Tráigala de nuevo o deje de preguntarla.
export-repeated-option = Dos opciones de una pregunta dicen lo mismo. Tráigala de nuevo o deje de preguntarla.
export-level = El nivel de una pregunta no es un número. Tráigala de nuevo.
export-too-long = Una pregunta tiene más de 4 000 caracteres. Tráigala más corta.
export-fault = No se pudo componer el archivo. Pruebe otro formato.

import-left-no-key = No tiene opción correcta.
import-left-several-keys = Tiene más de una opción correcta.
import-left-too-few-options = Tiene menos de dos opciones.
import-left-too-many-options = Tiene más de ocho opciones.
import-left-no-text = Ella, o una de sus opciones, no tiene palabras.
import-left-too-long = Uno de sus textos tiene más de 4 000 caracteres.
import-left-repeated-option = Dos de sus opciones dicen lo mismo.
import-left-other-kind = Es de otro tipo: { $word }.
import-left-ill-formed = Rompe las reglas de su formato.
import-left-missing = El paquete nombra su archivo y no lo contiene.
import-left-mistakable = El formato tomaría una de sus líneas por otra cosa.
import-left-name-of-another = Una pregunta que viene con Rapport tiene este nombre. Dele otro.
import-left-words-elsewhere = Lo que decía en otro idioma: allí es correcta otra opción, o el número de opciones es otro, así que ya no se pregunta. Impórtela de nuevo en ese idioma.
import-left-second-column = Una segunda columna para lo mismo, de la que solo cabe una celda: { $word }
import-left-other-key = En otro idioma su opción correcta es la { $word }. Ponga la correcta en el mismo lugar e impórtela de nuevo.
import-left-other-count = En otro idioma tiene { $word } opciones. Dele otras tantas, con la correcta en el mismo lugar, e impórtela de nuevo.
import-left-name-twice = El archivo tiene otra pregunta con este nombre, o esta pregunta dos veces.
import-left-picture = Una imagen
import-left-media = Un sonido, una película u otra cosa que se reproduce
import-left-markup = Tablas, negrita o letras elevadas; las palabras se conservan
import-left-style = Colores, tipos de letra o programas
import-left-link = Adónde lleva un enlace; sus palabras se conservan
import-left-combined-feedback = Comentarios para quien acertó, acertó en parte o falló en conjunto
import-left-conditions = Cuándo se muestra una explicación; se conserva y se muestra siempre
import-left-rubric = Instrucciones para quien califica o hace la prueba
import-left-stimulus = Un texto que comparten varias preguntas
import-left-aids = Ayudas: lo que se lee en voz alta o en señas, un glosario, una calculadora
import-left-weights = Puntos
import-left-scoring = Una regla de calificación
import-left-tag = Una etiqueta: { $word }
import-left-category = Una categoría: { $word }
import-left-other-name = Un segundo nombre: { $word }
import-left-comment = Un comentario de su autor
import-left-hints = Pistas
import-left-arrangement = El orden de las opciones o su numeración: aquí se mezclan. Mire si alguna nombra a otra, como «las dos anteriores»
import-left-penalty = Lo que cuesta otro intento
import-left-called = El título del archivo: { $word }
import-left-hidden = Que estaba oculta
import-left-other-language = Un texto en otro idioma
import-left-scheduling = Lo que se respondió y cuándo se pregunta de nuevo
import-left-test = Una prueba: qué preguntas, en qué orden
import-left-file = Un archivo que no es una pregunta
import-left-column = Una columna que no conocemos: { $word }
import-left-not-a-number = Un nivel que no es un número: { $word }
import-left-letters = El archivo no dice cómo se escriben sus letras; se tomaron por Windows-1252
import-left-name = Su nombre
import-left-reasons = Por qué las opciones son correctas o no
import-left-explanation = Su explicación
import-left-competency = Su competencia
import-left-level = Su nivel
import-left-setting = En qué tipo de lugar sucede
import-left-source = En qué se apoya
import-left-line-breaks = Saltos de línea; cada uno se volvió un espacio

learning-exams = Exámenes, con reloj
learning-readiness = ¿Qué tan listo estoy para un examen?
learning-placement = Averiguar lo que ya sé
learning-figures = Lo que dicen las respuestas de las preguntas
learning-exams-taken = Exámenes de oficiales
learning-calibration = ¿Acertaron los pronósticos?
learning-plan = Lo que practico ahora, y por qué
learning-certificates = Mis certificados
learning-licences = Mis licencias
learning-training = Licencias, certificados y planes de los oficiales
learning-advice = Lo que conviene practicar en los sitios
improve-title = Lo que podría mejorar
improve-nothing = No se notó nada.
improve-words = Nada de esto dejó fuera una pregunta. Quien las responde aprende más, y adivina menos, si esto se corrige en el archivo y se vuelve a traer.
remark-question = Pregunta
remark-what = Lo que se notó
remark-long-ask = La pregunta es larga. Dígala con menos palabras.
remark-long-option = La opción { $word } es larga. Dígala con menos palabras.
remark-no-reason = No dice por qué la opción { $word } es correcta o no lo es.
remark-joined = La opción { $word } une otras. Aquí las opciones se mezclan, y cada una debe valer por sí sola.
remark-uneven = Las opciones son de longitud muy distinta. Muchos adivinan la más larga.
remark-same = La opción { $word } dice lo mismo que otra.
remark-not-parallel = Unas opciones son palabras dichas y otras no.
remark-absolute = «{ $word }» solo está en opciones incorrectas, y por eso se adivina que lo son.
remark-hard = Se lee como el grado { $word } de la escuela. El grado 9 lo lee con facilidad casi todo el mundo.
remark-open-ask = La pregunta no es una frase completa, y las opciones que no encajan con ella se descartan adivinando.
remark-odd = Solo la opción { $word } empieza con otro tipo de letra, o termina con otro signo, que todas las demás.
remark-other-language = Tiene texto nuevo y se sigue preguntando en otro idioma. Mire si allí dice todavía lo mismo, con las opciones en el mismo orden.
remark-unknown-competency = «{ $word }» no es una competencia aquí: la pregunta se practica y no está en ningún examen.
remark-twice = Pregunta lo mismo que { $word }.
