//! The audit: who changed what, when and from where. Rows are only ever added; an erasure empties
//! what they say of a person.

use ringbook_core::event::EventKind;
use ringbook_core::id::{KeyId, OrgId};
use ringbook_core::time::Moment;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::tx::{Row, values};
use super::{StoreError, Tx};

/// Something that happened.
#[derive(Clone, Debug)]
pub struct NewEvent<'a> {
    /// Becomes a later one where the organization already has an event that is not older.
    pub id: Uuid,
    pub at: Moment,
    pub kind: EventKind,
    /// The appointment, contact, message… that it happened to.
    pub subject: Uuid,
    pub channel: &'static str,
    pub credential: Option<KeyId>,
    pub call_id: Option<&'a str>,
    /// What changed, as JSON text.
    pub before: Option<String>,
    pub after: Option<String>,
    /// Random bytes where `before` or `after` name a person: they will be erased one day, and the
    /// digest that stays must not give them away.
    pub salt: Option<[u8; 16]>,
}

/// An event as it is stored.
#[derive(Clone, Debug)]
pub struct Event {
    pub id: Uuid,
    pub at: Moment,
    /// As it was written: a later version may know kinds that this one does not.
    pub kind: String,
    pub subject: Option<Uuid>,
    pub channel: String,
    pub credential: Option<KeyId>,
    pub call_id: Option<String>,
    pub before: Option<String>,
    pub after: Option<String>,
    pub digest: [u8; 32],
    /// The erasure that emptied `before` and `after`.
    pub erased_by: Option<Uuid>,
    salt: Option<Vec<u8>>,
}

/// Which events are wanted; what is `None` or open does not matter.
#[derive(Clone, Copy, Debug)]
pub struct EventFilter {
    pub subject: Option<Uuid>,
    pub kind: Option<EventKind>,
    pub from: Moment,
    pub until: Moment,
}

impl Default for EventFilter {
    fn default() -> Self {
        Self { subject: None, kind: None, from: Moment::from_unix(i64::MIN), until: Moment::from_unix(i64::MAX) }
    }
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT id, at, kind, subject_id, channel, credential_id, call_id, before, after, digest, erased_by, salt
            FROM events WHERE organization_id = $1 AND ",
            $rest
        )
    };
}

const FIRST: &str = select!("id > $2 AND id <= $3 ORDER BY id LIMIT $4");
const LISTED: &str = select!("id > $2 AND COALESCE($3, kind) = kind AND at >= $4 AND at < $5 ORDER BY id LIMIT $6");
const LISTED_OF_SUBJECT: &str =
    select!("subject_id = $2 AND id > $3 AND COALESCE($4, kind) = kind AND at >= $5 AND at < $6 ORDER BY id LIMIT $7");

const OF_CALL: &str = select!("call_id = $2 ORDER BY id LIMIT $3");

impl Tx<'_> {
    /// What a call did, in order.
    pub fn events_of_call(&mut self, org: OrgId, call_id: &str, limit: usize) -> Result<Vec<Event>, StoreError> {
        self.list(OF_CALL, values![org, call_id, limit], event)
    }

    /// Appends the event as the organization's latest one and returns its id.
    pub fn append_event(&mut self, org: OrgId, mut event: NewEvent<'_>) -> Result<Uuid, StoreError> {
        let sql = "
            INSERT INTO events (
                organization_id, id, at, kind, subject_id, channel, credential_id, call_id, before, after, salt, digest
            ) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
        event.id = self.id_after_all(org, event.id)?;
        let digest = Fields::of_new(&event).digest();
        let values = values![
            org,
            event.id,
            event.at,
            event.kind.as_str(),
            event.subject,
            event.channel,
            event.credential,
            event.call_id,
            event.before.as_deref(),
            event.after.as_deref(),
            event.salt.as_ref().map(<[u8; 16]>::as_slice),
            digest.as_slice(),
        ];
        self.execute(sql, values)?;
        Ok(event.id)
    }

    /// `id`, unless an event of another process, or of a clock that was set back, is not older:
    /// what is sealed must never get company from behind.
    fn id_after_all(&mut self, org: OrgId, id: Uuid) -> Result<Uuid, StoreError> {
        let sql = "SELECT id FROM events WHERE organization_id = $1 AND id >= $2 ORDER BY id DESC LIMIT 1";
        let latest: Option<Uuid> = self.find(sql, values![org, id], |row| row.get(0))?;
        Ok(latest.map_or(id, |latest| Uuid::from_u128(latest.as_u128() + 1)))
    }

    /// The first `limit` events after one and up to another, in their order.
    pub fn events_between(
        &mut self,
        org: OrgId,
        after: Uuid,
        last: Uuid,
        limit: usize,
    ) -> Result<Vec<Event>, StoreError> {
        self.list(FIRST, values![org, after, last, limit], event)
    }

    /// The first `limit` events that pass the filter, after the one named.
    pub fn events(
        &mut self,
        org: OrgId,
        filter: &EventFilter,
        after: Uuid,
        limit: usize,
    ) -> Result<Vec<Event>, StoreError> {
        let EventFilter { subject, kind, from, until } = *filter;
        let kind = kind.map(EventKind::as_str);
        match subject {
            None => self.list(LISTED, values![org, after, kind, from, until, limit], event),
            Some(subject) => {
                self.list(LISTED_OF_SUBJECT, values![org, subject, after, kind, from, until, limit], event)
            }
        }
    }

    /// How many events say something of a person under that subject.
    pub fn count_personal_events(&mut self, org: OrgId, subject: Uuid) -> Result<usize, StoreError> {
        let sql = "SELECT id FROM events WHERE organization_id = $1 AND subject_id = $2 AND salt IS NOT NULL";
        Ok(self.list(sql, values![org, subject], |_| Ok(()))?.len())
    }

    /// Empties what those events say; their digests stay, and so does the chain of seals.
    pub fn empty_personal_events(&mut self, org: OrgId, subject: Uuid, erasure: Uuid) -> Result<(), StoreError> {
        let sql = "
            UPDATE events SET before = NULL, after = NULL, salt = NULL, erased_by = $1
            WHERE organization_id = $2 AND subject_id = $3 AND salt IS NOT NULL";
        self.execute(sql, values![erasure, org, subject]).map(drop)
    }
}

