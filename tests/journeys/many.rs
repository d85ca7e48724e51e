//! Many invitations at once: created, filtered, selected as all that match, revoked, and cleaned up. With the sample
//! data, which needs no keychain.

use crate::support::{Keychain, journey};

#[test]
fn all_that_match_are_selected_and_revoked_together() {
    journey(Keychain::Absent, async |window| {
        window.open_sample().await;
        window.narrow_to("counter-active").await;
        let active = count(&window.words_of("counter-active").await);
        assert!(active > 20, "more than a page: {active}");
        window.click("select-page").await;
        window.words_where("selected", "the page", |words| count(words) == 20).await;
        window.click("select-all-matching").await;
        window.words_where("selected", "all of them", |words| count(words) == active).await;
        // One row is deselected.
        window.click("row-2 select-row").await;
        window.words_where("selected", "all but one", |words| count(words) == active - 1).await;
        let kept = window.words_of("row-2 code").await;

        window.click("bulk-revoke").await;
        window.words_where("bulk-revoke-words", "how many", |words| count(words) == active - 1).await;
        window.see_focus_on("bulk-revoke-reason").await;
        window.click("bulk-revoke-keep").await;
        window.not_see_test("bulk-revoke-words").await;
        assert_eq!(count(&window.words_of("counter-active").await), active, "looking changes nothing");

        window.click("bulk-revoke").await;
        window.see_test("bulk-revoke-words").await;
        window.click("bulk-revoke-submit").await;
        window.words_where("counter-active", "the one that was kept", |words| count(words) == 1).await;
        window.words_where("row-0 code", &kept, |code| code == kept).await;
        window.not_see_test("row-1").await;
    });
}

#[test]
fn of_all_that_match_what_is_over_already_is_skipped_and_said_so() {
    journey(Keychain::Absent, async |window| {
        window.open_sample().await;
        let mut before = Vec::new();
        for counter in ["all", "active", "used", "expired", "revoked"] {
            before.push(count(&window.words_of(&format!("counter-{counter}")).await));
        }
        let [all, active, used, expired, revoked] = before[..] else { unreachable!("five counters were read") };
        assert!(all > 20 && [active, used, expired, revoked].iter().all(|some| *some > 0), "some of each: {before:?}");
        window.click("select-page").await;
        window.click("select-all-matching").await;
        window.words_where("selected", "all of them", |words| count(words) == all).await;

        window.click("bulk-revoke").await;
        window.words_where("bulk-revoke-words", "how many it takes", |words| count(words) == active).await;
        let reasons = format!("{used} used up, {expired} expired, {revoked} revoked before.");
        let skipped = format!("{} are skipped: {reasons}", all - active);
        let said = window.words_where("bulk-revoke-skipped", &skipped, |words| plain(words) == skipped).await;
        window.click("bulk-revoke-submit").await;
        let done = format!("{active} invitations revoked {skipped}");
        window.hear_where(&format!("{done} ({said})"), |words| plain(words) == done).await;
        window.words_where("counter-active", "none", |words| count(words) == 0).await;
        window.words_where("counter-revoked", "more", |words| count(words) == revoked + active).await;
        for (counter, as_before) in [("all", all), ("used", used), ("expired", expired)] {
            assert_eq!(count(&window.words_of(&format!("counter-{counter}")).await), as_before, "{counter}");
        }
        // Again: with nothing left to revoke, the keys still work in the dialog.
        window.click("select-page").await;
        window.click("bulk-revoke").await;
        window.words_where("bulk-revoke-skipped", "the page", |words| count(words) == 20).await;
        window.see_focus_on("bulk-revoke-dialog-close").await;
        window.press("Escape").await;
        window.not_see_test("bulk-revoke-skipped").await;
        window.click("counter-active").await;
        window.not_see_test("row-0").await;
    });
}

#[test]
fn what_is_made_together_is_there_together_or_not_at_all() {
    journey(Keychain::Absent, async |window| {
        window.open_sample().await;
        let before = count(&window.words_of("counter-active").await);
        window.click("create-invitation").await;
        // An address allows one invitation only.
        window.click("create-bound-anyone").await;
        window.click("create-several").await;
        window.type_into("create-count", "100000").await;
        window.click("create-submit").await;
        window.see_test("job-progress").await;
        window.click("job-cancel").await;
        window.not_see_test("job-progress").await;
        window.type_into("create-count", "25").await;
        window.click("create-submit").await;
        window.not_see_test("create-submit").await;
        window.words_where("counter-active", "25 more", |words| count(words) == before + 25).await;
    });
}

/// The text with numbers as a program writes them: 12,345 is 12345.
fn plain(words: &str) -> String {
    let symbols: Vec<char> = words.chars().collect();
    let is_digit = |at: Option<usize>| at.and_then(|at| symbols.get(at)).is_some_and(char::is_ascii_digit);
    let in_number = |at: usize| symbols[at] == ',' && is_digit(at.checked_sub(1)) && is_digit(Some(at + 1));
    (0..symbols.len()).filter(|at| !in_number(*at)).map(|at| symbols[at]).collect()
}

/// The first number in a text.
pub fn count(words: &str) -> u64 {
    let words = plain(words);
    let first = words.split(|symbol: char| !symbol.is_ascii_digit()).find(|part| !part.is_empty());
    first.and_then(|number| number.parse().ok()).unwrap_or_default()
}
