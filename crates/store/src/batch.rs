//! Statements that are sent to SQLite's thread together, so that no hand-over is needed between them. (A hand-over
//! takes as long as several statements, more on an idle machine.) Keeps out what the statements do.

use crate::StoreError;
use crate::sql::{Bind, Sql};
use sqlx::SqliteConnection;
use sqlx::sqlite::SqliteRow;

/// Fails the batch unless the previous statement changed exactly one row.
const CHANGED: &str = "INSERT INTO expectation SELECT 'not met' WHERE changes() <> 1";
/// Fails the batch unless the previous statement changed that many rows.
const SO_MANY_CHANGED: &str = "INSERT INTO expectation SELECT 'not met' WHERE changes() <> ?";
/// Fails the batch unless the previous statement changed at least one row.
const ANY_CHANGED: &str = "INSERT INTO expectation SELECT 'not met' WHERE changes() = 0";
/// The resulting error: SQLITE_CONSTRAINT_DATATYPE, which no other write of ours can cause.
pub(crate) const NOT_CHANGED: i32 = 3091;

/// Rows per statement when many are written. Few sizes, since prepared statements are cached by text.
pub(crate) const ROWS: [usize; 5] = [256, 64, 16, 4, 1];

/// Splits a number into parts of these sizes; the last size must be 1.
pub(crate) fn parts<const N: usize>(mut many: usize, sizes: [usize; N]) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let part = sizes.into_iter().find(|part| *part <= many)?;
        many -= part;
        Some(part)
    })
}

/// Statements in order, with their values.
#[derive(Debug, Default)]
pub(crate) struct Batch {
    sql: Sql,
    /// End of each statement, in the text and in the values.
    ends: Vec<(usize, usize)>,
    keeping: Upkeep,
}

/// When counts and search index, which are not facts, are updated.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Upkeep {
    /// With each event.
    #[default]
    UpToDate,
    /// Counts once, after many events (`apply::settle`); the search index after the transaction.
    Later {
        /// The last invitation's number before the first of these events.
        newest: i64,
    },
    /// Never: these tables are not listed or searched.
    FactsOnly,
}

impl Batch {
    pub(crate) fn keeping(keeping: Upkeep) -> Self {
        Self { keeping, ..Self::default() }
    }

    /// A batch for tables without lists: no counts, no search index.
    pub(crate) fn facts_only() -> Self {
        Self::keeping(Upkeep::FactsOnly)
    }

    /// Whether counts and search index are skipped.
    pub(crate) fn is_facts_only(&self) -> bool {
        self.keeping == Upkeep::FactsOnly
    }

    /// Whether counts and search index are updated with each event.
    pub(crate) fn is_up_to_date(&self) -> bool {
        self.keeping == Upkeep::UpToDate
    }

    /// If counts are updated at the end: the last invitation's number before the first event.
    pub(crate) fn counts_later(&self) -> Option<i64> {
        match self.keeping {
            Upkeep::Later { newest } => Some(newest),
            Upkeep::UpToDate | Upkeep::FactsOnly => None,
        }
    }

    /// Whether the statements are equal, whatever the values; then SQLite has them prepared.
    pub(crate) fn is_alike(&self, other: &Self) -> bool {
        self.sql.text == other.sql.text
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Adds a statement that returns no rows.
    pub(crate) fn add<const N: usize>(&mut self, statement: &str, binds: [Bind; N]) {
        self.statement(statement, binds.into());
    }

    /// Adds a statement with any number of values.
    pub(crate) fn statement(&mut self, statement: &str, binds: Vec<Bind>) {
        self.sql.push(statement);
        self.sql.push(";");
        self.sql.binds.extend(binds);
        self.ends.push((self.sql.text.len(), self.sql.binds.len()));
    }

    /// Adds a statement that must change exactly one row, or the batch fails.
    pub(crate) fn must<const N: usize>(&mut self, statement: &str, binds: [Bind; N]) {
        self.add(statement, binds);
        self.statement(CHANGED, Vec::new());
    }

    /// Adds a statement that must change at least one row, or the batch fails.
    pub(crate) fn must_any<const N: usize>(&mut self, statement: &str, binds: [Bind; N]) {
        self.add(statement, binds);
        self.statement(ANY_CHANGED, Vec::new());
    }

    /// Adds a statement that must change exactly `rows` rows, or the batch fails.
    pub(crate) fn must_all(&mut self, statement: &str, binds: Vec<Bind>, rows: usize) {
        self.statement(statement, binds);
        self.add(SO_MANY_CHANGED, [i64::try_from(rows).unwrap_or(i64::MAX).into()]);
    }

    /// Appends all statements of `other`.
    pub(crate) fn append(&mut self, other: Self) {
        let (text, binds) = (self.sql.text.len(), self.sql.binds.len());
        self.sql.append(&other.sql);
        self.ends.extend(other.ends.into_iter().map(|end| (text + end.0, binds + end.1)));
    }

    /// Each statement with its values, to run them one by one.
    pub(crate) fn statements(&self) -> impl Iterator<Item = (&str, &[Bind])> {
        let starts = std::iter::once(&(0, 0)).chain(&self.ends);
        starts.zip(&self.ends).map(|(from, to)| (&self.sql.text[from.0..to.0], &self.sql.binds[from.1..to.1]))
    }

    /// Runs all, then `last`, and returns the rows of `last`.
    pub(crate) async fn run_and(
        mut self,
        connection: &mut SqliteConnection,
        last: Option<&Sql>,
    ) -> Result<Vec<SqliteRow>, StoreError> {
        if let Some(last) = last {
            self.sql.append(last);
        }
        self.sql.into_rows(connection).await.map_err(|error| match error {
            StoreError::Database(inner) if code_of(&inner) == Some(NOT_CHANGED) => StoreError::RowNotChanged,
            other => other,
        })
    }
}

/// SQLite's extended result code of an error.
pub(crate) fn code_of(error: &sqlx::Error) -> Option<i32> {
    error.as_database_error()?.code()?.parse().ok()
}
