//! The grammar of days: which tokens, in which order, say which dates.

use jiff::civil::{Date, Weekday};

use super::days::{self, Said};
use super::tokens::{Numeric, Token, Unit};
use super::{Context, DateOrder, Day, Misheard, alternatives, calendar, numbers, ranges, stretches};

/// What the tokens say about the day, or `None` if they are not about a day.
pub(super) fn read(tokens: &[Token], context: &Context) -> Option<Result<Day, Misheard>> {
    let range =
        || ranges::read(tokens, context).map(|said| said.and_then(|said| days::settle(said, context.now.date())));
    range().or_else(|| one(tokens, context)).or_else(|| alternatives::read(tokens, context))
}

/// One day or stretch, said in one piece or in two that agree.
pub(super) fn one(tokens: &[Token], context: &Context) -> Option<Result<Day, Misheard>> {
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

/// "Friday 12" when the coming 12th is a Friday: that is no hour.
pub(super) fn weekday_with_its_day(tokens: &[Token], today: Date) -> Option<Date> {
    let (weekday, day) = match tokens {
        [Token::Weekday(weekday), Token::Number(day)]
        | [Token::On | Token::For, Token::Weekday(weekday), Token::Number(day)] => (*weekday, *day),
        _ => return None,
    };
    let date = calendar::next_day_of_month(day.value, today).ok()?;
    (!day.is_spelled() && date.weekday() == weekday).then_some(date)
}

/// Whether the tokens leave open which week or month they are about.
pub(super) fn is_open(tokens: &[Token], context: &Context) -> bool {
    match piece(tokens, context) {
        Some(said) => matches!(said, Ok(Said::Weekday(_) | Said::DayOfMonth(_))),
        None => matches!(tokens, [Token::Number(_)]),
    }
}

fn piece(tokens: &[Token], context: &Context) -> Option<Result<Said, Misheard>> {
    let read = |tokens| named(tokens, context).or_else(|| relative(tokens, context).map(Ok));
    match tokens {
        [Token::On, clock @ Token::Clock(_)] => on_dotted(*clock, context),
        [Token::On | Token::For | Token::Of, tokens @ ..] => read(tokens),
        tokens => read(tokens),
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

/// "Am 3.10" is the 3rd of October where the day comes first; without the word it may be a time.
fn on_dotted(token: Token, context: &Context) -> Option<Result<Said, Misheard>> {
    match token {
        Token::Clock(clock) if clock.dotted && context.order == DateOrder::DayFirst => {
            let numeric = Numeric::DayFirst { day: clock.hour, month: clock.minute, year: None };
            named(&[Token::Numeric(numeric)], context)
        }
        _ => None,
    }
}

fn in_figures(numeric: Numeric, context: &Context) -> Result<Date, Misheard> {
    let (month, day, year) = match (numeric, context.order) {
        (Numeric::YearFirst { year, month, day }, _) => return calendar::dated(year, month, day),
        (Numeric::DayFirst { day, month, year }, _) => (month, day, year),
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
        Token::Number(number) if number.digits <= 2 && number.value < 100 => Some(number.value),
        _ => None,
    }
}

/// A way from today: "tomorrow", "next Thursday", "in two weeks".
fn relative(tokens: &[Token], context: &Context) -> Option<Said> {
    let today = context.now.date();
    match tokens {
        [Token::SameDay] => dates(vec![context.appointment?.date()]),
        [Token::This, Token::Weekday(weekday)] => dates(days::coming(*weekday, today)?),
        [Token::Coming, Token::Weekday(weekday)]
        | [Token::Weekday(weekday), Token::Coming]
        | [Token::This, Token::Weekday(weekday), Token::Coming | Token::Next] => {
            dates(vec![calendar::coming(today.tomorrow().ok()?, *weekday)?])
        }
        [Token::Next, Token::Weekday(weekday)] | [Token::Weekday(weekday), Token::Next] => {
            next_weekday(*weekday, today)
        }
        [Token::Weekday(weekday), Token::Unit(Unit::Week)] => dates(later(days::coming(*weekday, today)?, 7)?),
        [Token::In, count, Token::Unit(Unit::InclusiveWeek)] => inclusive_weeks(*count, today),
        [Token::In, count, Token::Unit(unit)] if numbers::count(*count).is_some() => {
            dates(after(&[today], *count, *unit)?)
        }
        [count, Token::Unit(unit), Token::From | Token::On, from @ ..]
        | [from @ .., Token::In, count, Token::Unit(unit)]
            if numbers::count(*count).is_some() =>
        {
            dates(after(&starting_points(from, context)?, *count, *unit)?)
        }
        [Token::DaysAhead(days)] => dates(vec![calendar::days_after(today, *days)?]),
        _ => stretches::read(tokens, context).map(|(first, last)| Said::Stretch(first, last)),
    }
}

fn dates(dates: Vec<Date>) -> Option<Said> {
    Some(Said::Dates(dates))
}

/// Some say it of the coming one, some of the one in the next calendar week.
fn next_weekday(weekday: Weekday, today: Date) -> Option<Said> {
    let coming = calendar::coming(today.tomorrow().ok()?, weekday)?;
    let (next_monday, _) = calendar::week(calendar::days_after(today, 7)?)?;
    dates(vec![coming, calendar::coming(next_monday, weekday)?])
}

/// What "a week from …" can count from.
fn starting_points(tokens: &[Token], context: &Context) -> Option<Vec<Date>> {
    match piece(tokens, context)?.ok()? {
        Said::Weekday(weekday) => days::coming(weekday, context.now.date()),
        Said::Dates(dates) => Some(dates),
        Said::Stretch(..) | Said::Open(_) | Said::DayOfMonth(_) => None,
    }
}

/// "In acht Tagen" is a week from today, or a day more for who means eight days.
fn inclusive_weeks(count: Token, today: Date) -> Option<Said> {
    let week = numbers::count(count)? * 7;
    dates(vec![calendar::days_after(today, week)?, calendar::days_after(today, week + 1)?])
}

/// So much later than each of the dates.
fn after(from: &[Date], count: Token, unit: Unit) -> Option<Vec<Date>> {
    let count = numbers::count(count)?;
    match unit {
        Unit::Day => later(from.to_vec(), count),
        Unit::Week | Unit::InclusiveWeek => later(from.to_vec(), count * 7),
        Unit::Fortnight => later(from.to_vec(), count * 14),
        Unit::Month => from.iter().map(|date| calendar::months_after(*date, count)).collect(),
        Unit::Weekend => None,
    }
}

fn later(dates: Vec<Date>, days: i32) -> Option<Vec<Date>> {
    dates.into_iter().map(|date| calendar::days_after(date, days)).collect()
}
