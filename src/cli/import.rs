use std::fs::File;
use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context, bail, ensure};
use clap::Args;
use indicatif::ProgressBar;
use ringbook_core::id::OrgSlug;
use serde::Serialize;
use tempfile::TempDir;

use super::export::{FormatName, WhatName, format_of, progress};
use super::refused::RefusedFile;
use super::{block_on, open_store, output, request};
use crate::actions::import::{self, Fate, ROWS_AT_ONCE, What};
use crate::config::Settings;
use crate::rows::{Column, Entry, Fields, Raw, Refusal, Rows};
use crate::store::Store;

/// Between two transactions, so that a server on the same file gets its turn.
const PAUSE: Duration = Duration::from_millis(2);

/// Read contacts or appointments from a file; exit 1 if a row was refused
#[derive(Args, Debug)]
pub struct Import {
    /// The organization's slug
    #[arg(long, value_name = "SLUG")]
    org: OrgSlug,

    #[arg(long)]
    what: WhatName,

    /// How rows are written [default: by the file's ending, else csv]
    #[arg(long)]
    format: Option<FormatName>,

    /// Say what would come of it, and write nothing
    #[arg(long)]
    dry_run: bool,

    /// Write the refused rows to this file, each with its reason
    #[arg(long, value_name = "FILE")]
    refused: Option<PathBuf>,

    /// Print JSON
    #[arg(long)]
    json: bool,

    file: PathBuf,
}

#[derive(Debug, Default, Serialize)]
struct Summary {
    rows: usize,
    created: usize,
    updated: usize,
    /// They say nothing new.
    known: usize,
    refused: usize,
    dry_run: bool,
}

impl Import {
    pub fn run(&self, settings: &Settings) -> anyhow::Result<()> {
        let cannot = || format!("cannot read {}", self.file.display());
        let file = File::open(&self.file).with_context(cannot)?;
        let bar = progress(file.metadata().with_context(cannot)?.len())?;
        let input = Box::new(bar.wrap_read(file));
        let mut rows = Rows::open(input, format_of(self.format, Some(&self.file))).with_context(cannot)?;
        check_columns(&rows, What::from(self.what))?;
        let (store, _copy) = self.store(settings)?;
        let summary = self.import(&store, &mut rows, &bar)?;
        bar.finish_and_clear();
        output::print(self.json, &summary, || describe(&summary))?;
        ensure!(summary.refused == 0, "{} of {} rows were refused", summary.refused, summary.rows);
        Ok(())
    }

    /// A dry run imports into a copy: it sees what the real one will see, and no caller waits for it.
    fn store(&self, settings: &Settings) -> anyhow::Result<(Store, Option<TempDir>)> {
        let store = open_store(settings)?;
        if !self.dry_run {
            return Ok((store, None));
        }
        let file = settings.database_file()?;
        let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(".".as_ref());
        let folder = TempDir::with_prefix_in(".ringbook-dry-run-", folder)?;
        let copy = folder.path().join("copy.db");
        Store::copy(&file, &copy)?;
        Ok((Store::open(&copy)?, Some(folder)))
    }

    fn import(&self, store: &Store, rows: &mut Rows, bar: &ProgressBar) -> anyhow::Result<Summary> {
        let request = request(store, &self.org)?;
        let mut refused = self.refused.as_deref().map(|file| RefusedFile::create(file, rows)).transpose()?;
        let mut summary = Summary { dry_run: self.dry_run, ..Summary::default() };
        let mut refuse = |line: u64, raw: &Raw, refusal: &Refusal| {
            bar.suspend(|| eprintln!("line {line}: {refusal}"));
            refused.as_mut().map_or(Ok(()), |file| file.add(raw, refusal))
        };
        loop {
            let batch = next_batch(rows).context("the rows before it are in")?;
            if batch.is_empty() {
                return Ok(summary);
            }
            summary.rows += batch.len();
            let (readable, places): (Vec<Fields>, Vec<Place>) = split(batch);
            let fates = block_on(import::rows(store, &request, What::from(self.what), readable))??;
            let mut fates = fates.into_iter();
            for Place { line, raw, unreadable } in places {
                let fate = unreadable.map_or_else(|| fates.next(), |refusal| Some(Err(refusal)));
                match fate {
                    Some(Ok(fate)) => summary.count(fate),
                    Some(Err(refusal)) => {
                        summary.refused += 1;
                        refuse(line, &raw, &refusal)?;
                    }
                    None => bail!("a row was lost"),
                }
            }
            std::thread::sleep(PAUSE);
        }
    }
}

/// Where a row stands in the file.
struct Place {
    line: u64,
    raw: Raw,
    unreadable: Option<Refusal>,
}

fn split(batch: Vec<Entry>) -> (Vec<Fields>, Vec<Place>) {
    let mut readable = Vec::new();
    let places = batch.into_iter().map(|Entry { line, fields, raw }| {
        let unreadable = fields.map(|fields| readable.push(fields)).err();
        Place { line, raw, unreadable }
    });
    let places = places.collect();
    (readable, places)
}

fn next_batch(rows: &mut Rows) -> anyhow::Result<Vec<Entry>> {
    let mut batch = Vec::new();
    while batch.len() < ROWS_AT_ONCE
        && let Some(entry) = rows.read()?
    {
        batch.push(entry);
    }
    Ok(batch)
}

impl Summary {
    const fn count(&mut self, fate: Fate) {
        match fate {
            Fate::Created => self.created += 1,
            Fate::Updated => self.updated += 1,
            Fate::Known => self.known += 1,
        }
    }
}

fn describe(Summary { rows, created, updated, known, refused, dry_run }: &Summary) -> String {
    let done = if *dry_run { "would be" } else { "were" };
    format!("{rows} rows: {created} {done} created, {updated} {done} updated, {known} are known, {refused} refused.")
}

/// Whether the first line of a CSV file has what every row needs.
fn check_columns(rows: &Rows, what: What) -> anyhow::Result<()> {
    let Rows::Csv(rows) = rows else { return Ok(()) };
    let has = |column| rows.has(column);
    let starts = has(Column::Start) || (has(Column::Date) && has(Column::Time));
    ensure!(has(Column::Phone) || has(Column::Email), "the first line must name a column `phone` or `email`");
    ensure!(what == What::Contacts || has(Column::Service), "the first line must name a column `service`");
    ensure!(what == What::Contacts || starts, "the first line must name a column `start`, or `date` and `time`");
    // By position: without a first line that names columns, these words are somebody's.
    let unused: Vec<String> = rows.unused().take(20).map(|position| position.to_string()).collect();
    if !unused.is_empty() {
        eprintln!("These columns are not used: {}.", unused.join(", "));
    }
    Ok(())
}
