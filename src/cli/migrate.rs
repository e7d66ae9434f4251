use clap::Args;
use serde_json::json;

use super::output;
use crate::config::Settings;
use crate::store::migrate::{self, Schema};

/// Bring the database's schema up to date
#[derive(Args, Debug)]
pub struct Migrate {
    /// Only say whether it is up to date; exit 1 when it is not
    #[arg(long)]
    check: bool,

    /// Print JSON
    #[arg(long)]
    json: bool,
}

impl Migrate {
    pub fn run(&self, settings: &Settings) -> anyhow::Result<()> {
        let file = settings.database_file()?;
        let schema = if self.check { migrate::check(&file)? } else { migrate::run(&file)? };
        let Schema { applied, pending } = schema;
        let value = json!({ "applied": applied, "pending": pending });
        output::print(self.json, &value, || match pending {
            0 => format!("The schema is up to date: {applied} migrations."),
            _ => format!("The schema is behind: {pending} migrations are pending."),
        })?;
        anyhow::ensure!(pending == 0, "run `ringbook migrate`");
        Ok(())
    }
}
