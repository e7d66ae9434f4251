//! Bodies that no honest client sends: refused with the right status, and the server goes on.

use serde_json::{Value, json};

use crate::support::{Reply, SECRET, Server, wish, with};

const BOOK: &str = "/api/vapi/tools/book_appointment";

async fn send(server: &Server, path: &str, content_type: &str, body: Vec<u8>) -> Reply {
    let request = server.request(reqwest::Method::POST, path).bearer_auth(SECRET).header("content-type", content_type);
    Reply::read(request.body(body).send().await.unwrap()).await
}

/// The server still books after what it went through.
async fn assert_alive(server: &Server) {
    server.book(wish("+15551234567", "10:00")).await.booked();
}

#[tokio::test]
async fn case_48_malformed_json_is_a_400() {
    let server = Server::demo();
    let nested = [b"[".repeat(200_000), b"]".repeat(200_000)].concat();
    let deep_object = [br#"{"a":"#.repeat(100_000), b"1".to_vec()].concat();
    let bodies: [&[u8]; 8] =
        [b"{not json", b"", b"[]", b"7", b"\"text\"", b"{\"name\":\"\xff\xfe\"}", &nested, &deep_object];
    for path in ["/api/vapi", BOOK, "/api/tools/book_appointment"] {
        for body in bodies {
            let reply = send(&server, path, "application/json", body.to_vec()).await;
            let shown = String::from_utf8_lossy(&body[..body.len().min(20)]).into_owned();
            assert_eq!(reply.status, 400, "{path} {shown}: {}", reply.text);
            assert!(reply.text.contains("MALFORMED_REQUEST"), "{path} {shown}: {}", reply.text);
            reply.assert_no_internals();
        }
    }
    server.assert_rows(0, 0);
    assert_alive(&server).await;
}

#[tokio::test]
async fn case_49_another_content_type_is_a_415() {
    let server = Server::demo();
    let body = wish("+15551234567", "10:00").to_string().into_bytes();
    for kind in ["text/plain", "application/xml", "application/x-www-form-urlencoded", "multipart/form-data"] {
        assert_eq!(send(&server, BOOK, kind, body.clone()).await.status, 415, "{kind}");
    }
    server.assert_rows(0, 0);
    for kind in ["application/json; charset=utf-8", "application/vnd.api+json"] {
        assert_eq!(send(&server, BOOK, kind, body.clone()).await.status, 200, "{kind}");
    }
}

#[tokio::test]
async fn a_body_over_ten_megabytes_is_a_413() {
    let server = Server::demo();
    let body = with(wish("+15551234567", "10:00"), "notes", "x".repeat(11 * 1024 * 1024)).to_string();
    assert_eq!(send(&server, BOOK, "application/json", body.into_bytes()).await.status, 413);
    server.assert_rows(0, 0);
    assert_alive(&server).await;
}

#[tokio::test]
async fn a_large_envelope_within_the_limit_is_read() {
    let server = Server::demo();
    let mut call = crate::support::envelope("c", "a", "book_appointment", wish("+15551234567", "10:00"));
    call["message"]["artifact"] = json!({"messages": vec!["word ".repeat(1_000); 1_000]});
    assert!(server.vapi(&call).await.line().starts_with("BOOKED."));
}

#[tokio::test]
async fn wrong_types_and_endless_texts_are_named_by_field() {
    let server = Server::demo();
    for (field, value) in [
        ("name", json!({"first": "Ann"})),
        ("phone", json!(["+15551234567"])),
        ("date", json!([])),
        ("notes", json!("x".repeat(3_000))),
        ("email", json!({})),
    ] {
        let reply = server.book(with(wish("+15551234567", "10:00"), field, value)).await;
        reply.refused(400, "MALFORMED_REQUEST");
        assert_eq!(reply.at("/field"), field, "{}", reply.text);
    }
    server.assert_rows(0, 0);
    server.book(with(wish("", "10:00"), "phone", 5_125_550_143_u64)).await.booked();
}

#[tokio::test]
async fn injected_text_is_only_text() {
    let server = Server::demo();
    let evil = "x'); DROP TABLE appointments; -- \u{0}\u{7}\n\u{202e}";
    for field in ["service", "provider", "date", "time", "phone", "email", "slot_id"] {
        let reply = server.book(with(wish("+15551234567", "10:00"), field, evil)).await;
        assert!((400..500).contains(&reply.status) || field == "email", "{field}: {}", reply.text);
        reply.assert_no_internals();
    }
    assert_alive(&server).await;
}

#[tokio::test]
async fn unknown_addresses_and_methods_answer_in_json() {
    let server = Server::demo();
    let missing = server.get("/api/nothing").await;
    assert_eq!(missing.status, 404);
    assert!(missing.json().is_object());
    let wrong = server.get("/api/vapi").await;
    assert_eq!(wrong.status, 405);
    assert!(wrong.json().is_object());
    assert_eq!(server.json_of_unknown_members().await, Value::Bool(true));
}

impl Server {
    /// Unknown members are ignored wherever they stand.
    async fn json_of_unknown_members(&self) -> Value {
        let reply = self.book(with(wish("+15551234567", "10:00"), "future", json!({"deep": [1, {"er": null}]}))).await;
        reply.booked().json()["success"].clone()
    }
}
