booked = Su cita para { $service } con { $provider } queda confirmada para el { $day }, a { $time }.
confirmation-code = Su código de confirmación es { $code }.
requested = He anotado su solicitud para { $service } con { $provider } el { $day }, a { $time }. La recepción tiene que confirmarla.
request-code = Su código es { $code }.
used-caller-number = He usado el número desde el que llama.
email-left-out = No he podido entender la dirección de correo electrónico, así que no la he anotado.

held = Le he apartado el { $day }, a { $time }, con { $provider }, para { $service }. Se lo guardo durante { $length }.
    .ask = ¿Confirmo la cita?
released = Esa hora vuelve a estar libre.

appointment = { $service } con { $provider } el { $day }, a { $time }
requested-appointment = { $service } con { $provider } el { $day }, a { $time }, aún sin confirmar
found =
    { $count ->
        [one] Tiene una cita: { $appointments }.
       *[other] Tiene { $count } citas: { $appointments }.
    }
rescheduled = Su cita para { $service } con { $provider } pasa al { $day }, a { $time }.
code-stays = Su código de confirmación sigue siendo { $code }.
cancelled = Su cita para { $service } con { $provider } del { $day }, a { $time }, queda cancelada.
already-cancelled = Su cita con { $provider } del { $day }, a { $time }, ya estaba cancelada.

booked-series = Sus { $count } citas para { $service } con { $provider } quedan confirmadas a partir del { $day }, a { $time }, y hasta el { $last }.
requested-series = He anotado su solicitud de { $count } citas para { $service } con { $provider } a partir del { $day }, a { $time }, y hasta el { $last }.
series-requested = La recepción tiene que confirmarlas.
first-code = Cada cita tiene su propio código de confirmación; el primero es { $code }.
cancelled-series =
    { $count ->
        [one] Su cita para { $service } con { $provider } del { $day }, a { $time }, queda cancelada.
       *[other] Sus { $count } citas para { $service } con { $provider }, del { $day } al { $last }, quedan canceladas.
    }
kept =
    { $count ->
        [one] La del { $days } ya no se puede cambiar y se mantiene.
       *[other] Estas ya no se pueden cambiar y se mantienen: { $days }.
    }
series-clash =
    { $clashes ->
        [one] De las { $count } fechas, esta no está disponible: { $days }. No he reservado ninguna.
       *[other] De las { $count } fechas, estas no están disponibles: { $days }. No he reservado ninguna.
    }
    .ask = ¿Cuál prefiere?
clash-openings = En lugar del { $day } le puedo ofrecer { $options }.
no-such-day = un día después del { $date } que no existe
completed = La cita para { $service } con { $provider } del { $day }, a { $time }, tuvo lugar.
no-show = A la cita para { $service } con { $provider } del { $day }, a { $time }, no acudió nadie.
