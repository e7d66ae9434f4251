//! Which of several named things somebody means.

/// Said around a name without being part of it.
const FILLER: [&str; 24] = [
    "a",
    "an",
    "the",
    "for",
    "with",
    "to",
    "of",
    "and",
    "my",
    "some",
    "please",
    "appointment",
    "i",
    "id",
    "im",
    "me",
    "need",
    "want",
    "would",
    "like",
    "book",
    "get",
    "have",
    "see",
];
const TITLES: [&str; 9] = ["dr", "doctor", "prof", "professor", "mr", "mrs", "ms", "miss", "mx"];

/// What a thing can be called. The id is for programs: "lee" is one of two doctors of that name,
/// but a caller who says "Doctor Lee" can mean either.
pub(super) struct Called<'a> {
    pub id: &'a str,
    pub names: Vec<&'a str>,
}

/// What somebody said, as it came and in words.
struct Said<'a> {
    text: &'a str,
    words: Vec<String>,
}

/// From the surest to the least sure way of meaning a thing.
const WAYS: [fn(&Called<'_>, &Said<'_>) -> bool; 4] = [
    |thing, said| thing.id == said.text,
    |thing, said| thing.names.iter().any(|name| words(name) == said.words),
    |thing, said| thing.names.iter().any(|name| shares_all(&words(name), &said.words)),
    |thing, said| words(thing.id) == said.words,
];

/// The things meant by `said` in the surest way that finds any.
pub(super) fn meant<'a, T>(things: &'a [T], said: &str, called: impl Fn(&'a T) -> Called<'a>) -> Vec<&'a T> {
    let said = Said { text: said.trim(), words: words(said) };
    let mut found = WAYS.iter().map(|means| things.iter().filter(|thing| means(&called(thing), &said)).collect());
    found.find(|things: &Vec<&T>| !things.is_empty()).unwrap_or_default()
}

/// Whether the name is part of what was said, or everything said is part of the name.
fn shares_all(name: &[String], said: &[String]) -> bool {
    let within = |part: &[String], whole: &[String]| !part.is_empty() && part.iter().all(|word| whole.contains(word));
    within(name, said) || within(said, name)
}

/// The words that carry the name; all of them when none seems to.
fn words(text: &str) -> Vec<String> {
    let plain: String = text.chars().flat_map(char::to_lowercase).filter_map(plain).collect();
    let all = || plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let telling: Vec<String> =
        all().filter(|word| !FILLER.contains(word) && !TITLES.contains(word)).map(str::to_owned).collect();
    if telling.is_empty() { all().map(str::to_owned).collect() } else { telling }
}

/// A letter without its accent, because transcripts rarely have them; nothing for an apostrophe
/// or a combining mark, which would break its word in two.
fn plain(c: char) -> Option<char> {
    match c {
        '\'' | '\u{2019}' | '\u{300}'..='\u{36f}' => None,
        'à'..='å' => Some('a'),
        'ç' => Some('c'),
        'è'..='ë' => Some('e'),
        'ì'..='ï' => Some('i'),
        'ñ' => Some('n'),
        'ò'..='ö' | 'ø' => Some('o'),
        'ù'..='ü' => Some('u'),
        'ý' | 'ÿ' => Some('y'),
        other => Some(other),
    }
}
