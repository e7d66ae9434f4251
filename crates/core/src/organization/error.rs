use std::fmt;

/// What is wrong with an organization file, where, and what was probably meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileError {
    /// 1-based; 0 when the format gives none.
    pub line: usize,
    /// The key that is wrong; empty where it is none.
    pub key: String,
    pub message: String,
}

impl FileError {
    pub(super) fn of(key: &str, line: usize, message: impl Into<String>) -> Self {
        Self { line, key: key.to_owned(), message: message.into() }
    }

    pub(super) fn at(line: usize, message: impl Into<String>) -> Self {
        Self::of("", line, message)
    }
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => f.write_str(&self.message),
            line => write!(f, "line {line}: {}", self.message),
        }
    }
}

impl std::error::Error for FileError {}
