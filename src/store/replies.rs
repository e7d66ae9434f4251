//! Replies remembered for 24 hours, so that a repeated request gets the same one.

use ringbook_core::id::OrgId;
use ringbook_core::time::Moment;

use super::{StoreError, Tx};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remembered {
    pub fingerprint: [u8; 32],
    /// The reply as JSON text.
    pub reply: String,
}

impl Tx<'_> {
    /// What was answered to this key less than 24 hours before `now`.
    pub fn remembered(&mut self, _org: OrgId, _key: &str, _now: Moment) -> Result<Option<Remembered>, StoreError> {
        todo!()
    }

    pub fn remember(
        &mut self,
        _org: OrgId,
        _key: &str,
        _remembered: &Remembered,
        _now: Moment,
    ) -> Result<(), StoreError> {
        todo!()
    }

    /// Removes at most `limit` replies that are older than 24 hours.
    pub fn forget_old_replies(&mut self, _now: Moment, _limit: usize) -> Result<usize, StoreError> {
        todo!()
    }
}
