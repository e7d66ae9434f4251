//! Portuguese, of Brazil and of Portugal. It is Tuesday, June 2nd 2026, ten o'clock.

use ringbook_core::language::Language;
use ringbook_core::phrase::{read_digits, read_email};

use crate::check;
use crate::languages::{dates, times};

#[test]
fn days() {
    dates(
        Language::Pt,
        &[
            ("hoje", "2026-06-02"),
            ("amanhã", "2026-06-03"),
            ("amanha", "2026-06-03"),
            ("depois de amanhã", "2026-06-04"),
            ("ontem", "2026-06-01"),
            ("quinta-feira", "2026-06-04"),
            ("quinta", "2026-06-04"),
            ("na quinta", "2026-06-04"),
            ("nesta quinta", "2026-06-04"),
            ("no sábado", "2026-06-06"),
            ("terça", "2026-06-02 or 2026-06-09"),
            ("terça que vem", "2026-06-09"),
            ("terca-feira que vem", "2026-06-09"),
            ("na próxima terça", "2026-06-09"),
            ("quinta que vem", "2026-06-04 or 2026-06-11"),
            ("próxima sexta-feira", "2026-06-05 or 2026-06-12"),
            ("daqui a três dias", "2026-06-05"),
            ("em três dias", "2026-06-05"),
            ("daqui a uma semana", "2026-06-09"),
            ("daqui a duas semanas", "2026-06-16"),
            ("dentro de um mês", "2026-07-02"),
            ("daqui a oito dias", "2026-06-09 or 2026-06-10"),
            ("daqui a quinze dias", "2026-06-16 or 2026-06-17"),
            ("em 15 dias", "2026-06-16 or 2026-06-17"),
            ("de hoje a oito dias", "2026-06-09"),
            ("dia 10", "2026-06-10"),
            ("o dia 10", "2026-06-10"),
            ("no dia 10", "2026-06-10"),
            ("dia dez de junho", "2026-06-10"),
            ("dez de junho", "2026-06-10"),
            ("3 de junho", "2026-06-03"),
            ("primeiro de março", "2027-03-01"),
            ("primeiro de marco", "2027-03-01"),
            ("1º de julho", "2026-07-01"),
            ("trinta e um de agosto", "2026-08-31"),
            ("vinte e um de junho", "2026-06-21"),
            ("3 de junho de 2026", "2026-06-03"),
            ("três de junho de dois mil e vinte e seis", "2026-06-03"),
            ("quarta-feira, 3 de junho", "2026-06-03"),
            ("quarta, dia 3", "2026-06-03"),
            ("terça, 3 de junho", "2026-06-03 is no Tuesday, 2026-06-02"),
            ("terça-feira dia 16", "2026-06-16"),
            ("amanhã, quarta-feira", "2026-06-03"),
            ("sexta da semana que vem", "2026-06-12"),
            ("segunda da próxima semana", "2026-06-08"),
            ("30 de fevereiro", "no such date, 2027-02-28"),
            ("dia 45", "no such date"),
            ("3/6/2026", "2026-06-03"),
            ("2026-06-03", "2026-06-03"),
        ],
    );
}

