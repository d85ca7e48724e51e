//! Wraps the file's key with a key derived from a passphrase: XChaCha20-Poly1305 (RustCrypto), whose nonce is long
//! enough to be random. Keeps out where it is stored and how keys are derived.

use crate::DeskError;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use vestibule_store::FileKey;
use zeroize::Zeroizing;

const NONCE: usize = 24;
/// Length of a wrapped key in bytes: nonce, key, tag.
pub(crate) const WRAPPED: usize = NONCE + 32 + 16;

/// Associated data that binds a wrapped key to its installation and key, so that it is not accepted in another file's
/// description.
fn bound(installation: &str, fingerprint: &str) -> Vec<u8> {
    format!("vestibule wrapped file key v2/{installation}/{fingerprint}").into_bytes()
}

/// Wraps the key.
pub(crate) fn wrap(key: &FileKey, by: &[u8; 32], nonce: [u8; NONCE], installation: &str) -> Result<Vec<u8>, DeskError> {
    let bound = bound(installation, &key.fingerprint());
    let plain = Payload { msg: key.reveal(), aad: &bound };
    let sealed = XChaCha20Poly1305::new(by.into()).encrypt(XNonce::from_slice(&nonce), plain);
    let sealed = sealed.map_err(|_| DeskError::Fault("wrapping the key"))?;
    Ok([&nonce[..], &sealed].concat())
}

/// Unwraps a key; none: another passphrase, or altered data.
pub(crate) fn unwrap(wrapped: &[u8], by: &[u8; 32], installation: &str, fingerprint: &str) -> Option<FileKey> {
    let (nonce, sealed) = wrapped.split_at_checked(NONCE)?;
    let bound = bound(installation, fingerprint);
    let sealed = Payload { msg: sealed, aad: &bound };
    let key = XChaCha20Poly1305::new(by.into()).decrypt(XNonce::from_slice(nonce), sealed).ok().map(Zeroizing::new)?;
    Some(FileKey::new(key.as_slice().try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wrapped_key_opens_where_it_belongs_and_nowhere_else() {
        let key = FileKey::new([7; 32]);
        let about = key.fingerprint();
        let wrapped = wrap(&key, &[1; 32], [2; NONCE], "ab").expect("it is wrapped");
        assert_eq!(wrapped.len(), WRAPPED);
        assert!(!wrapped.windows(4).any(|bytes| bytes == [7; 4]));
        let opened = unwrap(&wrapped, &[1; 32], "ab", &about).expect("it opens");
        assert_eq!(opened.reveal(), &[7; 32]);
        assert!(unwrap(&wrapped, &[3; 32], "ab", &about).is_none(), "another passphrase");
        assert!(unwrap(&wrapped, &[1; 32], "ac", &about).is_none(), "another installation");
        assert!(unwrap(&wrapped, &[1; 32], "ab", "00").is_none(), "another key's description");
        for at in 0..wrapped.len() {
            let mut touched = wrapped.clone();
            touched[at] ^= 1;
            assert!(unwrap(&touched, &[1; 32], "ab", &about).is_none(), "byte {at}");
            assert!(unwrap(&wrapped[..at], &[1; 32], "ab", &about).is_none(), "cut at {at}");
        }
    }
}
