use clap::{Args, CommandFactory};
use clap_complete::Shell;

use super::Cli;

/// Print a completion script for a shell
#[derive(Args, Debug)]
pub struct Completions {
    shell: Shell,
}

impl Completions {
    pub fn run(&self) {
        clap_complete::generate(self.shell, &mut Cli::command(), "ringbook", &mut std::io::stdout());
    }
}
