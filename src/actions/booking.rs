//! The transaction of a booking. Nothing of it stays unless all of it does.

use ringbook_core::appointment::{Appointment, Status};
use ringbook_core::contact::{Person, Resolution};
use ringbook_core::event::EventKind;
use ringbook_core::id::{AppointmentId, ContactId, SeriesId};
use ringbook_core::outcome::{Booked, Outcome, Problem, Remark};
use ringbook_core::waitlist::EntryStatus;

use super::overrides::Override;
use super::record::{self, Change};
use super::transact::{Done, Stop, Subject, Upserted};
use super::wanted::Chosen;
use super::{Request, hold, offers, place, upsert};
use crate::clock::new_id;
use crate::store::appointments::NewAppointment;
use crate::store::changes::Place;
use crate::store::{StoreError, Tx};

/// A wish that was understood.
#[derive(Clone, Debug)]
pub struct Plan {
    pub person: Person,
    pub remarks: Vec<Remark>,
    pub chosen: Chosen,
    /// The hold that is to become the appointment.
    pub hold: Option<AppointmentId>,
    pub notes: Option<String>,
    /// Of which it is one visit.
    pub series: Option<SeriesId>,
    pub overriding: Option<Override>,
}

/// What the appointment is made of.
#[derive(Debug)]
pub enum Claim {
    /// It stands already.
    Own(Appointment),
    Held(Appointment),
    Free(Place),
}

/// The appointment that stands, and what staff put it on top of.
pub struct Settled {
    pub appointment: Appointment,
    pub conflicts: Vec<AppointmentId>,
}

pub fn body(tx: &mut Tx<'_>, request: &Request, plan: &Plan) -> Result<Done, Stop> {
    let identity = upsert::identify(tx, request, &plan.person)?;
    // Judged before anything is written, so that the refusal can say which rule it was.
    let claim = claim(tx, request, plan, &identity.resolution)?;
    let (contact, created) = upsert::write(tx, request, &plan.person, identity)?;
    let stood = matches!(claim, Claim::Own(_));
    let Settled { appointment, conflicts } = settle(tx, request, plan, contact, claim)?;
    let subject = Subject { id: appointment.id.0, created: !stood };
    let booked = Booked {
        appointment: request.business.view(appointment),
        contact,
        contact_created: created,
        remarks: plan.remarks.clone(),
        conflicts,
    };
    let done = Done::with(request, &Outcome::Booked(booked));
    let upserted = Upserted::new(contact, created, &plan.person.reach);
    Ok(Done { upserted: Some(upserted), subject: Some(subject), ..done })
}

/// Makes the claim the contact's appointment.
pub fn settle(
    tx: &mut Tx<'_>,
    request: &Request,
    plan: &Plan,
    contact: ContactId,
    claim: Claim,
) -> Result<Settled, Stop> {
    let alone = |appointment| Settled { appointment, conflicts: Vec::new() };
    match claim {
        Claim::Own(own) => Ok(alone(own)),
        Claim::Held(held) => confirm(tx, request, plan, contact, held).map(alone),
        Claim::Free(place) => {
            let conflicts = place::conflicts(tx, request, &place)?;
            Ok(Settled { appointment: insert(tx, request, plan, contact, place)?, conflicts })
        }
    }
}

/// What can become the appointment, or the rule that refuses it; writes no appointment yet.
pub fn claim(tx: &mut Tx<'_>, request: &Request, plan: &Plan, resolution: &Resolution) -> Result<Claim, Stop> {
    if let Some(own) = own_appointment(tx, request, plan, resolution)? {
        return Ok(Claim::Own(own));
    }
    match plan.hold {
        Some(id) => held(tx, request, plan, id).map(Claim::Held),
        None => {
            hold::make_way(tx, request, plan.chosen.occupied(request))?;
            free_place(tx, request, plan, resolution).map(Claim::Free)
        }
    }
}

