//! Spanish, of Spain and of the Americas. It is Tuesday, June 2nd 2026, ten o'clock.

use ringbook_core::language::Language;
use ringbook_core::phrase::{read_digits, read_email};

use crate::check;
use crate::languages::{dates, times};

#[test]
fn days() {
    dates(
        Language::Es,
        &[
            ("hoy", "2026-06-02"),
            ("mañana", "2026-06-03"),
            ("manana", "2026-06-03"),
            ("man\u{303}ana", "2026-06-03"),
            ("pasado mañana", "2026-06-04"),
            ("ayer", "2026-06-01"),
            ("el jueves", "2026-06-04"),
            ("jueves", "2026-06-04"),
            ("este jueves", "2026-06-04"),
            ("el miércoles", "2026-06-03"),
            ("el miercoles", "2026-06-03"),
            ("el sábado", "2026-06-06"),
            ("el martes", "2026-06-02 or 2026-06-09"),
            ("el martes que viene", "2026-06-09"),
            ("el próximo martes", "2026-06-09"),
            ("el jueves que viene", "2026-06-04 or 2026-06-11"),
            ("el próximo viernes", "2026-06-05 or 2026-06-12"),
            ("dentro de tres días", "2026-06-05"),
            ("en tres días", "2026-06-05"),
            ("dentro de una semana", "2026-06-09"),
            ("en dos semanas", "2026-06-16"),
            ("dentro de un mes", "2026-07-02"),
            ("dentro de quince días", "2026-06-16 or 2026-06-17"),
            ("en 15 días", "2026-06-16 or 2026-06-17"),
            ("en ocho días", "2026-06-09 or 2026-06-10"),
            ("de hoy en ocho", "2026-06-09"),
            ("de hoy en ocho días", "2026-06-09"),
            ("el 10", "2026-06-10"),
            ("el día 10", "2026-06-10"),
            ("el diez de junio", "2026-06-10"),
            ("el 3 de junio", "2026-06-03"),
            ("3 de junio", "2026-06-03"),
            ("el primero de marzo", "2027-03-01"),
            ("el uno de marzo", "2027-03-01"),
            ("1º de julio", "2026-07-01"),
            ("el treinta y uno de agosto", "2026-08-31"),
            ("el veintiuno de junio", "2026-06-21"),
            ("el 3 de junio de 2026", "2026-06-03"),
            ("el 3 de junio del 2026", "2026-06-03"),
            ("el tres de junio de dos mil veintiséis", "2026-06-03"),
            ("3 jun 2026", "2026-06-03"),
            ("miércoles 3 de junio", "2026-06-03"),
            ("miércoles, 3 de junio de 2026", "2026-06-03"),
            ("martes 3 de junio", "2026-06-03 is no Tuesday, 2026-06-02"),
            ("martes 16", "2026-06-16"),
            ("mañana, miércoles", "2026-06-03"),
            ("el viernes de la semana que viene", "2026-06-12"),
            ("el lunes de la próxima semana", "2026-06-08"),
            ("el 30 de febrero", "no such date, 2027-02-28"),
            ("el 45", "no such date"),
            ("3/6/2026", "2026-06-03"),
            ("2026-06-03", "2026-06-03"),
        ],
    );
}

