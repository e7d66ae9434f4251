//! What the parts of an organization have in common: they are items of its document, have its
//! version, and are changed by the rules of the organization file.

use axum::extract::Path;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::{Value, json};
use utoipa::IntoParams;
use uuid::Uuid;

use super::failure::Failure;
use super::list::{Cursor, Limit, Page};
use super::program::{Manage, Program, Read};
use super::resource::show;
use crate::actions::apply::{ApplyError, Stranded};
use crate::actions::edit::{Edit, EditError, List, Members, edit};
use crate::http::fault::Fault;
use crate::http::problem::ProblemDocument;
use crate::reply::Resource;

/// Which page.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Paging {
    /// How many at most.
    #[serde(default)]
    #[param(value_type = Option<u16>, minimum = 1, maximum = 200, default = 50)]
    limit: Limit,
    /// `next_cursor` of the page before.
    #[param(value_type = Option<String>, pattern = "^[A-Za-z0-9_-]{32}$")]
    cursor: Option<Cursor>,
}

/// How to remove something.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Removal {
    /// Also when future appointments have no place without it.
    #[serde(default)]
    #[param(required = false)]
    force: bool,
}

/// The items in the order of the organization file.
pub fn page(program: &Program<Read>, list: List, paging: &Paging) -> Result<Page<Value>, Failure> {
    let start = paging.cursor.map_or(0, |cursor| usize::try_from(cursor.at).unwrap_or_default());
    let items = list.items(&program.request.business.organization).into_iter().zip(1_i64..);
    let rows = items.skip(start).take(paging.limit.rows_to_read()).collect();
    Ok(paging.limit.page(rows, |(_, at)| Cursor { at: *at, id: Uuid::nil() }, |(item, _)| item))
}

/// One item.
pub fn item(program: &Program<Read>, list: List, Path(id): Path<String>) -> Result<Response, Failure> {
    let items = list.items(&program.request.business.organization);
    let item = items.into_iter().find(|item| item["id"] == *id).ok_or(Fault::NotFound)?;
    Ok(whole(program, &item))
}

/// The organization, or a part of it, with the organization's version.
pub fn whole(program: &Program<Read>, shown: &Value) -> Response {
    let business = &program.request.business;
    show(Resource { id: business.id.0, created: false, version: business.version, json: shown.to_string() })
}

pub async fn add(program: Program<Manage>, list: List, mut members: Members) -> Result<Response, Failure> {
    let stranded = take_force(&mut members)?;
    perform(program, Edit::Add(list, members), stranded).await
}

pub async fn change(
    program: Program<Manage>,
    list: List,
    Path(id): Path<String>,
    mut members: Members,
) -> Result<Response, Failure> {
    let stranded = take_force(&mut members)?;
    perform(program, Edit::Change(list, id, members), stranded).await
}

pub async fn change_organization(program: Program<Manage>, mut members: Members) -> Result<Response, Failure> {
    let stranded = take_force(&mut members)?;
    perform(program, Edit::Organization(members), stranded).await
}

pub async fn remove(
    program: Program<Manage>,
    list: List,
    Path(id): Path<String>,
    removal: &Removal,
) -> Result<Response, Failure> {
    let stranded = if removal.force { Stranded::Accept } else { Stranded::Refuse };
    perform(program, Edit::Remove(list, id), stranded).await
}

/// `force` speaks of the change, not of what is changed.
fn take_force(members: &mut Members) -> Result<Stranded, Failure> {
    match members.remove("force") {
        None | Some(Value::Bool(false)) => Ok(Stranded::Refuse),
        Some(Value::Bool(true)) => Ok(Stranded::Accept),
        Some(_) => Err(ProblemDocument::of_field("force", "expected true or false").into()),
    }
}

async fn perform(program: Program<Manage>, wanted: Edit, stranded: Stranded) -> Result<Response, Failure> {
    let collection = match &wanted {
        Edit::Organization(_) => "",
        Edit::Add(list, _) | Edit::Change(list, ..) | Edit::Remove(list, _) => list.key(),
    };
    let reply = edit(&program.app.store, &program.request, wanted, stranded).await.map_err(refusal)?;
    if reply.error.is_some() {
        return Err(ProblemDocument::of_refusal(reply, |name| name).into());
    }
    let Some(resource) = reply.resource else { return Ok(StatusCode::NO_CONTENT.into_response()) };
    if !resource.created {
        return Ok(show(resource));
    }
    let id = reply.body["id"].as_str().unwrap_or_default();
    let location = HeaderValue::try_from(format!("/api/v1/{collection}/{id}")).map_err(|_| Fault::Internal)?;
    Ok((StatusCode::CREATED, [(header::LOCATION, location)], show(resource)).into_response())
}

fn refusal(error: EditError) -> Failure {
    match error {
        EditError::NotFound => Fault::NotFound.into(),
        EditError::VersionMismatch => {
            ProblemDocument::new("VERSION_MISMATCH", "The organization has changed since: read it again.").into()
        }
        EditError::Fixed(field) => ProblemDocument::of_field(field, "cannot be changed").into(),
        // The line is one of a document that the program has never seen.
        EditError::Rule(error) => ProblemDocument::of_field(error.key, error.message).into(),
        EditError::Apply(ApplyError::NumberTaken) => {
            ProblemDocument::of_field("phone_numbers", "one of them belongs to another organization").into()
        }
        EditError::Apply(ApplyError::Strands(stranded)) => {
            let detail = "Future appointments would have no place: move them first, or send force.";
            ProblemDocument::new("STRANDS_APPOINTMENTS", detail).with("stranded", json!(stranded)).into()
        }
        EditError::Apply(ApplyError::Store(error)) => error.into(),
    }
}
