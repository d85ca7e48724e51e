//! The Users page: the list, one user beside it, and each question over it.

use super::{Album, Window};
use crate::support::{Keychain, journey};

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
        window.click("nav-settings").await;
        window.click("settings-profile").await;
        window.see_test("profile-save").await;
        album.shoot(window, "profile").await;
    });
    album.close();
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
