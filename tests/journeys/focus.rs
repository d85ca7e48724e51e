//! Where the keyboard is: it comes back from dialogs, stays with them when somebody clicks beside them, and nothing
//! ends by a slip.

use crate::support::person::{AMARA, NOOR, Wanted};
use crate::support::{Keychain, journey};

#[test]
fn the_keyboard_comes_back_and_nothing_ends_by_a_slip() {
    journey(Keychain::Open, async |window| {
        window.open().await;
        window.found_organisation().await;
        // Enter on the tick box sends the form; the box stays as it was.
        window.type_into("sign-in-username", AMARA.username).await;
        window.type_into("sign-in-password", AMARA.password).await;
        window.tab_to("sign-in-keep").await;
        window.press("Enter").await;
        window.see_signed_in(&AMARA).await;
        window.create_and_close(Wanted { email: Some(NOOR.email), ..Wanted::default() }).await;

        // Esc and Ctrl Enter are the dialog's after a click beside it, and the focus goes back to where it came from.
        window.press("j").await;
        window.see_focus_on("row-0").await;
        window.press("Delete").await;
        window.see_focus_on("revoke-reason").await;
        window.click_at(4.0, 4.0).await;
        window.press("Escape").await;
        window.not_see_test("revoke").await;
        window.see_focus_on("row-0").await;

        // Delete and Enter revoke nothing.
        window.press("Delete").await;
        window.see_focus_on("revoke-reason").await;
        window.press("Enter").await;
        window.see_test("revoke").await;
        window.words_where("row-0 status", "Active", |status| status == "Active").await;
        window.press("Escape").await;
        window.see_focus_on("row-0").await;

        // The row's menu, by key and by pointer.
        window.press("Shift+F10").await;
        window.see_test("menu-revoke").await;
        window.press("Escape").await;
        window.not_see_test("menu-revoke").await;
        window.right_click("row-0 status").await;
        window.see_test("menu-revoke").await;
        window.press("Escape").await;
        window.not_see_test("menu-revoke").await;

        // What is told to work everywhere works in the settings.
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
