//! Parses the command line and runs one command.

use std::process::ExitCode;

use clap::Parser;
use ringbook::cli::Cli;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    match Cli::parse().run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("ringbook: {error:#}");
            ExitCode::FAILURE
        }
    }
}
