day-of-month = { $day }
day-period =
    { $hour-of-day ->
        [0] de la noche
        [1] de la madrugada
        [2] de la madrugada
        [3] de la madrugada
        [4] de la madrugada
        [5] de la madrugada
        [6] de la mañana
        [7] de la mañana
        [8] de la mañana
        [9] de la mañana
        [10] de la mañana
        [11] de la mañana
        [12] del mediodía
        [20] de la noche
        [21] de la noche
        [22] de la noche
        [23] de la noche
       *[other] de la tarde
    }

# With its article, except in foreign words: "a las 3" and "de las 3" need no other form.
noon =
    { $place ->
        [foreign] 12 del mediodía
       *[within] las 12 del mediodía
    }
midnight =
    { $place ->
        [foreign] 12 de la noche
       *[within] las 12 de la noche
    }
time-on-the-hour = { hour } { $period }
time-with-minutes = { hour } { minute } { $period }
hour =
    { $place ->
        [foreign] { $hour }
       *[within] { article } { $hour }
    }
article =
    { $hour ->
        [1] la
       *[other] las
    }
minute =
    { $minute ->
        [15] y cuarto
        [30] y media
       *[other] y { $minute }
    }

time-before-change = { $time } antes del cambio de hora
time-after-change = { $time } después del cambio de hora

time-on-day = { $day }, a { $time }
time-range = de { $from } a { $until }
clock-word = horas

length-days = { $count ->
    [one] { $count } día
   *[other] { $count } días
}
length-hours = { $count ->
    [one] { $count } hora
   *[other] { $count } horas
}
length-minutes = { $count ->
    [one] { $count } minuto
   *[other] { $count } minutos
}
length-pair = { $first } y { $last }
