//! Email addresses as people say them: "sam dot lee at example dot com", "S A M at gmail dot com".

use super::vocabulary::Vocabulary;
use super::words::folded;
use super::{LONGEST, digits};

/// In words: "quatre-vingt-dix-sept".
const LONGEST_NUMBER: usize = 4;

/// The address, or `None` if the text is not clearly one.
pub(super) fn read(text: &str, vocabulary: &Vocabulary) -> Option<String> {
    let text = text.trim().trim_end_matches(['.', ',', '!', '?']).to_lowercase();
    if text.len() > LONGEST {
        return None;
    }
    if text.contains('@') && !text.contains(char::is_whitespace) {
        return Some(text);
    }
    let words = split(&folded(&text).replace("e-mail", "email"))?;
    if words.windows(3).any(is_spelling) {
        return None;
    }
    let words = with_signs(&with_figures(frame(&words, vocabulary), vocabulary), vocabulary);
    let mut sides = words.split(|word| word == "@");
    let (name, domain) = (sides.next()?, sides.next()?);
    if sides.next().is_some() {
        return None;
    }
    Some(format!("{}@{}", dotted(name, |run| in_figures(run, vocabulary))?, dotted(domain, <[String]>::to_vec)?))
}

/// Runs of letters and digits, and each sign between them as a word.
fn split(text: &str) -> Option<Vec<String>> {
    let mut words: Vec<String> = Vec::new();
    let mut open = false;
    for character in text.chars() {
        let alphanumeric = character.is_alphanumeric();
        match character {
            '\'' | '\u{2019}' => continue,
            _ if alphanumeric && open => words.last_mut()?.push(character),
            _ if alphanumeric || is_sign(character) => words.push(character.to_string()),
            ',' => {}
            _ if character.is_whitespace() => {}
            _ => return None,
        }
        open = alphanumeric;
    }
    Some(words)
}

/// "S-A-M": the caller spells, or there are hyphens in the address.
fn is_spelling(words: &[String]) -> bool {
    matches!(words, [first, hyphen, second] if is_letter(first) && hyphen == "-" && is_letter(second))
}

fn is_sign(character: char) -> bool {
    matches!(character, '@' | '.' | '_' | '-' | '+')
}

/// Without what is said around an address.
fn frame<'a>(words: &'a [String], vocabulary: &Vocabulary) -> &'a [String] {
    let opening = vocabulary.email_openings.longest(words).map_or(0, |(length, ())| length);
    let words = &words[opening..];
    let closes = |start: &usize| vocabulary.email_closings.longest(&words[*start..]).map(|(length, ())| start + length);
    let end = (0..words.len()).find(|start| closes(start) == Some(words.len()));
    &words[..end.unwrap_or(words.len())]
}

/// In the name, numbers of several words as figures, with or without hyphens between them.
fn with_figures(mut words: &[String], vocabulary: &Vocabulary) -> Vec<String> {
    let mut whole = Vec::new();
    while let [word, rest @ ..] = words {
        if vocabulary.email_signs.longest(words).is_some_and(|(_, sign)| *sign == "@") {
            break;
        }
        let apart: Vec<String> = words.iter().filter(|word| *word != "-").take(LONGEST_NUMBER).cloned().collect();
        match vocabulary.digits.longest(&apart) {
            Some((length, figures)) if length > 1 && word != "-" => {
                let last = words.iter().enumerate().filter(|(_, word)| *word != "-").nth(length - 1);
                words = &words[last.map_or(0, |(at, _)| at) + 1..];
                whole.push(figures.clone());
            }
            _ => {
                whole.push(word.clone());
                words = rest;
            }
        }
    }
    whole.extend_from_slice(words);
    whole
}

/// "dot" as ".", "at" as "@".
fn with_signs(mut words: &[String], vocabulary: &Vocabulary) -> Vec<String> {
    let mut signs = Vec::new();
    while let [word, rest @ ..] = words {
        match vocabulary.email_signs.longest(words) {
            Some((length, sign)) => {
                signs.push((*sign).to_owned());
                words = &words[length..];
            }
            None => {
                signs.push(word.clone());
                words = rest;
            }
        }
    }
    signs
}

/// One side of the address: signs, and between them what makes one word each.
fn dotted(words: &[String], spelled: impl Fn(&[String]) -> Vec<String>) -> Option<String> {
    let is_sign = |word: &String| word.chars().all(is_sign);
    let runs = words.chunk_by(|first, second| !is_sign(first) && !is_sign(second));
    runs.map(|run| if run.iter().all(is_sign) { Some(run.concat()) } else { one_word(&spelled(run)) }).collect()
}

/// Letters one by one, then at most one word, then figures. Two words side by side are more than
/// an address: "yes it's sam at …".
fn one_word(parts: &[String]) -> Option<String> {
    let words: Vec<&String> = parts.iter().skip_while(|part| is_letter(part)).collect();
    let figures = match words.as_slice() {
        [word, figures @ ..] if !is_figures(word) => figures,
        figures => figures,
    };
    figures.iter().all(|part| is_figures(part)).then(|| parts.concat())
}

fn is_letter(part: &str) -> bool {
    part.chars().count() == 1 && part.chars().all(char::is_alphabetic)
}

fn is_figures(part: &str) -> bool {
    part.bytes().all(|byte| byte.is_ascii_digit())
}

/// Number words after the name as figures: "sam twenty three" is sam23. A letter stays one: the
/// "o" of "l e o" is no zero.
fn in_figures(run: &[String], vocabulary: &Vocabulary) -> Vec<String> {
    let figures = |words: &[String]| {
        if words.iter().any(|word| is_letter(word)) { None } else { digits::spoken(words, vocabulary) }
    };
    let numbers = (1..run.len()).find_map(|start| Some((start, figures(&run[start..])?)));
    match numbers {
        Some((start, figures)) => run[..start].iter().cloned().chain([figures]).collect(),
        None => run.to_vec(),
    }
}
