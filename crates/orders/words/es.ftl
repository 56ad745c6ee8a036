# Palabras de las consignas.

## Consignas

orders-title = Consignas del puesto
orders-of = Consignas: { $place }
orders-words = El sitio entero tiene consignas que comparten todos sus puestos. Cada puesto tiene además las suyas.
orders-site = Sitio
orders-where = Vale para
orders-whole-site = Todo el sitio
orders-in-force = En vigor
orders-none-in-force = Nada todavía
orders-nothing-yet = Aquí todavía no hay nada en vigor. Escriba una primera revisión y propóngala al cliente.
orders-next = Siguiente
orders-review-on = Próxima revisión general
orders-review-late = atrasada
orders-temporary = Consignas temporales
orders-temporary-new = Nueva consigna temporal
orders-confirmations = Quién ha confirmado
orders-begin = Empezar
orders-language = Escritas en
orders-languages = Idiomas
orders-from-template = Empezar con la plantilla para un lugar así
orders-draft-open = Seguir escribiendo
orders-draft-begin = Escribir la próxima revisión
orders-contents = Contenido
orders-behind = { $count ->
    [one] una sección por traducir
   *[other] { $count } secciones por traducir
}
orders-review = Revisadas: sin cambios
orders-review-words = Dejar las consignas como están también es una decisión. Diga por qué y cuándo se vuelven a mirar.
orders-review-reason = ¿Por qué no cambia nada?
orders-review-next = Próxima revisión general
orders-review-save = Anotarlo
orders-review-day = Elija un día dentro de los próximos dos años.
orders-nothing-in-force = Todavía no hay nada en vigor que se pueda revisar.
orders-there = Aquí ya hay consignas. Recargue la página para verlas.
done-orders-begun = Empezado. Nada entra en vigor antes de proponerse y aprobarse.
done-orders-reviewed = Anotado: sin cambios.
translation-behind = por traducir
translation-behind-words = El original cambió después de esta traducción. Donde difieran, vale el original.
translation-missing-words = Esta sección todavía no está traducida.
line-why = ¿Por qué?

section-overview = Sitio y distribución
section-purpose = Propósito y riesgos
section-hours = Horario y relevo
section-arrival = Llegada, llaves, equipo
section-access = Acceso
section-patrols = Rondas
section-scenarios = Qué hacer cuando
section-escalation = A quién llamar
section-client-rules = Reglas del cliente
section-care = Cómo hablamos con la gente
section-life-safety = Protección de la vida
section-reports = Informes y bitácoras
section-limits = Límites de autoridad
section-special = Consignas especiales y temporales
section-revision = Cambios de estas consignas
section-other = Otra cosa

## Borradores

