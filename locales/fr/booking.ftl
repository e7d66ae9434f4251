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
completed = Le rendez-vous a eu lieu : { $service } avec { $provider }, le { $day } à { $time }.
no-show = Le rendez-vous a été manqué : { $service } avec { $provider }, le { $day } à { $time }.
