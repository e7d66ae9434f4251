//! From text to words: letters apart from figures, punctuation that says nothing left out.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::LONGEST;

/// The words of a text, folded; figures keep the marks between them ("10:30", "6/3/2026"), and a
/// date the dot at its end where `dates_end_in_dots`. `None` for a text that is too long or holds
/// a character that is not understood.
pub(super) fn split(text: &str, dates_end_in_dots: bool) -> Option<Vec<String>> {
    if text.len() > LONGEST {
        return None;
    }
    let characters: Vec<char> = folded(text).chars().map(keyboard).collect();
    let mut words = Words { dates_end_in_dots, ..Words::default() };
    for (at, &character) in characters.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| characters.get(at)).copied();
        let after = characters.get(at + 1).copied();
        words.take(character, before, after)?;
    }
    Some(words.done)
}

/// In lower case and without accents, which speech recognition and models leave out at times.
pub(super) fn folded(text: &str) -> String {
    text.to_lowercase().replace('\u{df}', "ss").nfd().filter(|character| !is_combining_mark(*character)).collect()
}

/// The words of any text, folded.
pub(super) fn plain(text: &str) -> Vec<String> {
    let words = folded(text);
    words
        .split(|character: char| !character.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Typographic variants as the character on a keyboard.
fn keyboard(character: char) -> char {
    match character {
        '\u{2019}' | '\u{2018}' | '\u{2bc}' => '\'',
        '\u{2010}'..='\u{2015}' => '-',
        other => other,
    }
}

#[derive(Default)]
struct Words {
    done: Vec<String>,
    /// The kind of word that the next character may continue.
    open: Option<Kind>,
    dates_end_in_dots: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Letters,
    Figures,
}

impl Words {
    fn take(&mut self, character: char, before: Option<char>, after: Option<char>) -> Option<()> {
        let between_figures = is_figure(before) && is_figure(after);
        match character {
            '0'..='9' => self.extend(character, Kind::Figures),
            letter if letter.is_alphabetic() => self.extend(letter, Kind::Letters),
            '.' | ':' | '/' | '-' if between_figures => self.extend(character, Kind::Figures),
            // "a.m."
            '.' if is_letter(before) => {}
            '.' if is_figure(before) && self.ends_date() => self.extend(character, Kind::Figures),
            // "twenty-first"
            '-' if is_letter(before) && is_letter(after) => self.open = None,
            '-' => {
                self.done.push("-".to_owned());
                self.open = None;
            }
            '.' | ',' | ';' | '!' | '?' | '\'' | '(' | ')' | '"' | '\u{bf}' | '\u{a1}' => self.open = None,
            space if space.is_whitespace() => self.open = None,
            _ => return None,
        }
        Some(())
    }

    fn ends_date(&self) -> bool {
        self.dates_end_in_dots && self.done.last().is_some_and(|word| word.matches('.').count() == 1)
    }

    fn extend(&mut self, character: char, kind: Kind) {
        match self.done.last_mut() {
            Some(word) if self.open == Some(kind) => word.push(character),
            _ => self.done.push(character.to_string()),
        }
        self.open = Some(kind);
    }
}

fn is_figure(character: Option<char>) -> bool {
    character.is_some_and(|character| character.is_ascii_digit())
}

fn is_letter(character: Option<char>) -> bool {
    character.is_some_and(char::is_alphabetic)
}
