//! Recurring visits: "every second Tuesday, six times".
//!
//! A rule says how far apart visits are and how many there are; its visits follow from the first
//! start on the provider's own clock, so that three o'clock stays three o'clock when clocks change.

mod languages;
mod read;

use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Weekday};
use jiff::tz::{AmbiguousOffset, TimeZone};

pub use self::read::{Said, read, read_count, read_every};
use crate::time::Moment;

/// More are not booked at once.
pub const MOST_VISITS: u16 = 52;

/// The longest step between visits, in units of the rule.
const MOST_APART: u16 = 99;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    Day,
    Week,
    /// The same day of the month: what a shorter month does not have is no visit and is reported.
    Month,
}

/// How far apart visits are: at least one unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Every {
    interval: u16,
    unit: Unit,
}

impl Every {
    pub fn new(interval: u16, unit: Unit) -> Option<Self> {
        (1..=MOST_APART).contains(&interval).then_some(Self { interval, unit })
    }
}

/// Every so often, so many times: 2 to [`MOST_VISITS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recurrence {
    every: Every,
    count: u16,
}

/// One visit of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Visit {
    At(Moment),
    /// The month is too short for the day: `nearest` is its last.
    NoSuchDay {
        nearest: Date,
    },
    /// The clocks skip the time on that day; `after` is when they have.
    SkippedTime {
        after: Moment,
    },
}

impl Recurrence {
    pub fn new(every: Every, count: u16) -> Option<Self> {
        (2..=MOST_VISITS).contains(&count).then_some(Self { every, count })
    }

    pub const fn count(self) -> u16 {
        self.count
    }

    /// The visits, `first` being the first one. In an hour that clocks repeat it is the first of
    /// the two, as for opening hours (contract §5).
    pub fn visits(self, first: Moment, zone: &TimeZone) -> impl Iterator<Item = Visit> {
        let local = first.in_zone(zone).datetime();
        let later = (1..self.count).map(move |number| match self.date(local.date(), number) {
            Ok(date) => at(date.to_datetime(local.time()), zone),
            Err(nearest) => Visit::NoSuchDay { nearest },
        });
        std::iter::once(Visit::At(first)).chain(later)
    }

    /// The date of the visit after `number` steps, or the last day of a month that is too short.
    fn date(self, first: Date, number: u16) -> Result<Date, Date> {
        let steps = i32::from(number) * i32::from(self.every.interval);
        match self.every.unit {
            Unit::Day => Ok(first.saturating_add(steps.days())),
            Unit::Week => Ok(first.saturating_add((7 * steps).days())),
            Unit::Month => {
                // jiff shortens the 31st to what the month has.
                let date = first.saturating_add(steps.months());
                if date.day() == first.day() { Ok(date) } else { Err(date) }
            }
        }
    }
}

fn at(local: DateTime, zone: &TimeZone) -> Visit {
    let instant = zone.to_ambiguous_timestamp(local);
    let skipped = matches!(instant.offset(), AmbiguousOffset::Gap { .. });
    // Out of jiff's years there is nothing to book; the end of them is refused as too far ahead.
    let moment = instant.compatible().map_or(Moment::from_unix(i64::MAX), Moment::from);
    if skipped { Visit::SkippedTime { after: moment } } else { Visit::At(moment) }
}

/// What was said about a rule does not fit together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unclear {
    /// How often is missing, or said in two ways.
    Every,
    /// How many times is missing, said in two ways, or not 1 to [`MOST_VISITS`].
    Count,
}

impl Said {
    /// The rule that was said; `None` for a single visit.
    ///
    /// # Errors
    /// What to ask for.
    pub fn rule(&self) -> Result<Option<Recurrence>, Unclear> {
        if self.count == Some(1) {
            return Ok(None);
        }
        let every = self.every.ok_or(Unclear::Every)?;
        let count = self.count.or_else(|| self.lasting?.visits(every)).ok_or(Unclear::Count)?;
        Recurrence::new(every, count).map(Some).ok_or(Unclear::Count)
    }

    /// The weekday that was named, when it is not that of `first`.
    pub fn other_weekday(&self, first: Date) -> Option<Weekday> {
        self.weekday.filter(|said| *said != first.weekday())
    }
}
