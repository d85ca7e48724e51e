//! Detects writes by this process or another: SQLite tells a connection when another one has committed. Keeps out what
//! was written.

use crate::{Store, StoreError};
use sqlx::{ConnectOptions, Connection, SqliteConnection};
use std::sync::Arc;
use tokio::sync::Mutex;

/// A connection used only for watching.
#[derive(Debug, Default, Clone)]
pub(crate) struct ChangeWatch(Arc<Mutex<WatchState>>);

#[derive(Debug, Default)]
enum WatchState {
    /// Not opened yet.
    #[default]
    NotYet,
    Open(SqliteConnection),
    /// The file is closed.
    Ended,
}

impl Store {
    /// A number that changes whenever something was written since the last call. None: the file is closed.
    pub async fn data_version(&self) -> Result<Option<i64>, StoreError> {
        let mut watching = self.watch.0.lock().await;
        if matches!(*watching, WatchState::NotYet) {
            *watching = WatchState::Open(self.pool.connect_options().as_ref().clone().connect().await?);
        }
        let WatchState::Open(connection) = &mut *watching else { return Ok(None) };
        let version = sqlx::query_scalar("PRAGMA data_version").fetch_one(connection).await;
        if version.is_err() {
            // Retry with a new connection.
            *watching = WatchState::NotYet;
        }
        Ok(Some(version?))
    }
}

impl ChangeWatch {
    /// Call before the file is closed.
    pub(crate) async fn end(&self) {
        if let WatchState::Open(connection) = std::mem::replace(&mut *self.0.lock().await, WatchState::Ended) {
            connection.close().await.ok();
        }
    }
}
