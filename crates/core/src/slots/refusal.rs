//! Why a start cannot be booked.

use jiff::civil::Date;

use crate::time::Span;

/// Which rule refuses a start. Ordered as the rules are asked: the first that refuses is named.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    #[error("it is in the past")]
    Past,
    /// `min_notice` is not kept.
    #[error("it is too soon: min_notice asks for {notice} from now")]
    TooSoon { notice: Span },
    /// `last` is the last local date that can be booked.
    #[error("it is beyond the horizon: {last} is the last date that can be booked")]
    BeyondHorizon { last: Date },
    /// The provider does not offer the service.
    #[error("this provider does not offer this service")]
    NotOffered,
    /// No opening at all on that local date; a reason when a closure gives one.
    #[error("closed on that date{}", reason.as_deref().map(|reason| format!(": {reason}")).unwrap_or_default())]
    Closed { reason: Option<String> },
    /// Open that day, but not for the whole appointment.
    #[error("the appointment does not fit into the opening hours of that date")]
    OutsideHours,
    /// Free, but not one of the starts on the grid.
    #[error("it is free, but appointments do not start at that time")]
    OffGrid,
    /// Another appointment, hold or block is in the way.
    #[error("another appointment, hold or block is in the way")]
    Taken,
}

impl Refusal {
    /// Whether it is about when the business takes appointments, not about what is there already.
    pub(super) const fn is_of_hours(&self) -> bool {
        match self {
            Self::TooSoon { .. }
            | Self::BeyondHorizon { .. }
            | Self::Closed { .. }
            | Self::OutsideHours
            | Self::OffGrid => true,
            Self::Past | Self::NotOffered | Self::Taken => false,
        }
    }

    /// How many rules the start has passed: among several providers' refusals the highest tells
    /// the caller most.
    pub const fn rules_passed(&self) -> u8 {
        match self {
            Self::Past => 0,
            Self::TooSoon { .. } => 1,
            Self::BeyondHorizon { .. } => 2,
            Self::NotOffered => 3,
            Self::Closed { .. } => 4,
            Self::OutsideHours => 5,
            Self::Taken => 6,
            Self::OffGrid => 7,
        }
    }
}
