//! The rows that an import refused, to be mended and imported again.

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use anyhow::Context;
use serde_json::{Map, Value, json};

use crate::rows::{Raw, Refusal, Rows};

const REASON: &str = "refused_because";

/// A file in the format of the import, with a column for the reason.
pub struct RefusedFile {
    writer: csv::Writer<File>,
}

impl RefusedFile {
    pub fn create(file: &Path, rows: &Rows) -> anyhow::Result<Self> {
        let cannot = || format!("cannot write {}", file.display());
        // Rows are about people: for nobody else's eyes.
        let file =
            OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(file).with_context(cannot)?;
        let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(file);
        if let Rows::Csv(rows) = rows {
            writer.write_record(rows.header().iter().chain([REASON.as_bytes()]))?;
        }
        Ok(Self { writer })
    }

    pub fn add(&mut self, raw: &Raw, refusal: &Refusal) -> anyhow::Result<()> {
        let reason = refusal.to_string();
        match raw {
            Raw::Record(record) => {
                self.writer.write_record(record.iter().chain([reason.as_bytes()]))?;
                self.writer.flush()?;
            }
            Raw::Line(line) => writeln!(self.writer.get_ref(), "{}", with_reason(line, reason))?,
        }
        Ok(())
    }
}

fn with_reason(line: &[u8], reason: String) -> Value {
    match serde_json::from_slice::<Map<String, Value>>(line) {
        Ok(mut object) => {
            object.insert(REASON.to_owned(), reason.into());
            object.into()
        }
        Err(_) => json!({ REASON: reason, "line": String::from_utf8_lossy(line).trim_end() }),
    }
}
