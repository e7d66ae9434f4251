//! What must happen elsewhere because of a change, written in the change's own transaction.

use ringbook_core::event::EventKind;
use ringbook_core::id::OrgId;
use ringbook_core::time::Moment;

use uuid::Uuid;

use super::tx::values;
use super::{StoreError, Tx};

impl Tx<'_> {
    /// Carries ids only: workers read the
    /// current state when they send.
    pub fn enqueue(&mut self, org: OrgId, event: EventKind, subject: Uuid, now: Moment) -> Result<(), StoreError> {
        let sql = "
            INSERT INTO outbox (organization_id, event, subject_id, created_at, due_at)
            VALUES ($1, $2, $3, $4, $4)";
        self.execute(sql, values![org, event.as_str(), subject, now]).map(drop)
    }
}
