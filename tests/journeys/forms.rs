//! Bad input in the window's forms: each field shows its own sentence, and nothing is changed.

use crate::support::person::{AMARA, NOOR, Wanted};
use crate::support::{Keychain, Window, journey};

#[test]
fn bad_input_is_told_under_its_field_and_creates_nothing() {
    journey(Keychain::Open, async |window| {
        window.open_founded().await;
        window.sign_in(&AMARA).await;
        window.click("create-invitation").await;
        for (typed, said) in
            [("noor", "Add the @"), ("noor@", "Add what follows the @"), ("a b@post.example", "name@post.example")]
        {
            window.type_into("create-email", typed).await;
            refused(window, "create-email-error", said).await;
        }
        window.click("create-bound-anyone").await;
        for uses in ["0", "10001", "999999999", "many"] {
            window.type_into("create-limit", uses).await;
            refused(window, "create-limit-error", "from 1 to 10,000").await;
        }
        window.type_into("create-limit", "3").await;
        window.click("create-expiry-date").await;
        window.type_into("create-date", "2020-01-01").await;
        refused(window, "create-expires-error", "in the future").await;
        window.type_into("create-date", "2026-02-30").await;
        refused(window, "create-expires-error", "Write the date as").await;
        window.type_into("create-date", "9999-12-31").await;
        refused(window, "create-expires-error", "days from now").await;
        window.click("create-expiry-7").await;
        window.type_into("create-label", "Spring \u{202e}fair").await;
        refused(window, "create-label-error", "direction of text").await;
        window.paste_into("create-label", &"long ".repeat(50)).await;
        refused(window, "create-label-error", "At most 200 characters.").await;
        window.press("Escape").await;
        window.see("No invitations yet").await;
    });
}

#[test]
fn a_newcomers_bad_input_is_told_under_its_field_and_uses_nothing_up() {
    journey(Keychain::Open, async |window| {
        window.open_founded().await;
        window.sign_in(&AMARA).await;
        let code = window.create_and_close(Wanted::default()).await;
        window.sign_out().await;
        window.enter_code("XYZ").await;
        window.see("A code has 12, 16 or 20 letters and digits").await;
        window.try_code(&code).await;
        window.type_into("join-name", "Noor \u{202e}Haddad").await;
        window.type_into("join-email", "noor at post").await;
        window.type_into("join-username", "no").await;
        window.type_into("join-password", "fernhill").await;
        window.click("join-submit").await;
        window.words_where("join-name-error", "why", |said| said.contains("direction of text")).await;
        window.words_where("join-email-error", "why", |said| said.contains("@")).await;
        window.words_where("join-username-error", "why", |said| said.contains("3 to 32 characters")).await;
        window.fill_in(&NOOR).await;
        window.click("join-submit").await;
        window.see("Welcome, Noor Haddad").await;
    });
}

/// Submits the invitation, and reads why it is refused.
async fn refused(window: &Window, hook: &str, said: &str) {
    window.press("Control+Enter").await;
    window.words_where(hook, said, |words| words.contains(said)).await;
    window.not_see_test("result-code").await;
}
