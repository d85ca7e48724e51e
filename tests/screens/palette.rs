//! Pictures of the command palette, the list of shortcuts, masked codes, and the choice of columns.

use super::{Album, Window};
use crate::support::{Keychain, journey};

#[test]
fn palette_shortcuts_mask_and_columns_open_whole() {
    at_hand(Album::without_pictures());
}

#[test]
#[ignore = "pictures: cargo xtask screenshots"]
fn palette_shortcuts_mask_and_columns_in_light_dark_and_small() {
    at_hand(Album::new("en", &["light", "dark"]));
}

#[test]
#[ignore = "pictures: cargo xtask screenshots"]
fn palette_shortcuts_mask_and_columns_in_the_pseudo_language() {
    at_hand(Album::new("en-XA", &["light"]));
}

fn at_hand(mut album: Album) {
    journey(Keychain::Open, async |window| {
        album.open(window, &["--sample"]).await;
        window.sign_in_to_sample().await;
        palette(window, &mut album).await;
        shortcuts(window, &mut album).await;
        masked(window, &mut album).await;
        columns(window, &mut album).await;
    });
    album.close();
}

async fn palette(window: &Window, album: &mut Album) {
    let code = window.words_of("row-2 code").await;
    window.press("Control+k").await;
    window.see_focus_on("palette-input").await;
    album.shoot(window, "palette").await;
    window.type_keys(&code[..4]).await;
    window.see_test("palette-hit-0").await;
    album.shoot(window, "palette-hit").await;
    window.press("Control+a").await;
    window.type_keys("nobody has this").await;
    window.see_test("palette-none").await;
    album.shoot_once(window, "palette-none").await;
    window.press("Escape").await;
    window.not_see_test("palette").await;
}

async fn shortcuts(window: &Window, album: &mut Album) {
    window.press("?").await;
    window.see_focus_on("shortcuts-done").await;
    album.shoot(window, "shortcuts").await;
    window.press("Escape").await;
    window.not_see_test("shortcuts").await;
}

async fn masked(window: &Window, album: &mut Album) {
    window.press("m").await;
    window.words_where("row-0 code", "dots", |code| code.starts_with('•')).await;
    album.shoot(window, "masked").await;
    window.press("j").await;
    window.press("Enter").await;
    window.see_test("details-code").await;
    album.shoot(window, "masked-details").await;
    window.press("Escape").await;
    window.not_see_test("details").await;
    window.press("m").await;
    window.words_where("row-0 code", "the code", |code| !code.starts_with('•')).await;
}

async fn columns(window: &Window, album: &mut Album) {
    window.click("columns").await;
    window.click("column-role").await;
    window.click("column-used").await;
    window.see_test("columns-reset").await;
    album.shoot(window, "columns").await;
    window.press("Escape").await;
    window.not_see_test("columns-reset").await;
    window.see_focus_on("columns").await;
    window.press("j").await;
    window.press("Up").await;
    for _ in 0..4 {
        window.press("Right").await;
    }
    for _ in 0..8 {
        window.press("Alt+Right").await;
    }
    album.shoot(window, "columns-wide").await;
    window.click("columns").await;
    window.click("columns-reset").await;
    window.see_test("sort-2").await;
}
