//! How many requests an organization may send.

use std::sync::Arc;

use crate::rest::{get, refused};
use crate::support::{NOW, SECRET, Server};

/// A server that lets three requests in a minute in.
fn narrow() -> Server {
    let folder = Arc::new(tempfile::tempdir().unwrap());
    std::fs::write(folder.path().join("ringbook.toml"), "rate_limit = 3\n").unwrap();
    Server::start(folder, NOW, SECRET)
}

#[tokio::test]
async fn one_request_too_many_waits() {
    let server = narrow();
    for remaining in ["2", "1", "0"] {
        let reply = get(&server, "/appointments").await;
        assert_eq!(reply.status, 200, "{}", reply.text);
        assert_eq!(reply.headers["ratelimit-limit"], "3");
        assert_eq!(reply.headers["ratelimit-remaining"], remaining);
        assert!(reply.headers.contains_key("ratelimit-reset"));
    }
    let refusal = get(&server, "/contacts").await;
    refused(&refusal, 429, "RATE_LIMITED");
    let wait: u32 = refusal.headers["retry-after"].to_str().unwrap().parse().unwrap();
    assert!((1..=20).contains(&wait), "{wait}");
    assert_eq!(refusal.headers["ratelimit-remaining"], "0");
}

#[tokio::test]
async fn availability_and_voice_are_not_counted() {
    let server = narrow();
    for _ in 0..8 {
        let reply = get(&server, "/availability?from=2026-06-03&to=2026-06-03").await;
        assert_eq!(reply.status, 200, "{}", reply.text);
        server.check(serde_json::json!({"date": "tomorrow"})).await.say();
    }
    assert_eq!(get(&server, "/appointments").await.headers["ratelimit-remaining"], "2");
}

#[tokio::test]
async fn a_request_that_is_refused_counts_too() {
    let server = narrow();
    for _ in 0..3 {
        get(&server, "/appointments/nothing").await;
    }
    refused(&get(&server, "/appointments").await, 429, "RATE_LIMITED");
}

#[tokio::test]
async fn a_minute_holds_sixty_thousand_unless_told_otherwise() {
    let server = Server::demo();
    assert_eq!(get(&server, "/appointments").await.headers["ratelimit-limit"], "60000");
}
