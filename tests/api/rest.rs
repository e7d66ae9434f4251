//! `/api/v1`: what programs can do (contract §7).

use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Reply, Server, run};

pub const KEY: &str = "demo-key";

/// One request of a program: method, path below `/api/v1`, headers, body.
pub async fn ask(server: &Server, method: Method, path: &str, headers: &[(&str, &str)], body: Option<&Value>) -> Reply {
    ask_as(server, KEY, method, path, headers, body).await
}

pub async fn ask_as(
    server: &Server,
    key: &str,
    method: Method,
    path: &str,
    headers: &[(&str, &str)],
    body: Option<&Value>,
) -> Reply {
    let mut request = server.request(method, &format!("/api/v1{path}")).bearer_auth(key);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let request = match body {
        Some(body) => request.json(body),
        None => request,
    };
    Reply::read(request.send().await.unwrap()).await
}

pub async fn get(server: &Server, path: &str) -> Reply {
    ask(server, Method::GET, path, &[], None).await
}

pub async fn post(server: &Server, path: &str, body: Value) -> Reply {
    ask(server, Method::POST, path, &[], Some(&body)).await
}

/// A consultation on Wednesday, June 3rd 2026.
pub fn consultation(phone: &str, time: &str) -> Value {
    json!({"service": "consultation", "start": format!("2026-06-03T{time}"), "contact": {"name": "Ann Bee", "phone": phone}})
}

async fn booked(server: &Server, phone: &str, time: &str) -> Reply {
    let reply = post(server, "/appointments", consultation(phone, time)).await;
    assert_eq!(reply.status, 201, "{}", reply.text);
    reply
}

/// RFC 9457 with the stable code, and nothing of ours.
#[track_caller]
pub fn refused(reply: &Reply, status: u16, code: &str) {
    assert_eq!((reply.status, reply.at("/code").as_str()), (status, code), "{}", reply.text);
    assert_eq!(reply.at("/status"), status.to_string());
    assert_eq!(reply.headers["content-type"], "application/problem+json");
    assert_eq!(reply.at("/request_id"), reply.headers["x-request-id"].to_str().unwrap());
    assert!(!reply.at("/detail").is_empty());
    reply.assert_no_internals();
}

#[track_caller]
pub fn about(reply: &Reply, field: &str) {
    assert_eq!(reply.at("/field"), field, "{}", reply.text);
    assert_eq!(reply.at("/errors/0/field"), field, "{}", reply.text);
}

