//! Recovery: a forgotten passphrase, a lost key file, a lost keychain, a forgotten password.
#![allow(clippy::unwrap_used, missing_docs, reason = "a test that cannot go on fails")]

mod support;

use chrono::TimeDelta;
use std::sync::Arc;
use support::{PASSWORD, Room, SystemEntropy, first_start, refused};
use vestibule_desk::{Clock, Desk, DeskError, Entropy, KeychainChoice, Ports, Seat};
use vestibule_wire::{
    CreateOrganisationRequest, ErrorCode, ListAuditRequest, Moment, OpenFileRequest, RecoverPasswordRequest,
    ResetPasswordRequest, Secret, SetPasswordRequest, SignInRequest, StageView,
};

const PASSPHRASE: &str = "seven herons over a quiet lake";
const NEW_PASSPHRASE: &str = "nine otters under a loud bridge";
const NEW_PASSWORD: &str = "quiet-meadow-17-heron";

struct FixedClock;

impl Clock for FixedClock {
    fn now(&self) -> Moment {
        chrono::DateTime::from_timestamp_millis(1_789_000_000_000).unwrap()
    }
}

/// The system's random source, but with a fixed file key: creating a file draws no other 32 bytes.
struct KeyOf([u8; 32]);

impl Entropy for KeyOf {
    fn fill(&self, bytes: &mut [u8]) {
        match <&mut [u8; 32]>::try_from(&mut *bytes) {
            Ok(key) => *key = self.0,
            Err(_) => SystemEntropy.fill(bytes),
        }
    }
}

/// A machine without a keychain.
struct Machine {
    folder: tempfile::TempDir,
    entropy: Arc<dyn Entropy>,
}

impl Machine {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap(), entropy: Arc::new(SystemEntropy) }
    }

    /// A new start of the program.
    fn start(&self) -> Seat {
        let ports =
            Ports { clock: Arc::new(FixedClock), entropy: self.entropy.clone(), keychain: KeychainChoice::None };
        Desk::new(self.folder.path().join("data"), ports).seat("window")
    }

    async fn found(&self, passphrase: &str) -> String {
        let request = CreateOrganisationRequest { passphrase: Some(Secret::new(passphrase)), ..first_start() };
        self.start().create_organisation(request).await.unwrap().lines.join("\n")
    }

    fn key_file(&self) -> std::path::PathBuf {
        self.folder.path().join("data/vestibule.json")
    }

    fn described(&self) -> serde_json::Value {
        serde_json::from_slice(&std::fs::read(self.key_file()).unwrap()).unwrap()
    }

    /// A file in the old format: its key *is* the Argon2id hash of the passphrase as typed.
    async fn made_before(passphrase: &str) -> Self {
        let salt = [9u8; 16];
        let mut key = [0; 32];
        let params = argon2::Params::new(8_192, 1, 1, Some(32)).unwrap();
        argon2::Argon2::new(argon2::Algorithm::Argon2id, argon2::Version::V0x13, params)
            .hash_password_into(passphrase.as_bytes(), &salt, &mut key)
            .unwrap();
        let machine = Self { folder: tempfile::tempdir().unwrap(), entropy: Arc::new(KeyOf(key)) };
        machine.found(PASSPHRASE).await;
        let now = machine.described();
        let before = serde_json::json!({
            "format": 1, "installation": now["installation"], "fingerprint": now["fingerprint"],
            "key": { "source": "passphrase", "salt": "09".repeat(16), "costs": { "memory_kib": 8192, "passes": 1, "lanes": 1 } },
        });
        std::fs::write(machine.key_file(), before.to_string()).unwrap();
        machine
    }
}

fn by_passphrase(passphrase: &str) -> OpenFileRequest {
    OpenFileRequest { passphrase: Some(Secret::new(passphrase)), ..Default::default() }
}

fn by_recovery(key: &str, new: Option<&str>) -> OpenFileRequest {
    OpenFileRequest { recovery_key: Some(Secret::new(key)), new_passphrase: new.map(Secret::new), ..Default::default() }
}

async fn sign_in(seat: &Seat, username: &str, password: &str) -> Result<(), DeskError> {
    let request = SignInRequest { username: username.into(), password: Secret::new(password), keep: false };
    seat.sign_in(request).await.map(drop)
}

