//! Moves an appointment: the new time is taken and the old one given up in one step, or nothing
//! happens.

use ringbook_core::appointment::{Appointment, Status};
use ringbook_core::event::EventKind;
use ringbook_core::id::AppointmentId;
use ringbook_core::outcome::{Outcome, Problem, Purpose, Rescheduled};

use super::overrides::Override;
use super::record::{self, Change};
use super::transact::{Done, Stop, Verb};
use super::understand::{self, Target};
use super::wanted::{Chosen, Wanted};
use super::whose::{self, Named};
use super::{Request, hold, offers, place};
use crate::app::App;
use crate::reply::Reply;
use crate::store::Tx;

#[derive(Clone, Debug, Default)]
pub struct Move {
    pub named: Named,
    pub to: Wanted,
    pub overriding: Option<Override>,
}

// Which service is meant is only known with the appointment: understood in the transaction.
const RESCHEDULE: Verb<Move, Move> = Verb { purpose: Purpose::Change, understand: |_, _, wish| Ok(wish.clone()), body };

pub async fn reschedule(app: &App, request: &Request, wish: Move) -> Reply {
    RESCHEDULE.perform(app, request, wish).await
}

fn body(tx: &mut Tx<'_>, request: &Request, wish: &Move) -> Result<Done, Stop> {
    let appointment = whose::appointment(tx, request, &wish.named)?;
    if appointment.status == Status::Cancelled {
        return Err(Problem::NotFound.into());
    }
    whose::check_notice(request, &appointment)?;
    let at_present = Some(appointment.time.from);
    let chosen = wish.to.choose_for(request, at_present, || target(request, &wish.to, &appointment))?;
    let (moved, conflicts) = match is_there(request, &appointment, &chosen) {
        true => (appointment, Vec::new()),
        false => relocate(tx, request, appointment, &chosen, wish.overriding.as_ref())?,
    };
    let rescheduled = Rescheduled { appointment: request.business.view(moved), conflicts };
    Ok(Done::with(request, &Outcome::Rescheduled(rescheduled)))
}

/// The same service and, unless another is named, the same provider first.
fn target(request: &Request, wanted: &Wanted, appointment: &Appointment) -> Result<Target, Problem> {
    let service = wanted.service.as_deref().unwrap_or(appointment.service.as_str());
    let mut target = understand::target(&request.business, Some(service), wanted.provider.as_deref())?;
    let own = request.business.rules.provider(&appointment.provider);
    target.providers.sort_by_key(|provider| Some(*provider) != own);
    Ok(target)
}

/// A model that repeats itself asks for what it has.
fn is_there(request: &Request, appointment: &Appointment, chosen: &Chosen) -> bool {
    let rules = &request.business.rules;
    appointment.time.from == chosen.start
        && rules.service(&appointment.service) == Some(chosen.target.service)
        && rules.provider(&appointment.provider).is_some_and(|own| chosen.target.providers.contains(&own))
}

fn relocate(
    tx: &mut Tx<'_>,
    request: &Request,
    appointment: Appointment,
    chosen: &Chosen,
    overriding: Option<&Override>,
) -> Result<(Appointment, Vec<AppointmentId>), Stop> {
    let (org, now) = (request.business.id, request.now);
    hold::make_way(tx, request, chosen.occupied(request))?;
    // Not in its own way; a refusal undoes this, too.
    tx.set_aside(org, appointment.id)?;
    let place = place::find_despite(tx, request, chosen, overriding)?;
    let conflicts = place::conflicts(tx, request, &place)?;
    let moved = match appointment.status {
        // Staff have yet to confirm it, until it starts.
        Status::Held => tx.move_hold(org, appointment.id, &place, place.time.from, now),
        _ => tx.move_appointment(org, appointment.id, &place, now),
    };
    moved.map_err(|error| place::lost(request, chosen, error))?;
    let (before, overridden) = (record::appointment(&appointment), place.overridden.clone());
    let moved = place.of(appointment.clone());
    let change = Change::between(before, record::appointment_at(&moved, overridden.as_ref()));
    record::happened(tx, request, EventKind::AppointmentRescheduled, moved.id.0, change)?;
    offers::appointment_freed(tx, request, &appointment)?;
    Ok((moved, conflicts))
}
