//! The contact of a person (contract §6): who it is, and the row brought up to date, in the
//! transaction that needs it.

use ringbook_core::contact::{Contact, Person, Resolution, resolve};
use ringbook_core::event::EventKind;
use ringbook_core::id::ContactId;
use serde_json::json;

use super::Request;
use super::record::{self, Change};
use crate::clock::new_id;
use crate::store::{StoreError, Tx};

/// Who the person is, and the contact as it stands.
pub struct Identity {
    pub resolution: Resolution,
    known: Option<Contact>,
}

impl Identity {
    /// The contact, where nothing about it would change.
    pub fn known_unchanged(&self) -> Option<ContactId> {
        match &self.resolution {
            Resolution::Update { contact, absorb: None } if self.known.as_ref() == Some(contact) => Some(contact.id),
            _ => None,
        }
    }
}

/// Reads who the person is; writes nothing.
pub fn identify(tx: &mut Tx<'_>, request: &Request, person: &Person) -> Result<Identity, StoreError> {
    let org = request.business.id;
    let by_phone = match person.phone() {
        Some(phone) => tx.contact_by_phone(org, phone)?,
        None => None,
    };
    let by_email = match person.email() {
        Some(email) => tx.contacts_by_email(org, email)?,
        None => Vec::new(),
    };
    let resolution = resolve(person, by_phone.as_ref(), &by_email);
    let known = match &resolution {
        Resolution::Update { contact, .. } => by_phone.into_iter().chain(by_email).find(|known| known.id == contact.id),
        Resolution::Create => None,
    };
    Ok(Identity { resolution, known })
}

/// Writes who it is; the contact that now stands, and whether it is new.
pub fn write(
    tx: &mut Tx<'_>,
    request: &Request,
    person: &Person,
    Identity { resolution, known }: Identity,
) -> Result<(ContactId, bool), StoreError> {
    match resolution {
        Resolution::Update { contact, absorb } => {
            if let Some(absorbed) = absorb {
                merge(tx, request, absorbed, contact.id)?;
            }
            update_contact(tx, request, known, &contact)?;
            Ok((contact.id, false))
        }
        Resolution::Create => create_contact(tx, request, &Contact::new(ContactId(new_id()), person)),
    }
}

/// Gives everything of one contact to another and forgets the one.
pub fn merge(tx: &mut Tx<'_>, request: &Request, from: ContactId, into: ContactId) -> Result<(), StoreError> {
    tx.merge_contacts(request.business.id, from, into)?;
    let change = Change::between(json!({ "contact": from }), json!({ "contact": into }));
    record::happened(tx, request, EventKind::ContactMerged, into.0, change)
}

/// Brings the row of a contact up to date.
pub fn update_contact(
    tx: &mut Tx<'_>,
    request: &Request,
    known: Option<Contact>,
    contact: &Contact,
) -> Result<(), StoreError> {
    let Some(known) = known.filter(|known| known != contact) else { return Ok(()) };
    tx.update_contact(request.business.id, contact, request.now)?;
    let change = Change::between(record::contact(&known), record::contact(contact));
    record::happened_to_person(tx, request, EventKind::ContactUpdated, contact.id.0, change)
}

/// The contact that now stands, and whether it is this one.
fn create_contact(tx: &mut Tx<'_>, request: &Request, contact: &Contact) -> Result<(ContactId, bool), StoreError> {
    let standing = tx.insert_contact(request.business.id, contact, request.now)?;
    let created = standing == contact.id;
    if created {
        let change = Change::to(record::contact(contact));
        record::happened_to_person(tx, request, EventKind::ContactCreated, contact.id.0, change)?;
    }
    Ok((standing, created))
}
