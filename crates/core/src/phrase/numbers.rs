//! Numbers of several tokens: "10th", "twenty twenty six".

use super::tokens::{Number, Token, Unit};

/// Years that figures alone are taken for.
const YEARS: std::ops::RangeInclusive<u16> = 1900..=2199;

/// Joins 10 and "th" to the 10th; fifteen and "days" to two weeks where that is what is meant.
pub(super) fn join(tokens: &[Token], inclusive_weeks: &[(u16, u16)]) -> Vec<Token> {
    let mut joined: Vec<Token> = Vec::with_capacity(tokens.len() + 1);
    for &token in tokens {
        let together = joined.last().and_then(|last| pair(*last, token, inclusive_weeks));
        if together.is_some() || joined.last() == Some(&Token::DayMark) {
            joined.pop();
        }
        joined.extend(together.unwrap_or([Some(token), None]).into_iter().flatten());
    }
    joined.retain(|token| *token != Token::DayMark);
    joined
}

fn pair(first: Token, second: Token, inclusive_weeks: &[(u16, u16)]) -> Option<[Option<Token>; 2]> {
    match (first, second) {
        (Token::Number(number), Token::OrdinalMark) if !number.is_spelled() => {
            Some([Some(Token::Ordinal(number.value)), None])
        }
        (Token::DayMark, Token::Number(number)) if number.digits <= 2 && number.value < 100 => {
            Some([Some(Token::Ordinal(number.value)), None])
        }
        (Token::Number(number), Token::Unit(Unit::Day)) => {
            let (_, weeks) = inclusive_weeks.iter().find(|(days, _)| *days == number.value)?;
            Some([Some(Number::spelled(*weeks)), Some(Token::Unit(Unit::InclusiveWeek))])
        }
        _ => None,
    }
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
