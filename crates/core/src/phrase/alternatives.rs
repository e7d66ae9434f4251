//! Two days in one breath: "Monday or Tuesday", "the 10th or 11th of June".

use super::tokens::Token;
use super::{Context, Day, Misheard, dates};

/// How many words two days share at most, before and after them.
const MOST_SHARED: usize = 3;

/// Both days as candidates, or `None` if the tokens are not two days.
pub(super) fn read(tokens: &[Token], context: &Context) -> Option<Result<Day, Misheard>> {
    let middle = tokens.iter().position(|token| *token == Token::Or)?;
    let (Ok(Day::Dates(first)), Ok(Day::Dates(second))) = around(tokens, middle, context)? else { return None };
    let mut dates = [first, second].concat();
    dates.sort_unstable();
    dates.dedup();
    Some(Ok(Day::Dates(dates)))
}

type Reading = Result<Day, Misheard>;

/// The days before and after the token in the middle. A weekday or a day of the month takes what
/// the other day has more: in "Monday or Tuesday next week" both are next week.
pub(super) fn around(tokens: &[Token], middle: usize, context: &Context) -> Option<(Reading, Reading)> {
    let (first, second) = (&tokens[..middle], &tokens[middle + 1..]);
    let most_head = if dates::is_open(second, context) { MOST_SHARED.min(first.len().saturating_sub(1)) } else { 0 };
    let most_tail = if dates::is_open(first, context) { MOST_SHARED.min(second.len().saturating_sub(1)) } else { 0 };
    let mut shares = (0..=most_head).rev().flat_map(|head| (0..=most_tail).rev().map(move |tail| (head, tail)));
    shares.find_map(|(head, tail)| {
        let first = [first, &second[second.len() - tail..]].concat();
        let second = [&tokens[..head], second].concat();
        let days = (dates::one(&first, context)?, dates::one(&second, context)?);
        (head + tail == 0 || days.0.is_ok() && days.1.is_ok()).then_some(days)
    })
}
