//! The one place where a tool call is answered, whatever wire brought it.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;

use futures_util::FutureExt;
use metrics::counter;
use ringbook_core::contact::E164;
use ringbook_core::outcome::{Field, Problem};
use ringbook_core::time::Moment;
use sha2::{Digest, Sha256};
use tracing::{field, info};

use super::arguments::{Arguments, Malformed};
use super::context::Signals;
use super::tools::Tool;
use crate::actions::availability::{self, Question};
use crate::actions::book::{self, Wish};
use crate::actions::info;
use crate::actions::{Channel, Once, Request};
use crate::app::App;
use crate::business::Business;
use crate::http::RequestId;
use crate::http::admission::Admitted;
use crate::http::fault::Fault;
use crate::reply::Reply;
use crate::store::credentials::{Credential, Kind};
use crate::store::StoreError;
use crate::telemetry::TOOL_CALLS;
