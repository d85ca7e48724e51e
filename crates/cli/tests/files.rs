//! Tests of unusable data files, and of what a usable one reveals without its key.

use crate::support::{ADMINISTRATOR_EMAIL, Folder, NEWCOMER_PASSWORD, ORGANISATION, PASSPHRASE, PASSWORD, Ran};

const LIST: [&str; 3] = ["invitation", "list", "--json"];

/// Expects exit code 6 with this code, and an unchanged folder.
#[track_caller]
fn unusable(folder: &Folder, code: &str) {
    let before = folder.bytes();
    folder.amara(&LIST).refused(code, 6);
    folder.redeem("K7QF-2M9X-4TZC-8WHN", "noor");
    assert_eq!(folder.vestibulectl(&["doctor", "--json"]).exit, Some(6));
    assert!(folder.bytes() == before, "nothing was changed");
}

#[test]
fn without_an_organisation_every_command_says_how_to_make_one() {
    let folder = Folder::empty();
    let error = folder.amara(&LIST).refused("organisation_missing", 6);
    assert!(error["hint"].as_str().unwrap().contains("init"), "{error}");
    assert!(!folder.data().exists(), "looking makes nothing");
}

#[test]
fn a_second_organisation_in_the_same_folder_is_refused() {
    let folder = Folder::with_organisation();
    let before = folder.bytes();
    folder.init(&["--json"]).refused("organisation_exists", 3);
    assert!(folder.bytes() == before, "nothing was changed");
}

#[test]
fn an_init_that_is_refused_leaves_nothing_behind() {
    let folder = Folder::empty();
    folder.secret("amara.password", "aaaaaaaaaaaa");
    folder.init(&["--json"]).refused("password_too_weak", 3);
    folder.secret("amara.password", PASSWORD);
    folder.init(&["--join-address", "javascript:alert(1)", "--json"]).refused("join_address_malformed", 3);
    assert!(!folder.data().join("vestibule.db").exists());
    folder.init(&[]).done();
}

#[test]
fn a_wrong_passphrase_is_told_apart_and_touches_nothing() {
    let folder = Folder::with_organisation();
    folder.secret("passphrase", "eight herons over a quiet lake");
    unusable(&folder, "file_wrong_passphrase");
    folder.secret("passphrase", PASSPHRASE);
    folder.amara(&LIST).done();
}

#[test]
fn a_foreign_file_is_told_apart_and_touched_by_nobody() {
    let folder = Folder::with_organisation();
    let mut plain = b"SQLite format 3\0".to_vec();
    plain.resize(8192, 0);
    std::fs::write(folder.data().join("vestibule.db"), plain).unwrap();
    unusable(&folder, "file_foreign");
}

#[test]
fn a_damaged_file_is_told_apart_and_touched_by_nobody() {
    let folder = Folder::with_organisation();
    let path = folder.data().join("vestibule.db");
    let mut bytes = std::fs::read(&path).unwrap();
    bytes[100..3_000].fill(7);
    std::fs::write(&path, &bytes).unwrap();
    unusable(&folder, "file_corrupt");
    std::fs::write(&path, &bytes[..5_000]).unwrap();
    unusable(&folder, "file_corrupt");
}

#[test]
#[cfg(unix)]
fn a_folder_that_can_not_be_written_is_told_apart_and_touched_by_nobody() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
    use std::os::unix::process::CommandExt;
    const NOBODY: u32 = 65_534;

    let folder = Folder::with_organisation();
    // Root may write anywhere: the program then runs as another user, from a copy that this user can reach.
    let is_root = std::fs::metadata(folder.path()).unwrap().uid() == 0;
    let program = folder.path().join("vestibulectl");
    // Copied by another process: a file that this process has open for writing, even briefly, may be inherited by a
    // process that another test starts, and can't be run meanwhile.
    let copied = std::process::Command::new("cp").arg(env!("CARGO_BIN_EXE_vestibulectl")).arg(&program).status();
    assert!(copied.unwrap().success());
    let run = || -> Ran {
        let mut command = std::process::Command::new(&program);
        crate::support::isolate(&mut command, folder.path());
        command.current_dir(folder.path()).env("VESTIBULE_DATA_DIR", folder.data());
        command
            .args(["--passphrase-file", "passphrase", "--as", "amara", "--password-file", "amara.password"])
            .args(LIST);
        if is_root {
            command.uid(NOBODY).gid(NOBODY);
        }
        command.output().unwrap().into()
    };
    let everything = |mode_of_folder: u32, mode_of_files: u32| {
        for entry in std::fs::read_dir(folder.data()).unwrap().map(Result::unwrap) {
            std::fs::set_permissions(entry.path(), std::fs::Permissions::from_mode(mode_of_files)).unwrap();
        }
        std::fs::set_permissions(folder.data(), std::fs::Permissions::from_mode(mode_of_folder)).unwrap();
    };
    if is_root {
        let inside = std::fs::read_dir(folder.data()).unwrap().map(|entry| entry.unwrap().path());
        let secrets = ["passphrase", "amara.password", ""].map(|name| folder.path().join(name));
        for path in inside.chain(secrets).chain([folder.data()]) {
            chown(path, Some(NOBODY), Some(NOBODY)).unwrap();
        }
    }
    everything(0o500, 0o400);
    let before = folder.bytes();
    let refused = run();
    let after = folder.bytes();
    everything(0o700, 0o600);
    let error = refused.refused("file_read_only", 6);
    assert!(error["message"].as_str().unwrap().contains(folder.data().to_str().unwrap()), "the folder: {error}");
    assert!(error["hint"].as_str().unwrap().contains("right to write in it"), "the remedy: {error}");
    assert!(before == after, "nothing was changed");
    run().done();
    // A file without read permission is reported as that, not as damaged.
    let described = folder.data().join("vestibule.json");
    std::fs::set_permissions(&described, std::fs::Permissions::from_mode(0o000)).unwrap();
    let error = run().refused("file_unreachable", 6);
    assert!(error["values"]["path"].as_str().unwrap().ends_with("vestibule.json"), "{error}");
    assert!(!error.to_string().contains("recovery"), "{error}");
}

