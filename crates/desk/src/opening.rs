//! Creates the organisation's file, and obtains the key to open it. Keeps out what people may do once it is open.

use crate::argon::{PASSPHRASE, derive, forms};
use crate::desk::VERSION;
use crate::error::{OpeningError, OrganisationError};
use crate::keyfile::{KeyFile, KeySource, hex, unhex};
use crate::operation::Ended;
use crate::{Desk, DeskError, KeychainChoice, fields, keyfile, logo, wrapping};
use std::path::{Path, PathBuf};
use vestibule_domain::{
    AccountId, Actor, DeviceId, DeviceKind, DeviceName, Event, Fact, OrganisationId, Permission, Personal, Policy,
    Role, recovery,
};
use vestibule_paper::Picture;
use vestibule_store::{FILE_NAME, FileKey, ReadTx, Store, StoreError, private};
use vestibule_wire::{CreateOrganisationRequest, OpenFileRequest, RecoveryKeyView, Secret};
use zeroize::Zeroizing;

/// The shortest passphrase, in characters. The file's protection depends on it alone.
pub(crate) const PASSPHRASE_MIN: usize = 12;

/// What a new organisation is created with.
struct FoundingInput<'a> {
    first: fields::FirstAdministrator,
    /// Argon2id hash of the administrator's password.
    phc: &'a str,
    logo: Option<Picture>,
}

impl Desk {
    pub(crate) fn file(&self) -> PathBuf {
        self.folder().join(FILE_NAME)
    }

    /// First start: creates key, file, organisation and administrator, or nothing.
    pub(crate) async fn create(&self, request: CreateOrganisationRequest) -> Result<RecoveryKeyView, DeskError> {
        self.refuse_second()?;
        let first = fields::first_administrator(&request)?;
        // A new organisation has the default rules.
        let rules = Policy::default();
        fields::for_field("password", crate::password::accept(&request.password, &first.words(), rules))?;
        match &request.passphrase {
            Some(passphrase) => accept_passphrase("passphrase", passphrase, rules)?,
            None if self.ports().keychain == KeychainChoice::None => {
                return Err(OpeningError::PassphraseNeeded { field: "passphrase", min: PASSPHRASE_MIN }.into());
            }
            None => {}
        }
        let logo = match request.logo.as_deref() {
            Some(encoded) => Some(logo::decode_first_logo(encoded).await?),
            None => None,
        };
        let mut open = self.inner.store.lock().await;
        self.refuse_second()?;
        private::make_folder(self.folder()).map_err(|error| DeskError::folder(self.folder(), &error))?;
        let _alone = lock(self.folder())?;
        self.refuse_second()?;
        let proposed = self.propose(&request.password, &first.words(), rules).await?;
        let (key, about) = self.new_key(request.passphrase.as_ref()).await?;
        let beside = self.folder().join(format!("{FILE_NAME}.new"));
        remove(&beside);
        let made = self.make(&beside, &key, &about, FoundingInput { first, phc: proposed.phc(), logo }).await;
        if let Err(error) = made {
            remove(&beside);
            let _ = self.keychain().delete(about.key_entry()).await;
            return Err(error);
        }
        // The file exists now: a later error must not prevent the recovery key from being shown.
        if let Err(error) = private::sync_folder(self.folder()) {
            tracing::warn!(%error, "made, but whether the folder outlives a loss of power can't be told");
        }
        *open = Store::open(&self.file(), &key, VERSION).await.ok();
        if let Some(store) = open.as_ref() {
            self.inner.steady.follow(store.last_time());
        }
        Ok(RecoveryKeyView {
            lines: recovery::write(key.reveal()),
            organisation: request.organisation.trim().to_owned(),
        })
    }

    pub(crate) fn refuse_second(&self) -> Result<(), DeskError> {
        match self.file().try_exists() {
            Ok(false) => Ok(()),
            Ok(true) => Err(OrganisationError::Exists.into()),
            Err(error) => Err(DeskError::folder(self.folder(), &error)),
        }
    }

    /// A new key, and the key file that says where it is kept.
    async fn new_key(&self, passphrase: Option<&Secret>) -> Result<(FileKey, KeyFile), DeskError> {
        let installation = hex(&self.ports().random::<16>());
        let key = FileKey::new(self.ports().random());
        let about = match passphrase {
            Some(passphrase) => self.key_file_behind(&key, installation, passphrase).await?,
            None => KeyFile { format: 1, installation, fingerprint: key.fingerprint(), key: KeySource::Keychain },
        };
        if about.key == KeySource::Keychain {
            self.keychain().set(about.key_entry(), Zeroizing::new(key.reveal().to_vec())).await?;
        }
        Ok((key, about))
    }

