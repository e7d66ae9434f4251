//! Checks that the audit says what it said when it was sealed.

use std::collections::BTreeMap;

use ringbook_core::event::EventKind;
use ringbook_core::id::OrgId;
use ringbook_core::time::Moment;
use serde::Serialize;
use serde_json::Value;
use uuid::Uuid;

use super::seal::{NOTHING, link};
use crate::store::events::Event;
use crate::store::seals::Seal;
use crate::store::{Store, StoreError};

const SEALS_AT_ONCE: usize = 64;
const EVENTS_AT_ONCE: usize = 1_000;

/// An audit that is whole.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Whole {
    pub events: usize,
    /// How many of them are linked; the youngest are not yet.
    pub sealed: usize,
    /// The last link in hexadecimal digits and when it was made: kept elsewhere, it shows later that
    /// nothing was cut off the end.
    pub seal: Option<String>,
    pub sealed_at: Option<Moment>,
}

/// The first event at which the audit is not what it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    #[error("event {0} is not what was recorded")]
    Changed(Uuid),
    #[error("of the events from {first} to {last}, {recorded} were sealed and {found} are there")]
    Missing { first: Uuid, last: Uuid, recorded: usize, found: usize },
    #[error("one of the events from {first} to {last} was exchanged after they were sealed")]
    Exchanged { first: Uuid, last: Uuid },
    #[error("event {0} was emptied, but no erasure did it")]
    Emptied(Uuid),
}

#[derive(Debug, thiserror::Error)]
pub enum VerifyError {
    #[error(transparent)]
    Broken(#[from] Broken),
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Reads the whole audit of an organization, a page at a time.
///
/// # Errors
/// [`Broken`] with the first event that is not as it was.
pub fn verify(store: &Store, org: OrgId) -> Result<Whole, VerifyError> {
    let mut walk = Walk { store, org, after: Uuid::nil(), whole: Whole::default(), erasures: Erasures::default() };
    let mut hash = NOTHING;
    loop {
        let seals = store.read::<_, StoreError, _>(|tx| tx.seals_after(org, walk.after, SEALS_AT_ONCE))?;
        if seals.is_empty() {
            break;
        }
        for seal in seals {
            walk.follow(&hash, &seal)?;
            hash = seal.hash;
        }
    }
    walk.whole.sealed = walk.whole.events;
    walk.read_rest()?;
    walk.erasures.check()?;
    Ok(walk.whole)
}

struct Walk<'a> {
    store: &'a Store,
    org: OrgId,
    /// The last event that was read.
    after: Uuid,
    whole: Whole,
    erasures: Erasures,
}

impl Walk<'_> {
    fn follow(&mut self, previous: &[u8; 32], seal: &Seal) -> Result<(), VerifyError> {
        // One more than there should be is enough to know.
        let events = self.read(seal.last_event, seal.count + 1)?;
        let (first, last) = (events.first().map_or(seal.last_event, |event| event.id), seal.last_event);
        if events.len() != seal.count {
            return Err(Broken::Missing { first, last, recorded: seal.count, found: events.len() }.into());
        }
        if link(previous, events.iter().map(|event| &event.digest)) != seal.hash {
            return Err(Broken::Exchanged { first, last }.into());
        }
        self.after = seal.last_event;
        let hexadecimal = seal.hash.iter().map(|byte| format!("{byte:02x}")).collect();
        (self.whole.seal, self.whole.sealed_at) = (Some(hexadecimal), Some(seal.sealed));
        Ok(())
    }

    fn read_rest(&mut self) -> Result<(), VerifyError> {
        while let Some(last) = self.read(Uuid::max(), EVENTS_AT_ONCE)?.last() {
            self.after = last.id;
        }
        Ok(())
    }

    fn read(&mut self, last: Uuid, limit: usize) -> Result<Vec<Event>, VerifyError> {
        let (org, after) = (self.org, self.after);
        let events = self.store.read::<_, StoreError, _>(|tx| tx.events_between(org, after, last, limit))?;
        if let Some(changed) = events.iter().find(|event| !event.is_intact()) {
            return Err(Broken::Changed(changed.id).into());
        }
        events.iter().for_each(|event| self.erasures.note(event));
        self.whole.events += events.len();
        Ok(events)
    }
}

/// An erasure says how many events it emptied: nobody hides a change behind it.
#[derive(Debug, Default)]
struct Erasures {
    emptied: BTreeMap<Uuid, Emptied>,
    said: BTreeMap<Uuid, u64>,
}

#[derive(Debug)]
struct Emptied {
    first: Uuid,
    count: u64,
}

impl Erasures {
    fn note(&mut self, event: &Event) {
        if let Some(erasure) = event.erased_by {
            self.emptied.entry(erasure).or_insert(Emptied { first: event.id, count: 0 }).count += 1;
        }
        if event.kind == EventKind::ContactErased.as_str() {
            let after: Option<Value> = event.after.as_deref().and_then(|text| serde_json::from_str(text).ok());
            let said = after.and_then(|after| after["events"].as_u64());
            self.said.insert(event.id, said.unwrap_or_default());
        }
    }

    fn check(&self) -> Result<(), Broken> {
        let unsaid = self.emptied.iter().filter(|(erasure, emptied)| self.said.get(erasure) != Some(&emptied.count));
        match unsaid.map(|(_, emptied)| emptied.first).min() {
            None => Ok(()),
            Some(first) => Err(Broken::Emptied(first)),
        }
    }
}
