//! Times as a clock shows them: "half past ten", "3:30 PM", "fifteen thirty".

use jiff::civil::Time;

use super::Misheard;
use super::tokens::{Digital, Number, Token};

const MINUTES_PER_DAY: i16 = 24 * 60;

/// Before noon or after it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Half {
    Am,
    Pm,
}

/// The times that the tokens fit, sorted, or `None` if they are not a time.
pub(super) fn read(tokens: &[Token]) -> Option<Result<Vec<Time>, Misheard>> {
    let (tokens, half) = match tokens {
        [tokens @ .., Token::Am] => (tokens, Some(Half::Am)),
        [tokens @ .., Token::Pm] => (tokens, Some(Half::Pm)),
        tokens => (tokens, None),
    };
    let face = Face::read(tokens)?;
    // "3.10" may be the 3rd of October; "3.10 pm" is not.
    let maybe_a_date = matches!(tokens, [Token::Clock(clock)] if clock.dotted && (1..=12).contains(&clock.minute));
    let twice_named = half.is_some() && tokens.iter().any(|token| matches!(token, Token::Noon | Token::Midnight));
    if (maybe_a_date && half.is_none()) || twice_named { None } else { Some(face.times(half)) }
}

/// What the hands show. `minutes` are before the hour when negative.
#[derive(Clone, Copy)]
struct Face {
    hour: Hour,
    minutes: i16,
    second: u16,
}

#[derive(Clone, Copy)]
struct Hour {
    value: u16,
    /// On a 24-hour clock, so that it is not said of the afternoon as well.
    of_day: bool,
}

impl Hour {
    const fn of_day(value: u16) -> Self {
        Self { value, of_day: true }
    }

    fn sharp(self) -> Face {
        self.and(0)
    }

    fn and(self, minutes: i16) -> Face {
        Face { hour: self, minutes, second: 0 }
    }

    fn read(token: Token) -> Option<Self> {
        match token {
            Token::Noon => Some(Self::of_day(12)),
            Token::Midnight => Some(Self::of_day(0)),
            Token::Number(number) if number.digits <= 2 && number.value < 24 => {
                Some(Self { value: number.value, of_day: number.digits == 2 && number.value < 10 })
            }
            _ => None,
        }
    }

    /// The hours of the day that it may be.
    fn hours(self, half: Option<Half>) -> Result<Vec<u16>, Misheard> {
        match (half, self.value) {
            (Some(Half::Am), 1..=12) => Ok(vec![self.value % 12]),
            (Some(Half::Pm), 1..=12) => Ok(vec![self.value % 12 + 12]),
            (Some(_), _) | (None, 24..) => Err(Misheard::NoSuchTime),
            (None, 0 | 13..) => Ok(vec![self.value]),
            (None, _) if self.of_day => Ok(vec![self.value]),
            (None, _) => Ok(vec![self.value % 12, self.value % 12 + 12]),
        }
    }
}

impl Face {
    fn read(tokens: &[Token]) -> Option<Self> {
        match tokens {
            [Token::Clock(clock)] | [Token::Clock(clock), Token::OClock | Token::HourMark | Token::Hours] => {
                Some(Self::digital(*clock))
            }
            [Token::Number(number)] if number.digits > 2 => Some(Self::military(*number)),
            [Token::Number(Number { value: 12, .. }), twelve @ (Token::Noon | Token::Midnight)] => {
                Hour::read(*twelve).map(Hour::sharp)
            }
            [Token::Towards(mark), hour] | [Token::Towards(mark), hour, Token::OClock | Token::Hours] => {
                Some(Hour::read(*hour)?.and(mark - 60))
            }
            [Token::Half, hour] => Some(Hour::read(*hour)?.and(30)),
            [hour] | [hour, Token::OClock | Token::HourMark | Token::Hours] => Hour::read(*hour).map(Hour::sharp),
            [hour, Token::Oh, Token::Number(minute)] if minute.value < 10 && minute.digits <= 1 => {
                Hour::read(*hour)?.plus(*minute)
            }
            [hour, Token::Number(minute)]
            | [hour, Token::OClock | Token::HourMark | Token::Hours, Token::Number(minute)]
                if is_two_figures(*minute) =>
            {
                Hour::read(*hour)?.plus(*minute)
            }
            _ => Self::added(tokens).or_else(|| Self::by_quarters(tokens)),
        }
    }