/// Runs `script` with the data folder on a file system of that many kB, if this machine allows a mount namespace. In
/// the script, `as_amara` signs in and answers in JSON.
#[cfg(target_os = "linux")]
fn on_a_small_disk(folder: &Folder, size: u32, script: &str) -> Option<Ran> {
    let begin = format!(
        r#"mount -t tmpfs -o size={size}k tmpfs disk && cp data/* disk/ && export VESTIBULE_DATA_DIR=disk
        as_amara() {{ "$V" --passphrase-file passphrase --as amara --password-file amara.password "$@" --json; }}
        "#
    );
    std::fs::create_dir(folder.path().join("disk")).unwrap();
    let in_namespace = |script: &str| {
        let mut command = std::process::Command::new("unshare");
        crate::support::isolate(&mut command, folder.path());
        command.current_dir(folder.path()).env("V", env!("CARGO_BIN_EXE_vestibulectl"));
        Ran::from(command.args(["--map-root-user", "--mount", "bash", "-eu", "-c", script]).output().unwrap())
    };
    if in_namespace("mount -t tmpfs tmpfs disk").exit != Some(0) {
        println!("this machine lets nobody mount: a full disk was not tried");
        return None;
    }
    Some(in_namespace(&(begin + script)).done())
}

#[cfg(target_os = "linux")]
fn told_of_the_full_disk(ran: &Ran, kept: &serde_json::Value) {
    assert!(ran.out.starts_with("{\"error\":{\"code\":\"disk_full\""), "{}", ran.out);
    for expected in [" exit 6", kept["id"].as_str().unwrap(), "\"total\":1", "\"uses\":0", "\"complete\":true"] {
        assert!(ran.out.contains(expected), "{expected:?} is not in {}", ran.out);
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_told_and_nothing_that_stood_is_lost() {
    let folder = Folder::with_organisation();
    let kept = folder.invitation(&[]);
    let script = r#"
        head -c 1M /dev/zero > disk/ballast 2> noise || true
        exit=0; as_amara invitation create --role staff 2>&1 || exit=$?
        echo " exit $exit"
        rm disk/ballast && as_amara invitation list && as_amara invitation create --role staff && as_amara audit verify
    "#;
    let Some(ran) = on_a_small_disk(&folder, 512, script) else { return };
    told_of_the_full_disk(&ran, &kept);
}

#[test]
#[cfg(target_os = "linux")]
fn a_disk_that_fills_during_an_import_keeps_nothing_of_it() {
    let folder = Folder::with_organisation();
    let kept = folder.invitation(&[]);
    let rows: String = (0..20_000).map(|row| format!("guest{row}@school.example,staff\n")).collect();
    std::fs::write(folder.path().join("sheet.csv"), format!("email,role\n{rows}")).unwrap();
    // What the import wrote before the disk was full is after the last commit: only free space is needed to go on.
    let script = r#"
        exit=0; as_amara invitation import sheet.csv 2>&1 || exit=$?
        echo " exit $exit"
        as_amara invitation list && as_amara invitation create --role staff && as_amara audit verify
    "#;
    let Some(ran) = on_a_small_disk(&folder, 4096, script) else { return };
    told_of_the_full_disk(&ran, &kept);
}

#[test]
fn whoever_reads_the_folder_without_the_key_finds_nothing() {
    let folder = Folder::with_organisation();
    let created = folder.invitation(&["--email", "noor@post.example", "--label", "spring fair poster"]);
    let code = created["code"].as_str().unwrap();
    folder.redeem_as(code, "noor", "noor@post.example").done();
    let plain = code.replace('-', "");
    let hidden = [
        "SQLite format 3",
        code,
        &plain,
        "noor@post.example",
        ADMINISTRATOR_EMAIL,
        ORGANISATION,
        PASSWORD,
        PASSPHRASE,
        NEWCOMER_PASSWORD,
        "Noor Haddad",
        "spring fair poster",
    ];
    let files = folder.bytes();
    assert!(files.iter().any(|(path, bytes)| path.ends_with("vestibule.db") && bytes.len() > 4_096));
    for (path, bytes) in files {
        for text in hidden {
            let found = bytes.windows(text.len()).any(|window| window.eq_ignore_ascii_case(text.as_bytes()));
            assert!(!found, "{} holds {text:?}", path.display());
        }
    }
    // The stock sqlite3 program, where it is installed.
    let mut sqlite = std::process::Command::new("sqlite3");
    if let Ok(opened) = sqlite.arg(folder.data().join("vestibule.db")).arg("SELECT * FROM sqlite_master").output() {
        assert!(!opened.status.success() && opened.stdout.is_empty(), "{opened:?}");
    }
}
