use std::path::{Path, PathBuf};

use anyhow::Context;
use clap::Args;
use ringbook_core::organization::Organization;
use serde_json::json;

use super::{block_on, open_store, output};
use crate::actions::apply::{Change, Stranded, apply};
use crate::clock::Clock;
use crate::config::Settings;

/// Create or update organizations from their files
#[derive(Args, Debug)]
pub struct Apply {
    /// Organization files, TOML or JSON
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,

    /// Apply a change even if future appointments no longer fit it
    #[arg(long)]
    force: bool,

    /// Print JSON
    #[arg(long)]
    json: bool,
}

impl Apply {
    pub fn run(&self, settings: &Settings) -> anyhow::Result<()> {
        let organizations = self.files.iter().map(|file| read(file)).collect::<anyhow::Result<Vec<_>>>()?;
        let store = open_store(settings)?;
        let stranded = if self.force { Stranded::Accept } else { Stranded::Refuse };
        let mut rows = Vec::new();
        let mut lines = Vec::new();
        for (file, organization) in self.files.iter().zip(organizations) {
            let slug = organization.slug.clone();
            let applied = block_on(apply(&store, organization, Clock::default().now(), stranded))?
                .with_context(|| format!("{} was not applied", file.display()))?;
            let (change, parts) = describe(&applied.change);
            rows.push(json!({ "org": slug, "change": change, "parts": parts, "version": applied.version }));
            lines.push(format!("{slug}: {change} {}", parts.join(", ")));
        }
        output::print(self.json, &json!({ "data": rows }), || lines.join("\n"))
    }
}

/// Reads an organization file by its ending: `.json`, else TOML.
pub(super) fn read(file: &Path) -> anyhow::Result<Organization> {
    let text = std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let json = file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json"));
    let parsed = if json { Organization::from_json(&text) } else { Organization::from_toml(&text) };
    parsed.with_context(|| file.display().to_string())
}

fn describe(change: &Change) -> (&'static str, Vec<&'static str>) {
    match change {
        Change::Created => ("created", Vec::new()),
        Change::Updated(parts) => ("updated", parts.clone()),
        Change::Unchanged => ("unchanged", Vec::new()),
    }
}
