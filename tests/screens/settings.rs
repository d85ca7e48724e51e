//! Pictures of the settings, for people who may change the rules and for others, and of saved views; using both by
//! keyboard alone.

use super::{Album, Window};
use crate::support::{Keychain, journey};

/// The password of all people in the sample data; shown on its sign-in page.
const SAMPLE_PASSWORD: &str = "sunlit-harbour-42-otter";

/// A name of the greatest length.
const LONGEST: &str = "Everybody who starts in September, in the Library and nearby";

#[test]
fn settings_and_views_open_whole() {
    settings(Album::without_pictures());
}

#[test]
#[ignore = "pictures: cargo xtask screenshots"]
fn settings_and_views_in_light_dark_and_small() {
    settings(Album::new("en", &["light", "dark"]));
}

#[test]
#[ignore = "pictures: cargo xtask screenshots"]
fn settings_and_views_in_the_pseudo_language() {
    settings(Album::new("en-XA", &["light"]));
}

fn settings(mut album: Album) {
    journey(Keychain::Open, async |window| {
        album.open(window, &["--sample"]).await;
        window.sign_in_to_sample().await;
        rules(window, &mut album).await;
        device(window, &mut album).await;
        views(window, &mut album).await;
        window.sign_out().await;
        window.click("sign-in-samples sign-in-sample-jonas").await;
        window.click("sign-in-submit").await;
        window.see_test("row-0").await;
        window.click("nav-settings").await;
        window.see_test("settings-screen").await;
        window.not_see_test("settings-usual").await;
        album.shoot(window, "settings-manager").await;
    });
    album.close();
}

async fn rules(window: &Window, album: &mut Album) {
    window.click("nav-settings").await;
    window.see_test("settings-usual").await;
    album.shoot(window, "settings").await;
    window.click("recovery-open").await;
    window.see_test("recovery-password").await;
    album.shoot(window, "settings-recovery-ask").await;
    window.type_into("recovery-password", SAMPLE_PASSWORD).await;
    window.click("recovery-show").await;
    window.see_test("recovery-key").await;
    album.shoot(window, "settings-recovery-shown").await;
    window.click("recovery-done").await;
    window.not_see_test("recovery-key").await;
    window.type_into("settings-latest", "0").await;
    window.type_into("settings-clipboard", "soon").await;
    window.click("settings-never").await;
    window.see_test("settings-latest-error").await;
    window.click("settings-save").await;
    window.see_focus_on("settings-latest").await;
    album.shoot(window, "settings-errors").await;
    window.click("settings-discard").await;
    window.not_see_test("settings-latest-error").await;
    window.type_into("settings-usual", "10").await;
    elsewhere(window, "{ default_expiry_days: 14, clean_up_days: 30 }").await;
    window.click("settings-save").await;
    window.see_test("settings-stale").await;
    window.see_test("settings-usual-was").await;
    album.shoot(window, "settings-stale").await;
    window.click("settings-save").await;
    window.not_see_test("settings-stale").await;
    window.see_test("toast").await;
    album.shoot_once(window, "settings-saved").await;
}

/// Another person sets rules meanwhile.
async fn elsewhere(window: &Window, rules: &str) {
    let set = format!(
        "const done = arguments[0]; window.__TAURI__.core.invoke('set_policy', {{ request: {rules} }}).then(() => done(true), done);"
    );
    let done = window.client().execute_async(&set, Vec::new()).await.expect("the page answers");
    assert_eq!(done, serde_json::json!(true), "the rules are set");
}

async fn device(window: &Window, album: &mut Album) {
    window.click("settings-device").await;
    window.see_test("settings-screen").await;
    window.click("settings-mask").await;
    window.see_attribute("#settings-mask", "aria-checked", "true").await;
    album.shoot(window, "settings-device").await;
    window.click("nav-invitations").await;
    window.words_where("row-0 code", "dots: the same choice", |code| code.starts_with('•')).await;
    window.press("m").await;
    window.words_where("row-0 code", "the code", |code| !code.starts_with('•')).await;
}

