//! Books an appointment: what was said is understood first, then one transaction decides
//! repetition, contact, exclusion, appointment and outbox together.

use ringbook_core::outcome::Purpose;

use super::booking::{self, Plan};
use super::overrides::Override;
use super::transact::{Stop, Verb};
use super::wanted::{self, Chosen, Wanted};
use super::{Request, hold, understand};
use crate::app::App;
use crate::reply::Reply;

/// A wish as it was said. Absent fields are `None`: the adapter has removed `""` and "unknown".
#[derive(Clone, Debug, Default)]
pub struct Wish {
    pub wanted: Wanted,
    pub hold_id: Option<String>,
    pub name: Option<String>,
    pub phone: Option<String>,
    pub email: Option<String>,
    pub notes: Option<String>,
    pub overriding: Option<Override>,
}

const BOOK: Verb<Wish, Plan> = Verb { purpose: Purpose::Booking, understand, body: booking::body };

pub async fn book(app: &App, request: &Request, wish: Wish) -> Reply {
    BOOK.perform(app, request, wish).await
}

fn understand(app: &App, request: &Request, wish: &Wish) -> Result<Plan, Stop> {
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
    Ok(Plan { person, remarks, chosen, hold, notes: wish.notes.clone(), overriding: wish.overriding.clone() })
}
