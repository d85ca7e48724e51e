//! The organisation's logo: which one it is, and its picture for those who have not got it yet.

use serde::{Deserialize, Serialize};

/// The organisation's logo, without its picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogoView {
    /// The SHA-256 of its picture, in hexadecimal: another picture has another.
    pub picture: String,
    /// How large its file is, in bytes.
    pub bytes: u32,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
}

/// The organisation's logo with its picture, a PNG that Vestibule wrote itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogoPictureView {
    /// Which one.
    pub logo: LogoView,
    /// The file, in base 64.
    pub png: String,
}
