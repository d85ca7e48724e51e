//! Restores a backup: checks all of it before it replaces the file, makes it a new device, and keeps the replaced file
//! beside it. Keeps out how the key is obtained.

use crate::desk::VERSION;
use crate::error::OpeningError;
use crate::opening::{device_name, lock, remove};
use crate::seat::Seat;
use crate::{Desk, DeskError};
use std::fs::File;
use std::path::{Path, PathBuf};
use vestibule_domain::{Actor, DeviceId, DeviceKind, Event};
use vestibule_store::{FILE_NAME, Store, private};
use vestibule_wire::{ErrorView, OpenFileRequest, RestoredView};

/// Why messages that a backup holds are not sent by themselves.
const MAIL_IN_DOUBT: &str =
    "It waited when the backup was made, and may have been sent since. Only sending it again by hand sends it.";

impl Seat {
    /// Replaces the data file by a backup, with the key in the request (as for opening). Ends this seat's session.
    /// Close every other window and command first: what they write afterwards goes to the replaced file.
    pub async fn restore(&self, file: &Path, request: OpenFileRequest) -> Result<RestoredView, DeskError> {
        let (events, replaced) = self.desk.restore(file, &request).await?;
        self.set_session(None);
        // The restore is done; an error while opening does not undo it.
        let trouble = self.desk.open_with(&request).await.err().map(ErrorView::from);
        Ok(RestoredView { events, replaced: replaced.map(|path| path.display().to_string()), trouble })
    }
}

impl Desk {
    async fn restore(&self, file: &Path, request: &OpenFileRequest) -> Result<(u64, Option<PathBuf>), DeskError> {
        let mut open = self.inner.store.lock().await;
        let failed = |error: std::io::Error| DeskError::folder(self.folder(), &error);
        private::make_folder(self.folder()).map_err(failed)?;
        let _alone = lock(self.folder())?;
        let staged = self.folder().join(format!("{FILE_NAME}.restoring"));
        remove(&staged);
        let made = self.stage(file, &staged, request).await;
        vestibule_store::remove_copies(&staged);
        let events = match made {
            Ok(events) => events,
            Err(error) => {
                remove(&staged);
                return Err(error);
            }
        };
        if let Some(store) = open.take() {
            store.close().await?;
        }
        let replaced = self.put_aside().map_err(failed)?;
        std::fs::rename(&staged, self.file()).map_err(failed)?;
        private::sync_folder(self.folder()).map_err(failed)?;
        Ok((events, replaced))
    }

    /// Copies the backup beside the data file, checks all of it, and makes it a new device.
    async fn stage(&self, file: &Path, staged: &Path, request: &OpenFileRequest) -> Result<u64, DeskError> {
        let (from, to) = (file.to_owned(), staged.to_owned());
        let copied = tokio::task::spawn_blocking(move || {
            let mut to = private::scratch_file(&to)?;
            std::io::copy(&mut File::open(from)?, &mut to)?;
            to.sync_all()
        });
        copied.await.map_err(|_| DeskError::Fault("restoring"))?.map_err(|error| DeskError::file(file, &error))?;
        let key = self.key_of(request, staged).await?;
        let store = Store::open(staged, &key, VERSION).await?;
        let made = self.begin_anew(&store).await;
        let closed = store.close().await;
        let events = made?;
        closed?;
        Ok(events)
    }

    async fn begin_anew(&self, store: &Store) -> Result<u64, DeskError> {
        // Verifying log and tables reads no pages of indexes and no free pages.
        if let Some(problem) = store.check_pages().await?.into_iter().next() {
            return Err(OpeningError::BackupNotWhole(problem).into());
        }
        let verified = store.verify().await?;
        let problem = verified.broken.map(|at| at.problem).or_else(|| verified.tables.into_iter().next());
        if let Some(problem) = problem {
            return Err(OpeningError::BackupNotWhole(problem).into());
        }
        let mut tx = self.transaction(store, Actor::Vestibule).await?;
        let head = tx.head().await?.ok_or(OpeningError::BackupNotWhole("it belongs to no device".to_owned()))?;
        let now = self.ports().now().max(store.last_time().get().unwrap_or_default());
        // A new device, so a new chain: the old one may have continued elsewhere with the same numbers.
        let device = DeviceId::new(now, self.ports().random());
        tx.stamp_by(Actor::Vestibule, now);
        tx.begin_device(device).await?;
        tx.end_all_sessions().await?;
        tx.forget_password_codes().await?;
        tx.doubt_all_mail(MAIL_IN_DOUBT).await?;
        let restored = Event::BackupRestored { device: head.device, seq: head.seq };
        let added = Event::DeviceAdded { device, name: device_name(), kind: DeviceKind::Desk };
        Ok(tx.commit_facts(&[added.into(), restored.into()], verified.events).await?.answer())
    }

    /// Renames the data file and its write-ahead log, with the time in the name. None: there is none.
    fn put_aside(&self) -> std::io::Result<Option<PathBuf>> {
        if !self.file().try_exists()? {
            return Ok(None);
        }
        let time = self.ports().now().format("%Y%m%d-%H%M%S");
        let aside = self.folder().join(format!("{FILE_NAME}.replaced-{time}"));
        for suffix in ["", "-wal", "-shm"] {
            let named = |path: &Path| PathBuf::from(format!("{}{suffix}", path.display()));
            match std::fs::rename(named(&self.file()), named(&aside)) {
                Err(error) if suffix.is_empty() || error.kind() != std::io::ErrorKind::NotFound => return Err(error),
                _ => {}
            }
        }
        Ok(Some(aside))
    }
}
