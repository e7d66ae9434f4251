//! The decision table of contract §6: which contact a described person is.

use super::{Contact, Person, Reach};
use crate::id::ContactId;

/// What has to be written so that the person is on record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Resolution {
    /// A known contact, as its row must stand afterwards. `absorb` is the contact without a phone
    /// that turned out to be the same person: it is merged into this one.
    Update { contact: Contact, absorb: Option<ContactId> },
    /// Nobody on record: a new contact, [`Contact::new`] of the person.
    Create,
}

/// Decides who `person` is. `by_phone` is the contact with the person's phone; `by_email` are all
/// contacts with the person's email, oldest first, at most one of them without a phone.
pub fn resolve(person: &Person, by_phone: Option<&Contact>, by_email: &[Contact]) -> Resolution {
    let phoneless = by_email.iter().find(|contact| contact.phone.is_none());
    let known = match person.reach {
        Reach::Phone { .. } => by_phone.or(phoneless),
        Reach::Email(_) => phoneless.or_else(|| sharing_an_address(person, by_email)),
    };
    known.map_or(Resolution::Create, |known| recognise(known, person, phoneless))
}

/// Families share an email: among several the name has to tell, and tell one of them.
fn sharing_an_address<'a>(person: &Person, contacts: &'a [Contact]) -> Option<&'a Contact> {
    let namesake = |contact: &&Contact| match (&contact.name, &person.name) {
        (Some(known), Some(given)) => known.matches(given),
        _ => false,
    };
    only(contacts.iter()).or_else(|| only(contacts.iter().filter(namesake)))
}

fn only<'a>(mut contacts: impl Iterator<Item = &'a Contact>) -> Option<&'a Contact> {
    let first = contacts.next();
    first.filter(|_| contacts.next().is_none())
}

fn recognise(known: &Contact, person: &Person, phoneless: Option<&Contact>) -> Resolution {
    let same = phoneless.filter(|same| same.id != known.id);
    let absorbed_name = same.and_then(|same| same.name.as_ref());
    let contact = Contact {
        id: known.id,
        name: person.name.as_ref().or(known.name.as_ref()).or(absorbed_name).cloned(),
        phone: person.phone().or(known.phone.as_ref()).cloned(),
        email: person.email().or(known.email.as_ref()).cloned(),
    };
    Resolution::Update { contact, absorb: same.map(|same| same.id) }
}