/// What is offered to this very person is not in their way.
fn free_place(tx: &mut Tx<'_>, request: &Request, plan: &Plan, resolution: &Resolution) -> Result<Place, Stop> {
    let find = |tx: &mut Tx<'_>| place::find_despite(tx, request, &plan.chosen, plan.overriding.as_ref());
    match find(tx) {
        Err(stop) if offers::is_taken(&stop) && offers::make_way(tx, request, resolution, &plan.chosen)? => find(tx),
        found => found,
    }
}

/// The hold while it lasts: whoever confirmed it first has it.
fn held(tx: &mut Tx<'_>, request: &Request, plan: &Plan, id: AppointmentId) -> Result<Appointment, Stop> {
    let hold = hold::of_this_call(tx, request, id)?;
    match hold.appointment.status {
        Status::Held if hold.expires > request.now => Ok(hold.appointment),
        _ => Err(plan.chosen.declined(request, Problem::HoldExpired).into()),
    }
}

/// Who has missed too many appointments is confirmed by staff first, unless it is staff who put the
/// appointment there.
fn standing(tx: &mut Tx<'_>, request: &Request, plan: &Plan, contact: ContactId) -> Result<Status, StoreError> {
    let Some(limit) = request.business.organization.booking.require_confirmation_after else {
        return Ok(Status::Confirmed);
    };
    if plan.overriding.is_some() {
        return Ok(Status::Confirmed);
    }
    let missed = tx.no_shows(request.business.id, contact)?;
    Ok(if missed >= limit { Status::Held } else { Status::Confirmed })
}

/// Models repeat themselves under a new id: the same person, service and start is the same wish.
fn own_appointment(
    tx: &mut Tx<'_>,
    request: &Request,
    plan: &Plan,
    resolution: &Resolution,
) -> Result<Option<Appointment>, StoreError> {
    let Resolution::Update { contact, absorb } = resolution else { return Ok(None) };
    let service = &request.business.service(plan.chosen.target.service).id;
    for contact in std::iter::once(contact.id).chain(*absorb) {
        let own = tx.same_appointment(request.business.id, contact, service, plan.chosen.start)?;
        if own.is_some() {
            return Ok(own);
        }
    }
    Ok(None)
}

fn confirm(
    tx: &mut Tx<'_>,
    request: &Request,
    plan: &Plan,
    contact: ContactId,
    held: Appointment,
) -> Result<Appointment, Stop> {
    let (org, now) = (request.business.id, request.now);
    let status = standing(tx, request, plan, contact)?;
    tx.confirm_hold(org, held.id, contact, status, plan.notes.as_deref(), now)?;
    tx.end_offer(org, held.id, EntryStatus::Booked, now)?;
    let before = record::appointment(&held);
    let appointment = Appointment { contact: Some(contact), status, ..held };
    let change = Change::between(before, record::appointment(&appointment));
    record::happened(tx, request, made(status), appointment.id.0, change)?;
    Ok(appointment)
}

fn insert(
    tx: &mut Tx<'_>,
    request: &Request,
    plan: &Plan,
    contact: ContactId,
    place: Place,
) -> Result<Appointment, Stop> {
    let (org, now) = (request.business.id, request.now);
    let status = standing(tx, request, plan, contact)?;
    // Kept for them to the last: until it starts staff can confirm it.
    let hold_expires = (status == Status::Held).then_some(place.time.from);
    let base = NewAppointment::at(place, AppointmentId(new_id()), place::unused_code(tx, request)?, now);
    let new = NewAppointment {
        contact: Some(contact),
        status,
        hold_expires,
        call_id: request.call_id.clone(),
        channel: request.channel.as_str(),
        notes: plan.notes.clone(),
        series: plan.series,
        ..base
    };
    tx.insert_appointment(org, &new).map_err(|error| place::lost(request, &plan.chosen, error))?;
    let change = Change::to(record::new_appointment(&new));
    let appointment = Appointment::from(new);
    record::happened(tx, request, made(status), appointment.id.0, change)?;
    Ok(appointment)
}

/// What became of a wish: an appointment, or one that staff have to confirm.
const fn made(status: Status) -> EventKind {
    match status {
        Status::Held => EventKind::AppointmentRequested,
        _ => EventKind::AppointmentBooked,
    }
}
