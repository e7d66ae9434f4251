//! Time that comes free is offered to who waits for it: in the transaction that frees it, the first
//! who fits gets a hold on it. Nobody else can take the offer, and it comes once: who declines it or
//! lets it run out no longer waits, and can ask again.

use ringbook_core::appointment::{Appointment, Status};
use ringbook_core::contact::Resolution;
use ringbook_core::event::EventKind;
use ringbook_core::id::{AppointmentId, ProviderId};
use ringbook_core::outcome::Problem;
use ringbook_core::slots::{ProviderIx, Slot};
use ringbook_core::time::{Interval, Moment, Span};
use ringbook_core::waitlist::{Entry, EntryStatus};
use serde_json::json;

use super::record::{self, Change};
use super::transact::Stop;
use super::understand::Target;
use super::wanted::Chosen;
use super::{Request, hold, openings, place, whose};
use crate::store::holds::Hold;
use crate::store::waitlist::Waiting;
use crate::store::{StoreError, Tx};

/// How many entries of an organization are looked at when time comes free, the oldest first: one
/// read of an index. Whom this passes over the rounds of [`super::rounds`] find.
const EXAMINED: usize = 1_000;
/// How many of those whom the time might suit are judged: one read of the provider's busy time each.
const JUDGED: usize = 32;

const SECOND: Span = Span::from_seconds(1);

/// Offers `time` of a provider, which has come free, to the first who fit; to as many as there is
/// room for. Without anybody waiting it costs one probe of an index.
///
/// # Errors
/// When the database fails.
pub fn time_freed(tx: &mut Tx<'_>, request: &Request, provider: &ProviderId, time: Interval) -> Result<(), StoreError> {
    let waiting = tx.waiting(request.business.id, EXAMINED)?;
    let Some(ix) = request.business.rules.provider(provider) else { return Ok(()) };
    let might_suit = |entry: &Waiting| search(request, entry, ix, time).is_some();
    for entry in waiting.iter().filter(|entry| might_suit(entry)).take(JUDGED) {
        if let Some(chosen) = first_start(tx, request, entry, ix, time)? {
            offer(tx, request, entry, &chosen)?;
        }
    }
    Ok(())
}

/// The same for what an appointment occupied.
pub fn appointment_freed(tx: &mut Tx<'_>, request: &Request, appointment: &Appointment) -> Result<(), StoreError> {
    let rules = &request.business.rules;
    let occupied = rules.service(&appointment.service).map(|service| rules.occupied(service, appointment.time.from));
    time_freed(tx, request, &appointment.provider, occupied.unwrap_or(appointment.time))
}

/// Where to look for a start with that provider that would do and touches `time`.
fn search(request: &Request, entry: &Waiting, provider: ProviderIx, time: Interval) -> Option<(Target, Interval)> {
    let target = target(request, entry)?;
    if !target.providers.contains(&provider) {
        return None;
    }
    let service = request.business.service(target.service);
    let earliest = time.from - service.duration - service.buffer_after + SECOND;
    let latest = time.until + service.buffer_before;
    let starts = Interval::new(entry.wanted.from.max(earliest), entry.wanted.until.min(latest));
    (!starts.is_empty()).then(|| (Target { providers: vec![provider], ..target }, starts))
}

/// What they wait for and who could serve it; `None` when it is no longer offered.
pub fn target(request: &Request, entry: &Waiting) -> Option<Target> {
    let rules = &request.business.rules;
    let service = rules.service(&entry.service)?;
    let wanted = |provider: &ProviderIx| entry.provider.as_ref().is_none_or(|id| rules.provider(id) == Some(*provider));
    let providers: Vec<_> = rules.providers_of(service).iter().copied().filter(wanted).collect();
    (!providers.is_empty()).then_some(Target { service, providers })
}

fn first_start(
    tx: &mut Tx<'_>,
    request: &Request,
    entry: &Waiting,
    provider: ProviderIx,
    time: Interval,
) -> Result<Option<Chosen>, StoreError> {
    let Some((target, starts)) = search(request, entry, provider, time) else { return Ok(None) };
    let slot = first_slot(tx, request, &target, starts)?;
    Ok(slot.map(|slot| Chosen { target, start: slot.start }))
}

