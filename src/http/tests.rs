//! The way in: who is let in, to which organization, and what happens to bad requests. The actions
//! behind it are tested over the wire in `tests/api`.

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::{Method, StatusCode, header};
use axum::middleware::from_fn;
use axum::response::Response;
use axum::routing::get;
use hmac::{Hmac, KeyInit, Mac};
use ringbook_core::id::{KeyId, OrgId};
use ringbook_core::organization::Organization;
use ringbook_core::time::Moment;
use serde_json::{Value, json};
use sha2::Sha256;
use tempfile::TempDir;
use tower::ServiceExt;

use super::{observe, router};
use crate::actions::apply::{Stranded, apply};
use crate::app::App;
use crate::clock::{Clock, new_id};
use crate::config::Config;
use crate::secrets::{SecretKey, hash_secret};
use crate::store::credentials::{Credential, Kind, StoredSecret};
use crate::store::{Store, StoreError};

const DEMO: &str = include_str!("../../organizations/demo.toml");
const LIMIT_BYTES: usize = 100_000;

/// Two organizations, `demo` and `other`, which differ in their numbers.
struct Server {
    router: Router,
    app: Arc<App>,
    demo: OrgId,
    other: OrgId,
    _folder: TempDir,
}

impl Server {
    async fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("ringbook.db")).unwrap();
        let config = Config { body_limit_bytes: LIMIT_BYTES, ..Config::default() };
        let app = Arc::new(App::new(config, store, Clock::default(), SecretKey::new([7; 32])));
        let other = DEMO.replace("slug = \"demo\"", "slug = \"other\"").replace("+151255501", "+151255502");
        let (demo, other) = (save(&app, DEMO).await, save(&app, &other).await);
        Self { router: router(Arc::clone(&app)), app, demo, other, _folder: folder }
    }

    async fn key(&self, kind: Kind, organizations: &[OrgId], secret: StoredSecret) -> KeyId {
        let id = KeyId(new_id());
        let (created, organizations) = (self.app.clock.now(), organizations.to_vec());
        let credential = Credential { id, kind, organizations, scopes: Vec::new(), created, revoked: None };
        let written = self.app.store.write::<_, StoreError, _>(move |tx| tx.insert_credential(&credential, &secret));
        written.await.unwrap();
        id
    }

    async fn bearer(&self, kind: Kind, organizations: &[OrgId], secret: &str) {
        self.key(kind, organizations, StoredSecret::Hash(hash_secret(secret))).await;
    }

    async fn signer(&self, org: OrgId, secret: &str) -> KeyId {
        let sealed = self.app.secret_key.seal(secret.as_bytes()).unwrap();
        self.key(Kind::Tool, &[org], StoredSecret::Sealed(sealed)).await
    }

    async fn send(&self, request: Request) -> (StatusCode, Value) {
        let response = self.router.clone().oneshot(request).await.unwrap();
        (response.status(), json_of(response).await)
    }
}

async fn save(app: &App, file: &str) -> OrgId {
    let organization = Organization::from_toml(file).unwrap();
    apply(&app.store, organization, app.clock.now(), Stranded::Refuse).await.unwrap().org
}

async fn json_of(response: Response) -> Value {
    serde_json::from_slice(&to_bytes(response.into_body(), usize::MAX).await.unwrap()).unwrap()
}

fn post(path: &str, headers: &[(&str, &str)], body: impl Into<Body>) -> Request {
    let request = Request::builder().method(Method::POST).uri(path);
    let request = headers.iter().fold(request, |request, (name, value)| request.header(*name, *value));
    request.body(body.into()).unwrap()
}

/// Asks for what differs between the organizations, without an action.
fn transfer_request(dialled: &str) -> String {
    json!({ "message": { "type": "transfer-destination-request", "phoneNumber": { "number": dialled } } }).to_string()
}

fn sign(secret: &str, at: Moment, body: &str) -> [String; 2] {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).unwrap();
    mac.update(format!("{}.{body}", at.unix()).as_bytes());
    let code = mac.finalize().into_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
    [at.unix().to_string(), code]
}

