//! Argon2id for passwords and for keys from passphrases, on blocking threads. Keeps out whose they are.

use crate::DeskError;
use crate::error::OpeningError;
use argon2::password_hash::{PasswordHash, SaltString};
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use serde::{Deserialize, Serialize};
use vestibule_domain::secret::opaque;
use vestibule_wire::Secret;

/// For sign-in: 19 MiB, 2 passes, 1 lane (OWASP Password Storage Cheat Sheet, 2025).
const PASSWORD: Costs = Costs { memory_kib: 19_456, passes: 2, lanes: 1 };
/// For the file's key: whoever has the file can guess without limit (RFC 9106 §4, second recommended option).
pub(crate) const PASSPHRASE: Costs = Costs { memory_kib: 65_536, passes: 3, lanes: 4 };

/// Cost parameters of Argon2id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Costs {
    pub(crate) memory_kib: u32,
    pub(crate) passes: u32,
    pub(crate) lanes: u32,
}

impl Costs {
    fn argon(self) -> Result<Argon2<'static>, DeskError> {
        // They are read from a file beside the data: refuse values that this machine can't bear, or that don't protect.
        let sane = (8_192..=1_048_576).contains(&self.memory_kib)
            && (1..=16).contains(&self.passes)
            && (1..=16).contains(&self.lanes);
        let params = sane.then(|| Params::new(self.memory_kib, self.passes, self.lanes, Some(32)).ok()).flatten();
        Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params.ok_or(OpeningError::KeyFileUnreadable)?))
    }
}

/// Result of comparing a password with a stored hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PasswordMatch {
    /// Another password.
    Wrong,
    /// The right password.
    Right,
    /// The right one, but only as typed: the hash is from before secrets were normalised and must be renewed.
    RightAsTyped,
}

/// The forms to try for an input: normalised ([`opaque`]), then, if different, as typed, since older secrets were set
/// without normalisation.
pub(crate) fn forms(typed: &Secret) -> Vec<Secret> {
    let form = Secret::new(opaque(typed.reveal()));
    if form == *typed { vec![form] } else { vec![form, typed.clone()] }
}

/// The PHC string of a normalised password.
pub(crate) async fn hash(password: Secret, salt: [u8; 16]) -> Result<String, DeskError> {
    aside(move || {
        let form = Secret::new(opaque(password.reveal()));
        let salt = SaltString::encode_b64(&salt).map_err(|_| DeskError::Fault("salt"))?;
        let hash = PASSWORD.argon()?.hash_password(form.reveal().as_bytes(), &salt);
        hash.map(|hash| hash.to_string()).map_err(|_| DeskError::Fault("password hash"))
    })
    .await
}

/// Whether the password matches the PHC string. Without one: wrong, after the same work. All forms are always tried, so
/// that the time depends only on the input, not on what is stored (incident 15).
pub(crate) async fn verify(password: Secret, phc: Option<String>) -> Result<PasswordMatch, DeskError> {
    aside(move || {
        let argon = PASSWORD.argon()?;
        let parsed = match &phc {
            Some(phc) => Some(PasswordHash::new(phc).map_err(|_| DeskError::Fault("stored password hash"))?),
            None => None,
        };
        let mut verdict = PasswordMatch::Wrong;
        for (form, right) in forms(&password).into_iter().zip([PasswordMatch::Right, PasswordMatch::RightAsTyped]) {
            let form = form.reveal().as_bytes();
            match &parsed {
                Some(parsed) if argon.verify_password(form, parsed).is_ok() => verdict = right,
                Some(_) => {}
                None => {
                    let mut lost = [0; 32];
                    argon
                        .hash_password_into(form, b"nobody has this.", &mut lost)
                        .map_err(|_| DeskError::Fault("password hash"))?;
                }
            }
        }
        Ok(verdict)
    })
    .await
}

/// A key of 32 bytes from a passphrase, in one of its [`forms`].
pub(crate) async fn derive(passphrase: Secret, salt: Vec<u8>, costs: Costs) -> Result<[u8; 32], DeskError> {
    aside(move || {
        let mut key = [0; 32];
        let done = costs.argon()?.hash_password_into(passphrase.reveal().as_bytes(), &salt, &mut key);
        done.map(|()| key).map_err(|_| DeskError::Opening(OpeningError::KeyFileUnreadable))
    })
    .await
}

async fn aside<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, DeskError> + Send + 'static,
) -> Result<T, DeskError> {
    tokio::task::spawn_blocking(work).await.unwrap_or(Err(DeskError::Fault("hashing")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secret(text: &str) -> Secret {
        Secret::new(text)
    }

    /// Hashes as before secrets were normalised.
    fn hashed_as_typed(typed: &str) -> String {
        let salt = SaltString::encode_b64(&[7; 16]).expect("sixteen bytes");
        PASSWORD
            .argon()
            .and_then(|argon| {
                argon
                    .hash_password(typed.as_bytes(), &salt)
                    .map(|hash| hash.to_string())
                    .map_err(|_| DeskError::Fault("test"))
            })
            .expect("it can be hashed")
    }

    #[tokio::test]
    async fn composed_and_decomposed_are_one_password() {
        let phc = hash(secret("m\u{e9}decine\u{a0}otter"), [1; 16]).await.expect("a hash");
        for typed in ["m\u{e9}decine otter", "me\u{301}decine\u{2003}otter"] {
            let verdict = verify(secret(typed), Some(phc.clone())).await.expect("an answer");
            assert_eq!(verdict, PasswordMatch::Right, "{typed}");
        }
        assert_eq!(verify(secret("M\u{e9}decine otter"), Some(phc)).await.expect("an answer"), PasswordMatch::Wrong);
    }

    #[tokio::test]
    async fn a_hash_from_before_is_right_as_it_was_typed_and_only_so() {
        let phc = hashed_as_typed("me\u{301}decine");
        assert_eq!(
            verify(secret("me\u{301}decine"), Some(phc.clone())).await.expect("an answer"),
            PasswordMatch::RightAsTyped
        );
        assert_eq!(verify(secret("m\u{e9}decine"), Some(phc)).await.expect("an answer"), PasswordMatch::Wrong);
        let plain = hashed_as_typed("sunlit-harbour");
        assert_eq!(verify(secret("sunlit-harbour"), Some(plain)).await.expect("an answer"), PasswordMatch::Right);
    }
}
