//! What staff may set aside for one appointment, and why. Only a program whose credential may
//! manage has one to give: no tool of a voice agent takes it.

use ringbook_core::outcome::{Field, Problem};
use ringbook_core::slots::{Fit, Waived};

use crate::store::changes::Overridden;

const LONGEST_REASON: usize = 500;

#[derive(Clone, Debug)]
pub struct Override {
    reason: String,
    waived: Waived,
}

impl Override {
    /// `outside_hours` sets aside hours, closures, notice, horizon and grid; `double_book` that
    /// others have the time. What is not needed changes nothing.
    ///
    /// # Errors
    /// [`Problem::MissingField`] without a reason, [`Problem::MalformedField`] with far too long a one.
    pub fn new(reason: &str, outside_hours: bool, double_book: bool) -> Result<Self, Problem> {
        let reason = reason.trim();
        if reason.is_empty() {
            return Err(Problem::MissingField(Field::Reason));
        }
        if reason.chars().count() > LONGEST_REASON {
            return Err(Problem::MalformedField(Field::Reason));
        }
        Ok(Self { reason: reason.to_owned(), waived: Waived { hours: outside_hours, exclusion: double_book } })
    }

    pub const fn waived(&self) -> Waived {
        self.waived
    }

    /// What the appointment is marked with that needed it.
    pub fn used(&self, fit: Fit) -> Overridden {
        Overridden { reason: self.reason.clone(), double_booked: fit == Fit::OnOthers }
    }
}
