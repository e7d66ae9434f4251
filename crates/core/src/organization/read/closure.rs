use jiff::civil::{DateTime, Time};

use super::values::{date, date_time, name};
use crate::organization::document::Node;
use crate::organization::{Closure, FileError};

const KEYS: [&str; 3] = ["from", "to", "reason"];

/// Whole days, first and last inclusive, or times; a day and a time can be mixed.
pub(super) fn closure(node: &Node) -> Result<Closure, FileError> {
    let table = node.table(&KEYS)?;
    let from = table.required("from", begin)?;
    let until = table.required("to", |to| end(to, from))?;
    Ok(Closure { from, until, reason: table.optional("reason", name)? })
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
