nobody-here = Es tut mir leid, im Moment kann niemand Ihren Anruf annehmen. Bitte versuchen Sie es später noch einmal.
nobody-to-transfer-to = Im Moment ist niemand da, an den ich Sie weiterverbinden kann.
    .ask = Darf ich stattdessen eine Nachricht aufnehmen?

one-moment = Einen Moment, bitte.
one-moment-to-look = Einen Moment, bitte, ich sehe nach.
one-moment-to-book = Einen Moment, bitte, ich buche das für Sie.
one-moment-to-move = Einen Moment, bitte, ich verlege den Termin.
one-moment-to-cancel = Einen Moment, bitte, ich sage den Termin ab.
let-me-check = Ich sehe kurz nach.
still-checking = Ich sehe noch nach, danke für Ihre Geduld.

message-taken = Ich habe Ihre Nachricht weitergegeben.
message-taken-urgent = Ich habe Ihre Nachricht als dringend weitergegeben.
call-back-given = Wir können Sie unter der Nummer zurückrufen, die Sie mir genannt haben.
call-back-calling = Wir können Sie unter der Nummer zurückrufen, von der Sie anrufen.
call-back-nowhere = Wir haben keine Nummer, unter der wir Sie zurückrufen können.
    .ask = Unter welcher Nummer sind Sie erreichbar?

transferring = Ich verbinde Sie jetzt.
transferring-to = Ich verbinde Sie jetzt: { $department }.
transferring-instead = Diese Abteilung kenne ich nicht, deshalb verbinde ich Sie jetzt mit unserer Zentrale.
which-department = Ich kann Sie verbinden: { $known }.
    .ask = Mit wem möchten Sie sprechen?

goodbye = Danke für Ihren Anruf. Auf Wiederhören.
see-you = Wir sehen uns am { $day } um { $time }.
they-will-know = Ihre Nachricht ist angekommen.
out-of-time = Es tut mir leid, ich muss das Gespräch jetzt beenden. Bitte rufen Sie wieder an, wenn Sie noch etwas brauchen.
