//! What every verb that writes goes through: what was said is understood, one transaction decides,
//! and a refusal offers real openings.

use ringbook_core::contact::Reach;
use ringbook_core::id::ContactId;
use ringbook_core::outcome::{Outcome, Problem, Purpose, Refused};
use tracing::info;
use uuid::Uuid;

use super::series::Clashes;
use super::wanted::Declined;
use super::{Request, once, whose};
use crate::app::App;
use crate::reply::Reply;
use crate::store::{StoreError, Tx};

/// Rules that change while a wish is on its way send it back to be understood again.
const ATTEMPTS: usize = 3;

/// A verb that changes something, from words `W` through what they mean, `P`.
pub struct Verb<W, P> {
    /// What it is that a refusal refuses.
    pub purpose: Purpose,
    /// Reads the words before the writer's time is taken.
    pub understand: fn(&App, &Request, &W) -> Result<P, Stop>,
    /// Decides in one transaction; nothing of it stays when it stops.
    pub body: fn(&mut Tx<'_>, &Request, &P) -> Result<Done, Stop>,
}

/// Why nothing was done; everything that was written is undone.
#[derive(Debug)]
pub enum Stop {
    Refused(Declined),
    /// Some of several visits cannot be had.
    Clashing(Clashes),
    /// Nobody has that confirmation code; only said before anything was written.
    WrongCode,
    /// The organization changed meanwhile.
    RulesChanged,
    Store(StoreError),
}

impl From<StoreError> for Stop {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<Declined> for Stop {
    fn from(declined: Declined) -> Self {
        Self::Refused(declined)
    }
}

impl From<Problem> for Stop {
    fn from(problem: Problem) -> Self {
        Self::Refused(problem.into())
    }
}

/// What a transaction came to.
#[derive(Debug)]
pub struct Done {
    pub reply: Reply,
    pub subject: Option<Subject>,
    pub upserted: Option<Upserted>,
}

/// What was made or changed, for a program that is shown it.
#[derive(Clone, Copy, Debug)]
pub struct Subject {
    pub id: Uuid,
    pub created: bool,
}

impl Subject {
    pub const fn created(id: Uuid) -> Self {
        Self { id, created: true }
    }

    pub const fn changed(id: Uuid) -> Self {
        Self { id, created: false }
    }

    fn of(outcome: &Outcome) -> Option<Self> {
        match outcome {
            Outcome::Booked(booked) => Some(Self::created(booked.appointment.id.0)),
            Outcome::Held(held) => Some(Self::created(held.appointment.id.0)),
            Outcome::Rescheduled(moved) => Some(Self::changed(moved.appointment.id.0)),
            Outcome::Cancelled(cancelled) => Some(Self::changed(cancelled.appointment.id.0)),
            Outcome::Attendance(appointment) => Some(Self::changed(appointment.id.0)),
            Outcome::CancelledSeries(series) => series.appointments.first().map(|first| Self::changed(first.id.0)),
            _ => None,
        }
    }
}

/// A contact that was written, for the log.
#[derive(Debug)]
pub struct Upserted {
    pub contact: ContactId,
    pub created: bool,
    pub by_phone: bool,
}

impl Upserted {
    pub fn new(contact: ContactId, created: bool, reach: &Reach) -> Self {
        Self { contact, created, by_phone: matches!(reach, Reach::Phone { .. }) }
    }

    fn log(&self) {
        let Self { contact, created, .. } = self;
        match self.by_phone {
            true => info!(%contact, created, "Upserted contact by phone"),
            false => info!(%contact, created, "Upserted contact by email"),
        }
    }
}

impl From<Reply> for Done {
    fn from(reply: Reply) -> Self {
        Self { reply, subject: None, upserted: None }
    }
}

impl Done {
    pub fn with(request: &Request, outcome: &Outcome) -> Self {
        Self { subject: Subject::of(outcome), ..request.reply(outcome).into() }
    }

