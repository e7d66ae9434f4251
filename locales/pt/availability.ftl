available-one = Para { $service }, { on-day }, tenho vaga { $options }. Pode ser?
available-several = Para { $service }, { on-day }, tenho vaga { $options }. Qual prefere?
available-one-in-days = Para { $service }, tenho vaga { $options }. Pode ser?
available-several-in-days = Para { $service }, tenho vaga { $options }. Qual prefere?

fully-booked = Já não há vagas para { $day }.
nothing-left = Já não resta nenhuma vaga para { $day }.
nothing-then = Não há vagas nesse horário.
nothing-in-days = De { $first }, a { $last }, não há vagas.
next-one = A próxima vaga é { $options }. Pode ser?
next-several = As próximas vagas são { $options }. Qual prefere?
