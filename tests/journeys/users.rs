//! People with an account: found, shown, promoted, moved, suspended and erased; and the effect on people who are
//! signed in meanwhile.

use super::manager::made;
use crate::support::person::{AMARA, JONAS, NOOR, Person};
use crate::support::{Keychain, Window, journey};

/// Adds Jonas, manager of Science, and Noor in Science/Physics.
async fn peopled(window: &mut Window) {
    window.found_in_terminal();
    for arguments in [
        &["department", "create", "Science"][..],
        &["department", "create", "Physics", "--parent", "Science"],
        &["department", "create", "Arts"],
    ] {
        window.in_terminal(&AMARA, arguments);
    }
    window.join_in_terminal(&made(window, "manager", "Science", JONAS.email), &JONAS);
    window.join_in_terminal(&made(window, "staff", "Science/Physics", NOOR.email), &NOOR);
    window.open().await;
}

async fn choose(window: &Window, row: &str, action: &str) {
    window.click(&format!("{row} row-menu")).await;
    window.click(action).await;
}

#[test]
fn an_administrator_finds_somebody_promotes_them_with_the_password_and_is_refused_as_the_last_one() {
    journey(Keychain::Open, async |window| {
        peopled(window).await;
        window.sign_in(&AMARA).await;
        window.click("nav-users").await;
        window.words_where("counter-all", "three people", |words| words.ends_with('3')).await;
        // She is the last administrator: none of these actions is offered for herself.
        window.words_where("row-0 user-name", AMARA.name, |name| name == AMARA.name).await;
        choose(window, "row-0", "user-role").await;
        window.click("user-role-choice").await;
        window.click_option("Staff").await;
        window.type_into("user-password", AMARA.password).await;
        window.click("user-confirm").await;
        window.see("This is the last administrator.").await;
        window.click("user-cancel").await;

        // G and a letter go from page to page, with history entries; in a field both are text.
        window.press("g").await;
        window.press("i").await;
        window.see_attribute("[data-test=nav-invitations]", "aria-current", "page").await;
        window.type_into("search", "gu").await;
        window.see_value("search", "gu").await;
        window.press("Escape").await;
        window.press("Escape").await;
        window.press("g").await;
        window.press("u").await;
        window.see_attribute("[data-test=nav-users]", "aria-current", "page").await;
        window.words_where("row-0 user-name", AMARA.name, |name| name == AMARA.name).await;

        // The list's own keys: search and counters.
        window.press("2").await;
        window.see_attribute("[data-test=counter-active]", "aria-pressed", "true").await;
        window.press("1").await;
        window.press("/").await;
        window.see_focus_on("search").await;
        window.type_into("search", "haddad").await;
        window.words_where("row-0 user-name", NOOR.name, |name| name == NOOR.name).await;
        window.not_see_test("row-1").await;
        choose(window, "row-0", "user-role").await;
        window.not_see_test("user-password").await;
        window.click("user-role-choice").await;
        window.click_option("Administrator").await;
        window.see_test("user-promote").await;
        window.type_into("user-password", "not the password at all").await;
        window.click("user-confirm").await;
        window.see("This is not your password.").await;
        window.type_into("user-password", AMARA.password).await;
        window.click("user-confirm").await;
        window.see("Noor Haddad is Administrator now").await;
        choose(window, "row-0", "user-details").await;
        window.words_where("user-role", "Administrator", |role| role == "Administrator").await;
        window.see("changed the role").await;
        window.press("Escape").await;
        window.not_see_test("user").await;
    });
}

#[test]
fn who_is_suspended_elsewhere_is_out_at_once_and_comes_back_with_their_password() {
    journey(Keychain::Open, async |window| {
        peopled(window).await;
        window.sign_in(&JONAS).await;
        window.click("nav-users").await;
        window.words_where("counter-all", "himself and Noor", |words| words.ends_with('2')).await;
        window.click("nav-settings").await;
        window.see("This device").await;
        window.in_terminal(&AMARA, &["user", "suspend", JONAS.username]);
        window.see_test("sign-in-submit").await;
        window.try_to_sign_in(JONAS.username, JONAS.password).await;
        window.see("This account is suspended.").await;
        window.in_terminal(&AMARA, &["user", "reactivate", JONAS.username]);
        window.sign_in(&JONAS).await;
        // Moving a person changes what they see, and moving them back restores it.
        window.click("nav-users").await;
        window.words_where("counter-all", "himself and Noor", |words| words.ends_with('2')).await;
        window.in_terminal(&AMARA, &["user", "move", NOOR.username, "Arts"]);
        window.words_where("counter-all", "himself", |words| words.ends_with('1')).await;
        window.not_see(NOOR.name).await;
    });
}