/// Events of that name in the trail: actor and subject.
async fn told(seat: &Seat, event: &str) -> Vec<(Option<String>, Option<String>)> {
    let trail = seat.list_audit(ListAuditRequest { page: 1, page_size: 500 }).await.unwrap();
    let such = trail.items.into_iter().filter(|one| one.event == event);
    such.map(|one| (one.actor.map(|person| person.username), one.subject)).collect()
}

#[tokio::test]
async fn a_forgotten_passphrase_gives_way_to_a_new_one_and_opens_no_more() {
    let machine = Machine::new();
    let key = machine.found(PASSPHRASE).await;
    assert_eq!(machine.described()["format"], 2);
    let seat = machine.start();
    seat.open_file(by_recovery(&key, Some(NEW_PASSPHRASE))).await.unwrap();
    sign_in(&seat, "amara", PASSWORD).await.unwrap();
    let placed = (None, Some("new passphrase, by the recovery key".to_owned()));
    assert_eq!(told(&seat, "file_key_placed").await, [placed]);
    assert!(seat.verify_audit(vestibule_wire::VerifyAuditRequest::default()).await.unwrap().complete);
    assert_eq!(refused(machine.start().open_file(by_passphrase(PASSPHRASE)).await), ErrorCode::FileWrongPassphrase);
    machine.start().open_file(by_passphrase(NEW_PASSPHRASE)).await.unwrap();
    // The recovery key stays valid.
    machine.start().open_file(by_recovery(&key, None)).await.unwrap();
    machine.start().open_file(by_passphrase(NEW_PASSPHRASE)).await.unwrap();
    let plain = std::fs::read_to_string(machine.key_file()).unwrap();
    assert!(!plain.contains(NEW_PASSPHRASE) && !plain.contains(&key[..15]));
}

#[tokio::test]
async fn the_way_back_needs_no_key_file_whether_it_is_lost_or_damaged() {
    for damage in [None, Some("{"), Some("{\"format\":9}"), Some("\0\0\0\0")] {
        let machine = Machine::new();
        let key = machine.found(PASSPHRASE).await;
        std::fs::remove_file(machine.key_file()).unwrap();
        if let Some(damage) = damage {
            std::fs::write(machine.key_file(), damage).unwrap();
        }
        assert_eq!(refused(machine.start().open_file(by_passphrase(PASSPHRASE)).await), ErrorCode::KeyMissing);
        machine.start().open_file(by_recovery(&key, Some(NEW_PASSPHRASE))).await.unwrap();
        machine.start().open_file(by_passphrase(NEW_PASSPHRASE)).await.unwrap();
    }
}

#[tokio::test]
async fn the_lines_of_a_recovery_key_may_stand_in_any_order_also_without_the_key_file() {
    for is_lost in [false, true] {
        let machine = Machine::new();
        let key = machine.found(PASSPHRASE).await;
        if is_lost {
            std::fs::remove_file(machine.key_file()).unwrap();
        }
        let mut lines: Vec<&str> = key.lines().collect();
        lines.rotate_left(1);
        lines.swap(0, 2);
        let shuffled = format!("Recovery key of Fernhill College\n\n{}\n", lines.join("\n\n"));
        machine.start().open_file(by_recovery(&shuffled, Some(NEW_PASSPHRASE))).await.unwrap();
        machine.start().open_file(by_passphrase(NEW_PASSPHRASE)).await.unwrap();
    }
}

#[tokio::test]
async fn a_new_passphrase_that_is_easy_to_guess_or_a_wrong_key_changes_nothing() {
    let machine = Machine::new();
    let key = machine.found(PASSPHRASE).await;
    let other = Machine::new().found(PASSPHRASE).await;
    let before = std::fs::read(machine.key_file()).unwrap();
    for (key, new, code) in [
        (&key, "short", ErrorCode::PassphraseRequired),
        (&key, "password1234", ErrorCode::PasswordTooWeak),
        (&other, NEW_PASSPHRASE, ErrorCode::FileWrongKey),
    ] {
        assert_eq!(refused(machine.start().open_file(by_recovery(key, Some(new))).await), code, "{new}");
    }
    assert!(std::fs::read(machine.key_file()).unwrap() == before);
    machine.start().open_file(by_passphrase(PASSPHRASE)).await.unwrap();
}

