//! The commands that our documents show are run as they stand there.

use std::process::Command;

use crate::support::Server;

/// What the documents call the server.
const DOCUMENTED: &str = "http://localhost:3001";

const DOCUMENTS: [&str; 1] = ["README.md"];

/// Runs a line of shell that must succeed; returns what it printed.
#[track_caller]
pub fn shell(line: &str) -> String {
    let output = Command::new("bash").args(["-c", line]).output().unwrap();
    assert!(output.status.success(), "{line}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

/// The `curl` commands of the ```sh blocks, continuation lines joined.
fn commands(document: &str) -> Vec<String> {
    let mut found = Vec::new();
    for block in document.split("```sh\n").skip(1) {
        let block = block.split("```").next().unwrap().replace("\\\n", " ");
        found.extend(
            block.lines().map(|line| line.trim_start_matches("$ ").to_owned()).filter(|line| line.starts_with("curl ")),
        );
    }
    found
}

#[test]
fn the_commands_in_the_documents_work_on_every_day_of_the_week() {
    for day in 1..=7 {
        let server = Server::demo_at(&format!("2026-06-0{day}T14:10:00Z"));
        for document in DOCUMENTS {
            let text = std::fs::read_to_string(format!("{}/{document}", env!("CARGO_MANIFEST_DIR"))).unwrap();
            for command in commands(&text) {
                let printed = shell(&command.replace(DOCUMENTED, &server.address));
                assert!(printed.starts_with('{') && !printed.contains("\"success\":false"), "{command}\n{printed}");
            }
        }
    }
}
