use super::booking::LONGEST_INTERVAL;
use super::list::each;
use super::values::{count, name, parsed, span, whole_minutes};
use crate::organization::document::Node;
use crate::organization::{FileError, Service};
use crate::time::Span;

const KEYS: [&str; 8] =
    ["id", "name", "aliases", "duration", "buffer_before", "buffer_after", "capacity", "slot_interval"];
const MOST_ALIASES: usize = 50;
const MOST_CAPACITY: u32 = 10_000;
const SHORTEST: Span = Span::from_seconds(1);
const LONGEST: Span = Span::from_minutes(7 * 24 * 60);
const LONGEST_BUFFER: Span = Span::from_minutes(24 * 60);

pub(super) fn service(node: &Node) -> Result<Service, FileError> {
    let table = node.table(&KEYS)?;
    let buffer = |node| span(node, Span::ZERO, LONGEST_BUFFER);
    Ok(Service {
        id: table.required("id", parsed)?,
        name: table.required("name", name)?,
        aliases: each(table.list("aliases", MOST_ALIASES)?, name)?,
        duration: table.required("duration", |node| span(node, SHORTEST, LONGEST))?,
        buffer_before: table.optional("buffer_before", buffer)?.unwrap_or_default(),
        buffer_after: table.optional("buffer_after", buffer)?.unwrap_or_default(),
        capacity: table.optional("capacity", |node| count(node, MOST_CAPACITY))?.unwrap_or(1),
        slot_interval: table.optional("slot_interval", |node| whole_minutes(node, LONGEST_INTERVAL))?,
    })
}
