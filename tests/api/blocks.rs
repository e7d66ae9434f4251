//! Busy time that is no appointment.

use serde_json::{Value, json};

use crate::support::{Server, with};

fn wish(time: &str, phone: &str) -> Value {
    json!({"date": "2026-06-03", "time": time, "service": "consultation", "provider": "lee", "phone": phone})
}

/// Blocks Lee from and until minutes after nine in the morning of June 3rd, New York time.
fn block(server: &Server, from: i64, until: i64) {
    let nine = "2026-06-03T13:00:00Z".parse::<jiff::Timestamp>().unwrap().as_second();
    let sql = "INSERT INTO blocks SELECT id, randomblob(16), 'lee', ?1, ?2, NULL, 1, 0, 0 FROM organizations";
    server.database().execute(sql, [nine + from * 60, nine + until * 60]).unwrap();
}

async fn listed(server: &Server) -> Vec<String> {
    server.check(json!({"date": "2026-06-03", "service": "consultation", "provider": "lee"})).await.starts()
}

#[tokio::test]
async fn what_is_blocked_is_neither_offered_nor_booked() {
    let server = Server::demo();
    block(&server, 60, 90);
    // Blocks may overlap.
    block(&server, 75, 100);
    let listed = listed(&server).await;
    assert!(listed.contains(&"2026-06-03T09:30".to_owned()), "{listed:?}");
    for blocked in ["10:00", "10:30"] {
        assert!(!listed.contains(&format!("2026-06-03T{blocked}")), "{blocked} in {listed:?}");
        server.book(wish(blocked, "+15551234567")).await.refused(409, "SLOT_UNAVAILABLE");
    }
    server.book(wish("09:30", "+15551234567")).await.booked();
    server.book(wish("11:00", "+15551234567")).await.booked();
}

#[tokio::test]
async fn a_block_throws_nobody_out() {
    let server = Server::demo();
    server.book(wish("10:00", "+15551234567")).await.booked();
    block(&server, 0, 480);
    let reply = server.check(json!({"date": "2026-06-03", "service": "consultation", "provider": "lee"})).await;
    assert_eq!(reply.at("/status"), "NONE_AVAILABLE", "{}", reply.text);
    let again = server.book(wish("10:00", "+15551234567")).await;
    assert_eq!(again.booked().at("/appointment/start"), "2026-06-03T10:00:00-04:00", "the same wish, the same answer");
    server.assert_rows(1, 1);
}

#[tokio::test]
async fn another_provider_takes_over() {
    let server = Server::demo();
    block(&server, 0, 480);
    let mut anybody = wish("10:00", "+15551234567");
    anybody.as_object_mut().unwrap().remove("provider");
    let reply = server.book(with(anybody, "name", "Ann Bee")).await;
    assert_eq!(reply.booked().at("/appointment/provider"), "ortiz");
}
