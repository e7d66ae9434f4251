# Words for days and times. A caller hears them, so no digits with a colon and no 24-hour clock.

day-of-month =
    { NUMBER($day, type: "ordinal") ->
        [one] { $day }st
        [two] { $day }nd
        [few] { $day }rd
       *[other] { $day }th
    }
day-period =
    { $hour-of-day ->
        [0] AM
        [1] AM
        [2] AM
        [3] AM
        [4] AM
        [5] AM
        [6] AM
        [7] AM
        [8] AM
        [9] AM
        [10] AM
        [11] AM
       *[other] PM
    }

# $place is where a time stands: "first" word of a sentence, "within" it, "start" of something that
# lasts, or in "foreign" words, which the organization wrote.
noon =
    { $place ->
        [first] Noon
       *[within] noon
    }
midnight =
    { $place ->
        [first] Midnight
       *[within] midnight
    }
time-on-the-hour = { hour } { $period }
time-with-minutes = { hour } { minute } { $period }
hour =
    { $place ->
        [first] { hour-in-letters }
       *[within] { $hour }
    }
hour-in-letters =
    { $hour ->
        [1] One
        [2] Two
        [3] Three
        [4] Four
        [5] Five
        [6] Six
        [7] Seven
        [8] Eight
        [9] Nine
        [10] Ten
        [11] Eleven
       *[12] Twelve
    }
minute =
    { $minute ->
        [1] 01
        [2] 02
        [3] 03
        [4] 04
        [5] 05
        [6] 06
        [7] 07
        [8] 08
        [9] 09
       *[other] { $minute }
    }

# In the hour that a clock change repeats.
time-before-change = { $time }, before the clocks go back
time-after-change = { $time }, after the clocks go back

time-on-day = { $day } at { $time }
time-range = { $from } to { $until }
# What may follow a time of day that the organization wrote, and is said by ours already.
clock-word = o'clock

length-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
length-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
length-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
length-pair = { $first } { $last }
