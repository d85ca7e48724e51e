//! Pieces of SQL with their values, so that no value ever becomes SQL text.

use crate::StoreError;
use crate::transaction::ReadTx;
use sqlx::SqliteConnection;
use sqlx::sqlite::SqliteRow;

/// A value for a placeholder.
#[derive(Debug, Clone)]
pub(crate) enum Bind {
    Null,
    Int(i64),
    Text(String),
    Blob(Vec<u8>),
}

impl From<i64> for Bind {
    fn from(value: i64) -> Self {
        Self::Int(value)
    }
}

impl From<&str> for Bind {
    fn from(value: &str) -> Self {
        Self::Text(value.to_owned())
    }
}

impl From<String> for Bind {
    fn from(value: String) -> Self {
        Self::Text(value)
    }
}

impl From<&[u8]> for Bind {
    fn from(value: &[u8]) -> Self {
        Self::Blob(value.to_vec())
    }
}

impl From<&[u8; 16]> for Bind {
    fn from(value: &[u8; 16]) -> Self {
        Self::Blob(value.to_vec())
    }
}

impl<T: Into<Self>> From<Option<T>> for Bind {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

/// Binds the values to a query of rows or of scalars, which are different types with equal methods.
macro_rules! bound {
    ($query:expr, $binds:expr) => {{
        let mut query = $query;
        for bind in $binds {
            query = match bind {
                Bind::Null => query.bind(None::<i64>),
                Bind::Int(value) => query.bind(value),
                Bind::Text(value) => query.bind(value),
                Bind::Blob(value) => query.bind(value),
            };
        }
        query
    }};
}

/// SQL text and its values in order.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sql {
    pub(crate) text: String,
    pub(crate) binds: Vec<Bind>,
}

impl Sql {
    pub(crate) fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), binds: Vec::new() }
    }

    pub(crate) fn push(&mut self, text: &str) {
        self.text.push_str(text);
    }

    pub(crate) fn bind(&mut self, text: &str, value: impl Into<Bind>) {
        self.text.push_str(text);
        self.binds.push(value.into());
    }

    pub(crate) fn int(&mut self, text: &str, value: i64) {
        self.text.push_str(text);
        self.binds.push(Bind::Int(value));
    }

    pub(crate) fn text(&mut self, text: &str, value: &str) {
        self.text.push_str(text);
        self.binds.push(Bind::Text(value.to_owned()));
    }

    pub(crate) fn append(&mut self, other: &Self) {
        self.text.push_str(&other.text);
        self.binds.extend(other.binds.iter().cloned());
    }

    /// Appends `before` and `column IN (…)`, with the values bound as one JSON array. Callers pass at least one value,
    /// since none would match no row.
    pub(crate) fn one_of(&mut self, before: &str, column: &str, values: &[i64]) {
        self.push(before);
        self.push(column);
        self.push(" IN (SELECT value FROM json_each(");
        self.text("?))", &format!("{values:?}"));
    }

    /// Runs one or several statements, separated by semicolons, in one round trip. Returns all their rows, in order.
    pub(crate) async fn rows(&self, connection: &mut SqliteConnection) -> Result<Vec<SqliteRow>, StoreError> {
        Ok(bound!(sqlx::query(&self.text), &self.binds).fetch_all(connection).await?)
    }

    /// As [`Sql::rows`], but moves the values instead of copying them.
    pub(crate) async fn into_rows(self, connection: &mut SqliteConnection) -> Result<Vec<SqliteRow>, StoreError> {
        Ok(bound!(sqlx::query(&self.text), self.binds).fetch_all(connection).await?)
    }

    /// Runs it and returns the first column of each row.
    pub(crate) async fn positions(&self, tx: &mut ReadTx) -> Result<Vec<i64>, StoreError> {
        Ok(bound!(sqlx::query_scalar(&self.text), &self.binds).fetch_all(tx.connection()).await?)
    }

    /// Runs it and returns the first column of its only row, a count.
    pub(crate) async fn count(&self, tx: &mut ReadTx) -> Result<u64, StoreError> {
        Ok(self.positions(tx).await?.first().map_or(0, |n| n.unsigned_abs()))
    }
}
