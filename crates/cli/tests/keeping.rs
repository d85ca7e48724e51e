//! Tests of backups, of the noted end of the trail, and of the folder's permissions.

use crate::support::Folder;

/// A folder with the backup as data file, and nothing else of the first folder.
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
    assert_eq!(other.vestibulectl(&["audit", "verify", "--json"]).done().json()["complete"], true);
    // By itself a restored backup looks complete; given a later end of the trail, it is found to be older.
    let later = folder.vestibulectl(&["audit", "verify", "--json"]).done().json()["head"].as_str().unwrap().to_owned();
    let missed = other.vestibulectl(&["audit", "verify", "--head", &later, "--json"]);
    assert_eq!(missed.exit, Some(1), "{}", missed.err);
    assert_eq!(missed.json()["holds_noted"], false);
    folder.vestibulectl(&["audit", "verify", "--head", made["head"].as_str().unwrap()]).done();
    assert_eq!(folder.vestibulectl(&["audit", "verify", "--head", "yesterday"]).exit, Some(2));
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
    folder.vestibulectl(&["audit", "verify"]).done();
    assert_eq!((mode(&data), mode(&file), mode(&key)), (0o700, 0o600, 0o600));
}

#[test]
fn a_backup_is_restored_on_a_new_machine_by_the_recovery_key_and_goes_on_as_a_new_device() {
    let folder = Folder::empty();
    let made = folder.init(&["--json"]).done().json();
    let lines: Vec<&str> = made["recovery_key"].as_array().unwrap().iter().map(|line| line.as_str().unwrap()).collect();
    let invitation = folder.invitation(&[]);
    let backup = folder.amara(&["backup", "fernhill.backup", "--json"]).done().json();

    let other = Folder::empty();
    std::fs::copy(folder.path().join("fernhill.backup"), other.path().join("fernhill.backup")).unwrap();
    other.secret("recovery-key", &lines.join("\n"));
    other.secret("new-passphrase", "nine otters under a wooden bridge");
    let restore = ["restore", "fernhill.backup", "--recovery-key-file", "recovery-key"];
    let done = other
        .bare(&[&restore[..], &["--new-passphrase-file", "new-passphrase", "--json"]].concat())
        .output()
        .map(crate::support::Ran::from)
        .unwrap()
        .done()
        .json();
    assert_eq!((&done["replaced"], &done["trouble"]), (&serde_json::Value::Null, &serde_json::Value::Null), "{done}");

    other.secret("passphrase", "nine otters under a wooden bridge");
    other.amara(&["invitation", "show", invitation["id"].as_str().unwrap()]).done();
    let verified = other.vestibulectl(&["audit", "verify", "--json"]).done().json();
    assert_eq!(verified["complete"], true, "{verified}");
    let device = |head: &serde_json::Value| head.as_str().unwrap().split(':').next().unwrap().to_owned();
    assert_ne!(device(&verified["head"]), device(&backup["head"]), "two files never write one chain");
    // The end that was noted with the backup is in it.
    other.vestibulectl(&["audit", "verify", "--head", backup["head"].as_str().unwrap()]).done();
    let trail = other.amara(&["audit", "list", "--json"]).done().json();
    assert!(trail["items"].as_array().unwrap().iter().any(|event| event["event"] == "backup_restored"), "{trail}");
}

#[test]
fn what_a_restored_backup_replaces_is_asked_about_and_kept() {
    let folder = Folder::with_organisation();
    folder.amara(&["backup", "before"]).done();
    let later = folder.invitation(&["--label", "after the backup"]);
    assert_eq!(folder.vestibulectl(&["restore", "before"]).exit, Some(2), "nobody is there to be asked");
    assert_eq!(folder.total(&[]), 1);
    let done = folder.vestibulectl(&["restore", "before", "--yes", "--json"]).done().json();
    assert_eq!(folder.total(&[]), 0);

    let replaced = done["replaced"].as_str().unwrap();
    let other = Folder::empty();
    std::fs::create_dir(other.data()).unwrap();
    std::fs::copy(replaced, other.data().join("vestibule.db")).unwrap();
    std::fs::copy(folder.data().join("vestibule.json"), other.data().join("vestibule.json")).unwrap();
    other.amara(&["invitation", "show", later["id"].as_str().unwrap()]).done();
}

#[test]
fn a_backup_that_is_damaged_foreign_or_of_another_key_replaces_nothing() {
    let folder = Folder::with_organisation();
    folder.amara(&["backup", "good"]).done();
    folder.invitation(&[]);
    let mut bytes = std::fs::read(folder.path().join("good")).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle..middle + 64].fill(0);
    std::fs::write(folder.path().join("damaged"), &bytes).unwrap();
    std::fs::write(folder.path().join("foreign"), "dear diary").unwrap();
    let stranger = Folder::empty();
    stranger.init(&[]).done();
    std::fs::copy(stranger.data().join("vestibule.db"), folder.path().join("another")).unwrap();
    for name in ["damaged", "foreign", "another"] {
        let ran = folder.vestibulectl(&["restore", name, "--yes"]);
        assert_eq!(ran.exit, Some(6), "{name}: {}", ran.err);
        assert!(!ran.err.contains("vestibulectl restore"), "no advice in a circle: {}", ran.err);
    }
    assert_ne!(folder.vestibulectl(&["restore", "missing", "--yes"]).exit, Some(0));
    assert_eq!(folder.total(&[]), 1);
    let left = std::fs::read_dir(folder.data()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert!(left.into_iter().all(|name| !name.contains("restoring") && !name.contains("replaced")));
}
