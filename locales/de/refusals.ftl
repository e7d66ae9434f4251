missing-contact-info = Für die Buchung brauche ich Ihre E-Mail-Adresse oder Ihre Telefonnummer.
invalid-phone = Diese Telefonnummer konnte ich nicht verwenden.
    .ask = Könnten Sie sie bitte noch einmal Ziffer für Ziffer sagen?
invalid-email = Diese E-Mail-Adresse konnte ich nicht verwenden.
    .ask = Könnten Sie sie mir bitte buchstabieren?

unreadable-date = Das Datum habe ich nicht verstanden; heute ist { $today }.
    .ask = Welcher Tag passt Ihnen?
no-such-date = Dieses Datum gibt es nicht; heute ist { $today }.
    .ask = Welcher Tag passt Ihnen?
weekday-mismatch = Der { $date } ist ein { $weekday }, kein { $said }.
which-date = Das könnte mehr als ein Tag sein; heute ist { $today }.
    .ask = Welcher Tag passt Ihnen?

unreadable-time = Die Uhrzeit habe ich nicht verstanden.
    .ask = Welche Uhrzeit passt Ihnen?
no-such-time = Diese Uhrzeit gibt es nicht.
    .ask = Welche Uhrzeit passt Ihnen?
skipped-time = Diese Uhrzeit gibt es an dem Tag nicht, weil die Uhren vorgestellt werden.
    .ask = Welche andere Uhrzeit passt Ihnen?
which-time = Das könnte mehr als eine Uhrzeit sein.
    .ask = Welche Uhrzeit passt Ihnen?

invalid-slot = Diesen freien Termin konnte ich nicht finden.
    .ask = Welcher Tag und welche Uhrzeit passen Ihnen?
missing-field = Ich brauche noch { field }.
    .ask = { field-question }
malformed-field = So konnte ich { field } nicht verwenden.
    .ask = { field-question }
malformed-arguments = Diese Anfrage konnte ich nicht verstehen.
    .ask = Könnten Sie mir bitte noch einmal sagen, was Sie möchten?
field =
    { $field ->
        [date] den Tag
        [time] die Uhrzeit
        [service] die Leistung
        [provider] den Namen der Person, zu der Sie möchten
        [name] Ihren Namen
        [phone] Ihre Telefonnummer
        [email] Ihre E-Mail-Adresse
        [notes] die Notizen
        [from] den ersten Tag
        [to] den letzten Tag
        [part_of_day] die Tageszeit
        [topic] das Thema
        [confirmation_code] Ihren Bestätigungscode
        [reason] den Grund
        [message] Ihre Nachricht
        [urgent] die Dringlichkeit
        [department] die Abteilung
        [summary] die Zusammenfassung
        [repeat] wie oft Sie kommen möchten
        [repeat_every] wie oft Sie kommen möchten
        [repeat_count] die Anzahl der Termine
        [language] die Sprache
       *[start] den Tag und die Uhrzeit
    }
field-question =
    { $field ->
        [date] Welcher Tag passt Ihnen?
        [time] Welche Uhrzeit passt Ihnen?
        [service] Worum geht es bei Ihrem Termin?
        [provider] Zu wem möchten Sie?
        [name] Wie ist Ihr Name?
        [phone] Wie lautet Ihre Telefonnummer, Ziffer für Ziffer?
        [email] Könnten Sie mir bitte Ihre E-Mail-Adresse buchstabieren?
        [notes] Was soll ich notieren?
        [from] Ab welchem Tag soll ich suchen?
        [to] Bis zu welchem Tag soll ich suchen?
        [part_of_day] Möchten Sie lieber morgens, nachmittags oder abends kommen?
        [topic] Was möchten Sie wissen?
        [confirmation_code] Wie lautet Ihr Bestätigungscode?
        [reason] Aus welchem Grund möchten Sie absagen?
        [message] Was soll ich in wenigen Sätzen weitergeben?
        [urgent] Ist es dringend?
        [department] Mit wem möchten Sie sprechen?
        [summary] Worum geht es, in wenigen Worten?
        [repeat] Wie oft möchten Sie kommen, und wie viele Male?
        [repeat_every] In welchem Abstand möchten Sie kommen?
        [repeat_count] Wie viele Termine möchten Sie?
        [scope] Soll ich einen Termin absagen oder alle?
        [language] Welche Sprache möchten Sie sprechen?
       *[start] Welcher Tag und welche Uhrzeit passen Ihnen?
    }

past-date = { $date } ist schon vorbei; heute ist { $today }.
    .ask = Welcher Tag passt Ihnen?
past-time = { $time } ist schon vorbei; heute ist { $today }, und es ist jetzt { $now }.
    .ask = Welche andere Uhrzeit passt Ihnen?
beyond-horizon = Ich kann nur bis { $last } buchen; heute ist { $today }.
    .ask = Welcher Tag davor passt Ihnen?
too-soon = Das ist zu kurzfristig; wir brauchen mindestens { $notice } Vorlauf.
    .ask = Welche spätere Uhrzeit passt Ihnen?
