//! The results as a page and a plot.

use std::fmt::Write as _;
use std::path::Path;

use crate::plan::{Line, Results};
use crate::{Options, plot};

pub fn write(options: &Options, results: &Results) -> anyhow::Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("results");
    std::fs::create_dir_all(&folder)?;
    let page = page(options, results)?;
    std::fs::write(folder.join("results.md"), &page)?;
    std::fs::write(folder.join("latency.svg"), plot::latency(&results.bookings))?;
    eprintln!("\n{page}\nwritten to {}", folder.display());
    Ok(())
}

fn page(options: &Options, results: &Results) -> anyhow::Result<String> {
    let mut page = String::from("# Load test\n\n");
    let cores = std::thread::available_parallelism()?;
    let kind = if options.quick { "`make bench BENCH=--quick`" } else { "`make bench`" };
    writeln!(
        page,
        "Made by {kind} on a machine with {cores} cores, which the load generator shares. Every booking is a whole Vapi envelope\n\
         for a free time of its own, answered after its commit is durable (`synchronous=FULL`); the log is at `warn`. Open loops count latency from\n\
         the moment a request was due, so waiting because of a stall is counted too; the timer adds up to a millisecond.\n"
    )?;
    table(&mut page, "Bookings", &results.bookings)?;
    writeln!(page, "![Latency of bookings](latency.svg)\n")?;
    table(&mut page, "Availability of one provider, 32 connections", &results.availability)?;
    writeln!(page, "## The process\n")?;
    for (what, value) in &results.facts {
        writeln!(page, "- {what}: {value}")?;
    }
    Ok(page)
}

fn table(page: &mut String, title: &str, lines: &[Line]) -> anyhow::Result<()> {
    writeln!(page, "## {title}\n\n| what | load | per second | p50 ms | p95 ms | p99 ms | max ms | failed |")?;
    writeln!(page, "|---|---|--:|--:|--:|--:|--:|--:|")?;
    for Line { what, load, measured } in lines {
        let at = |quantile| milliseconds(measured.latency.value_at_quantile(quantile));
        let (p50, p95, p99, max) = (at(0.5), at(0.95), at(0.99), milliseconds(measured.latency.max()));
        writeln!(
            page,
            "| {what} | {load} | {:.0} | {p50:.2} | {p95:.2} | {p99:.2} | {max:.1} | {} |",
            measured.per_second, measured.failed
        )?;
    }
    page.push('\n');
    Ok(())
}

pub fn milliseconds(microseconds: u64) -> f64 {
    microseconds as f64 / 1000.0
}
