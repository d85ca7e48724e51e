//! `vestibule.json` beside the data file describes where the file's key comes from. Holds no secret that is enough to
//! open the file: a salt, costs and the key wrapped with a passphrase, or the name of a keychain entry, and the key's
//! fingerprint to detect a wrong key. Untrusted input.
//!
//! Format 1: the key is in the keychain, or *is* the Argon2id hash of the passphrase. Format 2: the key is random and
//! `wrapped` (see [`crate::wrapping`]) with the Argon2id hash, so that the passphrase can change while the key stays.

use crate::DeskError;
use crate::argon::Costs;
use crate::error::{FileError, OpeningError};
use crate::wrapping::WRAPPED;
use serde::{Deserialize, Serialize};
use std::path::Path;

/// The file's name.
pub(crate) const NAME: &str = "vestibule.json";
const MOST: u64 = 16 * 1024;

/// The contents of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct KeyFile {
    pub(crate) format: u32,
    /// Part of the names of this installation's keychain entries.
    pub(crate) installation: String,
    /// Fingerprint of the file's key.
    pub(crate) fingerprint: String,
    pub(crate) key: KeySource,
}

/// Where the key comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "source")]
pub(crate) enum KeySource {
    Keychain,
    Passphrase {
        salt: String,
        costs: Costs,
        /// Format 2: the wrapped key, in hexadecimal.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        wrapped: Option<String>,
    },
}

impl KeyFile {
    /// Name of the keychain entry for the file's key.
    pub(crate) fn key_entry(&self) -> String {
        format!("{}/file-key", self.installation)
    }

    /// Name of the keychain entry for a kept sign-in's token.
    pub(crate) fn token_entry(&self, slot: &str) -> String {
        format!("{}/sign-in/{slot}", self.installation)
    }

    /// Name of the keychain entry for the noted end of the audit trail.
    pub(crate) fn head_entry(&self) -> String {
        format!("{}/trail-head", self.installation)
    }

    /// Name of the keychain entry for the mail server's password.
    pub(crate) fn mail_entry(&self) -> String {
        format!("{}/mail-password", self.installation)
    }

    /// Reads the file; none if it does not exist.
    pub(crate) fn load(folder: &Path) -> Result<Option<Self>, DeskError> {
        let path = folder.join(NAME);
        let size = match std::fs::metadata(&path) {
            Ok(about) => about.len(),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(not_read(&path, &error)),
        };
        if size > MOST {
            return Err(OpeningError::KeyFileUnreadable.into());
        }
        let text = std::fs::read_to_string(&path).map_err(|error| not_read(&path, &error))?;
        let read: Self = serde_json::from_str(&text).map_err(|_| OpeningError::KeyFileUnreadable)?;
        let digits = |text: &str| text.bytes().all(|b| b.is_ascii_hexdigit());
        let plain = |text: &str| !text.is_empty() && text.len() <= 64 && digits(text);
        let sourced = match &read.key {
            KeySource::Keychain => read.format == 1,
            KeySource::Passphrase { salt, wrapped, .. } => {
                let kept = match wrapped {
                    None => read.format == 1,
                    Some(wrapped) => read.format == 2 && wrapped.len() == 2 * WRAPPED && digits(wrapped),
                };
                kept && plain(salt) && salt.len() == 32
            }
        };
        if !plain(&read.installation) || !plain(&read.fingerprint) || !sourced {
            return Err(OpeningError::KeyFileUnreadable.into());
        }
        Ok(Some(read))
    }

    /// Writes a temporary file and renames it: a crash leaves the old file or the new one.
    pub(crate) fn write(&self, folder: &Path) -> Result<(), DeskError> {
        let text = serde_json::to_vec_pretty(self).map_err(|_| DeskError::Fault("key file"))?;
        let beside = folder.join(format!("{NAME}.new"));
        let done = (|| {
            use std::io::Write;
            let mut file = vestibule_store::private::scratch_file(&beside)?;
            file.write_all(&text)?;
            file.sync_all()?;
            std::fs::rename(&beside, folder.join(NAME))
        })();
        done.map_err(|error| DeskError::folder(folder, &error))
    }
}

/// An unreadable file is reported as a problem of rights or disk, not as damaged.
fn not_read(path: &Path, error: &std::io::Error) -> DeskError {
    use std::io::ErrorKind::{InvalidData, IsADirectory};
    match error.kind() {
        InvalidData | IsADirectory => DeskError::Opening(OpeningError::KeyFileUnreadable),
        _ => DeskError::File(FileError::NotUsable {
            path: path.display().to_string(),
            cause: error.to_string(),
            code: vestibule_wire::ErrorCode::FileUnreachable,
        }),
    }
}

/// Encodes bytes in hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    hex::encode(bytes)
}

/// Decodes hexadecimal digits.
pub(crate) fn unhex(text: &str) -> Result<Vec<u8>, DeskError> {
    hex::decode(text).map_err(|_| DeskError::Opening(OpeningError::KeyFileUnreadable))
}

#[cfg(test)]
mod tests {
    use super::*;
    use vestibule_wire::{ErrorCode, ErrorView};

    #[test]
    fn a_file_that_may_not_be_read_is_told_as_that_and_one_that_is_no_text_as_damaged() {
        let folder = tempfile::tempdir().unwrap();
        let denied = std::io::Error::from(std::io::ErrorKind::PermissionDenied);
        let view = ErrorView::from(not_read(&folder.path().join(NAME), &denied));
        assert_eq!(view.code, ErrorCode::FileUnreachable);
        assert!(view.message.contains(NAME) && view.message.contains("ermission"), "{}", view.message);
        for bytes in [&b"\xff\xfe"[..], b"{}"] {
            std::fs::write(folder.path().join(NAME), bytes).unwrap();
            assert!(matches!(KeyFile::load(folder.path()), Err(DeskError::Opening(OpeningError::KeyFileUnreadable))));
        }
    }
}
