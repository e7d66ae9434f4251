//! Stretches, open ends and what counts from the caller's own appointment. It is Tuesday, June 2nd.

use jiff::civil::date;
use ringbook_core::phrase::{Context, read_date, read_time};

use crate::{TUESDAY, at, check, shown};

fn dates(rows: &[(&str, &str)]) {
    check(|said| shown(&read_date(said, &at(TUESDAY))), rows);
}

fn times(rows: &[(&str, &str)]) {
    check(|said| shown(&read_time(said, &at(TUESDAY))), rows);
}

#[test]
fn the_first_there_is() {
    dates(&[
        ("the earliest", "earliest"),
        ("as soon as possible", "earliest"),
        ("ASAP", "earliest"),
        ("first available", "earliest"),
        ("the next available appointment", "earliest"),
        ("the soonest", "earliest"),
        ("the earliest on Thursday", "earliest 2026-06-04"),
        ("the first available next week", "earliest 2026-06-08..2026-06-14"),
        ("as early as possible tomorrow", "earliest 2026-06-03"),
        ("the earliest after 3 pm", "earliest at 15:00.."),
        ("first appointment on Friday afternoon", "earliest 2026-06-05 at 12:00..17:00"),
        ("not before Thursday, as soon as possible", "earliest 2026-06-04.."),
    ]);
}

#[test]
fn days_with_an_open_end() {
    dates(&[
        ("not before Thursday", "2026-06-04.."),
        ("Thursday at the earliest", "2026-06-04.."),
        ("Thursday or later", "2026-06-04.."),
        ("from Thursday", "2026-06-04.."),
        ("from Thursday on", "2026-06-04.."),
        ("from Thursday onwards", "2026-06-04.."),
        ("starting Thursday", "2026-06-04.."),
        ("no earlier than the 10th", "2026-06-10.."),
        ("after the 10th", "2026-06-11.."),
        ("after tomorrow", "2026-06-04.."),
        ("after next week", "2026-06-15.."),
        ("after June 10th", "2026-06-11.."),
        ("from next week on", "2026-06-08.."),
        ("from Tuesday on", "2026-06-02.."),
        ("before Friday", "2026-06-02..2026-06-04"),
        ("by Friday", "2026-06-02..2026-06-05"),
        ("until Friday", "2026-06-02..2026-06-05"),
        ("no later than June 10th", "2026-06-02..2026-06-10"),
        ("Friday at the latest", "2026-06-02..2026-06-05"),
        ("after February 30th", "no such date, 2027-02-28"),
        ("not before Thursday in the afternoon", "2026-06-04.. at 12:00..17:00"),
        ("from Thursday on after 4 pm", "2026-06-04.. at 16:00.."),
        ("before today", "?"),
    ]);
}

#[test]
fn days_between_two() {
    dates(&[
        ("between Monday and Wednesday", "2026-06-08..2026-06-10"),
        ("from Wednesday to Friday", "2026-06-03..2026-06-05"),
        ("Wednesday through Friday", "2026-06-03..2026-06-05"),
        ("Wednesday to Friday", "2026-06-03..2026-06-05"),
        ("June 8th to 12th", "2026-06-08..2026-06-12"),
        ("June 8 - June 12", "2026-06-08..2026-06-12"),
        ("from the 8th to the 12th of June", "2026-06-08..2026-06-12"),
        ("between June 8th and July 2nd", "2026-06-08..2026-07-02"),
        ("2026-06-08 to 2026-06-12", "2026-06-08..2026-06-12"),
        ("tomorrow to Friday after 3 pm", "2026-06-03..2026-06-05 at 15:00.."),
        ("Friday to Wednesday", "2026-06-05..2026-06-10"),
        ("June 12th to June 8th", "?"),
        ("between Monday", "?"),
    ]);
}

