//! The command line: one file per command (contract §2).

mod apply;
mod audit;
mod calls;
mod completions;
mod demo;
mod erase;
mod export;
mod import;
mod key;
mod migrate;
mod output;
mod refused;
mod serve;
mod slots;
mod vapi;

use std::sync::Arc;

use anyhow::Context;
use clap::{Parser, Subcommand};
use ringbook_core::id::OrgSlug;

use crate::actions::{Channel, Request};
use crate::app::compile;
use crate::clock::Clock;
use crate::config::Settings;
use crate::secrets::SecretKey;
use crate::store::{Store, StoreError};

/// The appointment backend for voice agents
#[derive(Debug, Parser)]
#[command(name = "ringbook", version, about, arg_required_else_help = true)]
pub struct Cli {
    #[command(flatten)]
    settings: Settings,

    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Serve(serve::Serve),
    Apply(apply::Apply),
    Slots(slots::Slots),
    Key(key::Key),
    Audit(audit::Audit),
    Export(export::Export),
    Import(import::Import),
    Erase(erase::Erase),
    Calls(calls::Calls),
    Migrate(migrate::Migrate),
    Vapi(vapi::Vapi),
    Completions(completions::Completions),
}

impl Cli {
    /// # Errors
    /// What went wrong, in words for the terminal; the process then exits with 1.
    pub fn run(self) -> anyhow::Result<()> {
        let settings = self.settings.with_file()?;
        match self.command {
            Command::Serve(command) => command.run(settings),
            Command::Apply(command) => command.run(&settings),
            Command::Slots(command) => command.run(),
            Command::Key(command) => command.run(&settings),
            Command::Audit(command) => command.run(&settings),
            Command::Export(command) => command.run(&settings),
            Command::Import(command) => command.run(&settings),
            Command::Erase(command) => command.run(&settings),
            Command::Calls(command) => command.run(&settings),
            Command::Migrate(command) => command.run(&settings),
            Command::Vapi(command) => command.run(&settings),
            Command::Completions(command) => {
                command.run();
                Ok(())
            }
        }
    }
}

/// Opens the database the settings name, bringing its schema up to date.
fn open_store(settings: &Settings) -> anyhow::Result<Store> {
    Ok(Store::open(&settings.database_file()?)?)
}

/// The key that seals signing secrets: from the settings, or kept beside the database.
fn secret_key(settings: &Settings) -> anyhow::Result<SecretKey> {
    match &settings.secret_key {
        Some(digits) => SecretKey::from_hex(digits),
        None => SecretKey::beside(&settings.database_file()?),
    }
}

/// The command line as the author of changes to the organization.
fn request(store: &Store, slug: &OrgSlug) -> anyhow::Result<Request> {
    let stored = store.read::<_, StoreError, _>(|tx| tx.organization_by_slug(slug))?;
    let stored = stored.with_context(|| format!("there is no organization {slug}: `ringbook apply` its file first"))?;
    let business = Arc::new(compile(stored)?);
    Ok(Request {
        language: business.language(),
        business,
        now: Clock::default().now(),
        channel: Channel::CommandLine,
        key: None,
        call_id: None,
        caller_number: None,
        once: None,
        program: None,
    })
}

/// Runs the one write of a command that is not a server.
fn block_on<T>(future: impl Future<Output = T>) -> anyhow::Result<T> {
    Ok(tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(future))
}
