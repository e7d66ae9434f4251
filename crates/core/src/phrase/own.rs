//! Times counted from the caller's own appointment: "same time next week", "an hour later".

use jiff::civil::{Date, DateTime};

use super::times::{self, Hours};
use super::tokens::{Token, Unit};
use super::{Clock, Context, Day, Misheard, When, calendar, numbers};

/// "An hour later", "a week later", "a week later at three"; `None` if the tokens say no such
/// thing or there is nothing to count from.
pub(super) fn read(tokens: &[Token], context: &Context) -> Option<Result<When, Misheard>> {
    let at = tokens.iter().position(|token| matches!(token, Token::Later | Token::Earlier))?;
    let sign = if tokens[at] == Token::Later { 1 } else { -1 };
    let moved = moved(context.appointment?, &tokens[..at], sign)?;
    let clock = match &tokens[at + 1..] {
        [] | [Token::SameTime] => Ok(Some(Clock::At(vec![moved.time()]))),
        hours => times::read(hours)?.map(Hours::clock),
    };
    Some(clock.map(|clock| When { day: Some(Day::Dates(vec![moved.date()])), clock, ..When::default() }))
}

fn moved(from: DateTime, length: &[Token], sign: i32) -> Option<DateTime> {
    let minutes = match length {
        [Token::Half, Token::A, Token::Hours] | [Token::A, Token::Half, Token::Hours] | [Token::Half, Token::Hours] => {
            30
        }
        [Token::Quarter, Token::Of, Token::A, Token::Hours] => 15,
        [count, Token::Hours] => numbers::count(*count)? * 60,
        [count, Token::Minutes] => numbers::count(*count)?,
        [count, Token::Unit(unit)] => return days(from, *unit, numbers::count(*count)? * sign),
        _ => return None,
    };
    from.checked_add(jiff::Span::new().try_minutes(minutes * sign).ok()?).ok()
}

fn days(from: DateTime, unit: Unit, count: i32) -> Option<DateTime> {
    let date = match unit {
        Unit::Day => calendar::days_after(from.date(), count)?,
        Unit::Week => calendar::days_after(from.date(), count * 7)?,
        Unit::Fortnight => calendar::days_after(from.date(), count * 14)?,
        Unit::Month => calendar::months_after(from.date(), count)?,
        Unit::InclusiveWeek | Unit::Weekend => return None,
    };
    Some(date.to_datetime(from.time()))
}

/// The day of "same time next week": the same weekday, in the coming week or a week after the
/// appointment, whichever is meant.
pub(super) fn same_weekday(tokens: &[Token], day: Day, context: &Context) -> Day {
    let (Some(appointment), Day::Between { first, .. }) = (context.appointment, &day) else { return day };
    let mut dates: Vec<Date> = match tokens {
        [Token::Next | Token::Coming, Token::Unit(Unit::Week)]
        | [Token::Unit(Unit::Week), Token::Next | Token::Coming] => {
            let a_week_later = calendar::days_after(appointment.date(), 7);
            calendar::coming(*first, appointment.weekday()).into_iter().chain(a_week_later).collect()
        }
        [Token::This, Token::Unit(Unit::Week)] => calendar::coming(*first, appointment.weekday()).into_iter().collect(),
        _ => return day,
    };
    dates.retain(|date| *date != appointment.date());
    dates.sort_unstable();
    dates.dedup();
    if dates.is_empty() { day } else { Day::Dates(dates) }
}
