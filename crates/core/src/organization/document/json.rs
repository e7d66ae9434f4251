use std::collections::HashSet;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::lines::Lines;
use super::{Node, Value};
use crate::organization::FileError;

/// Deeper than any organization; bounds the recursion.
const DEEPEST: usize = 8;

/// Reads a JSON file.
pub(in crate::organization) fn read(text: &str) -> Result<Node, FileError> {
    let root: &RawValue =
        serde_json::from_str(text).map_err(|error| FileError::at(error.line(), without_line(&error)))?;
    Reader { text, lines: Lines::of(text) }.node("", root, 0)
}

/// `serde_json` gives no spans. Raw values are slices of the text, so each knows where it stands.
struct Reader<'a> {
    text: &'a str,
    lines: Lines,
}

impl Reader<'_> {
    fn node(&self, key: &str, raw: &RawValue, depth: usize) -> Result<Node, FileError> {
        let line = self.line(raw);
        if depth > DEEPEST {
            return Err(FileError::at(line, "this is nested too deeply"));
        }
        let value = match raw.get().as_bytes().first() {
            Some(b'"') => Value::Text(parse(raw, line)?),
            Some(b'[') => Value::List(self.list(key, parse(raw, line)?, depth)?),
            Some(b'{') => Value::Table(self.table(parse(raw, line)?, depth)?),
            _ => raw.get().parse().map_or(Value::Other, Value::Integer),
        };
        Ok(Node { key: key.to_owned(), line, value })
    }

    fn list(&self, key: &str, items: Vec<&RawValue>, depth: usize) -> Result<Vec<Node>, FileError> {
        items.into_iter().map(|item| self.node(key, item, depth + 1)).collect()
    }

    /// An entry that is `null` is absent.
    fn table(&self, Entries(entries): Entries<'_>, depth: usize) -> Result<Vec<Node>, FileError> {
        let present = entries.iter().filter(|(_, raw)| raw.get() != "null");
        present.map(|(key, raw)| self.node(key, raw, depth + 1)).collect()
    }

    fn line(&self, raw: &RawValue) -> usize {
        self.lines.at(raw.get().as_ptr().addr() - self.text.as_ptr().addr())
    }
}

fn parse<'a, T: Deserialize<'a>>(raw: &'a RawValue, line: usize) -> Result<T, FileError> {
    serde_json::from_str(raw.get()).map_err(|error| FileError::at(line, without_line(&error)))
}

/// The line that `serde_json` appends is already ours, or is counted within one value.
fn without_line(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.split(" at line ").next().unwrap_or(&text).to_owned()
}

/// The entries of a table as they stand; a map would hide a key that is given twice.
struct Entries<'a>(Vec<(String, &'a RawValue)>);

impl<'de> Deserialize<'de> for Entries<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(EntriesVisitor)
    }
}

struct EntriesVisitor;

impl<'de> Visitor<'de> for EntriesVisitor {
    type Value = Entries<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a table")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Entries<'de>, A::Error> {
        let (mut entries, mut keys) = (Vec::new(), HashSet::new());
        while let Some((key, value)) = map.next_entry::<String, &RawValue>()? {
            if !keys.insert(key.clone()) {
                return Err(serde::de::Error::custom(format_args!("`{key}` is given twice")));
            }
            entries.push((key, value));
        }
        Ok(Entries(entries))
    }
}
