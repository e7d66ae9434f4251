//! A language: its words as tables, and the index that finds them.

use std::collections::HashMap;
use std::sync::LazyLock;

use jiff::civil::Weekday;

use super::spelling::Spelling;
use super::tokens::{Number, Part, Token};
use super::topics::Topic;
use super::words::{self, folded};
use super::{numbers, written};
use crate::language::Language;

/// No sentence about one appointment has more.
const MOST_TOKENS: usize = 24;

/// A language as tables. Phrases are in lower case, words one space apart; accents may stand or
/// not, as callers' words come with and without them.
pub(super) struct Table {
    pub phrases: &'static [Phrases],
    /// Monday first.
    pub weekdays: [&'static [&'static str]; 7],
    pub months: [&'static [&'static str]; 12],
    /// What makes one word with a weekday: "Montagnachmittag".
    pub weekday_parts: &'static [(&'static str, Part)],
    /// So many days are said for so many weeks: *quinze jours* are two.
    pub inclusive_weeks: &'static [(u16, u16)],
    pub spelling: Spelling,
    /// Whether "3.10." is a date.
    pub dates_end_in_dots: bool,
    /// "double five": the word and how often the next digit is said.
    pub repeats: &'static [(&'static str, usize)],
    /// Said for a digit only where digits are expected: the Portuguese *meia* for six.
    pub digits: &'static [(&'static str, u16)],
    pub plus: &'static [&'static str],
    /// What people say around a number they give, and what they say between its digits.
    pub number_openings: &'static [&'static str],
    pub number_separators: &'static [&'static str],
    /// What people say around an email address they give.
    pub email_openings: &'static [&'static str],
    pub email_closings: &'static [&'static str],
    /// "dot" and the character it stands for.
    pub email_signs: &'static [(&'static str, &'static str)],
    /// The words by which a question is recognized.
    pub topics: &'static [(Topic, &'static [&'static str])],
}

/// Words that mean the same, and what they mean.
pub(super) type Phrases = (&'static [&'static str], &'static [Token]);

/// A table with the index that is built from it once.
pub(super) struct Vocabulary {
    pub table: &'static Table,
    pub phrases: Index<Vec<Token>>,
    /// Numbers up to 99 and what else stands for digits, in figures.
    pub digits: Index<String>,
    pub plus: Index<()>,
    pub repeats: Index<usize>,
    pub number_openings: Index<()>,
    pub number_separators: Index<()>,
    pub email_openings: Index<()>,
    pub email_closings: Index<()>,
    pub email_signs: Index<&'static str>,
    pub topics: Index<Topic>,
}

static VOCABULARIES: LazyLock<[Vocabulary; 5]> = LazyLock::new(|| Language::ALL.map(Vocabulary::of));

impl Vocabulary {
    pub fn get(language: Language) -> &'static Self {
        &VOCABULARIES[language as usize]
    }

    fn of(language: Language) -> Self {
        let table = language.table();
        let nothing = |phrases: &'static [&'static str]| phrases.iter().map(|phrase| ((*phrase).to_owned(), ()));
        let about = |(topic, words): &(Topic, &'static [&'static str])| {
            let topic = *topic;
            words.iter().map(move |word| ((*word).to_owned(), topic))
        };
        let topics = table.topics.iter().flat_map(about);
        let signs = table.email_signs.iter().map(|(said, sign)| ((*said).to_owned(), *sign));
        Self {
            table,
            phrases: Index::of(table.numbers().chain(table.calendar()).chain(table.phrases())),
            digits: Index::of(table.digits().into_iter()),
            plus: Index::of(nothing(table.plus)),
            repeats: Index::of(table.repeats.iter().map(|(word, times)| ((*word).to_owned(), *times))),
            number_openings: Index::of(nothing(table.number_openings)),
            number_separators: Index::of(nothing(table.number_separators)),
            email_openings: Index::of(nothing(table.email_openings)),
            email_closings: Index::of(nothing(table.email_closings)),
            email_signs: Index::of(signs),
            topics: Index::of(topics),
        }
    }

    /// What the text says, or `None` when any of it is not understood.
    pub fn lex(&self, text: &str) -> Option<Vec<Token>> {
        let words = words::split(text, self.table.dates_end_in_dots)?;
        let mut rest = words.as_slice();
        let mut tokens = Vec::new();
        while let Some(word) = rest.first() {
            let length = match written::read(word) {
                Some(figures) => {
                    tokens.extend(figures);
                    1
                }
                None => {
                    let (length, meaning) = self.phrases.longest(rest)?;
                    tokens.extend_from_slice(meaning);
                    length
                }
            };
            rest = &rest[length..];
        }
        let tokens = numbers::join(&tokens, self.table.inclusive_weeks);
        (tokens.len() <= MOST_TOKENS).then_some(tokens)
    }
}

