use std::fmt;

use serde::Serialize;

/// A name as it was given, white space aside; never a placeholder such as "Guest".
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct PersonName(String);

const LONGEST_NAME: usize = 200;

/// What models and platforms send when they know no name.
const PLACEHOLDERS: [&str; 16] = [
    "anonymous",
    "caller",
    "client",
    "customer",
    "guest",
    "n/a",
    "name",
    "new patient",
    "no name",
    "none",
    "not provided",
    "null",
    "patient",
    "undefined",
    "unknown",
    "unknown caller",
];

impl PersonName {
    /// Reads a name; `None` when there is none in it. Title case is given only to a name whose
    /// words are each all lower or all upper case: who mixes them means it ("van der Berg").
    pub fn parse(text: &str) -> Option<Self> {
        let text = collapse(text);
        let name = if words_have_one_case(&text) { title_case(&text) } else { text };
        let named = name.chars().any(char::is_alphabetic) && name.chars().count() <= LONGEST_NAME;
        (named && !is_placeholder(&name)).then_some(Self(name))
    }

    /// A name that was parsed before it was stored.
    pub const fn from_stored(name: String) -> Self {
        Self(name)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether both are the same name, whatever their case.
    pub fn matches(&self, other: &Self) -> bool {
        self.0.to_lowercase() == other.0.to_lowercase()
    }
}

impl fmt::Debug for PersonName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PersonName(***)")
    }
}

fn collapse(text: &str) -> String {
    let visible: String = text.chars().filter(|c| c.is_whitespace() || !c.is_control()).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_placeholder(name: &str) -> bool {
    let name = name.to_lowercase();
    PLACEHOLDERS.contains(&name.trim_matches(|c: char| !c.is_alphabetic()))
}

fn words_have_one_case(text: &str) -> bool {
    text.split(' ').all(|word| !word.contains(char::is_lowercase) || !word.contains(char::is_uppercase))
}

/// Every letter that begins a word or follows a hyphen, an apostrophe or a dot is upper case.
fn title_case(text: &str) -> String {
    let mut begins = true;
    let mut titled = String::with_capacity(text.len());
    for letter in text.chars() {
        let case = if begins { one(letter.to_uppercase()) } else { one(letter.to_lowercase()) };
        titled.push(case.unwrap_or(letter));
        begins = matches!(letter, ' ' | '-' | '\'' | '\u{2019}' | '.');
    }
    titled
}

/// Letters that become several ("ß") are left alone: "SS" would read as a word in upper case.
fn one(mut letters: impl ExactSizeIterator<Item = char>) -> Option<char> {
    letters.next().filter(|_| letters.len() == 0)
}