async fn views(window: &Window, album: &mut Album) {
    window.click("chip-views").await;
    window.see_focus_on("views-save").await;
    album.shoot(window, "views-none").await;
    window.press("Escape").await;
    window.see_focus_on("chip-views").await;
    window.click("counter-active").await;
    save(window, "").await;
    window.see_test("view-name-error").await;
    album.shoot(window, "view-save").await;
    window.type_into("view-name", LONGEST).await;
    window.press("Enter").await;
    window.not_see_test("view-name").await;
    window.click("chip-views").await;
    window.see_focus_on("view-0").await;
    album.shoot(window, "views-one").await;
    window.press("Escape").await;
    for number in 2..=20 {
        save(window, &format!("{number}")).await;
        window.not_see_test("view-name").await;
    }
    window.click("chip-views").await;
    window.see_test("views-full").await;
    album.shoot(window, "views-twenty").await;
    window.click("views-manage").await;
    window.click("view-rename-0").await;
    window.type_into("view-rename", "2").await;
    window.press("Enter").await;
    window.see_test("view-rename-error").await;
    window.click("view-delete-1").await;
    window.see_test("view-delete-do").await;
    album.shoot(window, "views-all").await;
    window.click("view-delete-do").await;
    window.not_see_test("view-delete-19").await;
    window.click("views-done").await;
    window.click("counter-active").await;
}

async fn save(window: &Window, name: &str) {
    window.click("chip-views").await;
    window.click("views-save").await;
    if !name.is_empty() {
        window.type_into("view-name", name).await;
    }
    window.click("view-save-do").await;
}

#[test]
fn settings_and_views_by_the_keyboard_alone() {
    journey(Keychain::Open, async |window| {
        window.open_sample().await;
        window.press("Control+,").await;
        window.see_test("settings-usual").await;
        window.tab_to("settings-usual").await;
        window.press("Up").await;
        window.press("Enter").await;
        window.words_where("settings-state", "saved", |state| state == "Everything is saved.").await;
        window.see_focus_on("settings-usual").await;
        window.press("Escape").await;
        window.press("Escape").await;
        window.see_test("row-0").await;

        // Back and forward in the history.
        window.press("Alt+Left").await;
        window.see_test("settings-usual").await;
        window.press("Alt+Right").await;
        window.see_test("row-0").await;

        window.press("3").await;
        window.words_where("row-0 status", "Used", |status| status == "Used").await;
        window.tab_to("chip-views").await;
        window.press("Enter").await;
        window.see_focus_on("views-save").await;
        window.press("Enter").await;
        window.see_focus_on("view-name").await;
        window.type_keys("Who came\n").await;
        window.see_focus_on("chip-views").await;
        window.press("1").await;
        window.words_where("some-of", "all", str::is_empty).await;
        window.press("Enter").await;
        window.see_focus_on("view-0").await;
        window.press("Enter").await;
        window.words_where("row-0 status", "Used again", |status| status == "Used").await;
        window.see_focus_on("chip-views").await;

        // A saved view outlives the page.
        window.client().refresh().await.expect("a page can be loaded anew");
        window.click("chip-views").await;
        window.words_where("view-0", "its name", |name| name == "Who came").await;
    });
}

#[test]
fn a_view_whose_role_is_gone_opens_and_says_what_was_left_out() {
    journey(Keychain::Open, async |window| {
        window.open_sample().await;
        window.go("#/invitations?status=active&role=Staff").await;
        window.words_where("some-of", "how many", |words| !words.is_empty()).await;
        save(window, "Staff").await;
        window.not_see_test("view-name").await;
        // The role in the view's query no longer exists when it is opened.
        let rename = "const [done] = arguments, { invoke } = window.__TAURI__.core, name = 'views'; \
                      invoke('preference', { request: { name } }) \
                          .then((kept) => invoke('set_preference', { request: { name, value: kept.replace('Staff%26', 'Lorekeeper%26').replace(/Staff$/, 'Lorekeeper') } })) \
                          .then(() => done(true), done)";
        let renamed = window.client().execute_async(rename, Vec::new()).await.expect("the page answers");
        assert_eq!(renamed, serde_json::json!(true), "the view is kept");
        window.client().refresh().await.expect("a page can be loaded anew");
        window.click("chip-views").await;
        window.click("view-0").await;
        window.see_attribute("#chip-role", "data-state", "wrong").await;
        window.see("Lorekeeper").await;
        window.words_where("row-0 status", "Active: the rest holds", |status| status == "Active").await;
    });
}