const DEMO_TARGET: &str = "+15125550177";
const OTHER_NUMBER: &str = "+15125550200";
const OTHER_TARGET: &str = "+15125550277";

#[tokio::test]
async fn only_known_secrets_come_in() {
    let server = Server::start().await;
    server.bearer(Kind::Tool, &[server.demo], "right").await;
    for headers in [vec![("authorization", "bearer right")], vec![("x-vapi-secret", "right")]] {
        let (status, reply) = server.send(post("/api/vapi", &headers, transfer_request("+1"))).await;
        assert_eq!((status, &reply["destination"]["number"]), (StatusCode::OK, &json!(DEMO_TARGET)));
    }
    let refused = [vec![], vec![("authorization", "Bearer wrong")], vec![("authorization", "Basic right")]];
    for headers in refused {
        let response = server.router.clone().oneshot(post("/api/vapi", &headers, "not json")).await.unwrap();
        assert_eq!(response.status(), StatusCode::UNAUTHORIZED);
        assert!(response.headers()[header::WWW_AUTHENTICATE].to_str().unwrap().starts_with("Bearer"));
        let reply = json_of(response).await;
        assert_eq!((&reply["code"], &reply["error"]), (&json!("UNAUTHORIZED"), &json!("UNAUTHORIZED")));
    }
}

#[tokio::test]
async fn a_program_s_key_opens_no_tools() {
    let server = Server::start().await;
    server.bearer(Kind::Api, &[server.demo], "api").await;
    let (status, reply) = server.send(post("/api/tools/x", &[("authorization", "Bearer api")], "{}")).await;
    assert_eq!((status, &reply["error"]), (StatusCode::FORBIDDEN, &json!("FORBIDDEN")));
}

#[tokio::test]
async fn a_platform_reaches_its_own_organizations_by_the_dialled_number() {
    let server = Server::start().await;
    server.bearer(Kind::Platform, &[server.demo, server.other], "both").await;
    server.bearer(Kind::Platform, &[server.demo], "one").await;
    let ask = async |secret: &str, dialled: &str| {
        let headers = [("x-vapi-secret", secret)];
        server.send(post("/api/vapi", &headers, transfer_request(dialled))).await.1
    };
    assert_eq!(ask("both", "+15125550100").await["destination"]["number"], DEMO_TARGET);
    assert_eq!(ask("both", OTHER_NUMBER).await["destination"]["number"], OTHER_TARGET);
    assert_eq!(ask("both", OTHER_NUMBER.trim_start_matches('+')).await["destination"]["number"], OTHER_TARGET);
    for reply in [ask("one", OTHER_NUMBER).await, ask("both", "+15125550999").await, ask("both", "").await] {
        assert!(reply["error"].is_string() && reply.get("destination").is_none(), "{reply}");
    }
}

