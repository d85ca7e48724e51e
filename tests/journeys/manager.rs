//! A manager, made by redeeming an invitation: sees their own division, and may not revoke.

use crate::support::person::{AMARA, JONAS, Wanted};
use crate::support::{Keychain, journey};

#[test]
fn a_manager_sees_their_own_division_and_may_not_revoke() {
    journey(Keychain::Open, async |window| {
        window.open().await;
        window.found_organisation().await;
        window.sign_in(&AMARA).await;
        let manager = Wanted {
            role: Some("Manager"),
            department: Some("Library"),
            label: Some("The new manager"),
            ..Wanted::default()
        };
        let code = window.create_and_close(manager).await;
        let elsewhere = Wanted { department: Some("Sports"), label: Some("Sports day"), ..Wanted::default() };
        window.create_and_close(elsewhere).await;
        window.sign_out().await;
        window.join(&code, &JONAS).await;

        window.sign_in(&JONAS).await;
        let own = Wanted { label: Some("Reading room"), ..Wanted::default() };
        window.create_and_close(own).await;
        window.see("Reading room").await;
        window.see("Library").await;
        window.not_see("Sports").await;
        window.click("row-0 row-menu").await;
        window.see_test("menu-copy-code").await;
        window.not_see_test("menu-revoke").await;
        window.press("Escape").await;
        window.press("Delete").await; // the key of what he may not do
        window.not_see("Revoke this invitation?").await;

        // The form offers what he may grant: Staff, in his own division.
        window.click("create-invitation").await;
        window.see("Your role invites only Staff.").await;
        window.see("You invite for your own division.").await;
    });
}
