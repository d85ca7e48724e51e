//! Pictures of the Users page: the list, one user beside it, and each dialog.

use super::{Album, Window};
use crate::support::person::AMARA;
use crate::support::{Keychain, journey};

/// The number of people besides the first one.
const MANY: u32 = 100_000;

#[test]
fn users_open_whole() {
    users(Album::without_pictures());
}

#[test]
#[ignore = "pictures: cargo xtask screenshots"]
fn users_in_light_dark_and_small() {
    users(Album::new("en", &["light", "dark"]));
}

#[test]
#[ignore = "pictures: cargo xtask screenshots"]
fn users_in_the_pseudo_language() {
    users(Album::new("en-XA", &["light"]));
}

#[test]
fn few_and_very_many_users_open_whole() {
    few_and_very_many(Album::without_pictures());
}

#[test]
#[ignore = "pictures: cargo xtask screenshots"]
fn few_and_very_many_users_in_light_dark_and_small() {
    few_and_very_many(Album::new("en", &["light", "dark"]));
}

/// One user only; and, with very many, a page far down, with everybody selected.
fn few_and_very_many(mut album: Album) {
    journey(Keychain::Open, async |window| {
        let founded = window.found_in_terminal();
        album.open(window, &[]).await;
        window.sign_in(&AMARA).await;
        window.click("nav-users").await;
        window.see_test("row-0").await;
        album.shoot(window, "users-one").await;
        window.close().await;
        window.crowd(&founded, MANY).await;
        album.open(window, &[]).await;
        window.sign_in(&AMARA).await;
        window.click("nav-users").await;
        window.see_test("row-19").await;
        album.shoot(window, "users-many").await;
        window.click("pager-next").await;
        window.words_where("pager-range", "the second page", |range| range.starts_with("21")).await;
        window.click("select-page").await;
        window.click("select-all-matching").await;
        window.words_where("selected", "all of them", |words| words.contains("100")).await;
        album.shoot(window, "users-many-selected").await;
    });
    album.close();
}

fn users(mut album: Album) {
    journey(Keychain::Open, async |window| {
        album.open(window, &["--sample"]).await;
        window.sign_in_to_sample().await;
        window.click("nav-users").await;
        window.see_test("row-0").await;
        album.shoot(window, "users").await;
        window.type_into("search", "nobody has this name").await;
        window.see_test("none-found").await;
        album.shoot(window, "users-none-found").await;
        window.click("search-clear").await;
        window.see_test("row-1").await;
        question(window, &mut album, "user-role", "user-role").await;
        promotion(window, &mut album).await;
        question(window, &mut album, "user-department", "user-department").await;
        question(window, &mut album, "user-suspend", "user-question").await;
        question(window, &mut album, "user-erase", "user-question").await;
        reset(window, &mut album).await;
        window.click("row-1 row-menu").await;
        window.see_test("user-details").await;
        album.shoot(window, "users-menu").await;
        window.click("user-details").await;
        window.see_test("user-events").await;
        album.shoot(window, "users-details").await;
        window.press("Escape").await;
        many(window, &mut album).await;
        window.click("nav-settings").await;
        window.click("settings-profile").await;
        window.see_test("profile-save").await;
        album.shoot(window, "profile").await;
    });
    album.close();
}

/// Acts on the selected users, the person signed in among them.
async fn many(window: &Window, album: &mut Album) {
    window.type_into("search", "amara osei").await;
    window.words_where("some-of", "how many of how many", |words| !words.is_empty()).await;
    window.click("select-page").await;
    window.see_test("selected").await;
    album.shoot(window, "users-selected").await;
    for act in ["many-suspend", "many-move"] {
        window.click(act).await;
        window.see_test("users-many").await;
        if act == "many-suspend" {
            window.see_test("users-many-refused").await;
        }
        album.shoot(window, &format!("users-{act}")).await;
        window.click("user-cancel").await;
    }
    window.click("many-suspend").await;
    window.click("users-many-confirm").await;
    window.see_test("users-report").await;
    album.shoot(window, "users-report").await;
    window.click("users-report-close").await;
    window.click("search-clear").await;
    window.see_test("row-1").await;
}

async fn promotion(window: &Window, album: &mut Album) {
    window.click("row-1 row-menu").await;
    window.click("user-role").await;
    window.click("user-role-choice").await;
    window.click_option("Administrator").await;
    window.see_test("user-promote").await;
    album.shoot(window, "user-promotion").await;
    window.click("user-cancel").await;
}

async fn question(window: &Window, album: &mut Album, action: &str, dialog: &str) {
    window.click("row-1 row-menu").await;
    window.click(action).await;
    window.see_test(dialog).await;
    album.shoot(window, &format!("{action}-question")).await;
    window.click("user-cancel").await;
}

async fn reset(window: &Window, album: &mut Album) {
    window.click("row-1 row-menu").await;
    window.click("user-reset").await;
    window.see_test("user-question").await;
    album.shoot(window, "user-reset-question").await;
    window.click("user-confirm").await;
    window.see_test("user-code-shown").await;
    album.shoot(window, "user-reset-code").await;
    window.click("user-code-done").await;
}
