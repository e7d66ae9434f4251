//! The transaction of recurring visits: all of them are booked, or none is and every date that
//! clashes is named.

use jiff::civil::Date;
use ringbook_core::contact::Resolution;
use ringbook_core::id::SeriesId;
use ringbook_core::outcome::{BookedSeries, Clash, Clashing, Outcome, Problem};
use ringbook_core::recurrence::{Recurrence, Visit};
use ringbook_core::slots::ProviderIx;
use ringbook_core::time::Moment;

use super::booking::{self, Claim, Plan, Settled};
use super::transact::{Done, Stop, Subject, Upserted};
use super::understand::Target;
use super::wanted::{Chosen, Declined};
use super::{Request, upsert};
use crate::app::App;
use crate::clock::new_id;
use crate::store::{StoreError, Tx};

/// All visits are with one provider; so many are tried, as everybody waits for this transaction.
const MOST_PROVIDERS: usize = 8;

/// Visits that cannot be had, before openings are looked up for them.
#[derive(Debug)]
pub struct Clashes {
    visits: usize,
    clashes: Vec<Missed>,
}

#[derive(Debug)]
struct Missed {
    date: Date,
    start: Option<Moment>,
    declined: Declined,
}

/// One visit and what it is made of.
type Claimed = (Plan, Claim);

pub fn body(tx: &mut Tx<'_>, request: &Request, plan: &Plan, recurrence: Recurrence) -> Result<Done, Stop> {
    let identity = upsert::identify(tx, request, &plan.person)?;
    let visits = claim_all(tx, request, plan, recurrence, &identity.resolution)?;
    let series = series_of(tx, request, &visits)?;
    let (contact, contact_created) = upsert::write(tx, request, &plan.person, identity)?;
    let (mut appointments, mut conflicts) = (Vec::new(), Vec::new());
    let stood = visits.iter().all(|(_, claim)| matches!(claim, Claim::Own(_)));
    for (visit, claim) in visits {
        let visit = Plan { series: Some(series), ..visit };
        let settled: Settled = booking::settle(tx, request, &visit, contact, claim)?;
        tx.join_series(request.business.id, settled.appointment.id, series)?;
        conflicts.extend(settled.conflicts);
        appointments.push(request.business.view(settled.appointment));
    }
    let subject = appointments.first().map(|first| Subject { id: first.id.0, created: !stood });
    let remarks = plan.remarks.clone();
    let booked = BookedSeries { series, appointments, contact, contact_created, remarks, conflicts };
    let done = Done::with(request, &Outcome::BookedSeries(booked));
    let upserted = Upserted::new(contact, contact_created, &plan.person.reach);
    Ok(Done { upserted: Some(upserted), subject, ..done })
}

/// The visits with the first provider who can take all of them.
///
/// # Errors
/// The clashes with the provider who has the fewest.
fn claim_all(
    tx: &mut Tx<'_>,
    request: &Request,
    plan: &Plan,
    recurrence: Recurrence,
    resolution: &Resolution,
) -> Result<Vec<Claimed>, Stop> {
    let mut fewest: Option<Vec<Missed>> = None;
    for provider in plan.chosen.target.providers.iter().take(MOST_PROVIDERS) {
        match claims(tx, request, plan, recurrence, *provider, resolution)? {
            Ok(visits) => return Ok(visits),
            Err(missed) if fewest.as_ref().is_none_or(|fewest| missed.len() < fewest.len()) => fewest = Some(missed),
            Err(_) => {}
        }
    }
    let visits = usize::from(recurrence.count());
    Err(Stop::Clashing(Clashes { visits, clashes: fewest.unwrap_or_default() }))
}

fn claims(
    tx: &mut Tx<'_>,
    request: &Request,
    plan: &Plan,
    recurrence: Recurrence,
    provider: ProviderIx,
    resolution: &Resolution,
) -> Result<Result<Vec<Claimed>, Vec<Missed>>, Stop> {
    let (mut claimed, mut missed) = (Vec::new(), Vec::new());
    let mut hold = plan.hold;
    let organization = &request.business.organization;
    let zone = request.business.provider(provider).zone.as_ref().unwrap_or(&organization.zone);
    for visit in recurrence.visits(plan.chosen.start, zone.tz()) {
        let chosen = |start| {
            let target = Target { service: plan.chosen.target.service, providers: vec![provider] };
            Chosen { target, start }
        };
        let start = match visit {
            Visit::At(start) => start,
            unreal => {
                missed.push(unreal_visit(request, unreal, &chosen(plan.chosen.start)));
                continue;
            }
        };
        let visit = Plan { chosen: chosen(start), hold: hold.take(), ..plan.clone() };
        match booking::claim(tx, request, &visit, resolution) {
            Ok(claim) => claimed.push((visit, claim)),
            Err(Stop::Refused(declined)) => {
                missed.push(Missed { date: date(request, start), start: Some(start), declined });
            }
            Err(stop) => return Err(stop),
        }
    }
    Ok(if missed.is_empty() { Ok(claimed) } else { Err(missed) })
}

/// A visit on a day or at a time that does not exist.
fn unreal_visit(request: &Request, visit: Visit, chosen: &Chosen) -> Missed {
    let (date, problem, start) = match visit {
        Visit::At(start) => (date(request, start), Problem::SlotUnavailable { start }, start),
        Visit::NoSuchDay { nearest } => (nearest, Problem::NoSuchDate { nearest: Some(nearest) }, chosen.start),
        Visit::SkippedTime { after } => (date(request, after), Problem::SkippedTime, after),
    };
    let chosen = Chosen { target: chosen.target.clone(), start };
    Missed { date, start: None, declined: chosen.declined(request, problem) }
}

/// What stands of the same wish keeps its series.
fn series_of(tx: &mut Tx<'_>, request: &Request, visits: &[Claimed]) -> Result<SeriesId, StoreError> {
    for (_, claim) in visits {
        if let Claim::Own(own) = claim
            && let Some(series) = tx.series_of(request.business.id, own.id)?
        {
            return Ok(series);
        }
    }
    Ok(SeriesId(new_id()))
}

fn date(request: &Request, moment: Moment) -> Date {
    moment.in_zone(request.business.organization.zone.tz()).date()
}

impl Clashes {
    /// With real openings for each.
    pub fn outcome(self, app: &App, request: &Request) -> Result<Outcome, StoreError> {
        let clash = |Missed { date, start, declined }: Missed| {
            let openings = declined.openings(app, request)?;
            Ok(Clash { date, start, problem: declined.problem, openings })
        };
        let clashes = self.clashes.into_iter().map(clash).collect::<Result<_, StoreError>>()?;
        Ok(Outcome::Clashing(Clashing { visits: self.visits, clashes }))
    }
}
