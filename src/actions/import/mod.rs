//! Takes contacts and appointments from a file, some rows at a time.
//!
//! A row goes in whole or is refused; what is there already is left as it is, so that a file can be
//! imported again after its refused rows were mended.

mod appointment;
mod contact;

use crate::rows::{Fields, Refusal};
use crate::store::{Store, StoreError, Tx};

use super::Request;

/// Rows of one transaction: the server's bookings wait for no longer than these take.
pub const ROWS_AT_ONCE: usize = 200;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    Contacts,
    Appointments,
}

/// What became of a row that was not refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    Created,
    Updated,
    /// It says nothing new.
    Known,
}

#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    #[error("the organization was changed meanwhile: import the file again, what is in stays in")]
    Changed,
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Why a row is undone.
enum Stop {
    Refused(Refusal),
    Store(StoreError),
}

impl From<StoreError> for Stop {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<Refusal> for Stop {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

/// Imports the rows in one transaction, each for itself.
///
/// # Errors
/// When nothing of them is written.
pub async fn rows(
    store: &Store,
    request: &Request,
    what: What,
    rows: Vec<Fields>,
) -> Result<Vec<Result<Fate, Refusal>>, ImportError> {
    let request = request.clone();
    store
        .write(move |tx| {
            if tx.organization_version(request.business.id)? != Some(request.business.version) {
                return Err(ImportError::Changed);
            }
            rows.iter().map(|row| Ok(one(tx, &request, what, row)?)).collect()
        })
        .await
}

fn one(tx: &mut Tx<'_>, request: &Request, what: What, row: &Fields) -> Result<Result<Fate, Refusal>, StoreError> {
    let imported = tx.isolated(|tx| match what {
        What::Contacts => contact::import(tx, request, row),
        What::Appointments => appointment::import(tx, request, row),
    });
    match imported {
        Ok(fate) => Ok(Ok(fate)),
        Err(Stop::Refused(refusal)) => Ok(Err(refusal)),
        Err(Stop::Store(error)) => Err(error),
    }
}
