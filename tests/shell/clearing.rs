//! The clipboard's timer, on a real desktop: our copy is cleared after a minute, another program's copy stays.

use crate::support::person::{AMARA, Wanted};
use crate::support::{Keychain, Window, journey};
use std::io::Write;
use std::process::Stdio;
use std::time::{Duration, Instant};

#[test]
fn a_copied_code_is_taken_off_the_clipboard_after_a_minute() {
    journey(Keychain::Open, async |window| {
        let copied = copy_a_code(window).await;
        window.see_clipboard_empty().await;
        assert!(copied.elapsed() > Duration::from_secs(55), "it was taken off after {:?}", copied.elapsed());
    });
}

#[test]
fn what_another_program_has_copied_since_stays() {
    journey(Keychain::Open, async |window| {
        copy_a_code(window).await;
        let mut another = window.desktop().command("xclip");
        another.args(["-in", "-selection", "clipboard"]).stdin(Stdio::piped()).stdout(Stdio::null());
        let mut another = another.spawn().expect("xclip starts");
        another.stdin.take().expect("it was asked for").write_all(b"a shopping list").expect("xclip reads");
        another.wait().expect("xclip goes on in the background");
        window.close().await;
        assert_eq!(window.clipboard().await, "a shopping list");
    });
}

/// A time before the copy: the minute begins with the copy, not when a test has seen it.
async fn copy_a_code(window: &mut Window) -> Instant {
    window.open_founded().await;
    window.sign_in(&AMARA).await;
    let code = window.create(Wanted::default()).await;
    let before = Instant::now();
    window.click("result-copy-code").await;
    window.hear("Code copied").await;
    assert_eq!(window.clipboard().await, code);
    before
}
