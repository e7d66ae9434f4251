//! Taking one time, once.

use serde_json::json;

use crate::support::{Server, run, wish, with};

fn lee(phone: &str, time: &str) -> serde_json::Value {
    with(wish(phone, time), "provider", "lee")
}

#[tokio::test]
async fn the_reply_is_what_the_contract_shows() {
    let server = Server::demo();
    let reply = server.book(lee("+15551234567", "3 PM")).await;
    reply.booked();
    assert_eq!(reply.at("/appointment/start"), "2026-06-03T15:00:00-04:00");
    assert_eq!(reply.at("/appointment/end"), "2026-06-03T15:30:00-04:00");
    assert_eq!(reply.at("/appointment/time_zone"), "America/New_York");
    assert_eq!(reply.at("/appointment/service"), "consultation");
    assert_eq!(reply.at("/appointment/provider"), "lee");
    assert_eq!(reply.at("/appointment/status"), "confirmed");
    assert_eq!(
        server.column("SELECT confirmation_code FROM appointments"),
        [reply.at("/appointment/confirmation_code")]
    );
    assert!(reply.say().contains("on Wednesday, June 3rd at 3 PM"), "{}", reply.say());
}

#[tokio::test]
async fn case_10_a_failing_database_is_told_honestly() {
    let server = Server::demo();
    let broken = "CREATE TRIGGER broken BEFORE INSERT ON contacts BEGIN SELECT RAISE(ABORT, 'select uq_contacts'); END";
    server.database().execute_batch(broken).unwrap();
    let reply = server.book(wish("+15551234567", "10:00")).await;
    reply.refused(500, "INTERNAL");
    assert!(reply.say().contains("was not booked"), "{}", reply.say());
    assert!(!reply.at("/reference").is_empty(), "{}", reply.text);
    server.assert_rows(0, 0);

    server.database().execute_batch("DROP TRIGGER broken").unwrap();
    server.book(wish("+15551234567", "10:00")).await.booked();
}

#[tokio::test]
async fn case_11_the_same_slot_twice_in_a_row_is_booked_once() {
    let server = Server::demo();
    server.book(lee("+15551111111", "09:00")).await.booked();
    let reply = server.book(lee("+15552222222", "09:00")).await;
    reply.refused(409, "SLOT_UNAVAILABLE");
    assert!(!reply.starts().is_empty(), "other times are offered: {}", reply.text);
    server.assert_rows(1, 1);
}

#[tokio::test]
async fn case_17_an_overlap_is_refused_without_saying_whose_it_is() {
    let server = Server::demo();
    let first = server.book(with(lee("+15551111111", "14:00"), "name", "Zebedee Quill")).await;
    let reply = server.book(lee("+15552222222", "14:15")).await;
    reply.refused(409, "SLOT_UNAVAILABLE");
    for secret in
        ["Zebedee", "Quill", "5551111111", &first.at("/appointment/id"), &first.at("/appointment/confirmation_code")]
    {
        assert!(!reply.text.contains(secret), "{secret} in {}", reply.text);
    }
    server.assert_rows(1, 1);
}

#[tokio::test]
async fn case_18_touching_is_not_overlapping() {
    let server = Server::demo();
    server.book(lee("+15551111111", "10:00")).await.booked();
    server.book(lee("+15552222222", "10:30")).await.booked();
    server.book(lee("+15553333333", "09:30")).await.booked();
    server.assert_no_overlap();
}

#[tokio::test]
async fn a_buffer_keeps_the_time_after_it_free() {
    let server = Server::demo();
    let cleaning = |phone, time| with(lee(phone, time), "service", "cleaning");
    server.book(cleaning("+15551111111", "10:00")).await.booked();
    server.book(lee("+15552222222", "10:30")).await.refused(409, "SLOT_UNAVAILABLE");
    server.book(lee("+15553333333", "11:00")).await.booked();
    server.book(cleaning("+15554444444", "09:30")).await.refused(409, "SLOT_UNAVAILABLE");
    server.book(cleaning("+15554444444", "09:00")).await.booked();
    server.assert_no_overlap();
}

#[tokio::test]
async fn without_a_provider_whoever_is_free_takes_it() {
    let server = Server::demo();
    for phone in ["+15551111111", "+15552222222"] {
        server.book(wish(phone, "10:00")).await.booked();
    }
    server.book(wish("+15553333333", "10:00")).await.refused(409, "SLOT_UNAVAILABLE");
    assert_eq!(server.column("SELECT provider_id FROM appointments ORDER BY provider_id"), ["lee", "ortiz"]);
}

