# Lo que un cliente lee de un mes o de un trimestre.

reports-title = Informes
reports-words = Lo que nos contó, lo que hicimos y si funcionó: cada mes y cada trimestre en una página.
reports-months = Por mes
reports-quarters = Por trimestre
reports-running = Aún en curso
report-month = { $month } de { $year }
report-quarter = Trimestre { $quarter } de { $year } (de { $from } a { $until })
report-month-1 = enero
report-month-2 = febrero
report-month-3 = marzo
report-month-4 = abril
report-month-5 = mayo
report-month-6 = junio
report-month-7 = julio
report-month-8 = agosto
report-month-9 = septiembre
report-month-10 = octubre
report-month-11 = noviembre
report-month-12 = diciembre
report-title = Informe para { $client }: { $period }
report-client = Cliente
report-site = Sitio
report-all-sites = Todos los sitios
report-period = Periodo
report-from-until = del { $from } al { $until }
report-zone = Zona horaria
report-known = Según lo sabido el
report-unfinished = Este periodo aún no ha terminado. El informe dice lo que se sabe hasta ahora; las cifras todavía cambiarán.
report-quiet = Fue un periodo tranquilo: no nos contaron nada, nada cambió y no queda nada pendiente. Si algo le preocupa, cuéntenoslo con confianza.
report-paper = En PDF
report-earlier = Anterior
report-later = Siguiente
report-look = Mostrar
report-more =
    { $count ->
        [one] Hay uno más que no se muestra aquí.
       *[other] Hay { $count } más que no se muestran aquí.
    }

report-told = Lo que nos contó
report-told-none = En este periodo no nos contaron nada.
report-told-count =
    { $count ->
        [one] Nos contó una cosa.
       *[other] Nos contó { $count } cosas.
    }
report-told-line = { $number }, { $site }, { $when }, { $category }. { $state }.

report-in-time = Promesas cumplidas a tiempo
report-in-time-none = Ningún acuse de recibo ni ninguna respuesta vencía para lo contado en este periodo.
report-acknowledged-in-time = Acusado recibo a tiempo: { $share }
report-answered-in-time = Respondido a tiempo: { $share }
report-in-time-how = Cuenta lo que se nos contó en este periodo. Lo tardío cuenta como tardío, se haya hecho después o no.
report-acknowledged = Acusado recibo
report-answered = Respondido
report-acknowledged-by-month = Acusado recibo a tiempo, por mes
report-answered-by-month = Respondido a tiempo, por mes
report-one-month = Mes
report-promise = Promesa
report-share = Proporción

report-changed = Qué cambió y por qué
report-changed-none = En este periodo no entró en vigor ningún cambio.
report-you-said = Nos contó: { $said }
report-because = Por { $numbers }
report-in-force = En vigor desde el { $when }, { $site }. { $kind }.
report-confirmed =
    { $of ->
        [one] Confirmado por { $count } de 1 guardia.
       *[other] Confirmado por { $count } de { $of } guardias.
    }

report-helped = ¿Funcionó?
report-helped-none = En este periodo no preguntamos a nadie si sirvió.
report-helped-silent = Nadie ha respondido. El silencio es desconocido: no cuenta ni como bueno ni como malo.
report-helped-response = Cuando preguntamos si sirvió, respondieron { $share }.
report-helped-single = Respondieron pocas personas; aquí está cada respuesta, sin nombres: { $answers }
report-answer = Respuesta
report-survey = { $answered } de { $asked } personas respondieron a nuestra encuesta.
report-overall = Satisfacción general de 1 a 5, de quienes dejaron su nombre ({ $count }): { $figure }

report-praise = Elogios
report-praise-none = En este periodo no nos llegó ningún elogio.

report-open = Promesas pendientes
report-open-none = No hay ninguna promesa pendiente.
report-promised = { $step } antes del { $when }
report-promised-late = { $step } antes del { $when }. Va con retraso y aún se lo debemos.
report-step-acknowledge = Le decimos que lo hemos recibido
report-step-answer = Le respondemos
report-step-adjust = Lo que cambia entra en vigor
report-number-at = { $number }, { $site }
report-given = Se le prometió de palabra, para el { $when }
report-given-late = Se le prometió de palabra, para el { $when }. Va con retraso y aún se lo debemos.

report-next = Qué viene ahora
report-next-none = No se prepara nada y nada depende de usted.
report-waiting =
    { $count ->
        [one] Una cosa espera una palabra suya.
       *[other] { $count } cosas esperan una palabra suya.
    }
report-planned = En preparación, prometido antes del { $when }, { $site }
report-planned-late = En preparación, prometido antes del { $when }, { $site }. Va con retraso y aún se lo debemos.

report-say = Decir algo sobre esto
report-say-words = ¿Qué quiere contarnos sobre esto?
report-say-send = Enviar
report-say-heading = Sobre el informe de { $period }, «{ $line }»:
done-report-told = Gracias. Ya está entre lo que nos contó, con un número y una respuesta prometida.
report-posted-before = Ya se decidió si se escribe sobre este informe. No queda nada por hacer.
report-letter-words = El informe del mes está listo: lo que nos contó, lo que cambiamos por ello y si funcionó.
report-letter-link = Léalo, imprímalo o díganos algo sobre cualquiera de sus líneas:

reports-pack = Los últimos doce meses, para una renovación
report-twelve = Doce meses hasta { $month } de { $year }
report-by-month = Mes a mes
report-changes = Cambios
report-it-helped = Sirvió
report-counts = { $count } de { $of }

# Who is written each month.
report-letters-on = Recibe una carta cada mes cuando el informe está listo.
report-letters-off = No recibe carta cuando hay un informe.
report-letters-start = Escríbanme cada mes
report-letters-stop = No recibir más cartas
done-report-letters-on = Recibirá una carta cada mes cuando haya algo que leer.
done-report-letters-off = No recibirá más cartas sobre los informes.
report-letter-quarter = También está el informe del trimestre, { $quarter }:
