//! The grammar of times of day: clock times, parts of the day, stretches.

use jiff::civil::{Time, time};

use super::tokens::{Part, Token};
use super::{Clock, Misheard, faces};

const NOON: Time = time(12, 0, 0, 0);

/// What is said about the time of day.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Hours {
    /// Sorted, never empty.
    At(Vec<Time>),
    Part(Part),
    Between(Time, Option<Time>),
    Any,
}

impl Hours {
    /// The part of the answer; "any time" restricts nothing.
    pub fn clock(self) -> Option<Clock> {
        match self {
            Self::At(times) => Some(Clock::At(times)),
            Self::Part(part) => Some(part.clock()),
            Self::Between(from, until) => Some(Clock::Between { from, until }),
            Self::Any => None,
        }
    }
}

impl Part {
    fn clock(self) -> Clock {
        let (from, until) = match self {
            Self::Morning => (Time::midnight(), Some(NOON)),
            Self::Lunchtime => (NOON, Some(time(14, 0, 0, 0))),
            Self::Afternoon => (NOON, Some(time(17, 0, 0, 0))),
            Self::Evening | Self::Night => (time(17, 0, 0, 0), None),
        };
        Clock::Between { from, until }
    }

    /// Whether people say this part of the day of a clock time: "half past five in the afternoon"
    /// is said although the afternoon alone ends at five.
    fn is_said_of(self, time: Time) -> bool {
        match self {
            Self::Morning => time.hour() < 12,
            Self::Lunchtime => (11..15).contains(&time.hour()),
            Self::Afternoon => (12..19).contains(&time.hour()),
            Self::Evening => time.hour() >= 16,
            // After midnight it is another date, so "Friday at 1 at night" may be either.
            Self::Night => time.hour() >= 17,
        }
    }
}

/// What the tokens say about the time of day, or `None` if they are not about that.
pub(super) fn read(tokens: &[Token]) -> Option<Result<Hours, Misheard>> {
    piece(tokens).or_else(|| (1..tokens.len()).find_map(|middle| both(piece, tokens.split_at(middle))))
}

type Reader = fn(&[Token]) -> Option<Result<Hours, Misheard>>;

fn both(read: Reader, (first, second): (&[Token], &[Token])) -> Option<Result<Hours, Misheard>> {
    match (read(first)?, read(second)?) {
        (Ok(first), Ok(second)) => agree(first, second).map(Ok),
        (Err(misheard), _) | (_, Err(misheard)) => Some(Err(misheard)),
    }
}

/// Two pieces together, or `None` if they contradict each other.
pub(super) fn agree(first: Hours, second: Hours) -> Option<Hours> {
    match (first, second) {
        (Hours::At(times), Hours::Part(part)) | (Hours::Part(part), Hours::At(times)) => {
            let times: Vec<Time> = times.into_iter().filter(|time| part.is_said_of(*time)).collect();
            (!times.is_empty()).then_some(Hours::At(times))
        }
        (Hours::Any, Hours::Part(part)) | (Hours::Part(part), Hours::Any) => Some(Hours::Part(part)),
        _ => None,
    }
}

fn piece(tokens: &[Token]) -> Option<Result<Hours, Misheard>> {
    match tokens {
        [Token::AnyTime] | [Token::At, Token::AnyTime] => Some(Ok(Hours::Any)),
        _ => part(tokens).or_else(|| stretch(tokens)).or_else(|| moment(tokens)),
    }
}

fn part(tokens: &[Token]) -> Option<Result<Hours, Misheard>> {
    match tokens {
        [Token::Part(part)] | [Token::In | Token::At | Token::On | Token::For, Token::Part(part)] => {
            Some(Ok(Hours::Part(*part)))
        }
        _ => None,
    }
}

/// "at ten", "around three"
fn moment(tokens: &[Token]) -> Option<Result<Hours, Misheard>> {
    let face = match tokens {
        [Token::At, Token::Around, face @ ..] | [Token::At | Token::Around, face @ ..] => face,
        face => face,
    };
    faces::read(face).map(|times| times.map(Hours::At))
}

/// "after 3 PM", "between two and four in the afternoon", "10-12am"
fn stretch(tokens: &[Token]) -> Option<Result<Hours, Misheard>> {
    match tokens {
        [Token::After, from @ ..] => open(from, |from| Hours::Between(from, None)),
        [Token::Before, until @ ..] => open(until, |until| Hours::Between(Time::midnight(), Some(until))),
        [Token::From, ends @ ..] => {
            closed(ends, &[Token::To, Token::Dash]).or_else(|| open(ends, |from| Hours::Between(from, None)))
        }
        [Token::Between, ends @ ..] => closed(ends, &[Token::And, Token::Dash]),
        ends => closed(ends, &[Token::Dash]),
    }
}

/// A stretch with one end, which must be one time: "after four" may mean two.
fn open(end: &[Token], hours: fn(Time) -> Hours) -> Option<Result<Hours, Misheard>> {
    match times(end)? {
        Ok(times) => match times.as_slice() {
            [time] => Some(Ok(hours(*time))),
            _ => None,
        },
        Err(misheard) => Some(Err(misheard)),
    }
}

/// A stretch with two ends, one of these tokens between them.
fn closed(tokens: &[Token], separators: &[Token]) -> Option<Result<Hours, Misheard>> {
    let middles = (0..tokens.len()).filter(|middle| separators.contains(&tokens[*middle]));
    let mut ends = middles.filter_map(|middle| Some((times(&tokens[..middle])?, times(&tokens[middle + 1..])?)));
    match ends.next()? {
        (Ok(from), Ok(until)) => shortest(&from, &until).map(Ok),
        (Err(misheard), _) | (_, Err(misheard)) => Some(Err(misheard)),
    }
}

fn times(tokens: &[Token]) -> Option<Result<Vec<Time>, Misheard>> {
    let end: Reader = |tokens| part(tokens).or_else(|| moment(tokens));
    let hours = end(tokens).or_else(|| (1..tokens.len()).find_map(|middle| both(end, tokens.split_at(middle))))?;
    match hours {
        Ok(Hours::At(times)) => Some(Ok(times)),
        Ok(_) => None,
        Err(misheard) => Some(Err(misheard)),
    }
}

/// One end that is certain tells which half of the day the other is in: "from 2 to 4 PM" is two
/// hours, "between 10 and 2 PM" four. Two uncertain ends tell nothing.
fn shortest(from: &[Time], until: &[Time]) -> Option<Hours> {
    match (from, until) {
        ([_, _, ..], [_, _, ..]) => None,
        // Midnight at the end is the end of the day.
        ([from], [until]) if *until == Time::midnight() => Some(Hours::Between(*from, None)),
        (_, [until]) => from.iter().rfind(|from| *from < until).map(|from| Hours::Between(*from, Some(*until))),
        ([from], _) => until.iter().find(|until| from < *until).map(|until| Hours::Between(*from, Some(*until))),
        _ => None,
    }
}
