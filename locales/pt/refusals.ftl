missing-contact-info = Preciso do seu e-mail ou do seu telefone para marcar o horário.
invalid-phone = Não consegui usar esse número de telefone.
    .ask = Pode repetir, um número de cada vez?
invalid-email = Não consegui usar esse endereço de e-mail.
    .ask = Pode soletrar, por favor?

unreadable-date = Não entendi a data; hoje é { $today }.
    .ask = Que dia prefere?
no-such-date = Essa data não existe; hoje é { $today }.
    .ask = Que dia prefere?
weekday-mismatch = O dia { $date } é { $weekday }, não { $said }.
which-date = Pode ser mais de um dia; hoje é { $today }.
    .ask = Que dia prefere?

unreadable-time = Não entendi a hora.
    .ask = A que horas prefere?
no-such-time = Essa hora não existe.
    .ask = A que horas prefere?
skipped-time = Essa hora não existe nesse dia, porque os relógios são adiantados.
    .ask = Que outra hora prefere?
which-time = Pode ser mais de uma hora.
    .ask = A que horas prefere?

invalid-slot = Não consegui encontrar essa vaga.
    .ask = Que dia e a que horas prefere?
missing-field = Preciso saber { field }.
    .ask = { field-question }
malformed-field = Não consegui usar { field } na forma em que recebi.
    .ask = { field-question }
malformed-arguments = Não consegui entender esse pedido.
    .ask = Pode repetir o que deseja?
field =
    { $field ->
        [date] o dia
        [time] a hora
        [service] o serviço
        [provider] o nome da pessoa com quem deseja marcar
        [name] o seu nome
        [phone] o seu número de telefone
        [email] o seu endereço de e-mail
        [notes] as observações
        [from] o primeiro dia
        [to] o último dia
        [part_of_day] a parte do dia
        [topic] o assunto
        [confirmation_code] o seu código de confirmação
        [reason] o motivo
        [message] o seu recado
        [urgent] a urgência
        [department] o setor
        [summary] o resumo
        [repeat] com que frequência deseja vir
        [repeat_every] com que frequência deseja vir
        [repeat_count] o número de horários
        [language] a língua
       *[start] o dia e a hora
    }
field-question =
    { $field ->
        [date] Que dia prefere?
        [time] A que horas prefere?
        [service] Que serviço deseja?
        [provider] Com quem deseja marcar?
        [name] Qual é o seu nome?
        [phone] Qual é o seu número de telefone, um número de cada vez?
        [email] Pode soletrar o seu endereço de e-mail?
        [notes] O que devo anotar?
        [from] A partir de que dia devo procurar?
        [to] Até que dia devo procurar?
        [part_of_day] Prefere de manhã, à tarde ou à noite?
        [topic] O que deseja saber?
        [confirmation_code] Qual é o seu código de confirmação?
        [reason] Por que motivo deseja cancelar?
        [message] O que devo transmitir, em poucas frases?
        [urgent] É urgente?
        [department] Com quem deseja falar?
        [summary] De que se trata, em poucas palavras?
        [repeat] Com que frequência deseja vir, e quantas vezes?
        [repeat_every] Com que frequência deseja vir?
        [repeat_count] Quantos horários deseja?
        [scope] Devo cancelar um horário ou todos?
        [language] Em que língua prefere falar?
       *[start] Que dia e a que horas prefere?
    }

past-date = A data de { $date }, já passou; hoje é { $today }.
    .ask = Que dia prefere?
past-time = Já não é possível { $time }; hoje é { $today }, e já passa { $now }.
    .ask = Que outra hora prefere?
beyond-horizon = Só posso marcar até { $last }; hoje é { $today }.
    .ask = Que dia antes disso prefere?
too-soon = É cedo demais; precisamos de pelo menos { $notice } de antecedência.
    .ask = Que hora mais tarde prefere?
closed = Não abrimos { on-day }.
    .ask = Que outro dia prefere?
