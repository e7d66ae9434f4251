//! Files of rows that people bring along or take away: CSV and JSON lines, a row at a time.

mod column;
mod csv;
mod encoding;
mod lines;
mod write;

use std::io::{self, BufReader, Read};

pub use column::{Column, ColumnError};
pub use csv::CsvRows;
pub use lines::LineRows;
pub use write::RowWriter;

/// A row that is longer than this many bytes is none: a quote was left open, or it is no such file.
const LONGEST_ROW: u64 = 1 << 20;

/// Why a file cannot be read any further.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    #[error(transparent)]
    Column(#[from] ColumnError),
    #[error("the first line: {0}")]
    Header(&'static str),
    #[error("the file is UTF-16: save it as UTF-8")]
    Utf16,
    #[error("line {line}: the row is longer than {LONGEST_ROW} bytes (is a quote left open?)")]
    TooLong { line: u64 },
    #[error("the file cannot be read: {0}")]
    Input(#[from] io::Error),
}

/// Why one row was left out: the field if it is one, and what to do. Never what stands there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    pub field: Option<Column>,
    pub reason: String,
}

impl Refusal {
    pub fn row(reason: impl Into<String>) -> Self {
        Self { field: None, reason: reason.into() }
    }

    pub fn of(field: Column, reason: impl Into<String>) -> Self {
        Self { field: Some(field), reason: reason.into() }
    }
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.field {
            Some(field) => write!(f, "{}: {}", field.as_str(), self.reason),
            None => f.write_str(&self.reason),
        }
    }
}

/// What a row says, by our columns; each at most once, and never an empty text.
#[derive(Clone, Debug, Default)]
pub struct Fields(Vec<(Column, String)>);

/// What people write for "nothing" (contract §4).
const NOTHING: [&str; 5] = ["", "null", "unknown", "none", "n/a"];

impl Fields {
    pub fn get(&self, column: Column) -> Option<&str> {
        self.0.iter().find(|(known, _)| *known == column).map(|(_, text)| text.as_str())
    }

    fn put(&mut self, column: Column, text: &str) {
        let text = text.trim();
        if !NOTHING.iter().any(|nothing| text.eq_ignore_ascii_case(nothing)) {
            self.0.push((column, text.to_owned()));
        }
    }
}

/// A row as it stands in the file.
#[derive(Debug)]
pub struct Entry {
    /// 1-based, where it begins.
    pub line: u64,
    pub fields: Result<Fields, Refusal>,
    pub raw: Raw,
}

/// The row's own bytes, for the list of those that were refused.
#[derive(Debug)]
pub enum Raw {
    Record(::csv::ByteRecord),
    Line(Vec<u8>),
}

/// A file that is being read.
pub enum Rows {
    Csv(Box<CsvRows>),
    Lines(LineRows),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    Csv,
    Lines,
}

type Input = BufReader<Box<dyn Read>>;

impl Rows {
    /// Begins to read; of CSV this reads the names of the columns.
    ///
    /// # Errors
    /// When the file is in another encoding, or its first line does not name columns.
    pub fn open(input: Box<dyn Read>, format: Format) -> Result<Self, FileError> {
        let mut input = BufReader::new(input);
        encoding::skip_mark(&mut input)?;
        Ok(match format {
            Format::Csv => Self::Csv(Box::new(CsvRows::open(input)?)),
            Format::Lines => Self::Lines(LineRows::new(input)),
        })
    }

    /// The next row; `None` at the end.
    ///
    /// # Errors
    /// When nothing after it can be read either.
    pub fn read(&mut self) -> Result<Option<Entry>, FileError> {
        match self {
            Self::Csv(rows) => rows.next(),
            Self::Lines(rows) => rows.next(),
        }
    }
}
