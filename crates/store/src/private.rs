//! Access rights of the data folder: new files are created for the owner only and without following links, and existing
//! ones are restricted. Keeps out the files' contents.

use std::fs::{File, OpenOptions};
use std::io::Result;
use std::path::Path;

/// Name prefixes of Vestibule's files in the data folder.
#[cfg(unix)]
const OURS: [&str; 3] = ["vestibule.", ".vestibule", ".sign-in."];

/// Creates the folder and its parents, for the owner only.
pub fn make_folder(folder: &Path) -> Result<()> {
    let mut maker = std::fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut maker, 0o700);
    maker.recursive(true).create(folder)
}

/// Opens or creates a lock file. Refuses a link in its place, which could lead to somebody else's file.
pub fn lock_file(path: &Path) -> Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false);
    follow_no_links(&mut options);
    options.open(path)
}

/// Creates a new file, replacing one left behind under this name.
pub fn scratch_file(path: &Path) -> Result<File> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    follow_no_links(&mut options);
    options.open(path)
}

/// Flushes the folder, so that a rename in it survives a power cut.
pub fn sync_folder(folder: &Path) -> Result<()> {
    // Windows can't flush a folder; NTFS journals renames.
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

#[cfg(unix)]
fn follow_no_links(options: &mut OpenOptions) {
    use std::os::unix::fs::OpenOptionsExt;
    options.mode(0o600).custom_flags(libc::O_NOFOLLOW);
}

#[cfg(windows)]
fn follow_no_links(options: &mut OpenOptions) {
    /// Opens a link itself instead of its target; a link can't be written.
    const FILE_FLAG_OPEN_REPARSE_POINT: u32 = 0x0020_0000;
    use std::os::windows::fs::OpenOptionsExt;
    options.custom_flags(FILE_FLAG_OPEN_REPARSE_POINT);
}

/// Restricts the folder and our files in it to the owner. A shared folder (sticky bit, as /tmp) stays as it is.
/// Failures are ignored, as on a medium without access rights: the file is encrypted anyway.
#[cfg(unix)]
pub fn close_to_others(folder: &Path) {
    const STICKY: u32 = 0o1000;
    use std::os::unix::fs::PermissionsExt;
    let close = |path: &Path| {
        let Ok(about) = std::fs::symlink_metadata(path) else { return };
        let mode = about.permissions().mode() & 0o7777;
        if about.is_symlink() || mode & 0o077 == 0 || mode & STICKY != 0 {
            return;
        }
        if let Err(error) = std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode & 0o700)) {
            tracing::warn!(%error, "the data folder is open to others and could not be closed");
        }
    };
    close(folder);
    for file in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = file.file_name();
        if OURS.iter().any(|ours| name.to_string_lossy().starts_with(ours)) {
            close(&file.path());
        }
    }
}

/// A folder in the user's profile is private on Windows.
#[cfg(windows)]
pub fn close_to_others(_: &Path) {}

#[cfg(all(test, unix))]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]
mod tests {
    use super::*;
    use std::os::unix::fs::{PermissionsExt, symlink};

    fn mode(path: &Path) -> u32 {
        std::fs::metadata(path).unwrap().permissions().mode() & 0o777
    }

    #[test]
    fn a_link_in_the_place_of_a_lock_is_not_followed() {
        let folder = tempfile::tempdir().unwrap();
        let (lock, elsewhere) = (folder.path().join(".vestibule.lock"), folder.path().join("elsewhere"));
        symlink(&elsewhere, &lock).unwrap();
        lock_file(&lock).unwrap_err();
        assert!(!elsewhere.exists());
        std::fs::remove_file(&lock).unwrap();
        lock_file(&lock).unwrap();
        lock_file(&lock).unwrap();
        assert_eq!(mode(&lock), 0o600);
    }

    #[test]
    fn a_link_in_the_place_of_a_scratch_file_goes_and_what_it_leads_to_stays() {
        let folder = tempfile::tempdir().unwrap();
        let (scratch, elsewhere) = (folder.path().join("vestibule.json.new"), folder.path().join("elsewhere"));
        std::fs::write(&elsewhere, "kept").unwrap();
        symlink(&elsewhere, &scratch).unwrap();
        scratch_file(&scratch).unwrap();
        assert_eq!(std::fs::read_to_string(&elsewhere).unwrap(), "kept");
        assert_eq!((mode(&scratch), std::fs::metadata(&scratch).unwrap().len()), (0o600, 0));
    }

    #[test]
    fn a_folder_that_stood_open_is_closed_with_our_files_and_no_others() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        for name in ["vestibule.db", "vestibule.json", ".vestibule.lock", "somebody's.txt"] {
            std::fs::write(at(name), "").unwrap();
            std::fs::set_permissions(at(name), std::fs::Permissions::from_mode(0o644)).unwrap();
        }
        std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(0o755)).unwrap();
        close_to_others(folder.path());
        assert_eq!(mode(folder.path()), 0o700);
        for name in ["vestibule.db", "vestibule.json", ".vestibule.lock"] {
            assert_eq!(mode(&at(name)), 0o600, "{name}");
        }
        assert_eq!(mode(&at("somebody's.txt")), 0o644);
        std::fs::set_permissions(folder.path(), std::fs::Permissions::from_mode(0o1777)).unwrap();
        close_to_others(folder.path());
        assert_eq!(mode(folder.path()), 0o777, "a folder that all share is not ours to close");
    }
}
