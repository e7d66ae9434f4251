//! Changes what may be different about an appointment that stays where it is.

use ringbook_core::appointment::Status;
use ringbook_core::event::EventKind;
use ringbook_core::id::AppointmentId;
use ringbook_core::outcome::{Problem, Purpose};
use serde_json::json;

use super::Request;
use super::record::{self, Change};
use super::transact::{Done, Stop, Subject, Verb};
use super::whose::{self, Named};
use crate::app::App;
use crate::reply::Reply;
use crate::store::Tx;

/// The notes as they shall be; `None` removes them.
#[derive(Clone, Debug)]
pub struct Notes {
    pub appointment: AppointmentId,
    pub notes: Option<String>,
}

const UPDATE: Verb<Notes, Notes> = Verb { purpose: Purpose::Change, understand: |_, _, wish| Ok(wish.clone()), body };

pub async fn update(app: &App, request: &Request, wish: Notes) -> Reply {
    UPDATE.perform(app, request, wish).await
}

fn body(tx: &mut Tx<'_>, request: &Request, wish: &Notes) -> Result<Done, Stop> {
    let named = Named { appointment_id: Some(wish.appointment.to_string()), confirmation_code: None };
    let appointment = whose::appointment(tx, request, &named)?;
    if appointment.status == Status::Cancelled {
        return Err(Problem::NotFound.into());
    }
    let before = tx.change_notes(request.business.id, appointment.id, wish.notes.as_deref(), request.now)?;
    // What is in notes may be personal.
    let change = Change::between(json!({ "notes": before }), json!({ "notes": wish.notes }));
    record::happened_to_person(tx, request, EventKind::AppointmentUpdated, appointment.id.0, change)?;
    Ok(Done::silent(Subject::changed(appointment.id.0)))
}
