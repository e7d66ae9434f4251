//! Hands a call over to people. Where it goes stands in the organization's file; a call is never
//! sent back to where it comes from.

use ringbook_core::call::CallReport;
use ringbook_core::contact::E164;
use ringbook_core::event::EventKind;
use ringbook_core::organization::{Target, Transfer};
use ringbook_core::outcome::{Outcome, Problem, Purpose, Transferring, Via, Word};
use ringbook_core::text::kept;
use serde_json::json;

use super::record::{self, Change};
use super::transact::{Done, Stop, Verb};
use super::{Request, calls, understand};
use crate::app::App;
use crate::reply::Reply;
use crate::store::{StoreError, Tx};

const LONGEST_SUMMARY: usize = 2_000;

/// What is asked for, as it was said.
#[derive(Clone, Debug, Default)]
pub struct Wish {
    pub department: Option<String>,
    pub summary: Option<String>,
    /// The number that the call came in on, from signalling.
    pub dialled: Option<String>,
}

#[derive(Clone, Debug)]
struct Plan {
    transferring: Transferring,
    wish: Wish,
}

const TRANSFER: Verb<Wish, Plan> = Verb {
    purpose: Purpose::PassingOn,
    understand: |_, request, wish| Ok(Plan { transferring: choose(request, wish)?, wish: wish.clone() }),
    body: note,
};

pub async fn transfer(app: &App, request: &Request, wish: Wish) -> Reply {
    let reply = TRANSFER.perform(app, request, wish.clone()).await;
    match choose(request, &wish) {
        // Who asks for a person gets one, whether or not it could be written down.
        Ok(transferring) if reply.word == Word::Failed => request.reply(&Outcome::Transferring(transferring)),
        _ => reply,
    }
}

/// Where the platform shall send the call: to whom `transfer_call` chose in it, else to the default.
///
/// # Errors
/// [`Problem::NoTransfer`] and [`Problem::TransferLoop`].
pub fn destination(app: &App, request: &Request, dialled: Option<&str>) -> Result<Target, Problem> {
    let call_id = request.call_id.as_deref();
    let call = call_id.map(|id| app.store.read::<_, StoreError, _>(|tx| tx.call(request.business.id, id)));
    // Without the database there is still the default.
    let chosen = call.and_then(Result::ok).flatten().and_then(|call| call.transferred_to);
    let target = chosen.or_else(|| set_up(request).ok()?.default.clone()).ok_or(Problem::NoTransfer)?;
    refuse_loop(request, &target, dialled)?;
    Ok(target)
}

fn choose(request: &Request, wish: &Wish) -> Result<Transferring, Problem> {
    let transfer = set_up(request)?;
    let transferring = match &wish.department {
        Some(said) => department(transfer, said)?,
        None => default(transfer, Via::Default)?,
    };
    refuse_loop(request, &transferring.to, wish.dialled.as_deref())?;
    Ok(transferring)
}

fn set_up(request: &Request) -> Result<&Transfer, Problem> {
    let transfer = request.business.organization.transfer.as_ref();
    transfer.filter(|it| it.default.is_some() || !it.departments.is_empty()).ok_or(Problem::NoTransfer)
}

fn department(transfer: &Transfer, said: &str) -> Result<Transferring, Problem> {
    match transfer.departments_called(said).as_slice() {
        [(name, to)] => Ok(Transferring { to: to.clone(), via: Via::Department(name.clone()) }),
        [] => default(transfer, Via::InsteadOfUnknown),
        several => Err(which(several.iter().copied())),
    }
}

fn default(transfer: &Transfer, via: Via) -> Result<Transferring, Problem> {
    match &transfer.default {
        Some(to) => Ok(Transferring { to: to.clone(), via }),
        None => Err(which(&transfer.departments)),
    }
}

fn which<'a>(departments: impl IntoIterator<Item = &'a (String, Target)>) -> Problem {
    Problem::WhichDepartment { known: departments.into_iter().map(|(name, _)| name.clone()).collect() }
}

fn refuse_loop(request: &Request, target: &Target, dialled: Option<&str>) -> Result<(), Problem> {
    let dialled = dialled.and_then(|number| understand::read_phone(request, number));
    let ends: Vec<E164> = understand::calling(request).into_iter().chain(dialled).collect();
    let own = &request.business.organization.phone_numbers;
    match ends.iter().chain(own).any(|number| target.rings(number)) {
        true => Err(Problem::TransferLoop),
        false => Ok(()),
    }
}

fn note(tx: &mut Tx<'_>, request: &Request, plan: &Plan) -> Result<Done, Stop> {
    let Plan { transferring, wish } = plan;
    let called = calls::note(tx, request, wish.dialled.as_deref(), &CallReport::default())?;
    if let Some((id, before)) = called {
        let summary = wish.summary.as_deref().and_then(|text| kept(text, LONGEST_SUMMARY));
        tx.note_transfer(request.business.id, id, &transferring.to, summary.as_deref(), request.now)?;
        let again = before.and_then(|call| call.transferred_to).as_ref() == Some(&transferring.to);
        if !again {
            let department = match &transferring.via {
                Via::Department(name) => Some(name),
                Via::Default | Via::InsteadOfUnknown => None,
            };
            let change = Change::to(json!({ "to": transferring.to, "department": department }));
            record::happened(tx, request, EventKind::CallTransferred, id.0, change)?;
        }
    }
    Ok(Done::with(request, &Outcome::Transferring(transferring.clone())))
}
