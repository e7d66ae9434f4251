//! Forgets a person. What happened to the organization's time stays; who it happened to does not.

use std::collections::BTreeSet;

use ringbook_core::appointment::{Appointment, Status};
use ringbook_core::contact::Contact;
use ringbook_core::event::EventKind;
use ringbook_core::id::{AppointmentId, ContactId, OrgId};
use ringbook_core::time::Moment;
use serde::Serialize;
use serde_json::{Value, json};
use uuid::Uuid;

use super::record::{self, Author, Change};
use crate::store::erasure::Waiting;
use crate::store::events::EventFilter;
use crate::store::replies::REMEMBERED;
use crate::store::{Store, StoreError, Tx};

/// What to do about appointments that the person still has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Upcoming {
    /// Nobody would know who is coming.
    Refuse,
    Cancel,
}

/// What was touched, by number.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Erased {
    /// They were erased before, and nothing was done.
    pub already: bool,
    pub cancelled: usize,
    pub appointments: usize,
    pub calls: usize,
    pub messages: usize,
    pub waitlist: usize,
    pub replies: usize,
    pub events: usize,
}

#[derive(Debug, thiserror::Error)]
pub enum EraseError {
    #[error("there is no such contact")]
    NotFound,
    #[error("the contact has upcoming appointments: cancel them first, or ask to have them cancelled")]
    Upcoming,
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// How many merges into one contact are followed.
const MERGES: usize = 1_000;

/// # Errors
/// [`EraseError::Upcoming`] when the person still has appointments and they are not to be cancelled.
pub async fn erase(
    store: &Store,
    author: Author<'static>,
    contact: ContactId,
    upcoming: Upcoming,
) -> Result<Erased, EraseError> {
    store.write(move |tx| body(tx, author, contact, upcoming)).await
}

/// The same inside a transaction.
///
/// # Errors
/// As [`erase`].
pub fn body(tx: &mut Tx<'_>, author: Author<'_>, id: ContactId, upcoming: Upcoming) -> Result<Erased, EraseError> {
    let (contact, erased) = tx.contact_with_erasure(author.org, id)?.ok_or(EraseError::NotFound)?;
    if erased.is_some() {
        return Ok(Erased { already: true, ..Erased::default() });
    }
    let cancelled = clear_calendar(tx, author, id, upcoming)?;
    let trace = Trace::of(tx, author.org, &contact)?;
    let mut erased = Erased { cancelled, replies: forget_replies(tx, author, &contact, &trace)?, ..trace.count() };
    trace.erase(tx, author)?;
    tx.erase_appointment_texts(author.org, id, author.at)?;
    tx.erase_contact(author.org, id, author.at)?;
    let subjects = trace.subjects(tx, author.org, id)?;
    erased.events = erase_events(tx, author, id, &erased, &subjects)?;
    Ok(erased)
}

fn clear_calendar(tx: &mut Tx<'_>, author: Author<'_>, id: ContactId, upcoming: Upcoming) -> Result<usize, EraseError> {
    let mut cancelled = 0;
    loop {
        let appointments = tx.upcoming_of_contact(author.org, id, author.at)?;
        if appointments.is_empty() {
            return Ok(cancelled);
        }
        if upcoming == Upcoming::Refuse {
            return Err(EraseError::Upcoming);
        }
        cancelled += appointments.len();
        for appointment in appointments {
            cancel(tx, author, appointment)?;
        }
    }
}

fn cancel(tx: &mut Tx<'_>, author: Author<'_>, appointment: Appointment) -> Result<(), StoreError> {
    tx.cancel_appointment(author.org, appointment.id, None, author.at)?;
    let before = record::appointment(&appointment);
    let after = record::appointment(&Appointment { status: Status::Cancelled, ..appointment.clone() });
    let change = Change::between(before, after);
    record::happened(tx, author, EventKind::AppointmentCancelled, appointment.id.0, change)
}

/// Where a person left something.
struct Trace {
    /// With when they were last written.
    appointments: Vec<(AppointmentId, Moment)>,
    calls: Vec<Uuid>,
    messages: Vec<Uuid>,
    waiting: Vec<Waiting>,
}

impl Trace {
    fn of(tx: &mut Tx<'_>, org: OrgId, contact: &Contact) -> Result<Self, StoreError> {
        let (id, phone) = (contact.id, contact.phone.as_ref());
        Ok(Self {
            appointments: tx.appointments_of_person(org, id)?,
            calls: tx.calls_of_person(org, id, phone)?,
            messages: tx.messages_of_person(org, id, phone)?,
            waiting: tx.waiting_of_person(org, id)?,
        })
    }

