//! Instants, lengths and intervals. Everything that is compared or stored is a [`Moment`]; local
//! time exists only where people write it or hear it.

use std::fmt;
use std::ops::{Add, Sub};
use std::str::FromStr;

use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A UTC instant in whole seconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment(i64);

impl Moment {
    /// The instant `seconds` after 1970-01-01T00:00:00Z, clamped to the years jiff can represent.
    pub fn from_unix(seconds: i64) -> Self {
        Self(seconds.clamp(Timestamp::MIN.as_second(), Timestamp::MAX.as_second()))
    }

    pub const fn unix(self) -> i64 {
        self.0
    }

    pub fn timestamp(self) -> Timestamp {
        Timestamp::from_second(self.0).unwrap_or(Timestamp::UNIX_EPOCH)
    }

    pub fn in_zone(self, zone: &TimeZone) -> Zoned {
        self.timestamp().to_zoned(zone.clone())
    }
}

impl From<Timestamp> for Moment {
    fn from(timestamp: Timestamp) -> Self {
        Self(timestamp.as_second())
    }
}

impl Add<Span> for Moment {
    type Output = Self;
    fn add(self, span: Span) -> Self {
        Self::from_unix(self.0.saturating_add(span.0))
    }
}

impl Sub<Span> for Moment {
    type Output = Self;
    fn sub(self, span: Span) -> Self {
        Self::from_unix(self.0.saturating_sub(span.0))
    }
}

impl Sub for Moment {
    type Output = Span;
    fn sub(self, earlier: Self) -> Span {
        Span(self.0 - earlier.0)
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.timestamp().fmt(f)
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Timestamp::deserialize(deserializer).map(Self::from)
    }
}

/// A length of time in whole seconds, written `90s`, `15m`, `2h` or `60d`.
///
/// ```
/// use ringbook_core::time::Span;
/// assert_eq!("2h".parse::<Span>().unwrap().seconds(), 7200);
/// assert_eq!(Span::from_seconds(7200).to_string(), "2h");
/// assert!("2 hours".parse::<Span>().is_err());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span(i64);

const UNITS: [(char, i64); 4] = [('d', 86_400), ('h', 3_600), ('m', 60), ('s', 1)];

impl Span {
    pub const ZERO: Self = Self(0);

    pub const fn from_seconds(seconds: i64) -> Self {
        Self(seconds)
    }

    pub const fn from_minutes(minutes: i64) -> Self {
        Self(minutes * 60)
    }

    pub const fn seconds(self) -> i64 {
        self.0
    }
}

impl Add for Span {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

#[derive(Debug, thiserror::Error)]
#[error("a duration is written like 90s, 15m, 2h or 60d")]
pub struct InvalidSpan;

impl FromStr for Span {
    type Err = InvalidSpan;

    fn from_str(text: &str) -> Result<Self, InvalidSpan> {
        let (unit_at, unit) = text.char_indices().last().ok_or(InvalidSpan)?;
        let (_, seconds) = UNITS.into_iter().find(|(letter, _)| *letter == unit).ok_or(InvalidSpan)?;
        let count: u32 = text[..unit_at].parse().map_err(|_| InvalidSpan)?;
        if text.starts_with('+') || count > 1_000_000 {
            return Err(InvalidSpan);
        }
        Ok(Self(i64::from(count) * seconds))
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0 == 0 {
            return f.write_str("0m");
        }
        let exact = UNITS.into_iter().find(|(_, seconds)| self.0 % seconds == 0);
        let (letter, seconds) = exact.unwrap_or(('s', 1));
        write!(f, "{}{letter}", self.0 / seconds)
    }
}

impl Serialize for Span {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Span {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// A half-open stretch of time, `[from, until)`: touching intervals do not overlap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Interval {
    pub from: Moment,
    pub until: Moment,
}

impl Interval {
    pub const fn new(from: Moment, until: Moment) -> Self {
        Self { from, until }
    }

    pub fn is_empty(self) -> bool {
        self.until <= self.from
    }

    pub fn overlaps(self, other: Self) -> bool {
        self.from < other.until && other.from < self.until
    }

    pub fn contains(self, moment: Moment) -> bool {
        self.from <= moment && moment < self.until
    }
}
