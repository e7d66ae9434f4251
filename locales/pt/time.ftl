# "Primeiro de junho" in Brazil; in Portugal "1º" is understood.
day-of-month =
    { $day ->
        [1] 1º
       *[other] { $day }
    }
day-period =
    { $hour-of-day ->
        [0] da madrugada
        [1] da madrugada
        [2] da madrugada
        [3] da madrugada
        [4] da madrugada
        [5] da madrugada
        [6] da manhã
        [7] da manhã
        [8] da manhã
        [9] da manhã
        [10] da manhã
        [11] da manhã
        [19] da noite
        [20] da noite
        [21] da noite
        [22] da noite
        [23] da noite
       *[other] da tarde
    }

# Saturday and Sunday are masculine, the other days feminine.
on-day =
    { $day-of-week ->
        [6] no { $day }
        [7] no { $day }
       *[other] na { $day }
    }
on-day-first =
    { $day-of-week ->
        [6] No { $day }
        [7] No { $day }
       *[other] Na { $day }
    }

# A time melts into its preposition: "às 3", "das 3"; in foreign words there is one already.
noon =
    { $place ->
        [start] do meio-dia
        [foreign] meio-dia
       *[within] ao meio-dia
    }
midnight =
    { $place ->
        [start] da meia-noite
        [foreign] meia-noite
       *[within] à meia-noite
    }
time-on-the-hour = { hour } { $period }
time-with-minutes =
    { $hour-of-day ->
        [0] { midnight } { minute }
        [12] { noon } { minute }
       *[other] { hour } { minute } { $period }
    }
hour =
    { $place ->
        [start]
            { $hour ->
                [1] da { $hour }
               *[other] das { $hour }
            }
        [foreign] { $hour }
       *[within]
            { $hour ->
                [1] à { $hour }
               *[other] às { $hour }
            }
    }
minute =
    { $minute ->
        [30] e meia
       *[other] e { $minute }
    }

time-before-change = { $time } antes da mudança da hora
time-after-change = { $time } depois da mudança da hora

time-on-day = { $day }, { $time }
time-range = { $from } { $until }
clock-word = horas

length-days = { $count ->
    [one] { $count } dia
   *[other] { $count } dias
}
length-hours = { $count ->
    [one] { $count } hora
   *[other] { $count } horas
}
length-minutes = { $count ->
    [one] { $count } minuto
   *[other] { $count } minutos
}
length-pair = { $first } e { $last }
