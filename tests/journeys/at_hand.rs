//! Journeys with what works on every page: the palette, masked codes, the table's columns, Ctrl C on a row.

use crate::support::{Keychain, Window, journey, until};
use fantoccini::actions::{InputSource, KeyAction, KeyActions};

#[test]
fn the_palette_finds_by_code_and_gives_the_focus_back() {
    journey(Keychain::Open, async |window| {
        window.open_sample().await;
        let code = window.words_of("row-3 code").await;
        window.press("j").await;
        window.see_focus_on("row-0").await;
        window.press("Control+c").await;
        window.hear("Code copied").await;
        assert_eq!(window.clipboard().await, window.words_of("row-0 code").await);

        window.press("Control+k").await;
        window.see_focus_on("palette-input").await;
        window.press("Escape").await;
        window.not_see_test("palette").await;
        window.see_focus_on("row-0").await;

        window.press("Control+k").await;
        window.see_focus_on("palette-input").await;
        // Enter arrives before the answer, as from a scanner.
        window.type_keys(&format!("{code}\n")).await;
        window.not_see_test("palette").await;
        let shown = window.words_where("details-code", "a code", |words| !words.is_empty()).await;
        assert_eq!(shown.replace(char::is_whitespace, "-"), code);

        window.press("Control+k").await;
        window.see_focus_on("palette-input").await;
        window.type_keys("revoked\n").await;
        window.not_see_test("palette").await;
        window.words_where("row-0 status", "Revoked", |status| status == "Revoked").await;
    });
}

#[test]
fn masked_codes_show_while_a_key_is_held_and_stay_masked_when_the_page_starts_anew() {
    journey(Keychain::Open, async |window| {
        window.open_sample().await;
        let code = window.words_of("row-0 code").await;
        window.press("m").await;
        window.words_where("row-0 code", "dots", |words| words.starts_with('•')).await;
        window.press("j").await;
        window.see_focus_on("row-0").await;
        // A held key shows a code for ten seconds at most; afterwards the key must be pressed again.
        let held = async || {
            let pressed = KeyActions::new("keyboard".to_owned()).then(KeyAction::Down { value: 'h' });
            window.client().perform_actions(pressed).await.expect("a key can be held");
            let shown = (window.words_of("row-0 code").await, window.words_of("row-1 code").await);
            let released = KeyActions::new("keyboard".to_owned()).then(KeyAction::Up { value: 'h' });
            window.client().perform_actions(released).await.expect("a key can be released");
            Some(shown).filter(|(held, _)| *held == code)
        };
        let (_, other) = until(held).await.expect("the code shows while a key is held");
        assert!(other.starts_with('•'), "one is held, not all");
        window.words_where("row-0 code", "dots", |words| words.starts_with('•')).await;
        window.press("c").await;
        window.hear("Code copied").await;
        assert_eq!(window.clipboard().await, code, "copying works while it is masked");

        anew(window).await;
        window.words_where("row-0 code", "dots", |words| words.starts_with('•')).await;
    });
}

#[test]
fn columns_and_order_are_as_they_were_left() {
    journey(Keychain::Open, async |window| {
        window.open_sample().await;
        window.click("columns").await;
        window.click("column-role").await;
        window.see_test("columns-reset").await;
        window.press("Escape").await;
        window.see_focus_on("columns").await;
        window.click("sort-1").await;
        window.see_sorted(1, "ascending").await;
        window.not_see_test("sort-7").await;

        anew(window).await;
        window.see_sorted(1, "ascending").await;
        window.not_see_test("sort-7").await;
        window.click("columns").await;
        window.click("columns-reset").await;
        window.see_test("sort-7").await;
    });
}

/// Reloads the page: it restores what is stored on the device. (A restart with samples would make other people.)
async fn anew(window: &Window) {
    window.client().refresh().await.expect("a page can be loaded anew");
    window.see_test("row-0").await;
}