    /// A key file for that key, with which `passphrase` opens the data file.
    pub(crate) async fn key_file_behind(
        &self,
        key: &FileKey,
        installation: String,
        passphrase: &Secret,
    ) -> Result<KeyFile, DeskError> {
        let salt = self.ports().random::<16>();
        let form = Secret::new(vestibule_domain::secret::opaque(passphrase.reveal()));
        let by = Zeroizing::new(derive(form, salt.to_vec(), PASSPHRASE).await?);
        let wrapped = wrapping::wrap(key, &by, self.ports().random(), &installation)?;
        let source = KeySource::Passphrase { salt: hex(&salt), costs: PASSPHRASE, wrapped: Some(hex(&wrapped)) };
        Ok(KeyFile { format: 2, installation, fingerprint: key.fingerprint(), key: source })
    }

    /// Writes everything to temporary files, and renames them at the end.
    async fn make(
        &self,
        beside: &Path,
        key: &FileKey,
        about: &KeyFile,
        founding: FoundingInput<'_>,
    ) -> Result<(), DeskError> {
        let FoundingInput { first, phc, logo } = founding;
        let store = Store::create(beside, key, VERSION).await?;
        let mut tx = self.transaction(&store, Actor::Vestibule).await?;
        let device = tx.id(DeviceId::new);
        tx.begin_device(device).await?;
        let account = tx.id(AccountId::new);
        let mut facts: Vec<Fact> = vec![
            Event::OrganisationCreated {
                organisation: tx.id(OrganisationId::new),
                name: first.organisation,
                join_address: first.join_address,
            }
            .into(),
        ];
        facts.push(Event::DeviceAdded { device, name: device_name(), kind: DeviceKind::Desk }.into());
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
        tx.commit_facts_with_credential(&facts, (account, phc), ()).await?;
        if let Some(logo) = logo {
            let tx = self.transaction(&store, Actor::Vestibule).await?;
            tx.set_logo(&logo.png, logo.width, logo.height).await?;
        }
        store.close().await?;
        // A key file without its data file belongs to a file that was moved away, and may be the only way to open it.
        let failed = |error: std::io::Error| DeskError::folder(self.folder(), &error);
        let described = self.folder().join(keyfile::NAME);
        let before = self.folder().join(format!("{}.before", keyfile::NAME));
        let moved = described.exists();
        if moved {
            std::fs::rename(&described, &before).map_err(failed)?;
        }
        let placed = about.write(self.folder()).and_then(|()| std::fs::rename(beside, self.file()).map_err(failed));
        if placed.is_err() {
            // Undo: restore the key file that was there before.
            let _ = if moved { std::fs::rename(&before, &described) } else { std::fs::remove_file(&described) };
        }
        placed
    }

    /// Opens the file with the key from the keychain.
    pub(crate) async fn open_with_keychain(&self) -> Result<Store, DeskError> {
        self.expect_file()?;
        let about = KeyFile::load(self.folder())?.ok_or(OpeningError::KeyMissing)?;
        match about.key {
            KeySource::Passphrase { .. } => Err(OpeningError::PassphraseMissing.into()),
            KeySource::Keychain => self.open_file(&self.kept_key(&about).await?, Some(&about)).await,
        }
    }

    /// Opens the file with the secret that a person entered.
    pub(crate) async fn open_with(&self, request: &OpenFileRequest) -> Result<(), DeskError> {
        let mut open = self.inner.store.lock().await;
        if open.is_some() && request.recovery_key.is_none() {
            return Ok(());
        }
        self.expect_file()?;
        let store = match (&request.recovery_key, &request.passphrase) {
            (Some(printed), _) => self.recover(printed, request.new_passphrase.as_ref()).await?,
            (None, Some(passphrase)) => self.open_by_passphrase(passphrase).await?,
            (None, None) => self.open_with_keychain().await?,
        };
        let store = match open.take() {
            Some(before) => {
                // It was open already, with the same key: keep that store.
                let _ = store.close().await;
                before
            }
            None => store,
        };
        let followed = self.follow_time(&store).await;
        *open = Some(store);
        followed
    }

    /// Fails if there is no file, or if the folder can't be read.
    pub(crate) fn expect_file(&self) -> Result<(), DeskError> {
        match self.file().try_exists() {
            Ok(true) => Ok(()),
            Ok(false) => Err(OrganisationError::Missing.into()),
            Err(error) => Err(DeskError::folder(self.folder(), &error)),
        }
    }

