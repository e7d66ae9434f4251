//! Cancels an appointment; its time is free at once.

use ringbook_core::appointment::{Appointment, Status};
use ringbook_core::event::EventKind;
use ringbook_core::outcome::{Cancelled, Outcome, Purpose};

use super::record::{self, Change};
use super::transact::{Done, Stop, Verb};
use super::whose::{self, Named};
use super::{Request, offers};
use crate::app::App;
use crate::reply::Reply;
use crate::store::Tx;

#[derive(Clone, Debug, Default)]
pub struct Cancel {
    pub named: Named,
    pub reason: Option<String>,
}

const CANCEL: Verb<Cancel, Cancel> = Verb { purpose: Purpose::Change, understand: |_, _, wish| Ok(wish.clone()), body };

pub async fn cancel(app: &App, request: &Request, wish: Cancel) -> Reply {
    CANCEL.perform(app, request, wish).await
}

fn body(tx: &mut Tx<'_>, request: &Request, wish: &Cancel) -> Result<Done, Stop> {
    let appointment = whose::appointment(tx, request, &wish.named)?;
    let already = appointment.status == Status::Cancelled;
    if !already {
        whose::check_notice(request, &appointment)?;
        tx.cancel_appointment(request.business.id, appointment.id, wish.reason.as_deref(), request.now)?;
        let before = record::appointment(&appointment);
        let after = record::appointment(&Appointment { status: Status::Cancelled, ..appointment.clone() });
        let change = Change::between(before, after);
        record::happened(tx, request, EventKind::AppointmentCancelled, appointment.id.0, change)?;
        offers::appointment_freed(tx, request, &appointment)?;
    }
    let appointment = request.business.view(Appointment { status: Status::Cancelled, ..appointment });
    Ok(Done::with(request, &Outcome::Cancelled(Cancelled { appointment, already })))
}
