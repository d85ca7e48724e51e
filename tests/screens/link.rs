//! Pictures of what an opened invite link shows: at first start, on a locked window, in a session, and over a form.

use super::{Album, Window};
use crate::support::person::{AMARA, Wanted};
use crate::support::{Keychain, journey};

#[test]
fn opened_links_show_whole() {
    links(Album::without_pictures());
}

#[test]
#[ignore = "pictures: cargo xtask screenshots"]
fn opened_links_in_light_dark_and_small() {
    links(Album::new("en", &["light", "dark"]));
}

#[test]
#[ignore = "pictures: cargo xtask screenshots"]
fn opened_links_in_the_pseudo_language() {
    links(Album::new("en-XA", &["light"]));
}

fn links(mut album: Album) {
    journey(Keychain::Open, async |window| {
        album.open(window, &[]).await;
        open_link(window, "K7QF-2M9X-4TZC-8WHN");
        window.see_test("first-link").await;
        album.shoot(window, "link-at-first-start").await;
    });
    journey(Keychain::Open, async |window| {
        window.open_founded().await;
        window.remember(&[("language", album.language), ("theme", "light")]).await;
        window.sign_in(&AMARA).await;
        let code = window.create_and_close(Wanted::default()).await;
        open_link(window, &code);
        window.see_test("link-join").await;
        album.shoot(window, "link-question").await;
        window.press("Control+Shift+L").await;
        window.see_test("locked-link").await;
        album.shoot(window, "link-locked").await;
        window.click("locked-sign-out").await;
        window.see_value("join-code", &code).await;
        album.shoot(window, "link-join").await;
        window.click("join-continue").await;
        window.see_test("join-submit").await;
        open_link(window, "9XTZ");
        window.see_test("other-link-stay").await;
        album.shoot(window, "link-over-form").await;
    });
    album.close();
}

/// Opens a link as the system does: by a second start of the program.
fn open_link(window: &Window, code: &str) {
    let mut second = window.desktop().command(env!("CARGO_BIN_EXE_vestibule"));
    let ended = second.arg(format!("vestibule://join/{code}")).status().expect("it starts");
    assert!(ended.success(), "a second start hands its link over and ends");
}
