//! Series: appointments that were booked together as recurring visits.

use ringbook_core::appointment::Appointment;
use ringbook_core::id::{AppointmentId, OrgId, SeriesId};
use ringbook_core::time::Moment;

use super::appointments::appointment;
use super::tx::values;
use super::{StoreError, Tx};

impl Tx<'_> {
    pub fn series_of(&mut self, org: OrgId, id: AppointmentId) -> Result<Option<SeriesId>, StoreError> {
        let sql = "SELECT series_id FROM appointments WHERE organization_id = $1 AND id = $2";
        Ok(self.find(sql, values![org, id], |row| row.get(0))?.flatten())
    }

    /// Makes the appointment one of the series; one that is in a series stays in it.
    pub fn join_series(&mut self, org: OrgId, id: AppointmentId, series: SeriesId) -> Result<(), StoreError> {
        let sql = "
            UPDATE appointments SET series_id = $1
            WHERE organization_id = $2 AND id = $3 AND series_id IS NULL";
        self.execute(sql, values![series, org, id]).map(drop)
    }

    /// The confirmed appointments of the series that start at or after `now`, by start.
    pub fn upcoming_of_series(
        &mut self,
        org: OrgId,
        series: SeriesId,
        now: Moment,
    ) -> Result<Vec<Appointment>, StoreError> {
        let sql = "
            SELECT id, contact_id, service_id, provider_id, starts_at, ends_at, status, confirmation_code
            FROM appointments
            WHERE organization_id = $1 AND series_id = $2 AND starts_at >= $3 AND status = 'confirmed'
            ORDER BY starts_at, id";
        self.list(sql, values![org, series, now], appointment)
    }
}
