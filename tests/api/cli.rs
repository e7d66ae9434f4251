//! The command line (contract §2): exit codes, messages, `--json`.

use jiff::ToSpan;
use serde_json::Value;
use tempfile::tempdir;

use crate::support::{NOW, SECRET, Server, ringbook, run};

const RIVERSIDE: &str = include_str!("../../organizations/riverside.toml");

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|_| panic!("not JSON: {text}"))
}

#[test]
fn wrong_usage_exits_with_2_and_failure_with_1() {
    let folder = tempdir().unwrap();
    assert_eq!(ringbook(folder.path(), &["frobnicate"]).status.code(), Some(2));
    assert_eq!(ringbook(folder.path(), &["serve", "--frobnicate"]).status.code(), Some(2));
    assert_eq!(ringbook(folder.path(), &["apply", "missing.toml"]).status.code(), Some(1));
}

#[test]
fn the_demo_refuses_an_address_that_others_can_reach() {
    let folder = tempdir().unwrap();
    let output = ringbook(folder.path(), &["serve", "--demo", "--listen", "0.0.0.0:0"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("loopback"));
    let output = ringbook(folder.path(), &["serve", "--clock", NOW]);
    assert_ne!(output.status.code(), Some(0), "--clock needs --demo");
}

#[test]
fn apply_creates_then_finds_nothing_to_change() {
    let folder = tempdir().unwrap();
    std::fs::write(folder.path().join("riverside.toml"), RIVERSIDE).unwrap();
    let change = |printed: &str| json(printed)["data"][0]["change"].clone();
    assert_eq!(change(&run(folder.path(), &["apply", "riverside.toml", "--json"])), "created");
    assert_eq!(change(&run(folder.path(), &["apply", "riverside.toml", "--json"])), "unchanged");
}

#[test]
fn a_mistake_in_the_file_is_shown_by_line_with_the_nearest_key() {
    let folder = tempdir().unwrap();
    std::fs::write(folder.path().join("wrong.toml"), RIVERSIDE.replace("\nduration", "\ndurration")).unwrap();
    let output = ringbook(folder.path(), &["apply", "wrong.toml"]);
    let message = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{message}");
    assert!(message.contains("line ") && message.contains("durration") && message.contains("duration"), "{message}");
}

#[tokio::test]
#[expect(
    clippy::disallowed_methods,
    reason = "`apply` looks at the real clock, so the appointment must lie in its future"
)]
async fn a_change_that_would_strand_an_appointment_needs_force() {
    let now = jiff::Timestamp::now();
    let server = Server::demo_at(&now.to_string());
    let today = now.in_tz("America/New_York").unwrap().date();
    let (from, to) = (today + 7.days(), today + 13.days());
    let afternoons = serde_json::json!({"from": from.to_string(), "to": to.to_string(), "part_of_day": "afternoon"});
    let offered = server.check(afternoons).await;
    let take = |slot: &str| serde_json::json!({"slot_id": offered.at(slot), "phone": "+15551234567"});
    server.book(take("/slots/0/id")).await.booked();

    let demo = include_str!("../../organizations/demo.toml");
    std::fs::write(server.folder.path().join("shorter.toml"), demo.replace("09:00-17:00", "09:00-12:00")).unwrap();
    let refused = ringbook(server.folder.path(), &["apply", "shorter.toml"]);
    assert_eq!(refused.status.code(), Some(1), "{}", String::from_utf8_lossy(&refused.stderr));
    run(server.folder.path(), &["apply", "shorter.toml", "--force"]);
    server.book(take("/slots/1/id")).await.refused(422, "OUTSIDE_HOURS");
}

