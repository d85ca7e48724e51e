//! Access with the recovery key: it opens the file, and the file's key is then stored in the keychain or wrapped with a
//! new passphrase; the key itself stays the same. An administrator can see the recovery key again, with their password.
//! Keeps out who may (`domain::decide`) and how a password is proved.

use crate::error::{OrganisationError, SessionError};
use crate::keyfile::{KeyFile, KeySource, hex};
use crate::opening::{accept_passphrase, lock};
use crate::operation::Operation;
use crate::seat::Seat;
use crate::{Desk, DeskError};
use std::path::Path;
use vestibule_domain::decide::show_recovery_key;
use vestibule_domain::{Actor, Event, KeyPlace, recovery};
use vestibule_store::{FileKey, Store, private};
use vestibule_wire::{RecoveryKeyView, Secret, ShowRecoveryKeyRequest, command};
use zeroize::Zeroizing;

impl Seat {
    /// The recovery key again, for an administrator who enters their password: an open window is no proof. Wrong
    /// passwords are throttled as at sign-in. Logged in the trail before it is shown.
    pub async fn show_recovery_key(&self, request: ShowRecoveryKeyRequest) -> Result<RecoveryKeyView, DeskError> {
        let asking = self.permit::<command::ShowRecoveryKey>().await?;
        let store = self.desk.store().await?;
        // Refuse those without the right before asking for their password.
        let roles = store.begin_read().await?.roles().await?;
        let account = asking.standing.account;
        self.judged::<command::ShowRecoveryKey, _>(account, show_recovery_key(&asking.standing, &roles)).await?;
        let proof = self.proved::<command::ShowRecoveryKey>(Some(request.password)).await?;
        // Read again, since proving the password took time.
        self.operate::<command::ShowRecoveryKey, _>(async |Operation { acting, mut tx }| {
            let who = &acting.who.standing;
            if !acting.has_proved(proof) || who.account != account {
                return Err(SessionError::NotSignedIn.into());
            }
            show_recovery_key(who, &acting.roles)?;
            let key = store.file_key().ok_or(DeskError::Fault("the file's key"))?;
            let organisation = tx.organisation().await?.ok_or(OrganisationError::Missing)?.name;
            let view = RecoveryKeyView { lines: recovery::write(key.reveal()), organisation };
            tx.commit_facts(&[Event::RecoveryKeyShown { account }.into()], view).await
        })
        .await
    }
}

impl Desk {
    /// The key in the printed lines. Check symbols don't cover the order of lines: of the orders that form a key, takes
    /// the one with the fingerprint in `vestibule.json`, or that opens the file; else the first.
    pub(crate) async fn printed_key(&self, printed: &Secret, file: &Path) -> Result<FileKey, DeskError> {
        let mut keys: Vec<FileKey> =
            recovery::candidate_keys(printed.reveal())?.into_iter().map(FileKey::new).collect();
        let known = KeyFile::load(self.folder()).ok().flatten().map(|about| about.fingerprint);
        if let Some(at) = keys.iter().position(|key| known.as_ref() == Some(&key.fingerprint())) {
            return Ok(keys.swap_remove(at));
        }
        for at in 0..keys.len() {
            if Store::opens_by(file, &keys[at]).await? {
                return Ok(keys.swap_remove(at));
            }
        }
        Ok(keys.swap_remove(0))
    }

    /// Opens the file with the recovery key alone, since `vestibule.json` proves nothing. Also returns the key file, if
    /// its fingerprint is this key's.
    pub(crate) async fn open_by_recovery_key(
        &self,
        printed: &Secret,
    ) -> Result<(Store, FileKey, Option<KeyFile>), DeskError> {
        let key = self.printed_key(printed, &self.file()).await?;
        let about = KeyFile::load(self.folder()).ok().flatten();
        let about = about.filter(|about| about.fingerprint == key.fingerprint());
        let store = self.open_file(&key, about.as_ref()).await?;
        self.follow_time(&store).await?;
        Ok((store, key, about))
    }

    /// Opens the file with the recovery key, and stores its key: wrapped with a new passphrase if there is one, else as
    /// before.
    pub(crate) async fn recover(&self, printed: &Secret, new: Option<&Secret>) -> Result<Store, DeskError> {
        let (store, key, about) = self.open_by_recovery_key(printed).await?;
        let placed = match new {
            Some(passphrase) => self.place_behind(&store, &key, about, passphrase).await,
            None => self.put_back(&store, &key, about).await,
        };
        if let Err(error) = placed {
            let _ = store.close().await;
            return Err(error);
        }
        Ok(store)
    }

    /// From now on the new passphrase opens the file, and the previous one no longer.
    async fn place_behind(
        &self,
        store: &Store,
        key: &FileKey,
        about: Option<KeyFile>,
        passphrase: &Secret,
    ) -> Result<(), DeskError> {
        accept_passphrase("new_passphrase", passphrase, store.begin_read().await?.policy().await?)?;
        let installation = match &about {
            Some(about) => about.installation.clone(),
            None => hex(&self.ports().random::<16>()),
        };
        let described = self.key_file_behind(key, installation, passphrase).await?;
        self.describe(store, &described, KeyPlace::Passphrase).await?;
        if about.is_some_and(|about| about.key == KeySource::Keychain) {
            // With a passphrase, the keychain must not open the file. If it can't be reached, its entry stays but is no
            // longer read.
            let _ = self.keychain().delete(described.key_entry()).await;
        }
        Ok(())
    }

    /// Stores the key in the keychain again, if there is one, and recreates a lost `vestibule.json`. A passphrase that
    /// opens the file stays valid.
    async fn put_back(&self, store: &Store, key: &FileKey, about: Option<KeyFile>) -> Result<(), DeskError> {
        let described = match about {
            Some(KeyFile { key: KeySource::Passphrase { .. }, .. }) => return Ok(()),
            Some(about) => about,
            None => KeyFile {
                format: 1,
                installation: hex(&self.ports().random::<16>()),
                fingerprint: key.fingerprint(),
                key: KeySource::Keychain,
            },
        };
        let kept = self.keychain().set(described.key_entry(), Zeroizing::new(key.reveal().to_vec())).await;
        if let Err(error) = kept {
            // The file stays open until the program ends.
            tracing::warn!(%error, "the recovered key could not be put into the keychain");
            return Ok(());
        }
        self.describe(store, &described, KeyPlace::Keychain).await
    }

    /// Writes `vestibule.json` and its event: both or neither, except after a power cut between the two.
    async fn describe(&self, store: &Store, about: &KeyFile, place: KeyPlace) -> Result<(), DeskError> {
        let _alone = lock(self.folder())?;
        let mut tx = self.transaction(store, Actor::Stranger).await?;
        tx.append(&[Event::FileKeyPlaced { place }.into()]).await?;
        about.write(self.folder())?;
        tx.commit(()).await?;
        if let Err(error) = private::sync_folder(self.folder()) {
            tracing::warn!(%error, "whether the new key file outlives a loss of power can't be told");
        }
        Ok(())
    }
}
