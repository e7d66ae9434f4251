//! Voice platforms. One file per wire; each parses, and hands a typed [`call::ToolCall`] to the one
//! place that answers it. A platform's signalling is trusted; what its model sent is not.

pub mod arguments;
mod assistant;
pub mod call;
pub mod conversation;
mod descriptions;
pub mod envelope;
pub mod flat;
pub mod forms;
mod lenient;
pub mod manifest;
pub mod repeat;
pub mod report;
pub mod signals;
#[cfg(test)]
mod tests;
pub mod tools;
pub mod vapi;

/// Names and keys that differ only in case, `_` and `-` are the same word (contract §4).
fn same_word(one: &str, other: &str) -> bool {
    letters(one).eq(letters(other))
}

fn letters(word: &str) -> impl Iterator<Item = u8> {
    word.bytes().filter(|byte| !matches!(byte, b'_' | b'-')).map(|byte| byte.to_ascii_lowercase())
}