pub fn scoped_key(server: &Server, scope: &str) -> String {
    let arguments = ["key", "create", "--org", "demo", "--kind", "api", "--scope", scope, "--json"];
    let key: Value = serde_json::from_str(&run(server.folder.path(), &arguments)).unwrap();
    key["secret"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn an_appointment_is_booked_and_found_at_its_address() {
    let server = Server::demo();
    let reply = booked(&server, "+15551234567", "10:00").await;
    let address = reply.headers["location"].to_str().unwrap().to_owned();
    assert_eq!(address, format!("/api/v1/appointments/{}", reply.at("/id")));
    assert_eq!(reply.headers["etag"], "\"1\"");
    assert_eq!(reply.at("/start"), "2026-06-03T10:00:00-04:00");
    assert_eq!((reply.at("/status").as_str(), reply.at("/channel").as_str()), ("confirmed", "api"));
    let found = get(&server, address.strip_prefix("/api/v1").unwrap()).await;
    assert_eq!((found.text, &found.headers["etag"]), (reply.text, &reply.headers["etag"]));
    server.assert_rows(1, 1);
}

#[tokio::test]
async fn what_is_wrong_in_a_body_is_named_and_not_repeated() {
    let server = Server::demo();
    let good = || consultation("+15551234567", "10:00");
    let cases = [
        (json!({"service": 7}), "service"),
        (json!({"service": "No Such"}), "service"),
        (json!({"service": "consultation", "sart": "x"}), "sart"),
        (json!({"start": "2026-06-03T10:00"}), "service"),
        (json!({"service": "consultation"}), "start"),
        (json!({"service": "consultation", "start": "tomorrow"}), "start"),
        (json!({"service": "consultation", "start": "2026-06-03"}), "start"),
        (
            json!({"service": "consultation", "start": "2026-06-03T10:00", "contact": {"phone": ["secret-number"]}}),
            "contact.phone",
        ),
        (json!({"service": "consultation", "start": "2026-06-03T10:00", "contact": {"nmae": "x"}}), "contact.nmae"),
        (json!({"service": "consultation", "start": "2026-06-03T10:00", "contact_id": "secret-number"}), "contact_id"),
        (json!({"service": "consultation", "start": "2026-06-03T10:00", "notes": "x".repeat(2001)}), "notes"),
    ];
    for (body, field) in cases {
        let reply = post(&server, "/appointments", body.clone()).await;
        refused(&reply, 400, "MALFORMED_REQUEST");
        about(&reply, field);
        assert!(!reply.text.contains("secret-number"), "{}", reply.text);
    }
    let mut nul = good();
    nul["notes"] = json!("a\0b");
    refused(&post(&server, "/appointments", nul).await, 400, "MALFORMED_REQUEST");
    let mut phone = good();
    phone["contact"]["phone"] = json!("12");
    let reply = post(&server, "/appointments", phone).await;
    refused(&reply, 400, "INVALID_PHONE");
    about(&reply, "contact.phone");
    let mut nobody = good();
    nobody["contact"] = json!({"name": "Ann"});
    refused(&post(&server, "/appointments", nobody).await, 400, "MISSING_CONTACT_INFO");
    server.assert_rows(0, 0);
}

#[tokio::test]
async fn what_is_no_json_is_refused() {
    let server = Server::demo();
    let send = |content_type: &'static str, body: &'static [u8]| {
        let request = server.request(Method::POST, "/api/v1/appointments").bearer_auth(KEY);
        let request = request.header("content-type", content_type).body(body);
        async { Reply::read(request.send().await.unwrap()).await }
    };
    refused(&send("text/plain", b"{}").await, 415, "UNSUPPORTED_MEDIA_TYPE");
    for body in [&b"{"[..], b"[]", b"\xff\xfe", b"{} x", b"{\"service\":\"a\",\"service\":\"b\"}", b"null", b"\"\""] {
        refused(&send("application/json", body).await, 400, "MALFORMED_REQUEST");
    }
    refused(&ask(&server, Method::DELETE, "/appointments", &[], None).await, 405, "METHOD_NOT_ALLOWED");
    refused(&get(&server, "/nothing").await, 404, "NOT_FOUND");
    for id in ["x", "%00", "0190a5e0-0000-7000-8000-000000000000"] {
        refused(&get(&server, &format!("/appointments/{id}")).await, 404, "NOT_FOUND");
    }
}

#[tokio::test]
async fn a_key_does_what_its_scope_allows() {
    let server = Server::demo();
    let appointment = booked(&server, "+15551234567", "10:00").await.at("/id");
    let read = scoped_key(&server, "read");
    assert_eq!(ask_as(&server, &read, Method::GET, "/appointments", &[], None).await.status, 200);
    let wish = consultation("+15551234567", "11:00");
    let reply = ask_as(&server, &read, Method::POST, "/appointments", &[], Some(&wish)).await;
    refused(&reply, 403, "FORBIDDEN");
    assert!(reply.at("/detail").contains("book"), "{}", reply.text);
    let book = scoped_key(&server, "book");
    let path = format!("/appointments/{appointment}/cancel");
    assert_eq!(ask_as(&server, &book, Method::POST, &path, &[], None).await.status, 200);
    refused(&ask_as(&server, "demo-secret", Method::GET, "/appointments", &[], None).await, 403, "FORBIDDEN");
    refused(&ask_as(&server, "nobody", Method::GET, "/appointments", &[], None).await, 401, "UNAUTHORIZED");
}

#[tokio::test]
async fn a_key_makes_a_post_safe_to_repeat() {
    let server = Server::demo();
    let keyed = [("Idempotency-Key", "one")];
    let send = async |body: Value| ask(&server, Method::POST, "/appointments", &keyed, Some(&body)).await;
    let first = send(consultation("+15551234567", "10:00")).await;
    assert_eq!(first.status, 201, "{}", first.text);
    let cancel = format!("/appointments/{}/cancel", first.at("/id"));
    assert_eq!(ask(&server, Method::POST, &cancel, &[], None).await.status, 200);
    let again = send(consultation("+15551234567", "10:00")).await;
    assert_eq!((again.status, again.text), (201, first.text));
    for header in ["location", "etag"] {
        assert_eq!(again.headers[header], first.headers[header]);
    }
    let other = send(consultation("+15551234567", "11:00")).await;
    refused(&other, 422, "IDEMPOTENCY_KEY_REUSED");
    server.assert_rows(1, 1);
}

#[tokio::test]
async fn a_stale_version_changes_nothing() {
    let server = Server::demo();
    let id = booked(&server, "+15551234567", "10:00").await.at("/id");
    let cancel = format!("/appointments/{id}/cancel");
    refused(&ask(&server, Method::POST, &cancel, &[("If-Match", "7")], None).await, 412, "VERSION_MISMATCH");
    refused(&ask(&server, Method::POST, &cancel, &[("If-Match", "W/7")], None).await, 400, "MALFORMED_REQUEST");
    let moved = json!({"start": "2026-06-03T11:00"});
    let path = format!("/appointments/{id}/reschedule");
    let reply = ask(&server, Method::POST, &path, &[("If-Match", "\"1\"")], Some(&moved)).await;
    assert_eq!((reply.status, reply.at("/version").as_str()), (200, "2"), "{}", reply.text);
    assert_eq!(reply.at("/start"), "2026-06-03T11:00:00-04:00");
    refused(&ask(&server, Method::POST, &cancel, &[("If-Match", "\"1\"")], None).await, 412, "VERSION_MISMATCH");
    let reason = json!({"reason": "moved away"});
    let reply = ask(&server, Method::POST, &cancel, &[("If-Match", "\"2\"")], Some(&reason)).await;
    assert_eq!((reply.status, reply.at("/cancel_reason").as_str()), (200, "moved away"), "{}", reply.text);
}

#[tokio::test]
async fn pages_hold_every_row_once_while_others_come() {
    let server = Server::demo();
    for hour in ["10:00", "11:00", "12:00", "13:00", "14:00"] {
        booked(&server, "+15551234567", hour).await;
    }
    let (mut starts, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = get(&server, &format!("/appointments?limit=2{cursor}")).await.json();
        let rows = page["data"].as_array().unwrap();
        starts.extend(rows.iter().map(|row| row["start"].as_str().unwrap()[11..16].to_owned()));
        let Some(next) = page["next_cursor"].as_str() else { break };
        cursor = format!("&cursor={next}");
        booked(&server, "+15559999999", &format!("{:02}:30", 8 + starts.len() / 2)).await;
    }
    assert_eq!(starts, ["10:00", "11:00", "12:00", "13:00", "14:00"]);
}

#[tokio::test]
async fn a_list_is_filtered_by_what_is_named() {
    let server = Server::demo();
    let ann = booked(&server, "+15551234567", "10:00").await;
    booked(&server, "+15552222222", "11:00").await;
    let contact = ann.at("/contact_id");
    let cases = [
        (String::new(), 2),
        (format!("?contact={contact}"), 1),
        ("?from=2026-06-04".to_owned(), 0),
        ("?to=2026-06-03".to_owned(), 2),
        ("?to=2026-06-03T14:00:00Z".to_owned(), 0),
        ("?from=2026-06-03T14:00:00Z&to=2026-06-03T15:00:00Z".to_owned(), 1),
        ("?status=cancelled".to_owned(), 0),
        ("?service=consultation&provider=lee&status=confirmed".to_owned(), 2),
        ("?call=nobody".to_owned(), 0),
    ];
    for (query, rows) in cases {
        let reply = get(&server, &format!("/appointments{query}")).await;
        assert_eq!(reply.json()["data"].as_array().map(Vec::len), Some(rows), "{query}: {}", reply.text);
    }
    let wrong = [
        ("?limit=0", "limit"),
        ("?limit=201", "limit"),
        ("?limit=x", "limit"),
        ("?from=someday", "from"),
        ("?status=done", "status"),
        ("?contact=x", "contact"),
        ("?cursor=x", "cursor"),
        ("?frm=2026-06-03", "frm"),
        ("?limit=1&limit=2", "limit"),
    ];
    for (query, field) in wrong {
        let reply = get(&server, &format!("/appointments{query}")).await;
        refused(&reply, 400, "MALFORMED_REQUEST");
        about(&reply, field);
    }
}

#[tokio::test]
async fn staff_override_rules_with_a_reason_and_the_scope_for_it() {
    let server = Server::demo();
    let taken = booked(&server, "+15551234567", "10:00").await;
    let provider = taken.at("/provider");
    let on_top = |reason: &str| {
        let mut wish = consultation("+15552222222", "10:00");
        wish["provider"] = json!(provider);
        wish["override"] = json!({"reason": reason, "double_book": true});
        wish
    };
    let book = scoped_key(&server, "book");
    let reply = ask_as(&server, &book, Method::POST, "/appointments", &[], Some(&on_top("an emergency"))).await;
    refused(&reply, 403, "FORBIDDEN");
    assert!(reply.at("/detail").contains("manage"), "{}", reply.text);
    let silent = post(&server, "/appointments", on_top(" ")).await;
    refused(&silent, 400, "MISSING_FIELD");
    about(&silent, "override.reason");

    let reply = post(&server, "/appointments", on_top("an emergency")).await;
    assert_eq!((reply.status, reply.at("/double_booked").as_str()), (201, "true"), "{}", reply.text);
    assert_eq!((reply.at("/override_reason"), reply.at("/conflicts/0")), ("an emergency".into(), taken.at("/id")));
    let night = json!({"start": "2026-06-03T22:00", "override": {"reason": "a favour", "outside_hours": true}});
    let path = format!("/appointments/{}/reschedule", reply.at("/id"));
    refused(&post(&server, &path, json!({"start": "2026-06-03T22:00"})).await, 422, "OUTSIDE_HOURS");
    let moved = post(&server, &path, night).await;
    assert_eq!((moved.status, moved.at("/double_booked").as_str()), (200, "false"), "{}", moved.text);
    assert_eq!((moved.at("/override_reason").as_str(), moved.at("/conflicts").as_str()), ("a favour", "[]"));
}

#[tokio::test]
async fn recurring_visits_are_booked_together_or_not_at_all() {
    let server = Server::demo();
    let mut wish = consultation("+15551234567", "10:00");
    wish["repeat"] = json!({"unit": "week", "interval": 2, "count": 3});
    let first = post(&server, "/appointments", wish).await;
    assert_eq!(first.status, 201, "{}", first.text);
    let visits = get(&server, &format!("/appointments?series={}", first.at("/series_id"))).await.json();
    let starts: Vec<_> = visits["data"].as_array().unwrap().iter().map(|visit| visit["start"].clone()).collect();
    let wanted = ["2026-06-03T10:00:00-04:00", "2026-06-17T10:00:00-04:00", "2026-07-01T10:00:00-04:00"];
    assert_eq!(json!(starts), json!(wanted));

    let mut clashing = consultation("+15552222222", "10:00");
    clashing["provider"] = json!(first.at("/provider"));
    clashing["start"] = json!("2026-06-10T10:00");
    clashing["repeat"] = json!({"unit": "week", "count": 2});
    let reply = post(&server, "/appointments", clashing).await;
    refused(&reply, 409, "SLOT_UNAVAILABLE");
    assert_eq!(reply.at("/clashes/0/date"), "2026-06-17", "{}", reply.text);
    server.assert_rows(1, 3);
    let mut wrong = consultation("+15552222222", "10:00");
    wrong["repeat"] = json!({"unit": "year", "count": 2});
    about(&post(&server, "/appointments", wrong.clone()).await, "repeat.unit");
    wrong["repeat"] = json!({"unit": "week", "count": 1});
    about(&post(&server, "/appointments", wrong).await, "repeat.count");
}
