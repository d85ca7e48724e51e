//! Tests with a real keychain: Secret Service on a session bus of the test's own.

use crate::support::{Folder, PASSWORD, isolate};
use std::process::Command;

/// Runs a bash script with a new, unlocked keychain. `$V` is the program, `$DATA` the data folder.
#[track_caller]
fn with_new_keychain(folder: &Folder, keyrings: &str, script: &str) -> String {
    let home = folder.path().join(keyrings);
    std::fs::create_dir(&home).unwrap();
    let begin = "echo opens-the-keyring | gnome-keyring-daemon --unlock --components=secrets --daemonize > unlocked\n";
    let mut bus = Command::new("dbus-run-session");
    isolate(&mut bus, &home);
    bus.args(["--", "bash", "-euo", "pipefail", "-c", &format!("umask 077; chmod 700 \"$HOME\"; {begin}{script}")]);
    bus.current_dir(folder.path())
        .env("VESTIBULE_DATA_DIR", folder.data())
        .env("V", env!("CARGO_BIN_EXE_vestibulectl"));
    let ran = bus.output().unwrap();
    let (out, err) = (String::from_utf8(ran.stdout).unwrap(), String::from_utf8(ran.stderr).unwrap());
    assert!(ran.status.success(), "{out}{err}");
    out
}

const INIT: &str = "\"$V\" init --organisation Fernhill --admin amara --email amara@fernhill.example \
                    --password-file amara.password --json > made.json\n";

#[test]
fn a_sign_in_is_kept_until_sign_out() {
    let folder = Folder::empty();
    let script = r#"
        refused() { local exit=0; "$V" invitation list > nothing 2>&1 || exit=$?; [ $exit = 4 ]; }
        refused
        "$V" sign-in amara --password-file amara.password
        "$V" invitation create --role staff --json
        "$V" doctor
        "$V" sign-out
        refused
        "$V" sign-out
    "#;
    let said = with_new_keychain(&folder, "keyrings", &format!("{INIT}{script}"));
    for expected in
        ["Signed in as amara (Administrator).", "\"code\":", "the keychain", "amara is signed out.", "Nobody was"]
    {
        assert!(said.contains(expected), "{expected:?} is not in\n{said}");
    }
    assert!(!said.contains(PASSWORD));
}

#[test]
fn a_key_that_the_keychain_lost_comes_back_with_the_recovery_key() {
    let folder = Folder::empty();
    with_new_keychain(&folder, "first", INIT);
    let made: serde_json::Value =
        serde_json::from_slice(&std::fs::read(folder.path().join("made.json")).unwrap()).unwrap();
    let lines: Vec<&str> = made["recovery_key"].as_array().unwrap().iter().map(|line| line.as_str().unwrap()).collect();
    folder.secret("recovery-key", &lines.join("\n"));
    let first = if lines[0].starts_with('7') { "8" } else { "7" };
    folder.secret("mistyped", &format!("{first}{}", &lines.join("\n")[1..]));
    let script = r#"
        as_amara() { "$V" --as amara --password-file amara.password invitation list; }
        refused() { local exit=0; "$@" > said 2>&1 || exit=$?; cat said; [ $exit = 6 ]; }
        refused as_amara
        refused "$V" open --recovery-key-file mistyped
        refused as_amara
        "$V" open --recovery-key-file recovery-key
        as_amara
    "#;
    let said = with_new_keychain(&folder, "second", script);
    for expected in
        ["not in the keychain", "--recovery-key-file", "line 1", "The recovery key opens", "No invitations yet"]
    {
        assert!(said.contains(expected), "{expected:?} is not in\n{said}");
    }
}
