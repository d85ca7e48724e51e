//! Statements that go to SQLite together: between one and the next, no thread waits for another. (Such a trip takes as
//! long as several statements, more so on a machine at rest.) Keeps out what the statements say.

use crate::StoreError;
use crate::sql::{Bind, Sql};
use sqlx::SqliteConnection;
use sqlx::sqlite::SqliteRow;

/// Fails, and with it all that follows, unless the statement before has changed one row.
const CHANGED: &str = "INSERT INTO expectation SELECT 'not met' WHERE changes() <> 1";
/// The same, unless it has changed so many.
const SO_MANY_CHANGED: &str = "INSERT INTO expectation SELECT 'not met' WHERE changes() <> ?";
/// The same, unless it has changed any.
const ANY_CHANGED: &str = "INSERT INTO expectation SELECT 'not met' WHERE changes() = 0";
/// How it fails: SQLITE_CONSTRAINT_DATATYPE. All else that is written has its column's type.
pub(crate) const NOT_CHANGED: i32 = 3091;

/// In how large parts many rows are written. A statement stays prepared by its text, so texts are to be few.
pub(crate) const ROWS: [usize; 5] = [256, 64, 16, 4, 1];

/// Cuts so many into parts of these sizes, the last of which is 1.
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
    /// Where each statement ends in the text, and in the values.
    ends: Vec<(usize, usize)>,
    keeping: Upkeep,
}

/// What is kept up beside the facts themselves: counts, and the search index.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Upkeep {
    /// Both, with each event.
    #[default]
    UpToDate,
    /// The counts at the end, by one count for many events (`apply::settle`); new rows enter the index behind the
    /// transaction.
    Later {
        /// The last invitation's number before the first of these events.
        newest: i64,
    },
    /// Neither: nobody asks these tables for a list.
    FactsOnly,
}

impl Batch {
    pub(crate) fn keeping(keeping: Upkeep) -> Self {
        Self { keeping, ..Self::default() }
    }

    /// One for tables of which nobody asks for a list: it leaves out counts and the search index.
    pub(crate) fn facts_only() -> Self {
        Self::keeping(Upkeep::FactsOnly)
    }

    /// Whether counts and the search index are left out.
    pub(crate) fn is_facts_only(&self) -> bool {
        self.keeping == Upkeep::FactsOnly
    }

    /// Whether it keeps counts and the search index up with each event.
    pub(crate) fn is_up_to_date(&self) -> bool {
        self.keeping == Upkeep::UpToDate
    }

    /// Where counts are counted at the end: the last invitation's number before the first event.
    pub(crate) fn counts_later(&self) -> Option<i64> {
        match self.keeping {
            Upkeep::Later { newest } => Some(newest),
            Upkeep::UpToDate | Upkeep::FactsOnly => None,
        }
    }

    /// Whether it has the same statements, with whatever values: then SQLite has them prepared already.
    pub(crate) fn is_alike(&self, other: &Self) -> bool {
        self.sql.text == other.sql.text
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// One statement that answers with no row.
    pub(crate) fn add<const N: usize>(&mut self, statement: &str, binds: [Bind; N]) {
        self.statement(statement, binds.into());
    }

    /// The same, with as many values as there are rows.
    pub(crate) fn statement(&mut self, statement: &str, binds: Vec<Bind>) {
        self.sql.push(statement);
        self.sql.push(";");
        self.sql.binds.extend(binds);
        self.ends.push((self.sql.text.len(), self.sql.binds.len()));
    }

    /// One statement that has to change exactly one row, or else all of them fail.
    pub(crate) fn must<const N: usize>(&mut self, statement: &str, binds: [Bind; N]) {
        self.add(statement, binds);
        self.statement(CHANGED, Vec::new());
    }

    /// One statement that has to change one row or several, or else all of them fail.
    pub(crate) fn must_any<const N: usize>(&mut self, statement: &str, binds: [Bind; N]) {
        self.add(statement, binds);
        self.statement(ANY_CHANGED, Vec::new());
    }

    /// One statement that has to change exactly so many rows, or else all of them fail.
    pub(crate) fn must_all(&mut self, statement: &str, binds: Vec<Bind>, rows: usize) {
        self.statement(statement, binds);
        self.add(SO_MANY_CHANGED, [i64::try_from(rows).unwrap_or(i64::MAX).into()]);
    }

    /// All of `other`, behind all of this.
    pub(crate) fn append(&mut self, other: Self) {
        let (text, binds) = (self.sql.text.len(), self.sql.binds.len());
        self.sql.append(&other.sql);
        self.ends.extend(other.ends.into_iter().map(|end| (text + end.0, binds + end.1)));
    }

    /// Each statement with its values, for a connection that runs them one by one.
    pub(crate) fn statements(&self) -> impl Iterator<Item = (&str, &[Bind])> {
        let starts = std::iter::once(&(0, 0)).chain(&self.ends);
        starts.zip(&self.ends).map(|(from, to)| (&self.sql.text[from.0..to.0], &self.sql.binds[from.1..to.1]))
    }

    /// Runs all, then reads what `last` asks for: the state that all of them made.
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

/// SQLite's own code for what went wrong.
pub(crate) fn code_of(error: &sqlx::Error) -> Option<i32> {
    error.as_database_error()?.code()?.parse().ok()
}
