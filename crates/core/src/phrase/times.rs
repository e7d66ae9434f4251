//! The grammar of times of day: clock times, parts of the day, stretches.

use jiff::civil::{Time, time};

use super::tokens::{Part, Third, Token};
use super::{Clock, Misheard, Window, faces};

/// What is said about the time of day.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Hours {
    /// Sorted, never empty.
    At(Vec<Time>),
    Part(Part),
    /// One part of the day, or the candidates; sorted, never empty.
    Within(Vec<Window>),
    Any,
}

impl Hours {
    /// The part of the answer; "any time" restricts nothing.
    pub fn clock(self) -> Option<Clock> {
        match self {
            Self::At(times) => Some(Clock::At(times)),
            Self::Part(part) => Some(Clock::Within(vec![part.window()])),
            Self::Within(windows) => Some(Clock::Within(windows)),
            Self::Any => None,
        }
    }
}

impl Part {
    fn window(self) -> Window {
        match self {
            Self::Morning => hours(0, 12),
            Self::Lunchtime => hours(12, 14),
            Self::Afternoon => hours(12, 17),
            Self::Tarde => hours(12, 20),
            Self::Evening | Self::Night => from_hour(17),
        }
    }

    /// "Early afternoon"
    fn third(self, third: Third) -> Option<Window> {
        match (self, third) {
            (Self::Morning, Third::First) => Some(hours(0, 10)),
            (Self::Morning, Third::Middle) => Some(hours(9, 11)),
            (Self::Morning, Third::Last) => Some(hours(10, 12)),
            (Self::Afternoon | Self::Tarde, Third::First) => Some(hours(12, 15)),
            (Self::Afternoon | Self::Tarde, Third::Middle) => Some(hours(14, 16)),
            (Self::Afternoon, Third::Last) => Some(hours(15, 18)),
            (Self::Tarde, Third::Last) => Some(hours(17, 20)),
            (Self::Evening, Third::First) => Some(hours(17, 19)),
            (Self::Evening | Self::Night, Third::Last) => Some(from_hour(19)),
            _ => None,
        }
    }

    /// Whether people say this part of the day of a clock time: "half past five in the afternoon"
    /// is said although the afternoon alone ends at five.
    fn is_said_of(self, time: Time) -> bool {
        match self {
            Self::Morning => time.hour() < 12,
            Self::Lunchtime => (11..15).contains(&time.hour()),
            Self::Afternoon => (12..19).contains(&time.hour()),
            Self::Tarde => (12..21).contains(&time.hour()),
            Self::Evening => time.hour() >= 16,
            // After midnight it is another date, so "Friday at 1 at night" may be either.
            Self::Night => time.hour() >= 17,
        }
    }
}

const fn hours(from: i8, until: i8) -> Window {
    Window { from: time(from, 0, 0, 0), until: Some(time(until, 0, 0, 0)) }
}

const fn from_hour(from: i8) -> Window {
    Window { from: time(from, 0, 0, 0), until: None }
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
        (Hours::Within(windows), Hours::Part(part)) | (Hours::Part(part), Hours::Within(windows)) => {
            let windows: Vec<Window> = windows.into_iter().filter_map(|window| part.narrow(window)).collect();
            (!windows.is_empty()).then_some(Hours::Within(windows))
        }
        (Hours::Any, hours) | (hours, Hours::Any) => Some(hours),
        _ => None,
    }
}

impl Part {
    /// What is left of the window in this part of the day, if people would say its ends of it.
    fn narrow(self, window: Window) -> Option<Window> {
        if window.named().all(|end| self.is_said_of(end)) { window.narrow(self.window()) } else { None }
    }
}

fn piece(tokens: &[Token]) -> Option<Result<Hours, Misheard>> {
    match tokens {
        [Token::AnyTime] | [Token::At, Token::AnyTime] => Some(Ok(Hours::Any)),
        _ => part(tokens).or_else(|| third(tokens)).or_else(|| stretch(tokens)).or_else(|| moment(tokens)),
    }
}

fn part(tokens: &[Token]) -> Option<Result<Hours, Misheard>> {
    match tokens {
        [Token::Part(part)] | [Token::In | Token::At | Token::On | Token::For | Token::Of, Token::Part(part)] => {
            Some(Ok(Hours::Part(*part)))
        }
        _ => None,
    }
}

