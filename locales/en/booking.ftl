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
# For staff.
completed = The appointment for { $service } with { $provider } on { $day } at { $time } took place.
no-show = The appointment for { $service } with { $provider } on { $day } at { $time } was missed.