draft-title = Borrador: { $place }
draft-heading = Borrador
draft-words = Nadie trabaja según un borrador. Varias personas pueden escribir a la vez; no se pierde lo de nadie.
draft-empty-yet = El borrador todavía no dice nada. Agregue una sección o traiga un archivo.
draft-propose = Proponerlo
draft-bring-in = Traer un archivo
draft-file = Markdown o Word (.docx), 20 MB como máximo
draft-instead = En lugar de lo que hay, no después
draft-discard = Desechar este borrador
draft-discard-words = Lo que está en vigor se queda. Lo que decía el borrador queda solo en el registro.
draft-overtaken = Las consignas cambiaron mientras se escribía esto
draft-overtaken-words = Otra revisión entró en vigor. Únala con este borrador antes de proponerlo: lo que no se toca se une solo, y usted elige lo demás.
draft-ours = Este borrador
draft-theirs = En vigor
draft-side-gone = Quitada
draft-take-ours = Tomar el borrador
draft-take-theirs = Tomar lo que está en vigor
draft-take-both = Tomar ambos, uno debajo del otro
draft-join = Unir
draft-choose-sides = Elija en cada sección en la que ambos cambiaron algo.
draft-nothing-to-join = El borrador sigue a lo que está en vigor. No hay nada que unir.
draft-there = Alguien ya está escribiendo la próxima revisión. Recargue la página y escriba en el mismo borrador.
draft-empty = El borrador no dice nada. Escriba al menos una sección.
draft-no-change = El borrador dice lo mismo que lo que está en vigor. No hay nada que proponer.
draft-base-replaced = Otra revisión entró en vigor mientras se escribía esta. Primero únala con el borrador.
draft-section-changed = Otra persona cambió esta sección mientras usted escribía.
draft-section-taken-out = Otra persona quitó esta sección mientras usted escribía. Guarde para volver a ponerla.
draft-too-many-sections = Las consignas tienen 60 secciones como máximo. Una algunas de ellas.
draft-section-too-long = La sección «{ $title }» es demasiado larga: 200 kB como máximo. Divídala.
draft-too-long = Esto es demasiado largo para unas consignas: un millón de letras como máximo. Acórtelo.
draft-too-many-pictures = Seis imágenes a la vez como máximo. Envíe las demás después.
draft-picture-words = Diga con palabras qué muestra la imagen, para quien no pueda verla.
draft-file-needed = Elija un archivo.
draft-file-empty = Este archivo no contiene texto que se pueda traer.
draft-file-too-large = Este archivo es demasiado grande, o lo es al descomprimirse. Tráigalo por partes.
draft-file-encrypted = Este documento está protegido con contraseña. Guarde una copia sin ella e inténtelo de nuevo.
draft-file-old-word = Esto lo escribió un Word antiguo (.doc). Ábralo, guárdelo como .docx e inténtelo de nuevo.
draft-file-unreadable = Esto no es Markdown ni un documento de Word (.docx) que podamos leer. Guárdelo como .docx, sin contraseña, e inténtelo de nuevo.
done-draft-begun = Se empezó un borrador.
done-draft-joined = Unido. Revíselo una vez más.
done-draft-discarded = El borrador se desechó.
done-brought-in = Traído. Revíselo antes de proponerlo.
done-brought-in-in-part = Traído, sin comentarios, encabezados ni dibujos que no leemos. Revíselo antes de proponerlo.
done-section-placed = Movida.
done-section-taken-out = Quitada.
section-new = Agregar una sección
section-edit = Escribir una sección
section-kind = ¿De qué trata?
section-title = Título
section-words = Texto
section-words-hint = En Markdown: una línea que empieza con 1. es un paso; una que empieza con - es un punto.
section-pictures = Imágenes
section-pictures-hint = Quedan al final del texto; mueva su línea a donde corresponda.
section-picture-words = ¿Qué muestran?
section-more = Mover o quitar
draft-blanks = { $count ->
    [one] Falta llenar un lugar. Está entre corchetes y en mayúsculas.
   *[other] Faltan por llenar { $count } lugares. Están entre corchetes y en mayúsculas.
}
orders-show-why = Mostrar por qué está cada línea
section-up = Subir
section-down = Bajar
section-take-out = Quitar
section-theirs = { $name } guardó esta sección el { $when }, mientras usted escribía. Esto es lo que cambió:
section-theirs-gone = La quitó. Su texto sigue abajo; guarde para volver a poner la sección.
section-joined = Abajo están unidos los dos cambios. Mírelo y guarde.
section-not-joined = Los dos cambiaron las mismas líneas. Su texto está abajo; tome lo que quiera del otro y guarde.
markdown-title = Cómo escribir
markdown-words =
    1. Un paso que va en orden
    - Un punto
    {"**"}lo que no debe pasarse por alto**
    ### Un título dentro de la sección

## Lo que cambia

difference-title = Lo que cambia
difference-none = Quien lee no ve ningún cambio.
difference-all-new = Son las primeras consignas: todo es nuevo.
difference-added = nuevo:
difference-removed = quitado:
difference-changed = cambiado:
difference-moved-from = movido desde la línea { $place }:
difference-unchanged = { $count ->
    [one] una línea sin cambios
   *[other] { $count } líneas sin cambios
}
difference-sections-unchanged = { $count ->
    [one] una sección está como estaba.
   *[other] { $count } secciones están como estaban.
}
difference-more = { $count ->
    [one] y una línea más, en la página
   *[other] y { $count } líneas más, en la página
}
difference-section-added = sección nueva
difference-section-removed = sección quitada
difference-section-moved = movida

## Revisiones