#[tokio::test]
async fn case_20_a_cancelled_time_can_be_booked_again() {
    let server = Server::demo();
    server.book(lee("+15551111111", "10:00")).await.booked();
    server.database().execute("UPDATE appointments SET status = 'cancelled'", []).unwrap();
    server.book(lee("+15552222222", "10:00")).await.booked();
    server.assert_rows(2, 2);
}

#[tokio::test]
async fn case_21_23_and_24_tenants_do_not_see_each_other() {
    let server = Server::demo();
    let other = include_str!("../../organizations/demo.toml").replace("slug = \"demo\"", "slug = \"other\"");
    let secret = crate::support::add_organization(server.folder.path(), &other.replace("+15125550100", "+15125550199"));
    server.book(lee("+15551111111", "10:00")).await.booked();

    let organization = run(server.folder.path(), &["key", "list", "--org", "demo", "--json"]);
    assert!(!organization.contains("demo-secret"), "{organization}");
    let claim = with(with(lee("+15551111111", "10:00"), "organizationId", "demo"), "org_id", "demo");
    let reply = server.post_as(&secret, "/api/vapi/tools/book_appointment", &claim).await;
    assert_eq!(reply.booked().at("/contact/created"), "true");

    let by_slug =
        "SELECT slug FROM appointments JOIN organizations ON organizations.id = organization_id ORDER BY slug";
    assert_eq!(server.column(by_slug), ["demo", "other"]);
    let id = reply.at("/appointment/id");
    let request = server.request(reqwest::Method::GET, &format!("/api/v1/appointments/{id}")).bearer_auth("demo-key");
    assert_eq!(request.send().await.unwrap().status(), 404);
}

#[tokio::test]
async fn case_22_a_platform_key_without_the_dialled_number_books_nowhere() {
    let server = Server::demo();
    let key = run(server.folder.path(), &["key", "create", "--org", "demo", "--kind", "platform", "--json"]);
    let key: serde_json::Value = serde_json::from_str(&key).unwrap();
    let secret = key["secret"].as_str().unwrap();
    let mut call = crate::support::envelope("call-1", "call_a", "book_appointment", wish("+15551234567", "10:00"));
    let line = server.post_as(secret, "/api/vapi", &call).await.line();
    assert_eq!(line, "FAILED. I could not find that business.");
    call["message"]["phoneNumber"] = json!({"number": "+15125559999"});
    server.post_as(secret, "/api/vapi", &call).await.line();
    server.assert_rows(0, 0);
    call["message"]["phoneNumber"] = json!({"number": "+15125550100"});
    let line = server.post_as(secret, "/api/vapi", &call).await.line();
    assert!(line.starts_with("BOOKED."), "{line}");
}

#[tokio::test]
async fn case_84_ten_bookings_in_a_row_all_succeed() {
    let server = Server::demo();
    for index in 0..10 {
        server
            .book(lee(&format!("+1555123456{index}"), &format!("{}:{:02}", 9 + index / 2, index % 2 * 30)))
            .await
            .booked();
    }
    server.assert_rows(10, 10);
    server.assert_no_overlap();
}

#[tokio::test]
async fn the_database_itself_refuses_an_overlap_written_behind_our_back() {
    let server = Server::demo();
    server.book(lee("+15551111111", "10:00")).await.booked();
    let copy = "INSERT INTO appointments SELECT * FROM appointments LIMIT 1";
    let connection = server.database();
    connection
        .execute_batch(
            "CREATE TEMP TABLE one AS SELECT * FROM appointments; \
        UPDATE one SET id = randomblob(16), confirmation_code = 'ZZZZ'",
        )
        .unwrap();
    let error = connection.execute(&copy.replace("FROM appointments", "FROM one"), []).unwrap_err();
    assert!(error.to_string().contains("appointments_no_overlap"), "{error}");
    server.assert_rows(1, 1);
}

#[tokio::test]
async fn an_unknown_service_or_provider_is_refused_with_the_known_ones() {
    let server = Server::demo();
    server.book(with(wish("+15551234567", "10:00"), "service", "brain surgery")).await.refused(404, "UNKNOWN_SERVICE");
    let reply = server.book(with(wish("+15551234567", "10:00"), "provider", "Dr. Who")).await;
    reply.refused(404, "UNKNOWN_PROVIDER");
    assert!(reply.say().contains("Lee") && reply.say().contains("Ortiz"), "{}", reply.say());
    server.assert_rows(0, 0);
}
