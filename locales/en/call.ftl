# Lines that belong to the call itself: while the caller waits, and when nobody can help.

nobody-here = Sorry, nobody can take this call right now. Please try again later.
nobody-to-transfer-to = There is nobody to transfer the call to right now.

one-moment = One moment.
one-moment-to-look = One moment while I look.
one-moment-to-book = One moment while I book that.
one-moment-to-move = One moment while I move that.
one-moment-to-cancel = One moment while I cancel that.
let-me-check = Let me check.
still-checking = Still checking, thanks for your patience.
