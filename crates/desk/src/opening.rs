//! Making the organisation's file, and getting a file's key to open it. Keeps out who may do what once it is open.

use crate::argon::{PASSPHRASE, derive};
use crate::desk::VERSION;
use crate::keyfile::{KeyFile, KeySource, hex, unhex};
use crate::{Desk, DeskError, KeychainChoice, fields, keyfile};
use std::path::{Path, PathBuf};
use vestibule_domain::{Actor, DeviceId, Event, Fact, OrganisationId, Personal, Role, recovery};
use vestibule_store::{FILE_NAME, FileKey, Store, StoreError, private};
use vestibule_wire::{CreateOrganisationRequest, OpenFileRequest, RecoveryKeyView, Secret};
use zeroize::Zeroizing;

/// The shortest passphrase, in characters: it is all that stands before the file.
pub(crate) const PASSPHRASE_MIN: usize = 12;

impl Desk {
    pub(crate) fn file(&self) -> PathBuf {
        self.folder().join(FILE_NAME)
    }

    /// First start: key, file, organisation and administrator, all or nothing.
    pub(crate) async fn create(&self, request: CreateOrganisationRequest) -> Result<RecoveryKeyView, DeskError> {
        let first = fields::first_administrator(&request, self.policy())?;
        self.accept_passphrase(request.passphrase.as_ref())?;
        let mut open = self.inner.store.lock().await;
        self.refuse_second()?;
        private::make_folder(self.folder()).map_err(|error| DeskError::folder(self.folder(), &error))?;
        let _alone = lock(self.folder())?;
        self.refuse_second()?;
        let phc = crate::argon::hash(request.password.clone(), self.ports().random()).await?;
        let (key, about) = self.new_key(request.passphrase.as_ref()).await?;
        let beside = self.folder().join(format!("{FILE_NAME}.new"));
        remove(&beside);
        let made = self.make(&beside, &key, &about, first, &phc).await;
        if let Err(error) = made {
            remove(&beside);
            let _ = self.keychain().delete(about.key_entry()).await;
            return Err(error);
        }
        // It stands from here on: whatever keeps it from opening now must not keep the recovery key from being shown.
        *open = Store::open(&self.file(), &key, VERSION).await.ok();
        if let Some(store) = open.as_ref() {
            self.inner.steady.follow(store.last_time());
        }
        Ok(RecoveryKeyView {
            lines: recovery::write(key.reveal()),
            organisation: request.organisation.trim().to_owned(),
        })
    }

    fn refuse_second(&self) -> Result<(), DeskError> {
        match self.file().try_exists() {
            Ok(false) => Ok(()),
            Ok(true) => Err(DeskError::OrganisationExists),
            Err(error) => Err(DeskError::folder(self.folder(), &error)),
        }
    }

    /// Where a passphrase is all that stands before the file, it must be hard to guess.
    fn accept_passphrase(&self, passphrase: Option<&Secret>) -> Result<(), DeskError> {
        let needed = DeskError::PassphraseNeeded { min: PASSPHRASE_MIN };
        match passphrase {
            None if self.ports().keychain == KeychainChoice::None => Err(needed),
            None => Ok(()),
            Some(passphrase) if passphrase.reveal().chars().count() < PASSPHRASE_MIN => Err(needed),
            Some(passphrase) => fields::at("passphrase", crate::password::accept(passphrase, &[], self.policy())),
        }
    }

    /// A new key and where it is kept.
    async fn new_key(&self, passphrase: Option<&Secret>) -> Result<(FileKey, KeyFile), DeskError> {
        let installation = hex(&self.ports().random::<16>());
        let (bytes, source) = match passphrase {
            Some(passphrase) => {
                let salt = self.ports().random::<16>();
                let key = derive(passphrase.clone(), salt.to_vec(), PASSPHRASE).await?;
                (key, KeySource::Passphrase { salt: hex(&salt), costs: PASSPHRASE })
            }
            None => (self.ports().random::<32>(), KeySource::Keychain),
        };
        let key = FileKey::new(bytes);
        let about = KeyFile { format: 1, installation, fingerprint: key.fingerprint(), key: source };
        if about.key == KeySource::Keychain {
            self.keychain().set(about.key_entry(), Zeroizing::new(key.reveal().to_vec())).await?;
        }
        Ok((key, about))
    }

