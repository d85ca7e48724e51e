//! The clipboard's clock, on a real desktop's clipboard: what is ours is taken off after a minute, what is another's stays.

use crate::support::person::{AMARA, Wanted};
use crate::support::{Keychain, Window, journey, until};
use std::io::Write;
use std::process::Stdio;
use std::time::{Duration, Instant};

#[test]
fn a_copied_code_is_taken_off_the_clipboard_after_a_minute() {
    journey(Keychain::Open, async |window| {
        copy_a_code(window).await;
        let copied = Instant::now();
        let cleared = async || window.desktop().clipboard().is_none_or(|text| text.is_empty()).then_some(());
        // A look lasts half a minute at the most.
        while until(cleared).await.is_none() {
            assert!(copied.elapsed() < Duration::from_secs(90), "the code stays on the clipboard");
        }
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

async fn copy_a_code(window: &mut Window) {
    window.open().await;
    window.found_organisation().await;
    window.sign_in(&AMARA).await;
    let code = window.create(Wanted::default()).await;
    window.click("result-copy-code").await;
    window.see("Code copied").await;
    assert_eq!(window.clipboard().await, code);
}
