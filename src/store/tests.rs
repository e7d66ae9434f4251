//! What can only be seen from inside: the plans of the statements, and a disk that is full.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::mpsc;

use ringbook_core::appointment::Status;
use ringbook_core::contact::{Contact, E164, Email};
use ringbook_core::event::EventKind;
use ringbook_core::id::{AppointmentId, ConfirmationCode, ContactId, KeyId, OrgId, SeriesId, WaitlistId};
use ringbook_core::time::{Interval, Moment};
use ringbook_core::waitlist::{Entry, EntryStatus};
use rusqlite::config::DbConfig;
use rusqlite::trace::{TraceEvent, TraceEventCodes};
use rusqlite::{Connection, StatementStatus};
use uuid::Uuid;

use super::appointments::NewAppointment;
use super::changes::Place;
use super::events::NewEvent;
use super::replies::Remembered;
use super::waitlist::EntryFilter;
use super::{StoreError, Tx, Writer, checkpoint, migrate, sqlite};

const ORG: OrgId = OrgId(Uuid::from_u128(1));
const SAM: ContactId = ContactId(Uuid::from_u128(2));
fn now() -> Moment {
    Moment::from_unix(0)
}

fn open(file: &Path) -> Connection {
    migrate::migrate(file).unwrap();
    let connection = sqlite::open_writer(file).unwrap();
    let mut tx = Tx::on(&connection);
    tx.save_organization(ORG, &"clinic".parse().unwrap(), "{}", &[], now()).unwrap();
    tx.insert_contact(ORG, &sam(), now()).unwrap();
    connection
}

fn sam() -> Contact {
    let phone = Some(E164::from_stored("+15125550143".to_owned()));
    Contact { id: SAM, name: None, phone, email: Some(Email::from_stored("sam@example.com".to_owned())) }
}

fn appointment(notes: Option<String>) -> NewAppointment {
    let time = Interval::new(Moment::from_unix(60), Moment::from_unix(120));
    NewAppointment {
        id: AppointmentId(Uuid::from_u128(3)),
        contact: Some(SAM),
        service: "consultation".parse().unwrap(),
        provider: "lee".parse().unwrap(),
        time,
        occupied: time,
        capacity: 1,
        status: Status::Confirmed,
        hold_expires: None,
        code: ConfirmationCode::from_random(&[1, 2, 3, 4]),
        call_id: None,
        channel: "api",
        notes,
        series: None,
        overridden: None,
        now: now(),
    }
}

fn place() -> Place {
    let NewAppointment { service, provider, time, occupied, capacity, overridden, .. } = appointment(None);
    Place { service, provider, time, occupied, capacity, overridden }
}

fn event() -> NewEvent<'static> {
    NewEvent {
        id: Uuid::from_u128(5),
        at: now(),
        kind: EventKind::AppointmentBooked,
        subject: Uuid::from_u128(3),
        channel: "api",
        credential: None,
        call_id: None,
        before: None,
        after: None,
        salt: None,
    }
}

