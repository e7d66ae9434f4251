# Lines that belong to the call itself: while the caller waits, when nobody can help, when a message
# or the call is passed on, and at its end.

nobody-here = Sorry, nobody can take this call right now. Please try again later.
nobody-to-transfer-to = There is nobody to transfer the call to right now.
    .ask = May I take a message instead?

one-moment = One moment.
one-moment-to-look = One moment while I look.
one-moment-to-book = One moment while I book that.
one-moment-to-move = One moment while I move that.
one-moment-to-cancel = One moment while I cancel that.
let-me-check = Let me check.
still-checking = Still checking, thanks for your patience.

message-taken = I have passed that on to the team.
message-taken-urgent = I have passed that on to the team and marked it as urgent.
call-back-given = They can call you back at the number you gave me.
call-back-calling = They can call you back at the number you are calling from.
call-back-nowhere = They do not have a number to call you back.
    .ask = What number can they reach you at?

transferring = I am connecting you now.
transferring-to = I am connecting you with { $department } now.
transferring-instead = I do not know that department, so I am connecting you with our main line now.
which-department = I can connect you with { $known }.
    .ask = Who would you like to speak to?

goodbye = Thank you for calling. Goodbye.
see-you = We will see you on { $day } at { $time }.
they-will-know = The team has your message.
out-of-time = I am sorry, I have to end this call now. Please call again if there is anything else.
