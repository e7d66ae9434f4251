//! ISO 8601 with a time: 2026-06-03T15:00, …Z, …+02:00. A date alone is read with the other words.

use jiff::civil::{Date, DateTime, Time};
use jiff::fmt::temporal::{DateTimeParser, Pieces};

use super::calendar;
use super::{Clock, Day, Misheard, When};
use crate::time::Moment;

/// `None` for a text of any other shape.
pub(super) fn read(text: &str) -> Option<Result<When, Misheard>> {
    let (date, time) = split(text.trim())?;
    // Any date that exists will do: what jiff refuses then is the time. A time that it would read
    // with other figures is one that no clock shows; anything else is not ISO.
    let pieces =
        |time: &str| DateTimeParser::new().parse_pieces(format!("2000-01-01{time}").as_bytes()).map(Pieces::into_owned);
    let shape = time.replace(|character: char| character.is_ascii_digit(), "0");
    pieces(&shape).ok()?;
    Some(date.and_then(|date| when(date, &pieces(time).map_err(|_| Misheard::NoSuchTime)?)))
}

/// The date and, with its separator, the time.
fn split(text: &str) -> Option<(Result<Date, Misheard>, &str)> {
    let dashed = text.as_bytes().get(4) == Some(&b'-');
    let (date, time) = text.split_at_checked(if dashed { 10 } else { 8 })?;
    // "2026-06-03 10" may be ten in the evening.
    let long_enough = time.len() >= 5 && !time.contains('[');
    if !time.starts_with(['T', 't', ' ']) || !long_enough {
        return None;
    }
    let [year, month, day] =
        if dashed { figures(date, [0..4, 5..7, 8..10])? } else { figures(date, [0..4, 4..6, 6..8])? };
    let dashes = date.matches('-').count();
    (dashes == if dashed { 2 } else { 0 }).then(|| (calendar::dated(year, month, day), time))
}

fn figures(date: &str, places: [std::ops::Range<usize>; 3]) -> Option<[u16; 3]> {
    let [year, month, day] = places.map(|place| {
        let figures = date.get(place)?;
        figures.bytes().all(|byte| byte.is_ascii_digit()).then(|| figures.parse().ok())?
    });
    Some([year?, month?, day?])
}

fn when(date: Date, pieces: &Pieces<'_>) -> Result<When, Misheard> {
    let time = pieces.time().and_then(whole_seconds).ok_or(Misheard::Unreadable)?;
    let instant = pieces.to_numeric_offset().map(|offset| offset.to_timestamp(DateTime::from_parts(date, time)));
    let instant = instant.transpose().map_err(|_| Misheard::Unreadable)?;
    Ok(When {
        day: Some(Day::Dates(vec![date])),
        clock: Some(Clock::At(vec![time])),
        instant: instant.map(Moment::from),
        earliest: false,
    })
}

/// No appointment starts within a second.
fn whole_seconds(time: Time) -> Option<Time> {
    Time::new(time.hour(), time.minute(), time.second(), 0).ok()
}
