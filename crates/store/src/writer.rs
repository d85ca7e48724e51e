//! The one connection of this process that writes. Who wants to write takes turns, and finds the pages written last
//! still decrypted; what a turn leaves half done is rolled back. Not a pool: its trips to the connection's thread at
//! each handing over take as long as the writing itself. Keeps out what is written.

use crate::StoreError;
use crate::sql::Sql;
use sqlx::{Connection, SqliteConnection};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Mutex, OwnedMutexGuard};

/// Begins a write transaction, at once and not at the first write: nobody else writes between what is read in it and
/// what it writes.
const BEGIN: &str = "BEGIN IMMEDIATE;";
/// Ends it, for good.
pub(crate) const COMMIT: &str = "COMMIT;";

/// Whose turn it is. Cheap to clone.
#[derive(Clone, Debug)]
pub(crate) struct Writer {
    slot: Arc<Mutex<WriterSlot>>,
    /// How long one waits for one's turn.
    patience: Duration,
}

#[derive(Debug)]
struct WriterSlot {
    /// None once it is closed.
    connection: Option<SqliteConnection>,
    /// A transaction may be open.
    open: bool,
}

/// The connection, for as long as this lives. A transaction that is still open then never was.
#[derive(Debug)]
pub(crate) struct WriteGuard {
    /// None only once it is dropped.
    slot: Option<OwnedMutexGuard<WriterSlot>>,
}

impl Writer {
    pub(crate) fn new(connection: SqliteConnection, patience: Duration) -> Self {
        Self { slot: Arc::new(Mutex::new(WriterSlot { connection: Some(connection), open: false })), patience }
    }

    /// Waits until nobody of this process writes. No transaction is open yet.
    pub(crate) async fn guard(&self) -> Result<WriteGuard, StoreError> {
        let waited = tokio::time::timeout(self.patience, Arc::clone(&self.slot).lock_owned()).await;
        let mut slot = waited.map_err(|_| StoreError::Busy)?;
        if slot.connection.is_none() {
            return Err(sqlx::Error::PoolClosed.into());
        }
        slot.roll_back().await;
        Ok(WriteGuard { slot: Some(slot) })
    }

    /// Closes the connection, when the turns before are over. From then on there is none to be had.
    pub(crate) async fn close(&self) -> Result<(), StoreError> {
        let connection = self.slot.lock().await.connection.take();
        match connection {
            Some(connection) => Ok(connection.close().await?),
            None => Ok(()),
        }
    }
}

impl WriterSlot {
    /// Does nothing where no transaction is open.
    async fn roll_back(&mut self) {
        let Some(connection) = self.connection.as_mut().filter(|_| self.open) else { return };
        // SQLite refuses it where the transaction was rolled back by its own fault or never began: that is as good.
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

    /// Begins a transaction; with it, on the same trip, goes what is to be read first.
    pub(crate) async fn begin(&mut self, first: &Sql) -> Result<Vec<sqlx::sqlite::SqliteRow>, StoreError> {
        self.slot().open = true;
        let mut sql = Sql::new(BEGIN);
        sql.append(first);
        sql.rows(self.connection()).await
    }

    /// What has been run last ended the transaction.
    pub(crate) fn committed(&mut self) {
        self.slot().open = false;
    }
}

impl Drop for WriteGuard {
    fn drop(&mut self) {
        let Some(mut slot) = self.slot.take().filter(|slot| slot.open) else { return };
        // Others wait for the file until it is rolled back. Where no task can do that, whoever is next does.
        if let Ok(runtime) = tokio::runtime::Handle::try_current() {
            runtime.spawn(async move { slot.roll_back().await });
        }
    }
}
