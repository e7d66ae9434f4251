use std::io::{BufRead, Read};

use serde_json::{Map, Value};

use super::{Column, Entry, Fields, FileError, Input, LONGEST_ROW, Raw, Refusal, encoding};

/// A file with one JSON object a line.
pub struct LineRows {
    input: Input,
    line: u64,
}

impl LineRows {
    pub(super) const fn new(input: Input) -> Self {
        Self { input, line: 0 }
    }

    /// Empty lines are passed over.
    pub(super) fn next(&mut self) -> Result<Option<Entry>, FileError> {
        loop {
            let mut bytes = Vec::new();
            let length = (&mut self.input).take(LONGEST_ROW).read_until(b'\n', &mut bytes)?;
            self.line += 1;
            if length == 0 {
                return Ok(None);
            }
            if length as u64 == LONGEST_ROW && !bytes.ends_with(b"\n") {
                return Err(FileError::TooLong { line: self.line });
            }
            if !bytes.trim_ascii().is_empty() {
                return Ok(Some(Entry { line: self.line, fields: fields(&bytes), raw: Raw::Line(bytes) }));
            }
        }
    }
}

fn fields(bytes: &[u8]) -> Result<Fields, Refusal> {
    let object: Map<String, Value> =
        serde_json::from_str(encoding::text(bytes)?).map_err(|_| Refusal::row("this line is no JSON object"))?;
    let columns =
        Column::parse_all(object.keys().map(String::as_str)).map_err(|error| Refusal::row(error.to_string()))?;
    let mut fields = Fields::default();
    for (column, value) in columns.into_iter().zip(object.values()) {
        if let Some(column) = column {
            fields.put(column, &plain(column, value)?);
        }
    }
    Ok(fields)
}

fn plain(column: Column, value: &Value) -> Result<String, Refusal> {
    match value {
        Value::Null => Ok(String::new()),
        Value::String(text) => Ok(text.clone()),
        Value::Number(number) => Ok(number.to_string()),
        _ => Err(Refusal::of(column, "a text is wanted here")),
    }
}
