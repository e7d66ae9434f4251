# The point of the ordinal comes with the pattern of CLDR.
day-of-month = { $day }
day-period =
    { $hour-of-day ->
        [0] nachts
        [1] nachts
        [2] nachts
        [3] nachts
        [4] nachts
        [5] morgens
        [6] morgens
        [7] morgens
        [8] morgens
        [9] morgens
        [10] vormittags
        [11] vormittags
        [12] mittags
        [13] nachmittags
        [14] nachmittags
        [15] nachmittags
        [16] nachmittags
        [17] nachmittags
       *[other] abends
    }

noon = 12 Uhr mittags
midnight = Mitternacht
time-on-the-hour = { $hour } Uhr { $period }
time-with-minutes = { $hour } Uhr { $minute } { $period }

time-before-change = { $time } vor der Zeitumstellung
time-after-change = { $time } nach der Zeitumstellung

time-on-day = { $day } um { $time }
time-range = von { $from } bis { $until }
clock-word = Uhr

length-days = { $count ->
    [one] { $count } Tag
   *[other] { $count } Tage
}
length-hours = { $count ->
    [one] { $count } Stunde
   *[other] { $count } Stunden
}
length-minutes = { $count ->
    [one] { $count } Minute
   *[other] { $count } Minuten
}
length-pair = { $first } { $last }
