//! How rules are said: one table per language, from words and fixed phrases to what they mean.
//! Phrases are in lower case, without apostrophes and hyphens, words one space apart.

mod english;
mod french;
mod german;
mod portuguese;
mod spanish;

pub(super) use self::english::ENGLISH;
use self::french::FRENCH;
use self::german::GERMAN;
use self::portuguese::PORTUGUESE;
use self::spanish::SPANISH;
use super::read::Token;
use crate::language::Language;

pub(super) struct Table(&'static [(&'static str, &'static [Token])]);

pub(super) const fn table(language: Language) -> &'static Table {
    match language {
        Language::En => &ENGLISH,
        Language::Es => &SPANISH,
        Language::Fr => &FRENCH,
        Language::De => &GERMAN,
        Language::Pt => &PORTUGUESE,
    }
}

impl Table {
    /// The longest phrase that `words` begin with: how many words, and their meaning.
    pub(super) fn longest(&self, words: &[String]) -> Option<(usize, &'static [Token])> {
        let length = |phrase: &str| phrase.split(' ').count();
        let begins = |phrase: &str| {
            let mut heard = words.iter();
            phrase.split(' ').all(|word| heard.next().is_some_and(|heard| heard == word))
        };
        let matching = self.0.iter().filter(|(phrase, _)| begins(phrase));
        matching.map(|(phrase, meaning)| (length(phrase), *meaning)).max_by_key(|(length, _)| *length)
    }
}
