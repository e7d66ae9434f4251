//! What callers say, in tables: a row is what was said and what was understood.

#![expect(clippy::unwrap_used, reason = "a helper that fails fails the test")]

mod dates;
mod french;
mod german;
mod languages;
mod people;
mod portuguese;
mod properties;
mod sentences;
mod spanish;
mod times;
mod wider;

use jiff::civil::{Date, DateTime, Time};
use ringbook_core::language::Language;
use ringbook_core::phrase::{Clock, Context, DateOrder, Day, Misheard, When, Window};

/// A Tuesday.
pub const TUESDAY: &str = "2026-06-02T10:00";

pub fn at(now: &str) -> Context {
    Context {
        now: now.parse::<DateTime>().unwrap(),
        order: DateOrder::MonthFirst,
        language: Language::En,
        appointment: None,
    }
}

/// Every row reads as it says; all that do not are listed together.
pub fn check(read: impl Fn(&str) -> String, rows: &[(&str, &str)]) {
    let wrong: Vec<String> = rows
        .iter()
        .map(|(said, expected)| (said, expected, read(said)))
        .filter(|(_, expected, understood)| *expected != understood)
        .map(|(said, expected, understood)| format!("{said:?}: expected {expected:?}, understood {understood:?}"))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// A reading on one line: days, `at` times, `=` instant.
pub fn shown(reading: &Result<When, Misheard>) -> String {
    match reading {
        Ok(when) => {
            let day = when.day.as_ref().map(day);
            let clock = when.clock.as_ref().map(|clock| format!("at {}", self::clock(clock)));
            let instant = when.instant.map(|instant| format!("= {instant}"));
            let earliest = when.earliest.then(|| "earliest".to_owned());
            [earliest, day, clock, instant].into_iter().flatten().collect::<Vec<_>>().join(" ")
        }
        Err(Misheard::Unreadable) => "?".to_owned(),
        Err(Misheard::NoSuchTime) => "no such time".to_owned(),
        Err(Misheard::NoSuchDate { nearest: None }) => "no such date".to_owned(),
        Err(Misheard::NoSuchDate { nearest: Some(nearest) }) => format!("no such date, {nearest}"),
        Err(Misheard::WeekdayMismatch { said, date, nearest }) => format!("{date} is no {said:?}, {nearest}"),
    }
}

fn day(day: &Day) -> String {
    match day {
        Day::Dates(dates) => dates.iter().map(Date::to_string).collect::<Vec<_>>().join(" or "),
        Day::Between { first, last } => format!("{first}..{}", last.map_or_else(String::new, |last| last.to_string())),
    }
}

fn clock(clock: &Clock) -> String {
    match clock {
        Clock::At(times) => times.iter().map(short).collect::<Vec<_>>().join(" or "),
        Clock::Within(windows) => windows.iter().map(window).collect::<Vec<_>>().join(" or "),
    }
}

fn window(Window { from, until }: &Window) -> String {
    format!("{}..{}", short(from), until.as_ref().map_or_else(String::new, short))
}

fn short(time: &Time) -> String {
    time.strftime(if time.second() == 0 { "%H:%M" } else { "%H:%M:%S" }).to_string()
}
