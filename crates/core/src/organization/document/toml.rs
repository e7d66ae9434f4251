use toml::Spanned;
use toml::de::{DeInteger, DeTable, DeValue};

use super::lines::Lines;
use super::{Node, Value};
use crate::organization::FileError;

/// Reads a TOML file.
pub(in crate::organization) fn read(text: &str) -> Result<Node, FileError> {
    let lines = Lines::of(text);
    let root = DeTable::parse(text).map_err(|error| {
        let line = error.span().map_or(0, |span| lines.at(span.start));
        FileError::at(line, error.message())
    })?;
    Ok(Node { key: String::new(), line: 1, value: table(&lines, root.get_ref()) })
}

fn table(lines: &Lines, table: &DeTable<'_>) -> Value {
    let entries = table.iter().map(|(key, value)| node(lines, key.get_ref(), key.span().start, value));
    Value::Table(entries.collect())
}

fn node(lines: &Lines, key: &str, offset: usize, value: &Spanned<DeValue<'_>>) -> Node {
    let item = |item: &Spanned<DeValue<'_>>| node(lines, key, item.span().start, item);
    let value = match value.get_ref() {
        DeValue::String(text) => Value::Text(text.to_string()),
        DeValue::Datetime(time) => Value::Time(time.to_string()),
        DeValue::Integer(number) => integer(number),
        DeValue::Array(items) => Value::List(items.iter().map(item).collect()),
        DeValue::Table(entries) => table(lines, entries),
        DeValue::Float(_) | DeValue::Boolean(_) => Value::Other,
    };
    Node { key: key.to_owned(), line: lines.at(offset), value }
}

fn integer(number: &DeInteger<'_>) -> Value {
    i64::from_str_radix(number.as_str(), number.radix()).map_or(Value::Other, Value::Integer)
}
