//! Replies are remembered for 24 hours and then forgotten.

use ringbook::store::StoreError;
use ringbook::store::replies::Remembered;

use crate::support::*;

const DAY: i64 = 24 * 60;

fn reply(text: &str) -> Remembered {
    Remembered { fingerprint: [3; 32], reply: text.to_owned() }
}

async fn remember(database: &Database, key: &'static str, text: &'static str, now: i64) -> Result<(), StoreError> {
    database.write(move |tx| tx.remember(ORG, key, &reply(text), at(now))).await
}

#[tokio::test]
async fn a_reply_is_remembered_for_24_hours() {
    let database = Database::new().await;
    remember(&database, "call:1", "first", 0).await.unwrap();
    let remembered = |now| database.read(|tx| tx.remembered(ORG, "call:1", at(now)));
    assert_eq!(remembered(DAY - 1), Some(reply("first")));
    assert_eq!(remembered(DAY), None);
    assert_eq!(database.read(|tx| tx.remembered(OTHER_ORG, "call:1", at(0))), None);
    assert_eq!(database.read(|tx| tx.remembered(ORG, "call:2", at(0))), None);
}

#[tokio::test]
async fn a_remembered_reply_is_not_replaced_before_its_time() {
    let database = Database::new().await;
    remember(&database, "call:1", "first", 0).await.unwrap();
    assert!(matches!(remember(&database, "call:1", "second", DAY - 1).await, Err(StoreError::Internal(_))));
    remember(&database, "call:1", "third", DAY).await.unwrap();
    assert_eq!(database.read(|tx| tx.remembered(ORG, "call:1", at(DAY))), Some(reply("third")));
}

#[tokio::test]
async fn old_replies_are_forgotten_a_few_at_a_time() {
    let database = Database::new().await;
    for (key, now) in [("a", 0), ("b", 1), ("c", 2), ("d", DAY)] {
        remember(&database, key, "text", now).await.unwrap();
    }
    let forget = |now, limit| database.write(move |tx| tx.forget_old_replies(at(now), limit));
    assert_eq!(forget(DAY - 1, 10).await.unwrap(), 0);
    assert_eq!(forget(DAY + 2, 2).await.unwrap(), 2);
    assert_eq!(forget(DAY + 2, 10).await.unwrap(), 1);
    assert_eq!(database.dump().iter().filter(|row| row.starts_with("reply")).count(), 1);
}
