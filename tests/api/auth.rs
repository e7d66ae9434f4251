//! Who may call (contract §7).

use serde_json::{Value, json};

use crate::support::{Reply, SECRET, Server, envelope, run, wish};

const PATHS: [&str; 3] = ["/api/vapi", "/api/vapi/tools/book_appointment", "/api/tools/book_appointment"];

async fn send(server: &Server, path: &str, header: &str, value: &str) -> Reply {
    let request = server.request(reqwest::Method::POST, path).header(header, value);
    Reply::read(
        request.json(&envelope("c", "a", "book_appointment", wish("+15551234567", "10:00"))).send().await.unwrap(),
    )
    .await
}

#[tokio::test]
async fn case_81_without_valid_credentials_nothing_is_read_or_written() {
    let server = Server::demo();
    for path in PATHS {
        for (header, value) in [
            ("x-nothing", ""),
            ("authorization", "Bearer wrong"),
            ("authorization", "Bearer "),
            ("authorization", "Basic ZGVtbzpkZW1v"),
            ("authorization", SECRET),
            ("x-vapi-secret", "wrong"),
            ("x-signature", "deadbeef"),
        ] {
            let reply = send(&server, path, header, value).await;
            assert_eq!(reply.status, 401, "{path} {header}: {value}: {}", reply.text);
            assert!(reply.headers.contains_key("www-authenticate"), "{path}");
            assert!(reply.text.contains("UNAUTHORIZED"), "{}", reply.text);
        }
        let malformed = server.request(reqwest::Method::POST, path).body("{not json").send().await.unwrap();
        assert_eq!(malformed.status(), 401, "the credential comes first");
    }
    server.assert_rows(0, 0);
}

#[tokio::test]
async fn case_81_a_key_opens_only_what_its_kind_is_for() {
    let server = Server::demo();
    let call = envelope("c", "a", "book_appointment", wish("+15551234567", "10:00"));
    assert_eq!(server.post_as("demo-key", "/api/vapi", &call).await.status, 403);
    let request =
        server.request(reqwest::Method::GET, "/api/v1/availability?service=consultation&from=2026-06-03&to=2026-06-03");
    assert_eq!(request.bearer_auth(SECRET).send().await.unwrap().status(), 403);
    server.assert_rows(0, 0);
}

#[tokio::test]
async fn vapis_own_secret_header_works() {
    let server = Server::demo();
    assert!(send(&server, "/api/vapi", "x-vapi-secret", SECRET).await.line().starts_with("BOOKED."));
}

#[tokio::test]
async fn a_revoked_key_is_useless_at_once() {
    let server = Server::demo();
    let folder = server.folder.path();
    let created = run(folder, &["key", "create", "--org", "demo", "--kind", "tool", "--json"]);
    let key: Value = serde_json::from_str(&created).unwrap();
    let (id, secret) = (key["id"].as_str().unwrap(), key["secret"].as_str().unwrap());
    let question = json!({"date": "2026-06-03"});
    assert_eq!(server.post_as(secret, "/api/tools/check_availability", &question).await.status, 200);
    run(folder, &["key", "revoke", id]);
    assert_eq!(server.post_as(secret, "/api/tools/check_availability", &question).await.status, 401);
    let stored = std::fs::read(folder.join("ringbook.db")).unwrap();
    let in_clear = |secret: &str| stored.windows(secret.len()).any(|bytes| bytes == secret.as_bytes());
    assert!(!in_clear(secret) && !in_clear(SECRET), "secrets are stored hashed or sealed");
}

mod signatures {
    use hmac::{Hmac, KeyInit, Mac};
    use sha2::Sha256;

    use super::*;

    fn signature(secret: &str, timestamp: &str, body: &str) -> String {
        let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).unwrap();
        mac.update(format!("{timestamp}.{body}").as_bytes());
        mac.finalize().into_bytes().iter().map(|byte| format!("{byte:02x}")).collect()
    }

    async fn signed(
        server: &Server,
        secret: &str,
        timestamp: i64,
        sent: &str,
        seal: impl Fn(String) -> String,
    ) -> Reply {
        let timestamp = timestamp.to_string();
        let body = envelope("c", "a", "check_availability", json!({"date": "2026-06-03"})).to_string();
        let request = server
            .request(reqwest::Method::POST, "/api/vapi")
            .header("content-type", "application/json")
            .header("x-timestamp", &timestamp)
            .header("x-signature", seal(signature(secret, &timestamp, &body)));
        let body = if sent.is_empty() { body } else { sent.to_owned() };
        Reply::read(request.body(body).send().await.unwrap()).await
    }

    fn now() -> i64 {
        crate::support::NOW.parse::<jiff::Timestamp>().unwrap().as_second()
    }

    #[test]
    fn our_signatures_are_the_recorded_ones() {
        let vectors: Value = serde_json::from_str(include_str!("../fixtures/signature_vectors.json")).unwrap();
        let headers = &vectors["vapi_hmac_default"]["headers"];
        let text = |value: &Value| value.as_str().unwrap().to_owned();
        let computed = signature(&text(&vectors["secret"]), &text(&headers["x-timestamp"]), &text(&vectors["body"]));
        assert_eq!(computed, text(&headers["x-signature"]));
    }

    #[tokio::test]
    async fn a_signed_request_is_accepted_in_seconds_and_milliseconds() {
        let server = Server::demo();
        assert_eq!(signed(&server, SECRET, now(), "", |hex| hex).await.status, 200);
        assert_eq!(signed(&server, SECRET, now() * 1000, "", |hex| format!("sha256={hex}")).await.status, 200);
    }

    #[tokio::test]
    async fn case_92_a_wrong_old_or_foreign_signature_is_refused() {
        let server = Server::demo();
        assert_eq!(signed(&server, "wrong", now(), "", |hex| hex).await.status, 401);
        assert_eq!(signed(&server, SECRET, now() - 400, "", |hex| hex).await.status, 401);
        assert_eq!(signed(&server, SECRET, now() + 400, "", |hex| hex).await.status, 401);
        assert_eq!(signed(&server, SECRET, now(), r#"{"message":{"type":"hang"}}"#, |hex| hex).await.status, 401);
    }
}