#[tokio::test]
async fn a_signature_finds_its_key() {
    let server = Server::start().await;
    let demo = server.signer(server.demo, "first").await;
    let other = server.signer(server.other, "second").await;
    let body = transfer_request("+1");
    let [time, code] = sign("second", server.app.clock.now(), &body);
    let signed = [("x-timestamp", time.as_str()), ("x-signature", code.as_str())];
    for path in ["/api/vapi".to_owned(), format!("/api/vapi?key={other}")] {
        let (_, reply) = server.send(post(&path, &signed, body.clone())).await;
        assert_eq!(reply["destination"]["number"], OTHER_TARGET);
    }
    for path in [format!("/api/vapi?key={demo}"), "/api/vapi?key=nonsense".to_owned()] {
        assert_eq!(server.send(post(&path, &signed, body.clone())).await.0, StatusCode::UNAUTHORIZED);
    }
    let changed = body.replace("+1", "+2");
    assert_eq!(server.send(post("/api/vapi", &signed, changed)).await.0, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn bad_bodies_are_refused_and_the_server_goes_on() {
    let server = Server::start().await;
    server.bearer(Kind::Tool, &[server.demo], "right").await;
    let auth = ("x-vapi-secret", "right");
    let deep = format!("{{\"message\":{}{}}}", "[".repeat(40_000), "]".repeat(40_000));
    let bad: [(&[u8], StatusCode); 8] = [
        (b"", StatusCode::BAD_REQUEST),
        (b"{", StatusCode::BAD_REQUEST),
        (b"[]", StatusCode::BAD_REQUEST),
        (b"\"text\"", StatusCode::BAD_REQUEST),
        (b"{} {}", StatusCode::BAD_REQUEST),
        (b"{\"message\":\"\xff\"}", StatusCode::BAD_REQUEST),
        (deep.as_bytes(), StatusCode::BAD_REQUEST),
        (&[b' '; LIMIT_BYTES + 1], StatusCode::PAYLOAD_TOO_LARGE),
    ];
    for path in ["/api/vapi", "/api/vapi/tools/book_appointment", "/api/tools/book_appointment"] {
        for (body, expected) in bad {
            let (status, reply) = server.send(post(path, &[auth], body.to_vec())).await;
            assert_eq!(status, expected, "{path}");
            assert_eq!((&reply["success"], &reply["status"]), (&json!(false), &json!("FAILED")));
        }
        let text = [auth, ("content-type", "text/plain")];
        assert_eq!(server.send(post(path, &text, "{}")).await.0, StatusCode::UNSUPPORTED_MEDIA_TYPE);
        let key = "k".repeat(256);
        let long = [auth, ("idempotency-key", key.as_str())];
        let (status, _) = server.send(post("/api/tools/book_appointment", &long, "{}")).await;
        assert_eq!(status, StatusCode::BAD_REQUEST);
    }
    assert_eq!(server.send(post("/api/vapi", &[auth], "{}")).await, (StatusCode::OK, json!({})));
}

#[tokio::test]
async fn unknown_addresses_and_methods_are_problems() {
    let server = Server::start().await;
    let response = server.router.clone().oneshot(post("/nothing?name=x", &[], "")).await.unwrap();
    assert_eq!(response.status(), StatusCode::NOT_FOUND);
    assert_eq!(response.headers()[header::CONTENT_TYPE], "application/problem+json");
    assert!(response.headers().contains_key("x-request-id"));
    assert_eq!(json_of(response).await["code"], "NOT_FOUND");
    let given = [("x-request-id", "given-1")];
    let response = server.router.clone().oneshot(post("/api/health", &given, "")).await.unwrap();
    assert_eq!(response.status(), StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(response.headers()["x-request-id"], "given-1");
    assert!(response.headers()[header::ALLOW].to_str().unwrap().contains("GET"));
    assert_eq!(json_of(response).await["code"], "METHOD_NOT_ALLOWED");
}

#[tokio::test]
async fn probes_answer_without_credentials() {
    let server = Server::start().await;
    let get = |path: &str| server.send(Request::get(path).body(Body::empty()).unwrap());
    assert_eq!(get("/api/health").await, (StatusCode::OK, json!({ "status": "ok" })));
    let ready = json!({ "status": "ready", "dependencies": { "database": "ok" } });
    assert_eq!(get("/api/ready").await, (StatusCode::OK, ready));
    let request = Request::get("/metrics").body(Body::empty()).unwrap();
    let response = server.router.clone().oneshot(request).await.unwrap();
    let text = String::from_utf8(to_bytes(response.into_body(), usize::MAX).await.unwrap().to_vec()).unwrap();
    assert!(text.contains("ringbook_http_requests_total{route=\"/api/health\",status=\"200\"}"), "{text}");
}

#[tokio::test]
async fn a_panicking_handler_is_an_honest_500() {
    async fn panicking() -> &'static str {
        panic!("on purpose")
    }
    let router: Router = Router::new().route("/", get(panicking)).layer(from_fn(observe::observe));
    let response = router.oneshot(Request::get("/").body(Body::empty()).unwrap()).await.unwrap();
    assert_eq!(response.status(), StatusCode::INTERNAL_SERVER_ERROR);
    assert!(response.headers().contains_key("x-request-id"));
    assert_eq!(json_of(response).await["error"], "INTERNAL");
}