    fn count(&self) -> Erased {
        Erased {
            appointments: self.appointments.len(),
            calls: self.calls.len(),
            messages: self.messages.len(),
            waitlist: self.waiting.len(),
            ..Erased::default()
        }
    }

    fn erase(&self, tx: &mut Tx<'_>, author: Author<'_>) -> Result<(), StoreError> {
        for call in &self.calls {
            tx.erase_call(author.org, *call, author.at)?;
        }
        for message in &self.messages {
            tx.erase_message(author.org, *message, author.at)?;
        }
        self.waiting.iter().try_for_each(|waiting| withdraw(tx, author, waiting))
    }

    /// Whatever events can be about that say something of the person: also the contacts that were
    /// merged into this one.
    fn subjects(&self, tx: &mut Tx<'_>, org: OrgId, contact: ContactId) -> Result<BTreeSet<Uuid>, StoreError> {
        let mut subjects = merged_into(tx, org, contact)?;
        subjects.extend(self.appointments.iter().map(|(id, _)| id.0));
        subjects.extend(self.calls.iter().chain(&self.messages));
        subjects.extend(self.waiting.iter().map(|waiting| waiting.id));
        Ok(subjects)
    }
}

fn withdraw(tx: &mut Tx<'_>, author: Author<'_>, waiting: &Waiting) -> Result<(), StoreError> {
    tx.withdraw_waiting(author.org, waiting.id, author.at)?;
    if let Some(offer) = waiting.offer {
        tx.release_hold(author.org, offer, author.at)?;
    }
    record::happened(tx, author, EventKind::WaitlistWithdrawn, waiting.id, Change::default())
}

/// The contact and all that it has absorbed.
fn merged_into(tx: &mut Tx<'_>, org: OrgId, contact: ContactId) -> Result<BTreeSet<Uuid>, StoreError> {
    let mut known = BTreeSet::from([contact.0]);
    let mut unread = vec![contact.0];
    while let Some(subject) = unread.pop() {
        let kind = Some(EventKind::ContactMerged);
        let filter = EventFilter { subject: Some(subject), kind, ..EventFilter::default() };
        let merges = tx.events(org, &filter, Uuid::nil(), MERGES)?;
        let absorbed = merges.iter().filter_map(|event| absorbed_contact(event.before.as_deref()?));
        unread.extend(absorbed.filter(|id| known.insert(*id)));
    }
    Ok(known)
}

fn absorbed_contact(before: &str) -> Option<Uuid> {
    let before: Value = serde_json::from_str(before).ok()?;
    before["contact"].as_str()?.parse().ok()
}

/// A repetition of what is forgotten is answered anew, which a booking survives: it finds itself.
fn forget_replies(
    tx: &mut Tx<'_>,
    Author { org, at, .. }: Author<'_>,
    contact: &Contact,
    trace: &Trace,
) -> Result<usize, StoreError> {
    let inside_json = |text: &str| json!(text).to_string().trim_matches('"').to_owned();
    let mut words = vec![contact.id.to_string()];
    words.extend(contact.phone.as_ref().map(|phone| inside_json(phone.as_str())));
    words.extend(contact.email.as_ref().map(|email| inside_json(email.as_str())));
    words.extend(contact.name.as_ref().map(|name| inside_json(name.as_str())));
    // Replies about what was not written since then are gone by themselves.
    let recent = trace.appointments.iter().filter(|(_, written)| at - *written <= REMEMBERED);
    words.extend(recent.map(|(id, _)| id.to_string()));
    words.extend(trace.messages.iter().chain(trace.waiting.iter().map(|waiting| &waiting.id)).map(Uuid::to_string));
    if let Some(phone) = &contact.phone {
        tx.forget_unrouted_calls_with(org, phone)?;
    }
    words.iter().map(|word| tx.forget_replies_with(org, word)).sum()
}

/// Empties what the audit says of the person, and says so itself.
fn erase_events(
    tx: &mut Tx<'_>,
    author: Author<'_>,
    contact: ContactId,
    erased: &Erased,
    subjects: &BTreeSet<Uuid>,
) -> Result<usize, StoreError> {
    let counted = subjects.iter().map(|subject| tx.count_personal_events(author.org, *subject));
    let events: usize = counted.sum::<Result<_, _>>()?;
    let Erased { appointments, calls, messages, waitlist, .. } = erased;
    let said = json!({
        "appointments": appointments, "calls": calls, "messages": messages, "waitlist": waitlist, "events": events,
    });
    let erasure = record::erased(tx, author, contact, said)?;
    for subject in subjects {
        tx.empty_personal_events(author.org, *subject, erasure)?;
    }
    Ok(events)
}
