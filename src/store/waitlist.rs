//! Who waits, for what, and what was offered to them.

use ringbook_core::id::{AppointmentId, ContactId, OrgId, ProviderId, ServiceId, WaitlistId};
use ringbook_core::time::{Interval, Moment};
use ringbook_core::waitlist::{Entry, EntryStatus};

use super::holds::Hold;
use super::tx::{Row, values};
use super::{StoreError, Tx};

/// Somebody who waits, as far as it decides whether a time is for them.
#[derive(Clone, Debug)]
pub struct Waiting {
    pub id: WaitlistId,
    pub service: ServiceId,
    pub provider: Option<ProviderId>,
    pub wanted: Interval,
}

/// An offer that has run out.
#[derive(Clone, Copy, Debug)]
pub struct Lapsed {
    pub org: OrgId,
    pub entry: WaitlistId,
    pub offer: AppointmentId,
}

/// An entry with everything that is kept of it.
#[derive(Clone, Debug)]
pub struct EntryRecord {
    pub entry: Entry,
    pub offer_expires: Option<Moment>,
    pub channel: String,
    pub version: i64,
    pub created: Moment,
    pub updated: Moment,
}

/// Which entries are wanted; `None` leaves a condition out.
#[derive(Clone, Copy, Debug, Default)]
pub struct EntryFilter<'a> {
    pub contact: Option<ContactId>,
    pub service: Option<&'a ServiceId>,
    pub provider: Option<&'a ProviderId>,
    pub status: Option<EntryStatus>,
}

macro_rules! entries {
    ($where:literal) => {
        concat!(
            "SELECT id, contact_id, service_id, provider_id, wanted_from, wanted_until, status, offer_id, call_id,
                offer_expires_at, channel, version, created_at, updated_at
            FROM waitlist WHERE ",
            $where
        )
    };
}

