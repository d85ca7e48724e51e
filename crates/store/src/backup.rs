//! Copies of the file: one beside it before it is migrated, and one wherever somebody wants a backup. A copy is
//! consistent while the file is in use, and encrypted with the same key. Keeps out where a backup goes and who may have
//! one.

use crate::sql::Sql;
use crate::{Store, StoreError, private};
use sqlx::{Connection, Row};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// How the name of the copy that a migration leaves goes on behind the file's own; at its end stands the version of the
/// schema that the copy has.
const BEFORE: &str = ".before-";
/// Held by the one process that migrates.
const LOCK: &str = ".vestibule-migration.lock";
/// Between two tries to get a lock.
const PAUSE: Duration = Duration::from_millis(20);

impl Store {
    /// Copies the file as it stands now into `path`, where nothing or an empty file stands, and looks at every page of
    /// the copy. Changes made meanwhile are not in it. Takes time in proportion to the file; a copy that could not be
    /// made whole is an error.
    pub async fn copy_into(&self, path: &Path) -> Result<(), StoreError> {
        let mut connection = self.apart().await?;
        let name = path.to_str().ok_or_else(|| StoreError::Unreachable {
            path: path.to_owned(),
            cause: "its name is no text".to_owned(),
        })?;
        // The copy gets the key of the file that it is made from.
        let mut copy = Sql::default();
        copy.text("VACUUM INTO ?", name);
        copy.rows(&mut connection).await?;
        File::open(path)
            .and_then(|file| file.sync_all())
            .map_err(|error| StoreError::Unreachable { path: path.to_owned(), cause: error.to_string() })?;
        let mut attach = Sql::default();
        attach.text("ATTACH DATABASE ? AS copy", name);
        attach.rows(&mut connection).await?;
        let problems = Sql::new("PRAGMA copy.quick_check(5)").rows(&mut connection).await?;
        connection.close().await?;
        let is_sound = problems.iter().all(|row| row.try_get::<&str, _>(0).is_ok_and(|line| line == "ok"));
        if is_sound { Ok(()) } else { Err(StoreError::Corrupt(path.to_owned())) }
    }

    /// Before a migration: leaves a copy of the file beside it, by the version of the schema that it has.
    pub(crate) async fn copy_before_migration(&self, path: &Path, version: i64) -> Result<(), StoreError> {
        let unreachable =
            |error: std::io::Error| StoreError::Unreachable { path: path.to_owned(), cause: error.to_string() };
        let whole = suffixed(path, &format!("{BEFORE}{version}"));
        let unfinished = suffixed(&whole, ".new");
        drop(private::scratch_file(&unfinished).map_err(unreachable)?);
        self.copy_into(&unfinished).await?;
        std::fs::rename(&unfinished, &whole).map_err(unreachable)?;
        private::settle(path.parent().unwrap_or(Path::new("."))).map_err(unreachable)
    }
}

/// After a start that needed no migration: the one before it left a file that opens, so the copy from before it may go.
pub fn remove_copies(path: &Path) {
    let Some((folder, name)) = path.parent().zip(path.file_name()) else { return };
    let begin = format!("{}{BEFORE}", name.to_string_lossy());
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.file_name().to_string_lossy().starts_with(&begin)
            && let Err(error) = std::fs::remove_file(entry.path())
        {
            tracing::warn!(%error, "the copy from before a migration could not be removed");
        }
    }
}

/// Waits until no other process migrates this file, for at most `patience`. Held as long as the answer lives; the
/// system lets go of it when a process dies.
pub(crate) async fn alone(path: &Path, patience: Duration) -> Result<File, StoreError> {
    let unreachable =
        |error: std::io::Error| StoreError::Unreachable { path: path.to_owned(), cause: error.to_string() };
    let file = private::lock_file(&path.with_file_name(LOCK)).map_err(unreachable)?;
    let until = Instant::now() + patience;
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(file),
            Err(std::fs::TryLockError::WouldBlock) if Instant::now() < until => tokio::time::sleep(PAUSE).await,
            Err(std::fs::TryLockError::WouldBlock) => return Err(StoreError::Busy),
            Err(std::fs::TryLockError::Error(error)) => return Err(unreachable(error)),
        }
    }
}

fn suffixed(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}
