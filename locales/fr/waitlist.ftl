waitlisted = Vous êtes sur la liste d'attente { waitlist-days } : { $service }.
waitlisted-with = Vous êtes sur la liste d'attente { waitlist-days } : { $service } avec { $provider }.
waitlist-days =
    { $days ->
        [one] pour le { $first }
       *[other] du { $first } au { $last }
    }
waitlist-keeps = Si un horaire se libère, nous vous le gardons pendant { $length } et nous vous prévenons.
not-waiting = Vous n'êtes plus sur la liste d'attente : { $service }.

offered = Un horaire s'est libéré pour vous : { $service } avec { $provider }, le { $day } à { $time }. Je vous garde cet horaire pendant { $length }.
    .ask = Dois-je confirmer le rendez-vous ?
