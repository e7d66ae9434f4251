//! Days with an open end or between two: "not before Thursday", "Monday to Wednesday".

use jiff::civil::Date;

use super::days::Said;
use super::tokens::Token;
use super::{Context, Day, Misheard, alternatives, calendar, dates};

/// What the tokens say, or `None` if they are not about such days. Where the named day may be
/// either of two, the range is the wider one: what is offered in it is still chosen from.
pub(super) fn read(tokens: &[Token], context: &Context) -> Option<Result<Said, Misheard>> {
    let today = context.now.date();
    match tokens {
        [Token::From | Token::Of, day @ .., Token::Onward] => since(day, context),
        [Token::Between, ends @ ..] => between(ends, &[Token::And], context),
        [Token::From, ends @ ..] => from_to(ends, context).or_else(|| onward(ends, context)),
        [Token::Of, ends @ ..] => from_to(ends, context),
        [Token::NotBefore, day @ ..] | [day @ .., Token::NotBefore | Token::Onward] => since(day, context),
        [Token::After, day @ ..] => end(day, context, |(_, last)| Some(Said::Open(last.tomorrow().ok()?))),
        [Token::Before, day @ ..] => end(day, context, |(first, _)| {
            Some(Said::Stretch(today, first.yesterday().ok()?)).filter(|_| first > today)
        }),
        [Token::NotAfter | Token::To, day @ ..] | [day @ .., Token::NotAfter] => {
            end(day, context, |(_, last)| Some(Said::Stretch(today, last)).filter(|_| last >= today))
        }
        ends => between(ends, &[Token::To, Token::Dash], context),
    }
}

/// "from Monday to Friday", "del lunes al viernes"
fn from_to(ends: &[Token], context: &Context) -> Option<Result<Said, Misheard>> {
    between(ends, &[Token::To, Token::At, Token::Dash], context)
}

/// "from Thursday", "from Thursday on"
fn onward(tokens: &[Token], context: &Context) -> Option<Result<Said, Misheard>> {
    match tokens {
        [day @ .., Token::On | Token::Onward | Token::NotBefore] => since(day, context),
        day => since(day, context),
    }
}

fn since(day: &[Token], context: &Context) -> Option<Result<Said, Misheard>> {
    end(day, context, |(first, _)| Some(Said::Open(first)))
}

fn end(
    day: &[Token],
    context: &Context,
    range: impl Fn((Date, Date)) -> Option<Said>,
) -> Option<Result<Said, Misheard>> {
    match dates::one(day, context)? {
        Ok(day) => range(span(&day)?).map(Ok),
        Err(misheard) => Some(Err(misheard)),
    }
}

/// Two days, one of these tokens between them; what both share may be said once: "June 3 to 5".
fn between(tokens: &[Token], separators: &[Token], context: &Context) -> Option<Result<Said, Misheard>> {
    let middle = tokens.iter().position(|token| separators.contains(token))?;
    let (first, last) = match alternatives::around(tokens, middle, context)? {
        (Ok(first), Ok(last)) => (span(&first)?.0, span(&last)?.1),
        (Err(misheard), _) | (_, Err(misheard)) => return Some(Err(misheard)),
    };
    let last = match &tokens[middle + 1..] {
        // "Friday to Monday" ends on the Monday after.
        [Token::Weekday(weekday)] if last < first => calendar::coming(first, *weekday)?,
        _ => last,
    };
    (first <= last).then_some(Ok(Said::Stretch(first, last)))
}

fn span(day: &Day) -> Option<(Date, Date)> {
    match day {
        Day::Dates(dates) => Some((*dates.first()?, *dates.last()?)),
        Day::Between { first, last } => Some((*first, (*last)?)),
    }
}
