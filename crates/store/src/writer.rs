//! This process's only writing connection. Writers take turns and find recently written pages still decrypted; an
//! unfinished transaction is rolled back. Not a pool: its round trips at each checkout would take as long as the
//! writing. Keeps out what is written.

use crate::StoreError;
use crate::sql::Sql;
use sqlx::{Connection, SqliteConnection};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Mutex, OwnedMutexGuard};

/// Takes the write lock at once, not at the first write, so that nothing changes between the transaction's reads and
/// writes.
const BEGIN: &str = "BEGIN IMMEDIATE;";
/// Commits the transaction.
pub(crate) const COMMIT: &str = "COMMIT;";

/// The lock around the connection. Clones share it.
#[derive(Clone, Debug)]
pub(crate) struct Writer {
    slot: Arc<Mutex<WriterSlot>>,
    /// How long to wait for the lock.
    patience: Duration,
}

#[derive(Debug)]
struct WriterSlot {
    /// None once it is closed.
    connection: Option<SqliteConnection>,
    /// Whether a transaction may be open.
    open: bool,
}

/// Exclusive use of the connection. Dropped with an open transaction: rolls back.
#[derive(Debug)]
pub(crate) struct WriteGuard {
    /// None only once it is dropped.
    slot: Option<OwnedMutexGuard<WriterSlot>>,
}

impl Writer {
    pub(crate) fn new(connection: SqliteConnection, patience: Duration) -> Self {
        Self { slot: Arc::new(Mutex::new(WriterSlot { connection: Some(connection), open: false })), patience }
    }

    /// Waits until no other task of this process writes. Begins no transaction.
    pub(crate) async fn guard(&self) -> Result<WriteGuard, StoreError> {
        let waited = tokio::time::timeout(self.patience, Arc::clone(&self.slot).lock_owned()).await;
        let mut slot = waited.map_err(|_| StoreError::Busy)?;
        if slot.connection.is_none() {
            return Err(sqlx::Error::PoolClosed.into());
        }
        slot.roll_back().await;
        Ok(WriteGuard { slot: Some(slot) })
    }

    /// Closes the connection after earlier writers have finished. Later calls of [`Writer::guard`] fail.
    pub(crate) async fn close(&self) -> Result<(), StoreError> {
        let connection = self.slot.lock().await.connection.take();
        match connection {
            Some(connection) => Ok(connection.close().await?),
            None => Ok(()),
        }
    }
}

impl WriterSlot {
    /// Rolls back the open transaction, if there is one.
    async fn roll_back(&mut self) {
        let Some(connection) = self.connection.as_mut().filter(|_| self.open) else { return };
        // An error means that SQLite has rolled back by itself or never began: ignore it.
        let _ = Sql::new("ROLLBACK").rows(connection).await;
        self.open = false;
    }
}

impl WriteGuard {
    fn slot(&mut self) -> &mut WriterSlot {
        self.slot.as_mut().expect("taken in drop only")
    }

    pub(crate) fn connection(&mut self) -> &mut SqliteConnection {
        self.slot().connection.as_mut().expect("only whose turn it is could close it")
    }

    /// Begins a transaction and runs `first` in the same round trip.
    pub(crate) async fn begin(&mut self, first: &Sql) -> Result<Vec<sqlx::sqlite::SqliteRow>, StoreError> {
        self.slot().open = true;
        let mut sql = Sql::new(BEGIN);
        sql.append(first);
        sql.rows(self.connection()).await
    }

    /// Call after the connection ran a COMMIT.
    pub(crate) fn committed(&mut self) {
        self.slot().open = false;
    }
}

impl Drop for WriteGuard {
    fn drop(&mut self) {
        let Some(mut slot) = self.slot.take().filter(|slot| slot.open) else { return };
        // Other writers wait until this is rolled back. Without a runtime to do it, the next writer does.
        if let Ok(runtime) = tokio::runtime::Handle::try_current() {
            runtime.spawn(async move { slot.roll_back().await });
        }
    }
}
