//! Tests of recovering access from a terminal.

use crate::support::{ADMINISTRATOR, Folder, NEWCOMER_PASSWORD, PASSPHRASE, PASSWORD, Ran, fed};
use std::sync::Arc;
use vestibule_desk::{Clock, Desk, Entropy, KeychainChoice, Ports};
use vestibule_wire::{Moment, OpenFileRequest, Secret, SetPolicyRequest, SignInRequest};

const NEW_PASSPHRASE: &str = "nine otters under a loud bridge";
const NEW_PASSWORD: &str = "loud-bridge-19-otter";

/// An organisation, and its recovery key as `init` printed it, in a file.
fn with_recovery_key() -> Folder {
    let folder = Folder::empty();
    let made = folder.init(&["--json"]).done().json();
    let lines: Vec<&str> = made["recovery_key"].as_array().unwrap().iter().map(|line| line.as_str().unwrap()).collect();
    folder.secret("recovery-key", &lines.join("\n"));
    folder.secret("new-passphrase", NEW_PASSPHRASE);
    folder.secret("new-password", NEW_PASSWORD);
    folder
}

fn bare(folder: &Folder, arguments: &[&str]) -> Ran {
    folder.bare(arguments).output().unwrap().into()
}

const LIST: [&str; 7] = ["--as", ADMINISTRATOR, "--password-file", "amara.password", "invitation", "list", "--json"];
const REKEY: [&str; 6] =
    ["open", "--recovery-key-file", "recovery-key", "--new-passphrase-file", "new-passphrase", "--json"];

#[test]
fn a_forgotten_passphrase_gives_way_to_a_new_one() {
    let folder = with_recovery_key();
    let opened = bare(&folder, &REKEY).done().json();
    assert_eq!((&opened["opened"], &opened["key"]), (&true.into(), &"passphrase".into()));
    let error = folder.vestibulectl(&LIST).refused("file_wrong_passphrase", 6);
    assert!(error["hint"].as_str().unwrap().contains("--new-passphrase-file"), "{error}");
    folder.secret("passphrase", NEW_PASSPHRASE);
    folder.vestibulectl(&LIST).done();
    let trail = folder.amara(&["audit", "list"]).done().out;
    assert!(trail.contains("file key placed") && trail.contains("new passphrase, by the recovery key"), "{trail}");
    folder.amara(&["audit", "verify"]).done();
}

#[test]
fn a_lost_key_file_is_made_anew_and_no_hint_names_the_command_that_just_failed() {
    let folder = with_recovery_key();
    std::fs::remove_file(folder.data().join("vestibule.json")).unwrap();
    let error = bare(&folder, &["open", "--recovery-key-file", "recovery-key", "--json"]).error();
    let hint = error["hint"].as_str().unwrap();
    assert!(hint.contains("--new-passphrase-file") && !hint.contains("open --recovery-key-file"), "{error}");
    bare(&folder, &REKEY).done();
    folder.secret("passphrase", NEW_PASSPHRASE);
    folder.vestibulectl(&LIST).done();
}

#[test]
fn another_file_s_recovery_key_is_called_that_and_changes_nothing() {
    let folder = with_recovery_key();
    let other = with_recovery_key();
    let strange = std::fs::read_to_string(other.path().join("recovery-key")).unwrap();
    folder.secret("recovery-key", &strange);
    for command in [
        &REKEY[..],
        &[
            "user",
            "set-password",
            "amara",
            "--recovery-key-file",
            "recovery-key",
            "--new-password-file",
            "new-password",
            "--json",
        ],
    ] {
        let error = bare(&folder, command).refused("file_wrong_key", 6);
        let said = error.to_string();
        assert!(said.contains("another file") && !said.contains("open --recovery-key-file"), "{said}");
    }
    folder.vestibulectl(&LIST).done();
}

#[test]
fn without_a_new_passphrase_the_recovery_key_leaves_the_old_one_and_says_so() {
    let folder = with_recovery_key();
    let said = bare(&folder, &["open", "--recovery-key-file", "recovery-key"]).done().out;
    assert!(said.contains("Its passphrase stays as it was"), "{said}");
    folder.vestibulectl(&LIST).done();
}

