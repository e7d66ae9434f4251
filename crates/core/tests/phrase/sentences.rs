//! Day and time of day together, as callers say them and as models write them.

use ringbook_core::phrase::{read_date, read_time};

use crate::{TUESDAY, at, check, shown};

fn reads(rows: &[(&str, &str)]) {
    check(|said| shown(&read_date(said, &at(TUESDAY))), rows);
    check(|said| shown(&read_time(said, &at(TUESDAY))), rows);
}

#[test]
fn said_by_callers() {
    reads(&[
        ("the 20th at 2pm", "2026-06-20 at 14:00"),
        ("half past two tomorrow", "2026-06-03 at 02:30 or 14:30"),
        ("tomorrow at half past ten", "2026-06-03 at 10:30 or 22:30"),
        ("a week from Thursday at noon", "2026-06-11 at 12:00"),
        ("Friday afternoon", "2026-06-05 at 12:00..17:00"),
        ("10am on the 3rd", "2026-06-03 at 10:00"),
        ("next Thursday around 3", "2026-06-04 or 2026-06-11 at 03:00 or 15:00"),
        ("tonight", "2026-06-02 at 17:00.."),
        ("tonight at eight", "2026-06-02 at 20:00"),
        ("this afternoon", "2026-06-02 at 12:00..17:00"),
        ("this evening at 6", "2026-06-02 at 18:00"),
        ("tomorrow morning", "2026-06-03 at 00:00..12:00"),
        ("tomorrow morning at ten", "2026-06-03 at 10:00"),
        ("at 3 tomorrow afternoon", "2026-06-03 at 15:00"),
        ("in the morning on Friday", "2026-06-05 at 00:00..12:00"),
        ("on the morning of the 3rd", "2026-06-03 at 00:00..12:00"),
        ("Friday ten thirty", "2026-06-05 at 10:30 or 22:30"),
        ("Friday fifteen thirty", "2026-06-05 at 15:30"),
        ("Friday 15 30", "2026-06-05 at 15:30"),
        ("Tuesday 16 at 3 pm", "2026-06-16 at 15:00"),
        ("Friday 3", "2026-06-05 at 03:00 or 15:00"),
        ("Friday 12", "2026-06-12"),
        ("on Friday 12", "2026-06-12"),
        ("Friday after 3pm", "2026-06-05 at 15:00.."),
        ("next week in the afternoon", "2026-06-08..2026-06-14 at 12:00..17:00"),
        ("any time tomorrow", "2026-06-03"),
        ("next Friday afternoon", "2026-06-05 or 2026-06-12 at 12:00..17:00"),
        ("Tuesday the 16th at quarter to three", "2026-06-16 at 02:45 or 14:45"),
        ("june third twenty twenty six at ten thirty am", "2026-06-03 at 10:30"),
        (
            "Wednesday the third of June two thousand and twenty six at half past two in the afternoon",
            "2026-06-03 at 14:30",
        ),
    ]);
}

#[test]
fn written_by_models() {
    reads(&[
        ("Wednesday, June 3, 2026 at 3:00 PM", "2026-06-03 at 15:00"),
        ("6/3/2026, 3:00:00\u{202f}PM", "2026-06-03 at 15:00"),
        ("June 3 at 2030", "2026-06-03 at 20:30"),
        ("June 3 2030", "2030-06-03"),
        ("2026-06-03 at 3pm", "2026-06-03 at 15:00"),
        ("2026-06-03T15:00", "2026-06-03 at 15:00"),
        ("2026-06-03T03:00", "2026-06-03 at 03:00"),
        ("2026-06-03T10:00", "2026-06-03 at 10:00"),
        ("2026-06-03 10:00", "2026-06-03 at 10:00"),
        ("2026-06-03 10:00 PM", "2026-06-03 at 22:00"),
        ("2026-06-03T15:00:00", "2026-06-03 at 15:00"),
        ("20260603T150000", "2026-06-03 at 15:00"),
        ("2026-06-03T15:00:00.123Z", "2026-06-03 at 15:00 = 2026-06-03T15:00:00Z"),
        ("2026-06-03t15:00z", "2026-06-03 at 15:00 = 2026-06-03T15:00:00Z"),
        ("2026-06-03T15:00:00+02:00", "2026-06-03 at 15:00 = 2026-06-03T13:00:00Z"),
        ("2026-06-03T15:00:00-0500", "2026-06-03 at 15:00 = 2026-06-03T20:00:00Z"),
        ("2026-06-03 15:00:00+02:00", "2026-06-03 at 15:00 = 2026-06-03T13:00:00Z"),
    ]);
}

#[test]
fn refused_with_a_reason() {
    reads(&[
        ("2026-02-30T10:00", "no such date, 2026-02-28"),
        ("2026-06-03T25:00", "no such time"),
        ("2026-06-03T10:75:00Z", "no such time"),
        ("February 30th at 10", "no such date, 2027-02-28"),
        ("tomorrow at 25:00", "no such time"),
        ("tomorrow at 13 pm", "no such time"),
        ("Tuesday, June 3rd at 3 pm", "2026-06-03 is no Tuesday, 2026-06-02"),
    ]);
}

#[test]
fn every_word_counts() {
    let unreadable = [
        "2026-06-03T15:00[America/Chicago]",
        "2026-06-03T15:00 please call",
        "tomorrow at 3pm Eastern",
        "tomorrow at 3 in the morning or afternoon",
        "not tomorrow",
        "tomorrow at 3pm for two",
        "3 june 10",
        "tonight at 1",
        "tomorrow morning at 3 pm",
        "Friday at 10 at 11",
    ];
    reads(&unreadable.map(|said| (said, "?")));
}

#[test]
fn a_time_in_place_of_a_date_is_not_dropped() {
    check(
        |said| shown(&read_date(said, &at(TUESDAY))),
        &[("afternoon", "at 12:00..17:00"), ("3 pm", "at 15:00"), ("ten thirty", "?")],
    );
}