#[test]
fn slots_previews_a_file_without_a_database() {
    let folder = tempdir().unwrap();
    std::fs::write(folder.path().join("riverside.toml"), RIVERSIDE).unwrap();
    let day = [
        "slots",
        "riverside.toml",
        "--service",
        "cleaning",
        "--from",
        "2026-06-01",
        "--to",
        "2026-06-01",
        "--now",
        NOW,
    ];
    let now = "2026-06-01T00:00:00Z";
    let mut arguments: Vec<&str> = day.iter().map(|word| if *word == NOW { now } else { *word }).collect();
    arguments.push("--json");
    let printed = json(&run(folder.path(), &arguments));
    let slots = printed["slots"].as_array().unwrap();
    // Monday 09:00-12:00 and 13:00-17:00 in Chicago; 45 minutes; every 15 minutes.
    assert_eq!(slots[0]["start"], "2026-06-01T14:00:00Z");
    assert_eq!(slots[0]["end"], "2026-06-01T14:45:00Z");
    assert_eq!(slots[0]["provider"], "lee");
    assert_eq!(slots.len(), 10 + 14);
    assert!(!folder.path().join("ringbook.db").exists());
}

#[test]
fn why_names_the_rule() {
    let folder = tempdir().unwrap();
    std::fs::write(folder.path().join("riverside.toml"), RIVERSIDE).unwrap();
    let why = |time: &str| {
        let arguments = [
            "slots",
            "riverside.toml",
            "--service",
            "cleaning",
            "--from",
            "2026-06-01",
            "--to",
            "2026-06-30",
            "--now",
            "2026-06-01T00:00:00Z",
            "--why",
            time,
            "--json",
        ];
        json(&run(folder.path(), &arguments))["why"][0].clone()
    };
    assert_eq!(why("2026-06-01T09:00")["offered"], true);
    assert_eq!(why("2026-06-01T12:30")["offered"], false);
    assert_eq!(why("2026-06-06T10:00")["offered"], false);
    assert_ne!(why("2026-06-01T12:30")["rule"], why("2026-06-06T10:00")["rule"]);
}

#[test]
fn migrate_tells_whether_the_schema_is_up_to_date() {
    let folder = tempdir().unwrap();
    assert_eq!(ringbook(folder.path(), &["migrate", "--check"]).status.code(), Some(1));
    run(folder.path(), &["migrate"]);
    assert_eq!(json(&run(folder.path(), &["migrate", "--check", "--json"]))["pending"], serde_json::json!([]));
}

#[test]
fn a_file_that_is_no_database_is_named_at_start() {
    let folder = tempdir().unwrap();
    std::fs::write(folder.path().join("ringbook.db"), "this is not a database, it is a letter ".repeat(100)).unwrap();
    let output = ringbook(folder.path(), &["serve", "--demo", "--listen", "127.0.0.1:0"]);
    let message = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{message}");
    assert!(message.contains("ringbook.db"), "{message}");
}

#[test]
fn the_server_stops_cleanly_when_asked() {
    let server = Server::demo();
    assert_eq!(server.terminate(), Some(0));
}

#[tokio::test]
async fn the_demo_prints_three_commands_that_work() {
    let server = Server::demo();
    let printed = server.printed_with("book_appointment");
    let commands: Vec<&str> = printed.lines().filter(|line| line.starts_with("curl ")).collect();
    assert_eq!(commands.len(), 3, "{printed}");
    let outputs = commands.iter().map(|command| crate::documents::shell(command)).collect::<Vec<_>>();
    assert_eq!(outputs[0], r#"{"status":"ok"}"#);
    assert_eq!(json(&outputs[1])["status"], "AVAILABLE", "{}", outputs[1]);
    assert_eq!(json(&outputs[2])["status"], "BOOKED", "{}", outputs[2]);
    server.assert_rows(1, 1);
}

#[test]
fn completions_and_the_vapi_manifest_are_printed() {
    let server = Server::start(std::sync::Arc::new(tempdir().unwrap()), NOW, SECRET);
    for shell in ["bash", "zsh", "fish"] {
        assert!(run(server.folder.path(), &["completions", shell]).contains("ringbook"), "{shell}");
    }
    let tools = json(&run(server.folder.path(), &["vapi", "manifest"]));
    assert!(tools.to_string().contains("book_appointment"), "{tools}");
}
