//! What is done for those who wait while nobody asks: offers that ran out go to the next, and time
//! that came free by itself is found. A hold that runs out, hours that are extended and a horizon
//! that moves on free time without anybody giving it back.
//!
//! Several servers may do it at once: each step is one transaction that looks again.

use ringbook_core::event::EventKind;
use ringbook_core::id::{OrgId, WaitlistId};
use ringbook_core::slots::ProviderIx;
use ringbook_core::time::{Interval, Moment};
use ringbook_core::waitlist::EntryStatus;
use tracing::info;
use uuid::Uuid;

use super::record::{self, Change};
use super::{Channel, Request, offers, waitlist};
use crate::app::App;
use crate::store::waitlist::{Lapsed, Waiting};
use crate::store::{StoreError, Tx};

/// How many entries one step deals with.
const AT_ONCE: usize = 32;

/// Where a round has come to; it begins with the first entry of all.
#[derive(Clone, Copy, Debug)]
pub struct Round((OrgId, WaitlistId));

impl Default for Round {
    fn default() -> Self {
        Self((OrgId(Uuid::nil()), WaitlistId(Uuid::nil())))
    }
}

/// Ends offers that have run out and hands their time on; returns whether there may be more.
///
/// # Errors
/// When the database fails.
pub async fn hand_on(app: &App) -> Result<bool, StoreError> {
    let now = app.clock.now();
    let lapsed = app.store.read(|tx| tx.lapsed_offers(now, AT_ONCE))?;
    for lapsed in &lapsed {
        lapse(app, *lapsed, now).await?;
    }
    Ok(lapsed.len() == AT_ONCE)
}

async fn lapse(app: &App, lapsed: Lapsed, now: Moment) -> Result<(), StoreError> {
    let request = of_server(app, lapsed.org, now)?;
    let ended = app.store.write(move |tx| end(tx, &request, lapsed)).await?;
    if ended {
        info!(entry = %lapsed.entry, "an offer ran out");
    }
    Ok(())
}

/// Whether it was still to be ended.
fn end(tx: &mut Tx<'_>, request: &Request, Lapsed { org, entry, offer }: Lapsed) -> Result<bool, StoreError> {
    if tx.end_offer(org, offer, EntryStatus::Expired, request.now)?.is_none() {
        return Ok(false);
    }
    record::happened(tx, request, EventKind::WaitlistExpired, entry.0, Change::default())?;
    if let Some(hold) = tx.hold(org, offer)? {
        tx.release_hold(org, offer, request.now)?;
        offers::time_freed(tx, request, &hold.appointment.provider, hold.occupied)?;
    }
    Ok(true)
}

/// Looks for free time for the next few who wait.
///
/// # Errors
/// When the database fails.
pub async fn go_on(app: &App, Round(after): Round) -> Result<Round, StoreError> {
    let now = app.clock.now();
    app.store.write(move |tx| tx.expire_entries(now, AT_ONCE)).await?;
    let waiting = app.store.read(|tx| tx.waiting_after(after, AT_ONCE))?;
    for (org, entry) in &waiting {
        serve(app, *org, entry, now).await?;
    }
    let is_over = waiting.len() < AT_ONCE;
    let last = waiting.last().filter(|_| !is_over).map(|(org, entry)| Round((*org, entry.id)));
    Ok(last.unwrap_or_default())
}

/// Who has come first gets what is found for this one.
async fn serve(app: &App, org: OrgId, entry: &Waiting, now: Moment) -> Result<(), StoreError> {
    let request = of_server(app, org, now)?;
    let Some((provider, time)) = app.store.read(|tx| free(tx, &request, entry))? else { return Ok(()) };
    let provider = request.business.provider(provider).id.clone();
    app.store.write(move |tx| offers::time_freed(tx, &request, &provider, time)).await?;
    info!(entry = %entry.id, "a free time was found for who waits");
    Ok(())
}

fn free(tx: &mut Tx<'_>, request: &Request, entry: &Waiting) -> Result<Option<(ProviderIx, Interval)>, StoreError> {
    let Some(target) = offers::target(request, entry) else { return Ok(None) };
    for week in waitlist::weeks(request, Interval::new(entry.wanted.from.max(request.now), entry.wanted.until)) {
        if let Some(slot) = offers::first_slot(tx, request, &target, week)? {
            let time = request.business.rules.occupied(target.service, slot.start);
            return Ok(Some((slot.provider, time)));
        }
    }
    Ok(None)
}

fn of_server(app: &App, org: OrgId, now: Moment) -> Result<Request, StoreError> {
    let business = app.business(org)?;
    Ok(Request {
        language: business.language(),
        business,
        now,
        channel: Channel::Server,
        key: None,
        call_id: None,
        caller_number: None,
        once: None,
        program: None,
    })
}
