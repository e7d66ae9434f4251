# One message for each way a request can be refused: its value says what is wrong; .ask is the
# question that follows when there is no opening to offer.

missing-contact-info = I need your email or phone to book the appointment.
invalid-phone = I could not use that phone number.
    .ask = Could you say it again, digit by digit?
invalid-email = I could not use that email address.
    .ask = Could you spell it for me?

unreadable-date = I did not understand the date; today is { $today }.
    .ask = Which day would you like?
no-such-date = That date does not exist; today is { $today }.
    .ask = Which day would you like?
weekday-mismatch = { $date } is a { $weekday }, not a { $said }.
which-date = That could be more than one day; today is { $today }.
    .ask = Which day would you like?

unreadable-time = I did not understand the time.
    .ask = What time would you like?
no-such-time = There is no such time of day.
    .ask = What time would you like?
skipped-time = That time does not exist on that day, because the clocks go forward.
    .ask = What other time would you like?
which-time = That could be more than one time.
    .ask = What time would you like?

invalid-slot = I could not find that opening.
    .ask = Which day and time would you like?
missing-field = I need { field }.
    .ask = { field-question }
malformed-field = I could not use { field } as I got it.
    .ask = { field-question }
malformed-arguments = I could not read that request.
    .ask = Could you tell me again what you would like?
field =
    { $field ->
        [date] the day
        [time] the time
        [service] the service
        [provider] the name of the person you would like to see
        [name] your name
        [phone] your phone number
        [email] your email address
        [notes] the notes
        [from] the first day
        [to] the last day
        [part_of_day] the part of the day
        [topic] the topic
        [confirmation_code] your confirmation code
        [reason] the reason
        [message] your message
        [urgent] the urgency
        [department] the department
        [summary] the summary
        [repeat] how often to repeat it
        [repeat_every] how often to repeat it
        [repeat_count] the number of visits
        [language] the language
       *[start] the day and time
    }
field-question =
    { $field ->
        [date] Which day would you like?
        [time] What time would you like?
        [service] What would you like to come in for?
        [provider] Who would you like to see?
        [name] What is your name?
        [phone] What is your phone number, digit by digit?
        [email] Could you spell your email address for me?
        [notes] What should I note down?
        [from] From which day should I look?
        [to] Until which day should I look?
        [part_of_day] Would you like morning, afternoon or evening?
        [topic] What would you like to know?
        [confirmation_code] What is your confirmation code?
        [reason] Why would you like to cancel?
        [message] What should I pass on, in a few sentences?
        [urgent] Is it urgent?
        [department] Who would you like to speak to?
        [summary] What is it about, in a few words?
        [repeat] How often would you like to come, and how many times?
        [repeat_every] How often would you like to come?
        [repeat_count] How many visits would you like?
        [scope] Shall I cancel one appointment or all of them?
        [language] Which language would you like to speak?
       *[start] Which day and time would you like?
    }

past-date = { $date } has passed; today is { $today }.
    .ask = Which day would you like?
past-time = { $time } has passed; it is now { $now } on { $today }.
    .ask = What other time would you like?
beyond-horizon = I can only book up to { $last }; today is { $today }.
    .ask = Which day before that would you like?
too-soon = That is too soon; we need at least { $notice } of notice.
    .ask = What later time would you like?
closed = We are closed on { $day }.
    .ask = Which other day would you like?
closed-because = We are closed on { $day } for { $reason }.
    .ask = Which other day would you like?
outside-hours = An appointment on { $day } at { $time } is outside our opening hours.
    .ask = What other time would you like?

unknown-service = I do not know that service.
    .ask = What would you like to come in for?
unknown-service-but = I do not know that service. We offer { $known }.
    .ask = Which would you like?
which-service = That could be more than one of our services.
    .ask = What would you like to come in for?
unknown-provider = I do not know that name here.
    .ask = Who would you like to see?
unknown-provider-but = I do not know that name here. You can see { $known }.
    .ask = Who would you like to see?
which-provider = That could be more than one person here.
    .ask = Who would you like to see?
not-offered = { $provider } does not offer { $service }.
    .ask = Would you like to see someone else?
unknown-tool = I cannot do that from here.
    .ask = Can I help you to find a time for an appointment?

slot-unavailable = { $time } is taken.
    .ask = What other time would you like?
# For developers.
slot-taken = { $time } on { $date } is taken.
not-on-grid = No appointment can start at { $time }.
    .ask = What other time would you like?
not-found = I could not find that appointment.
    .ask = Could you give me your confirmation code?
hold-not-found = I am not holding that time for you.
    .ask = Which day and time would you like?
hold-expired = I could not hold that time any longer.
    .ask = Which day and time would you like?
too-late-to-change = That appointment can no longer be changed; we need at least { $notice } of notice. I can take a message or connect you to a person.
already-begun = That appointment can no longer be changed, because its time has come. I can take a message or connect you to a person.
free-already = Nobody has to wait: something is free.
not-yet-begun = That appointment is on { $day } at { $time }; it has not begun yet.
wrong-status =
    { $status ->
        [held] That appointment is not confirmed yet.
        [cancelled] That appointment was cancelled.
        [completed] That appointment has taken place.
        [no_show] That appointment was missed.
       *[confirmed] That appointment is confirmed.
    }
unchanged = Your appointment stays as it was.
contact-exists = That phone number or email address belongs to another contact, so nothing was done.
version-mismatch = That was changed in the meantime, so nothing was done.
    .ask = Could you tell me again what you would like?
key-reused = That request came a second time with other details, so nothing was done.
    .ask = Could you tell me again what you would like?
organization-not-found = I could not find that business.

overloaded = We are very busy at this moment, so I could not look that up.
    .ask = May I try again?
overloaded-booking = We are very busy at this moment. It was not booked.
    .ask = May I try again?
overloaded-change = We are very busy at this moment. Nothing was changed.
    .ask = May I try again?
overloaded-passing-on = We are very busy at this moment. It was not passed on.
    .ask = May I try again?
internal = Something went wrong on our side, so I could not look that up.
    .ask = May I try again?
internal-booking = Something went wrong on our side. It was not booked.
    .ask = May I try again?
internal-change = Something went wrong on our side. Nothing was changed.
    .ask = May I try again?
internal-passing-on = Something went wrong on our side. It was not passed on.
    .ask = May I try again?
