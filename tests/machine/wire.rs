//! The server as one clinic's platform and staff talk to it.

use std::sync::Arc;

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::model::{PROVIDERS, Place, SERVICES, phone};
use crate::support::{Reply, Server};

pub struct Wire {
    server: Arc<Server>,
    secret: String,
    database: rusqlite::Connection,
    organization: Vec<u8>,
}

/// Who is on the line.
#[derive(Clone, Debug)]
pub struct Line {
    pub call: String,
    pub caller: usize,
}

impl Wire {
    pub fn new(server: &Arc<Server>, secret: &str) -> Self {
        let database = server.database();
        let sql = "SELECT organization_id FROM credential_organizations c JOIN credentials k ON k.id = c.credential_id
                   WHERE k.secret_hash = $1";
        let hash = ringbook::secrets::hash_secret(secret);
        let organization = database.query_row(sql, [hash.as_slice()], |row| row.get(0)).unwrap();
        Self { server: Arc::clone(server), secret: secret.to_owned(), database, organization }
    }

    pub async fn tool(&self, line: &Line, tool: &str, arguments: &Value, key: Option<&str>) -> Reply {
        let request = self.server.request(reqwest::Method::POST, &format!("/api/vapi/tools/{tool}"));
        let request = request
            .bearer_auth(&self.secret)
            .header("X-Call-Id", &line.call)
            .header("X-Caller-Number", phone(line.caller))
            .json(arguments);
        let request = match key {
            Some(key) => request.header("Idempotency-Key", key),
            None => request,
        };
        Reply::read(request.send().await.unwrap()).await
    }

    /// What is not cancelled and not expired, one line each, sorted.
    pub fn rows(&self, now: Timestamp) -> Vec<String> {
        let sql = "
            SELECT lower(hex(a.id)), starts_at || ' ' || service_id || ' ' || provider_id || ' ' || status
                || coalesce(' ' || c.phone, '')
            FROM appointments a INDEXED BY appointments_occupied
            LEFT JOIN contacts c ON c.organization_id = a.organization_id AND c.id = a.contact_id
            WHERE a.organization_id = $1 AND status <> 'cancelled' AND double_booked = 0 AND (status <> 'held' OR hold_expires_at > $2)";
        let mut statement = self.database.prepare_cached(sql).unwrap();
        let row = |row: &rusqlite::Row<'_>| {
            Ok(format!("{} {}", hyphenated(&row.get::<_, String>(0)?), row.get::<_, String>(1)?))
        };
        let rows = statement.query_map(rusqlite::params![self.organization, now.as_second()], row).unwrap();
        let mut rows: Vec<String> = rows.map(Result::unwrap).collect();
        rows.sort();
        rows
    }
}

fn hyphenated(hex: &str) -> String {
    format!("{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..])
}

pub fn wanted(place: Place) -> Value {
    json!({
        "start": place.start.to_string(),
        "service": SERVICES[place.service].id,
        "provider": PROVIDERS[place.provider],
    })
}
