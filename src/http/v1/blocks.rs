//! `/api/v1/blocks`.

use axum::response::Response;
use ringbook_core::id::{AppointmentId, BlockId, ProviderId};
use ringbook_core::time::{Interval, Moment};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::command::Command;
use super::errors::{ReadErrors, WriteErrors};
use super::failure::Failure;
use super::headers::{IdempotencyKey, IfMatch, IfMatchRequired};
use super::list::{Cursor, Limit, Page};
use super::program::{Book, Id, Program, Read};
use super::query::Query;
use super::resource::{Collection, answer, resource, show as show_resource};
use super::values::{Edge, Start, Text, local};
use crate::actions::Request;
use crate::actions::block::{self as blocking, BlockUpdate};
use crate::actions::transact::Subject;
use crate::http::fault::Fault;
use crate::reply::Resource;
use crate::store::blocks::{self as stored, Which};
use crate::store::{StoreError, Tx};

const BLOCKS: Collection = Collection { path: "/api/v1/blocks", field: |name| name };

/// Time in which a provider is busy with something that is no appointment: nobody can book it.
#[derive(Debug, Serialize, ToSchema)]
pub struct Block {
    /// Names it for ever.
    #[schema(value_type = Uuid)]
    pub id: BlockId,
    /// Id of the provider.
    #[schema(value_type = String, example = "lee")]
    pub provider: ProviderId,
    /// When it begins, in the organization's zone.
    #[schema(format = DateTime)]
    pub start: String,
    /// When it is over.
    #[schema(format = DateTime)]
    pub end: String,
    /// What the provider is busy with.
    pub reason: Option<String>,
    /// Ids of the appointments that it lies on, for people to settle: a block throws nobody out.
    #[schema(value_type = Vec<Uuid>)]
    pub conflicts: Vec<AppointmentId>,
    /// Grows with every change; the ETag.
    pub version: i64,
}

impl Block {
    fn read(tx: &mut Tx<'_>, request: &Request, block: stored::Block) -> Result<Self, StoreError> {
        let conflicts = tx.overlapping(request.business.id, &block.provider, block.time, request.now)?;
        Ok(Self {
            id: block.id,
            provider: block.provider,
            start: local(request, block.time.from),
            end: local(request, block.time.until),
            reason: block.reason,
            conflicts,
            version: block.version,
        })
    }
}

/// Which blocks, and which page of them.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Filter {
    /// Only what is over after this instant, or on or after this local date.
    #[param(value_type = Option<String>, example = "2026-06-01")]
    from: Option<Edge>,
    /// Only what begins before this instant, or on or before this local date.
    #[param(value_type = Option<String>, example = "2026-06-30")]
    to: Option<Edge>,
    /// Only this provider's.
    #[param(value_type = Option<String>, example = "lee")]
    provider: Option<ProviderId>,
    /// How many at most.
    #[serde(default)]
    #[param(value_type = Option<u16>, minimum = 1, maximum = 200, default = 50)]
    limit: Limit,
    /// `next_cursor` of the page before.
    #[param(value_type = Option<String>, pattern = "^[A-Za-z0-9_-]{32}$")]
    cursor: Option<Cursor>,
}

/// List blocks, the oldest first
#[utoipa::path(
    get, path = "/blocks", tag = "blocks", operation_id = "listBlocks", params(Filter),
    responses((status = 200, description = "One page", body = Page<Block>), ReadErrors)
)]
pub async fn list(program: Program<Read>, Query(filter): Query<Filter>) -> Result<Page<Block>, Failure> {
    let request = &program.request;
    let from = filter.from.map_or(Moment::from_unix(i64::MIN), |edge| edge.from(request));
    let to = filter.to.map_or(Moment::from_unix(i64::MAX), |edge| edge.to(request));
    let which = Which { provider: filter.provider, range: Interval::new(from, to) };
    let after = filter.cursor.map(|cursor| BlockId(cursor.id));
    let rows = filter.limit.rows_to_read();
    let found = program.read(|tx, request| {
        let blocks = tx.blocks(request.business.id, &which, after, rows)?;
        blocks.into_iter().map(|block| Block::read(tx, request, block)).collect::<Result<Vec<_>, _>>()
    })?;
    let cursor = |block: &Block| Cursor { at: 0, id: block.id.0 };
    Ok(filter.limit.page(found, cursor, |block| block))
}

