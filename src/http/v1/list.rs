//! Lists: a page at a time, by a cursor that stays true while rows come and go.

use axum::Json;
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde::{Deserialize, Deserializer, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// Rows of one page.
#[derive(Clone, Copy, Debug)]
pub struct Limit(usize);

impl Default for Limit {
    fn default() -> Self {
        Self(50)
    }
}

impl<'de> Deserialize<'de> for Limit {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match u16::deserialize(deserializer)? {
            rows @ 1..=200 => Ok(Self(rows.into())),
            _ => Err(serde::de::Error::custom("must be between 1 and 200")),
        }
    }
}

/// The last row of a page, by what the list is sorted by: a number and then the id. Programs hand
/// it back as they got it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor {
    pub at: i64,
    pub id: Uuid,
}

impl Cursor {
    fn text(self) -> String {
        URL_SAFE_NO_PAD.encode([self.at.to_be_bytes().as_slice(), self.id.as_bytes()].concat())
    }

    fn parse(text: &str) -> Option<Self> {
        let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
        let (at, id) = bytes.split_first_chunk::<8>()?;
        Some(Self { at: i64::from_be_bytes(*at), id: Uuid::from_slice(id).ok()? })
    }
}

impl<'de> Deserialize<'de> for Cursor {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| serde::de::Error::custom("is not a next_cursor of this list"))
    }
}

/// One page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct Page<T> {
    /// The rows, in the order of the list.
    pub data: Vec<T>,
    /// Hand it back as `cursor` for the next page; null on the last one.
    pub next_cursor: Option<String>,
}

impl Limit {
    /// One row more than the page has, to see whether there is another page.
    pub const fn rows_to_read(self) -> usize {
        self.0 + 1
    }

    /// The page made of what was read.
    pub fn page<R, T>(self, mut rows: Vec<R>, cursor: impl Fn(&R) -> Cursor, show: impl Fn(R) -> T) -> Page<T> {
        let more = rows.len() > self.0;
        rows.truncate(self.0);
        let next_cursor = rows.last().filter(|_| more).map(|last| cursor(last).text());
        Page { data: rows.into_iter().map(show).collect(), next_cursor }
    }
}

impl<T: Serialize> IntoResponse for Page<T> {
    fn into_response(self) -> Response {
        Json(self).into_response()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_comes_back_as_it_went() {
        for at in [0, -1, i64::MIN, i64::MAX] {
            let cursor = Cursor { at, id: Uuid::from_u128(7) };
            assert_eq!(Cursor::parse(&cursor.text()), Some(cursor));
        }
        for wrong in ["", "x", "AAAA", "====", &"A".repeat(400)] {
            assert_eq!(Cursor::parse(wrong), None, "{wrong}");
        }
    }
}
