//! The window in its languages: chosen at the door and by a person, without losing what was typed; pages from right to
//! left; and pictures of both.

use super::{Album, Window};
use crate::support::person::{AMARA, NOOR, Wanted};
use crate::support::{Keychain, journey};

#[test]
fn a_language_is_chosen_at_the_door_and_by_each_person_and_nothing_typed_is_lost() {
    journey(Keychain::Open, async |window| {
        window.open_with(&["--sample"]).await;
        window.type_into("sign-in-username", "amara").await;
        window.see_attribute("html", "lang", "en").await;
        window.see_attribute("html", "dir", "ltr").await;
        choose(window, "door-language", "cy").await;
        window.see_attribute("html", "lang", "cy").await;
        window.see_value("sign-in-username", "amara").await;
        window.sign_in_to_sample().await;
        window.go("#/settings/device").await;
        choose(window, "settings-language", "ar").await;
        window.see_attribute("html", "dir", "rtl").await;
        window.see_focus_on("settings-language").await;
        window.sign_out().await;
        window.see_attribute("html", "lang", "cy").await;
        window.see_attribute("html", "dir", "ltr").await;
        window.click("sign-in-samples sign-in-sample-amara").await;
        window.click("sign-in-submit").await;
        window.see_test("settings-language").await;
        window.see_attribute("html", "lang", "ar").await;
        window.restart().await;
        window.see_test("sign-in-submit").await;
        window.see_attribute("html", "lang", "cy").await;
    });
}

#[test]
fn pages_from_right_to_left_open_whole() {
    let mut album = Album::without_pictures();
    album.language = "ar";
    arabic(album);
}

#[test]
#[ignore = "pictures: cargo xtask screenshots"]
fn pages_in_arabic() {
    arabic(Album::new("ar", &["light"]));
}

#[test]
#[ignore = "pictures: cargo xtask screenshots"]
fn pages_in_spanish_and_welsh() {
    for language in ["es", "cy"] {
        let mut album = Album::new(language, &["light"]);
        journey(Keychain::Open, async |window| {
            album.open(window, &["--sample"]).await;
            window.see_test("sign-in-samples").await;
            album.shoot(window, "sign-in").await;
            window.sign_in_to_sample().await;
            window.see_test("row-0").await;
            album.shoot(window, "invitations").await;
        });
        album.close();
    }
}

async fn choose(window: &Window, list: &str, tag: &str) {
    window.click(list).await;
    window.click(&format!("{list}-{tag}")).await;
}

fn arabic(mut album: Album) {
    journey(Keychain::Open, async |window| {
        album.open(window, &["--sample"]).await;
        window.see_attribute("html", "dir", "rtl").await;
        window.see_test("sign-in-samples").await;
        album.shoot(window, "sign-in").await;
        window.click("door-language").await;
        window.see_test("door-language-ar").await;
        album.shoot_once(window, "sign-in-languages").await;
        window.press("Escape").await;
        window.sign_in_to_sample().await;
        list(window, &mut album).await;
        details(window, &mut album).await;
        settings(window, &mut album).await;
    });
    journey(Keychain::Open, async |window| {
        window.open_with(&[]).await;
        window.found_organisation().await;
        window.sign_in(&AMARA).await;
        let wanted = Wanted { email: Some(NOOR.email), department: Some("Library"), ..Wanted::default() };
        let code = window.create(wanted).await;
        window.click("result-done").await;
        window.sign_out().await;
        window.remember(&[("language", "ar")]).await;
        window.click("i-have-a-code").await;
        window.try_code(&code).await;
        window.see_test("join-submit").await;
        album.shoot(window, "join").await;
        window.fill_in(&NOOR).await;
        album.shoot(window, "join-filled").await;
    });
    album.close();
}

async fn list(window: &Window, album: &mut Album) {
    window.see_test("row-0").await;
    album.shoot(window, "invitations").await;
    window.click("row-1 row-menu").await;
    window.see_test("row-details").await;
    album.shoot_once(window, "row-menu").await;
    window.press("Escape").await;
    window.click("create-invitation").await;
    window.see_test("create-email").await;
    album.shoot(window, "create").await;
    window.click("create-expiry-date").await;
    window.type_into("create-email", "noor@").await;
    window.click("create-submit").await;
    window.see_test("create-email-error").await;
    album.shoot(window, "create-errors").await;
    window.press("Escape").await;
    window.not_see_test("create-email").await;
}

async fn details(window: &Window, album: &mut Album) {
    window.narrow_to("counter-active").await;
    window.click("row-1 row-menu").await;
    window.click("row-details").await;
    window.see_test("details-events").await;
    album.shoot(window, "details").await;
    window.press("c").await;
    window.see_test("toast").await;
    album.shoot_once(window, "details-copied").await;
    window.press("Escape").await;
    window.not_see_test("details").await;
}

async fn settings(window: &Window, album: &mut Album) {
    window.click("nav-users").await;
    window.see_test("row-0").await;
    album.shoot(window, "users").await;
    window.click("row-1 row-menu").await;
    window.click("user-details").await;
    window.see_test("user-events").await;
    album.shoot(window, "user-details").await;
    window.press("Escape").await;
    window.click("nav-settings").await;
    window.see_test("settings-usual").await;
    album.shoot(window, "settings").await;
    window.go("#/settings/device").await;
    window.see_test("settings-language").await;
    album.shoot(window, "settings-device").await;
}
