missing-contact-info = J'ai besoin de votre e-mail ou de votre téléphone pour prendre le rendez-vous.
invalid-phone = Je n'ai pas pu utiliser ce numéro de téléphone.
    .ask = Pouvez-vous le répéter, chiffre par chiffre ?
invalid-email = Je n'ai pas pu utiliser cette adresse e-mail.
    .ask = Pouvez-vous me l'épeler ?

unreadable-date = Je n'ai pas compris la date ; nous sommes le { $today }.
    .ask = Quel jour préférez-vous ?
no-such-date = Cette date n'existe pas ; nous sommes le { $today }.
    .ask = Quel jour préférez-vous ?
weekday-mismatch = Le { $date } est un { $weekday }, pas un { $said }.
which-date = Il peut s'agir de plusieurs jours ; nous sommes le { $today }.
    .ask = Quel jour préférez-vous ?

unreadable-time = Je n'ai pas compris l'heure.
    .ask = À quelle heure préférez-vous venir ?
no-such-time = Cette heure n'existe pas.
    .ask = À quelle heure préférez-vous venir ?
skipped-time = Cette heure n'existe pas ce jour-là, car on passe à l'heure d'été.
    .ask = Quelle autre heure préférez-vous ?
which-time = Il peut s'agir de plusieurs heures.
    .ask = À quelle heure préférez-vous venir ?

invalid-slot = Je n'ai pas pu retrouver cet horaire.
    .ask = Quel jour et à quelle heure préférez-vous venir ?
missing-field = J'ai besoin de connaître { field }.
    .ask = { field-question }
malformed-field = Je n'ai pas pu utiliser { field } sous cette forme.
    .ask = { field-question }
malformed-arguments = Je n'ai pas pu comprendre cette demande.
    .ask = Pouvez-vous me redire ce que vous souhaitez ?
field =
    { $field ->
        [date] le jour
        [time] l'heure
        [service] la prestation
        [provider] le nom de la personne que vous souhaitez voir
        [name] votre nom
        [phone] votre numéro de téléphone
        [email] votre adresse e-mail
        [notes] les remarques
        [from] le premier jour
        [to] le dernier jour
        [part_of_day] le moment de la journée
        [topic] le sujet
        [confirmation_code] votre code de confirmation
        [reason] le motif
        [message] votre message
        [urgent] le degré d'urgence
        [department] le service
        [summary] le résumé
        [repeat] la fréquence des rendez-vous
        [repeat_every] la fréquence des rendez-vous
        [repeat_count] le nombre de rendez-vous
        [language] la langue
       *[start] le jour et l'heure
    }
field-question =
    { $field ->
        [date] Quel jour préférez-vous ?
        [time] À quelle heure préférez-vous venir ?
        [service] Pour quelle prestation souhaitez-vous venir ?
        [provider] Qui souhaitez-vous voir ?
        [name] Quel est votre nom ?
        [phone] Quel est votre numéro de téléphone, chiffre par chiffre ?
        [email] Pouvez-vous m'épeler votre adresse e-mail ?
        [notes] Que dois-je noter ?
        [from] À partir de quel jour dois-je chercher ?
        [to] Jusqu'à quel jour dois-je chercher ?
        [part_of_day] Préférez-vous le matin, l'après-midi ou le soir ?
        [topic] Que souhaitez-vous savoir ?
        [confirmation_code] Quel est votre code de confirmation ?
        [reason] Pour quel motif souhaitez-vous annuler ?
        [message] Que dois-je transmettre, en quelques phrases ?
        [urgent] Est-ce urgent ?
        [department] À qui souhaitez-vous parler ?
        [summary] De quoi s'agit-il, en quelques mots ?
        [repeat] À quelle fréquence souhaitez-vous venir, et combien de fois ?
        [repeat_every] À quelle fréquence souhaitez-vous venir ?
        [repeat_count] Combien de rendez-vous souhaitez-vous ?
        [scope] Dois-je annuler un rendez-vous ou tous ?
        [language] Quelle langue souhaitez-vous parler ?
       *[start] Quel jour et à quelle heure préférez-vous venir ?
    }

past-date = La date du { $date } est passée ; nous sommes le { $today }.
    .ask = Quel jour préférez-vous ?
past-time = L'horaire de { $time } est passé ; nous sommes le { $today } et il est { $now }.
    .ask = Quelle autre heure préférez-vous ?
beyond-horizon = Je ne peux réserver que jusqu'au { $last } ; nous sommes le { $today }.
    .ask = Quel jour préférez-vous avant cette date ?
too-soon = C'est trop tôt ; il nous faut un délai d'au moins { $notice }.
    .ask = Quelle heure plus tardive préférez-vous ?
