//! `/api/v1/contacts`.

pub mod erasure;
mod shown;
mod wishes;

use axum::response::Response;
use ringbook_core::contact::Email;
use ringbook_core::id::ContactId;
use ringbook_core::phrase;
use serde::Deserialize;
use utoipa::IntoParams;
use uuid::Uuid;

pub use shown::{Contact, ContactDetails};
use shown::{depict, details};
use wishes::{ContactChanges, Merge};

use super::appointments::Person;
use super::command::Command;
use super::errors::{ReadErrors, WriteErrors};
use super::failure::Failure;
use super::headers::{IdempotencyKey, IfMatch, IfMatchRequired};
use super::list::{Cursor, Limit, Page};
use super::program::{Book, Id, Manage, Program, Read};
use super::query::Query;
use super::resource::{Collection, answer, show as show_resource};
use super::values::Text;
use crate::actions::contacts::{self, Described, Same};
use crate::actions::transact::Subject;
use crate::actions::understand;
use crate::http::fault::Fault;
use crate::http::problem::ProblemDocument;
use crate::store::contact_records::{ContactFilter, ContactRecord};

const CONTACTS: Collection = Collection { path: "/api/v1/contacts", field: |name| name };

/// Which contacts, and which page of them.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Filter {
    /// Only the one with this phone number.
    #[param(value_type = Option<String>, example = "+12125550143")]
    phone: Option<Text>,
    /// Only those with this email address.
    #[param(value_type = Option<String>, example = "ada@example.com")]
    email: Option<Text>,
    /// Only those whose name begins so.
    #[param(value_type = Option<String>, example = "Ada")]
    name: Option<Text>,
    /// How many at most.
    #[serde(default)]
    #[param(value_type = Option<u16>, minimum = 1, maximum = 200, default = 50)]
    limit: Limit,
    /// `next_cursor` of the page before.
    #[param(value_type = Option<String>, pattern = "^[A-Za-z0-9_-]{32}$")]
    cursor: Option<Cursor>,
}

/// List contacts, oldest first
///
/// Who was erased is not in it.
#[utoipa::path(
    get, path = "/contacts", tag = "contacts", operation_id = "listContacts", params(Filter),
    responses((status = 200, description = "One page", body = Page<Contact>), ReadErrors)
)]
pub async fn list(program: Program<Read>, Query(filter): Query<Filter>) -> Result<Page<Contact>, Failure> {
    let request = &program.request;
    let phone = filter.phone.as_ref().map(|text| understand::read_phone(request, &text.0));
    let phone = phone.map(|read| read.ok_or_else(|| Failure::from(unreadable("phone")))).transpose()?;
    let email = filter.email.as_ref().map(|text| Email::parse(&phrase::read_email(&text.0, request.language)));
    let email = email.transpose().map_err(|_| unreadable("email"))?;
    let name = filter.name.as_ref().map(|name| name.0.as_str());
    let wanted = ContactFilter { phone: phone.as_ref(), email: email.as_ref(), name };
    let after = filter.cursor.map_or(Uuid::nil(), |cursor| cursor.id);
    let rows = filter.limit.rows_to_read();
    let records = program.read(|tx, request| tx.contact_records(request.business.id, &wanted, after, rows))?;
    Ok(filter.limit.page(records, cursor, |record| Contact::of(request, record)))
}

fn unreadable(field: &str) -> ProblemDocument {
    ProblemDocument::of_field(field, "cannot be read")
}

fn cursor(record: &ContactRecord) -> Cursor {
    Cursor { at: 0, id: record.contact.id.0 }
}

/// Show one contact
#[utoipa::path(
    get, path = "/contacts/{id}", tag = "contacts", operation_id = "getContact",
    params(("id" = Uuid, Path, description = "The contact's id")),
    responses((status = 200, description = "The contact; its version in ETag", body = ContactDetails), ReadErrors)
)]
pub async fn show(program: Program<Read>, Id(id): Id<ContactId>) -> Result<Response, Failure> {
    let found = program.read(|tx, request| details(tx, request, Subject::changed(id.0)))?;
    Ok(show_resource(found.ok_or(Fault::NotFound)?))
}

/// Put a person on record
///
/// Who is known already, by phone or else by email, is brought up to date.
#[utoipa::path(
    post, path = "/contacts", tag = "contacts", operation_id = "createContact", params(IdempotencyKey),
    request_body = Person,
    responses(
        (status = 201, description = "On record; the address in Location", body = ContactDetails),
        (status = 200, description = "Was on record, and is up to date", body = ContactDetails),
        WriteErrors,
    )
)]
pub async fn create(Command { program, body }: Command<Book, Person>) -> Result<Response, Failure> {
    let program = program.shown_by(depict);
    let text = |text: Option<Text>| text.map(|text| text.0);
    let described = Described { name: text(body.name), phone: text(body.phone), email: text(body.email) };
    answer(&CONTACTS, contacts::record(&program.app, &program.request, described).await)
}

/// Change a contact
///
/// What is left out stays. CONTACT_EXISTS when the phone number is another contact's: merge them.
#[utoipa::path(
    patch, path = "/contacts/{id}", tag = "contacts", operation_id = "updateContact",
    params(("id" = Uuid, Path, description = "The contact's id"), IfMatchRequired),
    request_body = ContactChanges,
    responses((status = 200, description = "As it is now", body = ContactDetails), WriteErrors)
)]
pub async fn update(
    Id(id): Id<ContactId>,
    Command { program, body }: Command<Book, ContactChanges>,
) -> Result<Response, Failure> {
    let program = program.shown_by(depict);
    answer(&CONTACTS, contacts::update(&program.app, &program.request, body.of(id)).await)
}

/// Make two records of one person one
///
/// Everything of the other contact goes to this one, which takes over the name, phone number and
/// address that it lacks; the other is gone.
#[utoipa::path(
    post, path = "/contacts/{id}/merge", tag = "contacts", operation_id = "mergeContacts",
    params(("id" = Uuid, Path, description = "The contact that stays"), IdempotencyKey, IfMatch),
    request_body = Merge,
    responses((status = 200, description = "As it is now", body = ContactDetails), WriteErrors)
)]
pub async fn merge(
    Id(id): Id<ContactId>,
    Command { program, body }: Command<Manage, Merge>,
) -> Result<Response, Failure> {
    let program = program.shown_by(depict);
    let same = Same { keep: id, absorb: body.from };
    answer(&CONTACTS, contacts::merge(&program.app, &program.request, same).await)
}
