//! The order of the audit is that in which it was written.

use ringbook::store::events::{EventFilter, NewEvent};
use ringbook_core::event::EventKind;
use uuid::Uuid;

use crate::support::*;

fn event(id: u128) -> NewEvent<'static> {
    NewEvent {
        id: Uuid::from_u128(id),
        at: at(0),
        kind: EventKind::BlockCreated,
        subject: Uuid::from_u128(7),
        channel: "api",
        credential: None,
        call_id: None,
        before: None,
        after: None,
        salt: None,
    }
}

#[tokio::test]
async fn a_clock_that_goes_back_puts_nothing_behind_what_is_there() {
    let database = Database::new().await;
    let append = |id| database.write(move |tx| tx.append_event(ORG, event(id)));
    assert_eq!(append(50).await.unwrap(), Uuid::from_u128(50));
    assert_eq!(append(20).await.unwrap(), Uuid::from_u128(51));
    assert_eq!(append(51).await.unwrap(), Uuid::from_u128(52));
    assert_eq!(append(60).await.unwrap(), Uuid::from_u128(60));
    let other = database.write(|tx| tx.append_event(OTHER_ORG, event(20))).await.unwrap();
    assert_eq!(other, Uuid::from_u128(20), "another organization has another order");
    let events = database.read(|tx| tx.events(ORG, &EventFilter::default(), Uuid::nil(), 10));
    assert_eq!(events.iter().map(|event| event.id.as_u128()).collect::<Vec<_>>(), [50, 51, 52, 60]);
    assert!(events.iter().all(ringbook::store::events::Event::is_intact));
}
