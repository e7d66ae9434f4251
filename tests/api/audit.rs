//! Who changed what, when and from where, and that nobody can change that unnoticed.

use ringbook::actions::seal::seal;
use ringbook::store::Store;
use ringbook_core::time::Moment;
use serde_json::Value;
use uuid::Uuid;

use crate::rest;
use crate::support::{Server, ringbook, run, wish, with};

/// Seals everything, also what just happened.
pub async fn seal_all(server: &Server) -> usize {
    let store = Store::open(&server.folder.path().join("ringbook.db")).unwrap();
    seal(&store, Uuid::max(), Moment::from_unix(1_780_000_000)).await.unwrap()
}

/// What `ringbook audit list` shows with further arguments.
pub fn events(server: &Server, arguments: &[&str]) -> Vec<Value> {
    let list = [&["audit", "list", "--org", "demo", "--json"], arguments].concat();
    let printed: Value = serde_json::from_str(&run(server.folder.path(), &list)).unwrap();
    printed["data"].as_array().unwrap().clone()
}

/// The complaint of `ringbook audit verify`, empty when there is none.
pub fn complaint(server: &Server) -> String {
    let output = ringbook(server.folder.path(), &["audit", "verify", "--org", "demo"]);
    assert_eq!(output.status.success(), output.stderr.is_empty());
    String::from_utf8(output.stderr).unwrap()
}

async fn busy_demo() -> Server {
    let server = Server::demo();
    for (hour, phone) in ["09:00", "10:00", "11:00"].iter().zip(["+15125550101", "+15125550102", "+15125550103"]) {
        server.book(with(wish(phone, hour), "provider", "lee")).await.booked();
    }
    server
}

fn change(server: &Server, sql: &str) {
    assert!(server.database().execute(sql, []).unwrap() > 0, "{sql}");
}

#[tokio::test]
async fn whatever_changes_is_recorded_with_its_author() {
    let server = busy_demo().await;
    let key: Value = serde_json::from_str(&run(
        server.folder.path(),
        &["key", "create", "--org", "demo", "--kind", "api", "--json"],
    ))
    .unwrap();
    run(server.folder.path(), &["key", "revoke", key["id"].as_str().unwrap()]);
    let file = include_str!("../../organizations/demo.toml").replace("Riverside Clinic", "Riverside Practice");
    std::fs::write(server.folder.path().join("demo.toml"), file).unwrap();
    run(server.folder.path(), &["apply", "demo.toml"]);

    let all = events(&server, &[]);
    let kinds: Vec<&str> = all.iter().map(|event| event["kind"].as_str().unwrap()).collect();
    let expected = [
        &["organization.changed", "credential.created", "credential.created", "credential.created"][..],
        &["contact.created", "appointment.booked"].repeat(3),
        &["credential.created", "credential.revoked", "organization.changed"],
    ];
    assert_eq!(kinds, expected.concat());
    let changed = all.last().unwrap();
    assert_eq!(
        (&changed["channel"], &changed["after"]["changed"]),
        (&"command_line".into(), &serde_json::json!(["name"]))
    );
    assert!(!changed.to_string().contains("Riverside"), "the document is not copied: {changed}");
    let booked = &all[5];
    assert_eq!(booked["channel"], "vapi");
    assert!(booked["credential"].is_string(), "{booked}");
}

#[tokio::test]
async fn the_list_is_filtered() {
    let server = busy_demo().await;
    let booked = events(&server, &["--kind", "appointment.booked"]);
    assert_eq!(booked.len(), 3);
    let (subject, id) = (booked[1]["subject"].as_str().unwrap(), booked[1]["id"].as_str().unwrap());
    assert_eq!(events(&server, &["--subject", subject]), [booked[1].clone()]);
    assert_eq!(events(&server, &["--kind", "appointment.booked", "--after", id]), [booked[2].clone()]);
    assert_eq!(events(&server, &["--from", "2100-01-01T00:00:00Z"]), Vec::<Value>::new());
    assert_eq!(events(&server, &["--limit", "2"]).len(), 2);
    let unknown = ringbook(server.folder.path(), &["audit", "list", "--org", "demo", "--kind", "appointment.made"]);
    assert_eq!(unknown.status.code(), Some(2));
}

