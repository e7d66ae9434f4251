# Words for days and times. A caller hears them, so no digits with a colon and no 24-hour clock.

weekday =
    { $weekday ->
        [1] Monday
        [2] Tuesday
        [3] Wednesday
        [4] Thursday
        [5] Friday
        [6] Saturday
       *[7] Sunday
    }
month =
    { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    }
day-of-month =
    { $day ->
        [1] 1st
        [2] 2nd
        [3] 3rd
        [21] 21st
        [22] 22nd
        [23] 23rd
        [31] 31st
       *[other] { $day }th
    }

date = { $weekday }, { $month } { $day }
date-with-year = { $weekday }, { $month } { $day }, { $year }
month-and-day = { $month } { $day }
month-and-day-with-year = { $month } { $day }, { $year }

half-morning = AM
half-afternoon = PM
noon = noon
midnight = midnight
time-on-the-hour = { $hour } { $half }
time-with-minutes = { $hour } { $minute } { $half }

# The same at the start of a sentence: "Three PM is taken."
noon-first = Noon
midnight-first = Midnight
hour-first =
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

# In the hour that a clock change repeats.
time-before-change = { $time }, before the clocks go back
time-after-change = { $time }, after the clocks go back

time-on-day = { $day } at { $time }
time-range = { $from } to { $until }

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