    /// Writes everything beside its place, and moves it there at the end.
    async fn make(
        &self,
        beside: &Path,
        key: &FileKey,
        about: &KeyFile,
        first: fields::FirstAdministrator,
        phc: &str,
    ) -> Result<(), DeskError> {
        let store = Store::create(beside, key, VERSION).await?;
        let now = self.ports().now();
        let random = |bytes: &mut [u8]| self.ports().entropy.fill(bytes);
        let mut change = store.change().await?;
        change.register_device(DeviceId::new(now, self.ports().random()), &device_name()).await?;
        let account = first.account(now, self.ports().random());
        let mut facts: Vec<Fact> = vec![
            Event::OrganisationCreated {
                organisation: OrganisationId::new(now, self.ports().random()),
                name: first.organisation,
                join_address: first.join_address,
            }
            .into(),
        ];
        let [administrator, ..] = Role::built_in();
        facts.extend(Role::built_in().map(|role| Event::RoleAdded { role }.into()));
        facts.push(Fact {
            event: Event::AccountCreated {
                account,
                role: administrator.id,
                department: None,
                joined_through: None,
                groups: Vec::new(),
            },
            personal: Personal {
                name: Some(first.name),
                email: Some(first.email),
                username: Some(first.username),
                ..Personal::default()
            },
        });
        change.append(&facts, self.stamp(Actor::Vestibule, now, &random)).await?;
        change.set_credential(account, phc, now).await?;
        change.commit().await?;
        store.close().await?;
        // One that stands without its data file belongs to a file that was moved away, and is all that opens it.
        let failed = |error: std::io::Error| DeskError::folder(self.folder(), &error);
        let described = self.folder().join(keyfile::NAME);
        if described.exists() {
            std::fs::rename(&described, self.folder().join(format!("{}.before", keyfile::NAME))).map_err(failed)?;
        }
        about.write(self.folder())?;
        std::fs::rename(beside, self.file()).map_err(failed)?;
        private::settle(self.folder()).map_err(failed)
    }

    /// Opens with the key that the keychain holds.
    pub(crate) async fn open_with_keychain(&self) -> Result<Store, DeskError> {
        // A folder that cannot be looked into is not an empty one.
        if !self.file().try_exists().map_err(|error| DeskError::folder(self.folder(), &error))? {
            return Err(DeskError::OrganisationMissing);
        }
        let about = KeyFile::read(self.folder())?.ok_or(DeskError::KeyMissing)?;
        match about.key {
            KeySource::Passphrase { .. } => Err(DeskError::PassphraseMissing),
            KeySource::Keychain => {
                let kept = self.keychain().get(about.key_entry()).await?.ok_or(DeskError::KeyMissing)?;
                let bytes: [u8; 32] = kept.as_slice().try_into().map_err(|_| DeskError::KeyMissing)?;
                self.open_file(&FileKey::new(bytes), Some(&about)).await
            }
        }
    }

