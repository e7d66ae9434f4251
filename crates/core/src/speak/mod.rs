//! The one place that renders what an agent says: one line, at most 600 characters, times in
//! words, at most three options.

use crate::organization::Organization;
use crate::outcome::{Opening, Outcome};
use crate::time::Moment;

/// Speaks for one organization: its language and its zone.
pub struct Speaker {
    // The helper who writes this module replaces it.
    _private: (),
}

impl Speaker {
    /// A locale without texts falls back to its language, then to English.
    pub fn new(_organization: &Organization) -> Self {
        todo!()
    }

    /// The sentence for the caller. `wanted` is true when the outcome answers a booking rather
    /// than a question, so that a refusal can say "it was not booked" where that matters.
    pub fn say(&self, _outcome: &Outcome, _now: Moment) -> String {
        todo!()
    }

    /// One opening in words, "Wednesday at 2 PM", for lists that a model reads.
    pub fn opening(&self, _opening: &Opening, _now: Moment) -> String {
        todo!()
    }

    /// What happened in plain words for a developer's log or JSON: "3 PM on Wednesday is taken."
    pub fn message(&self, _outcome: &Outcome, _now: Moment) -> String {
        todo!()
    }
}
