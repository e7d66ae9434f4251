//! The plain reply of contract §8, from which every wire's reply is made.

mod body;
mod line;
mod word;

#[cfg(test)]
mod tests;

use ringbook_core::language::Language;
use ringbook_core::outcome::{Outcome, Word};
use ringbook_core::time::Moment;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::business::Business;
use body::Voice;
pub use body::destination;

/// A finished answer: what is sent now, and sent again when the same request comes back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reply {
    pub word: Word,
    /// The stable code of a refusal.
    pub error: Option<String>,
    /// The one line the agent speaks.
    pub say: String,
    /// The whole reply: `success`, `status`, `say`, and what belongs to the outcome.
    pub body: Value,
}

impl Reply {
    pub fn of(business: &Business, language: Language, outcome: &Outcome, now: Moment) -> Self {
        let word = word::of(outcome);
        let say = business.speaker(language).say(outcome, now);
        let error = match outcome {
            Outcome::Refused(refused) => Some(refused.problem.code().to_owned()),
            _ => None,
        };
        let body = body::of(&Voice { business, language, now }, outcome, word, &say);
        Self { word, error, say, body }
    }

    /// The line for platforms whose model reads one string: the status in words, `say`, then the
    /// ids that the model needs. One line, no control characters, never empty.
    pub fn line(&self) -> String {
        line::of(self)
    }
}
