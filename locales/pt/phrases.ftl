service = { $name }
# Without knowing whether it is "o doutor" or "a doutora", the name alone.
titled =
    { $gender ->
        [woman]
            { $title ->
                [professor] a professora { $name }
               *[doctor] a doutora { $name }
            }
        [man]
            { $title ->
                [professor] o professor { $name }
               *[doctor] o doutor { $name }
            }
       *[unknown] { $names }
    }

others =
    { $kind ->
        [person] outras pessoas
        [topic] outros assuntos
       *[service] outros
    }

times-on-day = { $times } de { $day }
times-same-day = { $times } do mesmo dia

offer-one = Tenho vaga { $options }. Pode ser?
offer-several = Tenho vaga { $options }. Qual prefere?
did-you-mean = Quis dizer { $options }?
take-message = Posso anotar um recado ou passar a chamada a uma pessoa.
