//! What each table knows of a person, and how it forgets it.

use ringbook_core::contact::{Contact, E164};
use ringbook_core::id::{AppointmentId, ContactId, OrgId};
use ringbook_core::time::Moment;
use uuid::Uuid;

use super::contacts::contact;
use super::tx::values;
use super::{StoreError, Tx};

/// A place on the waitlist that is about to be given up, with the hold that was offered for it.
#[derive(Clone, Copy, Debug)]
pub struct Waiting {
    pub id: Uuid,
    pub offer: Option<AppointmentId>,
}

impl Tx<'_> {
    /// The contact, and when it was erased if it was.
    pub fn contact_with_erasure(
        &mut self,
        org: OrgId,
        id: ContactId,
    ) -> Result<Option<(Contact, Option<Moment>)>, StoreError> {
        let sql = "SELECT id, name, phone, email, erased_at FROM contacts WHERE organization_id = $1 AND id = $2";
        self.find(sql, values![org, id], |row| Ok((contact(row)?, row.get(4)?)))
    }

    /// Calls that came from the person or made appointments for them.
    pub fn calls_of_person(
        &mut self,
        org: OrgId,
        id: ContactId,
        phone: Option<&E164>,
    ) -> Result<Vec<Uuid>, StoreError> {
        let sql = "
            SELECT id FROM calls
            WHERE organization_id = $1 AND (contact_id = $2 OR caller_number = $3 OR call_id IN (
                SELECT call_id FROM appointments WHERE organization_id = $1 AND contact_id = $2 AND call_id IS NOT NULL
            ))";
        self.list(sql, values![org, id, phone], |row| row.get(0))
    }

    /// Messages from the person, or taken in a call that made appointments for them.
    pub fn messages_of_person(
        &mut self,
        org: OrgId,
        id: ContactId,
        phone: Option<&E164>,
    ) -> Result<Vec<Uuid>, StoreError> {
        let sql = "
            SELECT id FROM messages
            WHERE organization_id = $1 AND (contact_id = $2 OR phone = $3 OR call_id IN (
                SELECT call_id FROM appointments WHERE organization_id = $1 AND contact_id = $2 AND call_id IS NOT NULL
            ))";
        self.list(sql, values![org, id, phone], |row| row.get(0))
    }

    /// Every appointment of the person, with when it was last written.
    pub fn appointments_of_person(
        &mut self,
        org: OrgId,
        id: ContactId,
    ) -> Result<Vec<(AppointmentId, Moment)>, StoreError> {
        let sql = "SELECT id, updated_at FROM appointments WHERE organization_id = $1 AND contact_id = $2";
        self.list(sql, values![org, id], |row| Ok((row.get(0)?, row.get(1)?)))
    }

    /// Where the person still waits.
    pub fn waiting_of_person(&mut self, org: OrgId, id: ContactId) -> Result<Vec<Waiting>, StoreError> {
        let sql = "
            SELECT id, offer_id FROM waitlist
            WHERE organization_id = $1 AND contact_id = $2 AND status IN ('waiting', 'offered')";
        self.list(sql, values![org, id], |row| Ok(Waiting { id: row.get(0)?, offer: row.get(1)? }))
    }

    pub fn erase_contact(&mut self, org: OrgId, id: ContactId, now: Moment) -> Result<(), StoreError> {
        let sql = "
            UPDATE contacts SET name = NULL, phone = NULL, email = NULL, erased_at = $1, version = version + 1,
                updated_at = $1
            WHERE organization_id = $2 AND id = $3";
        self.execute(sql, values![now, org, id]).map(drop)
    }

    /// Times, status and code stay; whoever wrote something about the visit may have named the person.
    pub fn erase_appointment_texts(&mut self, org: OrgId, id: ContactId, now: Moment) -> Result<(), StoreError> {
        let sql = "
            UPDATE appointments SET notes = NULL, cancel_reason = NULL, version = version + 1, updated_at = $1,
                override_reason = CASE WHEN override_reason IS NULL THEN NULL ELSE '' END
            WHERE organization_id = $2 AND contact_id = $3";
        self.execute(sql, values![now, org, id]).map(drop)
    }

    pub fn erase_call(&mut self, org: OrgId, id: Uuid, now: Moment) -> Result<(), StoreError> {
        let sql = "
            UPDATE calls SET caller_number = NULL, summary = NULL, transcript = NULL, recording_url = NULL,
                outcome = NULL, updated_at = $1
            WHERE organization_id = $2 AND id = $3";
        self.execute(sql, values![now, org, id]).map(drop)
    }

    pub fn erase_message(&mut self, org: OrgId, id: Uuid, now: Moment) -> Result<(), StoreError> {
        let sql = "
            UPDATE messages SET name = NULL, phone = NULL, body = NULL, version = version + 1, updated_at = $1
            WHERE organization_id = $2 AND id = $3";
        self.execute(sql, values![now, org, id]).map(drop)
    }

    pub fn withdraw_waiting(&mut self, org: OrgId, id: Uuid, now: Moment) -> Result<(), StoreError> {
        let sql = "
            UPDATE waitlist SET status = 'withdrawn', version = version + 1, updated_at = $1
            WHERE organization_id = $2 AND id = $3";
        self.execute(sql, values![now, org, id]).map(drop)
    }

    /// Forgets the remembered replies in which `text` occurs.
    pub fn forget_replies_with(&mut self, org: OrgId, text: &str) -> Result<usize, StoreError> {
        let sql = r"DELETE FROM replies WHERE organization_id = $1 AND reply LIKE $2 ESCAPE '\'";
        self.execute(sql, values![org, containing(text).as_str()])
    }

    /// Forgets reports of calls with the number that no organization could be found for, as far as
    /// they came with a credential of this one.
    pub fn forget_unrouted_calls_with(&mut self, org: OrgId, phone: &E164) -> Result<usize, StoreError> {
        let sql = r"
            DELETE FROM unrouted_calls
            WHERE credential_id IN (SELECT credential_id FROM credential_organizations WHERE organization_id = $1)
                AND report LIKE $2 ESCAPE '\'";
        self.execute(sql, values![org, containing(phone.as_str()).as_str()])
    }
}

/// A pattern for any text that has this one in it.
fn containing(text: &str) -> String {
    let escaped = text.replace('\\', r"\\").replace('%', r"\%").replace('_', r"\_");
    format!("%{escaped}%")
}