#[tokio::test]
async fn a_key_wrapped_for_another_file_or_touched_is_refused() {
    let (machine, other) = (Machine::new(), Machine::new());
    machine.found(PASSPHRASE).await;
    other.found(PASSPHRASE).await;
    let mut described = machine.described();
    described["key"]["wrapped"] = other.described()["key"]["wrapped"].clone();
    described["key"]["salt"] = other.described()["key"]["salt"].clone();
    std::fs::write(machine.key_file(), described.to_string()).unwrap();
    assert_eq!(refused(machine.start().open_file(by_passphrase(PASSPHRASE)).await), ErrorCode::FileWrongPassphrase);
    described["key"]["wrapped"] = "00".into();
    std::fs::write(machine.key_file(), described.to_string()).unwrap();
    assert_eq!(refused(machine.start().open_file(by_passphrase(PASSPHRASE)).await), ErrorCode::KeyMissing);
}

#[tokio::test]
async fn a_file_made_before_opens_as_it_did_and_is_rekeyed_by_a_new_passphrase_only() {
    let machine = Machine::made_before(PASSPHRASE).await;
    let before = std::fs::read(machine.key_file()).unwrap();
    assert_eq!(refused(machine.start().open_file(by_passphrase("another one")).await), ErrorCode::FileWrongPassphrase);
    machine.start().open_file(by_passphrase(PASSPHRASE)).await.unwrap();
    assert!(std::fs::read(machine.key_file()).unwrap() == before, "nothing is rewritten that need not be");
}

#[tokio::test]
async fn a_passphrase_set_decomposed_before_opens_and_from_then_on_also_composed() {
    let (composed, decomposed) = ("neuf h\u{e9}rons sur un lac", "neuf he\u{301}rons sur un lac");
    let machine = Machine::made_before(decomposed).await;
    assert_eq!(refused(machine.start().open_file(by_passphrase(composed)).await), ErrorCode::FileWrongPassphrase);
    machine.start().open_file(by_passphrase(decomposed)).await.unwrap();
    assert_eq!(machine.described()["format"], 2);
    for typed in [composed, decomposed, "neuf h\u{e9}rons\u{a0}sur un lac"] {
        machine.start().open_file(by_passphrase(typed)).await.unwrap();
    }
    assert_eq!(
        refused(machine.start().open_file(by_passphrase("Neuf h\u{e9}rons sur un lac")).await),
        ErrorCode::FileWrongPassphrase
    );
}

#[tokio::test]
async fn a_password_set_composed_is_typed_decomposed_and_the_other_way_round() {
    let machine = Machine::new();
    let (composed, decomposed) = ("m\u{e9}decine-sunlit-42", "me\u{301}decine-sunlit-42");
    for (set, typed) in [(composed, decomposed), (decomposed, composed)] {
        let machine = Machine { folder: tempfile::tempdir().unwrap(), ..Machine::new() };
        let seat = machine.start();
        let request = CreateOrganisationRequest {
            passphrase: Some(Secret::new(PASSPHRASE)),
            password: Secret::new(set),
            ..first_start()
        };
        seat.create_organisation(request).await.unwrap();
        sign_in(&seat, "amara", typed).await.unwrap();
    }
    drop(machine);
}

#[tokio::test]
async fn a_key_that_the_keychain_lost_is_put_back_and_the_trail_says_so() {
    let room = Room::empty();
    let key = room.found(&room.seat()).await.join("\n");
    room.close().await;
    // The new key file has another installation name; the keychain's entry has the old one.
    std::fs::remove_file(room.data().join("vestibule.json")).unwrap();
    assert!(matches!(room.reopened().await.seat("window").app_state().await.stage, StageView::FileLocked { .. }));
    room.reopened().await.seat("window").open_file(by_recovery(&key, None)).await.unwrap();
    let seat = room.reopened().await.seat("window");
    assert_eq!(seat.app_state().await.stage, StageView::SignIn);
    sign_in(&seat, "amara", PASSWORD).await.unwrap();
    let placed = (None, Some("keychain, by the recovery key".to_owned()));
    assert_eq!(told(&seat, "file_key_placed").await, [placed]);
}

