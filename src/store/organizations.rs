//! Organizations: the file as one document with a version, and the numbers callers dial.

use ringbook_core::contact::E164;
use ringbook_core::id::{OrgId, OrgSlug};
use ringbook_core::time::Moment;

use super::{StoreError, Tx};

#[derive(Clone, Debug)]
pub struct StoredOrganization {
    pub id: OrgId,
    pub slug: OrgSlug,
    pub version: i64,
    /// Canonical JSON of the organization file.
    pub document: String,
}

impl Tx<'_> {
    pub fn organization(&mut self, _org: OrgId) -> Result<Option<StoredOrganization>, StoreError> {
        todo!()
    }

    pub fn organization_by_slug(&mut self, _slug: &OrgSlug) -> Result<Option<StoredOrganization>, StoreError> {
        todo!()
    }

    /// Which of the organizations has that dialled number.
    pub fn organization_by_number(&mut self, _number: &E164) -> Result<Option<OrgId>, StoreError> {
        todo!()
    }

    pub fn organization_version(&mut self, _org: OrgId) -> Result<Option<i64>, StoreError> {
        todo!()
    }

    pub fn organization_slugs(&mut self) -> Result<Vec<OrgSlug>, StoreError> {
        todo!()
    }

    /// Creates or replaces the document and its numbers; returns the new version.
    pub fn save_organization(
        &mut self,
        _org: OrgId,
        _slug: &OrgSlug,
        _document: &str,
        _numbers: &[E164],
        _now: Moment,
    ) -> Result<i64, StoreError> {
        todo!()
    }
}
