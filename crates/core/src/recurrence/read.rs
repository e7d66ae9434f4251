//! Reading a rule from what a caller said: every word is understood, or nothing is.

use jiff::civil::Weekday;

use super::languages::{ENGLISH, Table, table};
use super::{Every, Unit};
use crate::language::Language;

/// Longer texts are not read at all. In bytes.
const LONGEST: usize = 200;

/// What was said about a rule; what was not said is `None`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Said {
    pub every: Option<Every>,
    pub count: Option<u16>,
    pub weekday: Option<Weekday>,
    /// "for six weeks"
    pub lasting: Option<Lasting>,
}

/// A stretch of so many units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lasting {
    count: u16,
    unit: Long,
}

/// Units that a stretch is given in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Long {
    Of(Unit),
    Year,
}

impl Lasting {
    /// How many visits fit into it, where the words leave no doubt: into six weeks three of every
    /// second week. Two months of weeks are eight or nine: asked.
    pub(super) fn visits(self, every: Every) -> Option<u16> {
        let length = match (self.unit, every.unit) {
            (Long::Of(Unit::Week), Unit::Day) => self.count.checked_mul(7)?,
            (Long::Of(unit), other) if unit == other => self.count,
            (Long::Year, Unit::Month) => self.count.checked_mul(12)?,
            (Long::Year, Unit::Week) if self.count == 1 => 52,
            _ => return None,
        };
        length.is_multiple_of(every.interval).then_some(length / every.interval)
    }
}

/// The meaning of a word or a fixed phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token {
    Every,
    Number(u16),
    /// "twenty", which a unit may follow.
    Tens(u16),
    /// "every second", "every other"
    Ordinal(u16),
    /// What makes the number before it an ordinal: the "nd" of "2nd".
    OrdinalMark,
    Long(Long),
    Weekday(Weekday),
    /// "weekly"
    Each(u16, Unit),
    Times,
    /// "for six weeks", "sechs Wochen lang"
    For,
    /// "six weeks in a row"
    Running,
    /// "one week out of two"
    OutOfTwo,
}

use Token::{Each, For, Long as Stretch, Number, Ordinal, OutOfTwo, Running, Times, Weekday as Day};

/// Reads a rule or a part of one: "every second Tuesday, six times", "weekly", "six times".
/// English is understood beside `language`, because models translate.
pub fn read(text: &str, language: Language) -> Option<Said> {
    in_any(text, language, |tokens| {
        let (mut said, mut rest) = (Said::default(), tokens);
        while !rest.is_empty() {
            let (part, length) = part(rest)?;
            said = said.and(part)?;
            rest = &rest[length..];
        }
        Some(said)
    })
}

/// The same where only how often was asked for: "two weeks" and "month" will do.
pub fn read_every(text: &str, language: Language) -> Option<Said> {
    let alone = |tokens: &[Token]| match tokens {
        [Stretch(Long::Of(unit))] => Said::every(1, *unit),
        [Number(count), Stretch(Long::Of(unit))] => Said::every(*count, *unit),
        _ => None,
    };
    in_any(text, language, alone).or_else(|| read(text, language))
}

/// The same where only how many times was asked for: "six" and "6" will do.
pub fn read_count(text: &str, language: Language) -> Option<Said> {
    let alone = |tokens: &[Token]| match tokens {
        [Number(count)] => Some(Said::count(*count)),
        _ => None,
    };
    in_any(text, language, alone).or_else(|| read(text, language))
}

fn in_any(text: &str, language: Language, read: impl Fn(&[Token]) -> Option<Said>) -> Option<Said> {
    [table(language), &ENGLISH].into_iter().find_map(|table| {
        let tokens = lex(text, table)?;
        if tokens.is_empty() { None } else { read(&tokens) }
    })
}

