//! Keeps a time for a caller who is still deciding, and gives it back.

use ringbook_core::appointment::{Appointment, Status};
use ringbook_core::event::EventKind;
use ringbook_core::id::AppointmentId;
use ringbook_core::outcome::{Held, Outcome, Problem, Purpose};
use ringbook_core::time::{Interval, Moment};

use super::record::{self, Change};
use super::transact::{Done, Stop, Subject, Verb};
use super::wanted::{Chosen, Wanted};
use super::{Request, offers, place};
use crate::app::App;
use crate::clock::new_id;
use crate::reply::Reply;
use crate::store::appointments::NewAppointment;
use crate::store::changes::Place;
use crate::store::holds::Hold;
use crate::store::{StoreError, Tx};

const HOLD: Verb<Wanted, Chosen> =
    Verb { purpose: Purpose::Booking, understand: |_, request, wanted| Ok(wanted.choose(request)?), body: keep };

const RELEASE: Verb<Option<String>, Option<AppointmentId>> = Verb {
    purpose: Purpose::Change,
    understand: |_, _, id| Ok(id.as_deref().map(read_id).transpose()?),
    body: give_back,
};

const RENEW: Verb<AppointmentId, AppointmentId> =
    Verb { purpose: Purpose::Booking, understand: |_, _, id| Ok(*id), body: prolong };

/// Holds the time; a call's later hold takes the place of its earlier one.
pub async fn hold(app: &App, request: &Request, wanted: Wanted) -> Reply {
    HOLD.perform(app, request, wanted).await
}

/// Releases the hold, or without an id what the call holds.
pub async fn release(app: &App, request: &Request, hold_id: Option<String>) -> Reply {
    RELEASE.perform(app, request, hold_id).await
}

/// Holds what is held for as long as a new hold.
pub async fn renew(app: &App, request: &Request, id: AppointmentId) -> Reply {
    RENEW.perform(app, request, id).await
}

pub fn read_id(text: &str) -> Result<AppointmentId, Problem> {
    text.trim().parse().map_err(|_| Problem::HoldNotFound)
}

/// The hold if it is this call's; one that was made outside of any call belongs to whoever has its
/// id, unless it is offered to somebody.
pub fn of_this_call(tx: &mut Tx<'_>, request: &Request, id: AppointmentId) -> Result<Hold, Stop> {
    let hold = tx.hold(request.business.id, id)?.ok_or(Problem::HoldNotFound)?;
    let is_theirs = match hold.call_id {
        _ if request.program.is_some() => true,
        Some(_) => hold.call_id == request.call_id,
        None => offers::is_theirs(tx, request, id)?,
    };
    if is_theirs { Ok(hold) } else { Err(Problem::HoldNotFound.into()) }
}

/// What a call takes may lie where it held something: its own hold is not in its way.
pub fn make_way(tx: &mut Tx<'_>, request: &Request, occupied: Interval) -> Result<(), StoreError> {
    match standing(tx, request)?.filter(|hold| hold.occupied.overlaps(occupied)) {
        Some(hold) => tx.release_hold(request.business.id, hold.appointment.id, request.now),
        None => Ok(()),
    }
}

fn standing(tx: &mut Tx<'_>, request: &Request) -> Result<Option<Hold>, StoreError> {
    match &request.call_id {
        Some(call_id) => tx.hold_of_call(request.business.id, call_id),
        None => Ok(None),
    }
}

fn keep(tx: &mut Tx<'_>, request: &Request, chosen: &Chosen) -> Result<Done, Stop> {
    let earlier = standing(tx, request)?;
    if let Some(earlier) = &earlier {
        // Not in its own way; a refusal undoes this, too.
        tx.set_aside(request.business.id, earlier.appointment.id)?;
    }
    let place = place::find(tx, request, chosen)?;
    let expires = request.now + request.business.organization.booking.hold;
    let held = match &earlier {
        Some(earlier) => relocate(tx, request, earlier.appointment.clone(), place, expires),
        None => insert(tx, request, place, expires),
    };
    let held = held.map_err(|error| place::lost(request, chosen, error))?;
    let change = Change::to(record::appointment(&held));
    record::happened(tx, request, EventKind::AppointmentHeld, held.id.0, change)?;
    if let Some(earlier) = earlier {
        offers::time_freed(tx, request, &earlier.appointment.provider, earlier.occupied)?;
    }
    let held = Held { appointment: request.business.view(held), expires };
    Ok(Done::with(request, &Outcome::Held(held)))
}

fn relocate(
    tx: &mut Tx<'_>,
    request: &Request,
    earlier: Appointment,
    place: Place,
    expires: Moment,
) -> Result<Appointment, StoreError> {
    tx.move_hold(request.business.id, earlier.id, &place, expires, request.now)?;
    Ok(place.of(earlier))
}

pub fn insert(tx: &mut Tx<'_>, request: &Request, place: Place, expires: Moment) -> Result<Appointment, StoreError> {
    let base = NewAppointment::at(place, AppointmentId(new_id()), place::unused_code(tx, request)?, request.now);
    let new = NewAppointment {
        status: Status::Held,
        hold_expires: Some(expires),
        call_id: request.call_id.clone(),
        channel: request.channel.as_str(),
        ..base
    };
    tx.insert_appointment(request.business.id, &new)?;
    Ok(new.into())
}

fn give_back(tx: &mut Tx<'_>, request: &Request, id: &Option<AppointmentId>) -> Result<Done, Stop> {
    let hold = match id {
        Some(id) => of_this_call(tx, request, *id)?,
        None => standing(tx, request)?.ok_or(Problem::HoldNotFound)?,
    };
    let Appointment { id, status, contact, .. } = hold.appointment.clone();
    // What was booked since is no hold; cancelling is another verb.
    if contact.is_some() || !matches!(status, Status::Held | Status::Cancelled) {
        return Err(Problem::HoldNotFound.into());
    }
    tx.release_hold(request.business.id, id, request.now)?;
    record::happened(tx, request, EventKind::AppointmentReleased, id.0, Change::default())?;
    if status == Status::Held {
        offers::hold_released(tx, request, &hold)?;
    }
    Ok(Done::with(request, &Outcome::Released))
}

fn prolong(tx: &mut Tx<'_>, request: &Request, id: &AppointmentId) -> Result<Done, Stop> {
    let hold = of_this_call(tx, request, *id)?;
    let is_a_hold = hold.appointment.status == Status::Held && hold.appointment.contact.is_none();
    if !is_a_hold || hold.expires <= request.now {
        return Err(Problem::HoldExpired.into());
    }
    let expires = request.now + request.business.organization.booking.hold;
    tx.prolong_hold(request.business.id, *id, expires, request.now)?;
    let change = Change::to(record::appointment(&hold.appointment));
    record::happened(tx, request, EventKind::AppointmentHeld, id.0, change)?;
    let held = Held { appointment: request.business.view(hold.appointment), expires };
    Ok(Done { subject: Some(Subject::changed(id.0)), ..Done::with(request, &Outcome::Held(held)) })
}
