//! Tests of first start, page by page.

use super::*;
use crate::testing::{at_stake, render_in, state};
use crate::unsaved::UnsavedWork;
use vestibule_wire::{AppStateView, StageView};

fn at(step: fn() -> Element) -> String {
    render_in(empty(true), step)
}

fn empty(keychain: bool) -> AppStateView {
    AppStateView { organisation: None, keychain, ..state(StageView::FirstStart) }
}

fn page(step: SetupStep) -> Element {
    let draft = use_draft(step);
    let mut key = draft.key;
    use_hook(move || {
        draft.organisation.set("Fernhill College");
        draft.username.set("Amara ");
        key.set(Some(RecoveryKeyView {
            lines: vec!["K7QF2-M9X4T".into(), "P3ND7-0QJRA".into()],
            organisation: "Fernhill College".into(),
        }));
    });
    rsx! {
        Setup { draft }
    }
}

#[test]
fn it_begins_with_a_way_on_and_a_look_around_and_shows_where_the_data_will_live() {
    let html = at(|| rsx! { FirstStart {} });
    assert_eq!(html.matches("<button").count(), 3, "with the list of languages: {html}");
    assert!(html.contains("first-begin") && html.contains("first-sample") && html.contains("door-language"), "{html}");
    assert!(html.contains("Create an organisation") && html.contains("/data/vestibule"));
    assert!(html.contains(r#"aria-current="step""#));
}

#[test]
fn the_preview_shows_the_name_that_is_typed() {
    let html = at(|| page(SetupStep::Organisation));
    assert!(html.contains("What a newcomer sees") && html.contains("Join Fernhill College"), "{html}");
}

#[test]
fn with_a_keychain_no_passphrase_is_asked_for() {
    let html = at(|| page(SetupStep::Administrator));
    assert!(html.contains("first-password-again") && !html.contains("first-passphrase"));
}

#[test]
fn without_a_keychain_a_passphrase_is_asked_for_and_said_why() {
    let html = render_in(empty(false), || page(SetupStep::Administrator));
    assert!(html.contains(r#"data-test="first-passphrase""#) && html.contains("This device has no keychain."));
}

/// Fills the form correctly except for the passphrase and its repetition; gives the error under the repetition, if it
/// is not submitted.
fn repeated(passphrase: &'static str, again: &'static str) -> String {
    thread_local! {
        static TYPED: std::cell::Cell<(&'static str, &'static str)> = const { std::cell::Cell::new(("", "")) };
    }
    TYPED.set((passphrase, again));
    render_in(empty(false), || {
        let draft = use_draft(SetupStep::Administrator);
        let sent = use_hook(move || {
            let (passphrase, again) = TYPED.get();
            let typed = [
                (draft.organisation, "Fernhill College"),
                (draft.name, "Amara Osei"),
                (draft.email, "amara@fernhill.example"),
                (draft.username, "amara"),
                (draft.password, "sunlit-harbour-42-otter"),
                (draft.again, "sunlit-harbour-42-otter"),
                (draft.passphrase, passphrase),
                (draft.passphrase_again, again),
            ];
            for (entry, text) in typed {
                entry.set(text);
            }
            administrator::request(draft).is_some()
        });
        rsx! { "{sent} {draft.passphrase_again.error.cloned().unwrap_or_default()}" }
    })
}

#[test]
fn a_passphrase_is_typed_twice_and_a_slip_is_told_before_anything_is_made() {
    assert_eq!(repeated("a lighthouse of seven owls", "a lighthouse of seven owls"), "true ");
    assert_eq!(
        repeated("a lighthouse of seven owls", "a lighthouse of seven owl"),
        "false The two passphrases differ."
    );
    assert_eq!(repeated("a lighthouse of seven owls", ""), "false The two passphrases differ.");
}

#[component]
fn AtRecovery() -> Element {
    page(SetupStep::Recovery)
}

#[test]
fn closing_on_the_recovery_key_is_asked_about_and_no_longer_after_it() {
    at(|| page(SetupStep::Recovery));
    assert_eq!(at_stake(), Some(UnsavedWork::RecoveryKey));
    at(|| {
        let mut step = use_signal(|| 0);
        use_effect(move || {
            if step() < 2 {
                step += 1;
            }
        });
        rsx! {
            if step() < 2 {
                AtRecovery {}
            }
        }
    });
    assert_eq!(at_stake(), None, "the page is gone");
}

#[test]
fn the_recovery_key_can_be_printed_but_not_copied_and_must_be_kept_first() {
    let html = at(|| page(SetupStep::Recovery));
    assert!(html.contains("K7QF2-M9X4T") && html.contains("P3ND7-0QJRA") && html.contains("Print it now"));
    assert!(html.contains("Print…") && !html.to_lowercase().contains("copy"));
    let button = html.split("<button").find(|part| part.contains("first-continue")).unwrap();
    assert!(button.contains("disabled"), "{button}");
}

#[test]
fn at_the_end_the_username_stands_as_it_will_be_typed() {
    let html = at(|| page(SetupStep::Ready));
    assert!(
        html.contains("Fernhill College is ready") && html.contains(">amara<") && !html.contains("K7QF2"),
        "{html}"
    );
}
