//! Answers "when could I come?".

use super::Request;
use crate::app::App;
use crate::reply::Reply;

/// A question as it was said. Absent fields are `None`.
#[derive(Clone, Debug, Default)]
pub struct Question {
    pub date: Option<String>,
    pub service: Option<String>,
    pub provider: Option<String>,
    /// morning, afternoon or evening, in the caller's words.
    pub part_of_day: Option<String>,
    pub from: Option<String>,
    pub to: Option<String>,
}

pub async fn check(_app: &App, _request: &Request, _question: Question) -> Reply {
    todo!()
}
