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

booked-series = Os seus { $count } horários para { $service } com { $provider } estão confirmados, de { $day }, { $time }, até { $last }.
requested-series = Anotei o seu pedido de { $count } horários para { $service } com { $provider }, de { $day }, { $time }, até { $last }.
series-requested = A recepção ainda vai confirmar.
first-code = Cada horário tem o seu próprio código de confirmação; o primeiro é { $code }.
cancelled-series =
    { $count ->
        [one] O seu horário para { $service } com { $provider }, { on-day }, { $time }, foi cancelado.
       *[other] Os seus { $count } horários para { $service } com { $provider }, de { $day } até { $last }, foram cancelados.
    }
kept =
    { $count ->
        [one] O de { $days } já não pode ser alterado e mantém-se.
       *[other] Estes já não podem ser alterados e mantêm-se: { $days }.
    }
series-clash =
    { $clashes ->
        [one] Das { $count } datas, esta não está disponível: { $days }. Por isso não marquei nenhuma.
       *[other] Das { $count } datas, estas não estão disponíveis: { $days }. Por isso não marquei nenhuma.
    }
    .ask = Qual prefere?
clash-openings = Em vez de { $day }, tenho vaga { $options }.
no-such-day = um dia depois de { $date } que não existe
completed = O horário para { $service } com { $provider }, { on-day }, { $time }, foi realizado.
no-show = O horário para { $service } com { $provider }, { on-day }, { $time }, foi perdido.
