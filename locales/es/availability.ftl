available-one = Para { $service }, el { $day }, le puedo ofrecer { $options }. ¿Le viene bien?
available-several = Para { $service }, el { $day }, le puedo ofrecer { $options }. ¿Cuál prefiere?
available-one-in-days = Para { $service } le puedo ofrecer { $options }. ¿Le viene bien?
available-several-in-days = Para { $service } le puedo ofrecer { $options }. ¿Cuál prefiere?

fully-booked = El { $day }, está todo reservado.
nothing-left = El { $day }, ya no queda ninguna hora libre.
nothing-then = En ese horario no hay nada libre.
nothing-in-days = Del { $first }, al { $last }, no hay nada libre.
next-one = El próximo horario libre es { $options }. ¿Le viene bien?
next-several = Los próximos horarios libres son { $options }. ¿Cuál prefiere?
