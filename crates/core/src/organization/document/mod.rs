//! A file as values that remember their line, whether it is TOML or JSON.
//!
//! Deserializing straight into types would lose the lines of whatever is wrong beyond its type:
//! an unknown service in a list, hours that overlap, an id that is used twice.

pub(super) mod json;
mod lines;
pub(super) mod toml;

use std::fmt::Display;

use super::{FileError, nearest};

const LONGEST_SHOWN: usize = 40;

/// A value under its key; an item of a list has the list's key.
#[derive(Debug)]
pub(super) struct Node {
    pub key: String,
    pub line: usize,
    pub value: Value,
}

#[derive(Debug)]
pub(super) enum Value {
    Text(String),
    /// A date or time of TOML, as it would be written as a text.
    Time(String),
    Integer(i64),
    List(Vec<Node>),
    Table(Vec<Node>),
    /// A fraction, true, false: nothing that an organization file uses.
    Other,
}

impl Node {
    /// The key and what is wrong with its value.
    pub fn error(&self, problem: impl Display) -> FileError {
        let key = if self.key.is_empty() { "" } else { &format!("`{}`: ", self.key) };
        FileError::of(&self.key, self.line, format!("{key}{problem}"))
    }

    /// The same, with the text that stands there; not for what may be personal.
    pub fn refuse(&self, text: &str, problem: impl Display) -> FileError {
        let shown: String = text.chars().take(LONGEST_SHOWN).collect();
        FileError::of(&self.key, self.line, format!("`{}` is {shown:?}: {problem}", self.key))
    }

    pub fn text(&self) -> Result<&str, FileError> {
        match &self.value {
            Value::Text(text) => Ok(text),
            _ => Err(self.error("a text in quotes is wanted here")),
        }
    }

    /// A text, or a date or time that TOML knows without quotes.
    pub fn time(&self) -> Result<&str, FileError> {
        match &self.value {
            Value::Text(text) | Value::Time(text) => Ok(text),
            _ => Err(self.error("a date like \"2026-12-24\" is wanted here")),
        }
    }

    pub fn integer(&self) -> Result<i64, FileError> {
        match self.value {
            Value::Integer(number) => Ok(number),
            _ => Err(self.error("a whole number is wanted here")),
        }
    }

    /// The items, at most `limit` of them.
    pub fn list(&self, limit: usize) -> Result<&[Self], FileError> {
        match &self.value {
            Value::List(items) if items.len() <= limit => Ok(items),
            Value::List(items) => {
                Err(self.error(format_args!("{} is too many, at most {limit} are allowed", items.len())))
            }
            _ => Err(self.error("a list is wanted here")),
        }
    }

    pub fn entries(&self) -> Result<&[Self], FileError> {
        match &self.value {
            Value::Table(entries) => Ok(entries),
            _ => Err(self.error("a table is wanted here")),
        }
    }

    /// The entries by name; a key that is not among `keys` is an error.
    pub fn table(&self, keys: &[&str]) -> Result<Table<'_>, FileError> {
        let entries = self.entries()?;
        let unknown = entries.iter().filter(|entry| !keys.contains(&entry.key.as_str()));
        match unknown.min_by_key(|entry| entry.line) {
            Some(entry) => Err(entry.unknown_key(keys)),
            None => Ok(Table { node: self, entries }),
        }
    }

    fn unknown_key(&self, keys: &[&str]) -> FileError {
        FileError::of(&self.key, self.line, format!("unknown key `{}`; {}", self.key, nearest::hint(&self.key, keys)))
    }
}

/// A table of which every key is known.
pub(super) struct Table<'a> {
    node: &'a Node,
    entries: &'a [Node],
}

impl<'a> Table<'a> {
    pub fn get(&self, key: &str) -> Option<&'a Node> {
        self.entries.iter().find(|entry| entry.key == key)
    }

    pub fn required<T>(&self, key: &str, read: impl FnOnce(&'a Node) -> Result<T, FileError>) -> Result<T, FileError> {
        self.get(key).map_or_else(|| Err(self.missing(key)), read)
    }

    pub fn optional<T>(
        &self,
        key: &str,
        read: impl FnOnce(&'a Node) -> Result<T, FileError>,
    ) -> Result<Option<T>, FileError> {
        self.get(key).map(read).transpose()
    }

    /// The items of a list, none when it is absent.
    pub fn list(&self, key: &str, limit: usize) -> Result<&'a [Node], FileError> {
        self.get(key).map_or(Ok(&[]), |node| node.list(limit))
    }

    fn missing(&self, key: &str) -> FileError {
        FileError { key: key.to_owned(), ..self.node.error(format_args!("`{key}` is missing")) }
    }
}
