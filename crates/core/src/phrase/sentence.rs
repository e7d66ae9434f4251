//! Day and time of day in one sentence, in any order.

use super::times::{self, Hours};
use super::tokens::Token;
use super::vocabulary::Vocabulary;
use super::{Clock, Context, Day, LONGEST, Misheard, When, dates, iso, own};
use crate::language::Language;

/// What may stand before or after a day: nothing, or something about the time of day.
type Side = Option<Result<Hours, Misheard>>;

pub(super) fn date(text: &str, context: &Context) -> Result<When, Misheard> {
    read(text, context, |tokens| {
        let bare = tokens.iter().all(|token| matches!(token, Token::Number(_)));
        if bare { None } else { times::read(tokens) }
    })
}

pub(super) fn time(text: &str, context: &Context) -> Result<When, Misheard> {
    read(text, context, times::read)
}

type Reader = fn(&[Token]) -> Side;

/// `alone` reads a sentence that names no day. What the caller's language does not understand may
/// be English: models translate.
fn read(text: &str, context: &Context, alone: Reader) -> Result<When, Misheard> {
    if text.len() > LONGEST {
        return Err(Misheard::Unreadable);
    }
    if let Some(when) = iso::read(text) {
        return when;
    }
    match in_language(text, context, context.language, alone) {
        Err(Misheard::Unreadable) if context.language != Language::En => {
            in_language(text, context, Language::En, alone)
        }
        when => when,
    }
}

fn in_language(text: &str, context: &Context, language: Language, alone: Reader) -> Result<When, Misheard> {
    let tokens = Vocabulary::get(language).lex(text).ok_or(Misheard::Unreadable)?;
    let rest = without(&tokens, Token::Earliest);
    let earliest = rest.len() < tokens.len();
    if earliest && rest.is_empty() {
        return Ok(When { earliest, ..When::default() });
    }
    Ok(When { earliest, ..by_appointment(&rest, context, alone)? })
}

fn without(tokens: &[Token], left_out: Token) -> Vec<Token> {
    tokens.iter().copied().filter(|token| *token != left_out).collect()
}

/// What counts from the caller's own appointment, or else from the calendar.
fn by_appointment(tokens: &[Token], context: &Context, alone: Reader) -> Result<When, Misheard> {
    let rest = without(tokens, Token::SameTime);
    match own::read(tokens, context) {
        Some(when) => when,
        None if rest.len() < tokens.len() => at_the_same_time(&rest, context),
        None => said(tokens, context, alone),
    }
}

/// Without an appointment there is no same time: only the day is understood.
fn at_the_same_time(rest: &[Token], context: &Context) -> Result<When, Misheard> {
    let day = match rest {
        [] => None,
        rest => Some(own::same_weekday(rest, dates::read(rest, context).ok_or(Misheard::Unreadable)??, context)),
    };
    let clock = context.appointment.map(|appointment| Clock::At(vec![appointment.time()]));
    Ok(When { day, clock, ..When::default() })
}

fn said(tokens: &[Token], context: &Context, alone: Reader) -> Result<When, Misheard> {
    if let Some(date) = dates::weekday_with_its_day(tokens, context.now.date()) {
        return Ok(when(Some(Day::Dates(vec![date])), None));
    }
    match with_day(tokens, context) {
        Some(when) => when,
        None => alone(tokens).unwrap_or(Err(Misheard::Unreadable)).map(|hours| when(None, Some(hours))),
    }
}

/// The reading in which the day takes the most words: in "June 3rd 2026" the figures are the year,
/// not 20:26. Of several such readings that differ none is preferred.
fn with_day(tokens: &[Token], context: &Context) -> Option<Result<When, Misheard>> {
    for length in (1..=tokens.len()).rev() {
        let starts = 0..=tokens.len() - length;
        let readings: Vec<_> = starts.filter_map(|start| around(tokens, start, start + length, context)).collect();
        if !readings.is_empty() {
            return Some(only(readings));
        }
    }
    None
}

fn only(readings: Vec<Result<When, Misheard>>) -> Result<When, Misheard> {
    let (good, bad): (Vec<_>, Vec<_>) = readings.into_iter().partition(Result::is_ok);
    let mut readings = if good.is_empty() { bad } else { good };
    readings.dedup();
    match readings.pop() {
        Some(reading) if readings.is_empty() || reading.is_err() => reading,
        _ => Err(Misheard::Unreadable),
    }
}

/// The tokens from `start` to `end` as the day, the others as the time of day.
fn around(tokens: &[Token], start: usize, end: usize, context: &Context) -> Option<Result<When, Misheard>> {
    let day = dates::read(&tokens[start..end], context)?;
    let hours = match (&tokens[..start], &tokens[end..]) {
        ([], []) => None,
        ([], side) | (side, []) => Some(times::read(side)?),
        (before, after) => Some(both(times::read(before)?, times::read(after)?)?),
    };
    Some(day.and_then(|day| Ok(when(Some(day), hours.transpose()?))))
}

fn both(before: Result<Hours, Misheard>, after: Result<Hours, Misheard>) -> Side {
    match (before, after) {
        (Ok(before), Ok(after)) => times::agree(before, after).map(Ok),
        (Err(misheard), _) | (_, Err(misheard)) => Some(Err(misheard)),
    }
}

fn when(day: Option<Day>, hours: Option<Hours>) -> When {
    When { day, clock: hours.and_then(Hours::clock), ..When::default() }
}
