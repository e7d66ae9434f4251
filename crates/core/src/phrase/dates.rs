//! The grammar of days: which tokens, in which order, say which dates.

use jiff::civil::{Date, Weekday};

use super::days::{self, Said};
use super::tokens::{Numeric, Token, Unit};
use super::{Context, DateOrder, Day, Misheard, calendar, numbers};

/// What the tokens say about the day, or `None` if they are not about a day.
pub(super) fn read(tokens: &[Token], context: &Context) -> Option<Result<Day, Misheard>> {
    let today = context.now.date();
    match piece(tokens, context) {
        Some(said) => Some(said.and_then(|said| days::settle(said, today))),
        None => (1..tokens.len()).find_map(|middle| both(tokens.split_at(middle), context)),
    }
}

/// "Tuesday" and "the 16th", "Friday" and "next week".
fn both((first, second): (&[Token], &[Token]), context: &Context) -> Option<Result<Day, Misheard>> {
    let second = match (first, second) {
        // "Tuesday 16"; "Friday 3" is an hour.
        ([.., Token::Weekday(_)], [Token::Number(day)]) if day.digits == 2 && day.value > 12 => {
            Ok(Said::DayOfMonth(day.value))
        }
        _ => piece(second, context)?,
    };
    match (piece(first, context)?, second) {
        (Ok(first), Ok(second)) => days::agree(first, second, context.now.date()),
        (Err(misheard), _) | (_, Err(misheard)) => Some(Err(misheard)),
    }
}

fn piece(tokens: &[Token], context: &Context) -> Option<Result<Said, Misheard>> {
    let today = context.now.date();
    match tokens {
        [Token::On | Token::For | Token::Of, tokens @ ..] => {
            named(tokens, context).or_else(|| relative(tokens, today).map(Ok))
        }
        tokens => named(tokens, context).or_else(|| relative(tokens, today).map(Ok)),
    }
}

/// A place in the calendar: "June 3rd", "6/3/2026", "the 10th".
fn named(tokens: &[Token], context: &Context) -> Option<Result<Said, Misheard>> {
    match tokens {
        [Token::Ordinal(day)] => Some(Ok(Said::DayOfMonth(*day))),
        [Token::Numeric(numeric)] => Some(in_figures(*numeric, context).map(|date| Said::Dates(vec![date]))),
        [Token::Weekday(weekday)] => Some(Ok(Said::Weekday(*weekday))),
        _ => in_words(tokens, context.now.date()).map(|date| date.map(|date| Said::Dates(vec![date]))),
    }
}

fn in_figures(numeric: Numeric, context: &Context) -> Result<Date, Misheard> {
    let (month, day, year) = match (numeric, context.order) {
        (Numeric::YearFirst { year, month, day }, _) => return calendar::dated(year, month, day),
        (Numeric::DayFirst { day, month, year }, _) => (month, day, Some(year)),
        (Numeric::ByOrder { first, second, year }, DateOrder::MonthFirst) => (first, second, year),
        (Numeric::ByOrder { first, second, year }, DateOrder::DayFirst) => (second, first, year),
    };
    let today = context.now.date();
    let swapped = |misheard| match maybe_dated(day, month, year, today) {
        Ok(date) => Misheard::NoSuchDate { nearest: Some(date) },
        Err(_) => misheard,
    };
    maybe_dated(month, day, year, today).map_err(swapped)
}

/// "March 10th", "10 of March", "the tenth of March twenty twenty seven".
fn in_words(tokens: &[Token], today: Date) -> Option<Result<Date, Misheard>> {
    let (tokens, year) = match numbers::year_at_end(tokens) {
        Some((tokens, year)) => (tokens, Some(year)),
        None => (tokens, None),
    };
    match tokens {
        [Token::Month(month), day] | [day, Token::Month(month)] | [day, Token::Of, Token::Month(month)] => {
            Some(maybe_dated(u16::try_from(*month).ok()?, day_of_month(*day)?, year, today))
        }
        _ => None,
    }
}