revisions-title = Revisiones
revisions-of = Revisiones: { $place }
revisions-none = Todavía no se propuso ninguna revisión.
revisions-older = Anteriores
revision-label = Revisión
revision-number = Revisión { $number }
revision-since = desde { $when }
revision-summary = Qué cambió
revision-state = Estado
revision-by = Por
revision-cause = Por qué
revision-facts = Datos
revision-views = Formas de leerla
revision-whole = Completa
revision-because = Porque alguien nos dijo:
revision-proposed-at = Propuesta
revision-effective-at = A partir de
revision-in-force-at = En vigor desde
revision-ended-at = Hasta
revision-replaces = Reemplaza a
revision-question = Pregunta para los oficiales
revision-hash = Marca del texto
revision-paper = Para imprimir (PDF)
revision-emergency = En vigor antes de que respondiera el cliente
revision-withdraw = Retirarla
revision-withdraw-words = Ya no se pregunta a nadie, y no entrará en vigor. Puede escribirla otra vez más adelante.
revision-write-again = Escribirla otra vez, sobre lo que está en vigor
revision-draft = Borrador
revision-proposed = Espera al cliente
revision-approved = Aprobada, espera su hora
revision-in-force = En vigor
revision-replaced = Reemplazada
revision-refused = Rechazada por el cliente
revision-withdrawn = Retirada
cause-first = Primeras consignas
cause-concern = Alguien nos dijo algo
cause-incident = Ocurrió algo
cause-review = Una revisión general
cause-client = El cliente lo desea
cause-other = Otra razón
next-remind = Les recordamos
next-silence = Lo que dice el contrato del silencio
next-take-force = Entra en vigor
propose-title = Proponer este borrador
propose-words = Recibe su número y nadie lo cambia más. A quienes deciden en el cliente se les pregunta por correo.
propose-summary = Qué cambia, en una frase
propose-summary-hint = Con palabras del cliente: "A los invitados se les recibe en la puerta".
propose-concerns = Números de los asuntos a los que responde
propose-concerns-hint = Uno tras otro, como 7K2Q-M4DS.
propose-cause-words = Más sobre el porqué
propose-effective-at = En vigor a partir de
propose-effective-at-hint = Según el reloj del sitio. Vacío: en cuanto el cliente esté de acuerdo.
propose-emergency = No puede esperar: ponerlo en vigor ahora y preguntar después al cliente. Su no lo termina.
propose-send = Proponerlo
question-title = Una pregunta sobre el cambio
question-words = Cada oficial la responde al confirmar que leyó el cambio. Pregunta lo que dice la línea cambiada.
question-asked = Pregunta
question-right = Respuesta correcta
question-wrong-1 = Respuesta equivocada
question-wrong-2 = Otra respuesta equivocada
question-answers-alike = Dé una respuesta equivocada que sea distinta de la correcta.
revision-which-concern = Dé el número del asunto.
revision-concern-number = Uno de estos no es un número de asunto. Son como 7K2Q-M4DS.
revision-too-many-concerns = Veinte asuntos como máximo.
revision-time = Dé un día y una hora, como 2026-11-22 18:00.
revision-not-ahead = Elija una hora dentro del próximo año, o déjelo vacío.
revision-emergency-is-now = Lo que no puede esperar está en vigor ahora. Deje la hora vacía, o quite la marca de que no puede esperar.
revision-not-a-draft = Esto ya se propuso y nadie lo cambia más. Escriba la próxima revisión.
revision-not-proposed = Esto todavía es un borrador. Primero propóngalo.
revision-not-waiting = Esto ya no espera. Recargue la página para ver su estado.
revision-overtaken = Las consignas cambiaron mientras esto esperaba. Escríbala otra vez, sobre lo que está en vigor ahora.
revision-another-waits = Otra revisión de estas consignas espera al cliente. Retírela primero, o espere su respuesta.
done-revision-proposed = Propuesta. Se pregunta a quienes deciden.
done-revision-withdrawn = Retirada.
paper-page = Página { $page } de { $pages }
paper-printed = Impreso { $when }
paper-approved-by = Aprobada por
paper-nobody = Nadie todavía
paper-too-long = Estas consignas son demasiado largas para imprimirlas de una vez.

## Aprobaciones

