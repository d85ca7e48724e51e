//! Backups: a copy of the whole file, made while it is in use and encrypted with its key. Keeps out when one is made.

use crate::export::NewFile;
use crate::seat::Seat;
use crate::{DeskError, anchor};
use std::path::Path;
use vestibule_domain::{Actor, Event};
use vestibule_wire::{BackupView, command};

impl Seat {
    /// Saves a backup at `path`: all that is true now, on this device's own as well. It opens with the file's key,
    /// which the recovery key is too.
    pub async fn backup(&self, path: &Path) -> Result<BackupView, DeskError> {
        let who = self.permit::<command::Backup>().await?;
        let file = NewFile::beside(&self.desk, path)?;
        let store = self.desk.store().await?;
        // Read before: what the backup holds goes at least so far.
        let head = store.begin_read().await?.head().await?.as_ref().map(anchor::write);
        store.copy_into(file.path()).await?;
        // Written down before the file is in its place: nobody has a backup without its line in the trail.
        self.desk.record(&store, Actor::Account(who.standing.account), Event::BackupMade).await?;
        let bytes = std::fs::metadata(file.path()).map_err(|error| DeskError::file(path, &error))?.len();
        file.put(path)?;
        Ok(BackupView { path: path.display().to_string(), bytes, head })
    }
}