/// Show one block
#[utoipa::path(
    get, path = "/blocks/{id}", tag = "blocks", operation_id = "getBlock",
    params(("id" = Uuid, Path, description = "The block's id")),
    responses((status = 200, description = "The block; its version in ETag", body = Block), ReadErrors)
)]
pub async fn show(program: Program<Read>, Id(id): Id<BlockId>) -> Result<Response, Failure> {
    let found = program.read(|tx, request| {
        let block = tx.block(request.business.id, id)?;
        block.map(|block| shown(tx, request, block, false)).transpose()
    })?;
    Ok(show_resource(found.ok_or(Fault::NotFound)?))
}

/// Time to be blocked.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewBlock {
    /// Id of the provider.
    #[schema(value_type = String, example = "lee")]
    provider: ProviderId,
    /// When it begins: RFC 3339, or without an offset the organization's local time.
    #[schema(value_type = String, example = "2026-06-03T12:00:00-04:00")]
    start: Start,
    /// When it is over; after its start.
    #[schema(value_type = String, example = "2026-06-03T13:00:00-04:00")]
    end: Start,
    /// What the provider is busy with.
    #[schema(value_type = Option<String>, max_length = 500, example = "Team meeting")]
    reason: Option<Text>,
}

/// Block time
///
/// Appointments that it lies on stay, and are listed under `conflicts`.
#[utoipa::path(
    post, path = "/blocks", tag = "blocks", operation_id = "createBlock", params(IdempotencyKey),
    request_body = NewBlock,
    responses((status = 201, description = "Blocked; its address in Location", body = Block), WriteErrors)
)]
pub async fn create(Command { program, body }: Command<Book, NewBlock>) -> Result<Response, Failure> {
    let program = program.shown_by(depict);
    let request = &program.request;
    let new = blocking::NewBlock {
        provider: body.provider,
        start: body.start.moment(request)?,
        end: body.end.moment(request)?,
        reason: body.reason.map(|reason| reason.0),
    };
    answer(&BLOCKS, blocking::create(&program.app, request, new).await)
}

/// What changes of a block; what is left out stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct BlockChange {
    /// Id of the provider.
    #[schema(value_type = Option<String>, example = "lee")]
    provider: Option<ProviderId>,
    /// When it begins: RFC 3339, or without an offset the organization's local time.
    #[schema(value_type = Option<String>, example = "2026-06-03T12:00:00-04:00")]
    start: Option<Start>,
    /// When it is over; after its start.
    #[schema(value_type = Option<String>, example = "2026-06-03T13:00:00-04:00")]
    end: Option<Start>,
    /// What the provider is busy with; empty for nothing in particular.
    #[schema(value_type = Option<String>, max_length = 500, example = "Team meeting")]
    reason: Option<Text>,
}

/// Change a block
#[utoipa::path(
    patch, path = "/blocks/{id}", tag = "blocks", operation_id = "updateBlock",
    params(("id" = Uuid, Path, description = "The block's id"), IfMatchRequired),
    request_body = BlockChange,
    responses((status = 200, description = "The block as it is now", body = Block), WriteErrors)
)]
pub async fn update(
    Id(id): Id<BlockId>,
    Command { program, body }: Command<Book, BlockChange>,
) -> Result<Response, Failure> {
    let program = program.shown_by(depict);
    let request = &program.request;
    let update = BlockUpdate {
        id,
        provider: body.provider,
        start: body.start.map(|start| start.moment(request)).transpose()?,
        end: body.end.map(|end| end.moment(request)).transpose()?,
        reason: body.reason.map(|reason| reason.0),
    };
    answer(&BLOCKS, blocking::update(&program.app, request, update).await)
}

/// Remove a block
///
/// Its time is free at once.
#[utoipa::path(
    delete, path = "/blocks/{id}", tag = "blocks", operation_id = "deleteBlock",
    params(("id" = Uuid, Path, description = "The block's id"), IfMatch),
    responses((status = 204, description = "Removed"), WriteErrors)
)]
pub async fn delete(program: Program<Book>, Id(id): Id<BlockId>) -> Result<Response, Failure> {
    answer(&BLOCKS, blocking::delete(&program.app, &program.request, id).await)
}

/// The block that was made or changed.
fn depict(tx: &mut Tx<'_>, request: &Request, subject: Subject) -> Result<Resource, StoreError> {
    let block = tx.block(request.business.id, BlockId(subject.id))?;
    let block = block.ok_or_else(|| anyhow::anyhow!("a block was changed and is not there"))?;
    shown(tx, request, block, subject.created)
}

fn shown(tx: &mut Tx<'_>, request: &Request, block: stored::Block, created: bool) -> Result<Resource, StoreError> {
    let (id, version) = (block.id.0, block.version);
    resource(id, version, created, &Block::read(tx, request, block)?)
}
