//! Doing it once (contract §9): a repeated request gets the reply of the first.

use ringbook_core::outcome::{Outcome, Problem};
use ringbook_core::time::Moment;
use tracing::error;

use super::Request;
use crate::app::App;
use crate::clock::new_id;
use crate::reply::Reply;
use crate::store::replies::Remembered;
use crate::store::{StoreError, Tx};

/// What this request was answered before, if it was: a read, for requests that write nothing.
pub fn remembered(app: &App, request: &Request) -> Result<Option<Reply>, StoreError> {
    match request.once {
        None => Ok(None),
        Some(_) => app.store.read(|tx| replay(tx, request)),
    }
}

/// The same inside a transaction.
pub fn replay(tx: &mut Tx<'_>, request: &Request) -> Result<Option<Reply>, StoreError> {
    let Some(once) = &request.once else { return Ok(None) };
    let Some(remembered) = tx.remembered(request.business.id, &once.key, request.now)? else { return Ok(None) };
    if remembered.fingerprint != once.fingerprint {
        return Ok(Some(request.reply(&Outcome::Refused(Problem::KeyReused.into()))));
    }
    Ok(Some(serde_json::from_str(&remembered.reply).map_err(anyhow::Error::from)?))
}

/// Remembers a success in the transaction that made it.
pub fn remember(tx: &mut Tx<'_>, request: &Request, reply: &Reply, now: Moment) -> Result<(), StoreError> {
    let Some(once) = &request.once else { return Ok(()) };
    let reply = serde_json::to_string(reply).map_err(anyhow::Error::from)?;
    let remembered = Remembered { fingerprint: once.fingerprint, reply };
    tx.remember(request.business.id, &once.key, &remembered, now)
}

/// Honest words for a database that did not do it; the cause goes to the log under a reference.
pub fn failure(error: &StoreError) -> Problem {
    if matches!(error, StoreError::Overloaded) {
        return Problem::Overloaded;
    }
    let reference = new_id().simple().to_string();
    error!(%reference, cause = %error, "the request failed");
    match error {
        StoreError::Unavailable(_) => Problem::Overloaded,
        _ => Problem::Internal { reference },
    }
}
