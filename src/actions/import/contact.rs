//! A row becomes a contact by the rules that a booking goes by (contract §6).

use ringbook_core::contact::{E164, Email, Person, PersonName, Reach};

use super::{Fate, Stop};
use crate::actions::{Request, upsert};
use crate::rows::{Column, Fields, Refusal};
use crate::store::Tx;

const LONGEST_NAME: usize = 200;

pub(super) fn import(tx: &mut Tx<'_>, request: &Request, row: &Fields) -> Result<Fate, Stop> {
    let person = person(request, row)?;
    let no_shows = no_shows(row)?;
    let identity = upsert::identify(tx, request, &person)?;
    if identity.known_unchanged().is_some() {
        return Ok(Fate::Known);
    }
    let (contact, created) = upsert::write(tx, request, &person, identity)?;
    if created && no_shows > 0 {
        tx.set_no_shows(request.business.id, contact, no_shows)?;
    }
    Ok(if created { Fate::Created } else { Fate::Updated })
}

/// Whoever the row is about.
pub(super) fn person(request: &Request, row: &Fields) -> Result<Person, Refusal> {
    let country = request.business.organization.country.as_ref();
    let phone = row.get(Column::Phone).map(|text| E164::parse(text, country)).transpose();
    let phone = phone.map_err(|error| Refusal::of(Column::Phone, error.to_string()))?;
    let email = row.get(Column::Email).map(Email::parse).transpose();
    let email = email.map_err(|error| Refusal::of(Column::Email, error.to_string()))?;
    let reach = match (phone, email) {
        (Some(phone), email) => Reach::Phone { phone, email },
        (None, Some(email)) => Reach::Email(email),
        (None, None) => return Err(Refusal::row("a phone number or an email address is needed")),
    };
    Ok(Person { name: name(row)?, reach })
}

fn name(row: &Fields) -> Result<Option<PersonName>, Refusal> {
    let parts = [Column::FirstName, Column::LastName].map(|column| row.get(column).unwrap_or_default());
    let both = parts.join(" ");
    let text = row.get(Column::Name).unwrap_or_else(|| both.trim());
    if text.chars().count() > LONGEST_NAME {
        return Err(Refusal::of(Column::Name, format!("at most {LONGEST_NAME} characters")));
    }
    Ok(PersonName::parse(text))
}

fn no_shows(row: &Fields) -> Result<u32, Refusal> {
    let count = row.get(Column::NoShows).map_or(Ok(0), str::parse::<u32>);
    count.map_err(|_| Refusal::of(Column::NoShows, "a whole number is wanted here"))
}