closed-because = Não abrimos { on-day }, pelo seguinte motivo: { $reason }.
    .ask = Que outro dia prefere?
outside-hours = { on-day-first }, { $time }, estamos fora do horário de atendimento.
    .ask = Que outra hora prefere?

unknown-service = Não conheço esse serviço.
    .ask = Que serviço deseja?
unknown-service-but = Não conheço esse serviço. Oferecemos { $known }.
    .ask = Qual prefere?
which-service = Pode ser mais de um dos nossos serviços.
    .ask = Que serviço deseja?
unknown-provider = Não conheço ninguém aqui com esse nome.
    .ask = Com quem deseja marcar?
unknown-provider-but = Não conheço ninguém aqui com esse nome. Pode marcar com { $known }.
    .ask = Com quem deseja marcar?
which-provider = Esse nome pode ser de mais de uma pessoa.
    .ask = Com quem deseja marcar?
not-offered = Com { $provider } não é possível marcar { $service }.
    .ask = Deseja marcar com outra pessoa?
unknown-tool = Não posso fazer isso daqui.
    .ask = Posso ajudar a encontrar um horário?

slot-unavailable = Já não há vaga { $time }.
    .ask = Que outra hora prefere?
slot-taken = Já não há vaga { $time } de { $date }.
not-on-grid = Nenhum atendimento pode começar { $time }.
    .ask = Que outra hora prefere?
not-found = Não consegui encontrar esse horário marcado.
    .ask = Pode dizer o seu código de confirmação?
hold-not-found = Não tenho esse horário reservado em seu nome.
    .ask = Que dia e a que horas prefere?
hold-expired = Não pude guardar esse horário por mais tempo.
    .ask = Que dia e a que horas prefere?
too-late-to-change = Esse horário já não pode ser alterado; precisamos de pelo menos { $notice } de antecedência. Posso anotar um recado ou passar a chamada a uma pessoa.
already-begun = Esse horário já não pode ser alterado, porque a hora dele já chegou. Posso anotar um recado ou passar a chamada a uma pessoa.
free-already = Ninguém precisa esperar: há vagas.
not-yet-begun = Esse horário é { on-day }, { $time }; ainda não começou.
wrong-status =
    { $status ->
        [held] Esse horário ainda não está confirmado.
        [cancelled] Esse horário foi cancelado.
        [completed] Esse horário já foi realizado.
        [no_show] Esse horário foi perdido.
       *[confirmed] Esse horário está confirmado.
    }
unchanged = O seu horário continua como estava.
version-mismatch = Isso foi alterado entretanto, por isso nada foi feito.
    .ask = Pode repetir o que deseja?
contact-exists = Esse número de telefone ou e-mail pertence a outro contato, por isso nada foi feito.
key-reused = Esse pedido chegou uma segunda vez com outros dados, por isso nada foi feito.
    .ask = Pode repetir o que deseja?
organization-not-found = Não consegui encontrar essa empresa.

overloaded = Estamos com muitas chamadas neste momento e não consegui verificar.
    .ask = Posso tentar de novo?
overloaded-booking = Estamos com muitas chamadas neste momento. O horário não foi marcado.
    .ask = Posso tentar de novo?
overloaded-change = Estamos com muitas chamadas neste momento. Nada foi alterado.
    .ask = Posso tentar de novo?
overloaded-passing-on = Estamos com muitas chamadas neste momento. Nada foi transmitido.
    .ask = Posso tentar de novo?
internal = Houve um erro do nosso lado e não consegui verificar.
    .ask = Posso tentar de novo?
internal-booking = Houve um erro do nosso lado. O horário não foi marcado.
    .ask = Posso tentar de novo?
internal-change = Houve um erro do nosso lado. Nada foi alterado.
    .ask = Posso tentar de novo?
internal-passing-on = Houve um erro do nosso lado. Nada foi transmitido.
    .ask = Posso tentar de novo?
