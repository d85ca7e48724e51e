//! A code on the system's clipboard: there for as long as the organisation's rules say, or until the window is closed; what somebody else has
//! copied meanwhile is theirs. The rule is set from the terminal, to the shortest there is.

use crate::support::person::{AMARA, Wanted};
use crate::support::{Keychain, Window, journey};

#[test]
fn a_code_is_gone_from_the_clipboard_when_its_seconds_are_over() {
    journey(Keychain::Open, async |window| {
        copy_a_code(window).await;
        window.see_clipboard_empty().await;
    });
}

#[test]
fn what_was_copied_elsewhere_meanwhile_is_left_alone() {
    journey(Keychain::Open, async |window| {
        copy_a_code(window).await;
        // The other program tells when it is asked for what it has copied: then the seconds are over, and the application looks.
        let other = window.desktop().copy("a shopping list").await;
        other.looked_at().await;
        window.close().await;
        assert_eq!(window.clipboard().await, "a shopping list");
    });
}

#[test]
fn closing_the_window_takes_the_code_off_the_clipboard() {
    journey(Keychain::Open, async |window| {
        copy_a_code(window).await;
        window.close().await;
        window.see_clipboard_empty().await;
    });
}

/// The organisation's rule is five seconds; a code has just been copied.
async fn copy_a_code(window: &mut Window) {
    window.found_in_terminal();
    window.in_terminal(&AMARA, &["policy", "set", "--clipboard-seconds", "5"]);
    window.open().await;
    window.sign_in(&AMARA).await;
    let code = window.create(Wanted::default()).await;
    window.click("result-copy-code").await;
    window.see("Code copied").await;
    window.see("Cleared from the clipboard in 5 s").await;
    assert_eq!(window.clipboard().await, code);
}
