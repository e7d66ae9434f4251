//! Puts people on the waitlist when nothing that suits them is free, and takes them off it.

use jiff::ToSpan;
use ringbook_core::contact::Person;
use ringbook_core::event::EventKind;
use ringbook_core::id::{ContactId, ProviderId, WaitlistId};
use ringbook_core::outcome::{Asked, Availability, Held, Outcome, Problem, Purpose, Remark, Waitlisted};
use ringbook_core::slots::Slot;
use ringbook_core::time::{Interval, Moment, Span};
use ringbook_core::waitlist::{Entry, EntryStatus};
use serde_json::{Value, json};

use super::record::{self, Change};
use super::transact::{Done, Stop, Subject, Upserted, Verb};
use super::understand::{self, Target};
use super::wanted::Chosen;
use super::{Request, find, offers, openings, upsert, window};
use crate::app::App;
use crate::clock::new_id;
use crate::reply::Reply;
use crate::store::waitlist::EntryRecord;
use crate::store::{StoreError, Tx};

/// The stretch that is searched for a free time at once.
const WEEK: i32 = 7;
const SECOND: Span = Span::from_seconds(1);

/// A wish as it was said. Absent fields are `None`.
#[derive(Clone, Debug, Default)]
pub struct Join {
    pub service: Option<String>,
    pub provider: Option<String>,
    /// Without either end: from now to the horizon.
    pub from: Option<String>,
    pub to: Option<String>,
    /// What models say instead of two ends: "next week".
    pub date: Option<String>,
    pub time: Option<String>,
    pub name: Option<String>,
    pub phone: Option<String>,
    pub email: Option<String>,
}

/// A wish that was understood.
struct Plan {
    person: Person,
    remarks: Vec<Remark>,
    target: Target,
    /// Whom they asked for.
    provider: Option<ProviderId>,
    wanted: Interval,
}

const JOIN: Verb<Join, Plan> = Verb { purpose: Purpose::Booking, understand, body };

const WITHDRAW: Verb<WaitlistId, WaitlistId> =
    Verb { purpose: Purpose::Change, understand: |_, _, id| Ok(*id), body: leave };

/// Puts the person on the waitlist, or offers what is free. Asking again for the same service and
/// provider is the same entry, with the days that were said last.
pub async fn join(app: &App, request: &Request, wish: Join) -> Reply {
    JOIN.perform(app, request, wish).await
}

/// Takes an entry off the list; a time that was kept for it goes to the next. For programs, whose
/// credential is the business: nobody asks whose it is.
pub async fn withdraw(app: &App, request: &Request, id: WaitlistId) -> Reply {
    WITHDRAW.perform(app, request, id).await
}

fn understand(_: &App, request: &Request, wish: &Join) -> Result<Plan, Stop> {
    let text = Option::as_deref;
    let (person, remarks) = understand::person(request, text(&wish.name), text(&wish.phone), text(&wish.email))?;
    let target = understand::target(&request.business, text(&wish.service), text(&wish.provider))?;
    let provider = wish.provider.is_some().then(|| request.business.provider(target.providers[0]).id.clone());
    Ok(Plan { person, remarks, target, provider, wanted: window::wanted(request, wish)? })
}

fn body(tx: &mut Tx<'_>, request: &Request, plan: &Plan) -> Result<Done, Stop> {
    // In the transaction: who gives time back after this finds the entry.
    if let Some((week, slots)) = free(tx, request, plan)? {
        return instead(request, plan, week, &slots);
    }
    let identity = upsert::identify(tx, request, &plan.person)?;
    let (contact, created) = upsert::write(tx, request, &plan.person, identity)?;
    let (entry, subject) = enter(tx, request, plan, contact)?;
    let waitlisted = view(tx, request, entry, plan.remarks.clone())?;
    let done = Done::with(request, &Outcome::Waitlisted(waitlisted));
    let upserted = Upserted::new(contact, created, &plan.person.reach);
    Ok(Done { upserted: Some(upserted), subject: Some(subject), ..done })
}

/// The first week in which something that would do is free.
fn free(tx: &mut Tx<'_>, request: &Request, plan: &Plan) -> Result<Option<(Interval, Vec<Slot>)>, StoreError> {
    for week in weeks(request, plan.wanted) {
        let slots = slots(tx, request, &plan.target, week)?;
        if !slots.is_empty() {
            return Ok(Some((week, slots)));
        }
    }
    Ok(None)
}

/// A caller is offered what is free; a program asked for an entry and gets none.
fn instead(request: &Request, plan: &Plan, week: Interval, slots: &[Slot]) -> Result<Done, Stop> {
    match slots {
        [first, ..] if request.program.is_some() => {
            let chosen = Chosen { target: plan.target.clone(), start: first.start };
            Err(chosen.declined(request, Problem::FreeAlready).into())
        }
        _ => Ok(Done::with(request, &Outcome::Availability(available(request, plan, week, slots)))),
    }
}