    /// "half past two", "ten to four"; "half ten" is 10:30, as the British say it.
    fn by_quarters(tokens: &[Token]) -> Option<Self> {
        match tokens {
            // "fünf vor halb vier"
            [minutes @ .., Token::To | Token::Before, Token::Towards(mark), hour] => {
                Some(Hour::read(*hour)?.and(mark - 60 - minutes_of(minutes)?))
            }
            [minutes @ .., Token::Past | Token::After, Token::Towards(mark), hour] => {
                Some(Hour::read(*hour)?.and(mark - 60 + minutes_of(minutes)?))
            }
            [minutes @ .., Token::Past | Token::After, hour] => Some(Hour::read(*hour)?.and(minutes_of(minutes)?)),
            [minutes @ .., Token::To | Token::Before | Token::Of | Token::For, hour]
            | [minutes @ .., Token::For, Token::At, hour] => Some(Hour::read(*hour)?.and(-minutes_of(minutes)?)),
            _ => None,
        }
    }

    /// "las tres y media", "trois heures moins le quart", "15 e 30"
    fn added(tokens: &[Token]) -> Option<Self> {
        match tokens {
            [hour, Token::OClock | Token::HourMark | Token::Hours, Token::And, minutes @ ..]
            | [hour, Token::And, minutes @ ..] => Some(Hour::read(*hour)?.and(minutes_after(minutes)?)),
            [hour, Token::OClock | Token::HourMark | Token::Hours, Token::Less, minutes @ ..]
            | [hour, Token::Less, minutes @ ..] => Some(Hour::read(*hour)?.and(-minutes_of(minutes)?)),
            _ => None,
        }
    }

    fn digital(clock: Digital) -> Self {
        let hour = Hour { value: clock.hour, of_day: clock.padded };
        Self { hour, minutes: clock.minute.cast_signed(), second: clock.second }
    }

    /// "0930", "1530", "930"
    fn military(number: Number) -> Self {
        let padded = number.digits == 4 && number.value < 1000;
        let hour = Hour { value: number.value / 100, of_day: padded };
        hour.and((number.value % 100).cast_signed())
    }

    fn times(self, half: Option<Half>) -> Result<Vec<Time>, Misheard> {
        if self.minutes >= 60 || self.second >= 60 {
            return Err(Misheard::NoSuchTime);
        }
        let hours = self.hour.hours(half)?;
        let times: Option<Vec<Time>> = hours.into_iter().map(|hour| self.time(hour)).collect();
        let mut times = times.ok_or(Misheard::NoSuchTime)?;
        times.sort_unstable();
        // "Twelve" and "12:00" are noon; midnight has a name of its own.
        if half.is_none() && self.minutes == 0 && times.len() > 1 {
            times.retain(|time| time.hour() != 0);
        }
        Ok(times)
    }

    fn time(self, hour: u16) -> Option<Time> {
        let minute = (hour.cast_signed() * 60 + self.minutes).rem_euclid(MINUTES_PER_DAY);
        Time::new(i8::try_from(minute / 60).ok()?, i8::try_from(minute % 60).ok()?, i8::try_from(self.second).ok()?, 0)
            .ok()
    }
}

impl Hour {
    fn plus(self, minute: Number) -> Option<Face> {
        Some(self.and(i16::try_from(minute.value).ok()?))
    }
}

/// "three thirty", "3 05", not "three five".
fn is_two_figures(minute: Number) -> bool {
    minute.digits == 2 || (minute.is_spelled() && (10..100).contains(&minute.value))
}

/// After "and" any number will do: "three and seven" is no stretch.
fn minutes_after(tokens: &[Token]) -> Option<i16> {
    match tokens {
        [Token::Number(number)] if (1..60).contains(&number.value) => Some(number.value.cast_signed()),
        tokens => minutes_of(tokens),
    }
}

/// "quarter", "twenty five", "seven minutes". "Two to four" without "minutes" is a stretch.
fn minutes_of(tokens: &[Token]) -> Option<i16> {
    let minutes = match tokens {
        [Token::Quarter | Token::Towards(15)] | [Token::A, Token::Quarter] => 15,
        [Token::Half] => 30,
        [Token::Number(number)] if number.value.is_multiple_of(5) => number.value,
        [Token::Number(number), Token::Minutes] => number.value,
        _ => return None,
    };
    (1..60).contains(&minutes).then_some(minutes.cast_signed())
}
