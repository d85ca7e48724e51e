//! The main path, uninterrupted: from an empty machine to the first newcomer.

use crate::support::person::{AMARA, NOOR, ORGANISATION, Wanted};
use crate::support::{Keychain, journey};

#[test]
fn an_administrator_brings_the_first_newcomer_in() {
    journey(Keychain::Open, async |window| {
        window.open().await;
        window.found_organisation().await;
        window.sign_in(&AMARA).await;
        window.see("No invitations yet").await;

        let code =
            window.create(Wanted { email: Some(NOOR.email), label: Some("Front desk"), ..Wanted::default() }).await;
        window.click("result-copy-code").await;
        window.hear("Code copied").await;
        assert_eq!(window.clipboard().await, code, "another program reads the code that the window shows");
        window.click("result-copy-link").await;
        window.hear("Link copied").await;
        assert_eq!(window.clipboard().await, format!("vestibule://join/{code}"));
        window.click("result-done").await;
        window.words_where("row-0 code", &code, |shown| shown == code).await;
        window.words_where("row-0 status", "Active", |status| status == "Active").await;
        window.sign_out().await;

        window.enter_code(&code.to_lowercase().replace('-', " ")).await;
        for words in [ORGANISATION, AMARA.name, "Staff"] {
            window.see(words).await;
        }
        window.see("This invitation is for n•").await;
        window.not_see(NOOR.email).await;
        window.fill_in(&NOOR).await;
        window.see("The code is used only when you press Join.").await;
        window.click("join-submit").await;
        window.see("Welcome, Noor Haddad").await;
        window.click("joined-sign-in").await;

        // The newcomer has an account, and no right to see invitations.
        window.type_into("sign-in-password", NOOR.password).await;
        window.click("sign-in-submit").await;
        window.see_signed_in(&NOOR).await;
        window.see("You are signed in").await;
        window.not_see_test("create-invitation").await;
        window.sign_out().await;

        window.sign_in(&AMARA).await;
        window.words_where("row-0 status", "Used", |status| status == "Used").await;
        window.words_where("row-0 used-by", NOOR.name, |used_by| used_by == NOOR.name).await;

        // What a thief of the disk could read.
        window.close().await;
        let symbols = code.replace('-', "");
        for secret in [&code, &symbols, NOOR.email, AMARA.email, NOOR.name, NOOR.password, AMARA.password, ORGANISATION]
        {
            assert!(window.files_with(secret).is_empty(), "{secret} stands in a file in plain bytes");
        }
    });
}

#[test]
fn looking_and_failing_use_nothing_up() {
    journey(Keychain::Open, async |window| {
        window.open_founded().await;
        window.sign_in(&AMARA).await;
        let code = window.create_and_close(Wanted { email: Some(NOOR.email), ..Wanted::default() }).await;
        window.sign_out().await;

        window.enter_code(&code).await;
        window.fill_in(&NOOR).await;
        window.type_into("join-email", "somebody@else.example").await;
        window.click("join-submit").await;
        window.see("This code is for another email address.").await;
        window.type_into("join-email", NOOR.email).await;
        window.type_into("join-username", AMARA.username).await;
        window.click("join-submit").await;
        window.see("“amara” is taken.").await;
        window.type_into("join-username", NOOR.username).await;
        window.type_into("join-password", "password12").await;
        window.click("join-submit").await;
        window.see_test("join-password-error").await;
        window.type_into("join-password", NOOR.password).await;
        window.click("join-submit").await;
        window.see("Welcome, Noor Haddad").await;
        window.click("joined-sign-in").await;

        window.enter_code(&code).await;
        window.see("This code has been used up.").await;
    });
}