impl Event {
    /// Whether it still says what its digest was made of; what was emptied cannot be asked.
    pub fn is_intact(&self) -> bool {
        self.erased_by.is_some() || Fields::of_stored(self).digest() == self.digest
    }
}

/// What a digest is made of.
struct Fields<'a> {
    id: Uuid,
    at: Moment,
    kind: &'a str,
    subject: Option<Uuid>,
    channel: &'a str,
    credential: Option<KeyId>,
    call_id: Option<&'a str>,
    salt: Option<&'a [u8]>,
    before: Option<&'a str>,
    after: Option<&'a str>,
}

impl<'a> Fields<'a> {
    fn of_new(event: &'a NewEvent<'_>) -> Self {
        Self {
            id: event.id,
            at: event.at,
            kind: event.kind.as_str(),
            subject: Some(event.subject),
            channel: event.channel,
            credential: event.credential,
            call_id: event.call_id,
            salt: event.salt.as_ref().map(<[u8; 16]>::as_slice),
            before: event.before.as_deref(),
            after: event.after.as_deref(),
        }
    }

    fn of_stored(event: &'a Event) -> Self {
        Self {
            id: event.id,
            at: event.at,
            kind: &event.kind,
            subject: event.subject,
            channel: &event.channel,
            credential: event.credential,
            call_id: event.call_id.as_deref(),
            salt: event.salt.as_deref(),
            before: event.before.as_deref(),
            after: event.after.as_deref(),
        }
    }

    /// Over every field with its length before it, so that no two events share one.
    fn digest(&self) -> [u8; 32] {
        let mut hash = Sha256::new();
        let mut add = |field: Option<&[u8]>| {
            hash.update(field.map_or(u64::MAX, |bytes| bytes.len() as u64).to_be_bytes());
            hash.update(field.unwrap_or_default());
        };
        add(Some(self.id.as_bytes()));
        add(Some(&self.at.unix().to_be_bytes()));
        add(Some(self.kind.as_bytes()));
        add(self.subject.as_ref().map(|id| id.as_bytes().as_slice()));
        add(Some(self.channel.as_bytes()));
        add(self.credential.as_ref().map(|id| id.0.as_bytes().as_slice()));
        add(self.call_id.map(str::as_bytes));
        add(self.salt);
        add(self.before.map(str::as_bytes));
        add(self.after.map(str::as_bytes));
        hash.finalize().into()
    }
}

fn event(row: &Row<'_>) -> Result<Event, StoreError> {
    Ok(Event {
        id: row.get(0)?,
        at: row.get(1)?,
        kind: row.get(2)?,
        subject: row.get(3)?,
        channel: row.get(4)?,
        credential: row.get(5)?,
        call_id: row.get(6)?,
        before: row.get(7)?,
        after: row.get(8)?,
        digest: row.get(9)?,
        erased_by: row.get(10)?,
        salt: row.get(11)?,
    })
}
