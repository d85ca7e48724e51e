//! The keychain: three calls, each on its own thread with a time limit, since a locked one may ask the person for
//! minutes. Keeps out what is stored.

use crate::KeychainChoice;
use std::collections::HashMap;
use std::sync::{LazyLock, Mutex, PoisonError};
use std::time::Duration;
use zeroize::Zeroizing;

/// The service name of all entries.
const SERVICE: &str = "app.vestibule.desktop";
/// A healthy keychain answers in milliseconds. One that asks for its own password gets this long; then the program
/// continues without it.
const PATIENCE: Duration = Duration::from_secs(20);

static MEMORY: LazyLock<Mutex<HashMap<String, Vec<u8>>>> = LazyLock::new(Mutex::default);

/// Why the keychain failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeychainError {
    /// There is none on this machine, or in this session.
    #[error("this machine has no keychain that can be reached")]
    Absent,
    /// It is locked, or refused access.
    #[error("the keychain is locked or refused; unlock it and try again")]
    Locked,
    /// It did not answer in time.
    #[error("the keychain did not answer within {} s; unlock it and try again", PATIENCE.as_secs())]
    Late,
}

/// The desk's keychain.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Keychain(pub(crate) KeychainChoice);

impl Keychain {
    /// The secret with that name; none if there is no entry.
    pub(crate) async fn get(self, name: String) -> Result<Option<Zeroizing<Vec<u8>>>, KeychainError> {
        match self.0 {
            KeychainChoice::None => Err(KeychainError::Absent),
            KeychainChoice::Memory => Ok(memory(|all| all.get(&name).cloned()).map(Zeroizing::new)),
            KeychainChoice::Os => {
                patiently(move || match entry(&name)?.get_secret() {
                    Ok(secret) => Ok(Some(Zeroizing::new(secret))),
                    Err(keyring::Error::NoEntry) => Ok(None),
                    Err(error) => Err(named(&error)),
                })
                .await
            }
        }
    }

    /// Stores a secret and reads it back, to detect a keychain that does not keep it.
    pub(crate) async fn set(self, name: String, secret: Zeroizing<Vec<u8>>) -> Result<(), KeychainError> {
        match self.0 {
            KeychainChoice::None => Err(KeychainError::Absent),
            KeychainChoice::Memory => {
                memory(|all| all.insert(name, secret.to_vec()));
                Ok(())
            }
            KeychainChoice::Os => {
                patiently(move || {
                    let entry = entry(&name)?;
                    entry.set_secret(&secret).map_err(|error| named(&error))?;
                    match entry.get_secret().map(Zeroizing::new) {
                        Ok(kept) if *kept == *secret => Ok(()),
                        Ok(_) => Err(KeychainError::Absent),
                        Err(error) => Err(named(&error)),
                    }
                })
                .await
            }
        }
    }

    /// Removes an entry; a missing one is no error.
    pub(crate) async fn delete(self, name: String) -> Result<(), KeychainError> {
        match self.0 {
            KeychainChoice::None => Ok(()),
            KeychainChoice::Memory => {
                memory(|all| all.remove(&name));
                Ok(())
            }
            KeychainChoice::Os => {
                patiently(move || match entry(&name)?.delete_credential() {
                    Ok(()) | Err(keyring::Error::NoEntry) => Ok(()),
                    Err(error) => Err(named(&error)),
                })
                .await
            }
        }
    }

    /// Whether a keychain answers.
    pub(crate) async fn check(self) -> Result<(), KeychainError> {
        self.get("probe".to_owned()).await.map(drop)
    }
}

fn memory<T>(act: impl FnOnce(&mut HashMap<String, Vec<u8>>) -> T) -> T {
    act(&mut MEMORY.lock().unwrap_or_else(PoisonError::into_inner))
}

fn entry(name: &str) -> Result<keyring::Entry, KeychainError> {
    keyring::Entry::new(SERVICE, name).map_err(|error| named(&error))
}

fn named(error: &keyring::Error) -> KeychainError {
    // Log the kind only: the message could contain the secret.
    match error {
        keyring::Error::NoDefaultStore | keyring::Error::NotSupportedByStore(_) => KeychainError::Absent,
        keyring::Error::PlatformFailure(_) => KeychainError::Absent,
        _ => KeychainError::Locked,
    }
}

/// After the time limit, the call continues on its thread and its answer is dropped.
async fn patiently<T: Send + 'static>(
    call: impl FnOnce() -> Result<T, KeychainError> + Send + 'static,
) -> Result<T, KeychainError> {
    let (answer, waiting) = tokio::sync::oneshot::channel();
    let spawned = std::thread::Builder::new().name("keychain".to_owned()).spawn(move || drop(answer.send(call())));
    if spawned.is_err() {
        return Err(KeychainError::Late);
    }
    match tokio::time::timeout(PATIENCE, waiting).await {
        Ok(Ok(answer)) => answer,
        // The thread panicked in the keychain library.
        Ok(Err(_)) => Err(KeychainError::Absent),
        Err(_) => Err(KeychainError::Late),
    }
}
