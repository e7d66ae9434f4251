//! The time that is wanted: from words to one start of one service, or where to look instead.

use jiff::civil::Date;
use ringbook_core::id::{ProviderId, ServiceId, SlotId};
use ringbook_core::outcome::{Opening, Problem};
use ringbook_core::phrase::{Day, When};
use ringbook_core::time::{Interval, Moment};

use super::stretch::Stretch;
use super::understand::{self, Target};
use super::when::{self, Words};
use super::{Request, openings, refusal};
use crate::app::App;
use crate::store::StoreError;

/// A time as it was said. Absent fields are `None`: the adapter has removed `""` and "unknown".
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    pub slot_id: Option<String>,
    pub date: Option<String>,
    pub time: Option<String>,
    pub start: Option<String>,
    pub service: Option<String>,
    pub provider: Option<String>,
}

/// One start that was understood, and who could serve it.
#[derive(Clone, Debug)]
pub struct Chosen {
    pub target: Target,
    pub start: Moment,
}

impl Chosen {
    /// What it would occupy, buffers included.
    pub fn occupied(&self, request: &Request) -> Interval {
        request.business.rules.occupied(self.target.service, self.start)
    }

    /// A refusal of this time, with openings near it.
    pub fn declined(&self, request: &Request, problem: Problem) -> Declined {
        let near = hint(request, &problem).unwrap_or(match problem {
            // Nobody else may have wanted it.
            Problem::HoldExpired | Problem::FreeAlready => Near::At(self.start),
            _ => Near::Start(self.start),
        });
        Declined { problem, near: Some(Box::new((self.target.clone(), near))) }
    }
}

/// A wish that was refused, and as far as it was understood, where to look for openings instead.
#[derive(Debug)]
pub struct Declined {
    pub problem: Problem,
    near: Option<Box<(Target, Near)>>,
}

#[derive(Clone, Debug)]
enum Near {
    /// Around a start that cannot be had.
    Start(Moment),
    /// Around a start and, if it is free, itself.
    At(Moment),
    Within(Stretch),
}

impl From<Problem> for Declined {
    fn from(problem: Problem) -> Self {
        Self { problem, near: None }
    }
}

impl Declined {
    /// Real openings to offer instead.
    pub fn openings(&self, app: &App, request: &Request) -> Result<Vec<Opening>, StoreError> {
        match self.near.as_deref() {
            None => Ok(Vec::new()),
            Some((target, Near::Start(start))) => openings::near(app, request, target, *start),
            Some((target, Near::At(start))) => openings::at_or_near(app, request, target, *start),
            Some((target, Near::Within(stretch))) => stretch.offer(app, request, target),
        }
    }
}

impl Wanted {
    /// The start that is meant, for a new appointment.
    pub fn choose(&self, request: &Request) -> Result<Chosen, Declined> {
        let named = || understand::target(&request.business, self.service.as_deref(), self.provider.as_deref());
        self.choose_for(request, None, named)
    }

    /// The same where the words leave service and provider to `target`; `standing` is the start of
    /// the appointment that is to be moved.
    pub fn choose_for(
        &self,
        request: &Request,
        standing: Option<Moment>,
        target: impl FnOnce() -> Result<Target, Problem>,
    ) -> Result<Chosen, Declined> {
        match self.slot()? {
            Some(slot) => {
                let target = slot_target(request, &slot.service, &slot.provider)?;
                self.confirm(request, Chosen { target, start: slot.start })
            }
            None => self.read(request, standing, target()?),
        }
    }

    /// What was chosen before; words beside it that clearly name another time are asked about.
    pub fn confirm(&self, request: &Request, chosen: Chosen) -> Result<Chosen, Declined> {
        let words = || when::one_start(request, &chosen.target, &self.said(request, None).ok()?).ok();
        let said = self.slot()?.map(|slot| slot.start).filter(|start| *start != chosen.start).or_else(words);
        match said {
            Some(said) if said != chosen.start => {
                let candidates = vec![chosen.start.min(said), chosen.start.max(said)];
                Err(Problem::WhichTime { candidates }.into())
            }
            _ => Ok(chosen),
        }
    }

    fn slot(&self) -> Result<Option<SlotId>, Problem> {
        self.slot_id.as_deref().map(|id| id.parse().map_err(|_| Problem::InvalidSlotId)).transpose()
    }

    fn said(&self, request: &Request, standing: Option<Moment>) -> Result<When, Problem> {
        let text = Option::as_deref;
        let words = Words { date: text(&self.date), time: text(&self.time), start: text(&self.start) };
        when::read(request, words, standing)
    }

    fn read(&self, request: &Request, standing: Option<Moment>, target: Target) -> Result<Chosen, Declined> {
        let declined = |problem: Problem, near: Option<Near>| Declined {
            near: near.or_else(|| hint(request, &problem)).map(|near| Box::new((target.clone(), near))),
            problem,
        };
        let said = self.said(request, standing).map_err(|problem| declined(problem, None))?;
        match when::one_start(request, &target, &said) {
            Ok(start) => Ok(Chosen { target, start }),
            Err(problem) => match within(request, &said, &problem) {
                Ok(near) => Err(declined(problem, near)),
                Err(past) => Err(declined(past, None)),
            },
        }
    }
}

/// A service with one provider, by ids that we gave out.
pub fn slot_target(request: &Request, service: &ServiceId, provider: &ProviderId) -> Result<Target, Problem> {
    let rules = &request.business.rules;
    let (Some(service), Some(provider)) = (rules.service(service), rules.provider(provider)) else {
        return Err(Problem::InvalidSlotId);
    };
    match rules.providers_of(service).contains(&provider) {
        true => Ok(Target { service, providers: vec![provider] }),
        false => Err(understand::not_offered(&request.business, service, provider)),
    }
}

/// The day that a problem about time is about.
fn hint(request: &Request, problem: &Problem) -> Option<Near> {
    let day = |date: Date| Near::Within(Stretch::day(date));
    match problem {
        Problem::NoSuchDate { nearest: candidate } | Problem::PastDate { candidate, .. } => candidate.map(day),
        Problem::WeekdayMismatch { date, .. } => Some(day(*date)),
        Problem::WhichDate { candidates } => candidates.first().copied().map(day),
        Problem::WhichTime { candidates } => candidates.first().copied().map(Near::Start),
        // Nothing is open near a day that cannot be booked: the first openings there are.
        Problem::BeyondHorizon { .. } => Some(day(refusal::today(request))),
        _ => None,
    }
}

/// The days and times that were said, when it is left to choose one of them.
///
/// # Errors
/// As for [`Stretch::said`].
fn within(request: &Request, said: &When, problem: &Problem) -> Result<Option<Near>, Problem> {
    let clock = said.clock.clone();
    match (problem, &said.day) {
        (Problem::MissingField(_) | Problem::WhichDate { .. }, Some(day)) => {
            Stretch::said(request, day, clock).map(|stretch| Some(Near::Within(stretch)))
        }
        (Problem::MissingField(_), None) if said.earliest || clock.is_some() => {
            Ok(Some(Near::Within(Stretch::from(request, refusal::today(request), None, clock))))
        }
        (Problem::SkippedTime, Some(Day::Dates(dates))) => {
            Ok(dates.first().map(|date| Near::Within(Stretch::day(*date))))
        }
        _ => Ok(None),
    }
}
