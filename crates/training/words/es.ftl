# Lo que tienen los agentes y lo que conviene que practiquen.

licences-title = Licencias
licences-words = Lo que tienen los agentes, y lo que caduca primero. Se escribe a agentes, formadores y administradores 90, 30 y 7 días antes de que caduque una licencia, y al día siguiente. Nadie pierde su puesto por ello: eso lo decide usted.
licences-nobody = Todavía no hay ninguna licencia anotada. Abra la página de licencias de un agente y añada una.
licences-more = { $count ->
    [one] Hay una más en los archivos.
   *[other] Hay { $count } más en los archivos.
}
licences-mine = Mis licencias
licences-mine-words = Lo que está anotado de sus licencias y registros. Si algo no es correcto o se renovó, dígaselo a su formador.
licences-none = No hay ninguna licencia anotada.
licences-of = Licencias de
licence-officer = Agente
licence-kind = Tipo de licencia
licence-kind-hint = Como la llama la autoridad, por ejemplo: registro de agente de seguridad sin arma
licence-jurisdiction = Dónde vale
licence-jurisdiction-hint = Por ejemplo US-ND
licence-number = Número
licence-issued = Expedida el
licence-expires = Caduca el
licence-expires-hint = Su último día. Déjelo vacío si no caduca.
licence-endless = No caduca
licence-renewal = Qué pide la renovación
licence-renewal-hint = Puede quedar vacío, por ejemplo: 8 horas de formación y una tasa
licence-valid = Vigente
licence-soon = Caduca pronto
licence-expired = Caducada
licence-ended = Terminada
licence-new = Otra licencia
licence-add = Añadir la licencia
licence-end = Terminar esta licencia
licence-end-words = Ya no cuenta y no se recuerda a nadie. Los formadores la siguen viendo en la página del agente.
licence-why = Por qué
licence-ended-since = Terminada desde { $when }.
licence-expires-before = Caducaría antes de expedirse. Revise los dos días.
licence-issued-later = No puede expedirse después de hoy. Revise el día.
licence-is-there = Este agente ya tiene una licencia de este tipo con este número. Ábrala para corregirla.
licence-officer-left = Este agente ya no está. No se anota nada más de él.
licence-ended-before = Esta licencia está terminada. Añada otra.
licence-reminded-before = Esto ya se escribió.
done-licence-added = La licencia está anotada.
done-licence-ended = La licencia está terminada.
licence-letter-soon-subject = { $kind } caduca el { $day }
licence-letter-soon = Su { $kind } ({ $jurisdiction }) caduca el { $day }. Renuévela a tiempo y diga las fechas nuevas a su formador.
licence-letter-over-subject = { $kind } ha caducado
licence-letter-over = Su { $kind } ({ $jurisdiction }) caducó el { $day }. Si la renovó, diga las fechas nuevas a su formador; si no, hable con su supervisor antes de su próximo turno.
licence-letter-soon-of-subject = { $name }: { $kind } caduca el { $day }
licence-letter-soon-of = { $kind } ({ $jurisdiction }) de { $name } caduca el { $day }.
licence-letter-over-of-subject = { $name }: { $kind } ha caducado
licence-letter-over-of = { $kind } ({ $jurisdiction }) de { $name } caducó el { $day }. Decida si puede estar en un puesto que la exige, y anote las fechas nuevas cuando se renueve.
licence-letter-link = Véalo aquí:

certificate = Certificado
certificates-mine = Mis certificados
certificates-mine-words = Lo que aprobó y terminó aquí. El papel lleva una dirección que dice a quien lo tenga si es válido.
certificates-none = Todavía no hay ningún certificado.
certificates-of = Certificados de
certificate-no-licence = Este es un certificado de la empresa; no es una licencia ni un examen del estado.
certificate-number = Número
certificate-officer = Agente
certificate-title = De qué
certificate-hours = Horas
certificate-hours-hint = Puede quedar vacío.
certificate-hours-count = { $hours ->
    [one] 1 hora
   *[other] { $hours } horas
}
certificate-completed = Aprobado o terminado el
certificate-issuer = Expedido por
certificate-instructor = Instructor
certificate-instructor-hint = Quién enseñó. Puede quedar vacío.
certificate-issued = Expedido el
certificate-until = Válido hasta
certificate-until-hint = Su último día. Déjelo vacío si no caduca.
certificate-endless = No caduca
certificate-valid = Válido
certificate-expired = Caducado
certificate-withdrawn = Retirado
certificate-paper = Imprimir como PDF
certificate-verify = Lo que otros ven de él
certificate-verify-at = Quien tenga este papel puede ver aquí si es válido:
certificate-says-exam = { $name } aprobó el { $day }: { $title }
certificate-says-attested = { $name } terminó el { $day }: { $title }
certificate-printed = Impreso { $when }
certificate-page = Página { $page } de { $pages }
certificate-new-exam = De un examen
certificate-no-exams = No hay ningún examen aprobado que no tenga certificado.
certificate-exam = Qué examen
certificate-issue = Expedir el certificado
certificate-new-attested = De algo que usted acredita
certificate-attest = Acreditarlo y expedir el certificado
certificate-withdraw = Retirar este certificado
certificate-withdraw-words = Quien lo consulte por su dirección leerá que fue retirado. El motivo no se le muestra.
certificate-why = Por qué
certificate-withdrawn-since = Retirado desde { $when }.
certificate-exam-voided = Su examen fue anulado. Quien lo consulte leerá que fue retirado.
certificate-of-oneself = Nadie acredita algo de sí mismo. Pídaselo a otro formador o a un administrador.
certificate-is-there = Ya hay un certificado de esto con este día. Ábralo en la lista.
certificate-of-exam-is-there = Este examen ya tiene un certificado. Ábralo en la lista.
certificate-exam-not-passed = Este examen no se aprobó o fue anulado. Elija otro.
certificate-completed-later = No puede haberse terminado después de hoy. Revise el día.
certificate-over-already = Ya estaría caducado. Elija un día posterior o déjelo vacío.
certificate-withdrawn-before = Este certificado ya fue retirado. Mírelo de nuevo.
done-certificate-issued = El certificado está expedido.
done-certificate-withdrawn = El certificado está retirado.

advice-title = Lo que conviene practicar en los sitios
advice-words = Lo que dijeron los clientes en los últimos { $days } días apunta a esto. Se refiere a sitios y nunca a una persona: lo practican todos los que están allí, y lo que toca a alguien queda con su supervisor.
advice-none = Nada apunta a nada. Hacen falta tres avisos del mismo tipo, y claramente más que en otros sitios.
advice-nothing = No se contó nada de este sitio que apunte a algo que practicar.
advice-site = Sitio
advice-practise = Qué practicar
advice-of-site = Qué practicar aquí
advice-of-site-words = Lo que se contó de este sitio en los últimos { $days } días, según a qué apunta. No cuenta lo que nadie ha clasificado, y se omite lo que nombra a alguien por la vía protegida. La cobertura, los cambios de caras y las facturas son cosa de la oficina y no apuntan a nada que practicar.
advice-points = Conviene practicarlo
advice-too-few = Demasiado pocos para decirlo
advice-as-elsewhere = No más que en otros sitios
advice-here = De lo que se contó aquí
advice-company = De lo que se contó en todas partes
advice-reasons = Por esto
advice-more = { $count ->
    [one] y uno más
   *[other] y { $count } más
}
advice-lesson = Leer la lección
advice-questions = Practicar preguntas sobre esto
advice-dialogue = Recorrer un diálogo