#[test]
fn stretches() {
    dates(
        Language::Es,
        &[
            ("esta semana", "2026-06-02..2026-06-07"),
            ("la semana que viene", "2026-06-08..2026-06-14"),
            ("la próxima semana", "2026-06-08..2026-06-14"),
            ("este fin de semana", "2026-06-06..2026-06-07"),
            ("el fin de semana", "2026-06-06..2026-06-07"),
            ("este mes", "2026-06-02..2026-06-30"),
            ("el mes que viene", "2026-07-01..2026-07-31"),
            ("a finales de mes", "2026-06-21..2026-06-30"),
            ("a fin de mes", "2026-06-21..2026-06-30"),
            ("a finales de la semana que viene", "2026-06-11..2026-06-14"),
            ("a principios del mes que viene", "2026-07-01..2026-07-10"),
            ("a mediados de marzo", "2027-03-11..2027-03-20"),
            ("en julio", "2026-07-01..2026-07-31"),
            ("los próximos tres días", "2026-06-02..2026-06-05"),
            ("en los próximos tres días", "2026-06-02..2026-06-05"),
            ("a partir del jueves", "2026-06-04.."),
            ("desde el jueves", "2026-06-04.."),
            ("del jueves en adelante", "2026-06-04.."),
            ("desde el jueves en adelante", "2026-06-04.."),
            ("no antes del jueves", "2026-06-04.."),
            ("el jueves como pronto", "2026-06-04.."),
            ("después del 10", "2026-06-11.."),
            ("después del día 10", "2026-06-11.."),
            ("antes del viernes", "2026-06-02..2026-06-04"),
            ("hasta el viernes", "2026-06-02..2026-06-05"),
            ("el viernes a más tardar", "2026-06-02..2026-06-05"),
            ("entre el lunes y el miércoles", "2026-06-08..2026-06-10"),
            ("del lunes al miércoles", "2026-06-08..2026-06-10"),
            ("del 8 al 12 de junio", "2026-06-08..2026-06-12"),
            ("el jueves o el viernes", "2026-06-04 or 2026-06-05"),
            ("el lunes o el martes de la semana que viene", "2026-06-08 or 2026-06-09"),
            ("lo antes posible", "earliest"),
            ("cuanto antes", "earliest"),
            ("la primera cita disponible", "earliest"),
            ("lo antes posible la semana que viene", "earliest 2026-06-08..2026-06-14"),
        ],
    );
}

#[test]
fn times_of_day() {
    times(
        Language::Es,
        &[
            ("a las tres", "at 03:00 or 15:00"),
            ("las tres", "at 03:00 or 15:00"),
            ("a la una", "at 01:00 or 13:00"),
            ("a las tres de la tarde", "at 15:00"),
            ("las tres y media de la tarde", "at 15:30"),
            ("a las tres y media", "at 03:30 or 15:30"),
            ("a las cuatro menos cuarto", "at 03:45 or 15:45"),
            ("a las cuatro menos cuarto de la tarde", "at 15:45"),
            ("las diez y cuarto", "at 10:15 or 22:15"),
            ("las diez y cuarto de la mañana", "at 10:15"),
            ("las tres y diez", "at 03:10 or 15:10"),
            ("las tres y veinticinco", "at 03:25 or 15:25"),
            ("las cinco menos veinte", "at 04:40 or 16:40"),
            ("un cuarto para las tres", "at 02:45 or 14:45"),
            ("diez para las tres de la tarde", "at 14:50"),
            ("para las tres de la tarde", "at 15:00"),
            ("las tres en punto", "at 03:00 or 15:00"),
            ("a las 15", "at 15:00"),
            ("a las 15 horas", "at 15:00"),
            ("15 h", "at 15:00"),
            ("15:30", "at 15:30"),
            ("quince treinta", "at 15:30"),
            ("3 pm", "at 15:00"),
            ("3 p. m.", "at 15:00"),
            ("9 a.m.", "at 09:00"),
            ("las nueve de la noche", "at 21:00"),
            ("las dos de la madrugada", "at 02:00"),
            ("mediodía", "at 12:00"),
            ("al mediodía", "at 12:00"),
            ("las doce del mediodía", "at 12:00"),
            ("medianoche", "at 00:00"),
            ("por la mañana", "at 00:00..12:00"),
            ("de la mañana", "at 00:00..12:00"),
            ("por la tarde", "at 12:00..20:00"),
            ("tarde", "at 12:00..20:00"),
            ("por la noche", "at 17:00.."),
            ("temprano por la mañana", "at 00:00..10:00"),
            ("a primera hora", "at 00:00..10:00"),
            ("a primera hora de la tarde", "at 12:00..15:00"),
            ("a última hora de la tarde", "at 17:00..20:00"),
            ("a media mañana", "at 09:00..11:00"),
            ("después de las cuatro", "at 04:00.. or 16:00.."),
            ("después de las cuatro de la tarde", "at 16:00.."),
            ("a partir de las cuatro de la tarde", "at 16:00.."),
            ("antes del mediodía", "at 00:00..12:00"),
            ("antes de las once", "at 00:00..11:00 or 00:00..23:00"),
            ("entre las dos y las cuatro", "at 02:00..04:00 or 14:00..16:00"),
            ("entre las dos y media y las cuatro de la tarde", "at 14:30..16:00"),
            ("de las dos a las cuatro de la tarde", "at 14:00..16:00"),
            ("de 9 a 14", "at 09:00..14:00"),
            ("sobre las tres de la tarde", "at 15:00"),
            ("a cualquier hora", ""),
            ("25:00", "no such time"),
        ],
    );
}

