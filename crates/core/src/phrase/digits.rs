//! Numbers said digit by digit: "five one two, double five five".

use super::LONGEST;
use super::vocabulary::Vocabulary;
use super::words::folded;

/// The digits of a text that says nothing else, or `None`.
pub(super) fn read(text: &str, vocabulary: &Vocabulary) -> Option<String> {
    if text.len() > LONGEST || !text.chars().any(char::is_alphabetic) {
        return None;
    }
    let words = split(text)?;
    let words = &words[vocabulary.number_openings.longest(&words).map_or(0, |(length, ())| length)..];
    let (plus, words) = match words {
        [plus, rest @ ..] if plus == "+" || vocabulary.plus.longest(words).is_some() => ("+", rest),
        words => ("", words),
    };
    let digits = spoken(words, vocabulary)?;
    (!digits.is_empty()).then(|| format!("{plus}{digits}"))
}

/// The words of the text; each digit is one.
fn split(text: &str) -> Option<Vec<String>> {
    let mut words: Vec<String> = Vec::new();
    let mut open = false;
    for character in folded(text).chars() {
        let letter = character.is_alphabetic();
        match character {
            '\'' | '\u{2019}' => continue,
            _ if letter && open => words.last_mut()?.push(character),
            _ if letter || character.is_ascii_digit() || character == '+' => words.push(character.to_string()),
            '-' | '.' | ',' | '(' | ')' | '/' => {}
            _ if character.is_whitespace() => {}
            _ => return None,
        }
        open = letter;
    }
    Some(words)
}

/// The digits that the words say, or `None` if one of them is no number.
pub(super) fn spoken(words: &[String], vocabulary: &Vocabulary) -> Option<String> {
    let mut digits = String::new();
    let mut rest = words;
    while !rest.is_empty() {
        let (said, length) =
            separator(rest, vocabulary).or_else(|| repeated(rest, vocabulary)).or_else(|| number(rest, vocabulary))?;
        digits.push_str(&said);
        rest = &rest[length..];
    }
    Some(digits)
}

/// What the first words say, and how many they are.
type Said = Option<(String, usize)>;

fn separator(words: &[String], vocabulary: &Vocabulary) -> Said {
    vocabulary.number_separators.longest(words).map(|(length, ())| (String::new(), length))
}

/// "double five"
fn repeated(words: &[String], vocabulary: &Vocabulary) -> Said {
    let (before, times) = vocabulary.repeats.longest(words)?;
    let (digit, length) = number(&words[before..], vocabulary)?;
    (digit.len() == 1).then(|| (digit.repeat(*times), length + before))
}

/// "5", "five", "twenty three"
fn number(words: &[String], vocabulary: &Vocabulary) -> Said {
    let word = words.first()?;
    if word.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some((word.clone(), 1));
    }
    vocabulary.digits.longest(words).map(|(length, digits)| (digits.clone(), length))
}
