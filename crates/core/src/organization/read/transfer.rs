use super::values::{name, phone};
use crate::contact::Country;
use crate::organization::document::Node;
use crate::organization::{FileError, Transfer};

const KEYS: [&str; 2] = ["default", "departments"];
const MOST_DEPARTMENTS: usize = 100;

pub(super) fn transfer(node: &Node, country: Option<&Country>) -> Result<Transfer, FileError> {
    let table = node.table(&KEYS)?;
    let departments = table.optional("departments", |node| departments(node, country))?;
    Ok(Transfer {
        default: table.optional("default", |node| target(node, country))?,
        departments: departments.unwrap_or_default(),
    })
}

/// Sorted by name, so that the order in which a format keeps its keys does not matter.
fn departments(node: &Node, country: Option<&Country>) -> Result<Vec<(String, String)>, FileError> {
    let entries = node.entries()?;
    if entries.len() > MOST_DEPARTMENTS {
        return Err(node.error(format_args!("at most {MOST_DEPARTMENTS} are allowed")));
    }
    let department = |entry: &Node| Ok((entry.key.clone(), target(entry, country)?));
    let mut departments: Vec<_> = entries.iter().map(department).collect::<Result<_, FileError>>()?;
    departments.sort();
    Ok(departments)
}

fn target(node: &Node, country: Option<&Country>) -> Result<String, FileError> {
    let text = name(node)?;
    match text.split_once(':') {
        Some(("sip" | "sips", address)) if is_sip_address(address) => Ok(text),
        Some(_) => Err(node.error("a SIP address is written like sip:desk@example.com")),
        None => phone(node, country).map(|number| number.as_str().to_owned()),
    }
}

/// Enough to catch a mistake; the platform that transfers the call reads it for good.
fn is_sip_address(address: &str) -> bool {
    let host = address.split_once('@').map_or(address, |(_, host)| host);
    !host.is_empty() && !address.contains(char::is_whitespace)
}
