//! A person is forgotten everywhere; their appointments keep their time.

use std::collections::BTreeSet;

use jiff::ToSpan;
use serde_json::{Value, json};

use crate::audit::{complaint, events, seal_all};
use crate::support::{Server, ringbook, run, wish, with};

const PHONE: &str = "+15125550143";

/// Words that only this person can have brought in.
const PERSONAL: [&str; 5] = ["5550143", "Quillfeather", "quill@example.com", "sore tooth", "moving away"];

/// Every text and blob of the database, table by table, in which one of the words stands.
fn found(server: &Server, words: &[&str]) -> Vec<String> {
    let database = server.database();
    let tables = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
    let columns = format!("SELECT t.name, c.name FROM ({tables}) t, pragma_table_info(t.name) c");
    let mut statement = database.prepare(&columns).unwrap();
    let all = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))).unwrap();
    let mut places = Vec::new();
    for (table, column) in all.map(Result::unwrap) {
        for word in words {
            let sql = format!("SELECT count(*) FROM {table} WHERE CAST({column} AS TEXT) LIKE '%{word}%'");
            if database.query_row::<i64, _, _>(&sql, [], |row| row.get(0)).unwrap() > 0 {
                places.push(format!("{word} in {table}.{column}"));
            }
        }
    }
    places
}

/// The id of the one contact, as it is written.
fn contact(server: &Server) -> String {
    let hexadecimal = &server.column("SELECT lower(hex(id)) FROM contacts ORDER BY id")[0];
    uuid::Uuid::parse_str(hexadecimal).unwrap().to_string()
}

/// One appointment that is cancelled with words, one that stands, and traces in every other table.
async fn known_person() -> Server {
    let server = Server::demo();
    let person = json!({"name": "Ottilie Quillfeather", "email": "quill@example.com", "notes": "a sore tooth"});
    for (time, call) in [("09:00", "call-1"), ("10:00", "call-2")] {
        let mut arguments = with(wish(PHONE, time), "provider", "lee");
        arguments.as_object_mut().unwrap().extend(person.as_object().unwrap().clone());
        let line = server.vapi(&crate::support::envelope(call, "one", "book_appointment", arguments)).await.line();
        assert!(line.starts_with("BOOKED"), "{line}");
    }
    let code = server.column("SELECT confirmation_code FROM appointments ORDER BY starts_at")[0].clone();
    let cancel = json!({"confirmation_code": code, "reason": "she is moving away"});
    let cancelled = server.post("/api/tools/cancel_appointment", &cancel).await;
    assert_eq!(cancelled.at("/status"), "CANCELLED");
    fill_other_tables(&server);
    server
}

fn fill_other_tables(server: &Server) {
    let of = "FROM contacts";
    let statements = [
        format!(
            "INSERT INTO calls (organization_id, id, call_id, channel, caller_number, status, summary, transcript,
                recording_url, created_at, updated_at)
             SELECT organization_id, randomblob(16), 'call-1', 'vapi', phone, 'ended', name, 'sore tooth',
                'https://example.com/5550143', 0, 0 {of}"
        ),
        format!(
            "INSERT INTO messages (organization_id, id, contact_id, name, phone, body, urgent, channel, created_at, updated_at)
             SELECT organization_id, randomblob(16), id, name, phone, 'a sore tooth', 0, 'vapi', 0, 0 {of}"
        ),
        format!(
            "INSERT INTO waitlist (organization_id, id, contact_id, service_id, wanted_from, wanted_until, status, channel,
                created_at, updated_at)
             SELECT organization_id, randomblob(16), id, 'cleaning', 0, 1, 'waiting', 'vapi', 0, 0 {of}"
        ),
        format!(
            "INSERT INTO unrouted_calls SELECT randomblob(16), credential_id, 'call-9', '{{\"from\": \"{PHONE}\"}}', 0
             FROM credential_organizations LIMIT 1"
        ),
    ];
    for sql in statements {
        assert_eq!(server.database().execute(&sql, []).unwrap(), 1, "{sql}");
    }
}

fn erase(server: &Server, contact: &str) -> Value {
    let arguments = ["erase", "--org", "demo", "--contact", contact, "--cancel-upcoming", "--json"];
    serde_json::from_str(&run(server.folder.path(), &arguments)).unwrap()
}

