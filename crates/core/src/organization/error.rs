use std::fmt;

/// What is wrong with an organization file, where, and what was probably meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileError {
    /// 1-based; 0 when the format gives none.
    pub line: usize,
    pub message: String,
}

impl FileError {
    pub(super) fn at(line: usize, message: impl Into<String>) -> Self {
        Self { line, message: message.into() }
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
