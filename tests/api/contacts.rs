//! Who the contact is (contract §6).

use serde_json::{Value, json};

use crate::support::{Server, wish, with};

const UK: &str = r#"
slug = "harley"
name = "Harley Dental"
time_zone = "Europe/London"
country = "GB"
[[services]]
id = "consultation"
name = "Consultation"
duration = "30m"
[[providers]]
id = "may"
name = "Dr. May"
[providers.hours]
wed = ["09:00-20:00"]
"#;

fn phones(server: &Server) -> Vec<String> {
    server.column("SELECT phone FROM contacts ORDER BY phone")
}

fn names(server: &Server) -> Vec<String> {
    server.column("SELECT name FROM contacts ORDER BY name")
}

#[tokio::test]
async fn case_01_and_02_a_known_phone_keeps_its_contact_and_takes_the_newer_email() {
    let server = Server::demo();
    server.book(with(wish("+15551234567", "10:00"), "email", "test1@example.com")).await.booked();
    server.book(with(wish("+15551234567", "14:00"), "email", "test2@example.com")).await.booked();
    server.assert_rows(1, 2);
    assert_eq!(server.column("SELECT email FROM contacts"), ["test2@example.com"]);
}

#[tokio::test]
async fn case_03_an_absent_email_or_name_blanks_nothing() {
    let server = Server::demo();
    server.book(with(wish("+15551234567", "10:00"), "email", "ann@example.com")).await.booked();
    for (time, email, name) in [("11:00", Value::Null, Value::Null), ("12:00", json!(""), json!("Guest"))] {
        server.book(with(with(wish("+15551234567", time), "email", email), "name", name)).await.booked();
    }
    server.assert_rows(1, 3);
    assert_eq!(server.column("SELECT email FROM contacts"), ["ann@example.com"]);
    assert_eq!(names(&server), ["Ann Bee"]);
}

#[tokio::test]
async fn case_04_a_family_may_share_an_email() {
    let server = Server::demo();
    server.book(with(wish("+15551234567", "10:00"), "email", "family@example.com")).await.booked();
    server.book(with(wish("+15551234568", "11:00"), "email", "family@example.com")).await.booked();
    server.assert_rows(2, 2);
    assert_eq!(phones(&server), ["+15551234567", "+15551234568"]);
}

#[tokio::test]
async fn case_05_email_only_then_the_phone_joins_the_same_contact() {
    let server = Server::demo();
    let by_email = with(with(wish("", "10:00"), "phone", Value::Null), "email", "ann@example.com");
    server.book(by_email).await.booked();
    server.book(with(wish("+15551234567", "11:00"), "email", "ann@example.com")).await.booked();
    server.assert_rows(1, 2);
    assert_eq!(phones(&server), ["+15551234567"]);
}

#[tokio::test]
async fn a_known_phone_absorbs_the_phoneless_contact_with_its_email() {
    let server = Server::demo();
    server.book(wish("+15551234567", "10:00")).await.booked();
    server.book(json!({"date": "2026-06-03", "time": "11:00", "email": "ann@example.com"})).await.booked();
    server.assert_rows(2, 2);
    server.book(with(wish("+15551234567", "12:00"), "email", "ann@example.com")).await.booked();
    server.assert_rows(1, 3);
}

#[tokio::test]
async fn an_email_alone_finds_the_only_contact_that_has_it() {
    let server = Server::demo();
    server.book(with(wish("+15551234567", "10:00"), "email", "ann@example.com")).await.booked();
    server.book(json!({"date": "2026-06-03", "time": "11:00", "email": "ANN@example.com"})).await.booked();
    server.assert_rows(1, 2);
}

#[tokio::test]
async fn an_email_that_several_share_is_decided_by_the_name() {
    let server = Server::demo();
    let family = |phone, time, name| with(with(wish(phone, time), "email", "family@example.com"), "name", name);
    server.book(family("+15551234567", "10:00", "Ann Bee")).await.booked();
    server.book(family("+15551234568", "11:00", "Bob Bee")).await.booked();
    let by_email = json!({"date": "2026-06-03", "time": "12:00", "email": "family@example.com", "name": "bob bee"});
    server.book(by_email).await.booked();
    server.assert_rows(2, 3);
    let bobs = "SELECT count(*) FROM appointments JOIN contacts ON contacts.id = contact_id WHERE name = 'Bob Bee'";
    assert_eq!(server.number(bobs), 2);
}

