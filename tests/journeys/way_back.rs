//! Recovering access: a forgotten passphrase by the recovery key, a forgotten password by a one-time code.

use crate::support::person::{AMARA, NOOR, ORGANISATION, Wanted};
use crate::support::{Keychain, journey};

const NEW_PASSPHRASE: &str = "nine otters under a loud bridge";
const NEW_PASSWORD: &str = "loud-bridge-19-otter";

#[test]
fn a_forgotten_passphrase_gives_way_to_a_new_one_by_the_recovery_key() {
    journey(Keychain::Absent, async |window| {
        window.open().await;
        let key = window.found_organisation_with_passphrase().await;
        window.restart().await;
        window.see("Your passphrase opens it.").await;
        window.click("open-other").await;
        window.see("It opens the file from now on; the old one does no more.").await;
        // The key as printed, with line numbers.
        let printed: Vec<String> = key.lines().enumerate().map(|(at, line)| format!("{} {line}", at + 1)).collect();
        window.type_into("open-recovery-key", &printed.join("\n")).await;
        window.type_into("open-new-passphrase", NEW_PASSPHRASE).await;
        window.type_into("open-new-again", "nine otters under a loud ridge").await;
        window.click("open-submit").await;
        window.see("The two passphrases differ.").await;
        window.type_into("open-new-again", NEW_PASSPHRASE).await;
        window.click("open-submit").await;
        window.see(&format!("Sign in to {ORGANISATION}")).await;
        window.sign_in(&AMARA).await;

        window.restart().await;
        window.type_into("open-passphrase", NEW_PASSPHRASE).await;
        window.click("open-submit").await;
        window.see(&format!("Sign in to {ORGANISATION}")).await;
        assert!(window.files_with(NEW_PASSPHRASE).is_empty(), "the passphrase stands in a file");
    });
}

#[test]
fn a_forgotten_password_gives_way_to_a_new_one_by_a_reset_code() {
    journey(Keychain::Open, async |window| {
        window.open().await;
        window.found_organisation().await;
        window.sign_in(&AMARA).await;
        let code = window.create_and_close(Wanted::default()).await;
        window.sign_out().await;
        window.join_in_terminal(&code, &NOOR);
        let made = window.in_terminal(&AMARA, &["user", "reset-password", NOOR.username]);
        let code = made["code"].as_str().expect("a code");

        window.click("i-have-a-reset-code").await;
        window.type_into("reset-username", NOOR.username).await;
        window.type_into("reset-code", &code.to_lowercase()).await;
        window.type_into("reset-password", NEW_PASSWORD).await;
        window.type_into("reset-again", NEW_PASSWORD).await;
        window.click("reset-submit").await;
        window.see("Your new password is set.").await;
        window.type_into("sign-in-password", NEW_PASSWORD).await;
        window.click("sign-in-submit").await;
        window.see_signed_in(&NOOR).await;
    });
}

#[test]
fn an_administrator_sees_the_recovery_key_again_by_their_password() {
    journey(Keychain::Open, async |window| {
        window.open().await;
        let key = window.found_organisation().await;
        window.sign_in(&AMARA).await;
        window.click("nav-settings").await;
        window.click("recovery-open").await;
        window.see("The audit trail will say that you have seen it.").await;
        window.see_focus_on("recovery-password").await;
        window.type_into("recovery-password", "not-the-password-at-all").await;
        window.click("recovery-show").await;
        window.words_where("recovery-password-error", "why", |words| words.contains("password is wrong")).await;
        window.not_see_test("recovery-key").await;
        window.type_into("recovery-password", AMARA.password).await;
        window.press("Enter").await;
        window.see_test("recovery-key").await;
        assert_eq!(window.written_down().await, key);
        window.click("recovery-done").await;
        window.not_see_test("recovery-key").await;
        window.see_focus_on("recovery-open").await;

        // A locked window no longer holds the key.
        window.press("Enter").await;
        window.type_into("recovery-password", AMARA.password).await;
        window.press("Enter").await;
        window.see_test("recovery-key").await;
        window.press("Control+Shift+l").await;
        window.type_into("unlock-password", AMARA.password).await;
        window.click("unlock-submit").await;
        window.see_test("recovery-open").await;
        window.not_see_test("recovery-key").await;

        let trail = window.in_terminal(&AMARA, &["audit", "list"]).to_string();
        assert_eq!(trail.matches("recovery_key_shown").count(), 2, "{trail}");
        for line in key.lines() {
            assert!(window.files_with(line).is_empty() && !trail.contains(line), "the key stands in a file");
        }
    });
}

#[test]
fn an_administrator_who_forgot_their_password_sets_a_new_one_by_the_recovery_key() {
    journey(Keychain::Open, async |window| {
        let key = window.open_founded().await;
        window.click("sign-in-forgot").await;
        window.see("I have the recovery key").await;
        window.click("i-have-a-reset-code").await;
        window.click("reset-other").await;
        window.type_into("reset-username", AMARA.username).await;
        window
            .type_into("reset-recovery-key", &key.replacen(&key[..1], if key.starts_with('7') { "8" } else { "7" }, 1))
            .await;
        window.type_into("reset-password", NEW_PASSWORD).await;
        window.type_into("reset-again", NEW_PASSWORD).await;
        window.click("reset-submit").await;
        window.words_where("reset-recovery-key-error", "the mistake", |words| words.contains("the first line")).await;
        window.type_into("reset-recovery-key", key).await;
        window.click("reset-submit").await;
        window.see("Your new password is set.").await;
        window.try_to_sign_in(AMARA.username, AMARA.password).await;
        window.see_test("error").await;
        window.try_to_sign_in(AMARA.username, NEW_PASSWORD).await;
        window.see_signed_in(&AMARA).await;
    });
}
