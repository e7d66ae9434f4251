//! A database in a folder of its own, and rows to put into it.

use std::path::PathBuf;

use ringbook::store::appointments::NewAppointment;
use ringbook::store::{Store, StoreError, Tx};
use ringbook_core::appointment::Status;
use ringbook_core::contact::{Contact, E164, Email, PersonName};
use ringbook_core::id::{AppointmentId, ConfirmationCode, ContactId, OrgId};
use ringbook_core::time::{Interval, Moment, Span};
use tempfile::TempDir;
use uuid::Uuid;

pub const ORG: OrgId = OrgId(Uuid::from_u128(1));
pub const OTHER_ORG: OrgId = OrgId(Uuid::from_u128(2));
pub const SAM: ContactId = ContactId(Uuid::from_u128(100));

pub struct Database {
    pub store: Store,
    pub folder: TempDir,
}

impl Database {
    /// A new file with two organizations and one contact.
    pub async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("ringbook.db")).unwrap();
        store
            .write(|tx| {
                tx.save_organization(ORG, &"clinic".parse().unwrap(), "{}", &[], at(0))?;
                tx.save_organization(OTHER_ORG, &"garage".parse().unwrap(), "{}", &[], at(0))?;
                tx.insert_contact(ORG, &sam(), at(0)).map(drop)
            })
            .await
            .unwrap_or_else(|error: StoreError| panic!("{error}"));
        Self { store, folder }
    }

    pub fn file(&self) -> PathBuf {
        self.folder.path().join("ringbook.db")
    }

    /// A connection that knows nothing of Ringbook, as another program would have it.
    pub fn plain(&self) -> rusqlite::Connection {
        rusqlite::Connection::open(self.file()).unwrap()
    }

    pub async fn write<T: Send + 'static>(
        &self,
        body: impl FnMut(&mut Tx<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        self.store.write(body).await
    }

    pub fn read<T>(&self, body: impl FnOnce(&mut Tx<'_>) -> Result<T, StoreError>) -> T {
        self.store.read(body).unwrap()
    }

    /// Every appointment and contact, as text that can be compared.
    pub fn dump(&self) -> Vec<String> {
        let sql = "
            SELECT 'appointment ' || hex(id) || ' ' || coalesce(hex(contact_id), '') || ' ' || starts_at || ' ' || status FROM appointments
            UNION ALL SELECT 'contact ' || hex(id) || ' ' || coalesce(name, '') || coalesce(phone, '') FROM contacts
            UNION ALL SELECT 'reply ' || key || ' ' || reply FROM replies
            UNION ALL SELECT 'outbox ' || id || ' ' || event || ' ' || hex(subject_id) FROM outbox ORDER BY 1";
        let plain = self.plain();
        let mut statement = plain.prepare(sql).unwrap();
        statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    }
}

pub fn sam() -> Contact {
    contact(SAM, Some("+15125550143"), None)
}

pub fn contact(id: ContactId, phone: Option<&str>, email: Option<&str>) -> Contact {
    Contact {
        id,
        name: Some(PersonName::from_stored("Sam Lee".to_owned())),
        phone: phone.map(|phone| E164::from_stored(phone.to_owned())),
        email: email.map(|email| Email::from_stored(email.to_owned())),
    }
}

/// Minutes after an arbitrary beginning.
pub fn at(minutes: i64) -> Moment {
    Moment::from_unix(1_800_000_000) + Span::from_minutes(minutes)
}

pub fn between(from: i64, until: i64) -> Interval {
    Interval::new(at(from), at(until))
}

/// Sam's confirmed appointment with Lee; `number` makes its id and code.
pub fn appointment(number: u32, time: Interval) -> NewAppointment {
    NewAppointment {
        id: AppointmentId(Uuid::from_u128(1_000 + u128::from(number))),
        contact: Some(SAM),
        service: "consultation".parse().unwrap(),
        provider: "lee".parse().unwrap(),
        time,
        occupied: time,
        capacity: 1,
        status: Status::Confirmed,
        hold_expires: None,
        code: code(number),
        call_id: None,
        channel: "api",
        notes: None,
        now: at(0),
    }
}

pub fn code(number: u32) -> ConfirmationCode {
    let digits = [26 * 26 * 26, 26 * 26, 26, 1].map(|place| (number / place % 26) as u8);
    ConfirmationCode::from_random(&digits)
}
