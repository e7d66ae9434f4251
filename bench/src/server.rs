//! The server under test: the release binary beside this one.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};

use anyhow::{Context, ensure};
use serde_json::Value;

use crate::clinic;

pub struct Server {
    process: Child,
    _stdout: BufReader<ChildStdout>,
    /// Host and port.
    pub address: String,
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have stopped already, which is as good.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Server {
    /// Returns when the server has said where it listens.
    pub fn start(database: &Path) -> anyhow::Result<Self> {
        let mut process = command(database)?
            .args(["serve", "--demo", "--clock", clinic::NOW, "--listen", "127.0.0.1:0"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let mut stdout = BufReader::new(process.stdout.take().context("no stdout")?);
        let mut line = String::new();
        while !line.contains("http://") {
            line.clear();
            ensure!(stdout.read_line(&mut line)? > 0, "the server stopped before it was ready");
        }
        let address =
            line.split("http://").nth(1).and_then(|rest| rest.split_whitespace().next()).context("no address")?;
        let address = address.trim_end_matches('/').to_owned();
        Ok(Self { process, _stdout: stdout, address })
    }

    /// Resident memory in megabytes.
    pub fn memory(&self) -> anyhow::Result<f64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.process.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).context("no VmRSS")?;
        let kilobytes: f64 = line.trim().trim_end_matches(" kB").parse()?;
        Ok(kilobytes / 1024.0)
    }
}

/// Loads an organization and returns the secrets of a new tool key and a new API key.
pub fn apply(database: &Path, slug: &str, file: &str) -> anyhow::Result<(String, String)> {
    let path = database.with_file_name(format!("{slug}.toml"));
    std::fs::write(&path, file)?;
    run(command(database)?.arg("apply").arg(&path))?;
    Ok((key(database, slug, "tool")?, key(database, slug, "api")?))
}

fn key(database: &Path, slug: &str, kind: &str) -> anyhow::Result<String> {
    let printed = run(command(database)?.args(["key", "create", "--org", slug, "--kind", kind, "--json"]))?;
    let key: Value = serde_json::from_str(&printed)?;
    Ok(key["secret"].as_str().context("no secret")?.to_owned())
}

fn run(command: &mut Command) -> anyhow::Result<String> {
    let output = command.output()?;
    ensure!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    Ok(String::from_utf8(output.stdout)?)
}

fn command(database: &Path) -> anyhow::Result<Command> {
    let binary: PathBuf = std::env::current_exe()?.with_file_name("ringbook");
    ensure!(binary.exists(), "build it first: cargo build --release");
    let mut command = Command::new(binary);
    command.env("RINGBOOK_DATABASE", format!("sqlite:{}", database.display())).env("RINGBOOK_LOG", "warn");
    Ok(command)
}
