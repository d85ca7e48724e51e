//! Statements that go to SQLite together: between one and the next, no thread waits for another. (Such a trip takes as long as several
//! statements, more so on a machine at rest.) Keeps out what the statements say.

use crate::StoreError;
use crate::sql::{Bind, Sql};
use sqlx::sqlite::SqliteRow;
use sqlx::{Column, Row, SqliteConnection};

/// The column in which a statement says that it found its row.
const CHANGED: &str = "row_was_changed";

/// Statements in order, with their values.
#[derive(Debug, Default)]
pub(crate) struct Script {
    sql: Sql,
    /// How many of them must find their row.
    must: usize,
}

impl Script {
    /// One statement that answers with no row.
    pub(crate) fn add<const N: usize>(&mut self, statement: &str, binds: [Bind; N]) {
        self.statement(statement, binds.into());
    }

    /// The same, with as many values as there are rows.
    pub(crate) fn statement(&mut self, statement: &str, binds: Vec<Bind>) {
        self.sql.push(statement);
        self.sql.push(";");
        self.sql.binds.extend(binds);
    }

    /// One statement that has to change exactly one row, or else all of them fail.
    pub(crate) fn must<const N: usize>(&mut self, statement: &str, binds: [Bind; N]) {
        self.sql.push(statement);
        self.sql.push("");
        self.sql.push(" RETURNING 1 AS row_was_changed;");
        self.sql.binds.extend(binds);
        self.must += 1;
    }

    /// All of `other`, behind all of this.
    pub(crate) fn append(&mut self, other: Self) {
        self.sql.append(&other.sql);
        self.must += other.must;
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
        let rows = self.sql.rows(connection).await?;
        let (changed, read): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| row.column(0).name() == CHANGED);
        if changed.len() == self.must { Ok(read) } else { Err(StoreError::NotUsable) }
    }
}
