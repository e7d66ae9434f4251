//! Contacts. `uq_contacts_org_phone` and `uq_contacts_org_email_phoneless` decide identity.

use ringbook_core::contact::{Contact, E164, Email};
use ringbook_core::id::{ContactId, OrgId};
use ringbook_core::time::Moment;

use super::{StoreError, Tx};

impl Tx<'_> {
    pub fn contact_by_phone(&mut self, _org: OrgId, _phone: &E164) -> Result<Option<Contact>, StoreError> {
        todo!()
    }

    /// Every contact with that email; at most one of them has no phone. Oldest first, at most 50.
    pub fn contacts_by_email(&mut self, _org: OrgId, _email: &Email) -> Result<Vec<Contact>, StoreError> {
        todo!()
    }

    /// Inserts the contact, or, when another transaction was first, takes over its row (naming the
    /// unique index in `ON CONFLICT`). Returns the id that now stands.
    pub fn insert_contact(&mut self, _org: OrgId, _contact: &Contact, _now: Moment) -> Result<ContactId, StoreError> {
        todo!()
    }

    /// Sets name, phone and email to what `contact` holds.
    pub fn update_contact(&mut self, _org: OrgId, _contact: &Contact, _now: Moment) -> Result<(), StoreError> {
        todo!()
    }

    /// Moves everything of `from` to `into` and removes `from`.
    pub fn merge_contacts(&mut self, _org: OrgId, _from: ContactId, _into: ContactId) -> Result<(), StoreError> {
        todo!()
    }
}
