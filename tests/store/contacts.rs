//! Identity is decided by the two unique indexes, also when everyone comes at once.

use ringbook_core::contact::{E164, Email};
use ringbook_core::id::ContactId;
use uuid::Uuid;

use crate::support::*;

const EMAIL: &str = "sam.lee@example.com";

fn id(number: u128) -> ContactId {
    ContactId(Uuid::from_u128(number))
}

async fn insert_at_once(
    database: &Database,
    phone: Option<&'static str>,
    email: Option<&'static str>,
) -> Vec<ContactId> {
    let tasks: Vec<_> = (200..216)
        .map(|number| {
            let store = database.store.clone();
            let contact = contact(id(number), phone, email);
            tokio::spawn(async move { store.write(move |tx| tx.insert_contact(ORG, &contact, at(0))).await })
        })
        .collect();
    let mut ids = Vec::new();
    for task in tasks {
        let inserted: Result<_, ringbook::store::StoreError> = task.await.unwrap();
        ids.push(inserted.unwrap());
    }
    ids
}

#[tokio::test(flavor = "multi_thread")]
async fn one_phone_at_once_leaves_one_contact() {
    let database = Database::new().await;
    let ids = insert_at_once(&database, Some("+15125550199"), Some(EMAIL)).await;
    assert!(ids.iter().all(|other| other == &ids[0]));
    let phone = E164::from_stored("+15125550199".to_owned());
    assert_eq!(database.read(|tx| tx.contact_by_phone(ORG, &phone)).map(|found| found.id), Some(ids[0]));
}

#[tokio::test(flavor = "multi_thread")]
async fn one_email_at_once_leaves_one_contact() {
    let database = Database::new().await;
    let ids = insert_at_once(&database, None, Some(EMAIL)).await;
    assert!(ids.iter().all(|other| other == &ids[0]));
    assert_eq!(database.read(|tx| tx.contacts_by_email(ORG, &Email::from_stored(EMAIL.to_owned()))).len(), 1);
}

#[tokio::test]
async fn a_late_insert_fills_in_and_never_blanks() {
    let database = Database::new().await;
    let phone = Some("+15125550143");
    let standing = database
        .write(move |tx| {
            let nameless = ringbook_core::contact::Contact { name: None, ..contact(id(200), phone, Some(EMAIL)) };
            tx.insert_contact(ORG, &nameless, at(1))
        })
        .await
        .unwrap();
    assert_eq!(standing, SAM);
    let found = database.read(|tx| tx.contact_by_phone(ORG, &E164::from_stored("+15125550143".to_owned())));
    assert_eq!(found, Some(contact(SAM, phone, Some(EMAIL))));
}

#[tokio::test]
async fn families_share_an_email_and_organizations_share_nothing() {
    let database = Database::new().await;
    database
        .write(|tx| {
            tx.insert_contact(ORG, &contact(id(203), None, Some(EMAIL)), at(0))?;
            tx.insert_contact(ORG, &contact(id(202), Some("+15125550102"), Some(EMAIL)), at(0))?;
            tx.insert_contact(ORG, &contact(id(201), Some("+15125550101"), Some(EMAIL)), at(0))?;
            tx.insert_contact(OTHER_ORG, &contact(id(204), Some("+15125550101"), Some(EMAIL)), at(0))
        })
        .await
        .unwrap();
    let found = database.read(|tx| tx.contacts_by_email(ORG, &Email::from_stored(EMAIL.to_owned())));
    assert_eq!(found.iter().map(|contact| contact.id).collect::<Vec<_>>(), [id(201), id(202), id(203)]);
}

#[tokio::test]
async fn a_merge_takes_the_appointments_and_their_count_along() {
    let database = Database::new().await;
    database
        .write(|tx| {
            tx.insert_contact(ORG, &contact(id(200), None, Some(EMAIL)), at(0))?;
            tx.insert_appointment(ORG, &appointment(1, between(0, 30)))?;
            tx.count_no_shows(ORG, SAM, 2, at(0))?;
            tx.count_no_shows(ORG, id(200), 1, at(0))?;
            tx.merge_contacts(ORG, SAM, id(200))?;
            tx.update_contact(ORG, &contact(id(200), Some("+15125550143"), Some(EMAIL)), at(1))
        })
        .await
        .unwrap();
    let found = database.read(|tx| tx.same_appointment(ORG, id(200), &"consultation".parse().unwrap(), at(0)));
    assert_eq!(found.map(|found| found.code), Some(code(1)));
    assert_eq!(database.read(|tx| tx.no_shows(ORG, id(200))), 3);
    let found = database.read(|tx| tx.contact_by_phone(ORG, &E164::from_stored("+15125550143".to_owned())));
    assert_eq!(found.map(|found| found.id), Some(id(200)));
}
