//! Whose an appointment is: only the person concerned sees or changes it (contract §4), and how
//! long it may be changed.

use ringbook_core::appointment::{Appointment, Status};
use ringbook_core::contact::Contact;
use ringbook_core::id::{AppointmentId, ConfirmationCode};
use ringbook_core::outcome::{Field, Problem};

use super::transact::Stop;
use super::{Request, understand};
use crate::store::{StoreError, Tx};

/// After so many wrong codes a call has no more attempts.
const MOST_WRONG_CODES: u32 = 5;

/// Which appointment is meant, as it was said.
#[derive(Clone, Debug, Default)]
pub struct Named {
    pub appointment_id: Option<String>,
    pub confirmation_code: Option<String>,
}

/// The appointment that is named, if it is the caller's: by its code, or by its id when signalling
/// gives its contact's number.
///
/// # Errors
/// [`Problem::NotFound`], whether it is absent or somebody else's.
pub fn appointment(tx: &mut Tx<'_>, request: &Request, named: &Named) -> Result<Appointment, Stop> {
    let given_id = named.appointment_id.as_deref();
    let id = given_id.and_then(|text| text.trim().parse::<AppointmentId>().ok());
    // Models put the code where the id belongs.
    let code = named.confirmation_code.as_deref().or(given_id.filter(|_| id.is_none()));
    match (code, id) {
        (Some(code), id) => {
            let found = by_code(tx, request, code)?;
            if id.is_none_or(|id| id == found.id) { Ok(found) } else { Err(Problem::NotFound.into()) }
        }
        (None, Some(id)) if request.program.is_some() => by_program(tx, request, id),
        (None, Some(id)) => by_caller(tx, request, id),
        (None, None) => Err(Problem::MissingField(Field::ConfirmationCode).into()),
    }
}

fn by_code(tx: &mut Tx<'_>, request: &Request, code: &str) -> Result<Appointment, Stop> {
    let code = ConfirmationCode::parse(code).ok_or(Problem::NotFound)?;
    if tx.wrong_codes(request.business.id, &guesser(request))? >= MOST_WRONG_CODES {
        return Err(Problem::NotFound.into());
    }
    tx.appointment_by_code(request.business.id, &code)?.ok_or(Stop::WrongCode)
}

/// The appointment as a program sees it, in the version that it knows; a hold is none yet.
///
/// # Errors
/// [`Problem::NotFound`] or [`Problem::VersionMismatch`].
pub fn by_program(tx: &mut Tx<'_>, request: &Request, id: AppointmentId) -> Result<Appointment, Stop> {
    let found = tx.appointment(request.business.id, id)?.filter(|found| found.contact.is_some());
    if let Some(version) = tx.appointment_version(request.business.id, id)? {
        request.check_version(version)?;
    }
    Ok(found.ok_or(Problem::NotFound)?)
}

fn by_caller(tx: &mut Tx<'_>, request: &Request, id: AppointmentId) -> Result<Appointment, Stop> {
    let caller = caller(tx, request)?.map(|contact| contact.id);
    let found = tx.appointment(request.business.id, id)?;
    let is_theirs = |found: &Appointment| found.contact.is_some() && found.contact == caller;
    Ok(found.filter(is_theirs).ok_or(Problem::NotFound)?)
}

/// The contact with the number that signalling gives.
pub fn caller(tx: &mut Tx<'_>, request: &Request) -> Result<Option<Contact>, StoreError> {
    match understand::calling(request) {
        Some(phone) => tx.contact_by_phone(request.business.id, &phone),
        None => Ok(None),
    }
}

pub fn count_wrong_code(tx: &mut Tx<'_>, request: &Request) -> Result<(), StoreError> {
    tx.count_wrong_code(request.business.id, &guesser(request), request.now)
}

/// Under what a wrong guess is counted: the call; guesses outside of any call share each hour's.
fn guesser(request: &Request) -> String {
    match &request.call_id {
        Some(call_id) => format!("call:{call_id}"),
        None => format!("hour:{}", request.now.unix().div_euclid(3600)),
    }
}

/// Refuses what may no longer be moved or cancelled.
pub fn check_notice(request: &Request, appointment: &Appointment) -> Result<(), Problem> {
    let notice = request.business.organization.booking.change_notice;
    let stands = matches!(appointment.status, Status::Confirmed | Status::Held);
    let in_time = stands && request.now + notice <= appointment.time.from;
    if in_time { Ok(()) } else { Err(Problem::TooLateToChange { notice }) }
}
