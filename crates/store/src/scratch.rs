//! The in-memory database for replays: all tables, no file, dropped with its connections. Statements are prepared once
//! per kind of event. Keeps out what is applied, and what is compared.

use crate::batch::{Batch, NOT_CHANGED};
use crate::file::Store;
use crate::sql::{Bind, Sql};
use crate::{StoreError, threads};
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, ErrorCode, OpenFlags, ToSql};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sqlx::{ConnectOptions, Row};
use std::sync::atomic::{AtomicU64, Ordering};

/// Capacity of the statement cache: more than `apply` has statements.
const PREPARED: usize = 96;
/// Numbers the databases: their names are global in the process.
static NUMBER: AtomicU64 = AtomicU64::new(0);

/// An empty database with all tables, in memory.
pub(crate) struct ScratchDatabase {
    name: String,
    /// Created the tables; keeps the database alive.
    pub(crate) store: Store,
}

/// A connection to it, usable on any thread. One transaction from its creation to [`ScratchTx::commit`].
pub(crate) struct ScratchTx(Connection);

/// Why an event was not applied.
#[derive(Debug)]
pub(crate) enum ApplyError {
    /// A row that it had to change is missing, or not in the expected state.
    NotApplicable,
    /// A constraint failed.
    Refused,
    /// An error that the log did not cause.
    Fault(StoreError),
}

impl ScratchDatabase {
    pub(crate) async fn new() -> Result<Self, StoreError> {
        threads::keep_libraries_standing();
        let name = format!("/vestibule-replay-{}", NUMBER.fetch_add(1, Ordering::Relaxed));
        let options = SqliteConnectOptions::new()
            .filename(&name)
            .vfs("memdb")
            .create_if_missing(true)
            .thread_name(threads::name)
            .journal_mode(SqliteJournalMode::Off)
            .synchronous(SqliteSynchronous::Off)
            .disable_statement_logging();
        let store = Store::fresh(options).await?;
        let mut tx = store.begin_write().await?;
        // Drop the indexes for lists, which are not queried here. Unique constraints stay.
        let lists = "SELECT 'DROP INDEX ' || name FROM sqlite_master WHERE type = 'index' AND sql LIKE 'CREATE INDEX%'";
        for row in Sql::new(lists).rows(tx.connection()).await? {
            Sql::new(row.get::<String, _>(0)).rows(tx.connection()).await?;
        }
        tx.commit().await?;
        Ok(Self { name, store })
    }

    /// The address at which another connection of this process attaches it.
    pub(crate) fn address(&self) -> String {
        format!("file:{}?vfs=memdb", self.name)
    }

    /// Opens a transaction to replay into.
    pub(crate) fn replay(&self) -> Result<ScratchTx, StoreError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(self.address(), flags).map_err(fault)?;
        connection.set_prepared_statement_cache_capacity(PREPARED);
        let begin = "PRAGMA journal_mode = OFF; PRAGMA cache_size = -32768; PRAGMA foreign_keys = ON; BEGIN IMMEDIATE";
        connection.execute_batch(begin).map_err(fault)?;
        Ok(ScratchTx(connection))
    }
}

impl ScratchTx {
    /// Runs these statements in order. On failure, the earlier ones stay applied.
    pub(crate) fn execute(&self, batch: &Batch) -> Result<(), ApplyError> {
        batch.statements().try_for_each(|(text, binds)| self.one(text, binds)).map_err(|error| match &error {
            rusqlite::Error::SqliteFailure(inner, _) if inner.extended_code == NOT_CHANGED => ApplyError::NotApplicable,
            rusqlite::Error::SqliteFailure(inner, _) => match inner.code {
                ErrorCode::ConstraintViolation | ErrorCode::TypeMismatch | ErrorCode::Unknown => ApplyError::Refused,
                _ => ApplyError::Fault(fault(error)),
            },
            _ => ApplyError::Fault(fault(error)),
        })
    }

    fn one(&self, text: &str, binds: &[Bind]) -> Result<(), rusqlite::Error> {
        let mut statement = self.0.prepare_cached(text)?;
        for (at, bind) in binds.iter().enumerate() {
            statement.raw_bind_parameter(at + 1, bind)?;
        }
        let mut rows = statement.raw_query();
        while rows.next()?.is_some() {}
        Ok(())
    }

    /// Makes the changes visible to other connections.
    pub(crate) fn commit(self) -> Result<(), StoreError> {
        self.0.execute_batch("COMMIT").map_err(fault)
    }
}

impl ToSql for Bind {
    fn to_sql(&self) -> Result<ToSqlOutput<'_>, rusqlite::Error> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Int(value) => ValueRef::Integer(*value),
            Self::Text(value) => ValueRef::Text(value.as_bytes()),
            Self::Blob(value) => ValueRef::Blob(value),
        }))
    }
}

/// Out of memory, and other errors that the log did not cause.
fn fault(error: rusqlite::Error) -> StoreError {
    let code = error.sqlite_error().map(|inner| inner.extended_code);
    StoreError::of_code(code).unwrap_or(StoreError::Unreadable { what: "replay" })
}
