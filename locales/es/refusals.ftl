missing-contact-info = Necesito su teléfono o su correo electrónico para reservar la cita.
invalid-phone = No he podido usar ese número de teléfono.
    .ask = ¿Me lo puede repetir, cifra por cifra?
invalid-email = No he podido usar esa dirección de correo electrónico.
    .ask = ¿Me la puede deletrear?

unreadable-date = No he entendido la fecha; hoy es { $today }.
    .ask = ¿Qué día prefiere?
no-such-date = Esa fecha no existe; hoy es { $today }.
    .ask = ¿Qué día prefiere?
weekday-mismatch = El { $date } es { $weekday }, no { $said }.
which-date = Podría tratarse de más de un día; hoy es { $today }.
    .ask = ¿Qué día prefiere?

unreadable-time = No he entendido la hora.
    .ask = ¿A qué hora prefiere?
no-such-time = Esa hora no existe.
    .ask = ¿A qué hora prefiere?
skipped-time = Ese día esa hora no existe, porque se adelantan los relojes.
    .ask = ¿Qué otra hora prefiere?
which-time = Podría tratarse de más de una hora.
    .ask = ¿A qué hora prefiere?

invalid-slot = No he podido encontrar ese horario.
    .ask = ¿Qué día y a qué hora prefiere?
missing-field = Necesito { field }.
    .ask = { field-question }
malformed-field = No he podido usar { field } tal como me ha llegado.
    .ask = { field-question }
malformed-arguments = No he podido entender la solicitud.
    .ask = ¿Me puede repetir qué desea?
field =
    { $field ->
        [date] el día
        [time] la hora
        [service] el servicio
        [provider] el nombre de la persona con quien desea la cita
        [name] su nombre
        [phone] su número de teléfono
        [email] su correo electrónico
        [notes] las notas
        [from] el primer día
        [to] el último día
        [part_of_day] la parte del día
        [topic] el tema
        [confirmation_code] su código de confirmación
        [reason] el motivo
        [message] su mensaje
        [urgent] la urgencia
        [department] el departamento
        [summary] el resumen
        [repeat] con qué frecuencia desea venir
        [repeat_every] con qué frecuencia desea venir
        [repeat_count] el número de citas
        [language] el idioma
       *[start] el día y la hora
    }
field-question =
    { $field ->
        [date] ¿Qué día prefiere?
        [time] ¿A qué hora prefiere?
        [service] ¿Para qué desea venir?
        [provider] ¿Con quién desea la cita?
        [name] ¿Cuál es su nombre?
        [phone] ¿Cuál es su número de teléfono, cifra por cifra?
        [email] ¿Me puede deletrear su correo electrónico?
        [notes] ¿Qué desea que anote?
        [from] ¿Desde qué día busco?
        [to] ¿Hasta qué día busco?
        [part_of_day] ¿Prefiere por la mañana, por la tarde o por la noche?
        [topic] ¿Qué desea saber?
        [confirmation_code] ¿Cuál es su código de confirmación?
        [reason] ¿Por qué motivo desea cancelar?
        [message] ¿Qué desea que transmita, en pocas frases?
        [urgent] ¿Es urgente?
        [department] ¿Con quién desea hablar?
        [summary] ¿De qué se trata, en pocas palabras?
        [repeat] ¿Con qué frecuencia desea venir y cuántas veces?
        [repeat_every] ¿Con qué frecuencia desea venir?
        [repeat_count] ¿Cuántas citas desea?
        [scope] ¿Cancelo una cita o todas?
        [language] ¿En qué idioma prefiere hablar?
       *[start] ¿Qué día y a qué hora prefiere?
    }

past-date = La fecha del { $date }, ya ha pasado; hoy es { $today }.
    .ask = ¿Qué día prefiere?
past-time = Ya no es posible a { $time }: hoy es { $today }, y ya pasa de { $now }.
    .ask = ¿Qué otra hora prefiere?
beyond-horizon = Solo puedo reservar hasta el { $last }; hoy es { $today }.
    .ask = ¿Qué día anterior prefiere?
too-soon = Es demasiado pronto; necesitamos al menos { $notice } de antelación.
    .ask = ¿Qué otra hora, más tarde, prefiere?
