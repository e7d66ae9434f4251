//! Changes a part of an organization: its stored document is edited and goes the way of `apply`, so
//! that the rules of the file hold here, too.

use ringbook_core::organization::{FileError, Organization};
use serde_json::{Map, Value, json};

use super::apply::{self, ApplyError, Stranded};
use super::record::Author;
use super::{Request, once};
use crate::reply::{Reply, Resource};
use crate::store::{Store, StoreError, Tx};

pub type Members = Map<String, Value>;

/// The lists of the document whose items have ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    Services,
    Providers,
    Closures,
}

impl List {
    pub const fn key(self) -> &'static str {
        match self {
            Self::Services => "services",
            Self::Providers => "providers",
            Self::Closures => "closures",
        }
    }

    /// The items of the organization in their canonical form.
    pub fn items(self, organization: &Organization) -> Vec<Value> {
        let items = match self {
            Self::Services => json!(organization.services),
            Self::Providers => json!(organization.providers),
            Self::Closures => json!(organization.closures),
        };
        if let Value::Array(items) = items { items } else { Vec::new() }
    }
}

/// What is to be different. Members that are given replace those that stand; null removes one.
#[derive(Clone, Debug)]
pub enum Edit {
    Organization(Members),
    Add(List, Members),
    Change(List, String, Members),
    Remove(List, String),
}

#[derive(Debug, thiserror::Error)]
pub enum EditError {
    #[error("there is nothing with this id")]
    NotFound,
    #[error("the organization has changed meanwhile")]
    VersionMismatch,
    #[error("{0} cannot be changed")]
    Fixed(&'static str),
    #[error(transparent)]
    Rule(#[from] FileError),
    #[error(transparent)]
    Apply(#[from] ApplyError),
}

impl From<StoreError> for EditError {
    fn from(error: StoreError) -> Self {
        Self::Apply(error.into())
    }
}

/// Makes the edit in one transaction. The reply shows the item, or the organization; its version is
/// the organization's, and its body has the item's id.
///
/// # Errors
/// The rule that the document would break, or the appointments it would strand.
pub async fn edit(store: &Store, request: &Request, edit: Edit, stranded: Stranded) -> Result<Reply, EditError> {
    let request = request.clone();
    store.write(move |tx| body(tx, &request, &edit, stranded)).await
}

fn body(tx: &mut Tx<'_>, request: &Request, edit: &Edit, stranded: Stranded) -> Result<Reply, EditError> {
    if let Some(reply) = once::replay(tx, request)? {
        return Ok(reply);
    }
    let stored = tx.organization(request.business.id)?.ok_or(EditError::NotFound)?;
    request.check_version(stored.version).map_err(|_| EditError::VersionMismatch)?;
    let old = Organization::from_json(&stored.document)?;
    let new = Organization::from_json(&edited(json!(old), edit)?.to_string())?;
    let applied = apply::replace(tx, Author::from(request), Some(&stored), &new, stranded)?;
    let reply = shown(request, &new, applied.version, edit)?;
    once::remember(tx, request, &reply, request.now)?;
    Ok(reply)
}

fn edited(mut document: Value, edit: &Edit) -> Result<Value, EditError> {
    match edit {
        Edit::Organization(members) if members.contains_key("slug") => return Err(EditError::Fixed("slug")),
        Edit::Organization(members) => merge(&mut document, members),
        Edit::Add(list, members) => items(&mut document, *list)?.push(Value::Object(members.clone())),
        Edit::Change(_, _, members) if members.contains_key("id") => return Err(EditError::Fixed("id")),
        Edit::Change(list, id, members) => {
            let items = items(&mut document, *list)?;
            let at = position(items, id)?;
            merge(&mut items[at], members);
        }
        Edit::Remove(list, id) => {
            let items = items(&mut document, *list)?;
            let at = position(items, id)?;
            items.remove(at);
        }
    }
    Ok(document)
}

/// As RFC 7396 has it: tables are merged, everything else is replaced.
fn merge(target: &mut Value, members: &Members) {
    if !target.is_object() {
        *target = Value::Object(Members::new());
    }
    for (name, value) in members {
        match value {
            Value::Null => target[name] = Value::Null,
            Value::Object(members) => merge(&mut target[name], members),
            value => target[name] = value.clone(),
        }
    }
}

fn items(document: &mut Value, list: List) -> Result<&mut Vec<Value>, EditError> {
    document[list.key()].as_array_mut().ok_or(EditError::NotFound)
}

fn position(items: &[Value], id: &str) -> Result<usize, EditError> {
    items.iter().position(|item| item["id"] == id).ok_or(EditError::NotFound)
}

fn shown(request: &Request, new: &Organization, version: i64, edit: &Edit) -> Result<Reply, StoreError> {
    let (shown, created) = match edit {
        Edit::Organization(_) => (Some(json!(new)), false),
        // What was added is the last one.
        Edit::Add(list, _) => (list.items(new).pop(), true),
        Edit::Change(list, id, _) => (list.items(new).into_iter().find(|item| item["id"] == **id), false),
        Edit::Remove(..) => (None, false),
    };
    let id = shown.as_ref().map_or(Value::Null, |shown| shown["id"].clone());
    let resource = shown.map(|shown| Resource { id: request.business.id.0, created, version, json: shown.to_string() });
    Ok(Reply { resource, body: json!({ "id": id }), ..Reply::silent() })
}