fn recovering(username: &str, key: &str, password: &str) -> RecoverPasswordRequest {
    let (recovery_key, password) = (Secret::new(key), Secret::new(password));
    RecoverPasswordRequest { username: username.into(), recovery_key, password }
}

#[tokio::test]
async fn an_administrator_gets_a_new_password_by_the_recovery_key_and_the_old_one_and_kept_sign_ins_are_worth_nothing()
{
    let room = Room::empty();
    let key = room.found(&room.seat()).await.join("\n");
    let kept = SignInRequest { username: "amara".into(), password: Secret::new(PASSWORD), keep: true };
    room.seat().sign_in(kept).await.unwrap();
    let other = room.reopened().await.seat("window");
    assert_eq!(other.recover_password(recovering("Amara", &key, NEW_PASSWORD)).await.unwrap().username, "amara");
    assert!(room.reopened().await.seat("window").resume().await.unwrap().is_none(), "the kept sign-in is ended");
    let seat = room.reopened().await.seat("window");
    assert_eq!(refused(sign_in(&seat, "amara", PASSWORD).await), ErrorCode::SignInRefused);
    sign_in(&seat, "amara", NEW_PASSWORD).await.unwrap();
    assert_eq!(told(&seat, "password_set").await, [(None, Some("amara (by the recovery key)".to_owned()))]);
    assert!(seat.verify_audit(vestibule_wire::VerifyAuditRequest::default()).await.unwrap().complete);
}

#[tokio::test]
async fn incident_1_the_recovery_key_is_proved_on_the_file_and_not_on_what_lies_beside_it() {
    let room = Room::founded().await;
    let other = Machine::new();
    let strange = other.found(PASSPHRASE).await;
    // Anybody who can write to the folder can write this file, so it proves nothing.
    let path = room.data().join("vestibule.json");
    let mut described: serde_json::Value = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
    described["fingerprint"] = other.described()["fingerprint"].clone();
    std::fs::write(&path, described.to_string()).unwrap();
    let tried = room.seat().recover_password(recovering("amara", &strange, NEW_PASSWORD)).await;
    assert!(tried.is_err());
    sign_in(&room.seat(), "amara", PASSWORD).await.unwrap();
}

#[tokio::test]
async fn the_recovery_key_sets_passwords_of_administrators_only_and_none_that_is_weak() {
    let room = Room::empty();
    let key = room.found(&room.seat()).await.join("\n");
    let amara = room.signed_in("amara").await;
    room.newcomer(&amara, "mona", "manager", Some("Library")).await;
    room.newcomer(&amara, "stef", "staff", None).await;
    let tries = [
        ("mona", NEW_PASSWORD, ErrorCode::NotAnAdministrator),
        ("stef", NEW_PASSWORD, ErrorCode::NotAnAdministrator),
        ("nobody", NEW_PASSWORD, ErrorCode::PersonUnknown),
        ("", NEW_PASSWORD, ErrorCode::PersonUnknown),
        ("amara", "short", ErrorCode::PasswordTooShort),
        ("amara", "amara@fernhill.example", ErrorCode::PasswordTooWeak),
    ];
    for (username, password, code) in tries {
        assert_eq!(
            refused(room.seat().recover_password(recovering(username, &key, password)).await),
            code,
            "{username}"
        );
    }
    let mistyped = format!("{}{}", if key.starts_with('7') { '8' } else { '7' }, &key[1..]);
    let tried = room.seat().recover_password(recovering("amara", &mistyped, NEW_PASSWORD)).await;
    assert_eq!(refused(tried), ErrorCode::RecoveryKeyMistyped);
    room.sign_in(&room.seat(), "amara").await;
}

async fn code_for(by: &Seat, username: &str) -> String {
    by.reset_password(ResetPasswordRequest { username: username.into() }).await.unwrap().code
}

fn setting(username: &str, code: &str, password: &str) -> SetPasswordRequest {
    SetPasswordRequest { username: username.into(), code: code.into(), password: Secret::new(password) }
}

