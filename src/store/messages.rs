//! What callers asked to be passed on.

use ringbook_core::contact::{E164, PersonName};
use ringbook_core::id::{ContactId, MessageId, OrgId};
use ringbook_core::time::Moment;

use super::tx::{Row, values};
use super::{StoreError, Tx};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    pub id: MessageId,
    pub contact: Option<ContactId>,
    pub name: Option<PersonName>,
    pub phone: Option<E164>,
    /// `None` once it was erased.
    pub body: Option<Body>,
    pub urgent: bool,
    pub call_id: Option<String>,
    pub channel: String,
    pub handled: Option<Moment>,
    pub version: i64,
    pub created: Moment,
    pub updated: Moment,
}

/// The words of a message, which hide themselves from `{:?}`.
#[derive(Clone, PartialEq, Eq)]
pub struct Body(pub String);

impl std::fmt::Debug for Body {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Body(***)")
    }
}

impl Tx<'_> {
    pub fn insert_message(&mut self, org: OrgId, new: &Message) -> Result<(), StoreError> {
        let sql = "
            INSERT INTO messages (
                organization_id, id, contact_id, name, phone, body, urgent, call_id, channel, handled_at, version,
                created_at, updated_at
            ) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
        let values = values![
            org,
            new.id,
            new.contact,
            new.name.as_ref(),
            new.phone.as_ref(),
            new.body.as_ref().map(|Body(text)| text.as_str()),
            new.urgent,
            new.call_id.as_deref(),
            new.channel.as_str(),
            new.handled,
            new.version,
            new.created,
            new.updated,
        ];
        self.execute(sql, values).map(drop)
    }

    /// The message that this call left in the same words.
    pub fn same_message(&mut self, org: OrgId, call_id: &str, body: &str) -> Result<Option<Message>, StoreError> {
        let sql = "
            SELECT id, contact_id, name, phone, body, urgent, call_id, channel, handled_at, version, created_at,
                updated_at
            FROM messages
            WHERE organization_id = $1 AND call_id = $2 AND body = $3
            ORDER BY id LIMIT 1";
        self.find(sql, values![org, call_id, body], message)
    }

    pub fn has_left_message(&mut self, org: OrgId, call_id: &str) -> Result<bool, StoreError> {
        let sql = "SELECT 1 FROM messages WHERE organization_id = $1 AND call_id = $2 LIMIT 1";
        Ok(self.find(sql, values![org, call_id], |_| Ok(()))?.is_some())
    }

    /// Sets everything but the words, in the next version.
    pub fn update_message(&mut self, org: OrgId, message: &Message, now: Moment) -> Result<(), StoreError> {
        let sql = "
            UPDATE messages SET contact_id = $1, name = $2, phone = $3, urgent = $4, handled_at = $5,
                version = version + 1, updated_at = $6
            WHERE organization_id = $7 AND id = $8";
        let Message { id, contact, name, phone, urgent, handled, .. } = message;
        let values = values![*contact, name.as_ref(), phone.as_ref(), *urgent, *handled, now, org, *id];
        self.execute(sql, values).map(drop)
    }
}

fn message(row: &Row<'_>) -> Result<Message, StoreError> {
    Ok(Message {
        id: row.get(0)?,
        contact: row.get(1)?,
        name: row.get(2)?,
        phone: row.get(3)?,
        body: row.get::<Option<String>>(4)?.map(Body),
        urgent: row.get(5)?,
        call_id: row.get(6)?,
        channel: row.get(7)?,
        handled: row.get(8)?,
        version: row.get(9)?,
        created: row.get(10)?,
        updated: row.get(11)?,
    })
}
