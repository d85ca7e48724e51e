//! Searches the bytes of all files in a folder, as a thief of the disk could.

use std::path::{Path, PathBuf};

/// The files under `folder` that contain `secret` in plain bytes.
pub fn files_with(folder: &Path, secret: &[u8]) -> Vec<PathBuf> {
    assert!(secret.len() >= 6, "so few bytes would be found by chance");
    let stands_in = |bytes: &[u8]| bytes.windows(secret.len()).any(|here| here.eq_ignore_ascii_case(secret));
    let mut found = files(folder);
    found.retain(|file| std::fs::read(file).is_ok_and(|bytes| stands_in(&bytes)));
    found
}

/// All files in a folder, recursively, without following links.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => found.extend(files(&entry.path())),
            Ok(kind) if kind.is_file() => found.push(entry.path()),
            _ => {} // sockets and links
        }
    }
    found
}
