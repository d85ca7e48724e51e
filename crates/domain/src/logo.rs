//! Limits and digest of the organisation's logo: what may be uploaded and what is stored. Keeps out pixels: the decoder
//! receives these limits.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// The largest file that is read, in bytes: 2 MB. A picture of [`SIDE`] needs far less.
pub const MOST_BYTES: u64 = 2 * 1024 * 1024;
/// The largest width and height that are read, in pixels: 64 MB decoded.
pub const MOST_SIDE: u32 = 4_096;
/// The largest width and height that are stored, in pixels: 43 mm at 300 dpi, more than a poster shows.
pub const SIDE: u32 = 512;
/// The largest stored file, in bytes: 256 kB.
pub const MOST_KEPT: usize = 256 * 1024;

/// A picture's SHA-256. The log holds it instead of the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PictureDigest([u8; 32]);

impl PictureDigest {
    /// Wraps the 32 bytes.
    pub const fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// The 32 bytes.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

/// Not 64 hexadecimal digits in lower case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a picture's digest has 64 hexadecimal digits")]
pub struct PictureDigestError;

impl fmt::Display for PictureDigest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl FromStr for PictureDigest {
    type Err = PictureDigestError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let digit = |at: u8| match at {
            b'0'..=b'9' => Ok(at - b'0'),
            b'a'..=b'f' => Ok(at - b'a' + 10),
            _ => Err(PictureDigestError),
        };
        let digits: &[u8; 64] = text.as_bytes().try_into().map_err(|_| PictureDigestError)?;
        let mut bytes = [0; 32];
        for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
            *byte = digit(pair[0])? << 4 | digit(pair[1])?;
        }
        Ok(Self(bytes))
    }
}

impl TryFrom<String> for PictureDigest {
    type Error = PictureDigestError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<PictureDigest> for String {
    fn from(digest: PictureDigest) -> Self {
        digest.to_string()
    }
}

/// What the log holds of a logo: everything but its pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Logo {
    /// Digest of the stored picture.
    pub picture: PictureDigest,
    /// Size of the stored file, in bytes.
    pub bytes: u32,
    /// Width in pixels, at most [`SIDE`].
    pub width: u32,
    /// Height in pixels, at most [`SIDE`].
    pub height: u32,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_reads_back_as_it_was_written() {
        let digest = PictureDigest::new(std::array::from_fn(|at| (at * 37) as u8));
        let written = serde_json::to_string(&digest).expect("text");
        assert_eq!(written.len(), 66);
        assert_eq!(serde_json::from_str::<PictureDigest>(&written).expect("a digest"), digest);
    }

    #[test]
    fn what_is_no_digest_is_refused() {
        let right = "0f".repeat(32);
        assert!(right.parse::<PictureDigest>().is_ok());
        for wrong in [
            "",
            &right[1..],
            &format!("{right}0"),
            &right.to_uppercase(),
            &right.replacen('f', "g", 1),
            &"é".repeat(32),
        ] {
            assert_eq!(wrong.parse::<PictureDigest>(), Err(PictureDigestError), "{wrong}");
        }
    }
}