    /// The key for a file, whether or not this folder has one: from the recovery key, or by this folder's
    /// `vestibule.json`.
    pub(crate) async fn key_of(&self, request: &OpenFileRequest, file: &Path) -> Result<FileKey, DeskError> {
        if let Some(printed) = &request.recovery_key {
            return self.printed_key(printed, file).await;
        }
        let about = KeyFile::load(self.folder())?.ok_or(OpeningError::KeyMissing)?;
        match (&request.passphrase, &about.key) {
            (Some(passphrase), _) => Ok(key_behind(&about, passphrase).await?.0),
            (None, KeySource::Passphrase { .. }) => Err(OpeningError::PassphraseMissing.into()),
            (None, KeySource::Keychain) => self.kept_key(&about).await,
        }
    }

    async fn kept_key(&self, about: &KeyFile) -> Result<FileKey, DeskError> {
        let kept = self.keychain().get(about.key_entry()).await?.ok_or(OpeningError::KeyMissing)?;
        let bytes: [u8; 32] = kept.as_slice().try_into().map_err(|_| OpeningError::KeyMissing)?;
        Ok(FileKey::new(bytes))
    }

    async fn open_by_passphrase(&self, passphrase: &Secret) -> Result<Store, DeskError> {
        let about = KeyFile::load(self.folder())?.ok_or(OpeningError::KeyMissing)?;
        let (key, as_typed) = key_behind(&about, passphrase).await?;
        let store = self.open_file(&key, Some(&about)).await.map_err(|error| match error {
            DeskError::Store(StoreError::WrongKey) => DeskError::Opening(OpeningError::WrongPassphrase),
            other => other,
        })?;
        if as_typed {
            // Set before passphrases were normalised: rewrap the key, so that any system can type the passphrase.
            let moved = async {
                self.key_file_behind(&key, about.installation.clone(), passphrase).await?.write(self.folder())
            };
            if let Err(error) = moved.await {
                tracing::warn!(%error, "the key file could not be moved to the form that all passphrases have now");
            }
        }
        Ok(store)
    }

    pub(crate) async fn open_file(&self, key: &FileKey, about: Option<&KeyFile>) -> Result<Store, DeskError> {
        private::close_to_others(self.folder());
        let known = about.map(|about| about.fingerprint.as_str());
        let fits = known.is_none_or(|fingerprint| fingerprint == key.fingerprint());
        match Store::open(&self.file(), key, VERSION).await {
            // The key is right, so the file must be damaged.
            Err(StoreError::WrongKey) if fits && known.is_some() => Err(StoreError::Corrupt(self.file()).into()),
            opened => {
                let store = opened?;
                match self.add_what_is_new(&store).await {
                    Ok(()) => Ok(store),
                    Err(error) => {
                        store.close().await?;
                        Err(error)
                    }
                }
            }
        }
    }

    /// Appends events for what an older version's file lacks: new permissions of built-in roles, and devices from
    /// before devices were facts.
    async fn add_what_is_new(&self, store: &Store) -> Result<(), DeskError> {
        let mut tx = store.begin_read().await?;
        if lacking_roles(&mut tx).await?.is_none() && tx.devices_to_add().await?.is_empty() {
            return Ok(());
        }
        drop(tx);
        let mut tx = self.transaction(store, Actor::Vestibule).await?;
        let mut facts = Vec::new();
        // Another process may have done it since the read.
        if let Some(roles) = lacking_roles(&mut tx).await? {
            let before = tx.roles_at_any_time().await?;
            let mended = roles.iter().filter_map(|role| role.with_what_is_new(&before));
            facts.extend(mended.map(|role| Event::RoleChanged { role }.into()));
            tx.set_own(PERMISSIONS_ADDED, Some(&permissions())).await?;
        }
        for (device, name) in tx.devices_to_add().await? {
            facts.push(Event::DeviceAdded { device, name: named(&name), kind: DeviceKind::Desk }.into());
        }
        tx.commit_facts(&facts, ()).await.map(Ended::answer)
    }
}

/// Name under which the file stores the permissions that were last added.
const PERMISSIONS_ADDED: &str = "permissions_added";

/// All permissions of this version, as text.
fn permissions() -> String {
    format!("{:?}", Permission::ALL)
}

/// All roles, if a built-in one lacks a permission and this version's permissions have not been added yet.
async fn lacking_roles(tx: &mut ReadTx) -> Result<Option<Vec<Role>>, DeskError> {
    let roles = tx.roles().await?;
    let is_whole = roles.iter().all(|role| role.with_what_is_new(&[]).is_none());
    let is_settled = is_whole || tx.own(PERMISSIONS_ADDED).await? == Some(permissions());
    Ok((!is_settled).then_some(roles))
}

