//! Copies of the file: one beside it before each migration, and backups to any place. A copy is consistent while the
//! file is in use, and encrypted with the same key. Keeps out where backups go and who may make them.

use crate::sql::Sql;
use crate::{Store, StoreError, private};
use sqlx::{Connection, Row};
use std::fs::File;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Suffix of the copy that is made before a migration, followed by the copy's schema version.
const BEFORE: &str = ".before-";
/// Lock file of the process that migrates.
const LOCK: &str = ".vestibule-migration.lock";
/// Between two attempts to get a lock.
const PAUSE: Duration = Duration::from_millis(20);

impl Store {
    /// Copies the current state into `path`, which must not exist or be empty, and checks every page of the copy. Later
    /// changes are not in it. Takes time in proportion to the file; an incomplete copy is an error.
    pub async fn copy_into(&self, path: &Path) -> Result<(), StoreError> {
        let mut connection = self.apart().await?;
        let name = path.to_str().ok_or_else(|| StoreError::Unreachable {
            path: path.to_owned(),
            cause: "its name is no text".to_owned(),
        })?;
        // Encrypt the copy with the same key.
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

    /// Before a migration: copies the file beside itself, named by its schema version.
    pub(crate) async fn copy_before_migration(&self, path: &Path, version: i64) -> Result<(), StoreError> {
        let unreachable =
            |error: std::io::Error| StoreError::Unreachable { path: path.to_owned(), cause: error.to_string() };
        let whole = suffixed(path, &format!("{BEFORE}{version}"));
        let unfinished = suffixed(&whole, ".new");
        drop(private::scratch_file(&unfinished).map_err(unreachable)?);
        self.copy_into(&unfinished).await?;
        std::fs::rename(&unfinished, &whole).map_err(unreachable)?;
        private::sync_folder(path.parent().unwrap_or(Path::new("."))).map_err(unreachable)
    }
}

/// After a start without a migration: deletes the earlier copies, since the migrated file has opened.
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

/// Waits at most `patience` until no other process migrates this file. Dropping the returned file unlocks it; the
/// system does when the process dies.
pub(crate) async fn lock_migration(path: &Path, patience: Duration) -> Result<File, StoreError> {
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