approvals-title = Respuestas del cliente
approvals-nobody = Nadie del cliente decide y ve este sitio, así que no se preguntó a nadie. Anote lo que le dijeron.
approval-title = Cambio en las consignas: ¿está de acuerdo?
approval-because = Porque nos dijo: { $headline }
approval-emergency-words = Esto no podía esperar y ya está en vigor. Su no lo termina.
approval-effective = Estará en vigor a partir de { $when }.
approval-answer = ¿Está bien así?
approval-yes = Sí, estoy de acuerdo
approval-no = No, y digo por qué
approval-words = Sus palabras
approval-words-hint = Si responde que no, diga qué debería ser distinto.
approval-by = Responda antes de { $when }, por favor.
approval-send = Enviar la respuesta
approval-you-said = Usted dijo el { $when }: { $answer }.
approval-somebody-said = { $name } dijo: { $answer }.
approval-no-longer = Ya no hace falta ninguna respuesta.
approval-by-portal = en el portal
approval-by-link = por el enlace de un correo
approval-told-us = nos lo dijo
approval-asked-at = preguntado { $when }
approval-reminded-at = recordado { $when }
approval-standing-in = en suplencia
approval-who = ¿Quién se lo dijo?
approval-write-down = Anotar su respuesta
approval-write-down-words = Cuando alguien que decide se lo dijo por teléfono, en papel o en una reunión. Diga cómo.
approval-say-why = Diga por qué no, para que podamos cambiarlo.
approval-say-how = Diga cómo y cuándo se lo dijeron.
approval-not-asked = Ya no hace falta ninguna respuesta: alguien se adelantó, o el cambio se retiró. Recargue la página.
approval-other-text = El texto que vio no es el que espera. Recargue la página y léalo otra vez.
approval-said-before = Ya respondió. Si cambia de opinión, díganoslo.
done-approval-said = Gracias. Su respuesta queda guardada.
done-approval-written-down = Anotado.
remarks-title = Dicho sobre líneas sueltas
remark-say = Decir algo de una línea
remark-line = ¿Qué línea?
remark-words = ¿Qué quiere decir?
remark-send = Enviar
done-remarked = Enviado a quien escribió el cambio.
approval-subject = Mire un cambio, por favor: { $summary }
approval-letter = Quisiéramos cambiar las consignas de { $place }:
approval-letter-again = Le preguntamos por un cambio en las consignas de { $place } y todavía no supimos de usted:
approval-letter-stand-in = Se preguntó a otra persona por un cambio en las consignas de { $place } y no respondió. Usted puede responder en su lugar:
approval-letter-emergency = Tuvimos que cambiar de inmediato las consignas de { $place }. Su no termina el cambio:
approval-letter-by = Responda antes de { $when }, por favor.
approval-letter-link = Léalo y responda aquí, sin iniciar sesión:
approval-news-subject = Respuesta a un cambio: { $summary }
approval-news-yes = { $name } está de acuerdo con su cambio en las consignas de { $place }.
approval-news-no = { $name } no está de acuerdo con su cambio en las consignas de { $place }:
approval-news-remark = { $name } dijo algo de su cambio en las consignas de { $place }:
approval-news-waits = Nadie respondió a tiempo a su cambio en las consignas de { $place }. Sigue esperando: llámeles.
approval-news-counts-as-yes = Nadie respondió a tiempo a su cambio en las consignas de { $place }. Según el contrato, eso cuenta como un sí.
approval-news-lapses = Nadie respondió a tiempo a su cambio en las consignas de { $place }. Según el contrato, se retira.
approval-news-link = El cambio:

## Claves

secrets-title = Códigos y llaves
secrets-words = Los códigos y los números de las llaves se guardan aparte de las consignas y nunca se imprimen. Se anota cada consulta.
secrets-none = Aquí no hay ninguno anotado.
secret-look = Mostrarlo
secret-looked = { $name } lo consultó, { $when }
secret-changed = Cambiado { $when }
secret-change = Cambiarlo
secret-name = ¿Qué es?
secret-name-hint = Por ejemplo: panel de alarma, planta baja.
secret-value = Código o número
secret-new = Agregar uno
secret-keep = Guardarlo
secret-retire = Fuera de uso
