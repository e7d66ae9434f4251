//! What the server says of itself, and that it is so.

use std::path::Path;

use serde_json::Value;

use crate::rest::get as ask;
use crate::support::Server;

async fn document(server: &Server) -> Value {
    server.get("/api/openapi.json").await.json()
}

#[tokio::test]
async fn the_description_in_the_repository_is_the_servers_own() {
    let server = Server::demo();
    let served = server.get("/api/openapi.json").await.text;
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("openapi.json");
    if std::env::var_os("UPDATE_OPENAPI").is_some() {
        std::fs::write(&file, &served).unwrap();
    }
    assert!(std::fs::read_to_string(file).unwrap() == served, "openapi.json is out of date: make openapi");
}

/// Every member of every body has words of its own, and every parameter, operation and reply.
#[tokio::test]
async fn everything_is_described() {
    let server = Server::demo();
    let document = document(&server).await;
    assert_eq!(document["openapi"], "3.1.0");
    let mut bare = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let at = format!("{method} {path}");
            bare.extend(lacking(&at, operation, "summary"));
            bare.extend(lacking(&at, operation, "operationId"));
            for parameter in operation["parameters"].as_array().into_iter().flatten() {
                bare.extend(lacking(&format!("{at} {}", parameter["name"]), parameter, "description"));
            }
            for (status, reply) in operation["responses"].as_object().unwrap() {
                bare.extend(lacking(&format!("{at} {status}"), reply, "description"));
            }
        }
    }
    for (name, schema) in document["components"]["schemas"].as_object().unwrap() {
        bare.extend(lacking(name, schema, "description"));
        for (member, property) in schema["properties"].as_object().into_iter().flatten() {
            bare.extend(lacking(&format!("{name}.{member}"), property, "description"));
        }
    }
    assert!(bare.is_empty(), "{bare:#?}");
}

fn lacking(at: &str, described: &Value, member: &str) -> Option<String> {
    // What may be null says it beside its other form.
    let forms = described["oneOf"].as_array().into_iter().flatten();
    let texts = std::iter::once(described).chain(forms).filter_map(|form| form[member].as_str());
    texts.collect::<String>().trim().is_empty().then(|| format!("{at} has no {member}"))
}

/// Every operation says what happens without a key, without the scope, and when too much is asked.
#[tokio::test]
async fn every_operation_lists_its_errors() {
    let server = Server::demo();
    let document = document(&server).await;
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            for status in ["400", "401", "403", "404", "429", "500", "503"] {
                let reply = &operation["responses"][status]["content"]["application/problem+json"]["schema"]["$ref"];
                assert_eq!(reply, "#/components/schemas/Problem", "{method} {path} {status}");
            }
        }
    }
}

#[tokio::test]
async fn the_reader_asks_nobody_else() {
    let server = Server::demo();
    let page = server.get("/api/docs").await;
    assert_eq!((page.status, page.headers["content-type"].to_str().unwrap()), (200, "text/html; charset=utf-8"));
    let policy = page.headers["content-security-policy"].to_str().unwrap();
    assert!(policy.starts_with("default-src 'none'") && !policy.contains("http"), "{policy}");
    assert!(!page.text.contains("//"), "an address of somebody else: {}", page.text);
    let scripts: Vec<&str> = page.text.split("src=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(scripts, ["/api/docs/rapidoc.js"]);
    for script in scripts {
        let script = server.get(script).await;
        assert_eq!((script.status, script.headers["content-type"].to_str().unwrap()), (200, "text/javascript"));
        assert!(script.text.contains("rapi-doc"));
    }
}

#[tokio::test]
async fn availability_names_what_is_wrong_with_a_question() {
    let server = Server::demo();
    let good = ask(&server, "/availability?service=consultation&from=2026-06-03&to=2026-06-03").await;
    assert_eq!(good.status, 200, "{}", good.text);
    for (query, field) in [
        ("from=2026-06-03", "to"),
        ("from=x&to=2026-06-03", "from"),
        ("from=2026-06-03&to=2026-06-01", "to"),
        ("from=2026-06-03&to=2027-06-02", "to"),
        ("from=2026-06-03&to=2026-06-03&service=", "service"),
        ("from=2026-06-03&to=2026-06-03&day=3", "day"),
    ] {
        let reply = ask(&server, &format!("/availability?{query}")).await;
        crate::rest::refused(&reply, 400, "MALFORMED_REQUEST");
        crate::rest::about(&reply, field);
    }
    let unknown = ask(&server, "/availability?from=2026-06-03&to=2026-06-03&service=surgery").await;
    crate::rest::refused(&unknown, 404, "UNKNOWN_SERVICE");
    assert_eq!(unknown.at("/known_services/0"), "Consultation", "{}", unknown.text);
}