/// The statement that the tokens begin with, and how many they are.
fn part(tokens: &[Token]) -> Option<(Said, usize)> {
    Some(match tokens {
        [Token::Every, Number(n) | Ordinal(n), Stretch(Long::Of(unit)), ..] => (Said::every(*n, *unit)?, 3),
        [Token::Every, Ordinal(n), Day(day), ..] => (Said::weekday(*n, *day)?, 3),
        [Token::Every, Stretch(Long::Of(unit)), ..] => (Said::every(1, *unit)?, 2),
        [Token::Every, Day(day), ..] => (Said::weekday(1, *day)?, 2),
        [Each(n, unit), ..] => (Said::every(*n, *unit)?, 1),
        [Number(1), Stretch(Long::Of(unit)), OutOfTwo, ..] => (Said::every(2, *unit)?, 3),
        [Number(1), Day(day), OutOfTwo, ..] => (Said::weekday(2, *day)?, 3),
        [Number(n), Stretch(Long::Of(unit)), Running, ..] => (Said::every(1, *unit)?.and(Said::count(*n))?, 3),
        [Number(n), Day(day), Running, ..] => (Said::weekday(1, *day)?.and(Said::count(*n))?, 3),
        [Number(n), Day(day), ..] => (Said::weekday(1, *day)?.and(Said::count(*n))?, 2),
        [For, Number(n), Stretch(unit), ..] | [Number(n), Stretch(unit), For, ..] => (Said::lasting(*n, *unit), 3),
        [For, Number(n), Times, ..] => (Said::count(*n), 3),
        [Number(n), Times, ..] => (Said::count(*n), 2),
        _ => return None,
    })
}

impl Said {
    fn every(interval: u16, unit: Unit) -> Option<Self> {
        Some(Self { every: Some(Every::new(interval, unit)?), ..Self::default() })
    }

    fn weekday(interval: u16, day: Weekday) -> Option<Self> {
        Some(Self { weekday: Some(day), ..Self::every(interval, Unit::Week)? })
    }

    fn count(count: u16) -> Self {
        Self { count: Some(count), ..Self::default() }
    }

    fn lasting(count: u16, unit: Long) -> Self {
        Self { lasting: Some(Lasting { count, unit }), ..Self::default() }
    }

    /// Both statements together, unless they contradict each other.
    pub fn and(self, other: Self) -> Option<Self> {
        Some(Self {
            every: agreed(self.every, other.every)?,
            count: agreed(self.count, other.count)?,
            weekday: agreed(self.weekday, other.weekday)?,
            lasting: agreed(self.lasting, other.lasting)?,
        })
    }
}

fn agreed<T: PartialEq>(one: Option<T>, other: Option<T>) -> Option<Option<T>> {
    match (one, other) {
        (Some(one), Some(other)) => (one == other).then_some(Some(one)),
        (one, other) => Some(one.or(other)),
    }
}

fn lex(text: &str, table: &Table) -> Option<Vec<Token>> {
    let words = words(text)?;
    let mut rest = words.as_slice();
    let mut tokens = Vec::new();
    while let Some(word) = rest.first() {
        let length = match word.parse() {
            Ok(number) => {
                tokens.push(Number(number));
                1
            }
            Err(_) => {
                let (length, meaning) = table.longest(rest)?;
                tokens.extend_from_slice(meaning);
                length
            }
        };
        rest = &rest[length..];
    }
    Some(joined(&tokens))
}

/// "Twenty four" as one number, "2nd" as an ordinal.
fn joined(tokens: &[Token]) -> Vec<Token> {
    let mut joined = Vec::with_capacity(tokens.len());
    for token in tokens {
        match (joined.last(), token) {
            (Some(Token::Tens(tens)), Number(unit)) if *unit < 10 => {
                let number = Number(tens + unit);
                joined.pop();
                joined.push(number);
            }
            (Some(Number(number)), Token::OrdinalMark) => {
                let ordinal = Ordinal(*number);
                joined.pop();
                joined.push(ordinal);
            }
            _ => joined.push(*token),
        }
    }
    joined.into_iter().map(|token| if let Token::Tens(tens) = token { Number(tens) } else { token }).collect()
}

/// Letters and figures in lower case, apart from each other; "6x" is "6 x", "terça-feira" two words.
fn words(text: &str) -> Option<Vec<String>> {
    if text.len() > LONGEST {
        return None;
    }
    let mut words = String::with_capacity(text.len());
    let mut before = ' ';
    let text = text.to_lowercase();
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let negative = !before.is_alphanumeric() && characters.peek().is_some_and(char::is_ascii_digit);
        match character {
            '-' | '\u{2212}' if negative => return None,
            '\'' | '\u{2019}' => continue,
            letter if letter.is_alphanumeric() => {
                if before.is_ascii_digit() != letter.is_ascii_digit() {
                    words.push(' ');
                }
                words.push(letter);
            }
            '×' => words.push_str(" x "),
            _ => words.push(' '),
        }
        before = character;
    }
    Some(words.split_whitespace().map(str::to_owned).collect())
}