closed = Am { $day } haben wir geschlossen.
    .ask = Welcher andere Tag passt Ihnen?
closed-because = Am { $day } haben wir geschlossen; der Grund ist { $reason }.
    .ask = Welcher andere Tag passt Ihnen?
outside-hours = Ein Termin am { $day } um { $time } liegt außerhalb unserer Öffnungszeiten.
    .ask = Welche andere Uhrzeit passt Ihnen?

unknown-service = Diese Leistung kenne ich nicht.
    .ask = Worum geht es bei Ihrem Termin?
unknown-service-but = Diese Leistung kenne ich nicht. Wir bieten { $known } an.
    .ask = Was möchten Sie?
which-service = Das könnte mehr als eine unserer Leistungen sein.
    .ask = Worum geht es bei Ihrem Termin?
unknown-provider = Diesen Namen kenne ich hier nicht.
    .ask = Zu wem möchten Sie?
unknown-provider-but = Diesen Namen kenne ich hier nicht. Zur Wahl stehen { $known }.
    .ask = Zu wem möchten Sie?
which-provider = Das könnte hier mehr als eine Person sein.
    .ask = Zu wem möchten Sie?
not-offered = { $service } wird von { $provider } nicht angeboten.
    .ask = Möchten Sie zu jemand anderem?
unknown-tool = Das kann ich von hier aus nicht tun.
    .ask = Kann ich Ihnen helfen, einen Termin zu finden?

slot-unavailable = { $time } ist leider schon vergeben.
    .ask = Welche andere Uhrzeit passt Ihnen?
slot-taken = { $time } am { $date } ist schon vergeben.
not-on-grid = Um { $time } kann kein Termin beginnen.
    .ask = Welche andere Uhrzeit passt Ihnen?
not-found = Diesen Termin konnte ich nicht finden.
    .ask = Könnten Sie mir bitte Ihren Bestätigungscode nennen?
hold-not-found = Diese Zeit ist nicht für Sie reserviert.
    .ask = Welcher Tag und welche Uhrzeit passen Ihnen?
hold-expired = Ich konnte Ihnen diese Zeit nicht länger freihalten.
    .ask = Welcher Tag und welche Uhrzeit passen Ihnen?
too-late-to-change = Dieser Termin lässt sich nicht mehr ändern; wir brauchen mindestens { $notice } Vorlauf. Ich kann eine Nachricht aufnehmen oder Sie mit jemandem verbinden.
already-begun = Dieser Termin lässt sich nicht mehr ändern, weil seine Zeit gekommen ist. Ich kann eine Nachricht aufnehmen oder Sie mit jemandem verbinden.
free-already = Niemand muss warten: Es ist etwas frei.
not-yet-begun = Dieser Termin ist am { $day } um { $time } und hat noch nicht begonnen.
wrong-status =
    { $status ->
        [held] Dieser Termin ist noch nicht bestätigt.
        [cancelled] Dieser Termin wurde abgesagt.
        [completed] Dieser Termin hat stattgefunden.
        [no_show] Dieser Termin wurde versäumt.
       *[confirmed] Dieser Termin ist bestätigt.
    }
unchanged = Ihr Termin bleibt, wie er war.
version-mismatch = Das wurde inzwischen geändert; deshalb wurde nichts getan.
    .ask = Könnten Sie mir bitte noch einmal sagen, was Sie möchten?
contact-exists = Diese Telefonnummer oder E-Mail-Adresse gehört zu einem anderen Kontakt; deshalb wurde nichts getan.
key-reused = Diese Anfrage kam ein zweites Mal mit anderen Angaben; deshalb wurde nichts getan.
    .ask = Könnten Sie mir bitte noch einmal sagen, was Sie möchten?
organization-not-found = Dieses Unternehmen konnte ich nicht finden.

overloaded = Im Moment ist bei uns sehr viel los, und ich konnte nicht nachsehen.
    .ask = Darf ich es noch einmal versuchen?
overloaded-booking = Im Moment ist bei uns sehr viel los. Der Termin wurde nicht gebucht.
    .ask = Darf ich es noch einmal versuchen?
overloaded-change = Im Moment ist bei uns sehr viel los. Es wurde nichts geändert.
    .ask = Darf ich es noch einmal versuchen?
overloaded-passing-on = Im Moment ist bei uns sehr viel los. Es wurde nichts weitergegeben.
    .ask = Darf ich es noch einmal versuchen?
internal = Bei uns ist ein Fehler aufgetreten, und ich konnte nicht nachsehen.
    .ask = Darf ich es noch einmal versuchen?
internal-booking = Bei uns ist ein Fehler aufgetreten. Der Termin wurde nicht gebucht.
    .ask = Darf ich es noch einmal versuchen?
internal-change = Bei uns ist ein Fehler aufgetreten. Es wurde nichts geändert.
    .ask = Darf ich es noch einmal versuchen?
internal-passing-on = Bei uns ist ein Fehler aufgetreten. Es wurde nichts weitergegeben.
    .ask = Darf ich es noch einmal versuchen?
