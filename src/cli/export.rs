use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use anyhow::Context;
use clap::{Args, ValueEnum};
use indicatif::{ProgressBar, ProgressStyle};
use ringbook_core::id::{OrgId, OrgSlug};
use serde_json::json;
use tempfile::NamedTempFile;
use uuid::Uuid;

use super::key::find_org;
use super::{open_store, output};
use crate::actions::export::{columns, count, page};
use crate::actions::import::What;
use crate::config::Settings;
use crate::rows::{Format, RowWriter};
use crate::store::Store;

/// Write contacts or appointments to a file
#[derive(Args, Debug)]
pub struct Export {
    /// The organization's slug
    #[arg(long, value_name = "SLUG")]
    org: OrgSlug,

    #[arg(long, default_value = "contacts")]
    what: WhatName,

    /// How rows are written [default: by the file's ending, else csv]
    #[arg(long)]
    format: Option<FormatName>,

    /// Print JSON about what was written; only with FILE
    #[arg(long, requires = "file")]
    json: bool,

    /// Where to [default: standard output]
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum WhatName {
    Contacts,
    Appointments,
}

impl From<WhatName> for What {
    fn from(name: WhatName) -> Self {
        match name {
            WhatName::Contacts => Self::Contacts,
            WhatName::Appointments => Self::Appointments,
        }
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum FormatName {
    Csv,
    /// One JSON object a line
    Jsonl,
}

/// The format that was asked for, else the one that the file's name promises.
pub fn format_of(named: Option<FormatName>, file: Option<&Path>) -> Format {
    let ending = file.and_then(Path::extension).map(|ending| ending.to_ascii_lowercase());
    let is_lines = ending.is_some_and(|ending| ["jsonl", "ndjson", "json"].iter().any(|known| ending == *known));
    match named {
        Some(FormatName::Csv) => Format::Csv,
        Some(FormatName::Jsonl) => Format::Lines,
        None if is_lines => Format::Lines,
        None => Format::Csv,
    }
}

/// A bar on a terminal, nothing anywhere else.
pub fn progress(length: u64) -> anyhow::Result<ProgressBar> {
    let style = ProgressStyle::with_template("{bar:40} {percent:>3}%  {elapsed} so far, {eta} left")?;
    Ok(ProgressBar::new(length).with_style(style))
}

impl Export {
    pub fn run(&self, settings: &Settings) -> anyhow::Result<()> {
        let store = open_store(settings)?;
        let org = find_org(&store, &self.org)?;
        match &self.file {
            Some(file) => self.to_file(&store, org, file),
            None => match self.write(&store, org, BufWriter::new(io::stdout().lock())) {
                // Whoever reads has seen enough.
                Err(error) if is_broken_pipe(&error) => Ok(()),
                written => written.map(drop),
            },
        }
    }

    /// The file appears when it is complete, and only its owner can read it.
    fn to_file(&self, store: &Store, org: OrgId, file: &Path) -> anyhow::Result<()> {
        let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let cannot = || format!("cannot write {}", file.display());
        let part = NamedTempFile::new_in(folder).with_context(cannot)?;
        let rows = self.write(store, org, BufWriter::new(part.as_file())).with_context(cannot)?;
        part.persist(file).with_context(cannot)?;
        output::print(self.json, &json!({ "rows": rows, "file": file }), || {
            format!("{rows} rows are in {}.", file.display())
        })
    }

    fn write(&self, store: &Store, org: OrgId, output: impl Write) -> anyhow::Result<u64> {
        let what = What::from(self.what);
        let mut writer = RowWriter::new(output, format_of(self.format, self.file.as_deref()), columns(what))?;
        let bar = progress(count(store, org, what)?)?;
        let mut after = Uuid::nil();
        loop {
            let rows = page(store, org, what, after)?;
            let Some((last, _)) = rows.last() else { break };
            after = *last;
            bar.inc(rows.len() as u64);
            rows.into_iter().try_for_each(|(_, values)| writer.write(values))?;
        }
        writer.finish()?.flush()?;
        bar.finish_and_clear();
        Ok(bar.position())
    }
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}
