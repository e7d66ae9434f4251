use super::hours::{overrides, week};
use super::list::{distinct, each, unknown};
use super::values::{name, parsed, zone};
use crate::id::ServiceId;
use crate::organization::document::Node;
use crate::organization::{FileError, MOST_SERVICES, Provider, Service};

const KEYS: [&str; 6] = ["id", "name", "services", "time_zone", "hours", "overrides"];

pub(super) fn provider(node: &Node, services: &[Service]) -> Result<Provider, FileError> {
    let table = node.table(&KEYS)?;
    let offered = table.list("services", MOST_SERVICES)?;
    let offers = each(offered, |node| known(node, services))?;
    distinct(offered, &offers, "services", ServiceId::as_str)?;
    Ok(Provider {
        id: table.required("id", parsed)?,
        name: table.required("name", name)?,
        services: offers,
        zone: table.optional("time_zone", zone)?,
        hours: table.optional("hours", week)?.unwrap_or_default(),
        overrides: overrides(&table)?,
    })
}

fn known(node: &Node, services: &[Service]) -> Result<ServiceId, FileError> {
    let said = node.text()?;
    let service = services.iter().find(|service| service.id.as_str() == said);
    let ids = services.iter().map(|service| service.id.as_str());
    service.map(|service| service.id.clone()).ok_or_else(|| unknown(node, said, ids))
}
