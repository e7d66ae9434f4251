//! What callers asked to be passed on.

use ringbook_core::contact::{E164, PersonName};
use ringbook_core::id::{ContactId, MessageId, OrgId};
use ringbook_core::time::Moment;
use uuid::Uuid;

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

/// Which messages are wanted; `None` leaves a condition out.
#[derive(Clone, Copy, Debug, Default)]
pub struct MessageFilter<'a> {
    pub contact: Option<ContactId>,
    pub call_id: Option<&'a str>,
    pub handled: Option<bool>,
    pub urgent: Option<bool>,
    /// Left at or after it.
    pub from: Option<Moment>,
    /// Left before it.
    pub to: Option<Moment>,
}

macro_rules! messages {
    ($conditions:literal) => {
        concat!(
            "SELECT id, contact_id, name, phone, body, urgent, call_id, channel, handled_at, version, created_at,
                updated_at
            FROM messages WHERE organization_id = $1 AND ",
            $conditions
        )
    };
}

impl Tx<'_> {
    pub fn message(&mut self, org: OrgId, id: MessageId) -> Result<Option<Message>, StoreError> {
        self.find(messages!("id = $2"), values![org, id], message)
    }

    /// The last `limit` messages before the one with the id `before`, newest first.
    pub fn messages(
        &mut self,
        org: OrgId,
        filter: &MessageFilter<'_>,
        before: Uuid,
        limit: usize,
    ) -> Result<Vec<Message>, StoreError> {
        let sql = messages!(
            "id < $2 AND created_at >= $3 AND created_at < $4 AND ($5 IS NULL OR contact_id = $5)
            AND ($6 IS NULL OR call_id = $6) AND ($7 IS NULL OR (handled_at IS NOT NULL) = $7)
            AND ($8 IS NULL OR urgent = $8)
            ORDER BY id DESC LIMIT $9"
        );
        let from = filter.from.map_or(i64::MIN, Moment::unix);
        let to = filter.to.map_or(i64::MAX, Moment::unix);
        let MessageFilter { contact, call_id, handled, urgent, .. } = *filter;
        self.list(sql, values![org, before, from, to, contact, call_id, handled, urgent, limit], message)
    }

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
        let sql = messages!("call_id = $2 AND body = $3 ORDER BY id LIMIT 1");
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
