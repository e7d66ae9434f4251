day-of-month =
    { $day ->
        [1] 1er
       *[other] { $day }
    }
day-period =
    { $hour-of-day ->
        [12] de l'après-midi
        [13] de l'après-midi
        [14] de l'après-midi
        [15] de l'après-midi
        [16] de l'après-midi
        [17] de l'après-midi
        [18] du soir
        [19] du soir
        [20] du soir
        [21] du soir
        [22] du soir
        [23] du soir
       *[other] du matin
    }

noon = midi
midnight = minuit
time-on-the-hour = { hour } { $period }
time-with-minutes =
    { $hour-of-day ->
        [0] minuit { $minute }
        [12] midi { $minute }
       *[other] { hour } { $minute } { $period }
    }
hour =
    { $hour ->
        [1] { $hour } heure
       *[other] { $hour } heures
    }

time-before-change = { $time } avant le changement d'heure
time-after-change = { $time } après le changement d'heure

time-on-day = { $day } à { $time }
time-range = de { $from } à { $until }
clock-word = heures

length-days = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}
length-hours = { $count ->
    [one] { $count } heure
   *[other] { $count } heures
}
length-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
length-pair = { $first } { $last }
