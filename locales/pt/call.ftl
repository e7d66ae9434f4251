nobody-here = Lamento, neste momento ninguém pode atender a sua chamada. Por favor, tente mais tarde.
nobody-to-transfer-to = Neste momento não há ninguém a quem passar a chamada.

one-moment = Um momento, por favor.
one-moment-to-look = Um momento, por favor, vou verificar.
one-moment-to-book = Um momento, por favor, vou fazer a marcação.
one-moment-to-move = Um momento, por favor, vou mudar o horário.
one-moment-to-cancel = Um momento, por favor, vou cancelar o horário.
let-me-check = Vou verificar.
still-checking = Ainda estou verificando, agradeço a sua paciência.
