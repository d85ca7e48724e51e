//! Invite links that are opened outside the window, as a browser or a mail program does it: the system starts the
//! program with the link. They lead to Join with the code filled in, and act on nobody's session.

use crate::support::person::{AMARA, NOOR, Wanted};
use crate::support::{Keychain, Window, journey, until};
use std::process::Stdio;

impl Window {
    /// Opens a link as a click elsewhere does, once the system knows which program opens it.
    async fn open_link(&self, link: &str) {
        let known = until(async || {
            let default = self.told(&["xdg-mime", "query", "default", "x-scheme-handler/vestibule"]);
            default.ok().filter(|entry| !entry.is_empty())
        });
        known.await.expect("the system knows the program that opens invite links");
        self.told(&["xdg-open", link]).unwrap_or_else(|said| panic!("{link} is not opened: {said}"));
    }

    /// What a program of this desktop prints; what it complains of, if it fails.
    fn told(&self, line: &[&str]) -> Result<String, String> {
        let mut program = self.desktop().command(line[0]);
        program.args(&line[1..]).stdout(Stdio::piped()).stderr(Stdio::piped());
        let ended = program.output().expect("it starts");
        let text = |bytes| String::from_utf8_lossy(bytes).into_owned();
        if ended.status.success() { Ok(text(&ended.stdout)) } else { Err(text(&ended.stderr)) }
    }
}

#[test]
fn a_link_that_is_opened_fills_in_the_code_and_a_person_who_is_signed_in_says_what_it_is_for() {
    journey(Keychain::Open, async |window| {
        window.open_founded().await;
        window.sign_in(&AMARA).await;
        let code = window.create_and_close(Wanted::default()).await;
        let link = format!("vestibule://join/{code}");

        // It asks, and finds the invitation in the list.
        window.open_link(&link).await;
        window.see_test("link-join").await;
        window.see_focus_on("link-drop").await;
        window.click("link-find").await;
        window.see_value("search", &code).await;
        window.not_see_test("link-join").await;
        window.see_test("row-0").await;

        // Not now: nothing happens, then or later.
        window.open_link(&link).await;
        window.click("link-drop").await;
        window.not_see_test("link-join").await;
        window.sign_out().await;
        window.see_test("sign-in-submit").await;

        // Sign out and join: the code is there, and is looked up when the newcomer goes on.
        window.sign_in(&AMARA).await;
        window.open_link(&link).await;
        window.click("link-join").await;
        window.see_value("join-code", &code).await;
        window.click("join-continue").await;
        window.fill_in(&NOOR).await;

        // The same link again changes nothing, and another one does not take away what was typed.
        window.open_link(&link).await;
        window.open_link("vestibule://join/9XTZ").await;
        window.click("other-link-stay").await;
        window.not_see_test("other-link-stay").await;
        window.see_value("join-name", NOOR.name).await;
        window.click("join-submit").await;
        window.click("joined-sign-in").await;
        window.see_test("sign-in-submit").await;
    });
}

#[test]
fn a_link_on_the_sign_in_page_opens_join_and_one_of_another_kind_does_nothing() {
    journey(Keychain::Open, async |window| {
        window.open_founded().await;
        // A code that was cut off is filled in too, so that the page can say what is wrong with it.
        window.open_link("vestibule://join/K7QF-2M9X").await;
        window.see_value("join-code", "K7QF-2M9X").await;
        window.see("12, 16 or 20").await;

        // The one after the hostile ones shows that those did nothing: they are handled in the order they were opened.
        for hostile in ["vestibule://revoke/AAAA", "vestibule://join/AAAA?redeem=1", "vestibule://join/%41%41"] {
            window.open_link(hostile).await;
        }
        window.open_link("vestibule://join/9XTZ").await;
        window.see_value("join-code", "9XTZ").await;
        window.click("join-back").await;
        window.see_test("sign-in-submit").await;
    });
}

#[test]
fn a_link_on_a_device_without_an_organisation_says_where_to_go() {
    journey(Keychain::Open, async |window| {
        window.open_with(&["vestibule://join/K7QF-2M9X-4TZC-8WHN"]).await;
        window.see_test("first-link").await;
        window.see_test("first-begin").await;
    });
}