#[test]
fn stretches_of_the_calendar() {
    dates(&[
        ("sometime this week", "2026-06-02..2026-06-07"),
        ("any time next week", "2026-06-08..2026-06-14"),
        ("any day next week", "2026-06-08..2026-06-14"),
        ("the week after next", "2026-06-15..2026-06-21"),
        ("later this week", "2026-06-03..2026-06-07"),
        ("end of the month", "2026-06-21..2026-06-30"),
        ("at the end of the month", "2026-06-21..2026-06-30"),
        ("end of next week", "2026-06-11..2026-06-14"),
        ("end of the week", "2026-06-04..2026-06-07"),
        ("beginning of next week", "2026-06-08..2026-06-09"),
        ("middle of next week", "2026-06-09..2026-06-11"),
        ("early next week", "2026-06-08..2026-06-09"),
        ("late next week", "2026-06-11..2026-06-14"),
        ("beginning of next month", "2026-07-01..2026-07-10"),
        ("mid March", "2027-03-11..2027-03-20"),
        ("mid-March", "2027-03-11..2027-03-20"),
        ("late August", "2026-08-21..2026-08-31"),
        ("early in July", "2026-07-01..2026-07-10"),
        ("in July", "2026-07-01..2026-07-31"),
        ("June", "2026-06-02..2026-06-30"),
        ("May", "2027-05-01..2027-05-31"),
        ("July 2027", "2027-07-01..2027-07-31"),
        ("in the next three days", "2026-06-02..2026-06-05"),
        ("the next two weeks", "2026-06-02..2026-06-16"),
        ("within a month", "2026-06-02..2026-07-02"),
        ("in a month", "2026-07-02"),
        ("in two months", "2026-08-02"),
        ("end of the day", "?"),
        ("mid Tuesday", "?"),
        ("in the next zero days", "?"),
    ]);
    let late = at("2026-06-25T10:00");
    check(
        |said| shown(&read_date(said, &late)),
        &[("beginning of the month", "2026-07-01..2026-07-10"), ("end of the month", "2026-06-25..2026-06-30")],
    );
}

#[test]
fn one_of_two_days() {
    dates(&[
        ("Thursday or Friday", "2026-06-04 or 2026-06-05"),
        ("Monday or Tuesday", "2026-06-02 or 2026-06-08 or 2026-06-09"),
        ("Monday or Tuesday next week", "2026-06-08 or 2026-06-09"),
        ("Thursday or Friday afternoon", "2026-06-04 or 2026-06-05 at 12:00..17:00"),
        ("today or tomorrow", "2026-06-02 or 2026-06-03"),
        ("the 10th or 11th of June", "2026-06-10 or 2026-06-11"),
        ("June 10th or 11th", "2026-06-10 or 2026-06-11"),
        ("Thursday or Friday at 3 pm", "2026-06-04 or 2026-06-05 at 15:00"),
        ("this week or next week", "?"),
        ("Thursday or", "?"),
        ("Thursday or noon", "?"),
    ]);
}

#[test]
fn parts_of_parts_of_the_day() {
    times(&[
        ("late afternoon", "at 15:00..18:00"),
        ("late in the afternoon", "at 15:00..18:00"),
        ("early afternoon", "at 12:00..15:00"),
        ("mid afternoon", "at 14:00..16:00"),
        ("early morning", "at 00:00..10:00"),
        ("early in the morning", "at 00:00..10:00"),
        ("mid-morning", "at 09:00..11:00"),
        ("late morning", "at 10:00..12:00"),
        ("first thing", "at 00:00..10:00"),
        ("first thing in the morning", "at 00:00..10:00"),
        ("early evening", "at 17:00..19:00"),
        ("late evening", "at 19:00.."),
        ("late lunchtime", "?"),
    ]);
    dates(&[
        ("late tomorrow afternoon", "?"),
        ("tomorrow late afternoon", "2026-06-03 at 15:00..18:00"),
        ("early morning next Thursday", "2026-06-04 or 2026-06-11 at 00:00..10:00"),
        ("first thing tomorrow", "2026-06-03 at 00:00..10:00"),
    ]);
}

