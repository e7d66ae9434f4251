//! Cancels an appointment, or what is to come of its series; the time is free at once.

use ringbook_core::appointment::{Appointment, Status};
use ringbook_core::event::EventKind;
use ringbook_core::outcome::{AppointmentView, Cancelled, CancelledSeries, Field, Outcome, Problem, Purpose};

use super::record::{self, Change};
use super::transact::{Done, Stop, Verb};
use super::whose::{self, Named};
use super::{Request, offers};
use crate::app::App;
use crate::reply::Reply;
use crate::store::{StoreError, Tx};

#[derive(Clone, Debug, Default)]
pub struct Cancel {
    pub named: Named,
    /// "series" for all that is to come of the visits that were booked together.
    pub scope: Option<String>,
    pub reason: Option<String>,
}

/// What was understood.
#[derive(Clone, Debug)]
struct Meant {
    named: Named,
    scope: Scope,
    reason: Option<String>,
}

#[derive(Clone, Copy, Debug)]
enum Scope {
    One,
    Series,
}

const CANCEL: Verb<Cancel, Meant> = Verb { purpose: Purpose::Change, understand, body };

pub async fn cancel(app: &App, request: &Request, wish: Cancel) -> Reply {
    CANCEL.perform(app, request, wish).await
}

fn understand(_: &App, _: &Request, wish: &Cancel) -> Result<Meant, Stop> {
    let scope = match wish.scope.as_deref().map(|said| said.trim().to_ascii_lowercase()).as_deref() {
        None | Some("one" | "single" | "appointment") => Scope::One,
        Some("series" | "all") => Scope::Series,
        Some(_) => return Err(Problem::MalformedField(Field::Scope).into()),
    };
    Ok(Meant { named: wish.named.clone(), scope, reason: wish.reason.clone() })
}

fn body(tx: &mut Tx<'_>, request: &Request, meant: &Meant) -> Result<Done, Stop> {
    let appointment = whose::appointment(tx, request, &meant.named)?;
    match meant.scope {
        Scope::One => one(tx, request, meant, appointment),
        Scope::Series => series(tx, request, meant, appointment),
    }
}

fn one(tx: &mut Tx<'_>, request: &Request, meant: &Meant, appointment: Appointment) -> Result<Done, Stop> {
    let already = appointment.status == Status::Cancelled;
    let appointment = match already {
        true => request.business.view(appointment),
        false => {
            whose::check_notice(request, &appointment)?;
            give_up(tx, request, meant, appointment)?
        }
    };
    Ok(Done::with(request, &Outcome::Cancelled(Cancelled { appointment, already })))
}

/// Everything of the series that is still to come and may still be changed. An appointment that is
/// in no series is one by itself.
fn series(tx: &mut Tx<'_>, request: &Request, meant: &Meant, appointment: Appointment) -> Result<Done, Stop> {
    let upcoming = match tx.series_of(request.business.id, appointment.id)? {
        Some(series) => tx.upcoming_of_series(request.business.id, series, request.now)?,
        None => Vec::new(),
    };
    let theirs = upcoming.into_iter().filter(|visit| visit.contact == appointment.contact);
    let (may_go, stays): (Vec<_>, Vec<_>) = theirs.partition(|visit| whose::check_notice(request, visit).is_ok());
    if may_go.is_empty() {
        return one(tx, request, meant, appointment);
    }
    let mut appointments = Vec::with_capacity(may_go.len());
    for visit in may_go {
        appointments.push(give_up(tx, request, meant, visit)?);
    }
    let kept = stays.into_iter().map(|visit| request.business.view(visit)).collect();
    Ok(Done::with(request, &Outcome::CancelledSeries(CancelledSeries { appointments, kept })))
}

fn give_up(
    tx: &mut Tx<'_>,
    request: &Request,
    meant: &Meant,
    appointment: Appointment,
) -> Result<AppointmentView, StoreError> {
    tx.cancel_appointment(request.business.id, appointment.id, meant.reason.as_deref(), request.now)?;
    let before = record::appointment(&appointment);
    let cancelled = Appointment { status: Status::Cancelled, ..appointment };
    let change = Change::between(before, record::appointment(&cancelled));
    record::happened(tx, request, EventKind::AppointmentCancelled, cancelled.id.0, change)?;
    offers::appointment_freed(tx, request, &cancelled)?;
    Ok(request.business.view(cancelled))
}
