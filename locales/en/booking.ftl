booked = You are booked for { $service } with { $provider } on { $day } at { $time }.
confirmation-code = Your confirmation code is { $code }.
used-caller-number = I used the number you are calling from.
email-left-out = I could not read the email address, so I left it out.