fn maybe_dated(month: u16, day: u16, year: Option<u16>, today: Date) -> Result<Date, Misheard> {
    match year {
        Some(year) => calendar::dated(year, month, day),
        None => calendar::next_dated(month, day, today),
    }
}

fn day_of_month(token: Token) -> Option<u16> {
    match token {
        Token::Ordinal(day) => Some(day),
        Token::Number(number) if number.digits <= 2 => Some(number.value),
        _ => None,
    }
}

/// A way from today: "tomorrow", "next Thursday", "in two weeks".
fn relative(tokens: &[Token], today: Date) -> Option<Said> {
    match tokens {
        [Token::DaysAhead(days)] => one(calendar::days_after(today, *days)?),
        [Token::This, Token::Weekday(weekday)] => Some(Said::Dates(days::coming(*weekday, today)?)),
        [Token::Coming, Token::Weekday(weekday)] => one(calendar::coming(today.tomorrow().ok()?, *weekday)?),
        [Token::Next, Token::Weekday(weekday)] => next_weekday(*weekday, today),
        [Token::Weekday(weekday), Token::Unit(Unit::Week)] => later(days::coming(*weekday, today)?, 7),
        [Token::This, Token::Unit(unit)] => this(*unit, today),
        [Token::Next, Token::Unit(unit)] => next(*unit, today),
        [Token::Unit(Unit::Weekend)] => this(Unit::Weekend, today),
        [Token::In, count, Token::Unit(unit)] => one(calendar::days_after(today, days_of(*count, *unit)?)?),
        [count, Token::Unit(unit), Token::From | Token::On, from @ ..] => {
            later(starting_points(from, today)?, days_of(*count, *unit)?)
        }
        _ => None,
    }
}

fn one(date: Date) -> Option<Said> {
    Some(Said::Dates(vec![date]))
}

/// Some say it of the coming one, some of the one in the next calendar week.
fn next_weekday(weekday: Weekday, today: Date) -> Option<Said> {
    let coming = calendar::coming(today.tomorrow().ok()?, weekday)?;
    let (next_monday, _) = calendar::week(calendar::days_after(today, 7)?)?;
    Some(Said::Dates(vec![coming, calendar::coming(next_monday, weekday)?]))
}

fn this(unit: Unit, today: Date) -> Option<Said> {
    let (monday, sunday) = calendar::week(today)?;
    match unit {
        Unit::Week => Some(Said::Stretch(monday, sunday)),
        Unit::Weekend => Some(Said::Stretch(calendar::days_after(monday, 5)?, sunday)),
        Unit::Month => Some(Said::Stretch(today.first_of_month(), today.last_of_month())),
        Unit::Day | Unit::Fortnight => None,
    }
}

/// "Next weekend" is not here: it may be either of two stretches.
fn next(unit: Unit, today: Date) -> Option<Said> {
    let (first, last) = match unit {
        Unit::Week => calendar::week(calendar::days_after(today, 7)?)?,
        Unit::Month => calendar::next_month(today)?,
        Unit::Day | Unit::Fortnight | Unit::Weekend => return None,
    };
    Some(Said::Stretch(first, last))
}

/// What "a week from …" can count from.
fn starting_points(tokens: &[Token], today: Date) -> Option<Vec<Date>> {
    match tokens {
        [Token::Weekday(weekday)] => days::coming(*weekday, today),
        _ => match relative(tokens, today)? {
            Said::Dates(dates) => Some(dates),
            Said::Stretch(..) | Said::Weekday(_) | Said::DayOfMonth(_) => None,
        },
    }
}

fn later(dates: Vec<Date>, days: i32) -> Option<Said> {
    let moved: Option<Vec<Date>> = dates.into_iter().map(|date| calendar::days_after(date, days)).collect();
    moved.map(Said::Dates)
}

fn days_of(count: Token, unit: Unit) -> Option<i32> {
    let count = match count {
        Token::A => 1,
        Token::Number(number) => i32::from(number.value),
        _ => return None,
    };
    match unit {
        Unit::Day => Some(count),
        Unit::Week => Some(count * 7),
        Unit::Fortnight => Some(count * 14),
        Unit::Weekend | Unit::Month => None,
    }
}
