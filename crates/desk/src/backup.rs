//! Backups: a copy of the whole file, made while it is in use and encrypted with its key. Keeps out when one is made.

use crate::export::NewFile;
use crate::seat::Seat;
use crate::{DeskError, anchor};
use std::path::Path;
use vestibule_domain::{Actor, Event};
use vestibule_wire::{BackupView, command};

impl Seat {
    /// Saves a backup of the current file at `path`, including data of this device only. The file's key opens it, and
    /// so does the recovery key, which is the same key.
    pub async fn backup(&self, path: &Path) -> Result<BackupView, DeskError> {
        let who = self.permit::<command::Backup>().await?;
        let file = NewFile::beside(&self.desk, path)?;
        let store = self.desk.store().await?;
        // Read before copying: the backup contains at least this event.
        let head = store.begin_read().await?.head().await?.as_ref().map(anchor::format_head);
        store.copy_into(file.path()).await?;
        // Logged before the file is moved into place: no backup without an entry in the trail.
        self.desk.record(&store, Actor::Account(who.standing.account), Event::BackupMade).await?;
        let bytes = std::fs::metadata(file.path()).map_err(|error| DeskError::file(path, &error))?.len();
        file.put(path)?;
        Ok(BackupView { path: path.display().to_string(), bytes, head })
    }
}
