//! The list shows changes made elsewhere, without any input in the window.

use crate::support::person::{AMARA, NOOR};
use crate::support::{Keychain, journey};

#[test]
fn what_the_terminal_creates_and_revokes_shows_by_itself() {
    journey(Keychain::Open, async |window| {
        window.found_in_terminal();
        window.open().await;
        window.sign_in(&AMARA).await;
        window.see("No invitations yet").await;

        let create = ["invitation", "create", "--role", "staff", "--email", NOOR.email];
        let made = window.in_terminal(&AMARA, &create);
        let code = made["code"].as_str().expect("a code").to_owned();
        window.words_where("row-0 code", &code, |shown| shown == code).await;
        window.words_where("row-0 status", "Active", |status| status == "Active").await;
        window.words_where("counter-active", "one", |words| words.ends_with('1')).await;

        window.in_terminal(&AMARA, &["invitation", "revoke", &code, "--yes", "--reason", "Sent to the wrong person"]);
        window.words_where("row-0 status", "Revoked", |status| status == "Revoked").await;
        window.words_where("counter-revoked", "one", |words| words.ends_with('1')).await;
        window.words_where("counter-active", "none", |words| words.ends_with('0')).await;
    });
}
