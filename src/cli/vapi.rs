use clap::{Args, Subcommand};
use ringbook_core::id::OrgSlug;
use ringbook_core::organization::Organization;

use super::{open_store, output};
use crate::config::Settings;
use crate::store::StoreError;
use crate::voice::manifest;

/// Print what Vapi needs to know
#[derive(Args, Debug)]
pub struct Vapi {
    #[command(subcommand)]
    command: VapiCommand,
}

#[derive(Debug, Subcommand)]
enum VapiCommand {
    Manifest(Manifest),
}

/// Print the tools as the JSON that Vapi's API takes
#[derive(Args, Debug)]
struct Manifest {
    /// The organization's slug
    #[arg(long, default_value = "demo", value_name = "SLUG")]
    org: OrgSlug,

    /// Where Vapi reaches this server
    #[arg(long, env = "RINGBOOK_PUBLIC_URL", default_value = "http://localhost:3001", value_name = "URL")]
    public_url: String,
}

impl Vapi {
    pub fn run(&self, settings: &Settings) -> anyhow::Result<()> {
        let VapiCommand::Manifest(Manifest { org, public_url }) = &self.command;
        let store = open_store(settings)?;
        let stored = store.read::<_, StoreError, _>(|tx| tx.organization_by_slug(org))?;
        let stored = stored.ok_or_else(|| anyhow::anyhow!("there is no organization {org}"))?;
        let organization = Organization::from_json(&stored.document)?;
        output::line(&serde_json::to_string_pretty(&manifest::vapi(&organization, public_url))?)
    }
}