#[test]
fn stretches() {
    dates(
        Language::Pt,
        &[
            ("esta semana", "2026-06-02..2026-06-07"),
            ("nesta semana", "2026-06-02..2026-06-07"),
            ("semana que vem", "2026-06-08..2026-06-14"),
            ("na semana que vem", "2026-06-08..2026-06-14"),
            ("na próxima semana", "2026-06-08..2026-06-14"),
            ("neste fim de semana", "2026-06-06..2026-06-07"),
            ("no fim de semana", "2026-06-06..2026-06-07"),
            ("este mês", "2026-06-02..2026-06-30"),
            ("mês que vem", "2026-07-01..2026-07-31"),
            ("no final do mês", "2026-06-21..2026-06-30"),
            ("no fim do mês", "2026-06-21..2026-06-30"),
            ("no final da semana que vem", "2026-06-11..2026-06-14"),
            ("no início da semana que vem", "2026-06-08..2026-06-09"),
            ("no começo do mês que vem", "2026-07-01..2026-07-10"),
            ("meados de março", "2027-03-11..2027-03-20"),
            ("em julho", "2026-07-01..2026-07-31"),
            ("nos próximos três dias", "2026-06-02..2026-06-05"),
            ("nas próximas duas semanas", "2026-06-02..2026-06-16"),
            ("a partir de quinta", "2026-06-04.."),
            ("de quinta em diante", "2026-06-04.."),
            ("não antes de quinta", "2026-06-04.."),
            ("depois do dia 10", "2026-06-11.."),
            ("antes de sexta", "2026-06-02..2026-06-04"),
            ("até sexta", "2026-06-02..2026-06-05"),
            ("até o dia 10", "2026-06-02..2026-06-10"),
            ("sexta no máximo", "2026-06-02..2026-06-05"),
            ("entre segunda e quarta", "2026-06-08..2026-06-10"),
            ("de segunda a quarta", "2026-06-08..2026-06-10"),
            ("de 8 a 12 de junho", "2026-06-08..2026-06-12"),
            ("quinta ou sexta", "2026-06-04 or 2026-06-05"),
            ("segunda ou terça da semana que vem", "2026-06-08 or 2026-06-09"),
            ("o mais cedo possível", "earliest"),
            ("o quanto antes", "earliest"),
            ("o primeiro horário disponível", "earliest"),
            ("o mais cedo possível na semana que vem", "earliest 2026-06-08..2026-06-14"),
        ],
    );
}

#[test]
fn times_of_day() {
    times(
        Language::Pt,
        &[
            ("às três", "at 03:00 or 15:00"),
            ("as tres", "at 03:00 or 15:00"),
            ("às três horas", "at 03:00 or 15:00"),
            ("à uma", "at 01:00 or 13:00"),
            ("às três da tarde", "at 15:00"),
            ("três e meia da tarde", "at 15:30"),
            ("três e meia", "at 03:30 or 15:30"),
            ("às três e quinze", "at 03:15 or 15:15"),
            ("às três e vinte e cinco", "at 03:25 or 15:25"),
            ("três e um quarto", "at 03:15 or 15:15"),
            ("quinze para as três", "at 02:45 or 14:45"),
            ("dez para as três da tarde", "at 14:50"),
            ("quatro menos um quarto", "at 03:45 or 15:45"),
            ("às 15 e 30", "at 15:30"),
            ("quinze e trinta", "at 15:30"),
            ("às 15 horas", "at 15:00"),
            ("15h", "at 15:00"),
            ("15h30", "at 15:30"),
            ("15:30", "at 15:30"),
            ("às vinte e duas horas", "at 22:00"),
            ("às vinte e uma", "at 21:00"),
            ("nove da manhã", "at 09:00"),
            ("oito da noite", "at 20:00"),
            ("duas da madrugada", "at 02:00"),
            ("meio-dia", "at 12:00"),
            ("ao meio-dia", "at 12:00"),
            ("meio-dia e meia", "at 12:30"),
            ("meia-noite", "at 00:00"),
            ("3 pm", "at 15:00"),
            ("por volta das três da tarde", "at 15:00"),
            ("de manhã", "at 00:00..12:00"),
            ("pela manhã", "at 00:00..12:00"),
            ("de tarde", "at 12:00..17:00"),
            ("à tarde", "at 12:00..17:00"),
            ("à noite", "at 17:00.."),
            ("na parte da tarde", "at 12:00..17:00"),
            ("na hora do almoço", "at 12:00..14:00"),
            ("no fim da tarde", "at 15:00..18:00"),
            ("no início da tarde", "at 12:00..15:00"),
            ("bem cedo", "at 00:00..10:00"),
            ("depois das quatro", "at 04:00.. or 16:00.."),
            ("depois das quatro da tarde", "at 16:00.."),
            ("a partir das 16h", "at 16:00.."),
            ("não antes das 16h", "at 16:00.."),
            ("antes do meio-dia", "at 00:00..12:00"),
            ("antes das onze", "at 00:00..11:00 or 00:00..23:00"),
            ("até às 11 da manhã", "at 00:00..11:00"),
            ("entre as duas e as quatro", "at 02:00..04:00 or 14:00..16:00"),
            ("das 14h às 16h", "at 14:00..16:00"),
            ("das duas às quatro da tarde", "at 14:00..16:00"),
            ("qualquer hora", ""),
            ("25:00", "no such time"),
        ],
    );
}

