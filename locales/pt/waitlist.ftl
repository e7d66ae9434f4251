waitlisted = Está na lista de espera para { $service }, { waitlist-days }.
waitlisted-with = Está na lista de espera para { $service } com { $provider }, { waitlist-days }.
waitlist-days =
    { $days ->
        [one] para { $first }
       *[other] de { $first }, a { $last }
    }
waitlist-keeps = Quando abrir uma vaga, guardamos para si por { $length } e avisamos.
not-waiting = Já não está na lista de espera para { $service }.

offered = Abriu uma vaga para si: { $service } com { $provider } { on-day }, { $time }. O horário fica guardado por { $length }.
    .ask = Posso confirmar?
