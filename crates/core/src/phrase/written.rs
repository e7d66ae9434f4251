//! What is written in figures: 10, 10:30, 3.30, 6/3/2026, 20260603.

use super::tokens::{Digital, Number, Numeric, Token};

/// The tokens of one word of figures, or `None` for any other word and shape.
pub(super) fn read(word: &str) -> Option<Vec<Token>> {
    match word.split_once('-') {
        Some(("", "")) => Some(vec![Token::Dash]),
        // "10-12", "14:00-16:00"
        Some((from, until)) if !until.contains('-') => Some(vec![single(from)?, Token::Dash, single(until)?]),
        _ => Some(vec![single(word)?]),
    }
}

fn single(word: &str) -> Option<Token> {
    let marks: String = word.chars().filter(|character| !character.is_ascii_digit()).collect();
    let parts: Vec<&str> = word.split(|character: char| !character.is_ascii_digit()).collect();
    match (marks.as_str(), parts.as_slice()) {
        ("", &[digits]) if digits.len() == 8 => compact_date(digits),
        ("", &[digits]) => number(digits),
        (":", &[hour, minute]) => clock(hour, minute, "00", false),
        ("::", &[hour, minute, second]) => clock(hour, minute, second, false),
        (".", &[hour, minute]) => clock(hour, minute, "00", true),
        ("/", &[first, second]) => by_order(first, second, None),
        ("//" | "--" | "..", &[year, month, day]) if year.len() == 4 => year_first(year, month, day),
        ("//" | "--", &[first, second, year]) => by_order(first, second, Some(year)),
        ("..", &[day, month, ""]) => day_first(day, month, None),
        ("..", &[day, month, year]) => day_first(day, month, Some(full_year(year)?)),
        _ => None,
    }
}

fn number(digits: &str) -> Option<Token> {
    let value = value(digits, 4)?;
    Some(Token::Number(Number { value, digits: digits.len() }))
}

fn clock(hour: &str, minute: &str, second: &str, dotted: bool) -> Option<Token> {
    if minute.len() != 2 || second.len() != 2 {
        return None;
    }
    let padded = hour.len() == 2 && hour.starts_with('0');
    let (hour, minute, second) = (value(hour, 2)?, value(minute, 2)?, value(second, 2)?);
    Some(Token::Clock(Digital { hour, minute, second, padded, dotted }))
}

fn compact_date(digits: &str) -> Option<Token> {
    year_first(&digits[..4], &digits[4..6], &digits[6..])
}

fn year_first(year: &str, month: &str, day: &str) -> Option<Token> {
    let (year, month, day) = (value(year, 4)?, value(month, 2)?, value(day, 2)?);
    Some(Token::Numeric(Numeric::YearFirst { year, month, day }))
}

fn by_order(first: &str, second: &str, year: Option<&str>) -> Option<Token> {
    let year = match year {
        Some(digits) => Some(full_year(digits)?),
        None => None,
    };
    let (first, second) = (value(first, 2)?, value(second, 2)?);
    Some(Token::Numeric(Numeric::ByOrder { first, second, year }))
}

fn day_first(day: &str, month: &str, year: Option<u16>) -> Option<Token> {
    let (day, month) = (value(day, 2)?, value(month, 2)?);
    Some(Token::Numeric(Numeric::DayFirst { day, month, year }))
}

/// Appointments lie in this century: 26 is 2026.
fn full_year(digits: &str) -> Option<u16> {
    match digits.len() {
        2 => Some(2000 + value(digits, 2)?),
        4 => value(digits, 4),
        _ => None,
    }
}

fn value(digits: &str, longest: usize) -> Option<u16> {
    if digits.len() > longest { None } else { digits.parse().ok() }
}
