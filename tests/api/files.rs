//! Contacts and appointments leave in a file and come in from one.

use std::fs;
use std::path::Path;
use std::process::Output;

use serde_json::{Value, json};
use tempfile::{TempDir, tempdir};

use crate::support::{ringbook, run};

/// Two organizations with the demo's services and providers: `demo` and `other`.
fn two_organizations() -> TempDir {
    let folder = tempdir().unwrap();
    let demo = include_str!("../../organizations/demo.toml");
    fs::write(folder.path().join("demo.toml"), demo).unwrap();
    let other = demo.replace("slug = \"demo\"", "slug = \"other\"").replace("+15125550100", "+15125550199");
    fs::write(folder.path().join("other.toml"), other).unwrap();
    run(folder.path(), &["apply", "demo.toml", "other.toml"]);
    folder
}

fn import(folder: &Path, what: &str, file: &str, content: impl AsRef<[u8]>) -> Output {
    import_to(folder, "demo", what, file, content, &[])
}

fn import_to(folder: &Path, org: &str, what: &str, file: &str, content: impl AsRef<[u8]>, more: &[&str]) -> Output {
    fs::write(folder.join(file), content).unwrap();
    ringbook(folder, &[&["import", "--org", org, "--what", what, "--json", file], more].concat())
}

/// Rows read, created, updated, known and refused.
#[track_caller]
fn summary(output: &Output) -> [u64; 5] {
    let summary: Value = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|_| panic!("no summary: {}", String::from_utf8_lossy(&output.stderr)));
    assert_eq!(output.status.success(), summary["refused"] == 0, "{summary}");
    ["rows", "created", "updated", "known", "refused"].map(|name| summary[name].as_u64().unwrap())
}

/// What was complained of, line by line.
fn complaints(output: &Output) -> Vec<String> {
    let lines = String::from_utf8(output.stderr.clone()).unwrap();
    lines.lines().filter(|line| line.starts_with("line ")).map(str::to_owned).collect()
}

/// The exported rows without what belongs to the one organization: ids and when they were written.
fn export(folder: &Path, org: &str, what: &str) -> Vec<Value> {
    let printed = run(folder, &["export", "--org", org, "--what", what, "--format", "jsonl"]);
    let rows = printed.lines().map(|line| {
        let mut row: Value = serde_json::from_str(line).unwrap();
        ["id", "contact_id", "created_at"].iter().for_each(|own| drop(row.as_object_mut().unwrap().remove(*own)));
        row
    });
    rows.collect()
}

const CONTACTS: &str = "\
Full Name,E-Mail,Phone Number,no-shows,Shoe size
Ann Bee,ann@example.com,(512) 555-0101,2,38
\"Bee, \"\"Bo\"\"\nJr\",bo@example.com,,,
,,+34 600 123 456,0,
";

const APPOINTMENTS: &str = "\
confirmation_code,service,provider,start,status,name,phone,email,notes
B2C3,consultation,lee,2020-06-03T14:00:00Z,completed,Ann Bee,+15125550101,,\"first visit, \"\"late\"\"\"
B2C4,consultation,lee,2020-06-03T14:00:00Z,cancelled,Ann Bee,+15125550101,,
,Cleaning,Ortiz,2099-06-03 09:00,,,,bo@example.com,
";

#[test]
fn usual_spellings_of_columns_are_understood() {
    let folder = two_organizations();
    let imported = import(folder.path(), "contacts", "contacts.csv", CONTACTS);
    assert_eq!(summary(&imported), [3, 3, 0, 0, 0]);
    assert!(String::from_utf8_lossy(&imported.stderr).contains("columns are not used: 5"));
    let expected = [
        json!({"name": "Ann Bee", "email": "ann@example.com", "phone": "+15125550101", "no_shows": 2}),
        json!({"name": "Bee, \"Bo\" Jr", "email": "bo@example.com", "phone": null, "no_shows": 0}),
        json!({"name": null, "email": null, "phone": "+34600123456", "no_shows": 0}),
    ];
    assert_eq!(export(folder.path(), "demo", "contacts"), expected);
}

#[test]
fn importing_again_changes_nothing() {
    let folder = two_organizations();
    for (what, content) in [("contacts", CONTACTS), ("appointments", APPOINTMENTS)] {
        assert_eq!(summary(&import(folder.path(), what, "rows.csv", content)), [3, 3, 0, 0, 0], "{what}");
        let before = (export(folder.path(), "demo", what), run(folder.path(), &["audit", "list", "--org", "demo"]));
        assert_eq!(summary(&import(folder.path(), what, "rows.csv", content)), [3, 0, 0, 3, 0], "{what}");
        let after = (export(folder.path(), "demo", what), run(folder.path(), &["audit", "list", "--org", "demo"]));
        assert_eq!(before, after, "{what}");
    }
}

