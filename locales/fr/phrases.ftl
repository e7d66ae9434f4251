service = { $name }
# "Le docteur" is said of women and men.
titled =
    { $gender ->
        [woman]
            { $title ->
                [professor] la professeure { $name }
               *[doctor] la docteure { $name }
            }
       *[unknown]
            { $title ->
                [professor] le professeur { $name }
               *[doctor] le docteur { $name }
            }
    }

others =
    { $kind ->
        [person] d'autres personnes
        [topic] d'autres sujets
       *[service] d'autres
    }

times-on-day = { $times } le { $day }
times-same-day = { $times } le même jour

offer-one = Je peux vous proposer { $options }. Cela vous convient-il ?
offer-several = Je peux vous proposer { $options }. Que préférez-vous ?
did-you-mean = Vouliez-vous dire { $options } ?
take-message = Je peux prendre un message ou vous mettre en relation avec une personne.
