//! What keeps the data: backups, the end of the trail that was noted, and the folder's being closed to others.

use crate::support::Folder;

/// A folder with the backup in the data file's place, and without anything else of the first one.
fn beside(folder: &Folder, backup: &str) -> Folder {
    let other = Folder::empty();
    std::fs::create_dir(other.data()).unwrap();
    std::fs::copy(folder.path().join(backup), other.data().join("vestibule.db")).unwrap();
    std::fs::copy(folder.data().join("vestibule.json"), other.data().join("vestibule.json")).unwrap();
    other
}

#[test]
fn a_backup_holds_what_was_true_and_is_in_the_trail() {
    let folder = Folder::with_organisation();
    let invitation = folder.invitation(&["--label", "spring fair"]);
    let made = folder.amara(&["backup", "fernhill.backup", "--json"]).done().json();
    folder.invitation(&["--label", "after the backup"]);
    let trail = folder.amara(&["audit", "list", "--json"]).done().json();
    assert!(trail["items"].as_array().unwrap().iter().any(|event| event["event"] == "backup_made"), "{trail}");

    let bytes = std::fs::read(folder.path().join("fernhill.backup")).unwrap();
    assert_eq!(bytes.len() as u64, made["bytes"]);
    assert_ne!(&bytes[..16], b"SQLite format 3\0");
    let other = beside(&folder, "fernhill.backup");
    assert_eq!(other.total(&[]), 1);
    other.amara(&["invitation", "show", invitation["id"].as_str().unwrap()]).done();
    assert_eq!(other.run(&["audit", "verify", "--json"]).done().json()["complete"], true);
    // The one it was made from does not need to be told that an older file is an older file: its noted end is not in it.
    let later = folder.run(&["audit", "verify", "--json"]).done().json()["head"].as_str().unwrap().to_owned();
    let missed = other.run(&["audit", "verify", "--head", &later, "--json"]);
    assert_eq!(missed.exit, Some(1), "{}", missed.err);
    assert_eq!(missed.json()["holds_noted"], false);
    folder.run(&["audit", "verify", "--head", made["head"].as_str().unwrap()]).done();
    assert_eq!(folder.run(&["audit", "verify", "--head", "yesterday"]).exit, Some(2));
}

#[test]
fn only_who_looks_after_everything_makes_a_backup_and_none_goes_into_the_data_folder() {
    let folder = Folder::with_organisation();
    folder.manager("priya", "Library");
    assert_eq!(folder.newcomer("priya", &["backup", "mine"]).exit, Some(4));
    assert!(!folder.path().join("mine").exists());
    let before = std::fs::read(folder.data().join("vestibule.json")).unwrap();
    for place in ["data/vestibule.json", "data/vestibule.db", "data/copy"] {
        assert_eq!(folder.amara(&["backup", place]).exit, Some(2), "{place}");
    }
    assert_eq!(std::fs::read(folder.data().join("vestibule.json")).unwrap(), before);
}

#[cfg(unix)]
#[test]
fn a_data_folder_that_stood_open_is_closed_when_it_is_used() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::with_organisation();
    let open = |path: &std::path::Path, mode| {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
    };
    let mode = |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let (data, file, key) = (folder.data(), folder.data().join("vestibule.db"), folder.data().join("vestibule.json"));
    open(&data, 0o755);
    open(&file, 0o644);
    open(&key, 0o644);
    folder.run(&["audit", "verify"]).done();
    assert_eq!((mode(&data), mode(&file), mode(&key)), (0o700, 0o600, 0o600));
}
