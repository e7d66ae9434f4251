//! The demo clinic and its well-known credentials (contract §2).

use ringbook_core::id::OrgSlug;
use ringbook_core::organization::Organization;
use ringbook_core::slots::{Rules, ServiceIx, Slot};
use ringbook_core::time::{Interval, Moment, Span};

use super::block_on;
use super::key::{new_credential, save};
use crate::actions::apply;
use crate::app::App;
use crate::secrets::{SecretKey, hash_secret};
use crate::store::credentials::{Kind, StoredSecret};
use crate::store::{Store, StoreError};

const FILE: &str = include_str!("../../organizations/demo.toml");
const TOOL_SECRET: &str = "demo-secret";
const API_KEY: &str = "demo-key";

/// Loads the demo clinic if the database holds no organization.
pub fn load(store: &Store, secret_key: &SecretKey, now: Moment) -> anyhow::Result<()> {
    if !store.read::<_, StoreError, _>(|tx| tx.organization_slugs())?.is_empty() {
        return Ok(());
    }
    let organization = Organization::from_toml(FILE)?;
    let applied = block_on(apply::apply(store, organization, now, apply::Stranded::Refuse))??;
    let org = vec![applied.org];
    let tool = StoredSecret::Hash(hash_secret(TOOL_SECRET));
    let signing = StoredSecret::Sealed(secret_key.seal(TOOL_SECRET.as_bytes())?);
    let api = StoredSecret::Hash(hash_secret(API_KEY));
    save(store, new_credential(Kind::Tool, org.clone(), Vec::new(), now), tool)?;
    save(store, new_credential(Kind::Tool, org.clone(), Vec::new(), now), signing)?;
    save(store, new_credential(Kind::Api, org, Vec::new(), now), api)
}

/// Three commands to paste: health, availability, a booking of a time that is really open.
pub fn invitation(app: &App, url: &str) -> anyhow::Result<String> {
    let slug: OrgSlug = "demo".parse()?;
    let Some(stored) = app.store.read::<_, StoreError, _>(|tx| tx.organization_by_slug(&slug))? else {
        return Ok(String::from("(The database holds other organizations, so the demo clinic was not loaded.)"));
    };
    let business = app.business(stored.id)?;
    let zone = business.organization.zone.tz();
    let start = first_opening(&business.rules, app.clock.now()).map(|slot| slot.start.in_zone(zone));
    let start = start.map_or_else(|| String::from("tomorrow at 10 AM"), |at| at.strftime("%Y-%m-%dT%H:%M").to_string());
    let post = format!("curl -s -H 'Authorization: Bearer {TOOL_SECRET}' -H 'Content-Type: application/json' -d");
    Ok(format!(
        "\nTry it:\n\
         curl -s {url}/api/health\n\
         {post} '{{\"date\":\"tomorrow\"}}' {url}/api/tools/check_availability\n\
         {post} '{{\"start\":\"{start}\",\"name\":\"Ada Park\",\"phone\":\"(212) 555-0143\"}}' {url}/api/tools/book_appointment\n"
    ))
}

fn first_opening(rules: &Rules, now: Moment) -> Option<Slot> {
    let (first, fortnight) = (ServiceIx(0), Span::from_seconds(14 * 86_400));
    let tomorrow = now + Span::from_seconds(86_400);
    rules.slots(first, rules.providers_of(first), &[], now, Interval::new(tomorrow, tomorrow + fortnight)).next()
}
