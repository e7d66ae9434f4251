use super::values::name;
use crate::organization::document::Node;
use crate::organization::{FileError, Voice};

const KEYS: [&str; 1] = ["assistant_id"];

pub(super) fn voice(node: &Node) -> Result<Voice, FileError> {
    Ok(Voice { assistant_id: node.table(&KEYS)?.optional("assistant_id", name)? })
}
