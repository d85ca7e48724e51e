//! A manager who joined by invitation: sees their own division only, and may not revoke.

use crate::support::person::{AMARA, JONAS, Wanted};
use crate::support::{Keychain, Window, journey};

#[test]
fn a_manager_sees_their_own_division_and_may_not_revoke() {
    journey(Keychain::Open, async |window| {
        window.open_founded().await;
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
        window.press("Delete").await; // the key of revoking, which he may not do
        window.not_see("Revoke this invitation?").await;

        // The form offers only what he may grant: Staff, in his own division.
        window.click("create-invitation").await;
        window.see("Your role invites only Staff.").await;
        window.see("You invite for your own division.").await;
    });
}

#[test]
fn nothing_of_another_division_reaches_a_manager_on_any_way() {
    journey(Keychain::Open, async |window| {
        window.found_in_terminal();
        window.join_in_terminal(&made(window, "manager", "Library", "jonas@mail.example"), &JONAS);
        let own = [
            made(window, "staff", "Library", "first@post.example"),
            made(window, "staff", "Library", "second@post.example"),
        ];
        let foreign = made(window, "staff", "Sports", "third@post.example");
        window.in_terminal(&AMARA, &["invitation", "revoke", &foreign, "--yes"]);
        made(window, "staff", "Sports", "fourth@post.example");
        window.open().await;
        window.sign_in(&JONAS).await;

        // List and counters.
        window.words_where("row-0 code", &own[1], |code| code == own[1]).await;
        window.words_where("row-1 code", &own[0], |code| code == own[0]).await;
        window.see_test("row-2").await; // the invitation with which he joined
        window.not_see_test("row-3").await;
        for (counter, number) in [("all", "3"), ("active", "2"), ("used", "1"), ("revoked", "0"), ("expired", "0")] {
            window.words_where(&format!("counter-{counter}"), number, |words| words.ends_with(number)).await;
        }

        // Search and palette find only his own, by the same words.
        for typed in [&foreign, "fourth@post.example", "Sports"] {
            window.type_into("search", typed).await;
            window.see(&format!("Nothing matches “{typed}”")).await;
            window.click("clear-all").await;
            window.see_test("row-0").await;
        }
        for typed in [&foreign, "fourth@post.example"] {
            window.press("Control+k").await;
            window.type_into("palette-input", typed).await;
            window.see_test("palette-none").await;
            window.press("Escape").await;
            window.not_see_test("palette").await;
        }
        window.press("Control+k").await;
        window.type_into("palette-input", "second@post.example").await;
        window.words_where("palette-hit-0", &own[1], |hit| hit.contains(&own[1])).await;
        window.click("palette-hit-0").await;

        // Details: his own can be read and handed out; another's can't be reached from them.
        window.words_where("details-code", &own[1], |code| code.replace(' ', "-") == own[1]).await;
        window.see_test("details-copy-code").await;
        for kept_from_him in ["details-revoke", "details-replace", "details-edit"] {
            window.not_see_test(kept_from_him).await;
        }
        window.press("j").await;
        window.words_where("details-code", &own[0], |code| code.replace(' ', "-") == own[0]).await;
        window.press("j").await;
        window.words_where("details-who", JONAS.email, |who| who == JONAS.email).await;
        window.see_attribute("[data-test=details-next]", "disabled", "true").await;
        window.press("Escape").await;
        window.not_see_test("details").await;

        // Managers may not export the list.
        window.not_see_test("export").await;
    });
}

/// The administrator creates an invitation from the terminal. Returns its code.
pub fn made(window: &Window, role: &str, department: &str, email: &str) -> String {
    let what = ["invitation", "create", "--role", role, "--department", department, "--email", email];
    window.in_terminal(&AMARA, &what)["code"].as_str().expect("a code").to_owned()
}