#[tokio::test]
async fn a_one_time_code_sets_a_new_password_once_and_stands_in_no_trail() {
    let room = Room::founded().await;
    let amara = room.signed_in("amara").await;
    room.newcomer(&amara, "stef", "staff", None).await;
    let amara = room.signed_in("amara").await;
    let code = code_for(&amara, " Stef ").await;
    sign_in(&room.seat(), "stef", PASSWORD).await.unwrap();
    room.seat().set_password(setting("STEF", &code.to_lowercase(), NEW_PASSWORD)).await.unwrap();
    let again = room.seat().set_password(setting("stef", &code, "another-meadow-18-heron")).await;
    assert_eq!(refused(again), ErrorCode::PasswordCodeRefused, "one use");
    assert_eq!(refused(sign_in(&room.seat(), "stef", PASSWORD).await), ErrorCode::SignInRefused);
    sign_in(&room.seat(), "stef", NEW_PASSWORD).await.unwrap();
    let by_amara = (Some("amara".to_owned()), Some("stef".to_owned()));
    assert_eq!(told(&amara, "password_code_issued").await, [by_amara]);
    assert_eq!(told(&amara, "password_set").await, [(None, Some("stef (by a one-time code)".to_owned()))]);
    assert_eq!(told(&amara, "password_code_refused").await, [(None, Some("stef".to_owned()))]);
    let trail = amara.list_audit(ListAuditRequest { page: 1, page_size: 500 }).await.unwrap();
    let trail = format!("{trail:?}").replace('-', "");
    assert!(!trail.contains(&code.replace('-', "")) && !trail.contains(&NEW_PASSWORD.replace('-', "")));
}

#[tokio::test]
async fn incident_2_a_code_is_for_one_person_and_the_newest_one_only() {
    let room = Room::founded().await;
    let amara = room.signed_in("amara").await;
    room.newcomer(&amara, "stef", "staff", None).await;
    room.newcomer(&amara, "mona", "manager", Some("Library")).await;
    let amara = room.signed_in("amara").await;
    let first = code_for(&amara, "stef").await;
    let second = code_for(&amara, "stef").await;
    for (username, code) in [("mona", &second), ("amara", &second), ("stef", &first), ("nobody", &second)] {
        let tried = room.seat().set_password(setting(username, code, NEW_PASSWORD)).await;
        assert_eq!(refused(tried), ErrorCode::PasswordCodeRefused, "{username}");
    }
    // An invitation code is not accepted as a one-time code.
    let invitation = amara.create_invitation(support::invite("staff")).await.unwrap().code.unwrap();
    let tried = room.seat().set_password(setting("stef", &invitation, NEW_PASSWORD)).await;
    assert_eq!(refused(tried), ErrorCode::PasswordCodeRefused);
    room.seat().set_password(setting("stef", &second, NEW_PASSWORD)).await.unwrap();
}

#[tokio::test]
async fn incident_9_a_code_is_good_for_a_day_and_not_a_moment_longer() {
    let room = Room::founded().await;
    let amara = room.signed_in("amara").await;
    room.newcomer(&amara, "stef", "staff", None).await;
    room.newcomer(&amara, "noor", "staff", None).await;
    let amara = room.signed_in("amara").await;
    let (in_time, too_late) = (code_for(&amara, "stef").await, code_for(&amara, "noor").await);
    room.later(TimeDelta::hours(24) - TimeDelta::milliseconds(1));
    room.seat().set_password(setting("stef", &in_time, NEW_PASSWORD)).await.unwrap();
    room.later(TimeDelta::milliseconds(1));
    let tried = room.seat().set_password(setting("noor", &too_late, NEW_PASSWORD)).await;
    assert_eq!(refused(tried), ErrorCode::PasswordCodeRefused);
}

#[tokio::test]
async fn incident_5_nobody_resets_somebody_of_their_own_rank_or_above() {
    let room = Room::founded().await;
    let amara = room.signed_in("amara").await;
    room.newcomer(&amara, "mona", "manager", Some("Library")).await;
    room.newcomer(&amara, "stef", "staff", Some("Library")).await;
    let reset = async |seat: &Seat, username: &str| {
        refused(seat.reset_password(ResetPasswordRequest { username: username.into() }).await)
    };
    for username in ["mona", "stef"] {
        let seat = room.signed_in(username).await;
        for other in ["amara", "mona", "stef", "nobody"] {
            assert_eq!(reset(&seat, other).await, ErrorCode::NotPermitted, "{username} resets {other}");
        }
    }
    let amara = room.signed_in("amara").await;
    assert_eq!(reset(&amara, "amara").await, ErrorCode::NotPermitted);
    assert_eq!(reset(&amara, "nobody").await, ErrorCode::PersonUnknown);
    let noted = told(&amara, "not_permitted").await;
    assert_eq!(noted.iter().filter(|(_, what)| what.as_deref() == Some("reset_password")).count(), 9);
    amara.lock_session().await.unwrap();
    assert_eq!(reset(&amara, "stef").await, ErrorCode::SessionLocked);
    assert_eq!(reset(&room.seat(), "stef").await, ErrorCode::NotSignedIn);
}

