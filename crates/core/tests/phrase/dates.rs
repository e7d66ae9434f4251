//! Days alone.

use ringbook_core::phrase::{Context, DateOrder, read_date};

use crate::{TUESDAY, at, check, shown};

fn on(now: &str, rows: &[(&str, &str)]) {
    check(|said| shown(&read_date(said, &at(now))), rows);
}

#[test]
fn days_counted_from_today() {
    on(
        TUESDAY,
        &[
            ("today", "2026-06-02"),
            ("Tomorrow.", "2026-06-03"),
            ("the day after tomorrow", "2026-06-04"),
            ("yesterday", "2026-06-01"),
            ("for tomorrow please", "2026-06-03"),
            ("in three days", "2026-06-05"),
            ("in 10 days", "2026-06-12"),
            ("in a week", "2026-06-09"),
            ("in two weeks", "2026-06-16"),
            ("in a fortnight", "2026-06-16"),
            ("a week from today", "2026-06-09"),
            ("two days from now", "2026-06-04"),
            ("two weeks from tomorrow", "2026-06-17"),
        ],
    );
}

#[test]
fn weekdays() {
    on(
        TUESDAY,
        &[
            ("Thursday", "2026-06-04"),
            ("on Thursday", "2026-06-04"),
            ("this Thursday", "2026-06-04"),
            ("Thurs.", "2026-06-04"),
            ("Monday", "2026-06-08"),
            ("this coming Thursday", "2026-06-04"),
            ("next Thursday", "2026-06-04 or 2026-06-11"),
            ("a week from Thursday", "2026-06-11"),
            ("a week on Thursday", "2026-06-11"),
            ("Thursday week", "2026-06-11"),
            ("a week from next Thursday", "2026-06-11 or 2026-06-18"),
        ],
    );
}

#[test]
fn the_weekday_of_today_may_be_today_or_a_week_from_now() {
    on(
        TUESDAY,
        &[
            ("Tuesday", "2026-06-02 or 2026-06-09"),
            ("this Tuesday", "2026-06-02 or 2026-06-09"),
            ("this coming Tuesday", "2026-06-09"),
            ("next Tuesday", "2026-06-09"),
            ("a week from Tuesday", "2026-06-09 or 2026-06-16"),
        ],
    );
}

#[test]
fn next_weekday_is_one_date_when_the_coming_one_is_in_the_next_week() {
    on("2026-06-05T10:00", &[("next Thursday", "2026-06-11"), ("next Saturday", "2026-06-06 or 2026-06-13")]);
    on("2026-06-07T23:59", &[("next Thursday", "2026-06-11"), ("next Monday", "2026-06-08")]);
}

#[test]
fn stretches() {
    on(
        TUESDAY,
        &[
            ("this week", "2026-06-02..2026-06-07"),
            ("next week", "2026-06-08..2026-06-14"),
            ("this weekend", "2026-06-06..2026-06-07"),
            ("on the weekend", "2026-06-06..2026-06-07"),
            ("this month", "2026-06-02..2026-06-30"),
            ("next month", "2026-07-01..2026-07-31"),
            ("Friday next week", "2026-06-12"),
            ("next week on Friday", "2026-06-12"),
            ("Monday of next week", "2026-06-08"),
            ("Friday of this week", "2026-06-05"),
            ("Monday this week", "2026-06-01"),
            ("the 3rd of next month", "2026-07-03"),
            ("the 31st of this month", "no such date"),
            ("Wednesday this weekend", "no such date"),
            ("next weekend", "?"),
        ],
    );
    on("2026-06-07T10:00", &[("this weekend", "2026-06-07..2026-06-07"), ("this week", "2026-06-07..2026-06-07")]);
    on("2026-12-31T10:00", &[("next month", "2027-01-01..2027-01-31"), ("next week", "2027-01-04..2027-01-10")]);
}

#[test]
fn days_of_a_month() {
    on(
        TUESDAY,
        &[
            ("the 10th", "2026-06-10"),
            ("the tenth", "2026-06-10"),
            ("the 2nd", "2026-06-02"),
            ("the 1st", "2026-07-01"),
            ("the twenty first", "2026-06-21"),
            ("the twenty-first", "2026-06-21"),
            ("the 31st", "2026-07-31"),
            ("the 32nd", "no such date"),
            ("March 10th", "2027-03-10"),
            ("10th of March", "2027-03-10"),
            ("march tenth", "2027-03-10"),
            ("march the tenth", "2027-03-10"),
            ("Mar 10", "2027-03-10"),
            ("Mar. 10", "2027-03-10"),
            ("10 March", "2027-03-10"),
            ("June 2", "2026-06-02"),
            ("june third", "2026-06-03"),
            ("the third of june", "2026-06-03"),
            ("June 1st", "2027-06-01"),
        ],
    );
    on("2026-12-31T10:00", &[("the 1st", "2027-01-01"), ("the 31st", "2026-12-31"), ("january first", "2027-01-01")]);
    on("2027-01-30T10:00", &[("the 29th", "2027-03-29"), ("the 30th", "2027-01-30")]);
}