#[tokio::test]
async fn case_78_a_name_of_wildcards_matches_nobody() {
    for name in ["%", "_", "a", "%bee%"] {
        let server = Server::demo();
        server.book(with(wish("+15551234567", "10:00"), "email", "family@example.com")).await.booked();
        server.book(with(wish("+15551234568", "11:00"), "email", "family@example.com")).await.booked();
        let by_email = json!({"date": "2026-06-03", "time": "12:00", "email": "family@example.com", "name": name});
        assert_eq!(server.book(by_email).await.booked().at("/contact/created"), "true", "{name}");
        server.assert_rows(3, 3);
    }
}

#[tokio::test]
async fn case_06_neither_phone_nor_email_writes_nothing() {
    let server = Server::demo();
    for absent in [Value::Null, json!(""), json!("unknown"), json!("N/A"), json!("none"), json!("null")] {
        let reply = server.book(with(with(wish("", "10:00"), "phone", absent.clone()), "email", absent)).await;
        reply.refused(400, "MISSING_CONTACT_INFO");
    }
    server.assert_rows(0, 0);
}

#[tokio::test]
async fn case_07_a_phone_alone_is_enough() {
    let server = Server::demo();
    server.book(json!({"date": "2026-06-03", "time": "10:00", "phone": "+15551234567"})).await.booked();
    assert_eq!(server.column("SELECT name FROM contacts"), ["-"], "no name is invented");
}

#[tokio::test]
async fn case_25_and_26_spelling_is_normalized() {
    for (name, phone, email, normal) in [
        ("jane SMITH", "5559876543", "JANE@EXAMPLE.COM", ["Jane Smith", "+15559876543", "jane@example.com"]),
        ("john doe", "(555) 123-4567", "JOHN@EXAMPLE.COM", ["John Doe", "+15551234567", "john@example.com"]),
    ] {
        let server = Server::demo();
        server.book(with(with(wish(phone, "10:00"), "name", name), "email", email)).await.booked();
        let row = server.column("SELECT name || '|' || phone || '|' || email FROM contacts");
        assert_eq!(row, [normal.join("|")]);
    }
}

#[tokio::test]
async fn case_27_names_stay_as_people_write_them() {
    let server = Server::demo();
    let given = ["José Ángel", "McDonald", "O'Brien", "Robert'); DROP TABLE contacts;--", "van der Berg"];
    for (index, name) in given.into_iter().enumerate() {
        let phone = format!("+1555123456{index}");
        server.book(with(wish(&phone, &format!("1{index}:00")), "name", name)).await.booked();
    }
    let mut stored = names(&server);
    stored.sort();
    assert_eq!(
        stored,
        given.iter().copied().collect::<std::collections::BTreeSet<_>>().into_iter().collect::<Vec<_>>()
    );
}

#[tokio::test]
async fn case_28_a_number_without_prefix_belongs_to_the_organizations_country() {
    let server = Server::of_organization(UK, "2026-06-02T09:10:00Z");
    server.book(wish("07700 900123", "10:00")).await.booked();
    server.book(wish("+44 (0)7700 900124", "11:00")).await.booked();
    assert_eq!(phones(&server), ["+447700900123", "+447700900124"]);
}

#[tokio::test]
async fn case_29_a_phone_that_cannot_be_one_is_asked_again() {
    let server = Server::demo();
    for phone in ["12", "abc", "555-0123", "+15551234567890123", "my number is five"] {
        let reply = server.book(wish(phone, "10:00")).await;
        reply.refused(400, "INVALID_PHONE");
        assert_eq!(reply.at("/field"), "phone", "{}", reply.text);
    }
    server.assert_rows(0, 0);
}

#[tokio::test]
async fn case_30_a_bad_email_is_asked_again_or_left_out_when_there_is_a_phone() {
    let server = Server::demo();
    let email_only = json!({"date": "2026-06-03", "time": "10:00", "email": "not-a-valid-email"});
    server.book(email_only).await.refused(400, "INVALID_EMAIL");
    server.assert_rows(0, 0);
    server.book(with(wish("+15551234567", "10:00"), "email", "not-a-valid-email")).await.booked();
    assert_eq!(server.column("SELECT email FROM contacts"), ["-"]);
}

#[tokio::test]
async fn spoken_digits_and_emails_are_understood() {
    let server = Server::demo();
    let spoken = with(
        wish("five one two, double five five, oh one four three", "10:00"),
        "email",
        "sam dot lee at example dot com",
    );
    server.book(spoken).await.booked();
    assert_eq!(server.column("SELECT phone || ' ' || email FROM contacts"), ["+15125550143 sam.lee@example.com"]);
}
