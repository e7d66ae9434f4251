//! Numbers of several tokens: "10th", "twenty twenty six".

use super::tokens::{Number, Token};

/// Years that figures alone are taken for.
const YEARS: std::ops::RangeInclusive<u16> = 1900..=2199;

/// Joins 10 and "th" to the 10th.
pub(super) fn join(tokens: &[Token]) -> Vec<Token> {
    let mut joined: Vec<Token> = Vec::with_capacity(tokens.len());
    for &token in tokens {
        match (joined.last(), token) {
            (Some(Token::Number(number)), Token::OrdinalMark) if !number.is_spelled() => {
                let ordinal = Token::Ordinal(number.value);
                joined.pop();
                joined.push(ordinal);
            }
            _ => joined.push(token),
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
