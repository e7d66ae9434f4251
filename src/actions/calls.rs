//! What platforms report about phone calls, kept by the platform's own number of the call.

use ringbook_core::call::{CallReport, CallStatus};
use ringbook_core::event::EventKind;
use ringbook_core::id::{CallId, KeyId};
use ringbook_core::text::kept;
use ringbook_core::time::Moment;
use serde_json::json;
use tracing::warn;

use super::record::{self, Change};
use super::{Request, understand, whose};
use crate::app::App;
use crate::clock::new_id;
use crate::store::calls::{Call, NewCall};
use crate::store::unrouted::UnroutedCall;
use crate::store::{StoreError, Tx};

const LONGEST_NUMBER: usize = 100;

/// Of a transcript that belongs to nobody yet, enough to tell whose it is.
const UNROUTED_TRANSCRIPT: usize = 10_000;

/// A call that nobody's number was dialled for.
pub struct Stray {
    pub key: KeyId,
    pub call_id: Option<String>,
    pub caller_number: Option<String>,
    pub called_number: Option<String>,
    pub now: Moment,
}

/// Stores what is new about the request's call, `dialled` being the number that it came in on.
///
/// # Errors
/// When nothing was stored: the report may be sent again.
pub async fn hear(app: &App, request: &Request, dialled: Option<String>, report: CallReport) -> Result<(), StoreError> {
    let (request, report) = (request.clone(), report.bounded());
    app.store.write(move |tx| note(tx, &request, dialled.as_deref(), &report).map(drop)).await
}

/// The same in a transaction that has more to say about the call, which it returns as it was before
/// with the id of its row; `None` when the platform has not numbered it.
pub fn note(
    tx: &mut Tx<'_>,
    request: &Request,
    dialled: Option<&str>,
    report: &CallReport,
) -> Result<Option<(CallId, Option<Call>)>, StoreError> {
    let Some(call_id) = request.call_id.as_deref() else { return Ok(None) };
    let org = request.business.id;
    let before = tx.call(org, call_id)?;
    let contact = whose::caller(tx, request)?.map(|contact| contact.id);
    let new = NewCall {
        id: CallId(new_id()),
        call_id,
        channel: request.channel.as_str(),
        caller_number: number(request, request.caller_number.as_deref()),
        called_number: number(request, dialled),
        contact,
        report,
    };
    let id = tx.save_call(org, &new, request.now)?;
    let was_over = before.as_ref().is_some_and(|call| call.status == CallStatus::Ended);
    if report.status == Some(CallStatus::Ended) && !was_over {
        let change = Change::to(json!({ "call_id": call_id, "contact": contact }));
        record::happened(tx, request, EventKind::CallEnded, id.0, change)?;
    }
    Ok(Some((id, before)))
}

/// In one spelling where it is a phone number, as it came where it is something else.
fn number(request: &Request, text: Option<&str>) -> Option<String> {
    let text = text?;
    match understand::read_phone(request, text) {
        Some(number) => Some(number.as_str().to_owned()),
        None => kept(text, LONGEST_NUMBER),
    }
}

/// Keeps the report of a call that no organization was found for, until somebody looks at it.
///
/// # Errors
/// As [`hear`].
pub async fn keep_unrouted(app: &App, stray: Stray, report: CallReport) -> Result<(), StoreError> {
    warn!(credential = %stray.key, "a call to a number of no organization was kept for review");
    let Some(call_id) = stray.call_id else { return Ok(()) };
    let report =
        CallReport { transcript: report.transcript.and_then(|text| kept(&text, UNROUTED_TRANSCRIPT)), ..report };
    let told = json!({
        "caller_number": stray.caller_number.and_then(|text| kept(&text, LONGEST_NUMBER)),
        "called_number": stray.called_number.and_then(|text| kept(&text, LONGEST_NUMBER)),
        "report": report.bounded(),
    });
    let call =
        UnroutedCall { id: new_id(), credential: stray.key, call_id, report: told.to_string(), created: stray.now };
    app.store.write(move |tx| tx.keep_unrouted_call(&call)).await
}
