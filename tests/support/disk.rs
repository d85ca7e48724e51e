//! The bytes of everything under a folder: what a thief of the disk would read.

use std::path::{Path, PathBuf};

/// The files under `folder` in which `secret` stands, in plain bytes.
pub fn files_with(folder: &Path, secret: &[u8]) -> Vec<PathBuf> {
    assert!(secret.len() >= 6, "so few bytes would be found by chance");
    let stands_in = |bytes: &[u8]| bytes.windows(secret.len()).any(|here| here.eq_ignore_ascii_case(secret));
    let mut found = files(folder);
    found.retain(|file| std::fs::read(file).is_ok_and(|bytes| stands_in(&bytes)));
    found
}

/// All files under a folder, links not followed.
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
