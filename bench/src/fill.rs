//! Fills a database directly: a million bookings over HTTP would take minutes and prove nothing.

use std::path::Path;

use jiff::ToSpan;
use jiff::civil::Weekday;
use rusqlite::{Connection, Transaction, params};
use uuid::Uuid;

use crate::clinic;

/// `count` appointments of the busy clinic, up to the days that the measurement books.
pub fn busy(database: &Path, count: usize) -> anyhow::Result<()> {
    let last = clinic::instant(clinic::slot(0).1)?;
    let starts = (0..count).map(|index| {
        let before = i64::try_from(index / clinic::PROVIDERS + 1).unwrap_or(0) * 300;
        (index % clinic::PROVIDERS, last - before, last - before + 300)
    });
    insert(database, "busy", starts)
}

/// `count` appointments of the small clinic: every second half hour of its working days, from
/// three months ahead back into the years behind.
pub fn small(database: &Path, count: usize) -> anyhow::Result<()> {
    let last = clinic::now()?.in_tz(clinic::ZONE)?.date() + 90.days();
    let days = (0..).map(|back| last - i64::from(back).days());
    let working = days.filter(|day| !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday));
    let starts = working.flat_map(|day| (9..17).map(move |hour| day.at(hour, 0, 0, 0)));
    let starts: Vec<i64> = starts.take(count).map(clinic::instant).collect::<anyhow::Result<_>>()?;
    insert(database, "small", starts.into_iter().map(|start| (0, start, start + 1800)))
}

fn insert(database: &Path, slug: &str, times: impl Iterator<Item = (usize, i64, i64)>) -> anyhow::Result<()> {
    let mut connection = Connection::open(database)?;
    connection.pragma_update(None, "synchronous", "OFF")?;
    let work = connection.transaction()?;
    let organization: Vec<u8> =
        work.query_row("SELECT id FROM organizations WHERE slug = $1", [slug], |row| row.get(0))?;
    let contacts = contacts(&work, &organization)?;
    {
        let mut insert = work.prepare(
            "INSERT INTO appointments (organization_id, id, contact_id, service_id, provider_id, starts_at, ends_at,
                occupied_from, occupied_until, capacity, status, confirmation_code, channel, created_at, updated_at)
             VALUES ($1, $2, $3, 'visit', $4, $5, $6, $5, $6, 1, 'confirmed', $7, 'vapi', $5, $5)",
        )?;
        for (index, (provider, start, end)) in times.enumerate() {
            let contact = &contacts[index % contacts.len()];
            insert.execute(params![
                organization,
                id(),
                contact,
                format!("p{provider}"),
                start,
                end,
                format!("#{index}")
            ])?;
        }
    }
    work.commit()?;
    connection.execute_batch("PRAGMA wal_checkpoint(TRUNCATE); ANALYZE")?;
    Ok(())
}

fn contacts(work: &Transaction<'_>, organization: &[u8]) -> anyhow::Result<Vec<Vec<u8>>> {
    let mut insert = work.prepare(
        "INSERT INTO contacts (organization_id, id, name, phone, created_at, updated_at) VALUES ($1, $2, 'Sam Example', $3, 0, 0)",
    )?;
    let mut ids = Vec::new();
    for index in 0..50_000 {
        let id = id();
        insert.execute(params![organization, id, format!("+1713{index:07}")])?;
        ids.push(id);
    }
    Ok(ids)
}

fn id() -> Vec<u8> {
    Uuid::now_v7().as_bytes().to_vec()
}