#[test]
fn an_administrator_who_forgot_everything_gets_in_with_the_recovery_key_alone() {
    let folder = with_recovery_key();
    std::fs::remove_file(folder.data().join("vestibule.json")).unwrap();
    let set =
        ["user", "set-password", "amara", "--recovery-key-file", "recovery-key", "--new-password-file", "new-password"];
    let done = bare(&folder, &[&set[..], &["--json"]].concat()).done().json();
    assert_eq!((&done["username"], &done["password_set"]), (&"amara".into(), &true.into()));
    bare(&folder, &REKEY).done();
    folder.secret("passphrase", NEW_PASSPHRASE);
    folder.vestibulectl(&LIST).refused("sign_in_refused", 4);
    folder.secret("amara.password", NEW_PASSWORD);
    folder.vestibulectl(&LIST).done();
    let trail = folder.amara(&["audit", "list"]).done().out;
    assert!(trail.contains("password set") && trail.contains("amara (by the recovery key)"), "{trail}");
}

#[test]
fn a_person_sets_a_new_password_once_with_the_code_that_an_administrator_made() {
    let folder = with_recovery_key();
    let code = folder.invitation(&[])["code"].as_str().unwrap().to_owned();
    folder.redeem(&code, "noor").done();
    let by_key = [
        "user",
        "set-password",
        "noor",
        "--recovery-key-file",
        "recovery-key",
        "--new-password-file",
        "new-password",
        "--json",
    ];
    let error = bare(&folder, &by_key).refused("not_an_administrator", 3);
    assert!(error["hint"].as_str().unwrap().contains("user reset-password"), "{error}");

    let made = folder.amara(&["user", "reset-password", "noor", "--json"]).done().json();
    assert_eq!(crate::path::keys(&made), ["code", "expires_at"]);
    let code = made["code"].as_str().unwrap();
    let set = ["user", "set-password", "noor", "--code-file", "-", "--new-password-file", "new-password", "--json"];
    let with_code = |code: &str| fed(&mut folder.command(&set), format!("\u{feff}{code}\r\n").as_bytes());
    with_code(code).done();
    let error = with_code(code).refused("password_code_refused", 4);
    assert!(error["hint"].as_str().unwrap().contains("user reset-password"), "{error}");
    folder.newcomer("noor", &["invitation", "list", "--json"]).refused("sign_in_refused", 4);
    folder.secret("noor.password", NEW_PASSWORD);
    folder.newcomer("noor", &["invitation", "list", "--json"]).refused("not_permitted", 4);
    folder.newcomer("noor", &["user", "reset-password", "amara", "--json"]).refused("not_permitted", 4);
    folder.amara(&["user", "reset-password", "amara", "--json"]).refused("not_permitted", 4);
    folder.amara(&["user", "reset-password", "nobody", "--json"]).refused("person_unknown", 5);
}

#[test]
fn a_password_needs_a_proof_and_one_only() {
    let folder = with_recovery_key();
    for more in [&[][..], &["--code-file", "code", "--recovery-key-file", "recovery-key"]] {
        let set = [&["user", "set-password", "amara", "--new-password-file", "new-password", "--json"], more].concat();
        folder.vestibulectl(&set).refused("usage", 2);
    }
    let twice = ["user", "set-password", "amara", "--code-file", "-", "--new-password-file", "-", "--json"];
    fed(&mut folder.command(&twice), b"x\n").refused("usage", 2);
    let signed_in = ["user", "set-password", "amara", "--recovery-key-file", "recovery-key", "--json"];
    folder.amara(&signed_in).refused("usage", 2);
}

struct Now;

impl Clock for Now {
    fn now(&self) -> Moment {
        chrono::Utc::now()
    }
}

impl Entropy for Now {
    fn fill(&self, bytes: &mut [u8]) {
        rand::RngCore::fill_bytes(&mut rand::rng(), bytes);
    }
}

/// Sets the rule as another process's window would: the command line has no option for it.
fn set_shortest_password(folder: &Folder, least: u32) {
    let ports = Ports { clock: Arc::new(Now), entropy: Arc::new(Now), keychain: KeychainChoice::None };
    let desk = Desk::new(folder.data(), ports);
    tokio::runtime::Runtime::new().unwrap().block_on(async {
        let seat = desk.seat("window");
        let passphrase = Some(Secret::new(PASSPHRASE));
        seat.open_file(OpenFileRequest { passphrase, ..Default::default() }).await.unwrap();
        let who = SignInRequest { username: ADMINISTRATOR.into(), password: Secret::new(PASSWORD), keep: false };
        seat.sign_in(who).await.unwrap();
        seat.set_policy(SetPolicyRequest { password_min: Some(least), ..Default::default() }).await.unwrap();
        desk.close().await;
    });
}

