//! The load test behind `make bench`: the real release binary, on this machine, over HTTP, with
//! every commit durable. Writes a table and a plot to `bench/results/`.

mod client;
mod clinic;
mod fill;
mod load;
mod plan;
mod plot;
mod report;
mod server;

use clap::Parser;

#[derive(Parser, Debug)]
#[command(about = "Load test of Ringbook on this machine")]
pub struct Options {
    /// A first look: two seconds for each measurement and 50,000 appointments instead of a million
    #[arg(long)]
    quick: bool,

    /// Seconds for each measurement
    #[arg(long, value_name = "SECONDS", default_value_t = 10)]
    seconds: u64,
}

fn main() -> anyhow::Result<()> {
    let options = Options::parse();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let results = runtime.block_on(plan::run(&options))?;
    report::write(&options, &results)
}