/// `wanted` in stretches of a week.
pub fn weeks(request: &Request, wanted: Interval) -> impl Iterator<Item = Interval> {
    let zone = request.business.organization.zone.tz();
    let week_after = |from: Moment| Moment::from(from.in_zone(zone).saturating_add(WEEK.days()).timestamp());
    let starts = std::iter::successors(Some(wanted.from), move |from| Some(week_after(*from)));
    let cut = starts.map(move |from| Interval::new(from, wanted.until));
    cut.take_while(|rest| !rest.is_empty())
        .map(move |rest| Interval::new(rest.from, rest.until.min(week_after(rest.from))))
}

fn slots(tx: &mut Tx<'_>, request: &Request, target: &Target, range: Interval) -> Result<Vec<Slot>, StoreError> {
    let Target { service, providers } = target;
    let busy = openings::load_busy(tx, &request.business, *service, providers, range, request.now)?;
    let mut slots: Vec<Slot> = request.business.rules.slots(*service, providers, &busy, request.now, range).collect();
    slots.dedup_by_key(|slot| slot.start);
    Ok(slots)
}

fn available(request: &Request, plan: &Plan, range: Interval, slots: &[Slot]) -> Availability {
    let local = |moment: Moment| moment.in_zone(request.business.organization.zone.tz()).date();
    let shown = &slots[..slots.len().min(openings::OFFERED)];
    Availability {
        asked: Asked { first: local(range.from), last: local(range.until - SECOND), narrowed: true },
        service_name: request.business.service(plan.target.service).name.clone(),
        openings: openings::openings(request, &plan.target, shown),
        total: slots.len(),
        next: Vec::new(),
        reason: None,
    }
}

/// The entry as it stands, made or brought up to date.
fn enter(tx: &mut Tx<'_>, request: &Request, plan: &Plan, contact: ContactId) -> Result<(Entry, Subject), StoreError> {
    let (org, now) = (request.business.id, request.now);
    let service = request.business.service(plan.target.service).id.clone();
    if let Some(entry) = tx.standing_entry(org, contact, &service, plan.provider.as_ref())? {
        tx.set_wanted(org, entry.id, plan.wanted, now)?;
        let subject = Subject::changed(entry.id.0);
        return Ok((Entry { wanted: plan.wanted, ..entry }, subject));
    }
    let entry = Entry {
        id: WaitlistId(new_id()),
        contact,
        service,
        provider: plan.provider.clone(),
        wanted: plan.wanted,
        status: EntryStatus::Waiting,
        offer: None,
        call_id: request.call_id.clone(),
    };
    tx.insert_entry(org, &entry, request.channel.as_str(), now)?;
    record::happened(tx, request, EventKind::WaitlistJoined, entry.id.0, Change::to(audited(&entry)))?;
    let subject = Subject::created(entry.id.0);
    Ok((entry, subject))
}

/// An entry as the audit keeps it: ids, no names.
fn audited(entry: &Entry) -> Value {
    json!({
        "contact": entry.contact,
        "service": entry.service,
        "provider": entry.provider,
        "from": entry.wanted.from,
        "until": entry.wanted.until,
        "status": entry.status,
    })
}

/// An entry with the names people use and the time that is kept for it.
pub fn view(tx: &mut Tx<'_>, request: &Request, entry: Entry, remarks: Vec<Remark>) -> Result<Waitlisted, StoreError> {
    let organization = &request.business.organization;
    let service = organization.service(&entry.service).map(|service| service.name.clone());
    let name = |id: &ProviderId| organization.provider(id).map_or_else(|| id.to_string(), |known| known.name.clone());
    let own = |offer: &Held| Some(offer.appointment.id) == entry.offer;
    Ok(Waitlisted {
        service_name: service.unwrap_or_else(|| entry.service.to_string()),
        provider_name: entry.provider.as_ref().map(name),
        keeps: organization.booking.waitlist_hold,
        offer: find::offered(tx, request, Some(entry.contact))?.into_iter().find(own),
        entry,
        remarks,
    })
}

fn leave(tx: &mut Tx<'_>, request: &Request, id: &WaitlistId) -> Result<Done, Stop> {
    let EntryRecord { entry, version, .. } = tx.entry_record(request.business.id, *id)?.ok_or(Problem::NotFound)?;
    request.check_version(version)?;
    let entry = match entry.status {
        EntryStatus::Waiting | EntryStatus::Offered => take_off(tx, request, entry)?,
        _ => entry,
    };
    let waitlisted = view(tx, request, entry, Vec::new())?;
    Ok(Done { subject: Some(Subject::changed(id.0)), ..Done::with(request, &Outcome::Waitlisted(waitlisted)) })
}

fn take_off(tx: &mut Tx<'_>, request: &Request, entry: Entry) -> Result<Entry, StoreError> {
    let (org, now) = (request.business.id, request.now);
    tx.set_entry_status(org, entry.id, EntryStatus::Withdrawn, now)?;
    record::happened(tx, request, EventKind::WaitlistWithdrawn, entry.id.0, Change::default())?;
    if let Some(hold) = offers::outstanding(tx, request, &entry)? {
        tx.release_hold(org, hold.appointment.id, now)?;
        offers::time_freed(tx, request, &hold.appointment.provider, hold.occupied)?;
    }
    Ok(Entry { status: EntryStatus::Withdrawn, ..entry })
}
