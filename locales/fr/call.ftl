nobody-here = Désolé, personne ne peut répondre à votre appel pour le moment. Veuillez rappeler plus tard.
nobody-to-transfer-to = Il n'y a personne à qui transférer votre appel pour le moment.

one-moment = Un instant, s'il vous plaît.
one-moment-to-look = Un instant, s'il vous plaît, je regarde.
one-moment-to-book = Un instant, s'il vous plaît, je fais la réservation.
one-moment-to-move = Un instant, s'il vous plaît, je déplace le rendez-vous.
one-moment-to-cancel = Un instant, s'il vous plaît, j'annule le rendez-vous.
let-me-check = Je vérifie.
still-checking = Je vérifie toujours, merci de votre patience.
