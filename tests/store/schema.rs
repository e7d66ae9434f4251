//! The schema says what the code believes.

use ringbook::store::appointments::NewAppointment;
use ringbook_core::appointment::Status;
use ringbook_core::call::CallStatus;
use ringbook_core::waitlist::EntryStatus;

use crate::support::*;

fn definition(database: &Database, name: &str) -> String {
    let sql = "SELECT sql FROM sqlite_schema WHERE name = $1";
    let text: String = database.plain().query_row(sql, [name], |row| row.get(0)).unwrap();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[tokio::test]
async fn the_states_are_those_of_the_code() {
    let database = Database::new().await;
    let states = Status::ALL.map(|status| format!("'{}'", status.as_str())).join(", ");
    let check = format!("CHECK (status IN ({states}))");
    assert!(definition(&database, "appointments").contains(&check), "{check}");
}

#[tokio::test]
async fn the_states_of_calls_are_those_of_the_code() {
    let database = Database::new().await;
    let states = CallStatus::ALL.map(|status| format!("'{}'", status.as_str())).join(", ");
    let check = format!("CHECK (status IN ({states}))");
    assert!(definition(&database, "calls").contains(&check), "{check}");
}

#[tokio::test]
async fn the_states_of_the_waitlist_are_those_of_the_code() {
    let database = Database::new().await;
    let states = EntryStatus::ALL.map(|status| format!("'{}'", status.as_str())).join(", ");
    let check = format!("CHECK (status IN ({states}))");
    assert!(definition(&database, "waitlist").contains(&check), "{check}");
}

#[tokio::test]
async fn the_unique_indexes_have_their_names() {
    let database = Database::new().await;
    insta::assert_snapshot!(
        definition(&database, "uq_contacts_org_phone"),
        @"CREATE UNIQUE INDEX uq_contacts_org_phone ON contacts (organization_id, phone) WHERE phone IS NOT NULL"
    );
    insta::assert_snapshot!(
        definition(&database, "uq_contacts_org_email_phoneless"),
        @"CREATE UNIQUE INDEX uq_contacts_org_email_phoneless ON contacts (organization_id, email) WHERE phone IS NULL AND email IS NOT NULL"
    );
}

#[tokio::test]
async fn a_contact_without_phone_and_email_is_refused() {
    let database = Database::new().await;
    let sql = "INSERT INTO contacts (organization_id, id, name, created_at, updated_at) SELECT organization_id, zeroblob(16), name, 0, 0 FROM contacts";
    assert!(database.plain().execute(sql, []).is_err());
}

#[tokio::test]
async fn only_a_hold_has_no_contact() {
    let database = Database::new().await;
    let hold = NewAppointment {
        contact: None,
        status: Status::Held,
        hold_expires: Some(at(5)),
        ..appointment(1, between(60, 90))
    };
    database.write(move |tx| tx.insert_appointment(ORG, &hold)).await.unwrap();
    assert!(database.plain().execute("UPDATE appointments SET status = 'confirmed'", []).is_err());
}