impl Tx<'_> {
    pub fn insert_entry(
        &mut self,
        org: OrgId,
        entry: &Entry,
        channel: &'static str,
        now: Moment,
    ) -> Result<(), StoreError> {
        let sql = "
            INSERT INTO waitlist (
                organization_id, id, contact_id, service_id, provider_id, wanted_from, wanted_until, status,
                offer_id, call_id, channel, created_at, updated_at
            ) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12)";
        let values = values![
            org,
            entry.id,
            entry.contact,
            &entry.service,
            entry.provider.as_ref(),
            entry.wanted.from,
            entry.wanted.until,
            entry.status,
            entry.offer,
            entry.call_id.as_deref(),
            channel,
            now,
        ];
        self.execute(sql, values).map(drop)
    }

    pub fn entry_record(&mut self, org: OrgId, id: WaitlistId) -> Result<Option<EntryRecord>, StoreError> {
        self.find(entries!("organization_id = $1 AND id = $2"), values![org, id], record)
    }

    /// The first `limit` entries after the one with the id `after`, the first come first.
    pub fn entry_records(
        &mut self,
        org: OrgId,
        filter: &EntryFilter<'_>,
        after: WaitlistId,
        limit: usize,
    ) -> Result<Vec<EntryRecord>, StoreError> {
        let sql = entries!(
            "organization_id = $1 AND id > $2 AND ($3 IS NULL OR contact_id = $3) AND ($4 IS NULL OR service_id = $4)
                AND ($5 IS NULL OR provider_id = $5) AND ($6 IS NULL OR status = $6)
            ORDER BY id LIMIT $7"
        );
        let EntryFilter { contact, service, provider, status } = *filter;
        self.list(sql, values![org, after, contact, service, provider, status, limit], record)
    }

    /// The contact's entry for the same service and provider that still waits or has an offer.
    pub fn standing_entry(
        &mut self,
        org: OrgId,
        contact: ContactId,
        service: &ServiceId,
        provider: Option<&ProviderId>,
    ) -> Result<Option<Entry>, StoreError> {
        let sql = entries!(
            "organization_id = $1 AND contact_id = $2 AND service_id = $3 AND provider_id IS NOT DISTINCT FROM $4
                AND status IN ('waiting', 'offered')
            ORDER BY id LIMIT 1"
        );
        self.find(sql, values![org, contact, service, provider], entry)
    }

    pub fn set_wanted(&mut self, org: OrgId, id: WaitlistId, wanted: Interval, now: Moment) -> Result<(), StoreError> {
        let sql = "
            UPDATE waitlist SET wanted_from = $1, wanted_until = $2, version = version + 1, updated_at = $3
            WHERE organization_id = $4 AND id = $5";
        self.execute(sql, values![wanted.from, wanted.until, now, org, id]).map(drop)
    }

    pub fn set_entry_status(
        &mut self,
        org: OrgId,
        id: WaitlistId,
        status: EntryStatus,
        now: Moment,
    ) -> Result<(), StoreError> {
        let sql = "
            UPDATE waitlist SET status = $1, version = version + 1, updated_at = $2
            WHERE organization_id = $3 AND id = $4";
        self.execute(sql, values![status, now, org, id]).map(drop)
    }

    /// Who waits in this organization, the first come first.
    pub fn waiting(&mut self, org: OrgId, most: usize) -> Result<Vec<Waiting>, StoreError> {
        self.list(WAITING, values![org, most], waiting)
    }

    /// Keeps the hold `offer` for who waits, until it `expires`.
    pub fn offer(
        &mut self,
        org: OrgId,
        id: WaitlistId,
        offer: AppointmentId,
        expires: Moment,
        now: Moment,
    ) -> Result<(), StoreError> {
        let sql = "
            UPDATE waitlist SET status = 'offered', offer_id = $1, offer_expires_at = $2, version = version + 1,
                updated_at = $3
            WHERE organization_id = $4 AND id = $5 AND status = 'waiting'";
        self.execute(sql, values![offer, expires, now, org, id]).map(drop)
    }

    /// Whom that hold is or was offered to.
    pub fn entry_of_offer(&mut self, org: OrgId, offer: AppointmentId) -> Result<Option<Entry>, StoreError> {
        self.find(entries!("organization_id = $1 AND offer_id = $2"), values![org, offer], entry)
    }

    /// What an offer comes to; `None` when it came to something before.
    pub fn end_offer(
        &mut self,
        org: OrgId,
        offer: AppointmentId,
        status: EntryStatus,
        now: Moment,
    ) -> Result<Option<WaitlistId>, StoreError> {
        let sql = "
            UPDATE waitlist SET status = $1, version = version + 1, updated_at = $2
            WHERE organization_id = $3 AND offer_id = $4 AND status = 'offered'
            RETURNING id";
        self.find(sql, values![status, now, org, offer], |row| row.get(0))
    }

    /// What is kept for the contact at `now`, at most 10.
    pub fn offers_of_contact(&mut self, org: OrgId, contact: ContactId, now: Moment) -> Result<Vec<Hold>, StoreError> {
        let sql = "
            SELECT offer_id FROM waitlist
            WHERE organization_id = $1 AND contact_id = $2 AND status = 'offered' AND offer_expires_at > $3
            ORDER BY id LIMIT 10";
        let offers: Vec<AppointmentId> = self.list(sql, values![org, contact, now], |row| row.get(0))?;
        let holds: Result<Vec<_>, _> = offers.into_iter().map(|offer| self.hold(org, offer)).collect();
        Ok(holds?.into_iter().flatten().collect())
    }

    /// Offers of all organizations that have run out by `now`, the oldest first.
    pub fn lapsed_offers(&mut self, now: Moment, most: usize) -> Result<Vec<Lapsed>, StoreError> {
        let sql = "
            SELECT organization_id, id, offer_id FROM waitlist
            WHERE status = 'offered' AND offer_expires_at <= $1
            ORDER BY offer_expires_at LIMIT $2";
        self.list(sql, values![now, most], |row| {
            Ok(Lapsed { org: row.get(0)?, entry: row.get(1)?, offer: row.get(2)? })
        })
    }

    /// Ends up to `most` entries of all organizations for whom nothing came free in time; returns how
    /// many.
    pub fn expire_entries(&mut self, now: Moment, most: usize) -> Result<usize, StoreError> {
        let sql = "
            UPDATE waitlist SET status = 'expired', version = version + 1, updated_at = $1
            WHERE (organization_id, id) IN (
                SELECT organization_id, id FROM waitlist
                WHERE status = 'waiting' AND wanted_until <= $1
                ORDER BY wanted_until LIMIT $2
            )";
        self.execute(sql, values![now, most])
    }

    /// Those who wait after the entry `after`, in all organizations: a round that comes back to its
    /// beginning.
    pub fn waiting_after(
        &mut self,
        (org, id): (OrgId, WaitlistId),
        most: usize,
    ) -> Result<Vec<(OrgId, Waiting)>, StoreError> {
        let sql = "
            SELECT id, service_id, provider_id, wanted_from, wanted_until, organization_id FROM waitlist
            WHERE status = 'waiting' AND (organization_id, id) > ($1, $2)
            ORDER BY organization_id, id LIMIT $3";
        self.list(sql, values![org, id, most], |row| Ok((row.get(5)?, waiting(row)?)))
    }
}

pub(super) const WAITING: &str = "
    SELECT id, service_id, provider_id, wanted_from, wanted_until FROM waitlist
    WHERE organization_id = $1 AND status = 'waiting'
    ORDER BY id LIMIT $2";

fn waiting(row: &Row<'_>) -> Result<Waiting, StoreError> {
    let wanted = Interval::new(row.get(3)?, row.get(4)?);
    Ok(Waiting { id: row.get(0)?, service: row.get(1)?, provider: row.get(2)?, wanted })
}

fn record(row: &Row<'_>) -> Result<EntryRecord, StoreError> {
    Ok(EntryRecord {
        entry: entry(row)?,
        offer_expires: row.get(9)?,
        channel: row.get(10)?,
        version: row.get(11)?,
        created: row.get(12)?,
        updated: row.get(13)?,
    })
}

fn entry(row: &Row<'_>) -> Result<Entry, StoreError> {
    Ok(Entry {
        id: row.get(0)?,
        contact: row.get(1)?,
        service: row.get(2)?,
        provider: row.get(3)?,
        wanted: Interval::new(row.get(4)?, row.get(5)?),
        status: row.get(6)?,
        offer: row.get(7)?,
        call_id: row.get(8)?,
    })
}
