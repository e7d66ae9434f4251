//! From the values of a file to an [`Organization`] of which everything is checked.

mod booking;
mod closure;
mod hours;
mod list;
mod provider;
mod service;
mod transfer;
mod values;
mod voice;

use list::{distinct, each};
use values::{name, parsed, phone, prose, zone};

use super::document::{Node, Table};
use super::{Answer, FileError, MOST_SERVICES, Organization, Provider, Service};
use crate::contact::{Country, E164};

const KEYS: [&str; 14] = [
    "slug",
    "name",
    "time_zone",
    "country",
    "locale",
    "phone_numbers",
    "address",
    "booking",
    "services",
    "providers",
    "closures",
    "answers",
    "transfer",
    "voice",
];
const ANSWER_KEYS: [&str; 2] = ["topic", "text"];
const MOST_PROVIDERS: usize = 500;
const MOST_NUMBERS: usize = 100;
const MOST_CLOSURES: usize = 2_000;
const MOST_ANSWERS: usize = 500;
const USUAL_LOCALE: &str = "en-US";

pub(super) fn organization(root: &Node) -> Result<Organization, FileError> {
    let table = root.table(&KEYS)?;
    let country = table.optional("country", values::country)?;
    let services = table.required("services", services)?;
    let providers = table.required("providers", |node| providers(node, &services))?;
    let phone_numbers = phone_numbers(&table, country.as_ref())?;
    let line = transfer::Line { country: country.as_ref(), phone_numbers: &phone_numbers };
    let transfer = table.optional("transfer", |node| transfer::transfer(node, &line))?;
    Ok(Organization {
        slug: table.required("slug", parsed)?,
        name: table.required("name", name)?,
        zone: table.required("time_zone", zone)?,
        country,
        locale: table.optional("locale", values::locale)?.unwrap_or_else(|| USUAL_LOCALE.to_owned()),
        phone_numbers,
        address: table.optional("address", name)?,
        booking: table.optional("booking", booking::booking)?.unwrap_or_default(),
        services,
        providers,
        closures: closure::closures(table.list("closures", MOST_CLOSURES)?)?,
        answers: each(table.list("answers", MOST_ANSWERS)?, answer)?,
        transfer,
        voice: table.optional("voice", voice::voice)?.unwrap_or_default(),
    })
}

fn phone_numbers(table: &Table<'_>, country: Option<&Country>) -> Result<Vec<E164>, FileError> {
    let nodes = table.list("phone_numbers", MOST_NUMBERS)?;
    let numbers = each(nodes, |node| phone(node, country))?;
    distinct(nodes, &numbers, "phone_numbers", E164::as_str)?;
    Ok(numbers)
}

fn services(node: &Node) -> Result<Vec<Service>, FileError> {
    let nodes = at_least_one(node, MOST_SERVICES)?;
    let services = each(nodes, service::service)?;
    distinct(nodes, &services, "id", |service| service.id.as_str())?;
    Ok(services)
}

fn providers(node: &Node, services: &[Service]) -> Result<Vec<Provider>, FileError> {
    let nodes = at_least_one(node, MOST_PROVIDERS)?;
    let providers = each(nodes, |node| provider::provider(node, services))?;
    distinct(nodes, &providers, "id", |provider| provider.id.as_str())?;
    Ok(providers)
}

fn at_least_one(node: &Node, most: usize) -> Result<&[Node], FileError> {
    match node.list(most)? {
        [] => Err(node.error("at least one is needed")),
        items => Ok(items),
    }
}

fn answer(node: &Node) -> Result<Answer, FileError> {
    let table = node.table(&ANSWER_KEYS)?;
    Ok(Answer { topic: table.required("topic", name)?, text: table.required("text", prose)? })
}