/// The key that this passphrase gives; true: only as typed, not in normalised form.
async fn key_behind(about: &KeyFile, passphrase: &Secret) -> Result<(FileKey, bool), DeskError> {
    let KeySource::Passphrase { salt, costs, wrapped } = &about.key else {
        return Err(OpeningError::NoPassphrase.into());
    };
    for (as_typed, form) in [false, true].into_iter().zip(forms(passphrase)) {
        let derived = Zeroizing::new(derive(form, unhex(salt)?, *costs).await?);
        let key = match wrapped {
            Some(wrapped) => wrapping::unwrap(&unhex(wrapped)?, &derived, &about.installation, &about.fingerprint),
            // Format 1: the derived key is the file's key.
            None => Some(FileKey::new(*derived)).filter(|key| key.fingerprint() == about.fingerprint),
        };
        if let Some(key) = key {
            return Ok((key, as_typed));
        }
    }
    Err(OpeningError::WrongPassphrase.into())
}

/// Refuses a passphrase that is short or easy to guess.
pub(crate) fn accept_passphrase(field: &'static str, passphrase: &Secret, rules: Policy) -> Result<(), DeskError> {
    if passphrase.reveal().chars().count() < PASSPHRASE_MIN {
        return Err(OpeningError::PassphraseNeeded { field, min: PASSPHRASE_MIN }.into());
    }
    fields::for_field(field, crate::password::accept(passphrase, &[], rules))
}

/// Locks the folder, so that one process at a time creates a file in it.
pub(crate) fn lock(folder: &Path) -> Result<std::fs::File, DeskError> {
    let failed = |error: std::io::Error| DeskError::folder(folder, &error);
    let file = private::lock_file(&folder.join(".vestibule.lock")).map_err(failed)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(std::fs::TryLockError::WouldBlock) => Err(StoreError::Busy.into()),
        Err(std::fs::TryLockError::Error(error)) => Err(failed(error)),
    }
}

pub(crate) fn remove(beside: &Path) {
    for suffix in ["", "-wal", "-shm"] {
        let mut name = beside.as_os_str().to_owned();
        name.push(suffix);
        let _ = std::fs::remove_file(PathBuf::from(name));
    }
}

/// This machine's name; shown beside each use.
pub(crate) fn device_name() -> DeviceName {
    named(&gethostname::gethostname().to_string_lossy())
}

/// A name given by the system, cleaned up to be valid.
fn named(name: &str) -> DeviceName {
    let plain: String = name.trim().chars().filter(|c| !c.is_control()).take(60).collect();
    DeviceName::parse(&plain).or_else(|_| DeviceName::parse("This device")).expect("a name of ours")
}

/// Whether the file has a passphrase, for the page that asks for a key.
pub(crate) fn opens_by_passphrase(folder: &Path) -> bool {
    matches!(KeyFile::load(folder), Ok(Some(KeyFile { key: KeySource::Passphrase { .. }, .. })))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Ports;
    use std::sync::Arc;
    use vestibule_domain::Moment;

    struct Fixed;

    impl crate::Clock for Fixed {
        fn now(&self) -> Moment {
            Moment::from_timestamp_millis(1_789_000_000_000).unwrap()
        }
    }

    impl crate::Entropy for Fixed {
        fn fill(&self, bytes: &mut [u8]) {
            rand::RngCore::fill_bytes(&mut rand::rng(), bytes);
        }
    }

    fn desk(folder: &Path) -> Desk {
        let ports = Ports { clock: Arc::new(Fixed), entropy: Arc::new(Fixed), keychain: KeychainChoice::Memory };
        Desk::new(folder.join("data"), ports)
    }

    async fn administrator(desk: &Desk) -> Role {
        let [built_in, ..] = Role::built_in();
        let roles = desk.store().await.unwrap().begin_read().await.unwrap().roles().await.unwrap();
        roles.into_iter().find(|role| role.id == built_in.id).unwrap()
    }

    #[tokio::test]
    async fn what_was_taken_from_a_built_in_role_stays_away_when_the_file_is_opened_again() {
        let folder = tempfile::tempdir().unwrap();
        let first = desk(folder.path());
        first.fill_with_sample(0).await.unwrap();
        let whole = administrator(&first).await;
        let permissions: Vec<Permission> =
            whole.permissions.iter().copied().filter(|one| *one != Permission::ErasePeople).collect();
        let taken = Role { permissions, ..whole };
        let store = first.store().await.unwrap();
        first.record(&store, Actor::Vestibule, Event::RoleChanged { role: taken.clone() }).await.unwrap();
        let events = store.begin_read().await.unwrap().head().await.unwrap().unwrap().seq;
        first.close().await;
        for _ in 0..2 {
            let again = desk(folder.path());
            assert_eq!(administrator(&again).await, taken);
            let head = again.store().await.unwrap().begin_read().await.unwrap().head().await.unwrap().unwrap();
            assert_eq!(head.seq, events, "nothing was added");
            again.close().await;
        }
    }
}
