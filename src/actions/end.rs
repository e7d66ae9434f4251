//! Ends a call with words that fit what happened in it.

use ringbook_core::appointment::Status;
use ringbook_core::call::CallReport;
use ringbook_core::outcome::{AppointmentView, Goodbye, Outcome, Purpose, Word};
use ringbook_core::text::kept;

use super::transact::{Done, Stop, Verb};
use super::{Request, calls};
use crate::app::App;
use crate::reply::Reply;
use crate::store::{StoreError, Tx};

const LONGEST_REASON: usize = 200;
const LONGEST_SUMMARY: usize = 2_000;

/// Reasons that are the agent's own, as existing assistants spell them.
const OUT_OF_TIME: [&str; 3] = ["timelimit", "maxduration", "timeout"];

#[derive(Clone, Debug, Default)]
pub struct Ending {
    pub reason: Option<String>,
    pub summary: Option<String>,
    /// The number that the call came in on, from signalling.
    pub dialled: Option<String>,
}

const END: Verb<Ending, Ending> =
    Verb { purpose: Purpose::PassingOn, understand: |_, _, ending| Ok(ending.clone()), body: note };

/// Always a goodbye: a caller must not be kept because the database is not there.
pub async fn end(app: &App, request: &Request, ending: Ending) -> Reply {
    let reply = END.perform(app, request, ending.clone()).await;
    match reply.word {
        Word::Failed => farewell(request, Goodbye { out_of_time: ending.is_out_of_time(), ..Goodbye::default() }),
        _ => reply,
    }
}

fn farewell(request: &Request, goodbye: Goodbye) -> Reply {
    request.reply(&Outcome::Goodbye(goodbye))
}

impl Ending {
    fn is_out_of_time(&self) -> bool {
        let reason = self.reason.as_deref().unwrap_or_default().to_lowercase();
        let letters: String = reason.chars().filter(|c| c.is_alphabetic()).collect();
        OUT_OF_TIME.iter().any(|known| letters.contains(known))
    }
}

fn note(tx: &mut Tx<'_>, request: &Request, ending: &Ending) -> Result<Done, Stop> {
    let org = request.business.id;
    if let Some((id, _)) = calls::note(tx, request, ending.dialled.as_deref(), &CallReport::default())? {
        let outcome = ending.reason.as_deref().and_then(|text| kept(text, LONGEST_REASON));
        let summary = ending.summary.as_deref().and_then(|text| kept(text, LONGEST_SUMMARY));
        tx.note_outcome(org, id, outcome.as_deref(), summary.as_deref(), request.now)?;
    }
    let message_taken = match &request.call_id {
        Some(call_id) => tx.has_left_message(org, call_id)?,
        None => false,
    };
    let appointment = booked(tx, request)?;
    let goodbye = Goodbye { out_of_time: ending.is_out_of_time(), appointment, message_taken };
    Ok(farewell(request, goodbye).into())
}

/// The last appointment that this call made, if it still stands.
fn booked(tx: &mut Tx<'_>, request: &Request) -> Result<Option<AppointmentView>, StoreError> {
    let Some(call_id) = &request.call_id else { return Ok(None) };
    let made = tx.appointments_of_call(request.business.id, call_id)?;
    let last = made.into_iter().rfind(|made| made.status == Status::Confirmed && made.time.from > request.now);
    Ok(last.map(|appointment| request.business.view(appointment)))
}
