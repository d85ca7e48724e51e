//! First start, page by page.

use super::*;
use crate::testing::{render_in, state};
use vestibule_wire::{AppStateView, StageView};

fn at(step: fn() -> Element) -> String {
    render_in(empty(true), step)
}

fn empty(keychain: bool) -> AppStateView {
    AppStateView { organisation: None, keychain, ..state(StageView::FirstStart) }
}

fn page(step: Step) -> Element {
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
fn it_begins_with_one_way_on_and_shows_where_the_data_will_live() {
    let html = at(|| rsx! { FirstStart {} });
    assert_eq!(html.matches("btn").count(), 2, "one button and its words: {html}");
    assert!(html.contains("Create an organisation") && html.contains("/data/vestibule"));
    assert!(html.contains(r#"aria-current="step""#));
}

#[test]
fn the_preview_shows_the_name_that_is_typed() {
    let html = at(|| page(Step::Organisation));
    assert!(html.contains("What a newcomer sees") && html.contains("Join Fernhill College"), "{html}");
}

#[test]
fn with_a_keychain_no_passphrase_is_asked_for() {
    let html = at(|| page(Step::Administrator));
    assert!(html.contains("first-password-again") && !html.contains("first-passphrase"));
}

#[test]
fn without_a_keychain_a_passphrase_is_asked_for_and_said_why() {
    let html = render_in(empty(false), || page(Step::Administrator));
    assert!(html.contains(r#"data-test="first-passphrase""#) && html.contains("This device has no keychain."));
}

#[test]
fn the_recovery_key_can_be_printed_but_not_copied_and_must_be_kept_first() {
    let html = at(|| page(Step::Recovery));
    assert!(html.contains("K7QF2-M9X4T") && html.contains("P3ND7-0QJRA") && html.contains("Shown once."));
    assert!(html.contains("Print…") && !html.to_lowercase().contains("copy"));
    let button = html.split("<button").find(|part| part.contains("first-continue")).unwrap();
    assert!(button.contains("disabled"), "{button}");
}

#[test]
fn at_the_end_the_username_stands_as_it_will_be_typed() {
    let html = at(|| page(Step::Ready));
    assert!(
        html.contains("Fernhill College is ready") && html.contains(">amara<") && !html.contains("K7QF2"),
        "{html}"
    );
}
