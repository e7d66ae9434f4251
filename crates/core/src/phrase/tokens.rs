//! From text to tokens: what each word means, whatever the language.

use jiff::civil::Weekday;

use super::{numbers, words, written};

/// No sentence about one appointment has more.
const MOST_TOKENS: usize = 24;

/// The meaning of a word or a fixed phrase. The grammars know tokens only; a language is a table
/// from its phrases to them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token {
    Number(Number),
    Ordinal(u16),
    /// What makes the number before it an ordinal: the "th" of "10th".
    OrdinalMark,
    Month(i8),
    Weekday(Weekday),
    Numeric(Numeric),
    Clock(Digital),
    /// Today is 0, tomorrow 1.
    DaysAhead(i32),
    Unit(Unit),
    Part(Part),
    Half,
    Quarter,
    Past,
    To,
    Minutes,
    OClock,
    /// The "h" of "15h30".
    HourMark,
    Noon,
    Midnight,
    Am,
    Pm,
    /// The article where it counts: "a week".
    A,
    Next,
    This,
    Coming,
    On,
    At,
    In,
    Of,
    For,
    From,
    After,
    Before,
    Between,
    And,
    Around,
    Dash,
    /// The zero of "two oh five".
    Oh,
    Thousand,
    AnyTime,
}

/// A whole number, spelled (`digits` is 0) or written with so many digits: "05" is not "5".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number {
    pub value: u16,
    pub digits: usize,
}

impl Number {
    pub const fn spelled(value: u16) -> Token {
        Token::Number(Self { value, digits: 0 })
    }

    pub const fn is_spelled(self) -> bool {
        self.digits == 0
    }
}

/// A date in figures, as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Numeric {
    YearFirst {
        year: u16,
        month: u16,
        day: u16,
    },
    /// 6/3/2026, where the country says which is the month.
    ByOrder {
        first: u16,
        second: u16,
        year: Option<u16>,
    },
    /// 3.6.2026
    DayFirst {
        day: u16,
        month: u16,
        year: u16,
    },
}

/// A time in figures, as it was written: 3:30, 15:00:00, 3.30.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Digital {
    pub hour: u16,
    pub minute: u16,
    pub second: u16,
    /// 03:30 with a leading zero: nobody on a 12-hour clock writes that for the afternoon.
    pub padded: bool,
    /// 3.10 may also be a date.
    pub dotted: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Day,
    Week,
    Fortnight,
    Weekend,
    Month,
}

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Morning,
    Lunchtime,
    Afternoon,
    Evening,
    Night,
}

/// A language as tables; phrases are in lower case without apostrophes, words one space apart.
pub(super) struct Language {
    pub phrases: &'static [(&'static str, &'static [Token])],
    /// "double five": the word and how often the next digit is said.
    pub repeats: &'static [(&'static str, usize)],
    /// What people say around a number they give, and what they say between its digits.
    pub number_openings: &'static [&'static str],
    pub number_separators: &'static [&'static str],
    /// What people say around an email address they give.
    pub email_openings: &'static [&'static str],
    pub email_closings: &'static [&'static str],
    /// "dot" and the character it stands for.
    pub email_signs: &'static [(&'static str, &'static str)],
}

impl Language {
    /// The longest phrase that `words` begin with: how many words, and their meaning.
    pub fn longest(&self, words: &[String]) -> Option<(usize, &'static [Token])> {
        let matching = self.phrases.iter().filter(|(phrase, _)| begins(words, phrase));
        matching.map(|(phrase, tokens)| (phrase.split(' ').count(), *tokens)).max_by_key(|(length, _)| *length)
    }

    /// The meaning of one word that has exactly one.
    pub fn word(&self, word: &str) -> Option<Token> {
        match self.phrases.iter().find(|(phrase, _)| *phrase == word) {
            Some((_, [token])) => Some(*token),
            _ => None,
        }
    }
}

/// Whether `words` begin with the words of `phrase`.
pub(super) fn begins(words: &[String], phrase: &str) -> bool {
    let mut heard = words.iter();
    phrase.split(' ').all(|word| heard.next().is_some_and(|heard| heard == word))
}

/// What the text says, or `None` when any of it is not understood.
pub(super) fn lex(text: &str, language: &Language) -> Option<Vec<Token>> {
    let words = words::split(text)?;
    let mut rest = words.as_slice();
    let mut tokens = Vec::new();
    while let Some(word) = rest.first() {
        let length = match written::read(word) {
            Some(figures) => {
                tokens.extend(figures);
                1
            }
            None => {
                let (length, meaning) = language.longest(rest)?;
                tokens.extend_from_slice(meaning);
                length
            }
        };
        rest = &rest[length..];
    }
    let tokens = numbers::join(&tokens);
    (tokens.len() <= MOST_TOKENS).then_some(tokens)
}
