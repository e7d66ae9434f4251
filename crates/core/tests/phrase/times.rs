//! Times of day alone.

use ringbook_core::phrase::{When, read_time};

use crate::{TUESDAY, at, check, shown};

fn reads(rows: &[(&str, &str)]) {
    check(|said| shown(&read_time(said, &at(TUESDAY))), rows);
}

#[test]
fn with_am_or_pm() {
    reads(&[
        ("10am", "at 10:00"),
        ("10 am", "at 10:00"),
        ("10 a.m.", "at 10:00"),
        ("10 A M", "at 10:00"),
        ("ten p.m.", "at 22:00"),
        ("3 30 PM", "at 15:30"),
        ("3.30pm", "at 15:30"),
        ("3.10pm", "at 15:10"),
        ("330pm", "at 15:30"),
        ("3:30\u{202f}PM", "at 15:30"),
        ("3:00:00 PM", "at 15:00"),
        ("09:00 PM", "at 21:00"),
        ("three thirty pm", "at 15:30"),
        ("3 o'clock pm", "at 15:00"),
        ("half past two pm", "at 14:30"),
        ("12 am", "at 00:00"),
        ("12 pm", "at 12:00"),
        ("12:30 am", "at 00:30"),
        ("quarter to twelve pm", "at 11:45"),
        ("around 3 pm", "at 15:00"),
    ]);
}

#[test]
fn without_am_or_pm_both_are_meant() {
    reads(&[
        ("ten", "at 10:00 or 22:00"),
        ("at 3", "at 03:00 or 15:00"),
        ("3 o'clock", "at 03:00 or 15:00"),
        ("3 o\u{2019}clock", "at 03:00 or 15:00"),
        ("half past ten", "at 10:30 or 22:30"),
        ("half ten", "at 10:30 or 22:30"),
        ("quarter to three", "at 02:45 or 14:45"),
        ("a quarter past ten", "at 10:15 or 22:15"),
        ("quarter of three", "at 02:45 or 14:45"),
        ("ten past four", "at 04:10 or 16:10"),
        ("ten after four", "at 04:10 or 16:10"),
        ("twenty to five", "at 04:40 or 16:40"),
        ("twenty five to five", "at 04:35 or 16:35"),
        ("seven minutes past four", "at 04:07 or 16:07"),
        ("quarter to one", "at 00:45 or 12:45"),
        ("three thirty", "at 03:30 or 15:30"),
        ("three thirty-five", "at 03:35 or 15:35"),
        ("two oh five", "at 02:05 or 14:05"),
        ("10:30", "at 10:30 or 22:30"),
        ("9:00", "at 09:00 or 21:00"),
        ("930", "at 09:30 or 21:30"),
        ("12:30", "at 00:30 or 12:30"),
        ("around three", "at 03:00 or 15:00"),
    ]);
}

#[test]
fn on_a_24_hour_clock_one_is_meant() {
    reads(&[
        ("15:00", "at 15:00"),
        ("15:00:30", "at 15:00:30"),
        ("09:00", "at 09:00"),
        ("03:00", "at 03:00"),
        ("00:30", "at 00:30"),
        ("0:30", "at 00:30"),
        ("0930", "at 09:30"),
        ("1530", "at 15:30"),
        ("15h", "at 15:00"),
        ("15h30", "at 15:30"),
        ("fifteen thirty", "at 15:30"),
        ("half past fifteen", "at 15:30"),
    ]);
}

#[test]
fn noon_and_midnight() {
    reads(&[
        ("noon", "at 12:00"),
        ("at midday", "at 12:00"),
        ("12 noon", "at 12:00"),
        ("midnight", "at 00:00"),
        ("twelve", "at 12:00"),
        ("12:00", "at 12:00"),
        ("quarter to noon", "at 11:45"),
        ("ten past midnight", "at 00:10"),
        ("noon am", "?"),
    ]);
}

#[test]
fn parts_of_the_day() {
    reads(&[
        ("morning", "at 00:00..12:00"),
        ("in the afternoon", "at 12:00..17:00"),
        ("evening", "at 17:00.."),
        ("at night", "at 17:00.."),
        ("lunchtime", "at 12:00..14:00"),
        ("anytime", ""),
        ("any time", ""),
        ("any time in the morning", "at 00:00..12:00"),
    ]);
}

#[test]
fn a_part_of_the_day_chooses_the_half() {
    reads(&[
        ("2:30 in the afternoon", "at 14:30"),
        ("10 in the morning", "at 10:00"),
        ("8 at night", "at 20:00"),
        ("7 in the evening", "at 19:00"),
        ("half past five in the afternoon", "at 17:30"),
        ("in the morning at nine", "at 09:00"),
        ("3 am in the afternoon", "?"),
        ("15:00 in the morning", "?"),
        ("12 at night", "?"),
    ]);
}

#[test]
fn stretches() {
    reads(&[
        ("after 4 pm", "at 16:00.."),
        ("after four in the afternoon", "at 16:00.."),
        ("before noon", "at 00:00..12:00"),
        ("from 3pm", "at 15:00.."),
        ("from 2 to 4pm", "at 14:00..16:00"),
        ("between 10 and 2 pm", "at 10:00..14:00"),
        ("between 2 and 4 in the afternoon", "at 14:00..16:00"),
        ("from 9am to 5", "at 09:00..17:00"),
        ("between noon and two", "at 12:00..14:00"),
        ("14:00-16:00", "at 14:00..16:00"),
        ("10-12am", "?"),
        ("2pm - 4pm", "at 14:00..16:00"),
        ("from 8pm until midnight", "at 20:00.."),
        ("after four", "at 04:00.. or 16:00.."),
        ("between 2 and 4", "at 02:00..04:00 or 14:00..16:00"),
        ("10 - 12", "at 10:00..12:00"),
        ("4pm-2pm", "?"),
    ]);
}

#[test]
fn times_that_no_clock_shows() {
    reads(&[
        ("25:00", "no such time"),
        ("24:00", "no such time"),
        ("10:75", "no such time"),
        ("13 pm", "no such time"),
        ("15:00 PM", "no such time"),
        ("0 am", "no such time"),
        ("1575", "no such time"),
    ]);
}

#[test]
fn what_is_not_understood_is_not_guessed() {
    let unreadable = [
        "",
        "soon",
        "3pm Eastern",
        "3 pm or 4 pm",
        "quarter past",
        "3.10",
        "10:3",
        "three five",
        "in 3",
        "for 2",
        "two to four",
        "3 pm pm",
        "at",
        "after",
        "between",
        "pm",
        "10:30:5",
        "1:2:3:4",
        "45",
    ];
    reads(&unreadable.map(|said| (said, "?")));
}

#[test]
fn any_time_restricts_nothing() {
    assert_eq!(read_time("any time", &at(TUESDAY)), Ok(When::default()));
}
