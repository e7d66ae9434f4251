//! What a typed body or query lacks, as the member it is about and words that repeat nothing of
//! what was sent.

use std::fmt::Display;

use crate::http::problem::ProblemDocument;

/// The problem that serde met at `path`. Its own words quote values, so that only what was
/// expected is kept of them.
pub fn problem(path: &str, error: &impl Display) -> ProblemDocument {
    let message = error.to_string();
    if let Some(name) = quoted_after(&message, "missing field ") {
        return ProblemDocument::of_field(joined(path, name), "is missing");
    }
    if let Some(name) = quoted_after(&message, "duplicate field ") {
        return ProblemDocument::of_field(joined(path, name), "is there more than once");
    }
    if message.starts_with("unknown field ") {
        return ProblemDocument::of_field(shortened(path), "is not known here");
    }
    ProblemDocument::of_field(shortened(path), wanted(&message))
}

fn wanted(message: &str) -> String {
    let message = message.split(" at line ").next().unwrap_or_default();
    match message.split_once(", expected ") {
        Some((_, expected)) => format!("expected {expected}"),
        None if message.starts_with("invalid digit") || message.starts_with("number too") => "expected a number".into(),
        None => message.to_owned(),
    }
}

fn quoted_after<'a>(message: &'a str, words: &str) -> Option<&'a str> {
    message.strip_prefix(words)?.strip_prefix('`')?.split('`').next()
}

fn joined(path: &str, name: &str) -> String {
    if path.is_empty() || path == "." { name.to_owned() } else { format!("{}.{name}", shortened(path)) }
}

/// Names of members are the sender's own.
fn shortened(path: &str) -> String {
    path.chars().filter(|c| !c.is_control()).take(100).collect()
}
