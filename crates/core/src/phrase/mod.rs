//! What callers say, read strictly: every word is understood or the answer is "not understood",
//! and words that allow several readings give all of them, never one guess.

use jiff::civil::{Date, DateTime, Time, Weekday};

use crate::time::Moment;

/// What is needed to read "tomorrow": where the caller's calendar stands.
#[derive(Clone, Copy, Debug)]
pub struct Context {
    /// The organization's local date and time.
    pub now: DateTime,
    pub order: DateOrder,
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

/// Reads a date with or without a time of day: "next Friday afternoon", "2026-06-03T15:00".
pub fn read_date(_text: &str, _context: &Context) -> Result<When, Misheard> {
    todo!()
}

/// Reads a time of day: "half past ten", "2:30 in the afternoon", "noon", "15:00".
pub fn read_time(_text: &str, _context: &Context) -> Result<When, Misheard> {
    todo!()
}

/// "five one two, double five" to "51255"; text without number words comes back as it was.
pub fn read_digits(_text: &str) -> String {
    todo!()
}

/// "sam dot lee at example dot com" to "sam.lee@example.com".
pub fn read_email(_text: &str) -> String {
    todo!()
}

/// What models send for "nothing": empty, `null`, `unknown`, `none`, `n/a`.
pub fn is_absent(_text: &str) -> bool {
    todo!()
}
