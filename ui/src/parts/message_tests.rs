//! Tests that messages are in a paragraph, whose text WebKitGTK passes to assistive software; a journey reads it there.

use super::field::{Note, TextField, use_entry};
use super::notice::{Notice, Tone};
use super::toasts::{ToastArea, use_toasts};
use crate::prelude::*;
use crate::testing::render;

#[test]
fn an_error_under_a_field_is_a_paragraph_in_a_box_that_is_read_at_once_and_describes_the_field() {
    let html = render(|| {
        let mut entry = use_entry();
        use_hook(|| entry.error.set(Some("That is no address.".into())));
        rsx! { TextField { name: "email", label: "Email", entry } }
    });
    let (before, note) = html.split_once("<p id=\"email-note\">").expect("the words stand in a paragraph");
    assert!(note.starts_with("That is no address.</p>"), "{note}");
    assert!(before.contains("aria-describedby=\"email-note\"") && before.contains("aria-invalid=\"true\""), "{before}");
    let alert = before.rfind("role=\"alert\"").expect("it is read at once");
    assert!(before[alert..].find("</div>").is_none(), "the paragraph is within: {before}");
}

#[test]
fn a_hint_describes_its_field_too() {
    let html =
        render(|| rsx! { Note { name: "email", hint: "Such as noor@post.example", hint_icon: "info", error: None } });
    assert!(html.contains("<p id=\"email-note\">Such as"), "{html}");
}

#[test]
fn a_notice_is_a_paragraph_whatever_its_tone() {
    for tone in [Tone::Info, Tone::Warn, Tone::Bad] {
        let html = crate::testing::render(match tone {
            Tone::Info => || rsx! { Notice { tone: Tone::Info, text: "**Mind** this." } },
            Tone::Warn => || rsx! { Notice { tone: Tone::Warn, text: "**Mind** this." } },
            Tone::Bad => || rsx! { Notice { tone: Tone::Bad, text: "**Mind** this." } },
        });
        let role = if tone == Tone::Bad { "role=\"alert\"" } else { "role=\"status\"" };
        assert!(html.contains(role) && html.contains("<p class=\"grow\"><b"), "{html}");
    }
}

#[test]
fn a_toast_is_a_paragraph_in_what_is_always_there() {
    let html = render(|| {
        let toasts = use_toasts();
        use_hook(|| toasts.show("copy-check", "Code copied", Some("Cleared in 60 s".into())));
        rsx! { ToastArea {} }
    });
    assert!(html.contains("role=\"status\"") && html.contains("<p>Code copied<br/><small>"), "{html}");
}
