//! Answers questions about the business from what its file says.

use super::Request;
use crate::reply::Reply;

/// `asked` is the topic or the caller's own words; `None` asks for everything worth knowing.
pub fn info(_request: &Request, _asked: Option<&str>) -> Reply {
    todo!()
}
