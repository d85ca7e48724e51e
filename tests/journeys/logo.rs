//! The organisation's logo: chosen in the system's dialog, refused if it is no picture, shown beside the name, and
//! removed.

use crate::support::{Keychain, Window, journey, until};

/// Light on a brown tile.
const FERN: &[u8] = include_bytes!("../pictures/fern.png");

const DIALOG: &str = "Choose a logo";

#[test]
fn a_logo_is_chosen_seen_everywhere_and_removed() {
    journey(Keychain::Absent, async |window| {
        window.open_sample().await;
        window.click("nav-settings").await;
        window.see_test("logo-choose").await;
        assert!(!window.shows("logo").await && !window.shows("logo-remove").await);

        window.click("logo-choose").await;
        window.cancel_dialog(DIALOG).await;
        window.see_idle("logo-choose").await;
        assert!(!window.shows("logo").await, "closed without choosing");
        window.hear_nothing().await;

        let text = window.desktop().home().join("letter.png");
        std::fs::write(&text, "no picture at all").expect("the home folder can be written");
        window.click("logo-choose").await;
        window.choose_file(DIALOG, &text).await;
        window.words_where("logo-error", "why not", |words| words.contains("PNG or JPEG")).await;
        assert!(!window.shows("logo").await);

        let file = window.desktop().home().join("fern.png");
        std::fs::write(&file, FERN).expect("the home folder can be written");
        window.click("logo-choose").await;
        window.choose_file(DIALOG, &file).await;
        window.see_test("logo-remove").await;
        drawn(window).await;
        assert!(!window.shows("logo-error").await, "the refusal before is gone");
        let page = window.client().source().await.expect("the page's source");
        assert!(!page.contains("fern.png"), "the page never learns where it came from");

        window.sign_out().await;
        drawn(window).await;
        // Signing in returns to the page she left: the settings.
        window.click("sign-in-samples sign-in-sample-amara").await;
        window.click("sign-in-submit").await;
        window.click("logo-remove").await;
        window.not_see_test("logo-remove").await;
        window.not_see_test("logo").await;
        window.see_focus_on("logo-choose").await;
    });
}

#[test]
fn an_organisation_begins_with_a_logo() {
    journey(Keychain::Open, async |window| {
        window.open().await;
        window.click("first-begin").await;
        let text = window.desktop().home().join("letter.png");
        std::fs::write(&text, "no picture at all").expect("the home folder can be written");
        window.click("first-logo").await;
        window.choose_file(DIALOG, &text).await;
        window.words_where("first-logo-error", "why not", |words| words.contains("PNG or JPEG")).await;
        let file = window.desktop().home().join("fern.png");
        std::fs::write(&file, FERN).expect("the home folder can be written");
        window.click("first-logo").await;
        window.choose_file(DIALOG, &file).await;
        window.see_test("first-logo-remove").await;
        drawn(window).await;
        window.click("first-logo-remove").await;
        window.not_see_test("logo").await;
        window.see_focus_on("first-logo").await;
        window.press("Enter").await;
        window.choose_file(DIALOG, &file).await;
        drawn(window).await;
        // The choice is kept when going back and forth.
        window.click("first-back").await;
        window.found_organisation().await;
        drawn(window).await;
        window.restart().await;
        drawn(window).await;
    });
}

/// Waits until the logo is shown and loaded.
async fn drawn(window: &Window) {
    let width = "return document.querySelector('img.org-mark')?.naturalWidth ?? 0";
    let read = async || {
        let width = window.client().execute(width, Vec::new()).await.ok()?;
        (width.as_u64()? == 256).then_some(())
    };
    if until(read).await.is_none() {
        window.fail("no logo is drawn").await;
    }
}
