booked = You are booked for { $service } with { $provider } on { $day } at { $time }.
confirmation-code = Your confirmation code is { $code }.
# It is kept, but not certain: staff confirm it first.
requested = I have put you down for { $service } with { $provider } on { $day } at { $time }. The front desk will confirm it.
request-code = Your code is { $code }.
used-caller-number = I used the number you are calling from.
email-left-out = I could not read the email address, so I left it out.

held = I am holding { $day } at { $time } with { $provider } for { $service }. It is yours for { $length }.
    .ask = Shall I book it?
released = That time is free again.

appointment = { $service } with { $provider } on { $day } at { $time }
requested-appointment = { $service } with { $provider } on { $day } at { $time }, which is not confirmed yet
found =
    { $count ->
        [one] You have { $appointments }.
       *[other] You have { $count } appointments: { $appointments }.
    }
rescheduled = You are now booked for { $service } with { $provider } on { $day } at { $time }.
code-stays = Your confirmation code stays { $code }.
cancelled = Your appointment for { $service } with { $provider } on { $day } at { $time } is cancelled.
already-cancelled = Your appointment with { $provider } on { $day } at { $time } was cancelled already.

# Recurring visits
booked-series = You are booked for { $service } with { $provider } { $count } times, from { $day } at { $time } to { $last }.
requested-series = I have put you down for { $service } with { $provider } { $count } times, from { $day } at { $time } to { $last }.
series-requested = The front desk will confirm them.
first-code = Each visit has its own confirmation code; the first is { $code }.
cancelled-series =
    { $count ->
        [one] Your appointment for { $service } with { $provider } on { $day } at { $time } is cancelled.
       *[other] Your { $count } appointments for { $service } with { $provider } from { $day } to { $last } are cancelled.
    }
kept =
    { $count ->
        [one] The one on { $days } can no longer be changed and stays.
       *[other] Those on { $days } can no longer be changed and stay.
    }
series-clash =
    { $clashes ->
        [one] Of the { $count } dates, { $days } is not available, so I booked none of them.
       *[other] Of the { $count } dates, { $days } are not available, so I booked none of them.
    }
    .ask = Which would you like?
clash-openings = Instead of { $day } I have { $options }.
# A day that its month does not have: the 31st of February.
no-such-day = a day after { $date } that does not exist
# For staff.
completed = The appointment for { $service } with { $provider } on { $day } at { $time } took place.
no-show = The appointment for { $service } with { $provider } on { $day } at { $time } was missed.
