use clap::Args;
use serde_json::json;

use super::output;
use crate::config::Settings;
use crate::store::migrate::{migrate, pending};

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
        let missing = pending(&file)?;
        if self.check {
            self.print("pending", &missing, "The schema is up to date.")?;
            anyhow::ensure!(missing.is_empty(), "the schema is behind: run `ringbook migrate`");
            return Ok(());
        }
        migrate(&file)?;
        self.print("applied", &missing, "The schema was up to date.")
    }

    fn print(&self, what: &str, migrations: &[String], none: &str) -> anyhow::Result<()> {
        output::print(self.json, &json!({ what: migrations }), || match migrations {
            [] => none.to_owned(),
            migrations => format!("{what}: {}", migrations.join(", ")),
        })
    }
}
