//! A doubted clock: the window warns at every start, until a person who may do so confirms it.

use crate::support::person::{AMARA, ORGANISATION, PASSPHRASE};
use crate::support::{Keychain, Window, journey};
use chrono::{TimeDelta, Utc};
use std::sync::Arc;
use vestibule_desk::{Clock, Desk, KeychainChoice, Ports};
use vestibule_shell::clock::SystemEntropy;
use vestibule_wire::{CreateOrganisationRequest, Moment, Secret};

/// A clock ninety days in the past.
struct LongAgo;

impl Clock for LongAgo {
    fn now(&self) -> Moment {
        Utc::now() - TimeDelta::days(90)
    }
}

#[test]
fn a_clock_far_ahead_of_the_last_event_is_asked_about_until_it_is_confirmed() {
    journey(Keychain::Absent, async |window| {
        found_long_ago(window).await;
        window.open().await;
        enter(window).await;
        window.words_where("clock-doubt", "why", |words| words.contains("long before")).await;
        window.see_focus_on("clock-later").await;
        window.click("clock-later").await;
        window.not_see_test("clock-doubt").await;

        // A dismissed warning appears again at the next start.
        window.restart().await;
        enter(window).await;
        window.click("clock-confirm").await;
        window.not_see_test("clock-doubt").await;

        // The confirmation is in the file; the window asks about the clock before the next list can be read.
        window.restart().await;
        enter(window).await;
        window.see_list().await;
        window.click("nav-settings").await;
        window.see_test("settings-usual").await;
        window.not_see_test("clock-doubt").await;
    });
}

async fn enter(window: &Window) {
    window.type_into("open-passphrase", PASSPHRASE).await;
    window.click("open-submit").await;
    window.sign_in(&AMARA).await;
}

async fn found_long_ago(window: &Window) {
    let ports = Ports { clock: Arc::new(LongAgo), entropy: Arc::new(SystemEntropy), keychain: KeychainChoice::None };
    let desk = Desk::new(window.desktop().data(), ports);
    let request = CreateOrganisationRequest {
        organisation: ORGANISATION.into(),
        join_address: None,
        name: AMARA.name.into(),
        email: AMARA.email.into(),
        username: AMARA.username.into(),
        password: Secret::new(AMARA.password),
        passphrase: Some(Secret::new(PASSPHRASE)),
        logo: None,
    };
    desk.seat("window").create_organisation(request).await.expect("the data folder is empty");
    desk.close().await;
}
