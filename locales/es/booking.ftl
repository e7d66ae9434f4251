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
completed = La cita para { $service } con { $provider } del { $day }, a { $time }, tuvo lugar.
no-show = A la cita para { $service } con { $provider } del { $day }, a { $time }, no acudió nadie.
