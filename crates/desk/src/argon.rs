//! Argon2id, for passwords and for keys from passphrases, off the threads that answer. Keeps out whose they are.

use crate::DeskError;
use argon2::password_hash::{PasswordHash, SaltString};
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use serde::{Deserialize, Serialize};
use vestibule_wire::Secret;

/// For sign-in: 19 MiB, 2 passes, 1 lane (OWASP Password Storage Cheat Sheet, 2025).
const PASSWORD: Costs = Costs { memory_kib: 19_456, passes: 2, lanes: 1 };
/// For the file's key: an attacker with the file has all the time there is (RFC 9106 §4, second recommended option).
pub(crate) const PASSPHRASE: Costs = Costs { memory_kib: 65_536, passes: 3, lanes: 4 };

/// What Argon2id costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Costs {
    pub(crate) memory_kib: u32,
    pub(crate) passes: u32,
    pub(crate) lanes: u32,
}

impl Costs {
    fn argon(self) -> Result<Argon2<'static>, DeskError> {
        // The costs stand in a file beside the data: not more than what this machine can bear, not less than what protects.
        let sane = (8_192..=1_048_576).contains(&self.memory_kib)
            && (1..=16).contains(&self.passes)
            && (1..=16).contains(&self.lanes);
        let params = sane.then(|| Params::new(self.memory_kib, self.passes, self.lanes, Some(32)).ok()).flatten();
        Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params.ok_or(DeskError::KeyFileUnreadable)?))
    }
}

/// The PHC string of a password.
pub(crate) async fn hash(password: Secret, salt: [u8; 16]) -> Result<String, DeskError> {
    aside(move || {
        let salt = SaltString::encode_b64(&salt).map_err(|_| DeskError::Fault("salt"))?;
        let hash = PASSWORD.argon()?.hash_password(password.reveal().as_bytes(), &salt);
        hash.map(|hash| hash.to_string()).map_err(|_| DeskError::Fault("password hash"))
    })
    .await
}

/// Whether the password is the one behind the PHC string; without one, false after the same work (incident 15).
pub(crate) async fn verify(password: Secret, phc: Option<String>) -> Result<bool, DeskError> {
    aside(move || {
        let argon = PASSWORD.argon()?;
        let Some(phc) = phc else {
            let mut lost = [0; 32];
            let same = argon.hash_password_into(password.reveal().as_bytes(), b"nobody has this.", &mut lost);
            return same.map(|()| false).map_err(|_| DeskError::Fault("password hash"));
        };
        let parsed = PasswordHash::new(&phc).map_err(|_| DeskError::Fault("stored password hash"))?;
        Ok(argon.verify_password(password.reveal().as_bytes(), &parsed).is_ok())
    })
    .await
}

/// A key of 32 bytes from a passphrase.
pub(crate) async fn derive(passphrase: Secret, salt: Vec<u8>, costs: Costs) -> Result<[u8; 32], DeskError> {
    aside(move || {
        let mut key = [0; 32];
        let done = costs.argon()?.hash_password_into(passphrase.reveal().as_bytes(), &salt, &mut key);
        done.map(|()| key).map_err(|_| DeskError::KeyFileUnreadable)
    })
    .await
}

async fn aside<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, DeskError> + Send + 'static,
) -> Result<T, DeskError> {
    tokio::task::spawn_blocking(work).await.unwrap_or(Err(DeskError::Fault("hashing")))
}
