//! Real openings, for answers and for refusals that offer something instead.

use jiff::ToSpan;
use jiff::civil::{Date, Time};
use ringbook_core::id::SlotId;
use ringbook_core::outcome::Opening;
use ringbook_core::slots::{Busy, ProviderIx, ServiceIx, Shared, Slot};
use ringbook_core::time::{Interval, Moment};

use super::Request;
use super::understand::Target;
use crate::app::App;
use crate::business::Business;
use crate::store::appointments::Occupied;
use crate::store::{StoreError, Tx};

/// How many openings a refusal or an empty day offers instead.
pub const OFFERED: usize = 3;
/// How far ahead of an empty day the next openings are looked for.
const LOOK_AHEAD_WEEKS: usize = 9;

/// Everything on offer in `range`, by time; a start that several providers have comes once each.
pub fn all(app: &App, request: &Request, target: &Target, range: Interval) -> Result<Vec<Slot>, StoreError> {
    let business = &*request.business;
    let busy = app.store.read(|tx| load_busy(tx, business, target.service, &target.providers, range, request.now))?;
    Ok(business.rules.slots(target.service, &target.providers, &busy, request.now, range).collect())
}

/// The starts on offer in `range`, each once, with the first provider who has it.
pub fn list(app: &App, request: &Request, target: &Target, range: Interval) -> Result<Vec<Slot>, StoreError> {
    let mut slots = all(app, request, target, range)?;
    slots.dedup_by_key(|slot| slot.start);
    Ok(slots)
}

/// The busy time that decides about starts in `range`, sorted as the rules want it.
pub fn load_busy(
    tx: &mut Tx<'_>,
    business: &Business,
    service: ServiceIx,
    providers: &[ProviderIx],
    range: Interval,
    now: Moment,
) -> Result<Vec<Busy>, StoreError> {
    let mut busy = Vec::new();
    for provider in providers {
        let needed = business.rules.busy_needed(service, *provider, range);
        let id = &business.provider(*provider).id;
        if business.service(service).capacity > 1 {
            let rows = tx.occupied(business.id, id, needed, now)?;
            busy.extend(rows.into_iter().map(|row| as_busy(business, *provider, &row)));
        } else {
            let taken = tx.taken(business.id, id, needed, now)?;
            busy.extend(taken.into_iter().map(|occupied| Busy { provider: *provider, occupied, shared: None }));
        }
    }
    busy.sort_by_key(|busy: &Busy| (busy.provider, busy.occupied.from));
    Ok(busy)
}

fn as_busy(business: &Business, provider: ProviderIx, row: &Occupied) -> Busy {
    let shared = |service| Shared { service, start: row.start, taken: row.taken };
    Busy { provider, occupied: row.occupied, shared: business.rules.service(&row.service).map(shared) }
}

/// Openings to offer instead of `wanted`: the nearest of the same day, else the next ones.
pub fn near(app: &App, request: &Request, target: &Target, wanted: Moment) -> Result<Vec<Opening>, StoreError> {
    nearest(app, request, target, wanted, |slot| slot.start != wanted)
}

/// The same, and `wanted` itself if it can be had.
pub fn at_or_near(app: &App, request: &Request, target: &Target, wanted: Moment) -> Result<Vec<Opening>, StoreError> {
    nearest(app, request, target, wanted, |_| true)
}

fn nearest(
    app: &App,
    request: &Request,
    target: &Target,
    wanted: Moment,
    fits: impl Fn(&Slot) -> bool,
) -> Result<Vec<Opening>, StoreError> {
    let date = wanted.in_zone(request.business.organization.zone.tz()).date();
    let mut slots = list(app, request, target, day(request, date))?;
    slots.retain(fits);
    if slots.is_empty() {
        return after(app, request, target, date);
    }
    slots.sort_by_key(|slot| (slot.start.unix() - wanted.unix()).abs());
    slots.truncate(OFFERED);
    slots.sort();
    Ok(openings(request, target, &slots))
}

/// The first openings after `date` (from today on): up to three on each of the next days that
/// have any, three days at most.
pub fn after(app: &App, request: &Request, target: &Target, date: Date) -> Result<Vec<Opening>, StoreError> {
    let today = request.now.in_zone(request.business.organization.zone.tz()).date();
    let mut first = if date < today { today } else { date.saturating_add(1.day()) };
    for _ in 0..LOOK_AHEAD_WEEKS {
        let last = first.saturating_add(6.days());
        let slots = list(app, request, target, days(request, first, last))?;
        if !slots.is_empty() {
            return Ok(openings(request, target, &few_per_day(request, &slots)));
        }
        first = last.saturating_add(1.day());
    }
    Ok(Vec::new())
}

/// Up to three on each of the first days, three days at most.
pub fn few_per_day(request: &Request, slots: &[Slot]) -> Vec<Slot> {
    let date = |slot: &Slot| slot.start.in_zone(request.business.organization.zone.tz()).date();
    let by_day = slots.chunk_by(|one, next| date(one) == date(next));
    by_day.take(OFFERED).flat_map(|day| day.iter().take(OFFERED)).copied().collect()
}

pub fn openings(request: &Request, target: &Target, slots: &[Slot]) -> Vec<Opening> {
    let service = request.business.service(target.service);
    let opening = |slot: &Slot| Opening {
        slot: SlotId {
            service: service.id.clone(),
            provider: request.business.provider(slot.provider).id.clone(),
            start: slot.start,
        },
        end: slot.start + service.duration,
    };
    slots.iter().map(opening).collect()
}

/// A local day of the organization.
pub fn day(request: &Request, date: Date) -> Interval {
    days(request, date, date)
}

/// Local days of the organization, both ends included.
pub fn days(request: &Request, first: Date, last: Date) -> Interval {
    Interval::new(midnight(request, first), midnight(request, last.saturating_add(1.day())))
}

fn midnight(request: &Request, date: Date) -> Moment {
    at(request, date, Time::midnight())
}

/// A local time of the organization; one that the clocks skip is as much later.
pub fn at(request: &Request, date: Date, time: Time) -> Moment {
    let zone = request.business.organization.zone.tz();
    // Out of jiff's range there is nothing to offer; the epoch makes the interval empty.
    zone.to_timestamp(date.to_datetime(time)).map_or(Moment::from_unix(0), Moment::from)
}
