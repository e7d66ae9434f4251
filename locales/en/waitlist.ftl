waitlisted = You are on the waiting list for { $service } { waitlist-days }.
waitlisted-with = You are on the waiting list for { $service } with { $provider } { waitlist-days }.
waitlist-days =
    { $days ->
        [one] on { $first }
       *[other] from { $first } to { $last }
    }
waitlist-keeps = When a time comes free, we keep it for you for { $length } and let you know.
not-waiting = You are not on the waiting list for { $service } any more.

offered = A time has come free for you: { $service } with { $provider } on { $day } at { $time }. It is yours for { $length }.
    .ask = Shall I book it?