#[test]
fn incident_12_the_shortest_password_is_the_one_that_the_rules_say_in_every_process() {
    let folder = with_recovery_key();
    let code = folder.invitation(&[])["code"].as_str().unwrap().to_owned();
    set_shortest_password(&folder, 30);
    let error = folder.redeem(&code, "noor").refused("password_too_short", 3);
    assert_eq!(error["values"]["min"], "30");
    folder.secret("noor.password", &format!("{NEWCOMER_PASSWORD}-over-a-quiet-lake"));
    folder.redeem(&code, "noor").done();
}

#[test]
fn a_secret_s_file_may_begin_with_a_byte_order_mark_and_end_in_any_line_ending() {
    let folder = with_recovery_key();
    for name in ["passphrase", "amara.password"] {
        let plain = std::fs::read_to_string(folder.path().join(name)).unwrap();
        folder.secret(name, &format!("\u{feff}{}\r", plain.trim_end()));
    }
    let key = std::fs::read_to_string(folder.path().join("recovery-key")).unwrap();
    folder.secret("recovery-key", &format!("\u{feff}{}", key.replace('\n', "\r\n")));
    folder.vestibulectl(&LIST).done();
    bare(&folder, &REKEY).done();
}

#[test]
#[cfg(unix)]
fn init_shows_the_recovery_key_whatever_fails_behind_the_point_of_no_return() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
    use std::os::unix::process::CommandExt;
    const NOBODY: u32 = 65_534;

    let folder = Folder::empty();
    std::fs::create_dir(folder.data()).unwrap();
    // The folder can be written to but not read, so it can't be fsynced after the last rename.
    std::fs::set_permissions(folder.data(), std::fs::Permissions::from_mode(0o300)).unwrap();
    let is_root = std::fs::metadata(folder.path()).unwrap().uid() == 0;
    let program = folder.path().join("vestibulectl");
    std::fs::copy(env!("CARGO_BIN_EXE_vestibulectl"), &program).unwrap();
    let mut command = std::process::Command::new(&program);
    crate::support::isolate(&mut command, folder.path());
    command.current_dir(folder.path()).env("VESTIBULE_DATA_DIR", folder.data());
    command.args(["--passphrase-file", "passphrase", "--password-file", "amara.password", "init", "--json"]);
    command.args(["--organisation", "Fernhill", "--admin", "amara", "--email", "amara@fernhill.example"]);
    if is_root {
        for path in ["passphrase", "amara.password", "", "data"].map(|name| folder.path().join(name)) {
            chown(path, Some(NOBODY), Some(NOBODY)).unwrap();
        }
        command.uid(NOBODY).gid(NOBODY);
    }
    let ran: Ran = command.output().unwrap().into();
    assert_eq!(ran.json()["recovery_key"].as_array().unwrap().len(), 4, "{}", ran.err);
    assert!(folder.data().join("vestibule.db").exists());
}

#[test]
fn an_administrator_sees_the_recovery_key_again_by_their_password_and_nobody_else_does() {
    let folder = with_recovery_key();
    let key = std::fs::read_to_string(folder.path().join("recovery-key")).unwrap();
    let shown = folder.amara(&["organisation", "recovery-key", "--json"]).done().json();
    assert_eq!(crate::path::keys(&shown), ["organisation", "recovery_key"]);
    let lines: Vec<&str> = key.lines().collect();
    assert_eq!(shown["recovery_key"], serde_json::json!(lines));
    let text = folder.amara(&["organisation", "recovery-key"]).done().out;
    assert!(lines.iter().all(|line| text.contains(line)) && text.contains("audit trail"), "{text}");

    folder.secret("wrong", "not-the-password-at-all");
    let wrong = ["--as", "amara", "--password-file", "wrong", "organisation", "recovery-key", "--json"];
    folder.vestibulectl(&wrong).refused("sign_in_refused", 4);
    // Neither an open file nor a password without --as is enough.
    folder.vestibulectl(&["organisation", "recovery-key", "--json"]).refused("not_signed_in", 4);
    folder
        .vestibulectl(&["--password-file", "amara.password", "organisation", "recovery-key", "--json"])
        .refused("not_signed_in", 4);
    folder.manager("mona", "Library");
    folder.newcomer("mona", &["organisation", "recovery-key", "--json"]).refused("not_permitted", 4);

    let trail = folder.amara(&["audit", "list"]).done().out;
    assert_eq!(trail.matches("recovery key shown").count(), 2, "{trail}");
    assert!(lines.iter().all(|line| !trail.contains(line)), "the key stands in no event");
    assert_eq!(folder.vestibulectl(&["audit", "verify", "--json"]).done().json()["complete"], true);
}