/// What requests run, all of it.
fn every_hot_statement(tx: &mut Tx<'_>) -> Result<(), StoreError> {
    let (lee, consultation) = ("lee".parse().unwrap(), "consultation".parse().unwrap());
    let range = Interval::new(now(), Moment::from_unix(86_400));
    let phone = E164::from_stored("+15125550143".to_owned());
    tx.credential_by_hash(&[0; 32])?;
    tx.signing_credentials(Some(KeyId(Uuid::nil())), 1)?;
    tx.signing_credentials(None, 10)?;
    tx.organization(ORG)?;
    tx.organization_version(ORG)?;
    tx.organization_by_slug(&"clinic".parse().unwrap())?;
    tx.organization_by_number(&phone)?;
    tx.remembered(ORG, "key", now())?;
    tx.contact_by_phone(ORG, &phone)?;
    tx.contacts_by_email(ORG, &Email::from_stored("sam@example.com".to_owned()))?;
    tx.insert_contact(ORG, &sam(), now())?;
    tx.insert_contact(ORG, &Contact { id: ContactId(Uuid::from_u128(9)), phone: None, ..sam() }, now())?;
    tx.update_contact(ORG, &sam(), now())?;
    tx.merge_contacts(ORG, ContactId(Uuid::from_u128(9)), SAM)?;
    tx.release_expired_holds(ORG, &lee, range, now())?;
    tx.occupied(ORG, &lee, range, now())?;
    tx.taken(ORG, &lee, range, now())?;
    tx.overlapping(ORG, &lee, range, now())?;
    tx.same_appointment(ORG, SAM, &consultation, now())?;
    tx.code_taken(ORG, &ConfirmationCode::from_random(&[1, 2, 3, 4]))?;
    tx.insert_appointment(ORG, &appointment(None))?;
    tx.appointment(ORG, AppointmentId(Uuid::from_u128(3)))?;
    tx.appointment_by_code(ORG, &ConfirmationCode::from_random(&[1, 2, 3, 4]))?;
    tx.upcoming_of_contact(ORG, SAM, now())?;
    tx.series_of(ORG, AppointmentId(Uuid::from_u128(3)))?;
    tx.join_series(ORG, AppointmentId(Uuid::from_u128(3)), SeriesId(Uuid::from_u128(4)))?;
    tx.upcoming_of_series(ORG, SeriesId(Uuid::from_u128(4)), now())?;
    tx.set_aside(ORG, AppointmentId(Uuid::from_u128(3)))?;
    tx.move_appointment(ORG, AppointmentId(Uuid::from_u128(3)), &place(), now())?;
    tx.hold(ORG, AppointmentId(Uuid::from_u128(3)))?;
    tx.hold_of_call(ORG, "call")?;
    tx.move_hold(ORG, AppointmentId(Uuid::from_u128(3)), &place(), now(), now())?;
    tx.confirm_hold(ORG, AppointmentId(Uuid::from_u128(3)), SAM, Status::Held, None, now())?;
    tx.release_hold(ORG, AppointmentId(Uuid::from_u128(3)), now())?;
    tx.cancel_appointment(ORG, AppointmentId(Uuid::from_u128(3)), None, now())?;
    tx.set_status(ORG, AppointmentId(Uuid::from_u128(3)), Status::Cancelled, now())?;
    tx.no_shows(ORG, SAM)?;
    tx.count_no_shows(ORG, SAM, 1, now())?;
    every_statement_of_the_waitlist(tx)?;
    tx.wrong_codes(ORG, "call")?;
    tx.count_wrong_code(ORG, "call", now())?;
    tx.enqueue(ORG, EventKind::AppointmentBooked, Uuid::from_u128(3), now())?;
    tx.append_event(ORG, event())?;
    tx.remember(ORG, "key", &Remembered { fingerprint: [0; 32], reply: String::new() }, now())
}

fn every_statement_of_the_waitlist(tx: &mut Tx<'_>) -> Result<(), StoreError> {
    let (id, offer, service) = (WaitlistId(Uuid::from_u128(7)), AppointmentId(Uuid::from_u128(3)), place().service);
    let entry = Entry {
        id,
        contact: SAM,
        service: service.clone(),
        provider: None,
        wanted: Interval::new(now(), Moment::from_unix(60)),
        status: EntryStatus::Waiting,
        offer: None,
        call_id: None,
    };
    tx.insert_entry(ORG, &entry, "api", now())?;
    tx.entry_record(ORG, id)?;
    tx.entry_records(ORG, &EntryFilter::default(), id, 10)?;
    tx.standing_entry(ORG, SAM, &service, None)?;
    tx.set_wanted(ORG, id, entry.wanted, now())?;
    tx.set_entry_status(ORG, id, EntryStatus::Waiting, now())?;
    tx.waiting(ORG, 10)?;
    tx.waiting_after((ORG, WaitlistId(Uuid::nil())), 10)?;
    tx.offer(ORG, id, offer, now(), now())?;
    tx.entry_of_offer(ORG, offer)?;
    tx.offers_of_contact(ORG, SAM, now())?;
    tx.lapsed_offers(now(), 10)?;
    tx.end_offer(ORG, offer, EntryStatus::Booked, now())?;
    tx.expire_entries(now(), 10).map(drop)
}

