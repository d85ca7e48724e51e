//! The whole path without a mouse.

use crate::support::person::{AMARA, NOOR, ORGANISATION};
use crate::support::{Keychain, journey};

#[test]
fn create_copy_and_revoke_need_no_mouse() {
    journey(Keychain::Open, async |window| {
        window.open_founded().await;
        window.see(&format!("Sign in to {ORGANISATION}")).await;
        window.see_focus_on("sign-in-username").await;
        window.type_keys(AMARA.username).await;
        window.tab_to("sign-in-password").await;
        window.type_keys(AMARA.password).await;
        window.press("Enter").await;
        window.see_signed_in(&AMARA).await;
        window.see_test("create-invitation").await;

        window.press("n").await;
        window.see_test("create").await;
        window.tab_to("create-email").await;
        window.type_keys(NOOR.email).await;
        window.press("Control+Enter").await;
        window.see("Invitation created").await;
        window.see_focus_on("result-copy-code").await;
        let code = window.words_of("result-code").await.replace(' ', "-");
        window.press("Enter").await;
        window.hear("Code copied").await;
        assert_eq!(window.clipboard().await, code);
        window.press("Escape").await;
        window.not_see("Invitation created").await;
        window.words_where("row-0 code", &code, |shown| shown == code).await;

        window.press("j").await;
        window.see_focus_on("row-0").await;
        window.press("l").await;
        window.hear("Link copied").await;
        window.press("/").await;
        window.see_focus_on("search").await;
        window.type_keys(&code[5..9]).await;
        window.see("1 of 1").await;
        window.press("Escape").await;
        window.press("Escape").await;
        window.tab_to("row-0").await;
        window.press("Delete").await;
        window.see("Revoke this invitation?").await;
        window.tab_to("revoke-confirm").await;
        window.press("Enter").await;
        window.hear("Invitation revoked").await;
        window.words_where("row-0 status", "Revoked", |status| status == "Revoked").await;

        window.tab_to("sign-out").await;
        window.press("Enter").await;
        window.see(&format!("Sign in to {ORGANISATION}")).await;
    });
}

#[test]
fn escape_changes_nothing() {
    journey(Keychain::Open, async |window| {
        window.open_founded().await;
        window.sign_in(&AMARA).await;
        window.see("No invitations yet").await;
        window.press("n").await;
        window.type_into("create-email", NOOR.email).await;
        window.press("Escape").await;
        window.not_see_test("create").await;
        window.see("No invitations yet").await;
    });
}
