//! Numbers that take several words: "twenty first", "twenty twenty six".

use super::tokens::{Number, Token};

/// Years that figures alone are taken for.
const YEARS: std::ops::RangeInclusive<u16> = 1900..=2199;

/// Joins "twenty" and "six" to 26, "thirty" and "first" to the 31st, 10 and "th" to the 10th.
pub(super) fn join(tokens: &[Token]) -> Vec<Token> {
    let mut joined: Vec<Token> = Vec::with_capacity(tokens.len());
    for &token in tokens {
        let together = joined.last().and_then(|last| pair(*last, token));
        if together.is_some() {
            joined.pop();
        }
        joined.push(together.unwrap_or(token));
    }
    joined
}

fn pair(first: Token, second: Token) -> Option<Token> {
    match (first, second) {
        (Token::Number(number), Token::OrdinalMark) if !number.is_spelled() => Some(Token::Ordinal(number.value)),
        (Token::Number(tens), Token::Number(unit)) if is_tens(tens) && unit.is_spelled() && is_unit(unit.value) => {
            Some(Number::spelled(tens.value + unit.value))
        }
        (Token::Number(tens), Token::Ordinal(unit)) if is_tens(tens) && is_unit(unit) => {
            Some(Token::Ordinal(tens.value + unit))
        }
        _ => None,
    }
}

fn is_tens(number: Number) -> bool {
    number.is_spelled() && (20..100).contains(&number.value) && number.value.is_multiple_of(10)
}

fn is_unit(value: u16) -> bool {
    (1..10).contains(&value)
}

/// A year at the end of the tokens, and what stands before it.
pub(super) fn year_at_end(tokens: &[Token]) -> Option<(&[Token], u16)> {
    match tokens {
        [rest @ .., Token::Number(thousands), Token::Thousand, Token::And, Token::Number(years)]
        | [rest @ .., Token::Number(thousands), Token::Thousand, Token::Number(years)] => {
            let year = (thousands.value == 2 && (1..100).contains(&years.value)).then_some(2000 + years.value);
            year.map(|year| (rest, year))
        }
        [rest @ .., Token::Number(century), Token::Number(years)] if is_spoken_year(*century, *years) => {
            Some((rest, 2000 + years.value))
        }
        [rest @ .., Token::Number(year)] if year.digits == 4 && YEARS.contains(&year.value) => Some((rest, year.value)),
        _ => None,
    }
}

/// "twenty twenty six"
fn is_spoken_year(century: Number, years: Number) -> bool {
    century.is_spelled() && years.is_spelled() && century.value == 20 && (10..100).contains(&years.value)
}
