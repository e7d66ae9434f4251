nobody-here = Es tut mir leid, im Moment kann niemand Ihren Anruf annehmen. Bitte versuchen Sie es später noch einmal.
nobody-to-transfer-to = Im Moment ist niemand da, an den ich Sie weiterverbinden kann.

one-moment = Einen Moment, bitte.
one-moment-to-look = Einen Moment, bitte, ich sehe nach.
one-moment-to-book = Einen Moment, bitte, ich buche das für Sie.
one-moment-to-move = Einen Moment, bitte, ich verlege den Termin.
one-moment-to-cancel = Einen Moment, bitte, ich sage den Termin ab.
let-me-check = Ich sehe kurz nach.
still-checking = Ich sehe noch nach, danke für Ihre Geduld.
