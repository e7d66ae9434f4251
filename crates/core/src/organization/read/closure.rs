use std::collections::HashSet;

use jiff::civil::{DateTime, Time};

use super::list::{distinct, each};
use super::values::{date, date_time, name, parsed};
use crate::id::ClosureId;
use crate::organization::document::Node;
use crate::organization::{Closure, FileError};

const KEYS: [&str; 4] = ["id", "from", "to", "reason"];

/// Each with an id of its own: those without one are called by their first day, and numbered where
/// several begin on it.
pub(super) fn closures(nodes: &[Node]) -> Result<Vec<Closure>, FileError> {
    let given: Vec<Option<ClosureId>> = each(nodes, |node| node.table(&KEYS)?.optional("id", parsed))?;
    let mut taken: HashSet<ClosureId> = given.iter().flatten().cloned().collect();
    let mut closures = Vec::with_capacity(nodes.len());
    for (node, id) in nodes.iter().zip(given) {
        let (from, until, reason) = closure(node)?;
        let id = match id {
            Some(id) => id,
            None => unused(node, from, &mut taken)?,
        };
        closures.push(Closure { id, from, until, reason });
    }
    distinct(nodes, &closures, "id", |closure| closure.id.as_str())?;
    Ok(closures)
}

fn unused(node: &Node, from: DateTime, taken: &mut HashSet<ClosureId>) -> Result<ClosureId, FileError> {
    let numbered = |number: usize| match number {
        1 => from.date().to_string(),
        number => format!("{}-{number}", from.date()),
    };
    let ids = (1..).filter_map(|number| numbered(number).parse().ok());
    let free = ids.take(taken.len() + 1).find(|id| taken.insert(ClosureId::clone(id)));
    free.ok_or_else(|| node.error("this needs an `id`"))
}

/// Whole days, first and last inclusive, or times; a day and a time can be mixed.
fn closure(node: &Node) -> Result<(DateTime, DateTime, Option<String>), FileError> {
    let table = node.table(&KEYS)?;
    let from = table.required("from", begin)?;
    let until = table.required("to", |to| end(to, from))?;
    Ok((from, until, table.optional("reason", name)?))
}

fn begin(node: &Node) -> Result<DateTime, FileError> {
    match date_time(node)? {
        Some(time) => Ok(time),
        None => Ok(date(node)?.to_datetime(Time::midnight())),
    }
}

fn end(node: &Node, from: DateTime) -> Result<DateTime, FileError> {
    let until = match date_time(node)? {
        Some(time) => time,
        None => date(node)?.tomorrow().map_err(|error| node.error(error))?.to_datetime(Time::midnight()),
    };
    if until > from { Ok(until) } else { Err(node.error("this ends before it begins")) }
}
