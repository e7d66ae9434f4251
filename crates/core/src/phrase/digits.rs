//! Numbers said digit by digit: "five one two, double five five".

use super::en::ENGLISH;
use super::tokens::{self, Token};
use super::{LONGEST, numbers};

/// The digits of a text that says nothing else, or `None`.
pub(super) fn read(text: &str) -> Option<String> {
    if text.len() > LONGEST || !text.chars().any(char::is_alphabetic) {
        return None;
    }
    let words = split(text)?;
    let words = without_opening(&words);
    let (plus, words) = match words {
        [plus, rest @ ..] if plus == "+" || plus == "plus" => ("+", rest),
        words => ("", words),
    };
    let digits = spoken(words)?;
    (!digits.is_empty()).then(|| format!("{plus}{digits}"))
}

/// The words of the text; each digit is one.
fn split(text: &str) -> Option<Vec<String>> {
    let mut words: Vec<String> = Vec::new();
    let mut open = false;
    for character in text.to_lowercase().chars() {
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

fn without_opening(words: &[String]) -> &[String] {
    let openings = ENGLISH.number_openings.iter().filter(|opening| tokens::begins(words, opening));
    let longest = openings.map(|opening| opening.split(' ').count()).max().unwrap_or(0);
    &words[longest..]
}

/// The digits that the words say, or `None` if one of them is no number.
pub(super) fn spoken(words: &[String]) -> Option<String> {
    let separators = ENGLISH.number_separators;
    let mut digits = String::new();
    let mut said: Vec<Token> = Vec::new();
    let mut words = words.iter().filter(|word| !separators.contains(&word.as_str()));
    while let Some(word) = words.next() {
        match ENGLISH.repeats.iter().find(|(repeat, _)| repeat == word) {
            Some((_, times)) => {
                digits.push_str(&written(&std::mem::take(&mut said)));
                digits.push_str(&one_digit(words.next()?)?.repeat(*times));
            }
            None => said.push(number(word)?),
        }
    }
    digits.push_str(&written(&said));
    Some(digits)
}

fn one_digit(word: &str) -> Option<String> {
    let digit = written(&[number(word)?]);
    (digit.len() == 1).then_some(digit)
}

fn number(word: &str) -> Option<Token> {
    if word.len() == 1 && word.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(Token::Number(tokens::Number { value: word.parse().ok()?, digits: 1 }));
    }
    match ENGLISH.word(word)? {
        token @ (Token::Oh | Token::Number(_)) => Some(token),
        _ => None,
    }
}

/// "twenty three" as 23.
fn written(numbers: &[Token]) -> String {
    let figures = |token| match token {
        Token::Number(number) => Some(number.value.to_string()),
        Token::Oh => Some("0".to_owned()),
        _ => None,
    };
    numbers::join(numbers).into_iter().filter_map(figures).collect()
}
