//! Busy time of a provider that is no appointment: made, changed and removed by programs. A block
//! throws nobody out: what it lies on is named, for people to settle.

use ringbook_core::event::EventKind;
use ringbook_core::id::{BlockId, ProviderId};
use ringbook_core::outcome::{Field, Problem, Purpose};
use ringbook_core::time::{Interval, Moment};
use serde_json::{Value, json};

use super::Request;
use super::record::{self, Change};
use super::transact::{Done, Stop, Verb};
use crate::app::App;
use crate::clock::new_id;
use crate::reply::Reply;
use crate::store::blocks::Block;
use crate::store::{StoreError, Tx};

const LONGEST_REASON: usize = 500;

#[derive(Clone, Debug)]
pub struct NewBlock {
    pub provider: ProviderId,
    pub start: Moment,
    pub end: Moment,
    pub reason: Option<String>,
}

/// What is given is changed.
#[derive(Clone, Debug)]
pub struct BlockUpdate {
    pub named: NamedBlock,
    pub provider: Option<ProviderId>,
    pub start: Option<Moment>,
    pub end: Option<Moment>,
    /// Empty to have none.
    pub reason: Option<String>,
}

/// A block as somebody last saw it.
#[derive(Clone, Copy, Debug)]
pub struct NamedBlock {
    pub id: BlockId,
    /// Nothing is done when it has another by now; `None` for whichever it has.
    pub version: Option<i64>,
}

const CREATE: Verb<NewBlock, NewBlock> =
    Verb { purpose: Purpose::Change, understand: |_, _, new| Ok(new.clone()), body: insert };
const UPDATE: Verb<BlockUpdate, BlockUpdate> =
    Verb { purpose: Purpose::Change, understand: |_, _, update| Ok(update.clone()), body: change };
const DELETE: Verb<NamedBlock, NamedBlock> =
    Verb { purpose: Purpose::Change, understand: |_, _, named| Ok(*named), body: remove };

/// The reply's body: `block`, and `conflicts`, the ids of appointments and holds under it.
pub async fn create(app: &App, request: &Request, new: NewBlock) -> Reply {
    CREATE.perform(app, request, new).await
}

/// The reply as of [`create`].
pub async fn update(app: &App, request: &Request, update: BlockUpdate) -> Reply {
    UPDATE.perform(app, request, update).await
}

/// The reply's body: the `block` that was.
pub async fn delete(app: &App, request: &Request, named: NamedBlock) -> Reply {
    DELETE.perform(app, request, named).await
}

fn insert(tx: &mut Tx<'_>, request: &Request, new: &NewBlock) -> Result<Done, Stop> {
    let NewBlock { provider, start, end, reason } = new.clone();
    let block = Block { id: BlockId(new_id()), provider, time: Interval::new(start, end), reason, version: 1 };
    check(request, &block)?;
    tx.insert_block(request.business.id, &block, request.now)?;
    record::happened(tx, request, EventKind::BlockCreated, block.id.0, Change::to(of_block(&block)))?;
    Ok(done(tx, request, &block)?)
}

fn change(tx: &mut Tx<'_>, request: &Request, update: &BlockUpdate) -> Result<Done, Stop> {
    let standing = named(tx, request, update.named)?;
    let block = changed(&standing, update);
    check(request, &block)?;
    tx.update_block(request.business.id, &block, request.now)?;
    let change = Change::between(of_block(&standing), of_block(&block));
    record::happened(tx, request, EventKind::BlockUpdated, block.id.0, change)?;
    Ok(done(tx, request, &block)?)
}

fn remove(tx: &mut Tx<'_>, request: &Request, gone: &NamedBlock) -> Result<Done, Stop> {
    let block = named(tx, request, *gone)?;
    tx.delete_block(request.business.id, block.id)?;
    let change = Change { before: Some(of_block(&block)), after: None };
    record::happened(tx, request, EventKind::BlockDeleted, block.id.0, change)?;
    Ok(Reply::silent(json!({ "block": of_block(&block) })).into())
}

fn named(tx: &mut Tx<'_>, request: &Request, NamedBlock { id, version }: NamedBlock) -> Result<Block, Stop> {
    let block = tx.block(request.business.id, id)?.ok_or(Problem::NotFound)?;
    match version {
        Some(version) if version != block.version => Err(Problem::VersionMismatch.into()),
        _ => Ok(block),
    }
}

fn changed(standing: &Block, update: &BlockUpdate) -> Block {
    let reason = update.reason.as_ref().or(standing.reason.as_ref()).filter(|reason| !reason.trim().is_empty());
    let (start, end) = (update.start.unwrap_or(standing.time.from), update.end.unwrap_or(standing.time.until));
    Block {
        id: standing.id,
        provider: update.provider.clone().unwrap_or_else(|| standing.provider.clone()),
        time: Interval::new(start, end),
        reason: reason.cloned(),
        version: standing.version + 1,
    }
}

fn check(request: &Request, block: &Block) -> Result<(), Problem> {
    let organization = &request.business.organization;
    if organization.provider(&block.provider).is_none() {
        let known = organization.providers.iter().map(|provider| provider.name.clone()).collect();
        return Err(Problem::UnknownProvider { known });
    }
    if block.time.is_empty() {
        return Err(Problem::MalformedField(Field::End));
    }
    match &block.reason {
        Some(reason) if reason.chars().count() > LONGEST_REASON => Err(Problem::MalformedField(Field::Reason)),
        _ => Ok(()),
    }
}

fn done(tx: &mut Tx<'_>, request: &Request, block: &Block) -> Result<Done, StoreError> {
    let conflicts = tx.overlapping(request.business.id, &block.provider, block.time, request.now)?;
    Ok(Reply::silent(json!({ "block": of_block(block), "conflicts": conflicts })).into())
}

/// A block as programs and the audit see it.
pub fn of_block(block: &Block) -> Value {
    json!({
        "id": block.id,
        "provider": block.provider,
        "start": block.time.from,
        "end": block.time.until,
        "reason": block.reason,
        "version": block.version,
    })
}
