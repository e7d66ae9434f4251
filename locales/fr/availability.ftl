available-one = Pour la prestation { $service }, le { $day }, je peux vous proposer { $options }. Cela vous convient-il ?
available-several = Pour la prestation { $service }, le { $day }, je peux vous proposer { $options }. Que préférez-vous ?
available-one-in-days = Pour la prestation { $service }, je peux vous proposer { $options }. Cela vous convient-il ?
available-several-in-days = Pour la prestation { $service }, je peux vous proposer { $options }. Que préférez-vous ?

fully-booked = Le { $day }, tout est complet.
nothing-left = Le { $day }, il ne reste plus rien de libre.
nothing-then = Il n'y a rien de libre à ce moment-là.
nothing-in-days = Du { $first } au { $last }, il n'y a rien de libre.
next-one = Le prochain horaire libre est { $options }. Cela vous convient-il ?
next-several = Les prochains horaires libres sont { $options }. Que préférez-vous ?
