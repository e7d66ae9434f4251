//! Seals the audit, behind the back of those who book.
//!
//! Ids only ever grow within an organization (see `append_event`), and a seal takes no event that is
//! younger than [`GRACE`]: with several writers at once an earlier id may be committed a moment after
//! a later one. The count in each seal gives away what was added behind it all the same.

use ringbook_core::id::OrgId;
use ringbook_core::time::{Moment, Span};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::store::seals::Seal;
use crate::store::{Store, StoreError, Tx};

/// Far longer than any transaction.
pub const GRACE: Span = Span::from_seconds(10);

/// Bounds one link, and with it how many events are suspect when it does not fit.
const EVENTS_PER_SEAL: usize = 256;

/// What the first link is chained to.
pub const NOTHING: [u8; 32] = [0; 32];

/// Links all events before that id; returns how many.
///
/// # Errors
/// When the database does not answer; what was linked until then stays.
pub async fn seal(store: &Store, before: Uuid, now: Moment) -> Result<usize, StoreError> {
    let mut sealed = 0;
    for org in store.read::<_, StoreError, _>(|tx| tx.organization_ids())? {
        while let Some(count) = seal_next(store, org, before, now).await? {
            sealed += count;
        }
    }
    Ok(sealed)
}

/// `None` when nothing is left to be linked.
async fn seal_next(store: &Store, org: OrgId, before: Uuid, now: Moment) -> Result<Option<usize>, StoreError> {
    let previous = store.read::<_, StoreError, _>(|tx| tx.last_seal(org))?;
    // Read beside the writer: it only adds the link.
    let Some(seal) = store.read(|tx| next(tx, org, previous.as_ref(), before, now))? else { return Ok(None) };
    store
        .write(move |tx| {
            let unchanged = tx.last_seal(org)? == previous;
            if unchanged {
                tx.append_seal(org, &seal)?;
            }
            Ok(Some(if unchanged { seal.count } else { 0 }))
        })
        .await
}

fn next(
    tx: &mut Tx<'_>,
    org: OrgId,
    previous: Option<&Seal>,
    before: Uuid,
    now: Moment,
) -> Result<Option<Seal>, StoreError> {
    let (after, hash) = previous.map_or((Uuid::nil(), &NOTHING), |seal| (seal.last_event, &seal.hash));
    let events = tx.digests_between(org, after, before, EVENTS_PER_SEAL)?;
    let digests = events.iter().map(|(_, digest)| digest);
    let hash = link(hash, digests);
    Ok(events.last().map(|(last, _)| Seal { last_event: *last, count: events.len(), hash, sealed: now }))
}

/// SHA-256 over the link before and the digests of the events in their order.
pub fn link<'a>(previous: &[u8; 32], digests: impl Iterator<Item = &'a [u8; 32]>) -> [u8; 32] {
    let mut hash = Sha256::new_with_prefix(previous);
    digests.for_each(|digest| hash.update(digest));
    hash.finalize().into()
}
