service = { $name }
# "Doktor" is said of women and men.
titled =
    { $gender ->
        [woman]
            { $title ->
                [professor] Frau Professor { $name }
               *[doctor] Frau Doktor { $name }
            }
       *[unknown]
            { $title ->
                [professor] Professor { $name }
               *[doctor] Doktor { $name }
            }
    }

others =
    { $kind ->
        [person] weitere Personen
        [topic] anderen Themen
       *[service] weitere
    }

times-on-day = { $times } am { $day }
times-same-day = { $times } am selben Tag

offer-one = Ich kann Ihnen { $options } anbieten. Passt Ihnen das?
offer-several = Ich kann Ihnen { $options } anbieten. Was passt Ihnen am besten?
did-you-mean = Meinten Sie { $options }?
take-message = Ich kann eine Nachricht aufnehmen oder Sie mit jemandem verbinden.
