//! The plain reply of contract §8, from which every wire's reply is made.

mod body;
mod line;
mod word;

#[cfg(test)]
mod tests;

use ringbook_core::outcome::{Outcome, Problem, Word};
use ringbook_core::time::Moment;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::business::Business;

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
    pub fn of(business: &Business, outcome: &Outcome, now: Moment) -> Self {
        let word = word::of(outcome);
        let say = business.speaker.say(outcome, now);
        let error = match outcome {
            Outcome::Refused(refused) => Some(refused.problem.code().to_owned()),
            _ => None,
        };
        let body = body::of(business, outcome, word, &say, now);
        Self { word, error, say, body }
    }

    /// Refuses what may have been a booking: the words say that nothing was booked.
    pub fn refuse(business: &Business, problem: Problem, now: Moment) -> Self {
        Self::of(business, &Outcome::Refused(problem.into()), now)
    }

    /// The line for platforms whose model reads one string: the status in words, `say`, then the
    /// ids that the model needs. One line, no control characters, never empty.
    pub fn line(&self) -> String {
        line::of(self)
    }
}
