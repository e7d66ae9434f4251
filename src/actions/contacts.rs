//! Contacts as programs keep them: put on record, changed, and two records made one.

use ringbook_core::contact::{Contact, E164, Email, Person, PersonName};
use ringbook_core::id::ContactId;
use ringbook_core::outcome::{Problem, Purpose};
use ringbook_core::phrase;

use super::transact::{Done, Stop, Subject, Upserted, Verb};
use super::{Request, understand, upsert};
use crate::app::App;
use crate::reply::Reply;
use crate::store::{StoreError, Tx};

/// A person as they were described.
#[derive(Clone, Debug, Default)]
pub struct Described {
    pub name: Option<String>,
    pub phone: Option<String>,
    pub email: Option<String>,
}

/// What is to be different; `Some(None)` removes.
#[derive(Clone, Debug)]
pub struct Changes {
    pub contact: ContactId,
    pub name: Option<Option<String>>,
    pub phone: Option<Option<String>>,
    pub email: Option<Option<String>>,
}

/// Two records of one person.
#[derive(Clone, Copy, Debug)]
pub struct Same {
    pub keep: ContactId,
    pub absorb: ContactId,
}

const RECORD: Verb<Described, Person> = Verb { purpose: Purpose::Change, understand: person, body: put };
const UPDATE: Verb<Changes, Understood> = Verb { purpose: Purpose::Change, understand: changes, body: change };
const MERGE: Verb<Same, Same> = Verb { purpose: Purpose::Change, understand: |_, _, same| Ok(*same), body: unite };

/// Puts a person on record by the rules of contract §6: who is known is brought up to date.
pub async fn record(app: &App, request: &Request, described: Described) -> Reply {
    RECORD.perform(app, request, described).await
}

pub async fn update(app: &App, request: &Request, changes: Changes) -> Reply {
    UPDATE.perform(app, request, changes).await
}

/// Everything of one contact goes to the other, which takes over what it lacks.
pub async fn merge(app: &App, request: &Request, same: Same) -> Reply {
    MERGE.perform(app, request, same).await
}

fn person(_: &App, request: &Request, described: &Described) -> Result<Person, Stop> {
    let Described { name, phone, email } = described;
    Ok(understand::person(request, name.as_deref(), phone.as_deref(), email.as_deref())?.0)
}

fn put(tx: &mut Tx<'_>, request: &Request, person: &Person) -> Result<Done, Stop> {
    let identity = upsert::identify(tx, request, person)?;
    let (contact, created) = upsert::write(tx, request, person, identity)?;
    let upserted = Upserted::new(contact, created, &person.reach);
    Ok(Done { upserted: Some(upserted), ..Done::silent(Subject { id: contact.0, created }) })
}

/// [`Changes`] that were understood.
struct Understood {
    contact: ContactId,
    name: Option<Option<PersonName>>,
    phone: Option<Option<E164>>,
    email: Option<Option<Email>>,
}

fn changes(_: &App, request: &Request, changes: &Changes) -> Result<Understood, Stop> {
    let phone = |text: &String| understand::read_phone(request, text).ok_or(Problem::InvalidPhone);
    let email =
        |text: &String| Email::parse(&phrase::read_email(text, request.language)).map_err(|_| Problem::InvalidEmail);
    Ok(Understood {
        contact: changes.contact,
        name: changes.name.as_ref().map(|name| name.as_deref().and_then(PersonName::parse)),
        phone: changes.phone.as_ref().map(|text| text.as_ref().map(phone).transpose()).transpose()?,
        email: changes.email.as_ref().map(|text| text.as_ref().map(email).transpose()).transpose()?,
    })
}

fn change(tx: &mut Tx<'_>, request: &Request, changes: &Understood) -> Result<Done, Stop> {
    let known = standing(tx, request, changes.contact)?;
    let contact = Contact {
        id: known.id,
        name: changes.name.clone().unwrap_or_else(|| known.name.clone()),
        phone: changes.phone.clone().unwrap_or_else(|| known.phone.clone()),
        email: changes.email.clone().unwrap_or_else(|| known.email.clone()),
    };
    check_identity(tx, request, &contact)?;
    upsert::update_contact(tx, request, Some(known), &contact)?;
    Ok(Done::silent(Subject::changed(contact.id.0)))
}

/// The contact, in the version that the program saw.
fn standing(tx: &mut Tx<'_>, request: &Request, id: ContactId) -> Result<Contact, Stop> {
    let record = tx.contact_record(request.business.id, id)?.filter(|record| record.erased.is_none());
    let record = record.ok_or(Problem::NotFound)?;
    request.check_version(record.version)?;
    Ok(record.contact)
}

/// What `uq_contacts_org_phone` and `uq_contacts_org_email_phoneless` would refuse.
fn check_identity(tx: &mut Tx<'_>, request: &Request, contact: &Contact) -> Result<(), Stop> {
    let taken = match (&contact.phone, &contact.email) {
        (Some(phone), _) => tx.contact_by_phone(request.business.id, phone)?,
        (None, Some(email)) => phoneless(tx, request, email)?,
        (None, None) => return Err(Problem::MissingContactInfo.into()),
    };
    match taken.filter(|other| other.id != contact.id) {
        Some(other) => Err(Problem::ContactExists { contact: other.id }.into()),
        None => Ok(()),
    }
}

fn phoneless(tx: &mut Tx<'_>, request: &Request, email: &Email) -> Result<Option<Contact>, StoreError> {
    let contacts = tx.contacts_by_email(request.business.id, email)?;
    Ok(contacts.into_iter().find(|contact| contact.phone.is_none()))
}

fn unite(tx: &mut Tx<'_>, request: &Request, same: &Same) -> Result<Done, Stop> {
    let kept = standing(tx, request, same.keep)?;
    let absorbed = tx.contact(request.business.id, same.absorb)?;
    let absorbed = absorbed.filter(|absorbed| absorbed.id != kept.id).ok_or(Problem::NotFound)?;
    let contact = Contact {
        id: kept.id,
        name: kept.name.clone().or(absorbed.name),
        phone: kept.phone.clone().or(absorbed.phone),
        email: kept.email.clone().or(absorbed.email),
    };
    upsert::merge(tx, request, absorbed.id, kept.id)?;
    upsert::update_contact(tx, request, Some(kept), &contact)?;
    Ok(Done::silent(Subject::changed(contact.id.0)))
}