closed = Nous sommes fermés le { $day }.
    .ask = Quel autre jour préférez-vous ?
closed-because = Nous sommes fermés le { $day } pour la raison suivante : { $reason }.
    .ask = Quel autre jour préférez-vous ?
outside-hours = Un rendez-vous le { $day } à { $time } est en dehors de nos horaires.
    .ask = Quelle autre heure préférez-vous ?

unknown-service = Je ne connais pas cette prestation.
    .ask = Pour quelle prestation souhaitez-vous venir ?
unknown-service-but = Je ne connais pas cette prestation. Nous proposons { $known }.
    .ask = Que préférez-vous ?
which-service = Il peut s'agir de plusieurs de nos prestations.
    .ask = Pour quelle prestation souhaitez-vous venir ?
unknown-provider = Je ne connais personne de ce nom ici.
    .ask = Qui souhaitez-vous voir ?
unknown-provider-but = Je ne connais personne de ce nom ici. Vous pouvez voir { $known }.
    .ask = Qui souhaitez-vous voir ?
which-provider = Plusieurs personnes ici peuvent porter ce nom.
    .ask = Qui souhaitez-vous voir ?
not-offered = La prestation { $service } n'est pas proposée par { $provider }.
    .ask = Souhaitez-vous voir quelqu'un d'autre ?
unknown-tool = Je ne peux pas faire cela d'ici.
    .ask = Puis-je vous aider à trouver un rendez-vous ?

slot-unavailable = L'horaire de { $time } est déjà pris.
    .ask = Quelle autre heure préférez-vous ?
slot-taken = L'horaire de { $time } le { $date } est déjà pris.
not-on-grid = Aucun rendez-vous ne peut commencer à { $time }.
    .ask = Quelle autre heure préférez-vous ?
not-found = Je n'ai pas pu retrouver ce rendez-vous.
    .ask = Pouvez-vous me donner votre code de confirmation ?
hold-not-found = Je ne vous garde pas cet horaire.
    .ask = Quel jour et à quelle heure préférez-vous venir ?
hold-expired = Je n'ai pas pu vous garder cet horaire plus longtemps.
    .ask = Quel jour et à quelle heure préférez-vous venir ?
too-late-to-change = Ce rendez-vous ne peut plus être modifié ; il nous faut un délai d'au moins { $notice }. Je peux prendre un message ou vous mettre en relation avec une personne.
already-begun = Ce rendez-vous ne peut plus être modifié, car son heure est arrivée. Je peux prendre un message ou vous mettre en relation avec une personne.
free-already = Personne n'a besoin d'attendre : il y a de la place.
not-yet-begun = Ce rendez-vous est le { $day } à { $time } ; il n'a pas encore commencé.
wrong-status =
    { $status ->
        [held] Ce rendez-vous n'est pas encore confirmé.
        [cancelled] Ce rendez-vous a été annulé.
        [completed] Ce rendez-vous a eu lieu.
        [no_show] Ce rendez-vous a été manqué.
       *[confirmed] Ce rendez-vous est confirmé.
    }
unchanged = Votre rendez-vous reste inchangé.
version-mismatch = Cela a été modifié entre-temps, rien n'a donc été fait.
    .ask = Pouvez-vous me redire ce que vous souhaitez ?
contact-exists = Ce numéro de téléphone ou cette adresse e-mail appartient à un autre contact, rien n'a donc été fait.
key-reused = Cette demande est arrivée une seconde fois avec d'autres indications, rien n'a donc été fait.
    .ask = Pouvez-vous me redire ce que vous souhaitez ?
organization-not-found = Je n'ai pas pu trouver cet établissement.

overloaded = Nous recevons beaucoup d'appels en ce moment et je n'ai pas pu vérifier.
    .ask = Puis-je réessayer ?
overloaded-booking = Nous recevons beaucoup d'appels en ce moment. Le rendez-vous n'a pas été pris.
    .ask = Puis-je réessayer ?
overloaded-change = Nous recevons beaucoup d'appels en ce moment. Rien n'a été modifié.
    .ask = Puis-je réessayer ?
overloaded-passing-on = Nous recevons beaucoup d'appels en ce moment. Rien n'a été transmis.
    .ask = Puis-je réessayer ?
internal = Une erreur s'est produite de notre côté et je n'ai pas pu vérifier.
    .ask = Puis-je réessayer ?
internal-booking = Une erreur s'est produite de notre côté. Le rendez-vous n'a pas été pris.
    .ask = Puis-je réessayer ?
internal-change = Une erreur s'est produite de notre côté. Rien n'a été modifié.
    .ask = Puis-je réessayer ?
internal-passing-on = Une erreur s'est produite de notre côté. Rien n'a été transmis.
    .ask = Puis-je réessayer ?
