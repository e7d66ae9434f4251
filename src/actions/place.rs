//! Finding the place of an appointment inside a transaction, by the function that lists openings.

use ringbook_core::id::{AppointmentId, ConfirmationCode};
use ringbook_core::outcome::Problem;
use ringbook_core::slots::{Fit, ProviderIx, Refusal, Waived};
use ringbook_core::time::{Interval, Span};

use super::overrides::Override;
use super::transact::Stop;
use super::understand::Target;
use super::wanted::Chosen;
use super::{Request, openings, refusal};
use crate::clock::random_bytes;
use crate::store::changes::{Overridden, Place};
use crate::store::{StoreError, Tx};

/// The place with the first provider who can take the start.
///
/// # Errors
/// The rule that refuses it.
pub fn find(tx: &mut Tx<'_>, request: &Request, chosen: &Chosen) -> Result<Place, Stop> {
    let (provider, _) = provider(tx, request, chosen, None)?;
    at(tx, request, chosen, provider, None)
}

/// The same; where no provider can take it, the first whom the override lets.
///
/// # Errors
/// What the override does not set aside.
pub fn find_despite(
    tx: &mut Tx<'_>,
    request: &Request,
    chosen: &Chosen,
    overriding: Option<&Override>,
) -> Result<Place, Stop> {
    match (find(tx, request, chosen), overriding) {
        (Err(Stop::Refused(_)), Some(overriding)) => {
            let (provider, fit) = provider(tx, request, chosen, Some(overriding.waived()))?;
            at(tx, request, chosen, provider, Some(overriding.used(fit)))
        }
        (found, _) => found,
    }
}

fn at(
    tx: &mut Tx<'_>,
    request: &Request,
    chosen: &Chosen,
    provider: ProviderIx,
    overridden: Option<Overridden>,
) -> Result<Place, Stop> {
    let service = request.business.service(chosen.target.service);
    let place = Place {
        service: service.id.clone(),
        provider: request.business.provider(provider).id.clone(),
        time: Interval::new(chosen.start, chosen.start + service.duration),
        occupied: chosen.occupied(request),
        capacity: service.capacity,
        overridden,
    };
    tx.release_expired_holds(request.business.id, &place.provider, place.occupied, request.now)?;
    Ok(place)
}

/// What a place lies on; nothing unless it was double-booked.
pub fn conflicts(tx: &mut Tx<'_>, request: &Request, place: &Place) -> Result<Vec<AppointmentId>, StoreError> {
    match &place.overridden {
        Some(Overridden { double_booked: true, .. }) => {
            tx.overlapping(request.business.id, &place.provider, place.occupied, request.now)
        }
        _ => Ok(Vec::new()),
    }
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

/// The first provider, in the target's order, who can take the start; with a waiver, better one
/// who is free.
fn provider(
    tx: &mut Tx<'_>,
    request: &Request,
    chosen: &Chosen,
    waived: Option<Waived>,
) -> Result<(ProviderIx, Fit), Stop> {
    let mut on_others = None;
    let mut nearest: Option<(Refusal, ProviderIx)> = None;
    for provider in &chosen.target.providers {
        match judge(tx, request, chosen, *provider, waived)? {
            Ok(Fit::Free) => return Ok((*provider, Fit::Free)),
            Ok(Fit::OnOthers) => on_others = on_others.or(Some((*provider, Fit::OnOthers))),
            Err(refusal) => nearest = nearer(nearest, (refusal, *provider)),
        }
    }
    on_others.ok_or_else(|| refused(request, chosen, nearest))
}

fn judge(
    tx: &mut Tx<'_>,
    request: &Request,
    chosen: &Chosen,
    provider: ProviderIx,
    waived: Option<Waived>,
) -> Result<Result<Fit, Refusal>, StoreError> {
    let Chosen { target: Target { service, .. }, start } = chosen;
    let instant = Interval::new(*start, *start + Span::from_seconds(1));
    let (rules, now) = (&request.business.rules, request.now);
    let busy = openings::load_busy(tx, &request.business, *service, &[provider], instant, now)?;
    Ok(match waived {
        None => rules.judge(*service, provider, &busy, now, *start).map(|()| Fit::Free),
        Some(waived) => rules.judge_waiving(*service, provider, &busy, now, *start, waived),
    })
}

fn refused(request: &Request, chosen: &Chosen, nearest: Option<(Refusal, ProviderIx)>) -> Stop {
    let problem = match nearest {
        Some((refusal, provider)) => refusal::problem(request, chosen.target.service, provider, chosen.start, refusal),
        None => Problem::SlotUnavailable { start: chosen.start },
    };
    chosen.declined(request, problem).into()
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