#[tokio::test]
async fn incident_12_a_code_sets_no_password_that_the_rules_forbid_and_stays_good() {
    let room = Room::founded().await;
    let amara = room.signed_in("amara").await;
    room.newcomer(&amara, "stef", "staff", None).await;
    let amara = room.signed_in("amara").await;
    let code = code_for(&amara, "stef").await;
    let desk = room.reopened().await;
    for (least, password, expected) in [
        (22, NEW_PASSWORD, ErrorCode::PasswordTooShort),
        (10, "stef@post.example", ErrorCode::PasswordTooWeak),
        (30, NEW_PASSWORD, ErrorCode::PasswordTooShort),
    ] {
        let rule = vestibule_wire::SetPolicyRequest { password_min: Some(least), ..Default::default() };
        amara.set_policy(rule).await.unwrap();
        assert_eq!(refused(desk.seat("window").set_password(setting("stef", &code, password)).await), expected);
    }
    desk.seat("window").set_password(setting("stef", &code, "quiet-meadow-17-heron-over-a-lake")).await.unwrap();
}

#[tokio::test]
async fn incident_14_wrong_codes_are_slowed_down_as_wrong_passwords_are_and_typing_mistakes_are_not() {
    let room = Room::founded().await;
    let amara = room.signed_in("amara").await;
    room.newcomer(&amara, "stef", "staff", None).await;
    let code = code_for(&room.signed_in("amara").await, "stef").await;
    let mistyped = format!("{}{}", if code.starts_with('7') { '8' } else { '7' }, &code[1..]);
    for _ in 0..10 {
        let tried = room.seat().set_password(setting("stef", &mistyped, NEW_PASSWORD)).await;
        assert_eq!(refused(tried), ErrorCode::CodeMistyped);
    }
    let mut answers = Vec::new();
    for seed in 0..7 {
        let tried = setting("stef", &support::unknown_code(seed), NEW_PASSWORD);
        answers.push(refused(room.seat().set_password(tried).await));
    }
    assert_eq!(answers[..5], [ErrorCode::PasswordCodeRefused; 5]);
    assert_eq!(answers[5..], [ErrorCode::TooManyTries; 2]);
    assert_eq!(refused(sign_in(&room.seat(), "stef", PASSWORD).await), ErrorCode::TooManyTries, "one count for both");
    room.later(TimeDelta::minutes(1));
    room.seat().set_password(setting("stef", &code, NEW_PASSWORD)).await.unwrap();
    sign_in(&room.seat(), "stef", NEW_PASSWORD).await.unwrap();
}

#[tokio::test]
async fn incident_15_unknown_names_wrong_codes_and_names_without_a_code_get_one_answer() {
    let room = Room::founded().await;
    let amara = room.signed_in("amara").await;
    room.newcomer(&amara, "stef", "staff", None).await;
    code_for(&room.signed_in("amara").await, "stef").await;
    let mut answers = Vec::new();
    for username in ["stef", "amara", "nobody", "n", "", "noor haddad"] {
        let tried = room.seat().set_password(setting(username, &support::unknown_code(3), NEW_PASSWORD)).await;
        let view = vestibule_wire::ErrorView::from(tried.unwrap_err());
        answers.push(serde_json::to_string(&view).unwrap());
        let weak = room.seat().set_password(setting(username, &support::unknown_code(3), "short")).await;
        assert_eq!(refused(weak), ErrorCode::PasswordTooShort, "{username}");
    }
    answers.dedup();
    assert_eq!(answers.len(), 1, "{answers:?}");
}
