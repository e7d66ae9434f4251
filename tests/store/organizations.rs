//! The document, its version and the numbers that lead to it.

use ringbook::store::StoreError;
use ringbook_core::contact::E164;

use crate::support::*;

fn number(last: u8) -> E164 {
    E164::from_stored(format!("+1512555010{last}"))
}

#[tokio::test]
async fn every_change_makes_a_version() {
    let database = Database::new().await;
    let version = database
        .write(|tx| tx.save_organization(ORG, &"clinic-2".parse().unwrap(), "{\"a\":1}", &[], at(1)))
        .await
        .unwrap();
    assert_eq!(version, 2);
    let found = database.read(|tx| tx.organization_by_slug(&"clinic-2".parse().unwrap())).unwrap();
    assert_eq!((found.id, found.version, found.document.as_str()), (ORG, 2, "{\"a\":1}"));
    assert_eq!(database.read(|tx| tx.organization(ORG)).map(|found| found.slug), Some(found.slug));
    assert_eq!(database.read(|tx| tx.organization_version(ORG)), Some(2));
    let slugs = database.read(|tx| tx.organization_slugs());
    assert_eq!(slugs.iter().map(ToString::to_string).collect::<Vec<_>>(), ["clinic-2", "garage"]);
}

#[tokio::test]
async fn numbers_are_replaced_and_belong_to_one() {
    let database = Database::new().await;
    let clinic = || "clinic".parse().unwrap();
    database.write(move |tx| tx.save_organization(ORG, &clinic(), "{}", &[number(1), number(2)], at(1))).await.unwrap();
    database.write(move |tx| tx.save_organization(ORG, &clinic(), "{}", &[number(2), number(3)], at(2))).await.unwrap();
    let owner = |last| database.read(|tx| tx.organization_by_number(&number(last)));
    assert_eq!([owner(1), owner(2), owner(3)], [None, Some(ORG), Some(ORG)]);
    let steal = database
        .write(|tx| tx.save_organization(OTHER_ORG, &"garage".parse().unwrap(), "{}", &[number(3)], at(3)))
        .await;
    assert!(matches!(steal, Err(StoreError::Internal(_))));
    assert_eq!(database.read(|tx| tx.organization_version(OTHER_ORG)), Some(1), "undone as a whole");
}
