//! The list with many invitations: search, filters, sorting, pages, and the theme. With the sample data, which needs
//! no keychain.

use crate::support::person::AMARA;
use crate::support::{Keychain, journey, until};

#[test]
fn two_thousand_invitations_are_searched_filtered_sorted_and_turned() {
    journey(Keychain::Absent, async |window| {
        window.open_sample().await;
        window.words_where("pager-range", "the first page", |range| range == "1–20 of 2,000").await;
        let code = window.words_of("row-7 code").await;
        for part in [code[5..9].to_owned(), code.to_lowercase(), code.replace('-', "")] {
            window.type_into("search", &part).await;
            window.words_where("row-0 code", &code, |first| first == code).await;
        }
        window.type_into("search", "priya").await;
        window.words_where("pager-range", "fewer", |range| !range.ends_with("2,000")).await;
        window.words_where("row-0", "Priya", |row| row.contains("Priya")).await;
        window.type_into("search", "no such thing").await;
        window.see("Nothing matches “no such thing”").await;
        window.click("clear-all").await;

        window.click("counter-revoked").await;
        window.words_where("row-0 status", "Revoked", |status| status == "Revoked").await;
        let revoked = window.words_of("counter-revoked").await;
        let count = revoked.trim_start_matches("Revoked ").to_owned();
        window.words_where("pager-range", &count, |range| range.ends_with(&format!("of {count}"))).await;
        window.click("counter-revoked").await;

        window.click("sort-1").await;
        window.see_sorted(1, "ascending").await;
        window.words_where("row-0", "an address that begins with a", |row| row.contains(" a")).await;
        window.click("sort-1").await;
        window.see_sorted(1, "descending").await;

        window.click("pager-next").await;
        window.words_where("pager-range", "the second page", |range| range == "21–40 of 2,000").await;
        window.click("pager-page-3").await;
        window.words_where("pager-range", "the third page", |range| range == "41–60 of 2,000").await;
        window.click("pager-previous").await;
        window.words_where("pager-range", "the second page", |range| range == "21–40 of 2,000").await;
        window.choose("page-size", "50").await;
        window.words_where("pager-range", "fifty rows", |range| range == "1–50 of 2,000").await;
    });
}

#[test]
fn the_chosen_theme_is_there_at_the_next_start() {
    journey(Keychain::Open, async |window| {
        window.open_founded().await;
        window.sign_in(&AMARA).await;
        window.click("theme-switch").await;
        window.click("theme-dark").await;
        window.see_theme("dark").await;
        // WebKit writes the page's storage with a delay; a restart before that would lose the theme.
        let written: Vec<u8> = "dark".encode_utf16().flat_map(u16::to_le_bytes).collect();
        until(async || window.files_with(&written).pop()).await.expect("the choice is written down");
        window.restart().await;
        window.see_test("sign-in-submit").await;
        window.see_theme("dark").await;
    });
}

#[test]
fn the_sample_says_who_may_sign_in_and_leaves_nothing_behind() {
    journey(Keychain::Absent, async |window| {
        window.open_with(&["--sample"]).await;
        for username in ["amara", "jonas", "noor"] {
            let line = window.words_of(&format!("sign-in-samples sign-in-sample-{username}")).await;
            assert!(window.printed().contains(username), "the terminal says it too: {line}");
        }
        window.close().await;
        let left: Vec<_> =
            std::fs::read_dir(window.desktop().home().join("tmp")).expect("it is there").flatten().collect();
        assert!(left.is_empty(), "the scratch folder is still there: {left:?}");
    });
}
