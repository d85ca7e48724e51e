//! Pictures of the form with every field, of filters, the selection, the archive, and long jobs.

use super::{Album, Window};
use crate::support::{Keychain, journey};

#[test]
fn many_at_once_open_whole() {
    many(Album::without_pictures());
}

#[test]
#[ignore = "pictures: cargo xtask screenshots"]
fn many_at_once_in_light_dark_and_small() {
    many(Album::new("en", &["light", "dark"]));
}

#[test]
#[ignore = "pictures: cargo xtask screenshots"]
fn many_at_once_in_the_pseudo_language() {
    many(Album::new("en-XA", &["light"]));
}

fn many(mut album: Album) {
    journey(Keychain::Open, async |window| {
        album.open(window, &["--sample"]).await;
        window.sign_in_to_sample().await;
        every_field(window, &mut album).await;
        several(window, &mut album).await;
        filters(window, &mut album).await;
        selection(window, &mut album).await;
        archive(window, &mut album).await;
    });
    album.close();
}

async fn every_field(window: &Window, album: &mut Album) {
    window.click("create-invitation").await;
    window.click("create-bound-domain").await;
    window.type_into("create-domain", "fernhill").await;
    window.type_into("create-groups", "Cho").await;
    window.see_test("create-groups-Choir").await;
    album.shoot_once(window, "create-groups").await;
    window.press("Enter").await;
    window.type_into("create-groups", "Lab access").await;
    window.press("Enter").await;
    window.see_test("create-domain-error").await;
    window.click("create-note-add").await;
    window.type_into("create-note", "Ask at the front desk.").await;
    window.type_into("create-label", "New starters, September").await;
    window.press("Tab").await;
    album.shoot(window, "create-every-field").await;
}

async fn several(window: &Window, album: &mut Album) {
    window.type_into("create-domain", "@fernhill.example").await;
    window.click("create-several").await;
    window.type_into("create-count", "100000").await;
    window.press("Tab").await;
    album.shoot(window, "create-several").await;
    let begin = async || {
        window.click("create-submit").await;
        window.see_test("job-progress").await;
    };
    let end = async || {
        window.click("job-cancel").await;
        window.not_see_test("job-progress").await;
    };
    album.glimpse(window, "running-job", begin, end).await;
    window.type_into("create-count", "25").await;
    window.click("create-submit").await;
    window.not_see_test("create-submit").await;
    window.see_test("row-0").await;
    album.shoot_once(window, "created-several").await;
}

async fn filters(window: &Window, album: &mut Album) {
    window.click("chip-role").await;
    window.see_test("chip-role-Staff").await;
    album.shoot_once(window, "filter-role").await;
    window.click("chip-role-Staff").await;
    window.click("chip-creator").await;
    window.see_test("chip-creator-typed").await;
    album.shoot_once(window, "filter-creator").await;
    window.press("Enter").await;
    window.click("chip-more").await;
    window.see_test("more-created").await;
    album.shoot_once(window, "filter-more").await;
    window.click("more-created").await;
    window.type_into("chip-created-from", "2026-02-30").await;
    window.click("chip-created-apply").await;
    window.see_test("chip-created-error").await;
    album.shoot_once(window, "filter-days").await;
    window.click("chip-created-often-2").await;
    window.see_test("chip-created").await;
    album.shoot(window, "filters-on").await;
    window.press("Alt+Left").await;
    window.not_see_test("chip-created").await;
    window.press("Alt+Right").await;
    window.see_test("chip-created").await;
    window.go("#/invitations?status=pending&role=Gardener&created=last%20week").await;
    window.see_test("chip-role").await;
    window.words_where("chip-role", "what is wrong with it", |words| words.contains('·')).await;
    album.shoot(window, "filters-wrong").await;
    window.click("clear-filters").await;
    window.not_see_test("clear-filters").await;
}

async fn selection(window: &Window, album: &mut Album) {
    window.click("row-1 select-row").await;
    window.see_test("selected").await;
    for _ in 0..3 {
        window.press("Shift+Down").await;
    }
    window.words_where("selected", "four", |words| words.starts_with('4')).await;
    album.shoot(window, "selection-on").await;
    window.press("Escape").await;
    window.not_see_test("selected").await;
    window.click("select-page").await;
    window.click("select-all-matching").await;
    window.not_see_test("select-all-matching").await;
    album.shoot(window, "selection-all").await;
    window.click("bulk-revoke").await;
    window.see_test("bulk-revoke-words").await;
    album.shoot(window, "bulk-revoke").await;
    window.click("bulk-revoke-keep").await;
    window.click("select-clear").await;
    window.not_see_test("selected").await;
}

async fn archive(window: &Window, album: &mut Album) {
    window.click("chip-more").await;
    window.click("more-archive").await;
    window.see_test("archive-empty").await;
    album.shoot(window, "archive-empty").await;
    window.click("clean-up").await;
    window.see_test("clean-up-words").await;
    album.shoot(window, "clean-up").await;
    window.click("clean-up-submit").await;
    window.not_see_test("clean-up-submit").await;
    window.see_test("row-0").await;
    album.shoot(window, "archive").await;
    window.click("archive").await;
    window.not_see_test("archive").await;
}
