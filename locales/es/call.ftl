nobody-here = Lo siento, en este momento nadie puede atender su llamada. Por favor, inténtelo más tarde.
nobody-to-transfer-to = En este momento no hay nadie a quien pasarle la llamada.

one-moment = Un momento, por favor.
one-moment-to-look = Un momento, por favor, lo consulto.
one-moment-to-book = Un momento, por favor, hago la reserva.
one-moment-to-move = Un momento, por favor, cambio la cita.
one-moment-to-cancel = Un momento, por favor, cancelo la cita.
let-me-check = Permítame consultarlo.
still-checking = Sigo consultándolo, gracias por su paciencia.
