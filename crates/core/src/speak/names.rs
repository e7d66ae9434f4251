//! Services and people as they are spoken: "a dental cleaning", "Doctor Lee".

use super::foreign::speakable;
use super::lists::Joined;
use super::texts::{Text, args};
use super::words::Words;

/// The most characters of one name that are spoken.
const LONGEST_NAME: usize = 60;

/// How many names are read out; nobody remembers more.
const MOST_NAMES: usize = 3;

/// What may follow a family name.
const SUFFIXES: [&str; 12] = ["dds", "dmd", "md", "m.d.", "d.d.s.", "do", "phd", "rn", "jr", "jr.", "sr", "sr."];
/// First words that leave no room for an article.
const DETERMINERS: [&str; 7] = ["a", "an", "the", "your", "my", "our", "any"];

/// "a dental cleaning", "an MRI scan", "highlights".
pub(super) fn service_with_article(words: &Words<'_>, name: &str) -> String {
    let name = service(words, name);
    let sound = article_sound(&name);
    words.with(Text::Service, &args!["sound" => sound, "name" => name])
}

/// "dental cleaning", "MRI scan".
pub(super) fn service(words: &Words<'_>, name: &str) -> String {
    let name = speakable(words, name, LONGEST_NAME);
    if words.texts.language.capitalizes_nouns() {
        return name;
    }
    name.split(' ').map(lower_unless_special).collect::<Vec<_>>().join(" ")
}

/// "Dental" is an ordinary word with a capital; "MRI" and "McKenzie" are not.
fn lower_unless_special(word: &str) -> String {
    let mut rest = word.chars().skip(1).filter(|c| c.is_alphabetic()).peekable();
    let ordinary = rest.peek().is_some() && rest.all(char::is_lowercase);
    if ordinary || word == "A" { word.to_lowercase() } else { word.to_owned() }
}

fn article_sound(name: &str) -> &'static str {
    let mut words = name.split(' ');
    let first = words.next().unwrap_or_default();
    if DETERMINERS.contains(&first.to_lowercase().as_str()) || is_plural(name) {
        return "none";
    }
    if begins_with_vowel_sound(first) { "vowel" } else { "consonant" }
}

fn is_plural(name: &str) -> bool {
    let last = name.rsplit(' ').next().unwrap_or_default();
    let singular = ["ss", "is", "us"].into_iter().any(|end| last.ends_with(end));
    last.len() > 3 && last.ends_with('s') && !singular
}

/// Whether English says "an" before the word: by its sound, so "an hour", "a urine test", "an MRI".
fn begins_with_vowel_sound(word: &str) -> bool {
    let spelled_out = word.split('-').next().unwrap_or_default();
    if spelled_out.chars().all(char::is_uppercase) || spelled_out.chars().count() == 1 {
        return spelled_out.starts_with(|c: char| "AEFHILMNORSXaefhilmnorsx8".contains(c));
    }
    let word = word.to_lowercase();
    let starts = |beginnings: &[&str]| beginnings.iter().any(|beginning| word.starts_with(beginning));
    if starts(&["eu", "ewe", "one", "once", "uni", "use", "usu", "uti", "uri", "uro", "ute", "unin", "ubi"]) {
        return starts(&["unin", "unim"]);
    }
    starts(&["a", "e", "i", "o", "u", "8", "11-", "18-", "hour", "honest", "honor", "honour", "heir"])
}

/// "Doctor Lee" for "Dr. Amara Lee"; names without such a title as they are.
pub(super) fn provider(words: &Words<'_>, name: &str) -> String {
    let name = speakable(words, name, LONGEST_NAME);
    let Some((title, names)) = name.split_once(' ').and_then(|(first, names)| Some((Title::parse(first)?, names)))
    else {
        return name;
    };
    let names = without_suffixes(names);
    let values = args![
        "title" => title.rank,
        "gender" => title.gender(words.own_language),
        "name" => family_name(names),
        "names" => names,
    ];
    words.with(Text::Titled, &values)
}

struct Title {
    rank: &'static str,
    /// "Dra." and "Professora" are women; "Dr." is a man only in a language that has both.
    is_woman: bool,
}

impl Title {
    fn parse(word: &str) -> Option<Self> {
        let (rank, is_woman) = match word.to_lowercase().trim_end_matches('.') {
            "dr" | "doctor" | "docteur" | "doktor" | "doutor" => ("doctor", false),
            "dra" | "drª" | "doctora" | "doctoresse" | "doktorin" | "doutora" | "docteure" | "dre" => ("doctor", true),
            "prof" | "pr" | "professor" | "profesor" | "professeur" => ("professor", false),
            "profa" | "profª" | "professora" | "profesora" | "professeure" | "professorin" => ("professor", true),
            _ => return None,
        };
        Some(Self { rank, is_woman })
    }

    const fn gender(&self, own_language: bool) -> &'static str {
        match (self.is_woman, own_language) {
            (true, _) => "woman",
            (false, true) => "man",
            (false, false) => "unknown",
        }
    }
}

/// "Amara Lee" of "Amara Lee, DDS".
fn without_suffixes(names: &str) -> &str {
    let mut names = names.split(',').next().unwrap_or_default().trim_end();
    while let Some((before, last)) = names.rsplit_once(' ')
        && SUFFIXES.contains(&last.to_lowercase().as_str())
    {
        names = before.trim_end();
    }
    names
}

/// The last name with the small words before it: "Lee", "van der Berg".
fn family_name(names: &str) -> &str {
    let mut start = names.rfind(' ').map_or(0, |space| space + 1);
    while let Some(before) = names[..start].strip_suffix(' ') {
        let word_start = before.rfind(' ').map_or(0, |space| space + 1);
        let word = &before[word_start..];
        // "van der", but not the "med." of "Dr. med."
        if !word.starts_with(char::is_lowercase) || word.ends_with('.') {
            break;
        }
        start = word_start;
    }
    &names[start..]
}

/// What a list of names is about.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    Appointment,
    Department,
    Person,
    Service,
    Topic,
}

/// The names to choose from, at most three, and whether there are others.
pub(super) fn choices(
    words: &Words<'_>,
    kind: Kind,
    names: &[String],
    spoken: impl Fn(&Words<'_>, &str) -> String,
    joined: Joined,
) -> String {
    let mut items: Vec<String> = names.iter().take(MOST_NAMES).map(|name| spoken(words, name)).collect();
    if names.len() > MOST_NAMES {
        items.push(others(words, kind));
    }
    words.list(&items, joined)
}

/// "others", as the last of a list.
pub(super) fn others(words: &Words<'_>, kind: Kind) -> String {
    let kind = match kind {
        Kind::Appointment => "appointment",
        Kind::Department => "department",
        Kind::Person => "person",
        Kind::Service => "service",
        Kind::Topic => "topic",
    };
    words.with(Text::Others, &args!["kind" => kind])
}
