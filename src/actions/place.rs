//! Finding the place of an appointment inside a transaction, by the function that lists openings.

use ringbook_core::id::ConfirmationCode;
use ringbook_core::outcome::Problem;
use ringbook_core::slots::{ProviderIx, Refusal};
use ringbook_core::time::{Interval, Span};

use super::transact::Stop;
use super::understand::Target;
use super::wanted::Chosen;
use super::{Request, openings, refusal};
use crate::clock::random_bytes;
use crate::store::changes::Place;
use crate::store::{StoreError, Tx};

/// The place with the first provider who can take the start.
///
/// # Errors
/// The rule that refuses it.
pub fn find(tx: &mut Tx<'_>, request: &Request, chosen: &Chosen) -> Result<Place, Stop> {
    let provider = free_provider(tx, request, chosen)?;
    let service = request.business.service(chosen.target.service);
    let place = Place {
        service: service.id.clone(),
        provider: request.business.provider(provider).id.clone(),
        time: Interval::new(chosen.start, chosen.start + service.duration),
        occupied: chosen.occupied(request),
        capacity: service.capacity,
    };
    tx.release_expired_holds(request.business.id, &place.provider, place.occupied, request.now)?;
    Ok(place)
}

/// The schema's own exclusion has the last word.
pub fn lost(request: &Request, chosen: &Chosen, error: StoreError) -> Stop {
    match error {
        StoreError::SlotUnavailable => {
            chosen.declined(request, Problem::SlotUnavailable { start: chosen.start }).into()
        }
        error => error.into(),
    }
}

/// The first provider, in the target's order, who can take the start.
fn free_provider(tx: &mut Tx<'_>, request: &Request, chosen: &Chosen) -> Result<ProviderIx, Stop> {
    let business = &*request.business;
    let Chosen { target: Target { service, providers }, start } = chosen;
    let instant = Interval::new(*start, *start + Span::from_seconds(1));
    let mut nearest: Option<(Refusal, ProviderIx)> = None;
    for provider in providers {
        let busy = openings::load_busy(tx, business, *service, &[*provider], instant, request.now)?;
        match business.rules.judge(*service, *provider, &busy, request.now, *start) {
            Ok(()) => return Ok(*provider),
            Err(refusal) => nearest = nearer(nearest, (refusal, *provider)),
        }
    }
    let problem = match nearest {
        Some((refusal, provider)) => refusal::problem(request, *service, provider, *start, refusal),
        None => Problem::SlotUnavailable { start: *start },
    };
    Err(chosen.declined(request, problem).into())
}

/// Of two refusals the one that came closer to a booking.
fn nearer(known: Option<(Refusal, ProviderIx)>, new: (Refusal, ProviderIx)) -> Option<(Refusal, ProviderIx)> {
    match known {
        Some(known) if known.0.rules_passed() >= new.0.rules_passed() => Some(known),
        _ => Some(new),
    }
}

/// Codes are as short as the number of appointments allows: two tries at each length.
pub fn unused_code(tx: &mut Tx<'_>, request: &Request) -> Result<ConfirmationCode, StoreError> {
    for length in [4, 4, 5, 5, 6, 6, 7, 8] {
        let code = ConfirmationCode::from_random(&random_bytes::<8>()[..length]);
        if !tx.code_taken(request.business.id, &code)? {
            return Ok(code);
        }
    }
    Err(StoreError::Internal(anyhow::anyhow!("no confirmation code is free")))
}
