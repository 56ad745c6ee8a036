# Palabras de los avisos al personal: servicio, escala, dispositivos, horas de descanso.
whom-owner = quien lo atiende
whom-supervisors = supervisión
whom-account-managers = gestión de cuentas
whom-administrators = administración
way-push = en sus dispositivos
way-letter = por correo

## Servicio
duty-title = De servicio
duty-words = Cuando un compromiso necesita a alguien de supervisión, se avisa a quienes están de servicio en el sitio. Si no hay nadie, se avisa a todos.
duty-gaps =
    { $count ->
        [one] No hay nadie de servicio para 1 sitio. Se avisa a todas las personas que lo supervisan.
       *[other] No hay nadie de servicio para { $count } sitios. Se avisa a todas las personas que los supervisan.
    }
duty-gaps-which = Cuáles
duty-take = Indicar quién está de servicio
duty-zone = Las horas son las de la oficina ({ $zone }).
duty-whose = Quién
duty-until = De servicio hasta
duty-until-hint = Termina por sí solo la próxima vez que el reloj marque esta hora. Puede ser mañana.
duty-starts-at = Desde
duty-starts-at-hint = Déjelo vacío si es desde ahora. El servicio se puede anotar con hasta tres meses de antelación.
duty-take-button = De servicio hasta entonces
duty-now-and-next = Ahora y después
duty-nobody = Ahora no hay nadie de servicio.
duty-is-now = Ahora
duty-from = Desde
duty-to = Hasta
duty-end = Terminar
duty-end-now = Terminar ahora
duty-withdraw = Retirar
duty-time = Escriba una hora del día, como 22:00.
duty-day-time = Escriba un día y una hora de la oficina, como 2026-11-22 07:00.
duty-too-far = Faltan más de tres meses. Revise el día.
duty-over = Ya habría terminado. Revise el día.
duty-not-a-supervisor = Solo puede estar de servicio quien trabaja aquí en supervisión.
duty-overlaps = Ya está de servicio durante parte de ese tiempo. Termine antes ese servicio o elija otra hora.
duty-is-over = Esto ya terminó.
done-duty-taken = Guardado. Termina por sí solo.
done-duty-ended = Terminado.

## La escala
ladder-title = A quién avisamos
ladder-words = Para cada compromiso: a quién de los nuestros se avisa, cuándo y de qué manera, hasta que se cumpla. En la página del asunto consta a quién se avisó.
ladder-ways = En sus dispositivos significa un aviso en pantalla, y un correo de inmediato para quien no tiene dispositivo o está en sus horas de descanso. Los avisos de peligro inmediato llegan a cualquier hora. Primero se avisa a quienes están de servicio.
ladder-site-words = Lo que se cambie aquí vale solo para este sitio. Lo demás es como en todos los sitios.
ladder-organization-link = A quién avisamos en todos los sitios
ladder-from-now = Un cambio vale para los asuntos que se abran desde ahora y, en los que ya están abiertos, en cuanto ocurra algo en ellos o se alcance el siguiente peldaño.
ladder-of-site = De este sitio
ladder-of-organization = Cambiado para todos los sitios
ladder-empty = No se avisa a nadie.
ladder-no-end = Después se avisa de nuevo cada 20 minutos, de ambas maneras, a supervisión, gestión de cuentas y administración, hasta que alguien acuse recibo.
ladder-change = Cambiar
ladder-follow-up = Volver a preguntar
ladder-edit-title = A quién avisamos: { $severity }, { $step }
ladder-edit-words = Escriba los peldaños por orden de tiempo. No se avisa a nadie antes que al peldaño anterior, por corto que sea el plazo.
ladder-rung = Peldaño { $n }
ladder-more = Guarde para tener más filas: siempre hay dos vacías, hasta 12 peldaños.
ladder-usual = Como siempre
ladder-usual-words = Se olvida lo que se cambió aquí y vuelve a valer la escala que rige sin ello.
ladder-too-long = Una escala tiene como máximo 12 peldaños.
ladder-grave-at-once = Cuando está en juego la seguridad, se avisa a alguien de inmediato: el primer peldaño es a 0 minutos del compromiso.
ladder-order = Este peldaño llega antes que el anterior. Póngalos por orden de tiempo.
rung = { $when }: { $whom }, { $way }
rung-whom = A quién
rung-nobody = A nadie: omitir este peldaño
rung-minutes = Minutos
rung-point = Cuándo
rung-by = Cómo
rung-at-once = De inmediato
rung-after-given = { $time } después del compromiso
rung-before-due = { $time } antes de que venza
rung-when-due = Cuando vence
rung-after-due = { $time } después de que venció
point-after-given = después del compromiso
point-before-due = antes de que venza
point-after-due = después de que venció
point-open-after-due = después de vencer, horas abiertas

## Dispositivos y horas de descanso
alerts-mine-title = Cómo le avisamos
alerts-mine-words = Cuando un compromiso le necesita, sus dispositivos muestran su número y su sitio, y nada de lo que se dijo. Donde no hay dispositivo, llegan correos.
devices-this = Avisos en este dispositivo
devices-title = Sus dispositivos
devices-none = Ningún dispositivo recibe avisos. En su lugar llegan correos.
device-since = Desde
device-taken = Último aviso entregado
device-test = Enviar una prueba
device-remove = Quitar
device-too-many = Son demasiados dispositivos. Quite alguno que ya no use.
push-switch-on = Activar los avisos aquí
push-asked = Su navegador le pregunta ahora. Permita las notificaciones.
push-denied = Su navegador no permite notificaciones de esta página. Puede cambiarlo en los ajustes de la página. En su lugar llegan correos.
push-failed = No ha funcionado en este dispositivo. En su lugar llegan correos.
push-none = Este navegador no recibe avisos. En su lugar llegan correos.
push-install = En este dispositivo, añada primero esta página a la pantalla de inicio y ábrala desde ahí. Mientras tanto llegan correos.
push-on = Los avisos están activados aquí.
push-no-script = Los avisos en un dispositivo necesitan un navegador con scripts. En su lugar llegan correos.
push-title = Un compromiso le necesita
push-title-urgent = Peligro ahora: un compromiso le necesita
push-body = { $about }, { $site }
push-test-title = Esto es una prueba
push-test-body = Los avisos llegan a este dispositivo.
done-device-added = Los avisos están activados en este dispositivo. Envíe una prueba para ver uno.
done-device-removed = El dispositivo se ha quitado.
done-device-tested = Hay una prueba en camino.
quiet-title = Horas de descanso
quiet-words = En estas horas, todos los días, llegan correos en lugar de avisos en sus dispositivos. Los de peligro inmediato siguen llegando.
quiet-from = Desde
quiet-from-hint = Deje vacías ambas horas para no tener horas de descanso.
quiet-until = Hasta
quiet-zone = Zona horaria
quiet-time = Escriba una hora del día, como 22:00.
quiet-zone-unknown = Escriba una zona horaria, como America/Chicago.
quiet-no-hours = No son horas: las dos son iguales.
