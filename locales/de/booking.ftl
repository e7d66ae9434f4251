booked = Ihr Termin ist gebucht: { $service } bei { $provider } am { $day } um { $time }.
confirmation-code = Ihr Bestätigungscode lautet { $code }.
requested = Ich habe Sie vorgemerkt: { $service } bei { $provider } am { $day } um { $time }. Der Empfang bestätigt den Termin noch.
request-code = Ihr Code lautet { $code }.
used-caller-number = Ich habe die Nummer notiert, von der Sie anrufen.
email-left-out = Die E-Mail-Adresse habe ich nicht verstanden und deshalb weggelassen.

held = Ich halte Ihnen { $day } um { $time } bei { $provider } für { $service } frei. Der Termin ist { $length } lang für Sie reserviert.
    .ask = Soll ich ihn buchen?
released = Diese Zeit ist wieder frei.

appointment = { $service } bei { $provider } am { $day } um { $time }
requested-appointment = { $service } bei { $provider } am { $day } um { $time } (noch nicht bestätigt)
found =
    { $count ->
        [one] Sie haben einen Termin: { $appointments }.
       *[other] Sie haben { $count } Termine: { $appointments }.
    }
rescheduled = Ihr Termin ist verlegt: { $service } bei { $provider } am { $day } um { $time }.
code-stays = Ihr Bestätigungscode bleibt { $code }.
cancelled = Ihr Termin ist abgesagt: { $service } bei { $provider } am { $day } um { $time }.
already-cancelled = Ihr Termin bei { $provider } am { $day } um { $time } war bereits abgesagt.

booked-series = Ihre { $count } Termine sind gebucht: { $service } bei { $provider }, von { $day } um { $time } bis { $last }.
requested-series = Ich habe Sie für { $count } Termine vorgemerkt: { $service } bei { $provider }, von { $day } um { $time } bis { $last }.
series-requested = Der Empfang bestätigt die Termine noch.
first-code = Jeder Termin hat seinen eigenen Bestätigungscode; der erste lautet { $code }.
cancelled-series =
    { $count ->
        [one] Ihr Termin ist abgesagt: { $service } bei { $provider } am { $day } um { $time }.
       *[other] Ihre { $count } Termine sind abgesagt: { $service } bei { $provider }, von { $day } bis { $last }.
    }
kept =
    { $count ->
        [one] Der Termin am { $days } lässt sich nicht mehr ändern und bleibt bestehen.
       *[other] Diese Termine lassen sich nicht mehr ändern und bleiben bestehen: { $days }.
    }
series-clash =
    { $clashes ->
        [one] Von den { $count } Terminen ist dieser nicht möglich: { $days }. Ich habe deshalb keinen gebucht.
       *[other] Von den { $count } Terminen sind diese nicht möglich: { $days }. Ich habe deshalb keinen gebucht.
    }
    .ask = Was passt Ihnen am besten?
clash-openings = Statt { $day } kann ich Ihnen { $options } anbieten.
no-such-day = ein Tag nach dem { $date }, den es nicht gibt
completed = Der Termin hat stattgefunden: { $service } bei { $provider } am { $day } um { $time }.
no-show = Der Termin wurde versäumt: { $service } bei { $provider } am { $day } um { $time }.
