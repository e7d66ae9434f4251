//! What happened goes into the audit, and what others must hear of into the outbox, in the
//! transaction that made it happen.

use ringbook_core::appointment::Appointment;
use ringbook_core::contact::Contact;
use ringbook_core::event::EventKind;
use serde_json::{Value, json};
use uuid::Uuid;

use super::Request;
use crate::clock::{new_id, random_bytes};
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

/// Records what holds no personal data.
pub fn happened(
    tx: &mut Tx<'_>,
    request: &Request,
    kind: EventKind,
    subject: Uuid,
    change: Change,
) -> Result<(), StoreError> {
    append(tx, request, kind, subject, change, None)
}

/// Records what names a person, so that it can be erased.
pub fn happened_to_person(
    tx: &mut Tx<'_>,
    request: &Request,
    kind: EventKind,
    subject: Uuid,
    change: Change,
) -> Result<(), StoreError> {
    append(tx, request, kind, subject, change, Some(random_bytes()))
}

fn append(
    tx: &mut Tx<'_>,
    request: &Request,
    kind: EventKind,
    subject: Uuid,
    change: Change,
    salt: Option<[u8; 16]>,
) -> Result<(), StoreError> {
    let (org, at) = (request.business.id, request.now);
    let text = |value: Option<Value>| value.map(|value| value.to_string());
    let (before, after) = (text(change.before), text(change.after));
    tx.append_event(
        org,
        &NewEvent {
            id: new_id(),
            at,
            kind,
            subject,
            channel: request.channel.as_str(),
            credential: request.key,
            call_id: request.call_id.as_deref(),
            before,
            after,
            salt,
        },
    )?;
    if kind.is_sent() { tx.enqueue(org, kind, subject, at) } else { Ok(()) }
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