#[test]
fn everybody_changes_their_own_profile_and_a_new_password_is_the_one_that_opens() {
    journey(Keychain::Open, async |window| {
        peopled(window).await;
        window.sign_in(&NOOR).await;
        window.click("nav-settings").await;
        window.click("settings-profile").await;
        window.see_value("profile-name", NOOR.name).await;
        window.not_see_test("user-password").await;
        window.type_into("profile-email", "noor@elsewhere.example").await;
        window.see_test("user-password").await;
        window.type_into("user-password", NOOR.password).await;
        window.click("profile-save").await;
        window.see("Your profile is saved").await;
        window.see("noor@elsewhere.example").await;
        window.type_into("profile-current", NOOR.password).await;
        window.type_into("profile-password", "velvet-harbour-31-tulip").await;
        window.type_into("profile-repeated", "velvet-harbour-31-tulip").await;
        window.click("profile-set-password").await;
        window.see("Your new password is set").await;
        window.sign_out().await;
        window.try_to_sign_in(NOOR.username, NOOR.password).await;
        window.see("Username or password is wrong.").await;
        window.sign_in(&Person { password: "velvet-harbour-31-tulip", ..NOOR }).await;
    });
}

#[test]
fn a_reset_code_from_the_window_gives_a_new_password_and_an_erased_person_is_found_nowhere() {
    journey(Keychain::Open, async |window| {
        peopled(window).await;
        window.sign_in(&AMARA).await;
        window.click("nav-users").await;
        window.type_into("search", "haddad").await;
        window.not_see_test("row-1").await;
        choose(window, "row-0", "user-reset").await;
        window.click("user-confirm").await;
        let code = window.words_where("user-code-shown", "a code", |code| code.len() > 12).await;
        window.click("user-code-copy").await;
        window.hear("Reset code copied Cleared from the clipboard in 60 s").await;
        assert_eq!(window.clipboard().await.replace('-', " "), code, "in its groups");
        window.click("user-code-done").await;
        window.sign_out().await;
        window.click("i-have-a-reset-code").await;
        window.type_into("reset-username", NOOR.username).await;
        window.type_into("reset-code", &code).await;
        window.type_into("reset-password", "velvet-harbour-31-tulip").await;
        window.type_into("reset-again", "velvet-harbour-31-tulip").await;
        window.click("reset-submit").await;
        window.see_test("sign-in-submit").await;
        window.sign_in(&Person { password: "velvet-harbour-31-tulip", ..NOOR }).await;
        window.sign_out().await;

        window.sign_in(&AMARA).await;
        window.click("nav-users").await;
        window.click("search-clear").await;
        window.words_where("row-2 user-name", NOOR.name, |name| name == NOOR.name).await;
        choose(window, "row-2", "user-erase").await;
        window.see("This cannot be undone.").await;
        window.click("user-confirm").await;
        window.see("What was personal is erased").await;
        window.not_see_test("row-2").await;
        window.not_see(NOOR.email).await;
        for list in
            [&["user", "list"][..], &["user", "list", "--state", "erased"], &["audit", "list", "--page-size", "100"]]
        {
            let said = window.in_terminal(&AMARA, list).to_string().to_lowercase();
            assert!(!said.contains("haddad") && !said.contains(NOOR.username), "{list:?}: {said}");
        }
    });
}

#[test]
fn of_three_who_are_selected_those_who_may_be_suspended_are_and_the_report_names_the_other() {
    journey(Keychain::Open, async |window| {
        peopled(window).await;
        window.sign_in(&AMARA).await;
        window.click("nav-users").await;
        window.words_where("counter-all", "three people", |words| words.ends_with('3')).await;
        window.click("select-page").await;
        window.words_where("selected", "three", |words| words.starts_with('3')).await;
        window.click("many-suspend").await;
        window.words_where("users-many-words", "two of them", |words| words.starts_with("2 users")).await;
        window.words_where("users-many-refused", "herself", |words| words.contains(AMARA.name)).await;
        window.click("users-many-confirm").await;
        window.words_where("users-report-words", "two of them", |words| words == "2 users are suspended.").await;
        window.see(AMARA.name).await;
        window.click("users-report-close").await;
        window.not_see_test("users-report").await;
        window.words_where("counter-suspended", "two", |words| words.ends_with('2')).await;
        window.not_see_test("selected").await;
        window.words_where("row-0 user-state", "Amara stays", |state| state == "Active").await;
        window.words_where("row-1 user-state", "Jonas", |state| state == "Suspended").await;
        // All that match are reactivated together.
        window.click("counter-suspended").await;
        window.not_see_test("row-2").await;
        window.click("select-page").await;
        window.click("many-reactivate").await;
        window.click("users-many-confirm").await;
        window.hear("2 users can sign in again.").await;
        window.sign_out().await;
        window.sign_in(&JONAS).await;
    });
}