#[tokio::test]
async fn nothing_of_a_person_stays_but_the_time() {
    let server = known_person().await;
    let places: BTreeSet<String> =
        found(&server, &PERSONAL).iter().map(|place| place.rsplit(' ').next().unwrap().to_owned()).collect();
    insta::assert_snapshot!(places.into_iter().collect::<Vec<_>>().join("\n"), @"
    appointments.cancel_reason
    appointments.notes
    calls.caller_number
    calls.recording_url
    calls.summary
    calls.transcript
    contacts.email
    contacts.name
    contacts.phone
    events.after
    messages.body
    messages.name
    messages.phone
    unrouted_calls.report
    ");
    seal_all(&server).await;
    let times = "SELECT starts_at || ' ' || ends_at || ' ' || provider_id FROM appointments ORDER BY starts_at";
    let before = server.column(times);

    let erased = erase(&server, &contact(&server));
    assert_eq!(found(&server, &PERSONAL), Vec::<String>::new());
    assert_eq!(server.column(times), before);
    assert_eq!(server.column("SELECT status FROM waitlist"), ["withdrawn"]);
    let counted = ["cancelled", "appointments", "calls", "messages", "waitlist", "replies", "events"]
        .map(|name| erased[name].clone());
    assert_eq!(counted, [0, 2, 1, 1, 1, 2, 1].map(Value::from), "{erased}");

    assert_eq!(complaint(&server), "", "the chain of the audit holds");
    seal_all(&server).await;
    assert_eq!(complaint(&server), "");
    let last = events(&server, &["--kind", "contact.erased"]);
    assert_eq!((last.len(), &last[0]["subject"]), (1, &contact(&server).into()));
}

#[tokio::test]
async fn erasing_again_does_nothing_and_the_person_may_come_back() {
    let server = known_person().await;
    let first = contact(&server);
    erase(&server, &first);
    assert_eq!(erase(&server, &first)["already"], true);
    assert_eq!(events(&server, &["--kind", "contact.erased"]).len(), 1);
    let again = server.book(wish(PHONE, "10:00")).await;
    assert_eq!(again.booked().at("/contact/created"), "true");
    assert_ne!(again.at("/contact/id"), first);
}

#[tokio::test]
async fn who_is_expected_is_not_forgotten_by_accident() {
    // The command line goes by the machine's clock.
    #[expect(clippy::disallowed_methods, reason = "the command line has no other clock")]
    let now = jiff::Timestamp::now();
    let server = Server::demo_at(&now.to_string());
    let from = now.in_tz("America/New_York").unwrap().date() + 7.days();
    let offered = server.check(json!({"from": from.to_string(), "to": (from + 6.days()).to_string()})).await;
    server.book(json!({"slot_id": offered.at("/slots/0/id"), "phone": PHONE})).await.booked();
    let (contact, folder) = (contact(&server), server.folder.path());

    let refused = ringbook(folder, &["erase", "--org", "demo", "--contact", &contact]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("upcoming"));
    assert_eq!(server.column("SELECT phone FROM contacts"), [PHONE]);

    let erased = erase(&server, &contact);
    assert_eq!((&erased["cancelled"], &erased["appointments"]), (&1.into(), &1.into()));
    assert_eq!(server.column("SELECT status FROM appointments"), ["cancelled"]);
    assert_eq!(events(&server, &["--kind", "appointment.cancelled"]).len(), 1);
}

#[test]
fn only_a_contact_can_be_erased() {
    let server = Server::demo();
    let nobody = "00000000-0000-7000-8000-000000000000";
    let unknown = ringbook(server.folder.path(), &["erase", "--org", "demo", "--contact", nobody]);
    assert_eq!(unknown.status.code(), Some(1));
    let unreadable = ringbook(server.folder.path(), &["erase", "--org", "demo", "--contact", "Ottilie"]);
    assert_eq!(unreadable.status.code(), Some(2));
}

#[tokio::test]
async fn an_erasure_hides_no_other_change() {
    let server = known_person().await;
    server.book(with(wish("+15125550199", "14:00"), "provider", "lee")).await.booked();
    erase(&server, &contact(&server));
    seal_all(&server).await;
    let hide = "UPDATE events SET before = NULL, after = NULL, salt = NULL,
        erased_by = (SELECT id FROM events WHERE kind = 'contact.erased')
        WHERE id = (SELECT max(id) FROM events WHERE kind = 'contact.created')";
    assert_eq!(server.database().execute(hide, []).unwrap(), 1);
    assert!(complaint(&server).contains("no erasure did it"), "{}", complaint(&server));
}
