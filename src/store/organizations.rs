//! Organizations: the file as one document with a version, and the numbers callers dial.

use anyhow::anyhow;
use ringbook_core::contact::E164;
use ringbook_core::id::{OrgId, OrgSlug};
use ringbook_core::time::Moment;

use super::tx::{Row, values};
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
    pub fn organization(&mut self, org: OrgId) -> Result<Option<StoredOrganization>, StoreError> {
        let sql = "SELECT id, slug, version, document FROM organizations WHERE id = $1";
        self.find(sql, values![org], stored)
    }

    pub fn organization_by_slug(&mut self, slug: &OrgSlug) -> Result<Option<StoredOrganization>, StoreError> {
        let sql = "SELECT id, slug, version, document FROM organizations WHERE slug = $1";
        self.find(sql, values![slug], stored)
    }

    /// Which of the organizations has that dialled number.
    pub fn organization_by_number(&mut self, number: &E164) -> Result<Option<OrgId>, StoreError> {
        let sql = "SELECT organization_id FROM organization_numbers WHERE number = $1";
        self.find(sql, values![number], |row| row.get(0))
    }

    pub fn organization_version(&mut self, org: OrgId) -> Result<Option<i64>, StoreError> {
        self.find("SELECT version FROM organizations WHERE id = $1", values![org], |row| row.get(0))
    }

    pub fn organization_ids(&mut self) -> Result<Vec<OrgId>, StoreError> {
        self.list("SELECT id FROM organizations ORDER BY id", values![], |row| row.get(0))
    }

    pub fn organization_slugs(&mut self) -> Result<Vec<OrgSlug>, StoreError> {
        self.list("SELECT slug FROM organizations ORDER BY slug", values![], |row| row.get(0))
    }

    /// Creates or replaces the document and its numbers; returns the new version.
    ///
    /// # Errors
    /// [`StoreError::Internal`] when the slug or a number belongs to another organization: ask
    /// first, in the same transaction.
    pub fn save_organization(
        &mut self,
        org: OrgId,
        slug: &OrgSlug,
        document: &str,
        numbers: &[E164],
        now: Moment,
    ) -> Result<i64, StoreError> {
        let version = self.save_document(org, slug, document, now)?;
        self.execute("DELETE FROM organization_numbers WHERE organization_id = $1", values![org])?;
        for number in numbers {
            let sql = "INSERT INTO organization_numbers (number, organization_id) VALUES ($1, $2)";
            self.execute(sql, values![number, org])?;
        }
        Ok(version)
    }

    fn save_document(&mut self, org: OrgId, slug: &OrgSlug, document: &str, now: Moment) -> Result<i64, StoreError> {
        let sql = "
            INSERT INTO organizations (id, slug, version, document, created_at, updated_at)
            VALUES ($1, $2, 1, $3, $4, $4)
            ON CONFLICT (id) DO UPDATE SET
                slug = excluded.slug, version = organizations.version + 1,
                document = excluded.document, updated_at = excluded.updated_at
            RETURNING version";
        let version = self.find(sql, values![org, slug, document, now], |row| row.get(0))?;
        version.ok_or_else(|| anyhow!("an organization was saved and has no version").into())
    }
}

fn stored(row: &Row<'_>) -> Result<StoredOrganization, StoreError> {
    Ok(StoredOrganization { id: row.get(0)?, slug: row.get(1)?, version: row.get(2)?, document: row.get(3)? })
}
