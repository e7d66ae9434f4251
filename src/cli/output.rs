//! What commands print: words for people, JSON for programs.

use std::io::{self, Write};

use serde::Serialize;

/// Prints `value` as JSON, or the words of `text`.
///
/// # Errors
/// When standard output cannot be written; a reader that closed the pipe is not an error.
pub fn print(json: bool, value: &impl Serialize, text: impl FnOnce() -> String) -> anyhow::Result<()> {
    let text = if json { serde_json::to_string_pretty(value)? } else { text() };
    line(&text)
}

/// Prints one line.
///
/// # Errors
/// As [`print`].
pub fn line(text: &str) -> anyhow::Result<()> {
    let mut out = io::stdout().lock();
    match writeln!(out, "{}", text.trim_end()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}
