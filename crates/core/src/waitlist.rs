//! Who waits for a time that is not free yet.

use serde::{Deserialize, Serialize};

use crate::id::{AppointmentId, ContactId, ProviderId, ServiceId, WaitlistId};
use crate::time::Interval;

/// The one list of states; the schema's CHECK is compared with it by a test.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EntryStatus {
    Waiting,
    /// A time is kept for them.
    Offered,
    /// They took the time that was offered.
    Booked,
    /// They said no to it, or wait no longer.
    Withdrawn,
    /// Nothing came free in time, or they let the offer run out.
    Expired,
}

impl EntryStatus {
    pub const ALL: [Self; 5] = [Self::Waiting, Self::Offered, Self::Booked, Self::Withdrawn, Self::Expired];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Offered => "offered",
            Self::Booked => "booked",
            Self::Withdrawn => "withdrawn",
            Self::Expired => "expired",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.as_str() == text)
    }
}

/// One person's wish for one service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    pub id: WaitlistId,
    pub contact: ContactId,
    pub service: ServiceId,
    /// `None`: nobody in particular.
    pub provider: Option<ProviderId>,
    /// The starts that would do.
    pub wanted: Interval,
    pub status: EntryStatus,
    /// The hold that was offered last.
    pub offer: Option<AppointmentId>,
    /// The phone call in which they asked.
    pub call_id: Option<String>,
}
