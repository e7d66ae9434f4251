//! From text to words: letters apart from figures, punctuation that says nothing left out.

use super::LONGEST;

/// The words of a text in lower case; figures keep the marks between them ("10:30", "6/3/2026").
/// `None` for a text that is too long or holds a character that is not understood.
pub(super) fn split(text: &str) -> Option<Vec<String>> {
    if text.len() > LONGEST {
        return None;
    }
    let characters: Vec<char> = text.to_lowercase().chars().map(plain).collect();
    let mut words = Words::default();
    for (at, &character) in characters.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| characters.get(at)).copied();
        let after = characters.get(at + 1).copied();
        words.take(character, before, after)?;
    }
    Some(words.done)
}

/// Typographic variants as the character on a keyboard.
fn plain(character: char) -> char {
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
            // "o'clock", "a.m."
            '\'' => {}
            '.' if is_letter(before) => {}
            // "twenty-first"
            '-' if is_letter(before) && is_letter(after) => self.open = None,
            '-' => {
                self.done.push("-".to_owned());
                self.open = None;
            }
            '.' | ',' | ';' | '!' | '?' | '(' | ')' | '"' => self.open = None,
            space if space.is_whitespace() => self.open = None,
            _ => return None,
        }
        Some(())
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
