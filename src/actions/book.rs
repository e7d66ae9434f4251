//! Books an appointment: what was said is understood first, then one transaction decides
//! repetition, contact, exclusion, appointment and outbox together.

use jiff::civil::Date;
use ringbook_core::id::SlotId;
use ringbook_core::outcome::{Opening, Outcome, Problem, Purpose, Refused};
use ringbook_core::phrase::{Day, When};
use ringbook_core::time::Moment;

use super::booking::{self, Plan, Undone};
use super::understand::{self, Target};
use super::when::{self, Words};
use super::{Request, once, openings, refusal};
use crate::app::App;
use crate::reply::Reply;
use crate::store::StoreError;

/// A wish as it was said. Absent fields are `None`: the adapter has removed `""` and "unknown".
#[derive(Clone, Debug, Default)]
pub struct Wish {
    pub slot_id: Option<String>,
    pub date: Option<String>,
    pub time: Option<String>,
    pub start: Option<String>,
    pub service: Option<String>,
    pub provider: Option<String>,
    pub name: Option<String>,
    pub phone: Option<String>,
    pub email: Option<String>,
    pub notes: Option<String>,
}

/// Rules that change while a booking is on its way send it back to be understood again.
const ATTEMPTS: usize = 3;

pub async fn book(app: &App, request: &Request, wish: Wish) -> Reply {
    let mut request = request.clone();
    for _ in 0..ATTEMPTS {
        let business = match attempt(app, &request, &wish).await {
            Ok(reply) => return reply,
            Err(Undone::Store(error)) => return failed(&request, &error),
            Err(Undone::RulesChanged) => app.business(request.business.id),
        };
        match business {
            Ok(business) => request.business = business,
            Err(error) => return failed(&request, &error),
        }
    }
    failed(&request, &StoreError::Overloaded)
}

fn failed(request: &Request, error: &StoreError) -> Reply {
    Reply::refuse(&request.business, once::failure(error), request.now)
}

async fn attempt(app: &App, request: &Request, wish: &Wish) -> Result<Reply, Undone> {
    match understand(request, wish) {
        Ok(plan) => {
            let (target, wanted) = (plan.target.clone(), Near::Start(plan.start));
            match booking::commit(app, request, plan).await? {
                Ok(reply) => Ok(reply),
                Err(problem) => {
                    let near = hint(request, &problem).unwrap_or(wanted);
                    Ok(refuse(app, request, problem, Some((target, near)))?)
                }
            }
        }
        // A repeated request may no longer be understood ("today at three", at four): what was
        // answered the first time still stands.
        Err(unclear) => match once::remembered(app, request)? {
            Some(reply) => Ok(reply),
            None => Ok(refuse(app, request, unclear.problem, unclear.near)?),
        },
    }
}

/// A wish that was not understood, and as far as it was, where to look for openings instead.
struct Unclear {
    problem: Problem,
    near: Option<(Target, Near)>,
}

#[derive(Clone, Copy, Debug)]
enum Near {
    Start(Moment),
    Day(Date),
}

impl From<Problem> for Unclear {
    fn from(problem: Problem) -> Self {
        Self { problem, near: None }
    }
}

fn understand(request: &Request, wish: &Wish) -> Result<Plan, Unclear> {
    let text = Option::as_deref;
    let (person, remarks) = understand::person(request, text(&wish.name), text(&wish.phone), text(&wish.email))?;
    let slot =
        wish.slot_id.as_deref().map(|id| id.parse::<SlotId>().map_err(|_| Problem::InvalidSlotId)).transpose()?;
    let target = match &slot {
        Some(slot) => slot_target(request, slot)?,
        None => understand::target(&request.business, text(&wish.service), text(&wish.provider))?,
    };
    let said = when::read(request, Words { date: text(&wish.date), time: text(&wish.time), start: text(&wish.start) });
    let start = match (slot, said) {
        (Some(slot), said) => confirm_slot(request, &target, slot.start, said.ok())?,
        (None, Ok(said)) => when::one_start(request, &target, &said).map_err(|problem| Unclear {
            near: hint(request, &problem).or(day_of(&said)).map(|near| (target.clone(), near)),
            problem,
        })?,
        (None, Err(problem)) => {
            return Err(Unclear { near: hint(request, &problem).map(|near| (target, near)), problem });
        }
    };
    Ok(Plan { person, remarks, target, start, notes: wish.notes.clone() })
}

fn slot_target(request: &Request, slot: &SlotId) -> Result<Target, Problem> {
    let rules = &request.business.rules;
    let (Some(service), Some(provider)) = (rules.service(&slot.service), rules.provider(&slot.provider)) else {
        return Err(Problem::InvalidSlotId);
    };
    match rules.providers_of(service).contains(&provider) {
        true => Ok(Target { service, providers: vec![provider] }),
        false => Err(understand::not_offered(&request.business, service, provider)),
    }
}

/// A slot id names one time; words beside it that clearly name another are asked about.
fn confirm_slot(request: &Request, target: &Target, start: Moment, said: Option<When>) -> Result<Moment, Problem> {
    let said = said.and_then(|said| when::one_start(request, target, &said).ok());
    match said {
        Some(said) if said != start => Err(Problem::WhichTime { candidates: vec![start.min(said), start.max(said)] }),
        _ => Ok(start),
    }
}

/// The day that a problem about time is about.
fn hint(request: &Request, problem: &Problem) -> Option<Near> {
    match problem {
        Problem::NoSuchDate { nearest: candidate } | Problem::PastDate { candidate, .. } => candidate.map(Near::Day),
        Problem::WeekdayMismatch { date, .. } => Some(Near::Day(*date)),
        Problem::WhichDate { candidates } => candidates.first().copied().map(Near::Day),
        Problem::WhichTime { candidates } => candidates.first().copied().map(Near::Start),
        // Nothing is open near a day that cannot be booked: the first openings there are.
        Problem::BeyondHorizon { .. } => Some(Near::Day(refusal::today(request))),
        _ => None,
    }
}

fn day_of(said: &When) -> Option<Near> {
    match &said.day {
        Some(Day::Dates(dates)) => dates.first().copied().map(Near::Day),
        Some(Day::Between { first, .. }) => Some(Near::Day(*first)),
        None => None,
    }
}

fn refuse(app: &App, request: &Request, problem: Problem, near: Option<(Target, Near)>) -> Result<Reply, StoreError> {
    let openings = match near {
        None => Vec::new(),
        Some((target, Near::Start(start))) => openings::near(app, request, &target, start)?,
        Some((target, Near::Day(date))) => on_day(app, request, &target, date)?,
    };
    let refused = Refused { problem, openings, purpose: Purpose::Booking };
    Ok(Reply::of(&request.business, &Outcome::Refused(refused), request.now))
}

fn on_day(app: &App, request: &Request, target: &Target, date: Date) -> Result<Vec<Opening>, StoreError> {
    let mut slots = openings::list(app, request, target, openings::day(request, date))?;
    slots.truncate(openings::OFFERED);
    match slots.is_empty() {
        true => openings::after(app, request, target, date),
        false => Ok(openings::openings(request, target, &slots)),
    }
}
