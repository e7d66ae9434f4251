service = { $name }
# Without knowing whether it is "el doctor" or "la doctora", the name alone.
titled =
    { $gender ->
        [woman]
            { $title ->
                [professor] la profesora { $name }
               *[doctor] la doctora { $name }
            }
        [man]
            { $title ->
                [professor] el profesor { $name }
               *[doctor] el doctor { $name }
            }
       *[unknown] { $names }
    }

others =
    { $kind ->
        [appointment] otras
        [person] otras personas
        [topic] otros temas
       *[service] otros
    }

times-on-day = { $times } del { $day }
times-same-day = { $times } del mismo día

offer-one = Le puedo ofrecer { $options }. ¿Le viene bien?
offer-several = Le puedo ofrecer { $options }. ¿Cuál prefiere?
did-you-mean = ¿Quiso decir { $options }?
take-message = Puedo tomar un mensaje o comunicarle con una persona.