#[test]
fn times_with_an_open_end() {
    times(&[
        ("something after four", "at 04:00.. or 16:00.."),
        ("any time after 4 pm", "at 16:00.."),
        ("sometime after 4pm", "at 16:00.."),
        ("not before 4 pm", "at 16:00.."),
        ("4 pm or later", "at 16:00.."),
        ("from 4 pm on", "at 16:00.."),
        ("before noon", "at 00:00..12:00"),
        ("by 11 am", "at 00:00..11:00"),
        ("no later than 11 am", "at 00:00..11:00"),
        ("until 11 am", "at 00:00..11:00"),
        ("before eleven", "at 00:00..11:00 or 00:00..23:00"),
        ("between two and four", "at 02:00..04:00 or 14:00..16:00"),
        ("between 10 and 2", "at 10:00..14:00"),
        ("from 9 to 5", "at 09:00..17:00"),
        ("between eleven and one", "at 11:00..13:00"),
        ("between half past two and four", "at 02:30..04:00 or 14:30..16:00"),
        ("in the afternoon after three", "at 15:00..17:00"),
        ("in the morning before eleven", "at 00:00..11:00"),
        ("after three in the morning before eleven", "?"),
        ("after 25:00", "no such time"),
        ("before midnight", "?"),
    ]);
    dates(&[
        ("tomorrow after four", "2026-06-03 at 04:00.. or 16:00.."),
        ("after four tomorrow", "2026-06-03 at 04:00.. or 16:00.."),
        ("Thursday between two and four", "2026-06-04 at 02:00..04:00 or 14:00..16:00"),
    ]);
}

/// The appointment is on Thursday of this week at half past two.
fn moving() -> Context {
    Context { appointment: Some(date(2026, 6, 4).at(14, 30, 0, 0)), ..at(TUESDAY) }
}

#[test]
fn counted_from_the_callers_own_appointment() {
    check(
        |said| shown(&read_date(said, &moving())),
        &[
            ("same time next week", "2026-06-11 at 14:30"),
            ("the same time next week", "2026-06-11 at 14:30"),
            ("next week at the same time", "2026-06-11 at 14:30"),
            ("same time on Friday", "2026-06-05 at 14:30"),
            ("tomorrow, same time", "2026-06-03 at 14:30"),
            ("same time", "at 14:30"),
            ("same time next month", "2026-07-01..2026-07-31 at 14:30"),
            ("an hour later", "2026-06-04 at 15:30"),
            ("half an hour earlier", "2026-06-04 at 14:00"),
            ("two hours later", "2026-06-04 at 16:30"),
            ("30 minutes later", "2026-06-04 at 15:00"),
            ("a week later", "2026-06-11 at 14:30"),
            ("two days earlier", "2026-06-02 at 14:30"),
            ("a week later at 3 pm", "2026-06-11 at 15:00"),
            ("a week later, same time", "2026-06-11 at 14:30"),
            ("a month later", "2026-07-04 at 14:30"),
            ("the same day at 4 pm", "2026-06-04 at 16:00"),
            ("same time whenever", "?"),
            ("an hour and later", "?"),
            ("later", "?"),
            ("a weekend later", "?"),
        ],
    );
    let next_week = Context { appointment: Some(date(2026, 6, 11).at(14, 30, 0, 0)), ..at(TUESDAY) };
    check(|said| shown(&read_date(said, &next_week)), &[("same time next week", "2026-06-18 at 14:30")]);
    let far = Context { appointment: Some(date(2026, 6, 25).at(14, 30, 0, 0)), ..at(TUESDAY) };
    check(|said| shown(&read_date(said, &far)), &[("same time next week", "2026-06-11 or 2026-07-02 at 14:30")]);
}

#[test]
fn without_an_appointment_there_is_no_same_time() {
    dates(&[
        ("same time next week", "2026-06-08..2026-06-14"),
        ("same time on Friday", "2026-06-05"),
        ("the same day at 4 pm", "?"),
        ("an hour later", "?"),
    ]);
}