#[tokio::test]
async fn a_sealed_audit_is_whole_and_goes_on() {
    let server = busy_demo().await;
    assert_eq!(complaint(&server), "");
    assert_eq!(seal_all(&server).await, 10);
    assert_eq!(seal_all(&server).await, 0, "nothing is sealed twice");
    server.book(wish("+15125550104", "14:00")).await.booked();
    assert_eq!(complaint(&server), "");
    assert_eq!(seal_all(&server).await, 2);
    assert_eq!(complaint(&server), "");
    let whole: Value =
        serde_json::from_str(&run(server.folder.path(), &["audit", "verify", "--org", "demo", "--json"])).unwrap();
    assert_eq!((&whole["events"], &whole["sealed"]), (&12.into(), &12.into()));
}

#[tokio::test]
async fn a_changed_event_is_named_sealed_or_not() {
    for sealed in [false, true] {
        for set in ["after = '{}'", "at = at + 1", "channel = 'api'", "kind = 'appointment.held'", "call_id = 'x'"] {
            let server = busy_demo().await;
            if sealed {
                seal_all(&server).await;
            }
            let victim = events(&server, &["--kind", "appointment.booked"])[1]["id"].as_str().unwrap().to_owned();
            let id = victim.replace('-', "");
            change(&server, &format!("UPDATE events SET {set} WHERE id = x'{id}'"));
            assert!(complaint(&server).contains(&format!("event {victim} ")), "{set}: {}", complaint(&server));
        }
    }
}

#[tokio::test]
async fn what_is_taken_from_a_seal_or_put_behind_it_is_noticed() {
    let one = "(SELECT id FROM events WHERE kind = 'appointment.booked' LIMIT 1)";
    let behind = format!(
        "INSERT INTO events SELECT organization_id, x'00000000000000000000000000000001', at, kind, subject_id, channel,
            credential_id, call_id, before, after, salt, digest, erased_by FROM events WHERE id = {one}"
    );
    let exchanged = "UPDATE event_seals SET hash = zeroblob(32)".to_owned();
    let emptied = format!(
        "UPDATE events SET before = NULL, after = NULL, salt = NULL, erased_by = randomblob(16) WHERE id = {one}"
    );
    let tamperings = [
        (format!("DELETE FROM events WHERE id = {one}"), "10 were sealed and 9 are there"),
        (behind, "event 00000000-0000-0000-0000-000000000001 is not what was recorded"),
        (exchanged, "was exchanged"),
        (emptied, "no erasure did it"),
    ];
    for (sql, expected) in tamperings {
        let server = busy_demo().await;
        seal_all(&server).await;
        change(&server, &sql);
        assert!(complaint(&server).contains(expected), "{sql}: {}", complaint(&server));
    }
}

#[tokio::test]
async fn programs_read_it_a_page_at_a_time() {
    let server = busy_demo().await;
    let first = rest::get(&server, "/events?limit=4&kind=appointment.booked").await;
    assert_eq!(first.json()["data"].as_array().unwrap().len(), 3);
    assert_eq!(first.at("/next_cursor"), "null");
    let (mut cursor, mut ids) = (String::new(), Vec::new());
    loop {
        let page = rest::get(&server, &format!("/events?limit=4{cursor}")).await;
        ids.extend(
            page.json()["data"].as_array().unwrap().iter().map(|event| event["id"].as_str().unwrap().to_owned()),
        );
        match page.json()["next_cursor"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => break,
        }
    }
    let all: Vec<String> = events(&server, &[]).iter().map(|event| event["id"].as_str().unwrap().to_owned()).collect();
    assert_eq!(ids, all);
    let booked = &first.json()["data"][0];
    let of_subject = rest::get(&server, &format!("/events?subject={}", booked["subject"].as_str().unwrap())).await;
    assert_eq!(of_subject.json()["data"], serde_json::json!([booked]));
    assert_eq!(rest::get(&server, "/events?from=2026-06-03").await.json()["data"], serde_json::json!([]));
    rest::refused(&rest::get(&server, "/events?kind=appointment.made").await, 400, "MALFORMED_REQUEST");
    rest::refused(&rest::get(&server, "/events?sort=at").await, 400, "MALFORMED_REQUEST");
}
