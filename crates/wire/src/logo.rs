//! The organisation's logo: its digest and size, and its picture for callers that lack it.

use serde::{Deserialize, Serialize};

/// The organisation's logo, without its picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogoView {
    /// SHA-256 of the picture, in hexadecimal; changes with the picture.
    pub picture: String,
    /// Size of the file, in bytes.
    pub bytes: u32,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

/// The organisation's logo with its picture, a PNG that Vestibule wrote itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogoPictureView {
    /// Digest and size.
    pub logo: LogoView,
    /// The file, in base 64.
    pub png: String,
}
