//! Refusals before sign-in: revoked, made-up and mistyped codes, wrong passwords.

use crate::support::person::{AMARA, NOOR, PASSPHRASE, Wanted};
use crate::support::{Keychain, Window, journey, until};
use std::time::Instant;
use vestibule_desk::{Desk, KeychainChoice};
use vestibule_domain::{Code, CodeLength};
use vestibule_wire::{OpenFileRequest, RevokeInvitationRequest, Secret, SignInRequest};

#[test]
fn a_revoked_code_is_refused_in_words_for_its_holder() {
    journey(Keychain::Open, async |window| {
        window.open_founded().await;
        window.sign_in(&AMARA).await;
        let code = window
            .create_and_close(Wanted { uses: Some("5"), label: Some("Spring fair poster"), ..Wanted::default() })
            .await;
        window.click("row-0 row-menu").await;
        window.click("menu-revoke").await;
        window.see("Revoke this invitation?").await;
        window.see("5 of 5 uses are lost").await;
        window.see("This cannot be undone.").await;
        window.click("revoke-keep").await;
        window.words_where("row-0 status", "Active", |status| status == "Active").await;
        window.click("row-0 row-menu").await;
        window.click("menu-revoke").await;
        window.type_into("revoke-reason", "Poster taken down").await;
        window.click("revoke-confirm").await;
        window.hear("Invitation revoked").await;
        window.words_where("row-0 status", "Revoked", |status| status == "Revoked").await;
        window.sign_out().await;

        window.enter_code(&code).await;
        window.see("This code was revoked.").await;
        window.not_see("Create your account").await;
    });
}

#[test]
fn a_revocation_reaches_a_form_that_is_open_already() {
    journey(Keychain::Absent, async |window| {
        window.open().await;
        window.found_organisation_with_passphrase().await;
        window.sign_in(&AMARA).await;
        let code = window.create_and_close(Wanted::default()).await;
        window.sign_out().await;
        window.enter_code(&code).await;
        window.fill_in(&NOOR).await;
        revoke_meanwhile(window, &code).await;
        window.click("join-submit").await;
        window.see("This code was revoked.").await;
        window.not_see_test("joined").await;
    });
}

#[test]
fn a_made_up_code_gets_the_answer_for_strangers() {
    journey(Keychain::Open, async |window| {
        window.open_founded().await;
        let made_up = Code::generate(CodeLength::default(), &Vec::from_iter(0..128)).expect("bytes enough").grouped();
        window.enter_code(&made_up).await;
        window.see("This code can’t be used. Check it with the person who gave it to you.").await;
        for told_to_holders in ["expired", "used up", "revoked", "another email"] {
            window.not_see(told_to_holders).await;
        }
    });
}

#[test]
fn a_typing_mistake_names_its_group_and_is_no_guess() {
    journey(Keychain::Open, async |window| {
        window.open_founded().await;
        window.sign_in(&AMARA).await;
        let code = window.create_and_close(Wanted::default()).await;
        window.sign_out().await;
        window.click("i-have-a-code").await;
        // More mistyped codes than guesses are allowed.
        for place in [0, 1, 6, 8, 12, 15, 16, 18] {
            window.try_code(&with_a_mistake(&code, place)).await;
            let group = ["first", "second", "third", "fourth"][place / 5];
            window.see(&format!("There is a typing mistake in the {group} group.")).await;
        }
        window.try_code(&code).await;
        window.see("Create your account").await;
    });
}

#[test]
fn wrong_passwords_slow_down_even_across_a_restart() {
    journey(Keychain::Open, async |window| {
        window.open_founded().await;
        // A wait must outlast a start of the program and the typing after it, but not the test's patience.
        let begun = Instant::now();
        window.restart().await;
        try_wrongly(window).await;
        window.see("Username or password is wrong. Check both and try again.").await;
        let enough = (4 * begun.elapsed().as_secs()).clamp(15, 75);
        // After each wait one more try is allowed, and the next wait is longer.
        let mut longest = 0;
        while longest < enough {
            longest = slowed_down_by_more_than(window, longest).await;
        }

        // After a restart the wait is still in the file. The right password does not shorten it.
        window.restart().await;
        window.try_to_sign_in(AMARA.username, AMARA.password).await;
        window.see("Too many tries. You can go on in").await;
        window.not_see_test("me-name").await;
        let left = until(async || seconds_left(window).await).await.expect("it still says so");
        assert!(left <= longest, "the wait goes on ({left} s), it does not begin again ({longest} s)");
        let less = async || seconds_left(window).await.filter(|now| *now < left);
        until(less).await.expect("it counts down");
    });
}

/// Enters wrong passwords until the window shows a wait of more than `before` seconds; returns the wait.
async fn slowed_down_by_more_than(window: &Window, before: u64) -> u64 {
    let mut has_waited = before > 0;
    for _ in 0..30 {
        // Until the wait is over the button is disabled.
        window.not_see("Too many tries").await;
        try_wrongly(window).await;
        if has_waited {
            window.see("Username or password is wrong. Check both and try again.").await;
        }
        // If the wait is read too late it may look too short: then fail once more.
        match seconds_left(window).await {
            Some(left) if left > before => return left,
            told => has_waited = told.is_some(),
        }
    }
    panic!("thirty wrong passwords, and no slow-down of more than {before} s");
}

/// Enters a wrong password, and waits for the answer.
async fn try_wrongly(window: &Window) {
    window.try_to_sign_in(AMARA.username, "not her password").await;
    window.see_empty("sign-in-password").await;
}

/// The number in "You can go on in 30 s.", which counts down and disappears.
async fn seconds_left(window: &Window) -> Option<u64> {
    let words = window.words().await;
    let (_, rest) = words.split_once("You can go on in ")?;
    rest.split(' ').next()?.parse().ok()
}

/// The code with another symbol at that index.
fn with_a_mistake(code: &str, place: usize) -> String {
    let mut symbols: Vec<char> = code.chars().collect();
    symbols[place] = if symbols[place] == '7' { '4' } else { '7' };
    symbols.into_iter().collect()
}

/// Another person revokes it from another program with the same file.
async fn revoke_meanwhile(window: &Window, code: &str) {
    let desk = Desk::new(window.desktop().data(), vestibule_shell::ports(KeychainChoice::None));
    let seat = desk.seat("cli");
    seat.open_file(OpenFileRequest { passphrase: Some(Secret::new(PASSPHRASE)), ..Default::default() })
        .await
        .expect("it opens");
    let (username, password) = (AMARA.username.to_owned(), Secret::new(AMARA.password));
    seat.sign_in(SignInRequest { username, password, keep: false }).await.expect("she signs in");
    let revoked = seat.revoke_invitation(RevokeInvitationRequest { invitation: code.to_owned(), reason: None }).await;
    revoked.expect("it is revoked");
    desk.close().await;
}
