//! Tests of whole pages in other languages than English: nothing of English is left in them, and a change of language
//! reaches what is drawn already.

use super::catalogue_tests::plain;
use super::*;
use crate::address;
use crate::backend::fake;
use crate::features::invitations::tests::{has, session, signed_in};
use crate::language;
use crate::t;
use crate::testing::{render_app, state};
use serde_json::to_value;
use std::cell::Cell;
use vestibule_wire::{FileLockView, Policy, StageView, command};

/// A page's HTML, drawn in that language.
fn drawn(language: Language, page: impl FnOnce() -> String) -> String {
    language::choose_at_door(language);
    let html = page();
    language::choose_at_door(Language::English);
    html
}

fn before_sign_in(stage: StageView) -> String {
    let state = state(stage);
    fake::answer(command::AppState::NAME, move |_| Ok(to_value(&state).unwrap()));
    render_app()
}

fn behind_sign_in(at: &str) -> String {
    signed_in(session());
    fake::answer(command::Policy::NAME, |_| Ok(to_value(Policy::default()).unwrap()));
    address::typed(at);
    render_app()
}

/// The English messages that stand in the page, as the whole of a text or an attribute.
fn english_in(html: &str) -> Vec<String> {
    let arabic = plain(Language::Arabic);
    let others = plain(Language::English).into_iter().filter(|(id, text)| arabic.get(id) != Some(text));
    let attributes = ["title", "aria-label", "placeholder", "alt"];
    let there = |text: &String| {
        html.contains(&format!(">{text}<"))
            || attributes.iter().any(|name| html.contains(&format!(" {name}=\"{text}\"")))
    };
    // The role of the person signed in has the name that it was given.
    let ours = |text: &String| text.contains(char::is_alphabetic) && *text != session().role.name;
    others.map(|(_, text)| text).filter(ours).filter(there).collect()
}

#[test]
fn pages_in_arabic_have_no_word_of_english() {
    let lock = FileLockView { passphrase: true, reason: None };
    for stage in [StageView::FirstStart, StageView::SignIn, StageView::Locked, StageView::FileLocked { lock }] {
        let html = drawn(Language::Arabic, || before_sign_in(stage.clone()));
        assert_eq!(english_in(&html), [""; 0], "{stage:?}");
        assert!(html.contains(|c: char| ('\u{620}'..'\u{650}').contains(&c)), "{stage:?}: {html}");
    }
    for at in ["#/invitations", "#/users", "#/settings", "#/settings/device", "#/settings/profile"] {
        let html = drawn(Language::Arabic, || behind_sign_in(at));
        assert_eq!(english_in(&html), [""; 0], "{at}");
    }
}

#[test]
fn words_of_english_would_be_found() {
    let found = english_in(&before_sign_in(StageView::SignIn));
    assert!(found.len() > 5 && found.contains(&"Forgot it?".to_owned()), "{found:?}");
    assert!(english_in(&behind_sign_in("#/settings/device")).contains(&"Appearance".to_owned()));
}

#[test]
fn a_change_of_language_is_drawn_at_once_and_keeps_the_state_of_the_page() {
    thread_local! {
        static MADE: Cell<u32> = const { Cell::new(0) };
    }
    #[component]
    fn Part() -> Element {
        let typed = use_signal(|| {
            MADE.set(MADE.get() + 1);
            "typed".to_owned()
        });
        rsx! { p { {t!("joined-sign-in")} } output { {typed} } }
    }
    let html = crate::testing::render(|| {
        use_redrawing();
        use_effect(|| show(Language::Spanish));
        rsx! { Part {} }
    });
    show(Language::English);
    let spanish = plain(Language::Spanish).remove("joined-sign-in").unwrap();
    assert!(html.contains(&format!("<p>{spanish}</p>")) && html.contains("<output>typed</output>"), "{html}");
    assert_eq!(MADE.get(), 1, "it was not made anew");
}

#[test]
fn a_person_finds_the_languages_in_the_settings() {
    let html = behind_sign_in("#/settings/device");
    assert!(has(&html, "settings-language") && html.contains("English"), "{html}");
}