closed = El { $day }, no abrimos.
    .ask = ¿Qué otro día prefiere?
closed-because = El { $day }, no abrimos por este motivo: { $reason }.
    .ask = ¿Qué otro día prefiere?
outside-hours = El { $day }, a { $time }, queda fuera de nuestro horario.
    .ask = ¿Qué otra hora prefiere?

unknown-service = No conozco ese servicio.
    .ask = ¿Para qué desea venir?
unknown-service-but = No conozco ese servicio. Ofrecemos { $known }.
    .ask = ¿Cuál prefiere?
which-service = Podría tratarse de más de uno de nuestros servicios.
    .ask = ¿Para qué desea venir?
unknown-provider = No conozco a nadie aquí con ese nombre.
    .ask = ¿Con quién desea la cita?
unknown-provider-but = No conozco a nadie aquí con ese nombre. Puede pedir cita con { $known }.
    .ask = ¿Con quién desea la cita?
which-provider = Ese nombre podría ser de más de una persona.
    .ask = ¿Con quién desea la cita?
not-offered = Con { $provider } no es posible reservar { $service }.
    .ask = ¿Desea la cita con otra persona?
unknown-tool = Eso no puedo hacerlo desde aquí.
    .ask = ¿Le ayudo a encontrar hora para una cita?

slot-unavailable = Ya no queda sitio a { $time }.
    .ask = ¿Qué otra hora prefiere?
slot-taken = Ya no queda sitio a { $time } del { $date }.
not-on-grid = Ninguna cita puede empezar a { $time }.
    .ask = ¿Qué otra hora prefiere?
not-found = No he podido encontrar esa cita.
    .ask = ¿Me puede dar su código de confirmación?
hold-not-found = No tengo esa hora apartada para usted.
    .ask = ¿Qué día y a qué hora prefiere?
hold-expired = No he podido guardarle esa hora por más tiempo.
    .ask = ¿Qué día y a qué hora prefiere?
too-late-to-change = Esa cita ya no se puede cambiar; necesitamos al menos { $notice } de antelación. Puedo tomar un mensaje o comunicarle con una persona.
already-begun = Esa cita ya no se puede cambiar, porque ya ha llegado su hora. Puedo tomar un mensaje o comunicarle con una persona.
free-already = No hace falta esperar: hay horas libres.
not-yet-begun = Esa cita es el { $day }, a { $time }; aún no ha empezado.
wrong-status =
    { $status ->
        [held] Esa cita aún no está confirmada.
        [cancelled] Esa cita se canceló.
        [completed] Esa cita ya tuvo lugar.
        [no_show] A esa cita no acudió nadie.
       *[confirmed] Esa cita está confirmada.
    }
unchanged = Su cita sigue como estaba.
version-mismatch = Mientras tanto se ha modificado, así que no se ha hecho nada.
    .ask = ¿Me puede repetir qué desea?
contact-exists = Ese número de teléfono o ese correo electrónico pertenece a otro contacto, así que no se ha hecho nada.
key-reused = La solicitud ha llegado por segunda vez con otros datos, así que no se ha hecho nada.
    .ask = ¿Me puede repetir qué desea?
organization-not-found = No he podido encontrar ese negocio.

overloaded = En este momento tenemos muchas llamadas y no he podido consultarlo.
    .ask = ¿Lo intento de nuevo?
overloaded-booking = En este momento tenemos muchas llamadas. La cita no se ha reservado.
    .ask = ¿Lo intento de nuevo?
overloaded-change = En este momento tenemos muchas llamadas. No se ha cambiado nada.
    .ask = ¿Lo intento de nuevo?
overloaded-passing-on = En este momento tenemos muchas llamadas. No se ha transmitido.
    .ask = ¿Lo intento de nuevo?
internal = Ha habido un error por nuestra parte y no he podido consultarlo.
    .ask = ¿Lo intento de nuevo?
internal-booking = Ha habido un error por nuestra parte. La cita no se ha reservado.
    .ask = ¿Lo intento de nuevo?
internal-change = Ha habido un error por nuestra parte. No se ha cambiado nada.
    .ask = ¿Lo intento de nuevo?
internal-passing-on = Ha habido un error por nuestra parte. No se ha transmitido.
    .ask = ¿Lo intento de nuevo?
