//! Pictures with the organisation's logo: a tile, and a wide dark one on a transparent ground; in the sidebar, the
//! settings, and the pages before sign-in.

use super::{Album, Window};
use crate::support::person::Wanted;
use crate::support::{Keychain, journey};

const LOGOS: [(&str, &[u8]); 2] =
    [("fern", include_bytes!("../pictures/fern.png")), ("wide", include_bytes!("../pictures/wide.png"))];

#[test]
fn the_logo_is_seen_whole() {
    logos(Album::without_pictures());
}

#[test]
#[ignore = "pictures: cargo xtask screenshots"]
fn the_logo_in_light_dark_and_small() {
    logos(Album::new("en", &["light", "dark"]));
}

#[test]
#[ignore = "pictures: cargo xtask screenshots"]
fn the_logo_in_the_pseudo_language() {
    logos(Album::new("en-XA", &["light"]));
}

fn logos(mut album: Album) {
    journey(Keychain::Absent, async |window| {
        window.open_sample().await;
        let code = window.create_and_close(Wanted::default()).await;
        window.click("nav-settings").await;
        window.see_test("logo-choose").await;
        speak(window, album.language).await;
        window.see_test("logo-choose").await;
        album.shoot(window, "logo-none").await;
        for (name, file) in LOGOS {
            // The dialog is found by its English title.
            speak(window, "en").await;
            let path = window.desktop().home().join(format!("{name}.png"));
            std::fs::write(&path, file).expect("the home folder can be written");
            window.click("logo-choose").await;
            window.choose_file("Choose a logo", &path).await;
            window.hear_where("the logo", |_| true).await;
            speak(window, album.language).await;
            window.see_test("logo").await;
            album.shoot(window, &format!("logo-{name}")).await;
            window.click("nav-invitations").await;
            window.see_test("row-0").await;
            window.click("print").await;
            window.see_test("print-logo").await;
            album.shoot(window, &format!("logo-{name}-print")).await;
            window.press("Escape").await;
            window.not_see_test("print-preview").await;
            window.sign_out().await;
            window.see_test("logo").await;
            album.shoot(window, &format!("logo-{name}-sign-in")).await;
            window.enter_code(&code).await;
            window.see_test("join-submit").await;
            album.shoot(window, &format!("logo-{name}-join")).await;
            speak(window, "en").await;
            window.sign_in_to_sample().await;
            window.click("nav-settings").await;
            window.see_test("logo-choose").await;
        }
    });
    album.close();
}

/// Reloads the page in that language.
async fn speak(window: &Window, language: &str) {
    window.remember(&[("language", language), ("theme", "light")]).await;
}
