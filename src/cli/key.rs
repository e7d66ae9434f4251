use anyhow::{Context, bail};
use clap::{Args, Subcommand, ValueEnum};
use ringbook_core::id::{KeyId, OrgId, OrgSlug};
use ringbook_core::time::Moment;
use serde_json::json;

use super::{block_on, open_store, output, secret_key};
use crate::actions::{Channel, credential};
use crate::clock::{Clock, new_id};
use crate::config::Settings;
use crate::secrets::{hash_secret, new_secret};
use crate::store::credentials::{Credential, Kind, Scope, StoredSecret};
use crate::store::{Store, StoreError, Tx};

/// Create, list and revoke credentials
#[derive(Args, Debug)]
pub struct Key {
    #[command(subcommand)]
    command: KeyCommand,
}

#[derive(Debug, Subcommand)]
enum KeyCommand {
    Create(Create),
    List(List),
    Revoke(Revoke),
}

/// Make a secret and print it once
#[derive(Args, Debug)]
struct Create {
    /// The organization's slug; several for a platform key
    #[arg(long, required = true, value_name = "SLUG")]
    org: Vec<OrgSlug>,

    #[arg(long)]
    kind: KindName,

    /// What an api key may do; each includes the ones before it [default: manage]
    #[arg(long, value_name = "SCOPE")]
    scope: Vec<ScopeName>,

    /// For signatures (HMAC): the secret is stored encrypted, and is never sent by the platform
    #[arg(long)]
    signing: bool,

    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// List the credentials of an organization; secrets cannot be shown again
#[derive(Args, Debug)]
struct List {
    #[arg(long, value_name = "SLUG")]
    org: OrgSlug,

    /// Print JSON
    #[arg(long)]
    json: bool,
}

/// Make a credential useless at once
#[derive(Args, Debug)]
struct Revoke {
    /// The id that `key list` shows
    id: KeyId,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum KindName {
    /// Voice platforms: the tools of one organization
    Tool,
    /// Programs: REST of one organization
    Api,
    /// An agency's one account: several organizations, chosen by the dialled number
    Platform,
}

impl From<KindName> for Kind {
    fn from(name: KindName) -> Self {
        match name {
            KindName::Tool => Self::Tool,
            KindName::Api => Self::Api,
            KindName::Platform => Self::Platform,
        }
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum ScopeName {
    /// See everything of the organization
    Read,
    /// Book, move and cancel within the rules
    Book,
    /// Change the organization, and override its rules
    Manage,
}

impl From<ScopeName> for Scope {
    fn from(name: ScopeName) -> Self {
        match name {
            ScopeName::Read => Self::Read,
            ScopeName::Book => Self::Book,
            ScopeName::Manage => Self::Manage,
        }
    }
}

impl Key {
    pub fn run(&self, settings: &Settings) -> anyhow::Result<()> {
        match &self.command {
            KeyCommand::Create(command) => command.run(settings),
            KeyCommand::List(command) => command.run(settings),
            KeyCommand::Revoke(command) => command.run(settings),
        }
    }
}

impl Create {
    fn run(&self, settings: &Settings) -> anyhow::Result<()> {
        let kind = Kind::from(self.kind);
        if self.org.len() > 1 && kind != Kind::Platform {
            bail!("only a platform key serves several organizations");
        }
        if !self.scope.is_empty() && kind != Kind::Api {
            bail!("only an api key has scopes");
        }
        let store = open_store(settings)?;
        let organizations = self.org.iter().map(|slug| find_org(&store, slug)).collect::<anyhow::Result<Vec<_>>>()?;
        let secret = new_secret(kind.as_str());
        let stored = match self.signing {
            true => StoredSecret::Sealed(secret_key(settings)?.seal(secret.as_bytes())?),
            false => StoredSecret::Hash(hash_secret(&secret)),
        };
        let scopes = self.scope.iter().copied().map(Scope::from).collect();
        let credential = new_credential(kind, organizations, scopes, Clock::default().now());
        save(&store, credential.clone(), stored)?;
        let value = json!({ "id": credential.id, "kind": kind.as_str(), "org": self.org, "secret": secret });
        output::print(self.json, &value, || secret.clone())
    }
}

impl List {
    fn run(&self, settings: &Settings) -> anyhow::Result<()> {
        let store = open_store(settings)?;
        let org = find_org(&store, &self.org)?;
        let credentials = store.read::<_, StoreError, _>(|tx| tx.credentials_of(org))?;
        let rows: Vec<_> = credentials.iter().map(describe).collect();
        output::print(self.json, &json!({ "data": rows }), || {
            let line = |key: &Credential| {
                let state = if key.revoked.is_some() { "revoked" } else { "live" };
                format!("{}  {:8}  {state:7}  {}", key.id, key.kind.as_str(), key.scope_text())
            };
            credentials.iter().map(line).collect::<Vec<_>>().join("\n")
        })
    }
}

impl Revoke {
    fn run(&self, settings: &Settings) -> anyhow::Result<()> {
        let store = open_store(settings)?;
        let (id, now) = (self.id, Clock::default().now());
        let revoke = move |tx: &mut Tx<'_>| credential::revoke(tx, id, Channel::CommandLine, now);
        let revoked = block_on(store.write::<_, StoreError, _>(revoke))??;
        anyhow::ensure!(revoked, "there is no live key {id}");
        output::line(&format!("{id} is revoked."))
    }
}

pub(super) fn new_credential(kind: Kind, organizations: Vec<OrgId>, scopes: Vec<Scope>, now: Moment) -> Credential {
    Credential { id: KeyId(new_id()), kind, organizations, scopes, created: now, revoked: None }
}

pub(super) fn save(store: &Store, credential: Credential, secret: StoredSecret) -> anyhow::Result<()> {
    let create = move |tx: &mut Tx<'_>| credential::create(tx, &credential, &secret, Channel::CommandLine);
    Ok(block_on(store.write::<_, StoreError, _>(create))??)
}

pub(super) fn find_org(store: &Store, slug: &OrgSlug) -> anyhow::Result<OrgId> {
    let stored = store.read::<_, StoreError, _>(|tx| tx.organization_by_slug(slug))?;
    Ok(stored.with_context(|| format!("there is no organization {slug}: `ringbook apply` its file first"))?.id)
}

fn describe(key: &Credential) -> serde_json::Value {
    let scopes: Vec<_> = key.scopes.iter().map(|scope| scope.as_str()).collect();
    json!({
        "id": key.id, "kind": key.kind.as_str(), "scopes": scopes,
        "created": key.created, "revoked": key.revoked,
    })
}
