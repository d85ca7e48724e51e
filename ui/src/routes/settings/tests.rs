//! Tests of the Settings page rendered on the host with the fake backend: who sees what, faults, saving, and changes
//! by others.

use super::draft::NumberRule;
use super::rules::{RulesForm, use_rules};
use super::rules_page::RulesPage;
use crate::address;
use crate::backend::fake;
use crate::features::invitations::tests::{has, manager, session, signed_in, staff};
use crate::prelude::*;
use crate::testing::{render, render_app};
use serde_json::{Value, json, to_value};
use std::cell::Cell;
use vestibule_wire::{ErrorCode, ErrorView, Policy, SessionView, command};

fn shown(session: SessionView, at: &str) -> String {
    signed_in(session);
    fake::answer(command::Policy::NAME, |_| Ok(to_value(Policy::default()).unwrap()));
    address::typed(at);
    render_app()
}

/// The requests that were sent to that command.
fn asked(name: &str) -> Vec<Value> {
    fake::asked().into_iter().filter(|(asked, _)| asked == name).map(|(_, request)| request).collect()
}

#[test]
fn who_looks_after_all_sees_the_rules_as_they_are() {
    let html = shown(session(), "#/settings");
    let fields = ["usual", "latest", "never", "bound", "clean-up", "clipboard", "password", "idle"];
    for hook in fields.map(|name| format!("settings-{name}")).iter().chain([&"length-16".to_owned()]) {
        assert!(has(&html, hook), "{hook}");
    }
    for part in ["value=\"7\"", "value=\"15\"", "value=\"365\"", "70 random bits", "No changes.", "Admin panel"] {
        assert!(html.contains(part), "{part}");
    }
    assert!(!has(&html, "row-0") && html.contains("data-test=\"nav-settings\""));
}

#[test]
fn who_does_not_sees_this_device_alone_and_the_rules_are_not_asked_for() {
    for at in ["#/settings", "#/settings/device"] {
        let html = shown(manager(), at);
        assert!(has(&html, "settings-screen") && has(&html, "settings-mask") && has(&html, "settings-dark"));
        for hook in ["settings-usual", "settings-save", "settings-rules"] {
            assert!(!has(&html, hook), "{hook}");
        }
        assert!(!html.contains("Admin panel") && asked(command::Policy::NAME).is_empty());
    }
}

#[test]
fn who_sees_no_codes_is_offered_no_mask() {
    let html = shown(staff(), "#/settings/device");
    assert!(has(&html, "settings-dark") && !has(&html, "settings-mask"));
}

#[test]
fn the_rules_that_can_not_be_read_can_be_asked_for_again() {
    signed_in(session());
    fake::answer(command::Policy::NAME, |_| Err(ErrorView::new(ErrorCode::FileBusy, "busy")));
    address::typed("#/settings");
    let html = render_app();
    assert!(html.contains("The settings could not be read") && has(&html, "try-again") && !has(&html, "settings-save"));
}

#[test]
fn a_system_that_can_not_keep_the_window_out_of_recordings_says_so() {
    let html = shown(session(), "#/settings/device");
    let switch = html.split("<button").find(|part| has(part, "settings-screen")).unwrap();
    assert!(html.contains("Windows and macOS can") && switch.contains("disabled"), "{switch}");
    signed_in(session());
    fake::answer(command::ProtectScreen::NAME, |_| Ok(json!({ "supported": true, "on": false })));
    let html = render_app();
    let switch = html.split("<button").find(|part| has(part, "settings-screen")).unwrap();
    assert!(html.contains("While codes are shown.") && !switch.contains("disabled=true"), "{switch}");
}

/// The page's HTML after `act`.
fn after(act: fn(RulesForm)) -> String {
    thread_local! {
        static ACT: Cell<fn(RulesForm)> = const { Cell::new(|_| {}) };
    }
    ACT.set(act);
    render(|| {
        let session = use_context_provider(|| Signal::new(session()));
        let rules = use_rules();
        let mut done = use_signal(|| false);
        use_effect(move || {
            if rules.known.read().is_some() && !*done.peek() {
                done.set(true);
                ACT.get()(rules);
            }
        });
        rsx! {
            RulesPage {}
            crate::parts::toasts::ToastArea {}
            output { "{session.read().idle_minutes} minutes" }
        }
    })
}