#[test]
fn days_and_times() {
    dates(
        Language::Pt,
        &[
            ("amanhã de manhã", "2026-06-03 at 00:00..12:00"),
            ("amanhã à tarde", "2026-06-03 at 12:00..17:00"),
            ("depois de amanhã à tarde", "2026-06-04 at 12:00..17:00"),
            ("amanhã às três e meia da tarde", "2026-06-03 at 15:30"),
            ("amanhã às 15h30", "2026-06-03 at 15:30"),
            ("quinta à tarde", "2026-06-04 at 12:00..17:00"),
            ("quinta-feira às dez da manhã", "2026-06-04 at 10:00"),
            ("dia 10 de junho às 15 horas", "2026-06-10 at 15:00"),
            ("hoje à noite", "2026-06-02 at 17:00.."),
            ("hoje à tarde", "2026-06-02 at 12:00..17:00"),
            ("sexta depois das quatro", "2026-06-05 at 04:00.. or 16:00.."),
            ("semana que vem de manhã", "2026-06-08..2026-06-14 at 00:00..12:00"),
            ("2026-06-03T15:00", "2026-06-03 at 15:00"),
            ("tomorrow at 3 pm", "2026-06-03 at 15:00"),
            ("next Thursday afternoon", "2026-06-04 or 2026-06-11 at 12:00..17:00"),
        ],
    );
}

#[test]
fn what_is_not_understood_is_not_guessed() {
    let unreadable = [
        "",
        "o",
        "talvez",
        "em breve",
        "quando der certo",
        "não amanhã",
        "o fim",
        "às",
        "e meia",
        "para as três menos",
        "amanhã at 3 pm",
        "amanhã para duas pessoas",
        "quinta sexta",
        "o mês",
        "a semana",
        "antes",
        "depois",
        "entre",
        "entre segunda",
        "da",
        "sexta às dez às onze",
        "amanhã de manhã às 15h",
        "quinzena",
        "treze de",
        "próxima",
        "que vem",
        "horas",
        "três menos",
        "três e",
        "amanhã ou não",
        "uma vez",
    ];
    dates(Language::Pt, &unreadable.map(|said| (said, "?")));
}

#[test]
fn numbers_and_addresses() {
    check(
        |text| read_digits(text, Language::Pt),
        &[
            ("nove meia um dois", "9612"),
            ("zero onze nove oito", "01198"),
            ("vinte e um trinta e quatro", "2134"),
            ("mais cinquenta e cinco onze", "+5511"),
            ("o meu número é 912 345 678", "912345678"),
            ("five one two", "512"),
            ("ligue para nove um dois", "ligue para nove um dois"),
        ],
    );
    check(
        |text| read_email(text, Language::Pt),
        &[
            ("sam ponto conceição arroba exemplo ponto com ponto br", "sam.conceicao@exemplo.com.br"),
            ("meu email é sam underline lee arroba gmail ponto com", "sam_lee@gmail.com"),
            ("sam hífen lee arroba minha hífen loja ponto pt", "sam-lee@minha-loja.pt"),
            ("sam vinte e três arroba gmail ponto com", "sam23@gmail.com"),
            ("sam at example dot com", "sam@example.com"),
            ("sam silva arroba exemplo ponto pt", "sam silva arroba exemplo ponto pt"),
        ],
    );
}
