//! What callers say, read strictly: every word is understood or the answer is "not understood",
//! and words that allow several readings give all of them, never one guess.

mod calendar;
mod dates;
mod days;
mod digits;
mod email;
mod en;
mod faces;
mod iso;
mod numbers;
mod sentence;
mod times;
mod tokens;
mod words;
mod written;

use jiff::civil::{Date, DateTime, Time, Weekday};

use crate::language::Language;
use crate::time::Moment;

/// What is needed to read "tomorrow": where the caller's calendar stands.
#[derive(Clone, Copy, Debug)]
pub struct Context {
    /// The organization's local date and time.
    pub now: DateTime,
    pub order: DateOrder,
    /// What the caller speaks; English is understood beside it, because models translate.
    pub language: Language,
}

/// How to read 02/03.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateOrder {
    MonthFirst,
    DayFirst,
}

/// What was said about when, with every reading it allows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct When {
    pub day: Option<Day>,
    pub clock: Option<Clock>,
    /// The text named one instant outright (an ISO time with an offset). `day` and `clock` then
    /// hold the local reading of the digits, in case a model appended `Z` to a local time.
    pub instant: Option<Moment>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Day {
    /// One date, or the candidates when the words fit several. Never empty, sorted.
    Dates(Vec<Date>),
    /// Any day of a stretch, both ends included: "this week".
    Between { first: Date, last: Date },
}

#[derive(Clone, Debug, PartialEq)]
pub enum Clock {
    /// One time, or both readings of "half past ten". Never empty, sorted.
    At(Vec<Time>),
    /// A part of the day, half-open: "afternoon" is 12:00 to 17:00.
    /// `until` is `None` for the end of the day.
    Between { from: Time, until: Option<Time> },
}

/// Why words about time were refused.
#[derive(Clone, Debug, PartialEq)]
pub enum Misheard {
    /// Some word was not understood.
    Unreadable,
    /// A date that no calendar has: February 30th. The nearest date that exists, if one is near.
    NoSuchDate { nearest: Option<Date> },
    /// "Tuesday, June 3rd" when June 3rd is a Wednesday. Both things that may be meant.
    WeekdayMismatch { said: Weekday, date: Date, nearest: Date },
    /// 25:00, 13 PM.
    NoSuchTime,
}

/// Longer texts are not read at all, so that no text costs more than a short one. In bytes.
const LONGEST: usize = 200;

/// What stands for "nothing" besides white space; compared without regard to case.
const ABSENT: [&str; 10] =
    ["null", "none", "unknown", "n/a", "undefined", "not provided", "not specified", "not given", "-", "?"];

/// Reads a date with or without a time of day: "next Friday afternoon", "2026-06-03T15:00".
///
/// A time of day alone is read too and leaves `day` empty, but bare numbers are not: in the place
/// of a date, "ten" may be the tenth.
///
/// # Errors
/// [`Misheard`] says what about the words cannot be. Whether the business is open then is judged
/// elsewhere (contract §5).
pub fn read_date(text: &str, context: &Context) -> Result<When, Misheard> {
    sentence::date(text, context)
}

/// Reads a time of day: "half past ten", "2:30 in the afternoon", "noon", "15:00".
///
/// A day said along with it is returned, not dropped. "Any time" restricts nothing: `clock` is
/// `None`.
///
/// # Errors
/// As for [`read_date`].
pub fn read_time(text: &str, context: &Context) -> Result<When, Misheard> {
    sentence::time(text, context)
}

/// "five one two, double five" to "51255"; text without number words, or with any other word,
/// comes back as it was, for whoever parses it to refuse.
pub fn read_digits(text: &str, _language: Language) -> String {
    digits::read(text).unwrap_or_else(|| text.to_owned())
}

/// "sam dot lee at example dot com" to "sam.lee@example.com". What is not clearly an address
/// comes back as it was: an email address that is almost right is wrong.
pub fn read_email(text: &str, _language: Language) -> String {
    email::read(text).unwrap_or_else(|| text.to_owned())
}

/// What models send for "nothing" (contract §4): empty, `null`, `unknown`, `none`, `n/a` and the like.
pub fn is_absent(text: &str) -> bool {
    let text = text.trim();
    text.is_empty() || ABSENT.iter().any(|absent| absent.eq_ignore_ascii_case(text))
}