fn answer(set: impl Fn(Value) -> Result<Value, ErrorView> + 'static) {
    fake::answer(command::Policy::NAME, |_| Ok(to_value(Policy::default()).unwrap()));
    fake::answer(command::SetPolicy::NAME, set);
}

#[test]
fn what_is_saved_is_what_was_changed_and_it_is_said() {
    answer(|request| {
        let mut policy = to_value(Policy::default()).unwrap();
        policy["clipboard_seconds"] = request["clipboard_seconds"].clone();
        Ok(policy)
    });
    let html = after(|rules| {
        rules.change(|draft| draft.set(NumberRule::Clipboard, "30".into()));
        rules.save();
    });
    let request = asked(command::SetPolicy::NAME).pop().unwrap();
    assert_eq!((&request["clipboard_seconds"], &request["max_expiry_days"]), (&json!(30), &Value::Null));
    assert_eq!(request["seen"], to_value(Policy::default()).unwrap());
    assert!(html.contains("Everything is saved.") && html.contains("Settings saved"), "{html}");
}

#[test]
fn the_window_locks_by_the_minutes_that_were_saved() {
    answer(|request| {
        let mut policy = to_value(Policy::default()).unwrap();
        policy["idle_minutes"] = request["idle_minutes"].clone();
        Ok(policy)
    });
    let html = after(|rules| {
        rules.change(|draft| draft.set(NumberRule::Idle, "4".into()));
        rules.save();
    });
    assert!(html.contains("<output>4 minutes</output>"), "{html}");
}

#[test]
fn what_is_wrong_is_said_at_its_field_and_not_sent() {
    answer(|_| panic!("it was sent"));
    let html = after(|rules| {
        rules.change(|draft| draft.set(NumberRule::Latest, "0".into()));
        rules.save();
    });
    for part in ["At least 7, the default expiry", "1 change not saved.", "Now: 365 days", "aria-invalid=\"true\""] {
        assert!(html.contains(part), "{part} is missing in {html}");
    }
    assert!(has(&html, "settings-first") && has(&html, "settings-latest-error"));
}

#[test]
fn a_stale_save_shows_what_holds_now_and_keeps_what_was_typed() {
    let other = Policy { default_expiry_days: 14, clean_up_days: 30, ..Policy::default() };
    let changed = std::rc::Rc::new(Cell::new(false));
    let seen = changed.clone();
    fake::answer(command::Policy::NAME, move |_| {
        Ok(to_value(if seen.get() { other } else { Policy::default() }).unwrap())
    });
    fake::answer(command::SetPolicy::NAME, move |_| {
        changed.set(true);
        Err(ErrorView::new(ErrorCode::PolicyChanged, "changed"))
    });
    let html = after(|rules| {
        rules.change(|draft| draft.set(NumberRule::Usual, "10".into()));
        rules.save();
    });
    for part in [
        "The settings changed while you were here.",
        "Now: 14 days",
        "value=\"10\"",
        "value=\"30\"",
        "1 change not saved.",
    ] {
        assert!(html.contains(part), "{part} is missing in {html}");
    }
}

#[test]
fn a_refusal_is_told_and_nothing_typed_is_lost() {
    answer(|_| Err(ErrorView::new(ErrorCode::NotPermitted, "no")));
    let html = after(|rules| {
        rules.change(|draft| draft.never = false);
        rules.save();
    });
    assert!(html.contains("Your role may not do this.") && html.contains("1 change not saved."), "{html}");
}

#[test]
fn what_is_discarded_is_as_it_was_and_not_sent() {
    answer(|_| panic!("it was sent"));
    let html = after(|rules| {
        rules.change(|draft| draft.set(NumberRule::Usual, "10".into()));
        rules.discard();
        rules.save();
    });
    assert!(html.contains("value=\"7\"") && html.contains("No changes."), "{html}");
}
