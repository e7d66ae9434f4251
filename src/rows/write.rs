use std::io::{self, Write};

use serde_json::{Map, Value};

use super::Format;

/// Writes rows as one format or the other.
pub struct RowWriter<W: Write> {
    columns: &'static [&'static str],
    output: Output<W>,
}

enum Output<W: Write> {
    Csv(Box<csv::Writer<W>>),
    Lines(W),
}

impl<W: Write> RowWriter<W> {
    /// # Errors
    /// When the output cannot be written.
    pub fn new(output: W, format: Format, columns: &'static [&'static str]) -> io::Result<Self> {
        let output = match format {
            Format::Lines => Output::Lines(output),
            Format::Csv => {
                let mut writer = csv::Writer::from_writer(output);
                writer.write_record(columns)?;
                Output::Csv(Box::new(writer))
            }
        };
        Ok(Self { columns, output })
    }

    /// Writes a row with a value for each column.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn write(&mut self, values: Vec<Value>) -> io::Result<()> {
        match &mut self.output {
            Output::Csv(writer) => Ok(writer.write_record(values.iter().map(text))?),
            Output::Lines(writer) => {
                let names = self.columns.iter().map(|name| (*name).to_owned());
                let object: Map<String, Value> = names.zip(values).collect();
                serde_json::to_writer(&mut *writer, &object)?;
                writer.write_all(b"\n")
            }
        }
    }

    /// # Errors
    /// When the output cannot be written.
    pub fn finish(self) -> io::Result<W> {
        match self.output {
            Output::Lines(mut writer) => writer.flush().map(|()| writer),
            Output::Csv(writer) => writer.into_inner().map_err(csv::IntoInnerError::into_error),
        }
    }
}

fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