    /// Opens with what was typed.
    pub(crate) async fn open_with(&self, request: &OpenFileRequest) -> Result<(), DeskError> {
        let mut open = self.inner.store.lock().await;
        if open.is_some() {
            return Ok(());
        }
        // A folder that cannot be looked into is not an empty one.
        if !self.file().try_exists().map_err(|error| DeskError::folder(self.folder(), &error))? {
            return Err(DeskError::OrganisationMissing);
        }
        let store = match (&request.recovery_key, &request.passphrase) {
            (Some(printed), _) => {
                let key = FileKey::new(recovery::read(printed.reveal())?);
                // A description of another key's file says nothing about this one.
                let about = KeyFile::read(self.folder()).ok().flatten();
                let about = about.filter(|about| about.fingerprint == key.fingerprint());
                let store = self.open_file(&key, about.as_ref()).await?;
                self.put_back(&key, about).await?;
                store
            }
            (None, Some(passphrase)) => {
                let about = KeyFile::read(self.folder())?.ok_or(DeskError::KeyMissing)?;
                let KeySource::Passphrase { salt, costs } = &about.key else { return Err(DeskError::NoPassphrase) };
                let key = FileKey::new(derive(passphrase.clone(), unhex(salt)?, *costs).await?);
                self.open_file(&key, Some(&about)).await.map_err(|error| match error {
                    DeskError::Store(StoreError::WrongKey) => DeskError::WrongPassphrase,
                    other => other,
                })?
            }
            (None, None) => self.open_with_keychain().await?,
        };
        self.follow_time(&store).await?;
        *open = Some(store);
        Ok(())
    }

    async fn open_file(&self, key: &FileKey, about: Option<&KeyFile>) -> Result<Store, DeskError> {
        private::close_to_others(self.folder());
        let known = about.map(|about| about.fingerprint.as_str());
        let fits = known.is_none_or(|fingerprint| fingerprint == key.fingerprint());
        match Store::open(&self.file(), key, VERSION).await {
            // The key is the right one, so it is the file that is not as it was.
            Err(StoreError::WrongKey) if fits && known.is_some() => Err(StoreError::Corrupt(self.file()).into()),
            opened => Ok(opened?),
        }
    }

    /// After the recovery key has opened the file: the keychain gets its key back, if there is one; a lost `vestibule.json` is written anew.
    async fn put_back(&self, key: &FileKey, about: Option<KeyFile>) -> Result<(), DeskError> {
        let mended = match about {
            Some(about) => about,
            None => KeyFile {
                format: 1,
                installation: hex(&self.ports().random::<16>()),
                fingerprint: key.fingerprint(),
                key: KeySource::Keychain,
            },
        };
        if mended.key == KeySource::Keychain {
            let kept = self.keychain().set(mended.key_entry(), Zeroizing::new(key.reveal().to_vec())).await;
            if let Err(error) = kept {
                tracing::warn!(%error, "the recovered key could not be put into the keychain");
                return Ok(());
            }
        }
        mended.write(self.folder())
    }
}

/// One process makes a file in a folder at a time.
fn lock(folder: &Path) -> Result<std::fs::File, DeskError> {
    let failed = |error: std::io::Error| DeskError::folder(folder, &error);
    let file = private::lock_file(&folder.join(".vestibule.lock")).map_err(failed)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(std::fs::TryLockError::WouldBlock) => Err(StoreError::Busy.into()),
        Err(std::fs::TryLockError::Error(error)) => Err(failed(error)),
    }
}

fn remove(beside: &Path) {
    for suffix in ["", "-wal", "-shm"] {
        let mut name = beside.as_os_str().to_owned();
        name.push(suffix);
        let _ = std::fs::remove_file(PathBuf::from(name));
    }
}

/// What people call this machine; shown beside each use.
fn device_name() -> String {
    let from_system = std::fs::read_to_string("/etc/hostname").ok();
    let name = std::env::var("COMPUTERNAME").ok().or_else(|| std::env::var("HOSTNAME").ok()).or(from_system);
    let plain: String = name.unwrap_or_default().trim().chars().filter(|c| !c.is_control()).take(60).collect();
    if plain.is_empty() { "This device".to_owned() } else { plain }
}

/// Whether the file was made with a passphrase: what the page that asks for a key asks for.
pub(crate) fn opens_by_passphrase(folder: &Path) -> bool {
    matches!(KeyFile::read(folder), Ok(Some(KeyFile { key: KeySource::Passphrase { .. }, .. })))
}
