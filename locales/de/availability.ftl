available-one = Für { $service } am { $day } kann ich Ihnen { $options } anbieten. Passt Ihnen das?
available-several = Für { $service } am { $day } kann ich Ihnen { $options } anbieten. Was passt Ihnen am besten?
available-one-in-days = Für { $service } kann ich Ihnen { $options } anbieten. Passt Ihnen das?
available-several-in-days = Für { $service } kann ich Ihnen { $options } anbieten. Was passt Ihnen am besten?

fully-booked = Am { $day } ist alles ausgebucht.
nothing-left = Am { $day } ist nichts mehr frei.
nothing-then = In dieser Zeit ist nichts frei.
nothing-in-days = Von { $first } bis { $last } ist nichts frei.
next-one = Der nächste freie Termin ist { $options }. Passt Ihnen das?
next-several = Die nächsten freien Termine sind { $options }. Was passt Ihnen am besten?
