//! Several days in a row: "this week", "the end of next month", "the next three days".

use jiff::civil::Date;

use super::tokens::{Third, Token, Unit};
use super::{Context, calendar, numbers};

/// The first and the last date, or `None` if the tokens are not about a stretch.
pub(super) fn read(tokens: &[Token], context: &Context) -> Option<(Date, Date)> {
    let today = context.now.date();
    match tokens {
        [Token::In | Token::On | Token::At | Token::Of, tokens @ ..] => read(tokens, context),
        [Token::Third(third), tokens @ ..] => part_of(*third, tokens, context),
        [Token::Next, count, Token::Next | Token::Coming, Token::Unit(unit)]
        | [Token::Next | Token::Coming, count, Token::Unit(unit)]
        | [count, Token::Next | Token::Coming, Token::Unit(unit)] => ahead(*count, *unit, today),
        [Token::Unit(Unit::Weekend)] => this(Unit::Weekend, today),
        _ => unit(tokens, today).map(|(_, stretch)| stretch).or_else(|| month(tokens, today)),
    }
}

/// A stretch by the calendar.
fn unit(tokens: &[Token], today: Date) -> Option<(Unit, (Date, Date))> {
    let (unit, stretch) = match tokens {
        [Token::This, Token::Unit(unit)] => (unit, this(*unit, today)?),
        [Token::Next | Token::Coming, Token::Unit(unit)] | [Token::Unit(unit), Token::Next | Token::Coming] => {
            (unit, ahead_of(*unit, 1, today)?)
        }
        [Token::NextButOne, Token::Unit(unit)] => (unit, ahead_of(*unit, 2, today)?),
        _ => return None,
    };
    Some((*unit, stretch))
}

fn this(unit: Unit, today: Date) -> Option<(Date, Date)> {
    ahead_of(unit, 0, today)
}

/// The calendar's week or month so many after this one. "Next weekend" is not here: it may be
/// either of two.
fn ahead_of(unit: Unit, count: i32, today: Date) -> Option<(Date, Date)> {
    let (monday, sunday) = calendar::week(calendar::days_after(today, 7 * count)?)?;
    match unit {
        Unit::Week => Some((monday, sunday)),
        Unit::Weekend if count == 0 => Some((calendar::days_after(monday, 5)?, sunday)),
        Unit::Month => Some(calendar::month(calendar::months_after(today.first_of_month(), count)?)),
        Unit::Day | Unit::InclusiveWeek | Unit::Fortnight | Unit::Weekend => None,
    }
}

/// "The next three days": today is the first that can still be had.
fn ahead(count: Token, unit: Unit, today: Date) -> Option<(Date, Date)> {
    let count = numbers::count(count).filter(|count| *count > 0)?;
    let last = match unit {
        Unit::Day => calendar::days_after(today, count)?,
        Unit::Week | Unit::InclusiveWeek => calendar::days_after(today, count * 7)?,
        Unit::Fortnight => calendar::days_after(today, count * 14)?,
        Unit::Month => calendar::months_after(today, count)?,
        Unit::Weekend => return None,
    };
    Some((today, last))
}

/// "June", "June 2027"
fn month(tokens: &[Token], today: Date) -> Option<(Date, Date)> {
    let (tokens, year) = match numbers::year_at_end(tokens) {
        Some((tokens, year)) => (tokens, Some(year)),
        None => (tokens, None),
    };
    let [Token::Month(month)] = tokens else { return None };
    let this_or_next = if *month < today.month() { today.year().checked_add(1)? } else { today.year() };
    let year = year.map_or(Some(this_or_next), |year| i16::try_from(year).ok())?;
    Date::new(year, *month, 1).ok().map(calendar::month)
}

/// "The end of next week", "mid March", "early in the month".
fn part_of(third: Third, tokens: &[Token], context: &Context) -> Option<(Date, Date)> {
    let today = context.now.date();
    match tokens {
        [Token::In | Token::Of, tokens @ ..] => part_of(third, tokens, context),
        [Token::Unit(unit @ (Unit::Week | Unit::Month))] => {
            let this = third.of(*unit, this(*unit, today)?)?;
            // The beginning of the month that has gone by is not meant.
            if this.1 < today { third.of(*unit, ahead_of(*unit, 1, today)?) } else { Some(this) }
        }
        _ => match unit(tokens, today) {
            Some((unit, stretch)) => third.of(unit, stretch),
            None => third.of(Unit::Month, month(tokens, today)?),
        },
    }
}

impl Third {
    /// Monday and Tuesday, Tuesday to Thursday, Thursday to Sunday; the 1st to the 10th, the 11th
    /// to the 20th, the 21st to the last.
    fn of(self, unit: Unit, (first, last): (Date, Date)) -> Option<(Date, Date)> {
        let (from, until) = match (self, unit) {
            (Self::First, Unit::Week) => (0, 1),
            (Self::Middle, Unit::Week) => (1, 3),
            (Self::First, Unit::Month) => (0, 9),
            (Self::Middle, Unit::Month) => (10, 19),
            (Self::Last, Unit::Week) => return Some((calendar::days_after(first, 3)?, last)),
            (Self::Last, Unit::Month) => return Some((calendar::days_after(first, 20)?, last)),
            (_, _) => return None,
        };
        Some((calendar::days_after(first, from)?, calendar::days_after(first, until)?))
    }
}
