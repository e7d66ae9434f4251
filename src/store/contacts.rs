//! Contacts. `uq_contacts_org_phone` and `uq_contacts_org_email_phoneless` decide identity.

use anyhow::anyhow;
use ringbook_core::contact::{Contact, E164, Email};
use ringbook_core::id::{ContactId, OrgId};
use ringbook_core::time::Moment;

use super::tx::{Row, values};
use super::{StoreError, Tx};

impl Tx<'_> {
    pub fn contact(&mut self, org: OrgId, id: ContactId) -> Result<Option<Contact>, StoreError> {
        let sql = "SELECT id, name, phone, email FROM contacts WHERE organization_id = $1 AND id = $2";
        self.find(sql, values![org, id], contact)
    }

    pub fn contact_by_phone(&mut self, org: OrgId, phone: &E164) -> Result<Option<Contact>, StoreError> {
        let sql = "SELECT id, name, phone, email FROM contacts WHERE organization_id = $1 AND phone = $2";
        self.find(sql, values![org, phone], contact)
    }

    /// Every contact with that email; at most one of them has no phone. Oldest first, at most 50.
    pub fn contacts_by_email(&mut self, org: OrgId, email: &Email) -> Result<Vec<Contact>, StoreError> {
        let sql = "
            SELECT id, name, phone, email FROM contacts
            WHERE organization_id = $1 AND email = $2
            ORDER BY id LIMIT 50";
        self.list(sql, values![org, email], contact)
    }

    /// Inserts the contact, or, when another transaction was first, takes over its row (naming the
    /// unique index in `ON CONFLICT`). Returns the id that now stands.
    pub fn insert_contact(&mut self, org: OrgId, contact: &Contact, now: Moment) -> Result<ContactId, StoreError> {
        let sql = if contact.phone.is_some() { INSERT_BY_PHONE } else { INSERT_BY_EMAIL };
        let Contact { id, name, phone, email } = contact;
        let values = values![org, *id, name.as_ref(), phone.as_ref(), email.as_ref(), now];
        let standing = self.find(sql, values, |row| row.get(0))?;
        standing.ok_or_else(|| anyhow!("a contact was inserted and has no id").into())
    }

    /// Sets name, phone and email to what `contact` holds.
    pub fn update_contact(&mut self, org: OrgId, contact: &Contact, now: Moment) -> Result<(), StoreError> {
        let sql = "
            UPDATE contacts SET name = $1, phone = $2, email = $3, version = version + 1, updated_at = $4
            WHERE organization_id = $5 AND id = $6";
        let Contact { id, name, phone, email } = contact;
        self.execute(sql, values![name.as_ref(), phone.as_ref(), email.as_ref(), now, org, *id]).map(drop)
    }

    /// Moves everything of `from` to `into` and removes `from`; `into` is brought up to date by
    /// [`Tx::update_contact`].
    pub fn merge_contacts(&mut self, org: OrgId, from: ContactId, into: ContactId) -> Result<(), StoreError> {
        let sql = "UPDATE appointments SET contact_id = $1 WHERE organization_id = $2 AND contact_id = $3";
        self.execute(sql, values![into, org, from])?;
        for sql in [
            "UPDATE waitlist SET contact_id = $1 WHERE organization_id = $2 AND contact_id = $3",
            "UPDATE calls SET contact_id = $1 WHERE organization_id = $2 AND contact_id = $3",
            "UPDATE messages SET contact_id = $1 WHERE organization_id = $2 AND contact_id = $3",
        ] {
            self.execute(sql, values![into, org, from])?;
        }
        let missed = "
            UPDATE contacts SET no_shows = no_shows + (
                SELECT no_shows FROM contacts WHERE organization_id = $1 AND id = $2
            )
            WHERE organization_id = $1 AND id = $3";
        self.execute(missed, values![org, from, into])?;
        self.execute("DELETE FROM contacts WHERE organization_id = $1 AND id = $2", values![org, from]).map(drop)
    }
}

/// `uq_contacts_org_phone`: the `WHERE` names it.
const INSERT_BY_PHONE: &str = "
    INSERT INTO contacts (organization_id, id, name, phone, email, created_at, updated_at)
    VALUES ($1, $2, $3, $4, $5, $6, $6)
    ON CONFLICT (organization_id, phone) WHERE phone IS NOT NULL DO UPDATE SET
        name = COALESCE(excluded.name, contacts.name), email = COALESCE(excluded.email, contacts.email),
        version = contacts.version + 1, updated_at = excluded.updated_at
    RETURNING id";

/// `uq_contacts_org_email_phoneless`.
const INSERT_BY_EMAIL: &str = "
    INSERT INTO contacts (organization_id, id, name, phone, email, created_at, updated_at)
    VALUES ($1, $2, $3, $4, $5, $6, $6)
    ON CONFLICT (organization_id, email) WHERE phone IS NULL AND email IS NOT NULL DO UPDATE SET
        name = COALESCE(excluded.name, contacts.name), version = contacts.version + 1,
        updated_at = excluded.updated_at
    RETURNING id";

pub(super) fn contact(row: &Row<'_>) -> Result<Contact, StoreError> {
    Ok(Contact { id: row.get(0)?, name: row.get(1)?, phone: row.get(2)?, email: row.get(3)? })
}