    /// Of what only programs do: it is shown, never spoken.
    pub fn silent(subject: Subject) -> Self {
        Self { subject: Some(subject), ..Reply::silent().into() }
    }

    /// Shows the program what it changed, as the rows stand now.
    fn depict(&mut self, tx: &mut Tx<'_>, request: &Request) -> Result<(), StoreError> {
        let depict = request.program.and_then(|program| program.depict);
        if let (Some(depict), Some(subject)) = (depict, self.subject) {
            self.reply.resource = Some(depict(tx, request, subject)?);
        }
        Ok(())
    }
}

impl<W: Sync, P: Send + 'static> Verb<W, P> {
    /// Does it, or says why not. Returns after the commit is durable.
    pub async fn perform(&self, app: &App, request: &Request, wish: W) -> Reply {
        let mut request = request.clone();
        for _ in 0..ATTEMPTS {
            match self.attempt(app, &request, &wish).await {
                Ok(reply) => return reply,
                Err(Stop::Refused(declined)) => return self.decline(app, &request, declined),
                Err(Stop::Clashing(clashes)) => return self.clash(app, &request, clashes),
                Err(Stop::WrongCode) => return self.refuse(&request, Problem::NotFound),
                Err(Stop::Store(error)) => return self.refuse(&request, once::failure(&error)),
                Err(Stop::RulesChanged) => {}
            }
            match app.business(request.business.id) {
                Ok(business) => request.business = business,
                Err(error) => return self.refuse(&request, once::failure(&error)),
            }
        }
        self.refuse(&request, Problem::Overloaded)
    }

    async fn attempt(&self, app: &App, request: &Request, wish: &W) -> Result<Reply, Stop> {
        let plan = match (self.understand)(app, request, wish) {
            Ok(plan) => plan,
            // A repeated request may no longer be understood ("today at three", at four): what was
            // answered the first time still stands.
            Err(unclear) => return once::remembered(app, request)?.ok_or(unclear),
        };
        let (body, purpose, request) = (self.body, self.purpose, request.clone());
        let done =
            app.store.write(move |tx| transaction(tx, &request, purpose, |tx| body(tx, &request, &plan))).await?;
        if let Some(upserted) = &done.upserted {
            upserted.log();
        }
        Ok(done.reply)
    }

    fn decline(&self, app: &App, request: &Request, declined: Declined) -> Reply {
        match declined.openings(app, request) {
            Ok(openings) => refused(request, Refused { problem: declined.problem, openings, purpose: self.purpose }),
            Err(error) => self.refuse(request, once::failure(&error)),
        }
    }

    fn clash(&self, app: &App, request: &Request, clashes: Clashes) -> Reply {
        match clashes.outcome(app, request) {
            Ok(outcome) => request.reply(&outcome),
            Err(error) => self.refuse(request, once::failure(&error)),
        }
    }

    fn refuse(&self, request: &Request, problem: Problem) -> Reply {
        refused(request, Refused { problem, openings: Vec::new(), purpose: self.purpose })
    }
}

fn refused(request: &Request, refused: Refused) -> Reply {
    request.reply(&Outcome::Refused(refused))
}

fn transaction(
    tx: &mut Tx<'_>,
    request: &Request,
    purpose: Purpose,
    body: impl FnOnce(&mut Tx<'_>) -> Result<Done, Stop>,
) -> Result<Done, Stop> {
    if let Some(reply) = once::replay(tx, request)? {
        return Ok(reply.into());
    }
    if tx.organization_version(request.business.id)? != Some(request.business.version) {
        return Err(Stop::RulesChanged);
    }
    let mut done = match body(tx) {
        // A refusal that is written: the next guess must know of this one.
        Err(Stop::WrongCode) => {
            whose::count_wrong_code(tx, request)?;
            return Ok(refused(request, Refused { problem: Problem::NotFound, openings: Vec::new(), purpose }).into());
        }
        done => done?,
    };
    done.depict(tx, request)?;
    once::remember(tx, request, &done.reply, request.now)?;
    Ok(done)
}
