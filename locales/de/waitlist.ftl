waitlisted = Sie stehen auf der Warteliste { waitlist-days }: { $service }.
waitlisted-with = Sie stehen auf der Warteliste { waitlist-days }: { $service } bei { $provider }.
waitlist-days =
    { $days ->
        [one] für { $first }
       *[other] von { $first } bis { $last }
    }
waitlist-keeps = Wenn etwas frei wird, halten wir es { $length } lang für Sie frei und geben Ihnen Bescheid.
not-waiting = Sie stehen nicht mehr auf der Warteliste: { $service }.

offered = Für Sie ist ein Termin frei geworden: { $service } bei { $provider } am { $day } um { $time }. Der Termin ist { $length } lang für Sie reserviert.
    .ask = Soll ich ihn buchen?
