//! The plain reply of contract §8, from which every wire's reply is made.

mod body;
mod line;
mod series;
mod word;

#[cfg(test)]
mod tests;

use ringbook_core::language::Language;
use ringbook_core::outcome::{Outcome, Word};
use ringbook_core::time::Moment;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

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
    /// What a program is shown of what it changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resource: Option<Resource>,
}

/// One thing of an organization as programs see it (contract §7), as the rows stood when the reply
/// was remembered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Resource {
    pub id: Uuid,
    /// It was not there before this request.
    pub created: bool,
    pub version: i64,
    /// The whole of it as JSON text.
    pub json: String,
}

impl Reply {
    pub fn of(business: &Business, language: Language, outcome: &Outcome, now: Moment) -> Self {
        let word = word::of(outcome);
        let say = business.speaker(language).say(outcome, now);
        let error = match outcome {
            Outcome::Refused(refused) => Some(refused.problem.code().to_owned()),
            Outcome::Clashing(clashing) => Some(clashing.code().to_owned()),
            _ => None,
        };
        let body = body::of(&Voice { business, language, now }, outcome, word, &say);
        Self { word, error, say, body, resource: None }
    }

    /// The reply to a program about something that nobody talks about on the phone.
    pub fn silent() -> Self {
        Self { word: Word::Ok, error: None, say: String::new(), body: Value::Null, resource: None }
    }

    /// The line for platforms whose model reads one string: the status in words, `say`, then the
    /// ids that the model needs. One line, no control characters, never empty.
    pub fn line(&self) -> String {
        line::of(self)
    }
}
