waitlisted = Está en la lista de espera para { $service } { waitlist-days }.
waitlisted-with = Está en la lista de espera para { $service } con { $provider } { waitlist-days }.
waitlist-days =
    { $days ->
        [one] el { $first }
       *[other] del { $first }, al { $last }
    }
waitlist-keeps = Cuando se libere una hora, se la guardamos durante { $length } y le avisamos.
not-waiting = Ya no está en la lista de espera para { $service }.

offered = Se ha liberado una hora para usted: { $service } con { $provider } el { $day }, a { $time }. Se la guardo durante { $length }.
    .ask = ¿Confirmo la cita?
