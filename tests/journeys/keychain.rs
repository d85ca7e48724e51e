//! Machines whose keychain is locked, missing, or has lost the key.

use crate::support::person::{AMARA, ORGANISATION, PASSPHRASE};
use crate::support::{Keychain, journey};

#[test]
fn without_a_keychain_a_passphrase_opens_the_file() {
    journey(Keychain::Absent, async |window| {
        window.open().await;
        window.name_organisation().await;
        window.see("This device has no keychain.").await;
        window.type_into("first-passphrase", PASSPHRASE).await;
        window.type_into("first-passphrase-again", PASSPHRASE).await;
        window.click("first-create").await;
        window.see_test("recovery-key").await;
        window.restart().await;

        window.see("Your passphrase opens it.").await;
        window.type_into("open-passphrase", "another sentence altogether").await;
        window.click("open-submit").await;
        window.see("This passphrase does not open the file. Nothing was changed.").await;
        window.type_into("open-passphrase", PASSPHRASE).await;
        window.click("open-submit").await;
        window.see(&format!("Sign in to {ORGANISATION}")).await;
        window.not_see("Keep me signed in").await;
        window.sign_in(&AMARA).await;
        assert!(window.files_with(PASSPHRASE).is_empty(), "the passphrase stands in a file");
    });
}

#[test]
fn with_a_locked_keychain_a_passphrase_opens_the_file() {
    journey(Keychain::Locked, async |window| {
        window.open().await;
        window.name_organisation().await;
        window.click("first-create").await;
        window.see("The keychain is locked, or it refused.").await;
        window.type_into("first-passphrase", PASSPHRASE).await;
        window.type_into("first-passphrase-again", PASSPHRASE).await;
        window.click("first-create").await;
        window.see_test("recovery-key").await;
        window.restart().await;
        window.type_into("open-passphrase", PASSPHRASE).await;
        window.click("open-submit").await;
        window.sign_in(&AMARA).await;
    });
}

#[test]
fn a_keychain_that_is_unlocked_later_opens_the_file() {
    journey(Keychain::Open, async |window| {
        window.open_founded().await;
        window.close().await;
        window.desktop_mut().give(Keychain::Locked).await;
        window.open().await;
        window.see("The keychain is locked, or it refused. Unlock it, then try again.").await;
        window.see_test("open-recovery-key").await;
        window.desktop().unlock_the_keychain().await;
        window.click("open-again").await;
        window.see(&format!("Sign in to {ORGANISATION}")).await;
    });
}

#[test]
fn a_recovery_key_opens_the_file_that_the_keychain_forgot() {
    journey(Keychain::Open, async |window| {
        let key = window.open_founded().await;
        window.close().await;
        window.desktop_mut().lose_the_keychain().await;
        window.open().await;
        window.see("Type the recovery key that was printed at first start.").await;

        let (first, rest) = key.split_once('\n').expect("the key has lines");
        let mistyped = format!("{}\n{rest}", with_a_mistake(first));
        window.type_into("open-recovery-key", &mistyped).await;
        window.click("open-submit").await;
        window.see("There is a typing mistake in the").await;
        window.type_into("open-recovery-key", &key.to_lowercase()).await;
        window.click("open-submit").await;
        window.see(&format!("Sign in to {ORGANISATION}")).await;
        window.sign_in(&AMARA).await;

        // The key is in the keychain again: the next start needs no recovery key.
        window.restart().await;
        window.see(&format!("Sign in to {ORGANISATION}")).await;
    });
}

/// The line with a different first symbol.
fn with_a_mistake(line: &str) -> String {
    let other = if line.starts_with('7') { '4' } else { '7' };
    format!("{other}{}", &line[1..])
}
