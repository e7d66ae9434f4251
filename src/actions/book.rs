//! Books an appointment: what was said is understood first, then one transaction decides
//! repetition, contact, exclusion, appointment and outbox together.

use ringbook_core::language::Language;
use ringbook_core::outcome::{Field, Problem, Purpose};
use ringbook_core::recurrence::{self, Recurrence, Said, Unclear};
use ringbook_core::time::Moment;

use super::booking::{self, Plan};
use super::overrides::Override;
use super::transact::{Done, Stop, Verb};
use super::wanted::{self, Chosen, Wanted};
use super::{Request, hold, series, understand};
use crate::app::App;
use crate::reply::Reply;
use crate::store::Tx;

/// A wish as it was said. Absent fields are `None`: the adapter has removed `""` and "unknown".
#[derive(Clone, Debug, Default)]
pub struct Wish {
    pub wanted: Wanted,
    pub hold_id: Option<String>,
    pub name: Option<String>,
    pub phone: Option<String>,
    pub email: Option<String>,
    pub notes: Option<String>,
    /// Recurring visits, of which the time is that of the first.
    pub repeat: Repeat,
    pub overriding: Option<Override>,
}

/// How often, as it was said.
#[derive(Clone, Debug, Default)]
pub struct Repeat {
    /// "every second Tuesday, six times"
    pub words: Option<String>,
    pub every: Option<String>,
    pub count: Option<String>,
}

/// What was understood.
#[derive(Clone, Debug)]
struct Meant {
    plan: Plan,
    recurrence: Option<Recurrence>,
}

const BOOK: Verb<Wish, Meant> = Verb { purpose: Purpose::Booking, understand, body };

pub async fn book(app: &App, request: &Request, wish: Wish) -> Reply {
    BOOK.perform(app, request, wish).await
}

fn understand(app: &App, request: &Request, wish: &Wish) -> Result<Meant, Stop> {
    let text = Option::as_deref;
    let (person, remarks) = understand::person(request, text(&wish.name), text(&wish.phone), text(&wish.email))?;
    let hold = wish.hold_id.as_deref().map(hold::read_id).transpose()?;
    let chosen = match hold {
        Some(id) => {
            let held = app.store.read(|tx| hold::of_this_call(tx, request, id))?.appointment;
            let target = wanted::slot_target(request, &held.service, &held.provider)?;
            wish.wanted.confirm(request, Chosen { target, start: held.time.from })?
        }
        None => wish.wanted.choose(request)?,
    };
    let recurrence = wish.repeat.rule(request, chosen.start)?;
    let (notes, overriding) = (wish.notes.clone(), wish.overriding.clone());
    let plan = Plan { person, remarks, chosen, hold, notes, series: None, overriding };
    Ok(Meant { plan, recurrence })
}

fn body(tx: &mut Tx<'_>, request: &Request, meant: &Meant) -> Result<Done, Stop> {
    match meant.recurrence {
        Some(recurrence) => series::body(tx, request, &meant.plan, recurrence),
        None => booking::body(tx, request, &meant.plan),
    }
}

impl Repeat {
    /// The rule that was said; `None` for a single visit.
    fn rule(&self, request: &Request, first: Moment) -> Result<Option<Recurrence>, Problem> {
        let Some(said) = self.said(request.language)? else { return Ok(None) };
        let date = first.in_zone(request.business.organization.zone.tz()).date();
        if let Some(weekday) = said.other_weekday(date) {
            let nearest = date.nth_weekday(1, weekday).unwrap_or(date);
            return Err(Problem::WeekdayMismatch { said: weekday, date, nearest });
        }
        said.rule().map_err(|unclear| match unclear {
            Unclear::Every => Problem::MissingField(Field::RepeatEvery),
            Unclear::Count => Problem::MissingField(Field::RepeatCount),
        })
    }

    fn said(&self, language: Language) -> Result<Option<Said>, Problem> {
        let read = [
            (Field::Repeat, self.words.as_deref().map(|text| recurrence::read(text, language))),
            (Field::RepeatEvery, self.every.as_deref().map(|text| recurrence::read_every(text, language))),
            (Field::RepeatCount, self.count.as_deref().map(|text| recurrence::read_count(text, language))),
        ];
        let mut whole: Option<Said> = None;
        for (field, said) in read {
            let Some(said) = said else { continue };
            let said = said.and_then(|said| whole.unwrap_or_default().and(said));
            whole = Some(said.ok_or(Problem::MalformedField(field))?);
        }
        Ok(whole)
    }
}
