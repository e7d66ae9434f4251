//! Numbers of several tokens: "10th", "twenty twenty six".

use super::tokens::{Number, Token, Unit};

/// Years that figures alone are taken for.
const YEARS: std::ops::RangeInclusive<u16> = 1900..=2199;

/// Joins 10 and "th" to the 10th; "le" and 10, too; fifteen and "days" to two weeks where that is
/// what is meant.
pub(super) fn join(tokens: &[Token], inclusive_weeks: &[(u16, u16)]) -> Vec<Token> {
    let marked = in_pairs(tokens, |first, second| match (first, second) {
        (Token::Number(number), Token::OrdinalMark) if !number.is_spelled() => Some(vec![Token::Ordinal(number.value)]),
        (Token::Number(days), Token::Unit(Unit::Day)) => {
            let (_, weeks) = inclusive_weeks.iter().find(|(inclusive, _)| *inclusive == days.value)?;
            Some(vec![Number::spelled(*weeks), Token::Unit(Unit::InclusiveWeek)])
        }
        _ => None,
    });
    let mut joined = in_pairs(&marked, |first, second| match (first, second) {
        (Token::DayMark | Token::Day, Token::Number(day)) if day.digits <= 2 && day.value < 100 => {
            Some(vec![Token::Ordinal(day.value)])
        }
        (Token::DayMark, other) => Some(vec![other]),
        _ => None,
    });
    for token in &mut joined {
        if *token == Token::Day {
            *token = Token::Unit(Unit::Day);
        }
    }
    joined
}

fn in_pairs(tokens: &[Token], pair: impl Fn(Token, Token) -> Option<Vec<Token>>) -> Vec<Token> {
    let mut joined: Vec<Token> = Vec::with_capacity(tokens.len());
    for &token in tokens {
        match joined.last().and_then(|last| pair(*last, token)) {
            Some(together) => {
                joined.pop();
                joined.extend(together);
            }
            None => joined.push(token),
        }
    }
    joined
}

/// "Three", "a"
pub(super) fn count(token: Token) -> Option<i32> {
    match token {
        Token::A => Some(1),
        Token::Number(number) => Some(i32::from(number.value)),
        _ => None,
    }
}

/// A year at the end of the tokens, and what stands before it.
pub(super) fn year_at_end(tokens: &[Token]) -> Option<(&[Token], u16)> {
    match tokens {
        [rest @ .., Token::Number(century), Token::Number(years)] if is_spoken_year(*century, *years) => {
            Some((rest, 2000 + years.value))
        }
        [rest @ .., Token::Of, Token::Number(year)] | [rest @ .., Token::Number(year)] if is_year(*year) => {
            Some((rest, year.value))
        }
        _ => None,
    }
}

/// "2026", "two thousand twenty six"
fn is_year(number: Number) -> bool {
    (number.digits == 4 || number.is_spelled()) && YEARS.contains(&number.value)
}

/// "twenty twenty six"
fn is_spoken_year(century: Number, years: Number) -> bool {
    century.is_spelled() && years.is_spelled() && century.value == 20 && (10..100).contains(&years.value)
}
