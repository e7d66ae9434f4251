nobody-here = Lo siento, en este momento nadie puede atender su llamada. Por favor, inténtelo más tarde.
nobody-to-transfer-to = En este momento no hay nadie a quien pasarle la llamada.
    .ask = ¿Le tomo un mensaje?

one-moment = Un momento, por favor.
one-moment-to-look = Un momento, por favor, lo consulto.
one-moment-to-book = Un momento, por favor, hago la reserva.
one-moment-to-move = Un momento, por favor, cambio la cita.
one-moment-to-cancel = Un momento, por favor, cancelo la cita.
let-me-check = Permítame consultarlo.
still-checking = Sigo consultándolo, gracias por su paciencia.

message-taken = He pasado su mensaje al equipo.
message-taken-urgent = He pasado su mensaje al equipo como urgente.
call-back-given = Pueden devolverle la llamada al número que me ha dado.
call-back-calling = Pueden devolverle la llamada al número desde el que llama.
call-back-nowhere = No tienen ningún número para devolverle la llamada.
    .ask = ¿A qué número pueden llamarle?

transferring = Le paso la llamada ahora.
transferring-to = Le paso ahora con { $department }.
transferring-instead = No conozco ese departamento, así que le paso ahora con nuestra línea principal.
which-department = Puedo pasarle con { $known }.
    .ask = ¿Con quién desea hablar?

goodbye = Gracias por llamar. Adiós.
see-you = Le esperamos el { $day }, a { $time }.
they-will-know = El equipo tiene su mensaje.
out-of-time = Lo siento, tengo que terminar la llamada. Si necesita algo más, vuelva a llamar, por favor.
