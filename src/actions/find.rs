//! Tells callers which appointments they have.

use ringbook_core::appointment::{Appointment, Status};
use ringbook_core::id::ContactId;
use ringbook_core::outcome::{Found, Held, Outcome, Problem, Purpose};

use super::transact::{Done, Stop, Verb};
use super::whose::{self, Named};
use super::{Request, understand};
use crate::app::App;
use crate::reply::Reply;
use crate::store::holds::Hold;
use crate::store::{StoreError, Tx};

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
    let (found, contact) = match who.named.confirmation_code {
        Some(_) => by_code(tx, request, who)?,
        None => of_caller(tx, request, who)?,
    };
    let stands = |found: &Appointment| matches!(found.status, Status::Confirmed | Status::Held);
    let upcoming = |found: &Appointment| stands(found) && found.time.from >= request.now;
    let appointments = found.into_iter().filter(upcoming).map(|found| request.business.view(found)).collect();
    let found = Found { appointments, offers: offered(tx, request, contact)? };
    if found == Found::default() {
        Err(Problem::NotFound.into())
    } else {
        Ok(Done::with(request, &Outcome::Found(found)))
    }
}

/// The appointments that were found, and whose they are.
type OfSomebody = (Vec<Appointment>, Option<ContactId>);

fn by_code(tx: &mut Tx<'_>, request: &Request, who: &Who) -> Result<OfSomebody, Stop> {
    let found = whose::appointment(tx, request, &who.named)?;
    let contact = found.contact;
    Ok((vec![found], contact))
}

/// The times that have come free for who waited.
pub fn offered(tx: &mut Tx<'_>, request: &Request, contact: Option<ContactId>) -> Result<Vec<Held>, StoreError> {
    let Some(contact) = contact else { return Ok(Vec::new()) };
    let offers = tx.offers_of_contact(request.business.id, contact, request.now)?;
    let held = |offer: Hold| Held { appointment: request.business.view(offer.appointment), expires: offer.expires };
    Ok(offers.into_iter().map(held).collect())
}

fn of_caller(tx: &mut Tx<'_>, request: &Request, who: &Who) -> Result<OfSomebody, Stop> {
    let given = who.phone.as_deref().and_then(|phone| understand::read_phone(request, phone));
    if given.is_some() && given != understand::calling(request) {
        return Ok(OfSomebody::default());
    }
    match whose::caller(tx, request)? {
        Some(contact) => Ok((tx.upcoming_of_contact(request.business.id, contact.id, request.now)?, Some(contact.id))),
        None => Ok(OfSomebody::default()),
    }
}
