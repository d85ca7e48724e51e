//! A code on the system's clipboard: kept for the time in the organisation's rules, or until the window is closed; a
//! later copy by another program stays. The rule is set from the terminal.

use crate::support::person::{AMARA, Wanted};
use crate::support::{Keychain, Window, journey};

#[test]
fn a_code_is_gone_from_the_clipboard_when_its_seconds_are_over() {
    journey(Keychain::Open, async |window| {
        copy_a_code(window, 30).await;
        window.see_clipboard_empty().await;
    });
}

#[test]
fn what_was_copied_elsewhere_meanwhile_is_left_alone() {
    journey(Keychain::Open, async |window| {
        copy_a_code(window, 30).await;
        // The other program reports when its copy is read: that shows that the time is over and the application checks
        // the clipboard.
        let other = window.desktop().copy("a shopping list").await;
        other.looked_at().await;
        window.close().await;
        assert_eq!(window.clipboard().await, "a shopping list");
    });
}

#[test]
fn closing_the_window_takes_the_code_off_the_clipboard() {
    journey(Keychain::Open, async |window| {
        copy_a_code(window, 600).await;
        window.close().await;
        window.see_clipboard_empty().await;
    });
}

/// Sets the rule to so many seconds, and copies a code.
async fn copy_a_code(window: &mut Window, seconds: u32) {
    window.found_in_terminal();
    window.in_terminal(&AMARA, &["policy", "set", "--clipboard-seconds", &seconds.to_string()]);
    window.open().await;
    window.sign_in(&AMARA).await;
    let code = window.create(Wanted::default()).await;
    window.click("result-copy-code").await;
    let told = format!("Code copied Cleared from the clipboard in {seconds} s");
    window.hear(&told).await;
    assert_eq!(window.clipboard().await, code);
}