/// The first start on offer in `starts`.
pub fn first_slot(
    tx: &mut Tx<'_>,
    request: &Request,
    target: &Target,
    starts: Interval,
) -> Result<Option<Slot>, StoreError> {
    let Target { service, providers } = target;
    let busy = openings::load_busy(tx, &request.business, *service, providers, starts, request.now)?;
    Ok(request.business.rules.slots(*service, providers, &busy, request.now, starts).next())
}

fn offer(tx: &mut Tx<'_>, request: &Request, entry: &Waiting, chosen: &Chosen) -> Result<(), StoreError> {
    let server = request.of_server();
    let held = match hold_for_them(tx, &server, chosen) {
        Ok(held) => held,
        Err(Stop::Store(error)) => return Err(error),
        // The schema knows better, and whoever gives time back must not suffer for it.
        Err(_) => return Ok(()),
    };
    let (org, expires) = (request.business.id, expiry(request, chosen.start));
    tx.offer(org, entry.id, held.id, expires, request.now)?;
    record::happened(tx, &server, EventKind::AppointmentHeld, held.id.0, Change::to(record::appointment(&held)))?;
    let offered = json!({ "offer": held.id, "appointment": record::appointment(&held) });
    record::happened(tx, &server, EventKind::WaitlistOffered, entry.id.0, Change::to(offered))
}

fn hold_for_them(tx: &mut Tx<'_>, server: &Request, chosen: &Chosen) -> Result<Appointment, Stop> {
    let place = place::find(tx, server, chosen)?;
    let expires = expiry(server, chosen.start);
    hold::insert(tx, server, place, expires).map_err(|error| place::lost(server, chosen, error))
}

/// An offer never outlasts the time that it offers.
fn expiry(request: &Request, start: Moment) -> Moment {
    start.min(request.now + request.business.organization.booking.waitlist_hold)
}

/// Whether whoever asks may take or decline this hold, which no call made: anybody who has the id of
/// one that a program made; of an offer only the person concerned.
pub fn is_theirs(tx: &mut Tx<'_>, request: &Request, id: AppointmentId) -> Result<bool, StoreError> {
    let Some(entry) = tx.entry_of_offer(request.business.id, id)? else { return Ok(true) };
    if entry.call_id.is_some() && entry.call_id == request.call_id {
        return Ok(true);
    }
    Ok(whose::caller(tx, request)?.is_some_and(|caller| caller.id == entry.contact))
}

/// Whether a time that was refused is kept for the very person who wants it: then it is made free
/// for them, which a later refusal undoes.
pub fn make_way(
    tx: &mut Tx<'_>,
    request: &Request,
    resolution: &Resolution,
    chosen: &Chosen,
) -> Result<bool, StoreError> {
    let Resolution::Update { contact, .. } = resolution else { return Ok(false) };
    let (org, now) = (request.business.id, request.now);
    let in_the_way = |offer: &Hold| offer.occupied.overlaps(chosen.occupied(request));
    let Some(offer) = tx.offers_of_contact(org, contact.id, now)?.into_iter().find(in_the_way) else {
        return Ok(false);
    };
    tx.release_hold(org, offer.appointment.id, now)?;
    tx.end_offer(org, offer.appointment.id, EntryStatus::Booked, now)?;
    Ok(true)
}

/// Whether a refusal may be due to an offer.
pub fn is_taken(stop: &Stop) -> bool {
    matches!(stop, Stop::Refused(declined) if matches!(declined.problem, Problem::SlotUnavailable { .. }))
}

/// A hold that was given up: who it was offered to no longer waits, and the next may have it.
pub fn hold_released(tx: &mut Tx<'_>, request: &Request, hold: &Hold) -> Result<(), StoreError> {
    let id = hold.appointment.id;
    let declined = tx.end_offer(request.business.id, id, EntryStatus::Withdrawn, request.now)?;
    if let Some(entry) = declined {
        record::happened(tx, request, EventKind::WaitlistWithdrawn, entry.0, Change::default())?;
    }
    time_freed(tx, request, &hold.appointment.provider, hold.occupied)
}

/// The hold that is kept for the entry, if it is one still.
pub fn outstanding(tx: &mut Tx<'_>, request: &Request, entry: &Entry) -> Result<Option<Hold>, StoreError> {
    let (EntryStatus::Offered, Some(offer)) = (entry.status, entry.offer) else { return Ok(None) };
    let hold = tx.hold(request.business.id, offer)?;
    Ok(hold.filter(|hold| hold.appointment.status == Status::Held))
}
