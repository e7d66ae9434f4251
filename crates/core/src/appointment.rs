//! What an appointment is, whatever table or wire carries it.

use serde::{Deserialize, Serialize};

use crate::id::{AppointmentId, ConfirmationCode, ContactId, ProviderId, ServiceId};
use crate::time::Interval;

/// The one list of states; the schema's CHECK is compared with it by a test.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    Held,
    Confirmed,
    Cancelled,
    Completed,
    NoShow,
}

impl Status {
    pub const ALL: [Self; 5] = [Self::Held, Self::Confirmed, Self::Cancelled, Self::Completed, Self::NoShow];

    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::Confirmed => "confirmed",
            Self::Cancelled => "cancelled",
            Self::Completed => "completed",
            Self::NoShow => "no_show",
        }
    }

    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.as_str() == text)
    }
}

/// One service, one provider, `[start, end)`, and for whom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appointment {
    pub id: AppointmentId,
    /// `None` for a hold: it is nobody's yet. With one, a held appointment awaits its confirmation by
    /// staff.
    pub contact: Option<ContactId>,
    pub service: ServiceId,
    pub provider: ProviderId,
    pub time: Interval,
    pub status: Status,
    pub code: ConfirmationCode,
}
