//! The data file and its key: why it does not open, and the wire errors. Keeps out opening it.

use super::Told;
use vestibule_domain::RecoveryKeyError;
use vestibule_store::StoreError;
use vestibule_wire::{ErrorCode, ErrorView};

/// Why the file can't be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpeningError {
    /// The keychain has no key for this file.
    #[error("this file's key is not in the keychain of this device; its recovery key opens it")]
    KeyMissing,
    /// `vestibule.json` can't be parsed.
    #[error("vestibule.json beside the data file is damaged; the recovery key opens the file without it")]
    KeyFileUnreadable,
    /// The file has no passphrase.
    #[error(
        "this file was not made with a passphrase: its key is in the keychain of the device that made it, and its recovery key opens it too"
    )]
    NoPassphrase,
    /// The passphrase does not give the file's key.
    #[error("this passphrase does not open the file; nothing was changed")]
    WrongPassphrase,
    /// The file has a passphrase, and none was given.
    #[error("this file opens with its passphrase, and none was given")]
    PassphraseMissing,
    /// A passphrase is needed, since there is no keychain; or the given one is too short.
    #[error("without a keychain, a passphrase of at least {min} characters is needed")]
    PassphraseNeeded {
        /// Serialised name of the field.
        field: &'static str,
        /// The shortest passphrase, in characters.
        min: usize,
    },
    /// The recovery key has a typing mistake.
    #[error(transparent)]
    RecoveryKey(#[from] RecoveryKeyError),
    /// The backup is damaged or incomplete.
    #[error("this backup can't be used: {0}; nothing was changed")]
    BackupNotWhole(String),
}

impl OpeningError {
    pub(super) fn view(&self, view: Told<'_>) -> ErrorView {
        match self {
            Self::KeyMissing | Self::KeyFileUnreadable | Self::NoPassphrase => view(ErrorCode::KeyMissing),
            Self::WrongPassphrase => view(ErrorCode::FileWrongPassphrase),
            Self::PassphraseMissing => view(ErrorCode::PassphraseRequired).at("passphrase"),
            Self::PassphraseNeeded { field, min } => view(ErrorCode::PassphraseRequired).at(field).with("min", min),
            Self::RecoveryKey(fault) => of_recovery(*fault, view),
            Self::BackupNotWhole(_) => view(ErrorCode::FileCorrupt),
        }
    }
}

fn of_recovery(fault: RecoveryKeyError, view: Told<'_>) -> ErrorView {
    let view = view(ErrorCode::RecoveryKeyMistyped).at("recovery_key");
    match fault {
        RecoveryKeyError::Mistyped { line, .. } => view.with("line", line),
        RecoveryKeyError::Length { .. } | RecoveryKeyError::Symbol { .. } | RecoveryKeyError::Order => view,
    }
}

pub(super) fn of_store(error: &StoreError, view: Told<'_>) -> ErrorView {
    match error {
        StoreError::Missing(_) => view(ErrorCode::OrganisationMissing),
        StoreError::Exists(_) => view(ErrorCode::OrganisationExists),
        StoreError::Newer { written_by } => view(ErrorCode::FileNewer).with("needs", written_by),
        StoreError::Foreign(path) => view(ErrorCode::FileForeign).with("path", path.display()),
        StoreError::Corrupt(path) => view(ErrorCode::FileCorrupt).with("path", path.display()),
        StoreError::WrongKey => view(ErrorCode::FileWrongKey),
        StoreError::Busy => view(ErrorCode::FileBusy),
        StoreError::ReadOnly => view(ErrorCode::FileReadOnly),
        StoreError::DiskFull => view(ErrorCode::DiskFull),
        StoreError::Unreachable { path, .. } => view(ErrorCode::FileUnreachable).with("path", path.display()),
        StoreError::RowNotChanged
        | StoreError::EventDoesNotFit(_)
        | StoreError::Forked { .. }
        | StoreError::NotNext { .. }
        | StoreError::Database(_)
        | StoreError::Unreadable { .. } => view(ErrorCode::Fault),
    }
}
