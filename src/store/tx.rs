//! One open transaction: statements go in, rows come out.

use anyhow::anyhow;
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{CachedStatement, Connection};

use super::StoreError;
use super::sqlite::run;
use super::value::{Column, Value};

/// One open transaction (or, for reads, one consistent snapshot).
pub struct Tx<'a> {
    connection: &'a Connection,
}

/// The values of a statement, in the order of its `$1…`.
macro_rules! values {
    ($($value:expr),* $(,)?) => {
        &[$($crate::store::value::Value::from($value)),*]
    };
}
pub(super) use values;

/// One row of an answer; columns count from 0.
pub(super) struct Row<'a>(&'a rusqlite::Row<'a>);

impl<'a> Tx<'a> {
    pub(super) const fn on(connection: &'a Connection) -> Self {
        Self { connection }
    }

    /// Runs `body`, whose `Err` undoes what it wrote and nothing else of the transaction.
    pub fn isolated<T, E: From<StoreError>>(&mut self, body: impl FnOnce(&mut Self) -> Result<T, E>) -> Result<T, E> {
        self.run("SAVEPOINT part")?;
        let done = body(self);
        if done.is_err() {
            self.run("ROLLBACK TO part")?;
        }
        self.run("RELEASE part")?;
        done
    }

    fn run(&self, sql: &'static str) -> Result<(), StoreError> {
        Ok(run(self.connection, sql)?)
    }

    /// Runs a statement and returns how many rows it changed.
    pub(super) fn execute(&mut self, sql: &'static str, values: &[Value<'_>]) -> Result<usize, StoreError> {
        Ok(self.prepare(sql, values)?.raw_execute()?)
    }

    /// The first row of the answer.
    pub(super) fn find<T>(
        &mut self,
        sql: &'static str,
        values: &[Value<'_>],
        read: impl Fn(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Option<T>, StoreError> {
        let mut statement = self.prepare(sql, values)?;
        let mut rows = statement.raw_query();
        rows.next()?.map(|row| read(&Row(row))).transpose()
    }

    /// Every row of the answer; the statement itself bounds how many there can be.
    pub(super) fn list<T>(
        &mut self,
        sql: &'static str,
        values: &[Value<'_>],
        read: impl Fn(&Row<'_>) -> Result<T, StoreError>,
    ) -> Result<Vec<T>, StoreError> {
        let mut statement = self.prepare(sql, values)?;
        let mut rows = statement.raw_query();
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(read(&Row(row))?);
        }
        Ok(found)
    }

    fn prepare(&self, sql: &'static str, values: &[Value<'_>]) -> Result<CachedStatement<'_>, StoreError> {
        debug_assert_eq!(numbered_in_order(sql), Some(values.len()), "placeholders of {sql}");
        let mut statement = self.connection.prepare_cached(sql)?;
        for (index, value) in values.iter().enumerate() {
            statement.raw_bind_parameter(index + 1, to_sqlite(value))?;
        }
        Ok(statement)
    }
}

impl Row<'_> {
    pub(super) fn get<T: Column>(&self, column: usize) -> Result<T, StoreError> {
        // Never the value itself in the error: it may be somebody's name.
        let unreadable = || StoreError::Internal(anyhow!("column {column} of an answer is unreadable"));
        from_sqlite(self.0.get_ref(column)?).and_then(T::read).ok_or_else(unreadable)
    }
}

/// How many placeholders the statement has, if they are numbered `$1`, `$2`… in the order of their
/// first appearance: SQLite gives them their place by appearance, PostgreSQL by number.
fn numbered_in_order(sql: &str) -> Option<usize> {
    let numbers = sql.split('$').skip(1).map(|rest| {
        let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        rest[..digits].parse::<usize>().ok()
    });
    numbers.into_iter().try_fold(0, |highest, number| {
        let number = number?;
        (1..=highest + 1).contains(&number).then_some(highest.max(number))
    })
}

fn to_sqlite<'a>(value: &'a Value<'_>) -> ToSqlOutput<'a> {
    ToSqlOutput::Borrowed(match value {
        Value::Null => ValueRef::Null,
        Value::Integer(number) => ValueRef::Integer(*number),
        Value::Text(text) => ValueRef::Text(text.as_bytes()),
        Value::Blob(bytes) => ValueRef::Blob(bytes),
        Value::Id(id) => ValueRef::Blob(id.as_bytes()),
    })
}

fn from_sqlite(value: ValueRef<'_>) -> Option<Value<'_>> {
    match value {
        ValueRef::Null => Some(Value::Null),
        ValueRef::Integer(number) => Some(Value::Integer(number)),
        ValueRef::Text(text) => std::str::from_utf8(text).ok().map(Value::Text),
        ValueRef::Blob(bytes) => Some(Value::Blob(bytes)),
        ValueRef::Real(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::numbered_in_order;

    #[test]
    fn placeholders_appear_in_the_order_of_their_numbers() {
        assert_eq!(numbered_in_order("SELECT 1"), Some(0));
        assert_eq!(numbered_in_order("a = $1 AND b = $2 AND c = $1"), Some(2));
        assert_eq!(numbered_in_order("a = $2 AND b = $1"), None);
        assert_eq!(numbered_in_order("a = $name"), None);
    }
}
