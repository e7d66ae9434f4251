//! What happened goes into the audit, and what others must hear of into the outbox, in the
//! transaction that made it happen.

use ringbook_core::appointment::Appointment;
use ringbook_core::contact::Contact;
use ringbook_core::event::EventKind;
use ringbook_core::id::{ContactId, KeyId, OrgId};
use ringbook_core::time::Moment;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{Channel, Request};
use crate::clock::{new_id, random_bytes};
use crate::store::appointments::NewAppointment;
use crate::store::changes::Overridden;
use crate::store::events::NewEvent;
use crate::store::{StoreError, Tx};

/// What something was before and what it is now; `None` where there is nothing.
#[derive(Debug, Default)]
pub struct Change {
    pub before: Option<Value>,
    pub after: Option<Value>,
}

impl Change {
    pub fn to(after: Value) -> Self {
        Self { before: None, after: Some(after) }
    }

    pub fn between(before: Value, after: Value) -> Self {
        Self { before: Some(before), after: Some(after) }
    }
}

/// Who did it, when and from where.
#[derive(Clone, Copy, Debug)]
pub struct Author<'a> {
    pub org: OrgId,
    pub at: Moment,
    pub channel: Channel,
    /// `None` on the command line and for the server's own work.
    pub key: Option<KeyId>,
    pub call_id: Option<&'a str>,
}

impl Author<'static> {
    /// Whoever may open the database file.
    pub const fn on_command_line(org: OrgId, at: Moment) -> Self {
        Self { org, at, channel: Channel::CommandLine, key: None, call_id: None }
    }
}

impl<'a> From<&'a Request> for Author<'a> {
    fn from(request: &'a Request) -> Self {
        let Request { business, now, channel, key, call_id, .. } = request;
        Self { org: business.id, at: *now, channel: *channel, key: *key, call_id: call_id.as_deref() }
    }
}

/// Records what holds no personal data.
pub fn happened<'a>(
    tx: &mut Tx<'_>,
    author: impl Into<Author<'a>>,
    kind: EventKind,
    subject: Uuid,
    change: Change,
) -> Result<(), StoreError> {
    append(tx, author.into(), kind, subject, change, None).map(drop)
}

/// Records what names a person, so that it can be erased.
pub fn happened_to_person<'a>(
    tx: &mut Tx<'_>,
    author: impl Into<Author<'a>>,
    kind: EventKind,
    subject: Uuid,
    change: Change,
) -> Result<(), StoreError> {
    append(tx, author.into(), kind, subject, change, Some(random_bytes())).map(drop)
}

/// Records an erasure; the events that it empties name it.
pub fn erased(tx: &mut Tx<'_>, author: Author<'_>, contact: ContactId, what: Value) -> Result<Uuid, StoreError> {
    append(tx, author, EventKind::ContactErased, contact.0, Change::to(what), None)
}

fn append(
    tx: &mut Tx<'_>,
    Author { org, at, channel, key, call_id }: Author<'_>,
    kind: EventKind,
    subject: Uuid,
    change: Change,
    salt: Option<[u8; 16]>,
) -> Result<Uuid, StoreError> {
    let text = |value: Option<Value>| value.map(|value| value.to_string());
    let (before, after, channel) = (text(change.before), text(change.after), channel.as_str());
    let event = NewEvent { id: new_id(), at, kind, subject, channel, credential: key, call_id, before, after, salt };
    let id = tx.append_event(org, event)?;
    if kind.is_sent() {
        tx.enqueue(org, kind, subject, at)?;
    }
    Ok(id)
}

/// An appointment as the audit keeps it: ids, no names.
pub fn appointment(appointment: &Appointment) -> Value {
    json!({
        "contact": appointment.contact,
        "service": appointment.service,
        "provider": appointment.provider,
        "start": appointment.time.from.timestamp().to_string(),
        "end": appointment.time.until.timestamp().to_string(),
        "status": appointment.status,
    })
}

/// The same when it was just written, with its series.
pub fn new_appointment(new: &NewAppointment) -> Value {
    let mut record = appointment_at(&Appointment::from(new.clone()), new.overridden.as_ref());
    if let Some(series) = new.series {
        record["series"] = json!(series);
    }
    record
}

/// The same where staff set a rule aside, with why.
pub fn appointment_at(standing: &Appointment, overridden: Option<&Overridden>) -> Value {
    let mut record = appointment(standing);
    if let Some(Overridden { reason, double_booked }) = overridden {
        record["override"] = json!({ "reason": reason, "double_booked": double_booked });
    }
    record
}

/// A contact as the audit keeps it until it is erased.
pub fn contact(contact: &Contact) -> Value {
    json!({
        "name": contact.name.as_ref().map(|name| name.as_str()),
        "phone": contact.phone.as_ref().map(|phone| phone.as_str()),
        "email": contact.email.as_ref().map(|email| email.as_str()),
    })
}
