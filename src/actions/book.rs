//! Books an appointment: one transaction decides everything.

use super::Request;
use crate::app::App;
use crate::reply::Reply;

/// A wish as it was said. Absent fields are `None`: the adapter has removed `""` and "unknown".
#[derive(Clone, Debug, Default)]
pub struct Wish {
    pub slot_id: Option<String>,
    pub date: Option<String>,
    pub time: Option<String>,
    pub start: Option<String>,
    pub service: Option<String>,
    pub provider: Option<String>,
    pub name: Option<String>,
    pub phone: Option<String>,
    pub email: Option<String>,
    pub notes: Option<String>,
}

pub async fn book(_app: &App, _request: &Request, _wish: Wish) -> Reply {
    todo!()
}
