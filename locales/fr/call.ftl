nobody-here = Désolé, personne ne peut répondre à votre appel pour le moment. Veuillez rappeler plus tard.
nobody-to-transfer-to = Il n'y a personne à qui transférer votre appel pour le moment.
    .ask = Puis-je prendre un message ?

one-moment = Un instant, s'il vous plaît.
one-moment-to-look = Un instant, s'il vous plaît, je regarde.
one-moment-to-book = Un instant, s'il vous plaît, je fais la réservation.
one-moment-to-move = Un instant, s'il vous plaît, je déplace le rendez-vous.
one-moment-to-cancel = Un instant, s'il vous plaît, j'annule le rendez-vous.
let-me-check = Je vérifie.
still-checking = Je vérifie toujours, merci de votre patience.

message-taken = J'ai transmis votre message à l'équipe.
message-taken-urgent = J'ai transmis votre message à l'équipe en signalant qu'il est urgent.
call-back-given = L'équipe peut vous rappeler au numéro que vous m'avez donné.
call-back-calling = L'équipe peut vous rappeler au numéro depuis lequel vous appelez.
call-back-nowhere = L'équipe n'a pas de numéro pour vous rappeler.
    .ask = À quel numéro peut-on vous joindre ?

transferring = Je vous mets en relation tout de suite.
transferring-to = Je vous mets en relation avec { $department }.
transferring-instead = Je ne connais pas ce service, je vous mets donc en relation avec notre ligne principale.
which-department = Je peux vous mettre en relation avec { $known }.
    .ask = À qui souhaitez-vous parler ?

goodbye = Merci de votre appel. Au revoir.
see-you = Nous vous attendons le { $day } à { $time }.
they-will-know = L'équipe a bien votre message.
out-of-time = Désolé, je dois mettre fin à cet appel. N'hésitez pas à rappeler si vous avez besoin d'autre chose.
