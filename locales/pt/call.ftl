nobody-here = Lamento, neste momento ninguém pode atender a sua chamada. Por favor, tente mais tarde.
nobody-to-transfer-to = Neste momento não há ninguém a quem passar a chamada.
    .ask = Posso anotar um recado?

one-moment = Um momento, por favor.
one-moment-to-look = Um momento, por favor, vou verificar.
one-moment-to-book = Um momento, por favor, vou fazer a marcação.
one-moment-to-move = Um momento, por favor, vou mudar o horário.
one-moment-to-cancel = Um momento, por favor, vou cancelar o horário.
let-me-check = Vou verificar.
still-checking = Ainda estou verificando, agradeço a sua paciência.

message-taken = Passei o seu recado à equipe.
message-taken-urgent = Passei o seu recado à equipe como urgente.
call-back-given = Podem ligar de volta para o número que me deu.
call-back-calling = Podem ligar de volta para o número do qual está ligando.
call-back-nowhere = Não há nenhum número para ligar de volta.
    .ask = Para que número podem ligar?

transferring = Vou passar a chamada agora.
transferring-to = Vou passar a chamada agora: { $department }.
transferring-instead = Não conheço esse setor, por isso vou passar a chamada para a nossa linha principal.
which-department = Posso passar a chamada: { $known }.
    .ask = Com quem deseja falar?

goodbye = Agradecemos a sua chamada. Até logo.
see-you = Esperamos a sua visita { on-day }, { $time }.
they-will-know = A equipe já tem o seu recado.
out-of-time = Lamento, tenho de terminar a chamada agora. Se precisar de mais alguma coisa, ligue de novo, por favor.