#[test]
fn years() {
    on(
        TUESDAY,
        &[
            ("March 10 2027", "2027-03-10"),
            ("March 10th, 2027", "2027-03-10"),
            ("10 March 2027", "2027-03-10"),
            ("the third of june twenty twenty six", "2026-06-03"),
            ("june third two thousand twenty six", "2026-06-03"),
            ("june third two thousand and twenty six", "2026-06-03"),
            ("January 1st 2020", "2020-01-01"),
        ],
    );
}

#[test]
fn weekday_and_date_must_agree() {
    on(
        TUESDAY,
        &[
            ("Tuesday the 16th", "2026-06-16"),
            ("the 16th, Tuesday", "2026-06-16"),
            ("Tuesday 16", "2026-06-16"),
            ("Wednesday, June 3rd", "2026-06-03"),
            ("Wed Jun 3 2026", "2026-06-03"),
            ("Tuesday, June 3rd", "2026-06-03 is no Tuesday, 2026-06-02"),
            ("monday the 16th", "2026-06-16 is no Monday, 2026-06-15"),
            ("Friday 2026-06-10", "2026-06-10 is no Friday, 2026-06-12"),
            ("tomorrow, Wednesday", "2026-06-03"),
            ("tomorrow, Friday", "2026-06-03 is no Friday, 2026-06-05"),
            ("next Friday, June 5th", "2026-06-05"),
            ("next Friday, June 12th", "2026-06-12"),
            ("tomorrow, June 3rd", "2026-06-03"),
            ("tomorrow, June 10th", "2026-06-03 or 2026-06-10"),
            ("tomorrow the 3rd", "2026-06-03"),
        ],
    );
}

#[test]
fn the_nearest_weekday_is_not_past() {
    on("2026-06-03T10:00", &[("Tuesday, June 3rd", "2026-06-03 is no Tuesday, 2026-06-09")]);
}

#[test]
fn figures_by_the_order_of_the_country() {
    on(
        TUESDAY,
        &[
            ("6/3/2026", "2026-06-03"),
            ("06/03/26", "2026-06-03"),
            ("06-03-2026", "2026-06-03"),
            ("6/3", "2026-06-03"),
            ("6/1", "2027-06-01"),
            ("2026/06/03", "2026-06-03"),
            ("02/03/2024", "2024-02-03"),
            ("15/08/2026", "no such date, 2026-08-15"),
            ("15/8", "no such date, 2026-08-15"),
            ("02/30/2026", "no such date, 2026-02-28"),
            ("45/45/2026", "no such date"),
            ("3.6.2026", "2026-06-03"),
            ("6/3/026", "?"),
        ],
    );
    let british = Context { order: DateOrder::DayFirst, ..at(TUESDAY) };
    check(
        |said| shown(&read_date(said, &british)),
        &[
            ("6/3/2026", "2026-03-06"),
            ("15/08/2026", "2026-08-15"),
            ("08/15/2026", "no such date, 2026-08-15"),
            ("3.6.2026", "2026-06-03"),
        ],
    );
}

#[test]
fn iso() {
    on(
        TUESDAY,
        &[
            ("2026-06-03", "2026-06-03"),
            ("20260603", "2026-06-03"),
            ("2020-01-01", "2020-01-01"),
            ("2024-02-29", "2024-02-29"),
            ("2026-02-30", "no such date, 2026-02-28"),
            ("2026-13-01", "no such date"),
            ("2026-06-00", "no such date"),
        ],
    );
}

#[test]
fn dates_that_no_calendar_has() {
    on(
        TUESDAY,
        &[
            ("February 30th", "no such date, 2027-02-28"),
            ("June 31", "no such date, 2026-06-30"),
            ("June 45", "no such date"),
            ("February 29", "2028-02-29"),
            ("February 29 2027", "no such date, 2027-02-28"),
        ],
    );
    on("2028-02-01T10:00", &[("February 29th", "2028-02-29"), ("February 30th", "no such date, 2028-02-29")]);
}

#[test]
fn what_is_not_understood_is_not_guessed() {
    let unreadable = [
        "",
        " ",
        "not-a-date",
        "the",
        "june 3 or so",
        "3 june 10",
        "10",
        "ten",
        "2026",
        "Thursday Friday",
        "2026-06-03 [America/New_York]",
        "next",
        "next weekend",
        "12-25",
        "early tomorrow",
        "\0",
        "june 3 \u{1f600}",
        "12345678901",
        "a friday",
    ];
    on(TUESDAY, &unreadable.map(|said| (said, "?")));
}
