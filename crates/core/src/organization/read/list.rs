//! Lists whose items have to differ or to be known.

use crate::organization::document::Node;
use crate::organization::{FileError, nearest};

/// Every item of a list.
pub(super) fn each<T>(nodes: &[Node], read: impl FnMut(&Node) -> Result<T, FileError>) -> Result<Vec<T>, FileError> {
    nodes.iter().map(read).collect()
}

/// Refuses the second of two items with the same `identity`, which is read from `key` if items
/// are tables.
pub(super) fn distinct<'a, T, I: PartialEq>(
    nodes: &[Node],
    items: &'a [T],
    key: &str,
    identity: impl Fn(&'a T) -> I,
) -> Result<(), FileError> {
    let identities: Vec<I> = items.iter().map(identity).collect();
    let first = |at: usize| identities.iter().position(|known| *known == identities[at]).filter(|first| *first < at);
    let twice = (0..identities.len()).find_map(|at| Some((at, first(at)?)));
    let Some((again, first)) = twice else { return Ok(()) };
    let place = |at: usize| entry(&nodes[at], key);
    Err(place(again).error(format_args!("the same is already on line {}", place(first).line)))
}

fn entry<'a>(node: &'a Node, key: &str) -> &'a Node {
    node.entries().ok().and_then(|entries| entries.iter().find(|entry| entry.key == key)).unwrap_or(node)
}

/// The error for a name that is not among the `known` ones.
pub(super) fn unknown<'a>(node: &Node, name: &str, known: impl IntoIterator<Item = &'a str>) -> FileError {
    let known: Vec<&str> = known.into_iter().collect();
    node.refuse(name, format_args!("this is unknown; {}", nearest::hint(name, &known)))
}