/// A phrase and its meaning.
type Entry = (String, Vec<Token>);

impl Table {
    fn numbers(&self) -> impl Iterator<Item = Entry> {
        let numbers = self.spelling.numbers().into_iter().map(|(words, value)| (words, vec![Number::spelled(value)]));
        numbers.chain(self.spelling.ordinals().into_iter().map(|(words, value)| (words, vec![Token::Ordinal(value)])))
    }

    fn digits(&self) -> Vec<(String, String)> {
        let others = self.digits.iter().map(|(word, value)| ((*word).to_owned(), *value));
        let numbers: Vec<(String, u16)> = self.spelling.up_to_99().into_iter().chain(others).collect();
        let units = || numbers.iter().filter(|(_, value)| *value < 10);
        // "doppelfünf"
        let repeated = self.repeats.iter().flat_map(|(repeat, times)| {
            units().map(move |(word, value)| (format!("{repeat}{word}"), value.to_string().repeat(*times)))
        });
        let repeated: Vec<(String, String)> = repeated.collect();
        numbers.into_iter().map(|(words, value)| (words, value.to_string())).chain(repeated).collect()
    }

    /// The weekdays, alone and with a part of the day, and the months.
    fn calendar(&self) -> impl Iterator<Item = Entry> {
        let mut entries = Vec::new();
        for (weekday, names) in Weekday::Monday.cycle_forward().zip(self.weekdays) {
            for name in names {
                entries.push(((*name).to_owned(), vec![Token::Weekday(weekday)]));
                for (part, meaning) in self.weekday_parts {
                    let tokens = vec![Token::Weekday(weekday), Token::Part(*meaning)];
                    entries.push((format!("{name}{part}"), tokens.clone()));
                    entries.push((format!("{name} {part}"), tokens));
                }
            }
        }
        for (month, names) in (1..).zip(self.months) {
            entries.extend(names.iter().map(|name| ((*name).to_owned(), vec![Token::Month(month)])));
        }
        entries.into_iter()
    }

    fn phrases(&self) -> impl Iterator<Item = Entry> {
        let entries =
            |(phrases, tokens): &Phrases| phrases.iter().map(|phrase| ((*phrase).to_owned(), tokens.to_vec()));
        self.phrases.iter().flat_map(entries)
    }
}

impl Language {
    const fn table(self) -> &'static Table {
        match self {
            Self::En => &super::en::ENGLISH,
            Self::Es => &super::es::SPANISH,
            Self::Fr => &super::fr::FRENCH,
            Self::De => &super::de::GERMAN,
            Self::Pt => &super::pt::PORTUGUESE,
        }
    }
}

/// Phrases by their first word.
pub(super) struct Index<T> {
    /// The words after the first and the meaning, longest first.
    by_word: HashMap<String, Vec<(Vec<String>, T)>>,
}

impl<T: Clone> Index<T> {
    /// Of two meanings of one phrase the last stands.
    fn of(phrases: impl Iterator<Item = (String, T)>) -> Self {
        let mut by_word: HashMap<String, Vec<(Vec<String>, T)>> = HashMap::new();
        for (phrase, meaning) in phrases {
            for spelling in spellings(&phrase) {
                let mut words = spelling.split(' ').map(str::to_owned);
                let first = words.next().unwrap_or_default();
                let phrases = by_word.entry(first).or_default();
                let rest: Vec<String> = words.collect();
                phrases.retain(|(known, _)| *known != rest);
                phrases.push((rest, meaning.clone()));
            }
        }
        by_word.values_mut().for_each(|phrases| phrases.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len())));
        Self { by_word }
    }
}

impl<T> Index<T> {
    /// The longest phrase that `words` begin with: how many words, and their meaning.
    pub fn longest(&self, words: &[String]) -> Option<(usize, &T)> {
        let (first, rest) = words.split_first()?;
        let (phrase, meaning) = self.by_word.get(first)?.iter().find(|(phrase, _)| rest.starts_with(phrase))?;
        Some((phrase.len() + 1, meaning))
    }
}

/// The phrase without accents and, where it has umlauts, as they are written without the dots.
fn spellings(phrase: &str) -> Vec<String> {
    let written_out = phrase.replace('ä', "ae").replace('ö', "oe").replace('ü', "ue");
    let mut spellings = vec![folded(phrase), folded(&written_out)];
    spellings.dedup();
    spellings
}