#[test]
fn days_and_times() {
    dates(
        Language::Es,
        &[
            ("mañana por la mañana", "2026-06-03 at 00:00..12:00"),
            ("pasado mañana por la tarde", "2026-06-04 at 12:00..20:00"),
            ("mañana a las diez de la mañana", "2026-06-03 at 10:00"),
            ("el jueves por la tarde", "2026-06-04 at 12:00..20:00"),
            ("el jueves a las tres y media de la tarde", "2026-06-04 at 15:30"),
            ("el 10 de junio a las 15:30", "2026-06-10 at 15:30"),
            ("esta tarde", "2026-06-02 at 12:00..20:00"),
            ("esta noche", "2026-06-02 at 17:00.."),
            ("hoy a las cinco de la tarde", "2026-06-02 at 17:00"),
            ("el viernes después de las cuatro", "2026-06-05 at 04:00.. or 16:00.."),
            ("la semana que viene por la mañana", "2026-06-08..2026-06-14 at 00:00..12:00"),
            ("a las cuatro del viernes", "2026-06-05 at 04:00 or 16:00"),
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
        "el",
        "quizás",
        "cuando puedas tal vez",
        "mañana o así",
        "no mañana",
        "el fin",
        "las",
        "a las",
        "y media",
        "menos cuarto",
        "junio 3 pm cita ya",
        "mañana at 3 pm",
        "mañana para dos personas",
        "la una y la otra",
        "el jueves viernes",
        "el mes",
        "la semana",
        "antes",
        "después",
        "entre",
        "entre el lunes",
        "de la",
        "el viernes a las diez a las once",
        "mañana por la mañana a las 3 pm",
        "la quincena",
        "el trece de",
        "pasado",
        "que viene",
        "a las tres de la mañana o de la tarde",
        "las tres menos",
    ];
    dates(Language::Es, &unreadable.map(|said| (said, "?")));
}

#[test]
fn numbers_and_addresses() {
    check(
        |text| read_digits(text, Language::Es),
        &[
            ("cinco uno dos, doble cinco", "51255"),
            ("seis doce treinta y cuatro cincuenta y seis setenta y ocho", "612345678"),
            ("cero seis uno dos", "0612"),
            ("más treinta y cuatro seis doce", "+34612"),
            ("mi número es 612 345 678", "612345678"),
            ("mi número es el seis uno dos", "mi número es el seis uno dos"),
            ("five one two", "512"),
            ("llámame al seis uno dos", "llámame al seis uno dos"),
        ],
    );
    check(
        |text| read_email(text, Language::Es),
        &[
            ("sam punto lópez arroba ejemplo punto com", "sam.lopez@ejemplo.com"),
            ("mi correo es sam guion bajo lee arroba gmail punto com", "sam_lee@gmail.com"),
            ("sam guion lee arroba mi guion tienda punto es", "sam-lee@mi-tienda.es"),
            ("ese a eme arroba gmail punto com", "ese a eme arroba gmail punto com"),
            ("sam veintitrés arroba gmail punto com", "sam23@gmail.com"),
            ("sam at example dot com", "sam@example.com"),
        ],
    );
}
