# Palabras de la escucha.

## Concerns, conversation, promises

## (end of concerns)



## Signs and tracking

signs-title = Letreros
signs-words = Las personas del sitio escanean el código de un letrero y nos cuentan algo, sin cuenta. Imprima en A3 para que se lea desde dos metros, o en A4 desde 1,4 metros, siempre al 100 %.
signs-none = Aquí todavía no hay ningún letrero.
sign-place = Lugar
sign-address = Dirección
sign-print = Imprimir
sign-retire = Retirar
sign-is-retired = retirado
sign-new = Colocar un letrero
sign-place-new = ¿Dónde estará?
sign-place-new-hint = Como lo llama la gente de allí, por ejemplo "Vestíbulo, junto a los ascensores". Aparece en el letrero.
sign-post = Puesto
sign-no-post = Ningún puesto en particular
sign-hang = Crear el letrero
done-sign-hung = El letrero está listo para imprimir.
done-sign-retired = El letrero fue retirado. Su código ya no lleva a ninguna parte.
sign-site-closed = Este sitio está cerrado. No se puede colocar ningún letrero.
sign-already-retired = Este letrero ya fue retirado.
sign-sent-twice = Esto ya se había enviado. Lo tenemos.

sign-title = Avise a seguridad
sign-heading = Avise a seguridad
sign-emergency = ¿Hay peligro ahora?
sign-emergency-call = Llame al { $number }
sign-what = ¿Qué pasó?
sign-what-hint = Con sus palabras, en cualquier idioma. Diga dónde y cuándo.
sign-urgency = ¿Qué tan urgente es?
sign-danger-first = { $danger }. Llame primero al { $number } y después escríbanos.
sign-photo = Fotos, si las tiene
sign-photo-hint = Hasta 3, en total 12 MB como máximo. Se borra el lugar donde se tomaron.
sign-name = Su nombre, si lo desea
sign-name-hint = Sin nombre, usted queda anónimo.
sign-email = Su correo electrónico, si quiere la respuesta por correo
sign-email-hint = Sin él, recibe un enlace privado donde leer la respuesta.
sign-send = Enviar
sign-not-emergency = No somos una línea de emergencia: es posible que nadie lea esto de inmediato.
sign-privacy = Lo que usted escribe solo llega a { $organization }. Esta página no usa cookies.
sign-told-already = ¿Ya nos avisó? Siga su caso con su código
sign-photos-too-many = Por favor, elija 3 fotos como máximo.
sign-photos-again = Por favor, elija sus fotos de nuevo: el navegador no las conserva.
sign-too-often = Han llegado muchos avisos desde aquí en poco tiempo. Sus palabras siguen abajo: por favor, envíelas de nuevo en { $minutes } minutos.
sign-gone-title = Este letrero ya no está en uso
sign-gone-words = Su código no lleva a ninguna parte o se escribió mal. Por favor, busque un letrero más nuevo o hable con un oficial del sitio.

sign-sheet-tell = Avise a seguridad
sign-sheet-scan = Escanee con su cámara. Sin aplicación, sin cuenta.
sign-sheet-emergency = Emergencia

track-title = Siga lo que nos contó
track-words = El código vino con su comprobante: 16 letras y números.
track-code = Su código
track-open = Abrir
track-unknown = No hay nada con este código. Por favor, compárelo con su comprobante, letra por letra.
track-page = Su aviso { $number }
track-received = Gracias. Ya lo tenemos.
track-number = Su número:
track-keep = Guarde este enlace privado. Allí leerá nuestra respuesta y podrá contarnos más.
track-copy = Copiar el enlace
track-mailed = También se lo enviamos por correo.
track-next = Qué pasa ahora
track-stands-new = Lo tiene { $owner }, y espera a que alguien se haga cargo.
track-stands-reopened = Está abierto de nuevo y espera a { $owner }.
track-stands-acknowledged = { $owner } se está ocupando.
track-stands-waiting = { $owner } le preguntó algo y espera su respuesta.
track-stands-answered = { $owner } respondió. ¿Le sirvió?
track-stands-refused = { $owner } dijo que no, y por qué. Si usted lo ve de otra manera, díganoslo abajo.
track-stands-closed = Está cerrado. Puede abrirlo de nuevo durante 30 días.
track-stands-closed-long-ago = Está cerrado. Para contarnos algo nuevo, use por favor un letrero del sitio.
track-step-told = Usted nos avisó
track-step-reopened = Usted lo abrió de nuevo
track-step-acknowledged = Alguien se hace cargo
track-step-answered = Le respondemos
track-step-checked = Usted dice si le sirvió
track-step-closed = Cerrado
track-by = prometido a más tardar el { $time }
track-late = prometido a más tardar el { $time }; con { $by } de retraso. Lo sentimos.
track-was-late = { $time }, más tarde de lo prometido
track-helped-title = ¿Le sirvió?
track-helped = ¿Quedó resuelto?
track-helped-words = Algo más, si lo desea
track-helped-send = Enviar mi respuesta
track-reopen-title = ¿No quedó resuelto?
track-reopen-words = Qué sigue mal, si lo desea
track-reopen = Abrirlo de nuevo
track-still-not-settled = Todavía no está resuelto.
track-said = Lo que se dijo
track-you = Usted
track-more = Cuéntenos más
track-send = Enviar
track-private = Esta página es privada: quien tenga el enlace puede leerla.
done-track-sent = Gracias. Ya lo tenemos.

## (end of signs)



## Interface for programs

## (end of programs)
