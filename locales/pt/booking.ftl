booked = O seu horário para { $service } com { $provider } está confirmado para { $day }, { $time }.
confirmation-code = O seu código de confirmação é { $code }.
requested = Anotei o seu pedido para { $service } com { $provider } { on-day }, { $time }. A recepção ainda vai confirmar.
request-code = O seu código é { $code }.
used-caller-number = Usei o número do qual está ligando.
email-left-out = Não consegui entender o endereço de e-mail, por isso não o anotei.

held = Reservei { $day }, { $time }, com { $provider }, para { $service }. O horário fica guardado por { $length }.
    .ask = Posso confirmar?
released = Esse horário está livre de novo.

appointment = { $service } com { $provider } { on-day }, { $time }
requested-appointment = { $service } com { $provider } { on-day }, { $time }, ainda por confirmar
found =
    { $count ->
        [one] Tem um horário marcado: { $appointments }.
       *[other] Tem { $count } horários marcados: { $appointments }.
    }
rescheduled = O seu horário para { $service } com { $provider } passou para { $day }, { $time }.
code-stays = O seu código de confirmação continua a ser { $code }.
cancelled = O seu horário para { $service } com { $provider }, { on-day }, { $time }, foi cancelado.
already-cancelled = O seu horário com { $provider }, { on-day }, { $time }, já tinha sido cancelado.
completed = O horário para { $service } com { $provider }, { on-day }, { $time }, foi realizado.
no-show = O horário para { $service } com { $provider }, { on-day }, { $time }, foi perdido.