/// The texts of the statements that `connection` ran in `work`.
fn seen(connection: &mut Connection, work: impl FnOnce(&mut Tx<'_>)) -> BTreeSet<String> {
    let (see, seen) = mpsc::channel();
    let report = move |event: TraceEvent<'_>| {
        if let TraceEvent::Stmt(statement, _) = event {
            see.send(statement.sql().to_string()).unwrap();
        }
    };
    connection.trace_v2(TraceEventCodes::SQLITE_TRACE_STMT, Some(report)).unwrap();
    work(&mut Tx::on(connection));
    seen.try_iter().collect()
}

#[test]
fn no_hot_statement_reads_a_whole_table() {
    let folder = tempfile::tempdir().unwrap();
    let mut connection = open(&folder.path().join("ringbook.db"));
    let seen = seen(&mut connection, |tx| every_hot_statement(tx).unwrap());
    // The triggers' own statements are in the plan of what fires them.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRIGGER_EQP, true).unwrap();
    assert!(seen.len() >= 20, "{seen:#?}");
    for sql in seen {
        let plan = plan(&connection, &sql);
        assert_eq!(plan.iter().find(|step| reads_too_much(step)), None, "{sql}\n{plan:#?}");
    }
}

/// A table, or all that one organization has in it.
fn reads_too_much(step: &str) -> bool {
    // The one row that a subselect gave, and the first few of an index in its order.
    let allowed = [
        "SCAN nearest",
        "SCAN credentials USING INDEX credentials_signing",
        "SEARCH waitlist USING COVERING INDEX waitlist_waiting (organization_id=?)",
    ];
    !allowed.contains(&step) && (step.starts_with("SCAN") || step.ends_with("(organization_id=?)"))
}

fn plan(connection: &Connection, sql: &str) -> Vec<String> {
    let mut statement = connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
    let mut rows = statement.raw_query();
    let mut plan = Vec::new();
    while let Some(row) = rows.next().unwrap() {
        // The schema's own triggers, of foreign keys, have no name.
        plan.extend(row.get::<_, Option<String>>("detail").unwrap());
    }
    plan
}

#[test]
fn availability_reads_its_index_only() {
    let folder = tempfile::tempdir().unwrap();
    let connection = open(&folder.path().join("ringbook.db"));
    for sql in [super::appointments::OCCUPIED, super::appointments::TAKEN, super::appointments::OVERLAPPING] {
        let plan = plan(&connection, sql);
        assert!(plan.iter().all(|step| !step.contains("INDEX") || step.contains("COVERING")), "{plan:#?}");
        assert!(!plan.iter().any(|step| step.contains("TEMP B-TREE")), "{plan:#?}");
    }
}

#[test]
fn a_statement_is_compiled_once_whatever_its_values() {
    let folder = tempfile::tempdir().unwrap();
    let connection = open(&folder.path().join("ringbook.db"));
    for provider in ["lee", "ortiz", "chen"] {
        let range = Interval::new(now(), Moment::from_unix(86_400));
        Tx::on(&connection).occupied(ORG, &provider.parse().unwrap(), range, now()).unwrap();
    }
    let statement = connection.prepare_cached(super::appointments::OCCUPIED).unwrap();
    assert_eq!((statement.get_status(StatementStatus::Run), statement.get_status(StatementStatus::RePrepare)), (3, 0));
}

#[tokio::test]
async fn a_full_disk_refuses_and_keeps_what_was_written() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("ringbook.db");
    let mut connection = open(&file);
    let pages: i64 = connection.query_row("PRAGMA page_count", [], |row| row.get(0)).unwrap();
    connection.execute_batch(&format!("PRAGMA max_page_count = {}", pages + 8)).unwrap();
    let (checkpoints, _checkpointer) = checkpoint::start(sqlite::open_writer(&file).unwrap(), &mut connection).unwrap();
    let writer = Writer::start(connection, checkpoints, 8).unwrap();
    let insert = |notes: usize| {
        let new = appointment(Some("x".repeat(notes)));
        writer.write(move |tx| tx.insert_appointment(ORG, &new))
    };
    let refused = insert(1_000_000).await.unwrap_err();
    assert_eq!(refused.to_string(), "the database is unavailable: the disk is full");
    insert(10).await.unwrap();
}