#[test]
fn what_was_exported_can_be_imported_elsewhere() {
    let folder = two_organizations();
    summary(&import(folder.path(), "contacts", "contacts.csv", CONTACTS));
    summary(&import(folder.path(), "appointments", "appointments.csv", APPOINTMENTS));
    for format in ["csv", "jsonl"] {
        for what in ["contacts", "appointments"] {
            let file = format!("{what}-out.{format}");
            run(folder.path(), &["export", "--org", "demo", "--what", what, &file]);
            let content = fs::read(folder.path().join(&file)).unwrap();
            let imported = import_to(folder.path(), "other", what, &file, content, &[]);
            assert!(imported.status.success(), "{}", String::from_utf8_lossy(&imported.stderr));
        }
    }
    for what in ["contacts", "appointments"] {
        let (one, other) = (export(folder.path(), "demo", what), export(folder.path(), "other", what));
        assert_eq!((one.len(), &one), (3, &other));
    }
    assert_eq!(export(folder.path(), "other", "appointments")[2]["end"], "2099-06-03T13:45:00Z");
}

#[test]
fn refused_rows_are_listed_and_the_others_go_in() {
    let folder = two_organizations();
    let rows = "\
name,phone,email
Ann,555,ann@example.com
Bo,,bo@nowhere
Cy,,
Di,+15125550104,
Ed,+15125550105
Fi,+15125550106,unknown
";
    let output = import_to(folder.path(), "demo", "contacts", "in.csv", rows, &["--refused", "out.csv"]);
    assert_eq!(summary(&output), [6, 2, 0, 0, 4]);
    insta::assert_snapshot!(complaints(&output).join("\n"), @"
    line 2: phone: a phone number is written with its area code, or with + and its country code
    line 3: email: an email address looks like name@example.com
    line 4: a phone number or an email address is needed
    line 6: the row has 2 fields where the first line has 3 (is a quote left open?)
    ");
    insta::assert_snapshot!(fs::read_to_string(folder.path().join("out.csv")).unwrap(), @r#"
    name,phone,email,refused_because
    Ann,555,ann@example.com,"phone: a phone number is written with its area code, or with + and its country code"
    Bo,,bo@nowhere,email: an email address looks like name@example.com
    Cy,,,a phone number or an email address is needed
    Ed,+15125550105,the row has 2 fields where the first line has 3 (is a quote left open?)
    "#);
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn refused_appointments_leave_nothing_behind() {
    let folder = two_organizations();
    let rows = "\
service,provider,start,end,status,phone
consultation,lee,2099-06-03T14:00:00Z,,,+15125550101
consultation,lee,2099-06-03T14:15:00Z,,,+15125550102
surgery,lee,2099-06-04T14:00:00Z,,,+15125550103
consultation,nobody,2099-06-04T14:00:00Z,,,+15125550103
consultation,,2099-06-04T14:00:00Z,,,+15125550103
consultation,lee,tomorrow,,,+15125550103
consultation,lee,2099-06-04,,,+15125550103
consultation,lee,2026-03-08 02:30,,,+15125550103
consultation,lee,2099-06-04T14:00:00Z,2099-06-04T13:00:00Z,,+15125550103
consultation,lee,2099-06-04T14:00:00Z,,held,+15125550103
consultation,lee,2099-06-04T14:00:00Z,,,
";
    let output = import(folder.path(), "appointments", "in.csv", rows);
    assert_eq!(summary(&output), [11, 1, 0, 0, 10]);
    insta::assert_snapshot!(complaints(&output).join("\n"), @"
    line 3: start: the provider has another appointment at that time
    line 4: service: this is none of consultation, cleaning
    line 5: provider: one of lee, ortiz is needed
    line 6: provider: one of lee, ortiz is needed
    line 7: start: write it like 2026-06-03T15:00:00-05:00, or 2026-06-03 15:00 for local time
    line 8: start: write it like 2026-06-03T15:00:00-05:00, or 2026-06-03 15:00 for local time
    line 9: start: the clock shows this time twice or never on that day: write it with its offset
    line 10: end: it must be after the start, by 7d at most
    line 11: status: one of confirmed, cancelled, completed, no_show is wanted here
    line 12: a phone number or an email address is needed
    ");
    assert_eq!(export(folder.path(), "demo", "appointments").len(), 1);
    assert_eq!(export(folder.path(), "demo", "contacts").len(), 1, "a refused row leaves no contact");
}

#[test]
fn what_is_over_may_overlap_and_nobody_is_written_to() {
    let folder = two_organizations();
    let rows = "\
service,provider,start,phone
consultation,lee,2020-06-03T14:00:00Z,+15125550101
consultation,lee,2020-06-03T14:15:00Z,+15125550102
consultation,lee,2020-06-07T03:00:00Z,+15125550103
";
    assert_eq!(summary(&import(folder.path(), "appointments", "in.csv", rows)), [3, 3, 0, 0, 0]);
    let database = rusqlite::Connection::open(folder.path().join("ringbook.db")).unwrap();
    let outbox: i64 = database.query_row("SELECT count(*) FROM outbox", [], |row| row.get(0)).unwrap();
    assert_eq!(outbox, 0);
    assert_eq!(
        run(folder.path(), &["audit", "list", "--org", "demo", "--kind", "appointment.imported"]).lines().count(),
        3
    );
}

#[test]
fn a_dry_run_says_the_same_and_writes_nothing() {
    let folder = two_organizations();
    let twice = format!("{APPOINTMENTS},cleaning,ortiz,2099-06-03 09:30,,,+15125550109,,\n");
    let dry = import_to(folder.path(), "demo", "appointments", "in.csv", &twice, &["--dry-run"]);
    assert_eq!(export(folder.path(), "demo", "appointments").len(), 0);
    assert_eq!(export(folder.path(), "demo", "contacts").len(), 0);
    let left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(!left.iter().any(|name| name.to_string_lossy().contains("dry-run")), "{left:?}");
    let real = import(folder.path(), "appointments", "in.csv", &twice);
    assert_eq!((summary(&dry), complaints(&dry)), (summary(&real), complaints(&real)));
    assert_eq!(summary(&real), [4, 3, 0, 0, 1]);
}

#[test]
fn encodings_and_delimiters_of_other_programs_are_read_or_named() {
    let phone = "+15125550101";
    let read = [
        format!("\u{feff}name,phone\r\nZoë,{phone}\r\n"),
        format!("name;phone\nZoë;{phone}\n"),
        format!("name\tphone\nZoë\t{phone}"),
        format!("\n\nname,phone\n\nZoë,{phone}\n\n"),
    ];
    for content in read {
        let folder = two_organizations();
        assert_eq!(summary(&import(folder.path(), "contacts", "in.csv", &content)), [1, 1, 0, 0, 0], "{content:?}");
        assert_eq!(export(folder.path(), "demo", "contacts")[0]["name"], "Zoë", "{content:?}");
    }
    let folder = two_organizations();
    let latin = [b"name,phone\nZo\xeb,+15125550101\nAnn,+15125550102\n".as_slice()].concat();
    let output = import(folder.path(), "contacts", "in.csv", latin);
    assert_eq!(summary(&output), [2, 1, 0, 0, 1]);
    assert!(complaints(&output)[0].contains("save the file as UTF-8"));
    let wide: Vec<u8> = "\u{feff}name,phone\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let output = import(folder.path(), "contacts", "in.csv", wide);
    assert!(String::from_utf8_lossy(&output.stderr).contains("UTF-16"));
}

#[test]
fn files_that_are_none_are_named_and_kill_nothing() {
    let folder = two_organizations();
    let refused = |file: &str, content: Vec<u8>, expected: &str| {
        let output = import(folder.path(), "contacts", file, content);
        let message = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(1), "{message}");
        assert!(message.contains(expected), "{expected:?} is not in {message}");
    };
    refused("in.csv", b"Ann Bee,+15125550101\n".to_vec(), "must name a column");
    refused("in.csv", b"phone,Mobile\n+15125550101,+15125550102\n".to_vec(), "columns 1 and 2 are both `phone`");
    refused("in.csv", Vec::new(), "must name a column");
    let endless = [b"phone\n\"".as_slice(), &b"x".repeat(3 << 20)].concat();
    refused("in.csv", endless, "longer than");
    refused("in.csv", b"phone,".repeat(1_000_000), "longer than");
    refused("in.csv", [b"phone".as_slice(), &b",".repeat(400_000)].concat(), "more than 1000 columns");
    refused("in.jsonl", b"x".repeat(3 << 20), "longer than");
    let lines = format!("{}\n[]\n{{\"phone\":[1]}}\nnull\n{{\"phone\": 15125550102}}\n", "[".repeat(100_000));
    let output = import(folder.path(), "contacts", "in.jsonl", lines);
    assert_eq!(summary(&output), [5, 1, 0, 0, 4]);
    let missing = ringbook(folder.path(), &["import", "--org", "demo", "--what", "contacts", "nowhere.csv"]);
    assert!(String::from_utf8_lossy(&missing.stderr).contains("nowhere.csv"));
    let unknown = ringbook(folder.path(), &["import", "--org", "nobody", "--what", "contacts", "in.jsonl"]);
    assert_eq!(unknown.status.code(), Some(1));
}
