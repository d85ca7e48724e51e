//! The file's key: 32 bytes without a printable form, and a fingerprint to recognise a wrong key before trying it.

use secrecy::{ExposeSecret, SecretBox};
use sha2::{Digest, Sha256};

/// A 256-bit key, wiped when dropped.
pub struct FileKey(SecretBox<[u8; 32]>);

impl FileKey {
    /// Wraps the bytes.
    pub fn new(bytes: [u8; 32]) -> Self {
        Self(SecretBox::new(Box::new(bytes)))
    }

    /// The bytes, for keychain and recovery key.
    pub fn reveal(&self) -> &[u8; 32] {
        self.0.expose_secret()
    }

    /// Eight bytes of a hash that identify the key. They reveal nothing: a hash of 256 random bits can't be inverted.
    pub fn fingerprint(&self) -> String {
        let mut hash = Sha256::new();
        hash.update(b"vestibule file key fingerprint v1");
        hash.update(self.reveal());
        hex::encode(&hash.finalize()[..8])
    }

    /// The key in SQLCipher's raw form, quoted for the pragma.
    pub(crate) fn pragma(&self) -> zeroize::Zeroizing<String> {
        let mut digits = zeroize::Zeroizing::new([0; 64]);
        hex::encode_to_slice(self.reveal(), digits.as_mut_slice()).expect("two digits a byte");
        let digits = std::str::from_utf8(digits.as_slice()).expect("digits are ASCII");
        zeroize::Zeroizing::new(format!("\"x'{digits}'\""))
    }
}

impl Clone for FileKey {
    fn clone(&self) -> Self {
        Self::new(*self.reveal())
    }
}

impl std::fmt::Debug for FileKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("FileKey(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_does_not_print_and_its_fingerprint_tells_it_from_another() {
        let (one, other) = (FileKey::new([1; 32]), FileKey::new([2; 32]));
        assert_eq!(format!("{one:?}"), "FileKey(…)");
        assert_ne!(one.fingerprint(), other.fingerprint());
        assert_eq!(one.fingerprint(), one.clone().fingerprint());
    }
}
