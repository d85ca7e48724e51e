//! An organisation for journeys that are not about first start: made once per test run, by first start in the window,
//! and copied for each journey. Copies what first start leaves (files, keychain entries) without interpreting it.

use super::{Window, disk, keychain::Entry};
use std::fs::{DirBuilder, Permissions};
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use tokio::sync::OnceCell;

/// The files and keychain entries that first start left.
struct Founded {
    recovery_key: String,
    /// The data folder's files: relative path, permissions, and bytes.
    files: Vec<(PathBuf, Permissions, Vec<u8>)>,
    entries: Vec<Entry>,
}

/// Of this run. If making it fails, that journey fails, and the next one tries again.
static FOUNDED: OnceCell<Founded> = OnceCell::const_new();

impl Window {
    /// Opens an organisation whose key is in this desktop's keychain, at its sign-in page, as after
    /// `found_organisation`. Returns the lines of its recovery key.
    pub async fn open_founded(&mut self) -> &'static str {
        let founded = FOUNDED.get_or_init(|| found(self)).await;
        let data = self.desktop().data();
        for (name, permissions, bytes) in &founded.files {
            let file = data.join(name);
            folder(file.parent().expect("it lies in the data folder"));
            std::fs::write(&file, bytes).expect("the data folder can be written");
            std::fs::set_permissions(&file, permissions.clone()).expect("it is ours");
        }
        self.desktop().keep(&founded.entries).await;
        self.open().await;
        self.see_test("sign-in-submit").await;
        &founded.recovery_key
    }
}

/// First start in the window, on the desktop of the first journey that needs it.
async fn found(window: &mut Window) -> Founded {
    window.open().await;
    let recovery_key = window.found_organisation().await;
    window.close().await;
    let data = window.desktop().data();
    let logs = data.join("logs");
    let files = disk::files(&data).into_iter().filter(|file| !file.starts_with(&logs)).map(|file| {
        let permissions = file.metadata().expect("it is there").permissions();
        let bytes = std::fs::read(&file).expect("it is ours");
        (file.strip_prefix(&data).expect("it lies in the data folder").to_owned(), permissions, bytes)
    });
    let (files, entries) = (files.collect::<Vec<_>>(), window.desktop().entries().await);
    assert!(!files.is_empty() && !entries.is_empty(), "first start leaves a file and its key");
    Founded { recovery_key, files, entries }
}

/// A folder accessible to its owner only, as the application makes it.
fn folder(path: &Path) {
    DirBuilder::new().recursive(true).mode(0o700).create(path).expect("the home folder can be written");
}
