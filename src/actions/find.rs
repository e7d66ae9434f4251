//! Tells callers which appointments they have.

use ringbook_core::appointment::{Appointment, Status};
use ringbook_core::outcome::{Outcome, Problem, Purpose};

use super::transact::{Done, Stop, Verb};
use super::whose::{self, Named};
use super::{Request, understand};
use crate::app::App;
use crate::reply::Reply;
use crate::store::Tx;

/// Who asks, as it was said. What a model says about a person proves nothing: a phone can only
/// contradict the number that signalling gives.
#[derive(Clone, Debug, Default)]
pub struct Who {
    pub phone: Option<String>,
    pub named: Named,
}

// A wrong code is counted, so that looking writes, too.
const FIND: Verb<Who, Who> = Verb { purpose: Purpose::Question, understand: |_, _, who| Ok(who.clone()), body: look };

pub async fn find(app: &App, request: &Request, who: Who) -> Reply {
    FIND.perform(app, request, who).await
}

fn look(tx: &mut Tx<'_>, request: &Request, who: &Who) -> Result<Done, Stop> {
    let found = match who.named.confirmation_code {
        Some(_) => vec![whose::appointment(tx, request, &who.named)?],
        None => of_caller(tx, request, who)?,
    };
    let stands = |found: &Appointment| matches!(found.status, Status::Confirmed | Status::Held);
    let upcoming = |found: &Appointment| stands(found) && found.time.from >= request.now;
    let found: Vec<_> = found.into_iter().filter(upcoming).map(|found| request.business.view(found)).collect();
    if found.is_empty() { Err(Problem::NotFound.into()) } else { Ok(Done::with(request, &Outcome::Found(found))) }
}

fn of_caller(tx: &mut Tx<'_>, request: &Request, who: &Who) -> Result<Vec<Appointment>, Stop> {
    let given = who.phone.as_deref().and_then(|phone| understand::read_phone(request, phone));
    if given.is_some() && given != understand::calling(request) {
        return Ok(Vec::new());
    }
    match whose::caller(tx, request)? {
        Some(contact) => Ok(tx.upcoming_of_contact(request.business.id, contact.id, request.now)?),
        None => Ok(Vec::new()),
    }
}
