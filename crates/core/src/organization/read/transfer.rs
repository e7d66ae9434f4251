use super::values::{name, phone};
use crate::contact::{Country, E164};
use crate::organization::document::Node;
use crate::organization::{FileError, Target, Transfer};

const KEYS: [&str; 2] = ["default", "departments"];
const MOST_DEPARTMENTS: usize = 100;

/// What is needed to read a target, and to refuse one that brings the call back.
pub(super) struct Line<'a> {
    pub country: Option<&'a Country>,
    pub phone_numbers: &'a [E164],
}

pub(super) fn transfer(node: &Node, line: &Line<'_>) -> Result<Transfer, FileError> {
    let table = node.table(&KEYS)?;
    let departments = table.optional("departments", |node| departments(node, line))?;
    Ok(Transfer {
        default: table.optional("default", |node| target(node, line))?,
        departments: departments.unwrap_or_default(),
    })
}

/// Sorted by name, so that the order in which a format keeps its keys does not matter.
fn departments(node: &Node, line: &Line<'_>) -> Result<Vec<(String, Target)>, FileError> {
    let entries = node.entries()?;
    if entries.len() > MOST_DEPARTMENTS {
        return Err(node.error(format_args!("at most {MOST_DEPARTMENTS} are allowed")));
    }
    let department = |entry: &Node| Ok((entry.key.clone(), target(entry, line)?));
    let mut departments: Vec<_> = entries.iter().map(department).collect::<Result<_, FileError>>()?;
    departments.sort_by(|(one, _), (other, _)| one.cmp(other));
    Ok(departments)
}

fn target(node: &Node, line: &Line<'_>) -> Result<Target, FileError> {
    let target = read(node, line.country)?;
    if line.phone_numbers.iter().any(|own| target.rings(own)) {
        return Err(node.error("this is one of the organization's own `phone_numbers`, so the call would come back"));
    }
    Ok(target)
}

fn read(node: &Node, country: Option<&Country>) -> Result<Target, FileError> {
    let text = name(node)?;
    match text.contains(':') {
        true => Target::sip(&text).map_err(|error| node.error(error)),
        false => phone(node, country).map(Target::Number),
    }
}
