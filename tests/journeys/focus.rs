//! The keyboard focus: it returns after dialogs, and stays with them after clicks beside them; and no slip of a key
//! ends anything.

use crate::support::person::{AMARA, NOOR, Wanted};
use crate::support::{Keychain, journey};

#[test]
fn the_keyboard_comes_back_and_nothing_ends_by_a_slip() {
    journey(Keychain::Open, async |window| {
        window.open().await;
        window.found_organisation().await;
        // Enter on a checkbox submits the form and does not change the checkbox.
        window.type_into("sign-in-username", AMARA.username).await;
        window.type_into("sign-in-password", AMARA.password).await;
        window.tab_to("sign-in-keep").await;
        window.press("Enter").await;
        window.see_signed_in(&AMARA).await;
        window.create_and_close(Wanted { email: Some(NOOR.email), ..Wanted::default() }).await;

        // Esc and Ctrl Enter reach the dialog after a click beside it, and the focus goes back to its origin.
        window.press("j").await;
        window.see_focus_on("row-0").await;
        window.press("Delete").await;
        window.see_focus_on("revoke-reason").await;
        window.click_at(4.0, 4.0).await;
        window.press("Escape").await;
        window.not_see_test("revoke").await;
        window.see_focus_on("row-0").await;

        // Delete followed by Enter revokes nothing.
        window.press("Delete").await;
        window.see_focus_on("revoke-reason").await;
        window.press("Enter").await;
        window.see_test("revoke").await;
        window.words_where("row-0 status", "Active", |status| status == "Active").await;
        window.press("Escape").await;
        window.see_focus_on("row-0").await;

        // The row's menu, opened by key and by pointer.
        window.press("Shift+F10").await;
        window.see_test("menu-revoke").await;
        window.press("Escape").await;
        window.not_see_test("menu-revoke").await;
        window.right_click("row-0 status").await;
        window.see_test("menu-revoke").await;
        window.press("Escape").await;
        window.not_see_test("menu-revoke").await;

        // Shortcuts listed as working everywhere also work in the settings.
        window.click("nav-settings").await;
        window.see_test("settings-usual").await;
        window.press("n").await;
        window.see_test("create").await;
        window.press("Escape").await;
        window.click("nav-settings").await;
        window.see_test("settings-usual").await;
        window.press("/").await;
        window.see_focus_on("search").await;
    });
}
