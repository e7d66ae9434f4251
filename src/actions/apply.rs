//! Creates or updates an organization from its file.

use ringbook_core::appointment::Appointment;
use ringbook_core::event::EventKind;
use ringbook_core::id::{AppointmentId, OrgId, ProviderId, ServiceId};
use ringbook_core::organization::Organization;
use ringbook_core::slots::{Refusal, Rules};
use ringbook_core::time::Moment;
use serde::Serialize;
use serde_json::json;

use super::record::{self, Author};
use crate::clock::new_id;
use crate::store::organizations::StoredOrganization;
use crate::store::{Store, StoreError, Tx};

/// What to do about future appointments that the new rules have no place for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stranded {
    Refuse,
    Accept,
}

/// An appointment that would have no place, named without the person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StrandedAppointment {
    pub id: AppointmentId,
    pub service: ServiceId,
    pub provider: ProviderId,
    /// In the organization's zone.
    pub start: String,
}

fn lines(stranded: &[StrandedAppointment]) -> String {
    let line = |StrandedAppointment { id, service, provider, start }: &StrandedAppointment| {
        format!("  {id}  {service}  {provider}  {start}")
    };
    stranded.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[derive(Clone, Debug)]
pub struct Applied {
    pub org: OrgId,
    pub version: i64,
    pub change: Change,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    Created,
    /// The parts of the file that differ now.
    Updated(Vec<&'static str>),
    Unchanged,
}

impl Change {
    pub fn parts(&self) -> &[&'static str] {
        match self {
            Self::Updated(parts) => parts,
            Self::Created | Self::Unchanged => &[],
        }
    }
}

#[derive(Debug, thiserror::Error)]
pub enum ApplyError {
    #[error("this would strand {} future appointments (repeat with --force to do it anyway):\n{}", .0.len(), lines(.0))]
    Strands(Vec<StrandedAppointment>),
    #[error("`phone_numbers`: one of them belongs to another organization")]
    NumberTaken,
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Saves the organization under its slug, all or nothing.
///
/// # Errors
/// [`ApplyError::Strands`] when future appointments would no longer fit the rules.
pub async fn apply(
    store: &Store,
    organization: Organization,
    now: Moment,
    stranded: Stranded,
) -> Result<Applied, ApplyError> {
    store.write(move |tx| save(tx, &organization, now, stranded)).await
}

fn save(tx: &mut Tx<'_>, new: &Organization, now: Moment, stranded: Stranded) -> Result<Applied, ApplyError> {
    let stored = tx.organization_by_slug(&new.slug)?;
    let org = stored.as_ref().map_or_else(|| OrgId(new_id()), |stored| stored.id);
    replace(tx, Author::on_command_line(org, now), stored.as_ref(), new, stranded)
}

/// Puts the organization in the place of what is stored, whoever asks for it.
///
/// # Errors
/// As [`apply`].
pub fn replace(
    tx: &mut Tx<'_>,
    author: Author<'_>,
    stored: Option<&StoredOrganization>,
    new: &Organization,
    stranded: Stranded,
) -> Result<Applied, ApplyError> {
    let (org, now) = (author.org, author.at);
    let change = compare(stored, new);
    if let (Change::Unchanged, Some(stored)) = (&change, stored) {
        return Ok(Applied { org, version: stored.version, change });
    }
    refuse_taken_numbers(tx, org, new)?;
    if stranded == Stranded::Refuse {
        refuse_stranding(tx, org, new, now)?;
    }
    let version = tx.save_organization(org, &new.slug, &new.to_json(), &new.phone_numbers, now)?;
    record::happened(tx, author, EventKind::OrganizationChanged, org.0, summary(&change, version, stranded))?;
    Ok(Applied { org, version, change })
}

/// The parts by their names: the document itself is long, and it is stored.
fn summary(change: &Change, version: i64, stranded: Stranded) -> record::Change {
    let after = json!({
        "version": version,
        "changed": change.parts(),
        "forced": stranded == Stranded::Accept,
    });
    match change {
        Change::Created => record::Change::to(after),
        _ => record::Change::between(json!({ "version": version - 1 }), after),
    }
}

fn compare(stored: Option<&StoredOrganization>, new: &Organization) -> Change {
    let Some(stored) = stored else { return Change::Created };
    match Organization::from_json(&stored.document) {
        Ok(old) if &old == new => Change::Unchanged,
        Ok(old) => Change::Updated(differing_parts(&old, new)),
        Err(_) => Change::Updated(vec!["everything"]),
    }
}

fn differing_parts(old: &Organization, new: &Organization) -> Vec<&'static str> {
    let parts = [
        ("name", old.name != new.name),
        ("time_zone", old.zone != new.zone),
        ("country", old.country != new.country),
        ("locale", old.locale != new.locale),
        ("phone_numbers", old.phone_numbers != new.phone_numbers),
        ("address", old.address != new.address),
        ("booking", old.booking != new.booking),
        ("services", old.services != new.services),
        ("providers", old.providers != new.providers),
        ("closures", old.closures != new.closures),
        ("answers", old.answers != new.answers),
        ("transfer", old.transfer != new.transfer),
        ("voice", old.voice != new.voice),
    ];
    parts.into_iter().filter(|(_, differs)| *differs).map(|(part, _)| part).collect()
}

fn refuse_taken_numbers(tx: &mut Tx<'_>, org: OrgId, new: &Organization) -> Result<(), ApplyError> {
    for number in &new.phone_numbers {
        if tx.organization_by_number(number)?.is_some_and(|owner| owner != org) {
            return Err(ApplyError::NumberTaken);
        }
    }
    Ok(())
}

fn refuse_stranding(tx: &mut Tx<'_>, org: OrgId, new: &Organization, now: Moment) -> Result<(), ApplyError> {
    let rules = Rules::compile(new);
    let mut stranded = Vec::new();
    for appointment in tx.upcoming_appointments(org, now)? {
        let start = appointment.time.from;
        let (service, provider) = (rules.service(&appointment.service), rules.provider(&appointment.provider));
        let keeps = matches!((service, provider), (Some(service), Some(provider))
            if has_place(rules.judge(service, provider, &[], now, start)));
        if !keeps {
            let start = start.in_zone(new.zone.tz()).strftime("%a %Y-%m-%d %H:%M").to_string();
            let Appointment { id, service, provider, .. } = appointment;
            stranded.push(StrandedAppointment { id, service, provider, start });
        }
    }
    if stranded.is_empty() { Ok(()) } else { Err(ApplyError::Strands(stranded)) }
}

/// An appointment keeps its place when somebody is there for it; notice, horizon and grid are
/// rules for new bookings.
fn has_place(judged: Result<(), Refusal>) -> bool {
    !matches!(judged, Err(Refusal::NotOffered | Refusal::Closed { .. } | Refusal::OutsideHours))
}
