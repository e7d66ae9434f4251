available-one = For { $service } on { $day } I have { $options }. Would you like that?
available-several = For { $service } on { $day } I have { $options }. Which would you like?
available-one-in-days = For { $service } I have { $options }. Would you like that?
available-several-in-days = For { $service } I have { $options }. Which would you like?

fully-booked = { $day } is fully booked.
nothing-left = There is nothing left on { $day }.
nothing-then = There is nothing free then.
nothing-in-days = There is nothing free from { $first } to { $last }.
next-one = The next opening is { $options }. Would you like that?
next-several = The next openings are { $options }. Which would you like?
