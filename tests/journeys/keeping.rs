//! "Keep me signed in on this device": what is stored, where, and for how long.

use crate::support::person::{AMARA, ORGANISATION};
use crate::support::{Keychain, journey};

#[test]
fn kept_signed_in_no_password_is_asked_for_until_signing_out() {
    journey(Keychain::Open, async |window| {
        window.open_founded().await;
        let before = window.desktop().secrets().await;
        window.sign_in_for_good(&AMARA).await;
        window.restart().await;
        window.see_signed_in(&AMARA).await;
        window.not_see_test("sign-in-password").await;

        // The token is in the keychain only.
        let kept = window.desktop().secrets().await;
        assert_eq!(kept.len(), before.len() + 1, "one secret more: the token");
        for secret in &kept {
            assert!(window.files_with(secret).is_empty(), "a secret of the keychain stands in a file");
        }

        window.sign_out().await;
        assert_eq!(window.desktop().secrets().await.len(), before.len(), "signing out takes the token back");
        window.restart().await;
        window.see(&format!("Sign in to {ORGANISATION}")).await;
        window.not_see_test("me-name").await;
    });
}

#[test]
fn not_kept_the_next_start_asks_for_the_password() {
    journey(Keychain::Open, async |window| {
        window.open_founded().await;
        window.sign_in(&AMARA).await;
        window.restart().await;
        window.see(&format!("Sign in to {ORGANISATION}")).await;
        window.not_see_test("me-name").await;
    });
}

#[test]
fn a_locked_session_opens_with_the_password_only() {
    journey(Keychain::Open, async |window| {
        window.open_founded().await;
        window.sign_in(&AMARA).await;
        window.press("Control+Shift+l").await;
        window.see("Locked").await;
        window.not_see_test("create-invitation").await;
        window.type_into("unlock-password", "not her password").await;
        window.click("unlock-submit").await;
        window.see_test("error").await;
        window.type_into("unlock-password", AMARA.password).await;
        window.click("unlock-submit").await;
        window.see_signed_in(&AMARA).await;
        window.see_test("create-invitation").await;
    });
}
