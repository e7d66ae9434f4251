//! The transaction of a booking. Nothing of it stays unless all of it does.

use std::sync::Arc;

use ringbook_core::appointment::{Appointment, Status};
use ringbook_core::contact::{Contact, Person, Reach, Resolution, resolve};
use ringbook_core::id::{AppointmentId, ConfirmationCode, ContactId, ProviderId};
use ringbook_core::outcome::{AppointmentView, Booked, Outcome, Problem, Remark};
use ringbook_core::slots::{ProviderIx, Refusal};
use ringbook_core::time::{Interval, Moment, Span};
use tracing::info;

use super::understand::Target;
use super::{Request, once, openings, refusal};
use crate::app::App;
use crate::clock::{new_id, random_bytes};
use crate::reply::Reply;
use crate::store::appointments::NewAppointment;
use crate::store::{StoreError, Tx};

/// A wish that was understood.
#[derive(Clone, Debug)]
pub struct Plan {
    pub person: Person,
    pub remarks: Vec<Remark>,
    pub target: Target,
    pub start: Moment,
    pub notes: Option<String>,
}

/// Why a booking was neither made nor refused.
#[derive(Debug, thiserror::Error)]
pub enum Undone {
    #[error("the organization changed meanwhile")]
    RulesChanged,
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Why the transaction's body gave up; everything it wrote is undone.
#[derive(Debug)]
enum Stop {
    Refused(Problem),
    RulesChanged,
    Store(StoreError),
}

impl From<StoreError> for Stop {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

/// Books, or says which problem refuses it. Returns after the commit is durable.
pub async fn commit(app: &App, request: &Request, plan: Plan) -> Result<Result<Reply, Problem>, Undone> {
    let shared = Arc::new((request.clone(), plan));
    let work = Arc::clone(&shared);
    let done = app.store.write(move |tx| body(tx, &work.0, &work.1)).await;
    match done {
        Ok(done) => {
            done.log(&shared.1.person);
            Ok(Ok(done.reply))
        }
        Err(Stop::Refused(problem)) => Ok(Err(problem)),
        Err(Stop::Store(StoreError::SlotUnavailable)) => Ok(Err(Problem::SlotUnavailable { start: shared.1.start })),
        Err(Stop::RulesChanged) => Err(Undone::RulesChanged),
        Err(Stop::Store(error)) => Err(error.into()),
    }
}

struct Done {
    reply: Reply,
    /// The contact that was written, and whether it is new; `None` for a repetition.
    contact: Option<(ContactId, bool)>,
}

impl Done {
    fn log(&self, person: &Person) {
        let Some((contact, created)) = self.contact else { return };
        match person.reach {
            Reach::Phone { .. } => info!(%contact, created, "Upserted contact by phone"),
            Reach::Email(_) => info!(%contact, created, "Upserted contact by email"),
        }
    }
}

fn body(tx: &mut Tx<'_>, request: &Request, plan: &Plan) -> Result<Done, Stop> {
    if let Some(reply) = once::replay(tx, request)? {
        return Ok(Done { reply, contact: None });
    }
    let business = &*request.business;
    if tx.organization_version(business.id)? != Some(business.version) {
        return Err(Stop::RulesChanged);
    }
    let resolution = identify(tx, request, &plan.person)?;
    let own = own_appointment(tx, request, plan, &resolution)?;
    // Judged before anything is written, so that the refusal can say which rule it was.
    let provider = match &own {
        Some(own) => own.provider.clone(),
        None => business.provider(free_provider(tx, request, plan)?).id.clone(),
    };
    let (contact, created) = write_contact(tx, request, plan, resolution)?;
    let appointment = match own {
        Some(own) => own,
        None => insert(tx, request, plan, contact, provider)?,
    };
    let reply = booked(request, plan, appointment, created);
    once::remember(tx, request, &reply, request.now)?;
    Ok(Done { reply, contact: Some((contact, created)) })
}

fn identify(tx: &mut Tx<'_>, request: &Request, person: &Person) -> Result<Resolution, StoreError> {
    let org = request.business.id;
    let by_phone = match person.phone() {
        Some(phone) => tx.contact_by_phone(org, phone)?,
        None => None,
    };
    let by_email = match person.email() {
        Some(email) => tx.contacts_by_email(org, email)?,
        None => Vec::new(),
    };
    Ok(resolve(person, by_phone.as_ref(), &by_email))
}

/// Models repeat themselves under a new id: the same person, service and start is the same wish.
fn own_appointment(
    tx: &mut Tx<'_>,
    request: &Request,
    plan: &Plan,
    resolution: &Resolution,
) -> Result<Option<Appointment>, StoreError> {
    let Resolution::Update { contact, absorb } = resolution else { return Ok(None) };
    let service = &request.business.service(plan.target.service).id;
    for contact in std::iter::once(contact.id).chain(*absorb) {
        let own = tx.same_appointment(request.business.id, contact, service, plan.start)?;
        if own.is_some() {
            return Ok(own);
        }
    }
    Ok(None)
}

/// The first provider, in the organization's order, who can take the start.
fn free_provider(tx: &mut Tx<'_>, request: &Request, plan: &Plan) -> Result<ProviderIx, Stop> {
    let business = &*request.business;
    let Plan { target: Target { service, providers, .. }, start, .. } = plan;
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
    Err(Stop::Refused(problem))
}

/// Of two refusals the one that came closer to a booking.
fn nearer(known: Option<(Refusal, ProviderIx)>, new: (Refusal, ProviderIx)) -> Option<(Refusal, ProviderIx)> {
    match known {
        Some(known) if known.0.rules_passed() >= new.0.rules_passed() => Some(known),
        _ => Some(new),
    }
}

fn write_contact(
    tx: &mut Tx<'_>,
    request: &Request,
    plan: &Plan,
    resolution: Resolution,
) -> Result<(ContactId, bool), StoreError> {
    let (org, now) = (request.business.id, request.now);
    match resolution {
        Resolution::Update { contact, absorb } => {
            if let Some(absorbed) = absorb {
                tx.merge_contacts(org, absorbed, contact.id)?;
            }
            tx.update_contact(org, &contact, now)?;
            Ok((contact.id, false))
        }
        Resolution::Create => {
            let contact = Contact::new(ContactId(new_id()), &plan.person);
            let standing = tx.insert_contact(org, &contact, now)?;
            Ok((standing, standing == contact.id))
        }
    }
}

fn insert(
    tx: &mut Tx<'_>,
    request: &Request,
    plan: &Plan,
    contact: ContactId,
    provider: ProviderId,
) -> Result<Appointment, StoreError> {
    let (org, now) = (request.business.id, request.now);
    let service = request.business.service(plan.target.service);
    let occupied = request.business.rules.occupied(plan.target.service, plan.start);
    tx.release_expired_holds(org, &provider, occupied, now)?;
    let new = NewAppointment {
        id: AppointmentId(new_id()),
        contact,
        service: service.id.clone(),
        provider,
        time: Interval::new(plan.start, plan.start + service.duration),
        occupied,
        capacity: service.capacity,
        status: Status::Confirmed,
        hold_expires: None,
        code: unused_code(tx, request)?,
        call_id: request.call_id.clone(),
        channel: request.channel.as_str(),
        notes: plan.notes.clone(),
        now,
    };
    tx.insert_appointment(org, &new)?;
    tx.enqueue(org, "appointment.booked", new.id, now)?;
    let NewAppointment { id, contact, service, provider, time, status, code, .. } = new;
    Ok(Appointment { id, contact, service, provider, time, status, code })
}

/// Codes are as short as the number of appointments allows: two tries at each length.
fn unused_code(tx: &mut Tx<'_>, request: &Request) -> Result<ConfirmationCode, StoreError> {
    for length in [4, 4, 5, 5, 6, 6, 7, 8] {
        let code = ConfirmationCode::from_random(&random_bytes::<8>()[..length]);
        if !tx.code_taken(request.business.id, &code)? {
            return Ok(code);
        }
    }
    Err(StoreError::Internal(anyhow::anyhow!("no confirmation code is free")))
}

fn booked(request: &Request, plan: &Plan, appointment: Appointment, contact_created: bool) -> Reply {
    let organization = &request.business.organization;
    let service_name = organization.service(&appointment.service).map(|service| service.name.clone());
    let provider_name = organization.provider(&appointment.provider).map(|provider| provider.name.clone());
    let booked = Booked {
        contact: appointment.contact,
        contact_created,
        remarks: plan.remarks.clone(),
        appointment: AppointmentView {
            id: appointment.id,
            code: appointment.code,
            // A name that the file no longer has is still known by its id.
            service_name: service_name.unwrap_or_else(|| appointment.service.to_string()),
            provider_name: provider_name.unwrap_or_else(|| appointment.provider.to_string()),
            service: appointment.service,
            provider: appointment.provider,
            start: appointment.time.from,
            end: appointment.time.until,
            status: appointment.status,
        },
    };
    Reply::of(&request.business, &Outcome::Booked(booked), request.now)
}
