booked = Votre rendez-vous est confirmé : { $service } avec { $provider }, le { $day } à { $time }.
confirmation-code = Votre code de confirmation est { $code }.
requested = J'ai noté votre demande : { $service } avec { $provider }, le { $day } à { $time }. L'accueil doit encore la confirmer.
request-code = Votre code est { $code }.
used-caller-number = J'ai noté le numéro depuis lequel vous appelez.
email-left-out = Je n'ai pas pu comprendre l'adresse e-mail, je ne l'ai donc pas notée.

held = Je vous réserve le { $day } à { $time } avec { $provider }, pour la prestation { $service }. Je vous garde cet horaire pendant { $length }.
    .ask = Dois-je confirmer le rendez-vous ?
released = Cet horaire est de nouveau libre.

appointment = { $service } avec { $provider } le { $day } à { $time }
requested-appointment = { $service } avec { $provider } le { $day } à { $time }, pas encore confirmé
found =
    { $count ->
        [one] Vous avez un rendez-vous : { $appointments }.
       *[other] Vous avez { $count } rendez-vous : { $appointments }.
    }
rescheduled = Votre rendez-vous est déplacé : { $service } avec { $provider }, le { $day } à { $time }.
code-stays = Votre code de confirmation reste { $code }.
cancelled = Votre rendez-vous est annulé : { $service } avec { $provider }, le { $day } à { $time }.
already-cancelled = Votre rendez-vous avec { $provider }, le { $day } à { $time }, était déjà annulé.

booked-series = Vos { $count } rendez-vous sont confirmés : { $service } avec { $provider }, à partir du { $day } à { $time } et jusqu'au { $last }.
requested-series = J'ai noté votre demande pour { $count } rendez-vous : { $service } avec { $provider }, à partir du { $day } à { $time } et jusqu'au { $last }.
series-requested = L'accueil doit encore les confirmer.
first-code = Chaque rendez-vous a son propre code de confirmation ; le premier est { $code }.
cancelled-series =
    { $count ->
        [one] Votre rendez-vous est annulé : { $service } avec { $provider }, le { $day } à { $time }.
       *[other] Vos { $count } rendez-vous sont annulés : { $service } avec { $provider }, du { $day } au { $last }.
    }
kept =
    { $count ->
        [one] Celui du { $days } ne peut plus être modifié et est maintenu.
       *[other] Ceux-ci ne peuvent plus être modifiés et sont maintenus : { $days }.
    }
series-clash =
    { $clashes ->
        [one] Sur les { $count } dates, celle-ci n'est pas disponible : { $days }. Je n'en ai donc réservé aucune.
       *[other] Sur les { $count } dates, celles-ci ne sont pas disponibles : { $days }. Je n'en ai donc réservé aucune.
    }
    .ask = Que préférez-vous ?
clash-openings = Au lieu du { $day }, je peux vous proposer { $options }.
no-such-day = un jour après le { $date } qui n'existe pas
completed = Le rendez-vous a eu lieu : { $service } avec { $provider }, le { $day } à { $time }.
no-show = Le rendez-vous a été manqué : { $service } avec { $provider }, le { $day } à { $time }.
