//! Busy time of a provider that is no appointment: made, changed and removed by programs. A block
//! throws nobody out: what it lies on is named, for people to settle.

use ringbook_core::event::EventKind;
use ringbook_core::id::{BlockId, ProviderId};
use ringbook_core::outcome::{Field, Problem, Purpose};
use ringbook_core::time::{Interval, Moment};
use serde_json::{Value, json};

use super::record::{self, Change};
use super::transact::{Done, Stop, Subject, Verb};
use super::{Request, offers};
use crate::app::App;
use crate::clock::new_id;
use crate::reply::Reply;
use crate::store::Tx;
use crate::store::blocks::Block;

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
    pub id: BlockId,
    pub provider: Option<ProviderId>,
    pub start: Option<Moment>,
    pub end: Option<Moment>,
    /// Empty to have none.
    pub reason: Option<String>,
}

const CREATE: Verb<NewBlock, NewBlock> =
    Verb { purpose: Purpose::Change, understand: |_, _, new| Ok(new.clone()), body: insert };
const UPDATE: Verb<BlockUpdate, BlockUpdate> =
    Verb { purpose: Purpose::Change, understand: |_, _, update| Ok(update.clone()), body: change };
const DELETE: Verb<BlockId, BlockId> = Verb { purpose: Purpose::Change, understand: |_, _, id| Ok(*id), body: remove };

/// The program is shown the block; what it lies on is [`Tx::overlapping`] its time.
pub async fn create(app: &App, request: &Request, new: NewBlock) -> Reply {
    CREATE.perform(app, request, new).await
}

pub async fn update(app: &App, request: &Request, update: BlockUpdate) -> Reply {
    UPDATE.perform(app, request, update).await
}

/// There is nothing to show then.
pub async fn delete(app: &App, request: &Request, id: BlockId) -> Reply {
    DELETE.perform(app, request, id).await
}

fn insert(tx: &mut Tx<'_>, request: &Request, new: &NewBlock) -> Result<Done, Stop> {
    let NewBlock { provider, start, end, reason } = new.clone();
    let block = Block { id: BlockId(new_id()), provider, time: Interval::new(start, end), reason, version: 1 };
    check(request, &block)?;
    tx.insert_block(request.business.id, &block, request.now)?;
    record::happened(tx, request, EventKind::BlockCreated, block.id.0, Change::to(of_block(&block)))?;
    Ok(Done::silent(Subject::created(block.id.0)))
}

fn change(tx: &mut Tx<'_>, request: &Request, update: &BlockUpdate) -> Result<Done, Stop> {
    let standing = standing(tx, request, update.id)?;
    let block = changed(&standing, update);
    check(request, &block)?;
    tx.update_block(request.business.id, &block, request.now)?;
    let change = Change::between(of_block(&standing), of_block(&block));
    record::happened(tx, request, EventKind::BlockUpdated, block.id.0, change)?;
    offers::time_freed(tx, request, &standing.provider, standing.time)?;
    Ok(Done::silent(Subject::changed(block.id.0)))
}

fn remove(tx: &mut Tx<'_>, request: &Request, id: &BlockId) -> Result<Done, Stop> {
    let block = standing(tx, request, *id)?;
    tx.delete_block(request.business.id, block.id)?;
    let change = Change { before: Some(of_block(&block)), after: None };
    record::happened(tx, request, EventKind::BlockDeleted, block.id.0, change)?;
    offers::time_freed(tx, request, &block.provider, block.time)?;
    Ok(Reply::silent().into())
}

fn standing(tx: &mut Tx<'_>, request: &Request, id: BlockId) -> Result<Block, Stop> {
    let block = tx.block(request.business.id, id)?.ok_or(Problem::NotFound)?;
    request.check_version(block.version)?;
    Ok(block)
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

/// A block as the audit keeps it.
fn of_block(block: &Block) -> Value {
    json!({
        "provider": block.provider,
        "start": block.time.from,
        "end": block.time.until,
        "reason": block.reason,
    })
}
