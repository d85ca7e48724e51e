//! Statements that go to SQLite together: between one and the next, no thread waits for another. (Such a trip takes as long as several
//! statements, more so on a machine at rest.) Keeps out what the statements say.

use crate::StoreError;
use crate::sql::{Bind, Sql};
use sqlx::SqliteConnection;
use sqlx::sqlite::SqliteRow;

/// Fails, and with it all that follows, unless the statement before has changed one row.
const CHANGED: &str = "INSERT INTO expectation SELECT 'not met' WHERE changes() <> 1";
/// The same, unless it has changed any.
const ANY_CHANGED: &str = "INSERT INTO expectation SELECT 'not met' WHERE changes() = 0";
/// How it fails: SQLITE_CONSTRAINT_DATATYPE. All else that is written has its column's type.
pub(crate) const NOT_CHANGED: i32 = 3091;

/// Statements in order, with their values.
#[derive(Debug, Default)]
pub(crate) struct Script {
    sql: Sql,
    /// Where each statement ends in the text, and in the values.
    ends: Vec<(usize, usize)>,
    /// Nothing is kept up but the facts themselves.
    facts_only: bool,
}

impl Script {
    /// One for tables of which nobody asks for a list: it leaves out tallies and the search index.
    pub(crate) fn facts_only() -> Self {
        Self { facts_only: true, ..Self::default() }
    }

    /// Whether tallies and the search index are left out.
    pub(crate) fn is_facts_only(&self) -> bool {
        self.facts_only
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
        self.sql.rows(connection).await.map_err(|error| match error {
            StoreError::Database(inner) if code_of(&inner) == Some(NOT_CHANGED) => StoreError::NotUsable,
            other => other,
        })
    }
}

/// SQLite's own code for what went wrong.
pub(crate) fn code_of(error: &sqlx::Error) -> Option<i32> {
    error.as_database_error()?.code()?.parse().ok()
}
