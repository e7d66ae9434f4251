//! What callers say, read strictly: every word is understood or the answer is "not understood",
//! and words that allow several readings give all of them, never one guess.

mod alternatives;
mod calendar;
mod dates;
mod days;
mod de;
mod digits;
mod email;
mod en;
mod es;
mod faces;
mod fr;
mod iso;
mod numbers;
mod own;
mod pt;
mod ranges;
mod sentence;
mod spelling;
mod stretches;
mod times;
mod tokens;
mod topics;
mod urgency;
mod vocabulary;
mod words;
mod written;

use jiff::civil::{Date, DateTime, Time, Weekday};

pub use self::topics::Topic;
use self::vocabulary::Vocabulary;
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
    /// When the caller's own appointment starts that is to be moved: what "same time" and "an
    /// hour later" count from.
    pub appointment: Option<DateTime>,
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
    /// "The earliest": the first opening that fits the rest.
    pub earliest: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Day {
    /// One date, or the candidates when the words fit several. Never empty, sorted.
    Dates(Vec<Date>),
    /// Any day of a stretch, both ends included: "this week"; "from Thursday on" has no last.
    Between { first: Date, last: Option<Date> },
}

#[derive(Clone, Debug, PartialEq)]
pub enum Clock {
    /// One time, or both readings of "half past ten". Never empty, sorted.
    At(Vec<Time>),
    /// Any time of a part of the day, or the candidates: "after four" is after 04:00 or after
    /// 16:00. Never empty, sorted.
    Within(Vec<Window>),
}

/// A part of the day, half-open: "afternoon" is 12:00 to 17:00.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Window {
    pub from: Time,
    /// `None` is the end of the day.
    pub until: Option<Time>,
}

impl Window {
    pub fn contains(self, time: Time) -> bool {
        self.from <= time && self.until.is_none_or(|until| time < until)
    }

    /// What is part of both.
    pub fn narrow(self, other: Self) -> Option<Self> {
        let (from, until) = (self.from.max(other.from), [self.until, other.until].into_iter().flatten().min());
        until.is_none_or(|until| from < until).then_some(Self { from, until })
    }

    /// The ends that were said: neither the beginning nor the end of the day.
    pub fn named(self) -> impl Iterator<Item = Time> {
        [Some(self.from).filter(|from| *from != Time::midnight()), self.until].into_iter().flatten()
    }
}

impl Clock {
    pub fn contains(&self, time: Time) -> bool {
        match self {
            Self::At(times) => times.contains(&time),
            Self::Within(windows) => windows.iter().any(|window| window.contains(time)),
        }
    }
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
/// of a date, "ten" may be the tenth. Read in the caller's language, else in English; never in a
/// mixture.
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
pub fn read_digits(text: &str, language: Language) -> String {
    in_either(language, |vocabulary| digits::read(text, vocabulary)).unwrap_or_else(|| text.to_owned())
}

/// "sam dot lee at example dot com" to "sam.lee@example.com". What is not clearly an address
/// comes back as it was: an email address that is almost right is wrong.
pub fn read_email(text: &str, language: Language) -> String {
    in_either(language, |vocabulary| email::read(text, vocabulary)).unwrap_or_else(|| text.to_owned())
}

/// Whether a question about the business, in the caller's own words, is about the topic.
pub fn is_about(question: &str, topic: Topic, language: Language) -> bool {
    in_either(language, |vocabulary| topics::is_about(question, topic, vocabulary).then_some(())).is_some()
}

/// The words of a text without accents, punctuation and capitals, to compare them with others.
pub fn plain_words(text: &str) -> Vec<String> {
    words::plain(text)
}

/// What is read in the caller's language, else in English, because models translate.
fn in_either<T>(language: Language, read: impl Fn(&'static Vocabulary) -> Option<T>) -> Option<T> {
    let english = || if language == Language::En { None } else { read(Vocabulary::get(Language::En)) };
    read(Vocabulary::get(language)).or_else(english)
}

/// Whether the text says that something cannot wait: "true", "very urgent", "dringend"; not "not urgent".
pub fn is_urgent(text: &str) -> bool {
    urgency::read(text)
}

/// What models send for "nothing" (contract §4): empty, `null`, `unknown`, `none`, `n/a` and the like.
pub fn is_absent(text: &str) -> bool {
    let text = text.trim();
    text.is_empty() || ABSENT.iter().any(|absent| absent.eq_ignore_ascii_case(text))
}
