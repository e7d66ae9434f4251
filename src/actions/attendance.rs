//! What the business itself notes about an appointment: that it is confirmed, that the person came,
//! or that they did not.
//!
//! These verbs are for programs whose credential is the business: nobody asks whose it is.

use ringbook_core::appointment::{Appointment, Status};
use ringbook_core::event::EventKind;
use ringbook_core::id::{AppointmentId, ContactId};
use ringbook_core::outcome::{Booked, Outcome, Problem, Purpose};

use super::record::{self, Change};
use super::transact::{Done, Stop, Subject, Verb};
use super::{Request, whose};
use crate::app::App;
use crate::reply::Reply;
use crate::store::{StoreError, Tx};

const CONFIRM: Verb<AppointmentId, AppointmentId> =
    Verb { purpose: Purpose::Change, understand: |_, _, id| Ok(*id), body: confirm_requested };

const COMPLETE: Verb<AppointmentId, AppointmentId> = Verb {
    purpose: Purpose::Change,
    understand: |_, _, id| Ok(*id),
    body: |tx, request, id| note(tx, request, *id, Status::Completed),
};

const NO_SHOW: Verb<AppointmentId, AppointmentId> = Verb {
    purpose: Purpose::Change,
    understand: |_, _, id| Ok(*id),
    body: |tx, request, id| note(tx, request, *id, Status::NoShow),
};

/// Confirms what is held for a contact who has missed too many appointments
/// (`require_confirmation_after`). Confirming twice changes nothing.
pub async fn confirm(app: &App, request: &Request, id: AppointmentId) -> Reply {
    CONFIRM.perform(app, request, id).await
}

/// The person came. Corrects an earlier [`no_show`], and its count.
pub async fn complete(app: &App, request: &Request, id: AppointmentId) -> Reply {
    COMPLETE.perform(app, request, id).await
}

/// The person did not come, which is counted. Corrects an earlier [`complete`].
pub async fn no_show(app: &App, request: &Request, id: AppointmentId) -> Reply {
    NO_SHOW.perform(app, request, id).await
}

/// What nobody confirmed in time can still be confirmed as long as nobody else took its time.
fn confirm_requested(tx: &mut Tx<'_>, request: &Request, id: &AppointmentId) -> Result<Done, Stop> {
    let (appointment, contact) = of_somebody(tx, request, *id)?;
    let confirmed = match appointment.status {
        Status::Confirmed => appointment,
        Status::Held => become_as(tx, request, appointment, Status::Confirmed, EventKind::AppointmentBooked)?,
        status => return Err(Problem::WrongStatus { status }.into()),
    };
    let appointment = request.business.view(confirmed);
    let booked = Booked { appointment, contact, contact_created: false, remarks: Vec::new(), conflicts: Vec::new() };
    // It was there before: confirming makes nothing new.
    Ok(Done { subject: Some(Subject::changed(id.0)), ..Done::with(request, &Outcome::Booked(booked)) })
}

fn note(tx: &mut Tx<'_>, request: &Request, id: AppointmentId, status: Status) -> Result<Done, Stop> {
    let (appointment, contact) = of_somebody(tx, request, id)?;
    let noted = match appointment.status {
        before if before == status => appointment,
        Status::Confirmed | Status::Completed | Status::NoShow => {
            check_begun(request, &appointment)?;
            recount(tx, request, contact, appointment.status, status)?;
            become_as(tx, request, appointment, status, event(status))?
        }
        status => return Err(Problem::WrongStatus { status }.into()),
    };
    Ok(Done::with(request, &Outcome::Attendance(request.business.view(noted))))
}

fn of_somebody(tx: &mut Tx<'_>, request: &Request, id: AppointmentId) -> Result<(Appointment, ContactId), Stop> {
    let found = whose::by_program(tx, request, id)?;
    let contact = found.contact.ok_or(Problem::NotFound)?;
    Ok((found, contact))
}

fn check_begun(request: &Request, appointment: &Appointment) -> Result<(), Problem> {
    let start = appointment.time.from;
    if start <= request.now { Ok(()) } else { Err(Problem::NotYetBegun { start }) }
}

fn recount(
    tx: &mut Tx<'_>,
    request: &Request,
    contact: ContactId,
    before: Status,
    after: Status,
) -> Result<(), StoreError> {
    let more = i64::from(after == Status::NoShow) - i64::from(before == Status::NoShow);
    match more {
        0 => Ok(()),
        more => tx.count_no_shows(request.business.id, contact, more, request.now),
    }
}

const fn event(status: Status) -> EventKind {
    match status {
        Status::NoShow => EventKind::AppointmentNoShow,
        _ => EventKind::AppointmentCompleted,
    }
}

fn become_as(
    tx: &mut Tx<'_>,
    request: &Request,
    appointment: Appointment,
    status: Status,
    kind: EventKind,
) -> Result<Appointment, StoreError> {
    tx.set_status(request.business.id, appointment.id, status, request.now)?;
    let before = record::appointment(&appointment);
    let after = Appointment { status, ..appointment };
    record::happened(tx, request, kind, after.id.0, Change::between(before, record::appointment(&after)))?;
    Ok(after)
}
