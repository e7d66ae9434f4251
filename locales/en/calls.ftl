# Passing on a message or the call itself, and its end.

message-taken = I have passed that on to the team.
message-taken-urgent = I have passed that on to the team and marked it as urgent.
call-back-given = They can call you back at the number you gave me.
call-back-calling = They can call you back at the number you are calling from.
call-back-nowhere = They do not have a number to call you back.
    .ask = What number can they reach you at?

transferring = I am connecting you now.
transferring-to = I am connecting you with { $department } now.
transferring-instead = I do not know that department, so I am connecting you with our main line now.
no-transfer = I cannot connect you to anybody from here.
    .ask = May I take a message instead?
which-department = I can connect you with { $known }.
    .ask = Who would you like to speak to?

goodbye = Thank you for calling. Goodbye.
see-you = We will see you on { $day } at { $time }.
they-will-know = The team has your message.
out-of-time = I am sorry, I have to end this call now. Please call again if there is anything else.

no-assistant = Sorry, nobody can take this call right now. Please try again later.