/// "Late afternoon", "early in the morning", "at the end of the day"
fn third(tokens: &[Token]) -> Option<Result<Hours, Misheard>> {
    match tokens {
        [Token::In | Token::At | Token::On, Token::Third(third), rest @ ..] | [Token::Third(third), rest @ ..] => {
            let Some(Ok(Hours::Part(part))) = part(rest.strip_prefix(&[Token::Of]).unwrap_or(rest)) else {
                return None;
            };
            Some(Ok(Hours::Within(vec![part.third(*third)?])))
        }
        _ => None,
    }
}

/// "at ten", "around three"
fn moment(tokens: &[Token]) -> Option<Result<Hours, Misheard>> {
    let face = match tokens {
        [Token::At, Token::Around, face @ ..]
        | [Token::For, Token::At, face @ ..]
        | [Token::At | Token::Around, face @ ..] => face,
        face => face,
    };
    faces::read(face).map(|times| times.map(Hours::At))
}

/// "after 3 PM", "between two and four in the afternoon", "10-12am"
fn stretch(tokens: &[Token]) -> Option<Result<Hours, Misheard>> {
    match tokens {
        [Token::From | Token::Of, end @ .., Token::Onward] => open(end, since),
        [Token::After | Token::NotBefore, end @ ..] | [end @ .., Token::NotBefore | Token::Onward] => open(end, since),
        [Token::Before | Token::NotAfter | Token::To, end @ ..] | [end @ .., Token::NotAfter] => open(end, before),
        [Token::From, ends @ ..] => from_to(ends).or_else(|| onward(ends)),
        [Token::Of, ends @ ..] => from_to(ends),
        [Token::Between, ends @ ..] => closed(ends, &[Token::And, Token::Dash]),
        ends => closed(ends, &[Token::Dash]),
    }
}

/// "from two to four", "de las dos a las cuatro"
fn from_to(ends: &[Token]) -> Option<Result<Hours, Misheard>> {
    closed(ends, &[Token::To, Token::At, Token::Dash])
}

fn onward(tokens: &[Token]) -> Option<Result<Hours, Misheard>> {
    match tokens {
        [end @ .., Token::On | Token::Onward] => open(end, since),
        end => open(end, since),
    }
}

fn since(from: Time) -> Window {
    Window { from, until: None }
}

fn before(until: Time) -> Window {
    Window { from: Time::midnight(), until: Some(until) }
}

/// A stretch with one end: "after four" may mean two.
fn open(end: &[Token], window: fn(Time) -> Window) -> Option<Result<Hours, Misheard>> {
    match times(end)? {
        Ok(times) => {
            let mut windows: Vec<Window> = times.into_iter().map(window).collect();
            windows.retain(|window| window.until != Some(Time::midnight()));
            (!windows.is_empty()).then_some(Ok(Hours::Within(windows)))
        }
        Err(misheard) => Some(Err(misheard)),
    }
}

/// A stretch with two ends, one of these tokens between them.
fn closed(tokens: &[Token], separators: &[Token]) -> Option<Result<Hours, Misheard>> {
    let middles = (0..tokens.len()).filter(|middle| separators.contains(&tokens[*middle]));
    let mut ends = middles.filter_map(|middle| Some((times(&tokens[..middle])?, times(&tokens[middle + 1..])?)));
    match ends.next()? {
        (Ok(from), Ok(until)) => between(&from, &until).map(Hours::Within).map(Ok),
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
/// hours, "between 10 and 2 PM" four. Two uncertain ends leave two stretches: "between 2 and 4".
fn between(from: &[Time], until: &[Time]) -> Option<Vec<Window>> {
    let window = |from: &Time, until: &Time| Window { from: *from, until: Some(*until) };
    let windows: Vec<Window> = match (from, until) {
        // Midnight at the end is the end of the day.
        ([from], [until]) if *until == Time::midnight() => vec![since(*from)],
        (_, [until]) => from.iter().rfind(|from| *from < until).map(|from| window(from, until)).into_iter().collect(),
        _ => {
            let shortest = |from: &Time| until.iter().find(|until| from < *until).map(|until| window(from, until));
            from.iter().filter_map(shortest).collect()
        }
    };
    (!windows.is_empty()).then_some(windows)
}
