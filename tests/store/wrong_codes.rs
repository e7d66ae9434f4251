//! Wrong codes are counted for each call and forgotten after a day.

use crate::support::*;

#[tokio::test]
async fn wrong_codes_are_counted_by_call_and_forgotten_after_a_day() {
    let database = Database::new().await;
    for (call, now) in [("one", 0), ("one", 1), ("two", 60)] {
        database.write(move |tx| tx.count_wrong_code(ORG, call, at(now))).await.unwrap();
    }
    let counted = |call| database.read(|tx| tx.wrong_codes(ORG, call));
    assert_eq!((counted("one"), counted("two"), counted("three")), (2, 1, 0));
    let forget = |now| database.write(move |tx| tx.forget_wrong_codes(at(now)));
    assert_eq!(forget(24 * 60).await.unwrap(), 0, "the last guess counts");
    assert_eq!(forget(24 * 60 + 1).await.unwrap(), 1);
    assert_eq!((counted("one"), counted("two")), (0, 1));
}
