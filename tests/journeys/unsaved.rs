//! Unsaved input: a list's key never submits a form, a lock loses nothing, and closing the window asks first.

use crate::support::person::{AMARA, NOOR};
use crate::support::{Keychain, Window, journey, until};

#[test]
fn a_key_meant_for_a_list_never_sends_the_form() {
    journey(Keychain::Absent, async |window| {
        window.open_sample().await;
        window.click("create-invitation").await;
        window.type_into("create-email", NOOR.email).await;
        window.tab_to("create-department").await;
        window.press("Down").await;
        window.press("Enter").await;
        window.not_see_test("result-code").await;
        let first = window.value_of("create-department").await;
        assert!(!first.is_empty(), "the first department is taken");

        window.press("Control+a").await;
        window.type_keys("libr").await;
        window.see_test("create-department-Library").await;
        window.press("Enter").await;
        window.see_value("create-department", "Library").await;
        window.not_see_test("result-code").await;

        // A new name is announced in the foot, and must be chosen as new before submitting.
        window.press("Control+a").await;
        window.type_keys("Libary").await;
        window.words_where("create-news", "what is new", |said| said.contains("Did you mean Library?")).await;
        window.press("Escape").await;
        window.press("Enter").await;
        window.see_test("create-department-Libary").await;
        window.not_see_test("result-code").await;
        window.press("Control+a").await;
        window.type_keys("library").await;
        window.press("Enter").await;
        window.see_value("create-department", "Library").await;
        window.words_where("create-news", "nothing", str::is_empty).await;
        // A click opens the list too; Esc closes the list and not the dialog.
        window.click("create-department").await;
        window.see_test("create-department-Library").await;
        window.press("Escape").await;
        window.not_see_test("create-department-Library").await;
        window.see_test("create").await;
        window.press("Enter").await;
        window.see_test("result-code").await;
    });
}

#[test]
fn a_lock_in_the_middle_of_create_and_of_an_import_loses_nothing() {
    journey(Keychain::Open, async |window| {
        window.open().await;
        window.found_organisation().await;
        window.sign_in(&AMARA).await;
        window.see_list().await;
        window.click("create-invitation").await;
        window.type_into("create-email", NOOR.email).await;
        window.type_into("create-label", "Spring fair").await;
        lock_and_unlock(window).await;
        window.see_value("create-email", NOOR.email).await;
        window.see_value("create-label", "Spring fair").await;
        window.click("create-submit").await;
        window.see_test("result-code").await;
        window.click("result-done").await;

        window.click("from-sheet").await;
        window.paste_into("sheet-paste", "Contact;What\nida@post.example;Spring\nole@post.example;Autumn").await;
        lock_and_unlock(window).await;
        window.see_value("sheet-paste", "Contact;What\nida@post.example;Spring\nole@post.example;Autumn").await;
        window.click("sheet-check").await;
        window.see_test("sheet-column-1").await;
        window.choose("sheet-column-1", "Label").await;
        lock_and_unlock(window).await;
        window.words_where("sheet-column-1", "Label", |chosen| chosen.contains("Label")).await;
        // The rows are checked again after the lock; then they can be imported.
        window.see_idle("sheet-create").await;
        window.click("sheet-create").await;
        window.see_test("sheet-done").await;

        // A half-typed note in the drawer, and a half-typed reason for revoking.
        window.click("sheet-show").await;
        window.words_where("pager-range", "both", |range| range.ends_with("of 2")).await;
        window.press("j").await;
        window.see_focus_on("row-0").await;
        window.press("Enter").await;
        window.click("details-edit").await;
        window.type_into("details-note", "Ask Ida").await;
        lock_and_unlock(window).await;
        window.see_value("details-note", "Ask Ida").await;
        window.click("details-cancel").await;
        window.click("details-revoke").await;
        window.type_into("revoke-reason", "Wrong list").await;
        lock_and_unlock(window).await;
        window.see_value("revoke-reason", "Wrong list").await;
        window.click("revoke-keep").await;

        // Another person does not see what the first one typed.
        window.click("create-invitation").await;
        window.type_into("create-email", "priya@post.example").await;
        window.press("Control+Shift+L").await;
        window.click("locked-sign-out").await;
        window.sign_in(&AMARA).await;
        window.see_list().await;
        window.not_see_test("create").await;
    });
}

#[test]
fn leaving_a_page_or_the_session_asks_before_something_typed_is_lost() {
    journey(Keychain::Open, async |window| {
        window.found_in_terminal();
        window.in_terminal(&AMARA, &["invitation", "create", "--role", "staff", "--email", NOOR.email]);
        window.open().await;
        window.sign_in(&AMARA).await;
        window.see_list().await;
        window.press("j").await;
        window.see_focus_on("row-0").await;
        window.press("Enter").await;
        window.click("details-edit").await;
        window.type_into("details-note", "Ask Ida").await;

        // Going to another page, by the sidebar and by an address. The address is restored.
        window.click("nav-users").await;
        window.see_focus_on("details-save").await;
        window.go("#/settings").await;
        window.see_value("details-note", "Ask Ida").await;

        // Signing out: the confirmation, and cancelling it.
        window.click("sign-out").await;
        window.words_where("leave-words", "why", |said| said.contains("sign out")).await;
        window.see_focus_on("leave-stay").await;
        window.press("Escape").await;
        window.see_value("details-note", "Ask Ida").await;
        window.click("sign-out").await;
        window.click("leave-anyway").await;
        window.sign_in(&AMARA).await;
        window.see_list().await;
        window.not_see_test("details-note").await;
    });
}

#[test]
fn closing_asks_before_something_typed_is_lost_and_stays_where_one_was() {
    journey(Keychain::Open, async |window| {
        window.open().await;
        window.name_organisation().await;
        window.click("first-create").await;
        window.see_test("recovery-key").await;
        ask_to_close(window).await;
        window.words_where("leave-words", "why", |said| said.contains("kept the recovery key")).await;
        window.see_focus_on("leave-stay").await;
        window.press("Enter").await;
        window.not_see_test("leave").await;
        window.see_test("recovery-key").await;
        window.click("recovery-kept").await;
        window.click("first-continue").await;
        window.click("first-finish").await;
        window.sign_in(&AMARA).await;

        window.click("nav-settings").await;
        window.type_into("settings-usual", "9").await;
        ask_to_close(window).await;
        window.words_where("leave-words", "why", |said| said.contains("rules are not saved")).await;
        window.press("Escape").await;
        window.not_see_test("leave").await;
        window.click("settings-discard").await;
        // With nothing to lose it closes without asking; the end of the test checks that.
    });
}

async fn lock_and_unlock(window: &Window) {
    window.press("Control+Shift+L").await;
    window.type_into("unlock-password", AMARA.password).await;
    window.press("Enter").await;
    window.see_signed_in(&AMARA).await;
}

/// Closes the window by its frame, and expects the confirmation.
async fn ask_to_close(window: &Window) {
    let display = window.desktop().display();
    for frame in display.windows() {
        display.close(frame);
    }
    let asked = until(async || window.shows("leave").await.then_some(())).await;
    assert!(asked.is_some(), "the window closes without asking");
}
