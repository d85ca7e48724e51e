//! The page of the organisation's rules: each with its description, fault and value in force; and the bar that saves
//! them. Keeps out requests.

use super::draft::{Draft, NumberRule};
use super::recovery_key::{RecoveryKeyDialog, RecoveryKeyRow};
use super::row::{Row, Toggle};
use super::rules::RulesForm;
use crate::parts::button::{Button, Kind};
use crate::parts::icon::Icon;
use crate::parts::notice::{Notice, Tone};
use crate::parts::segmented::{Segment, Segmented};
use crate::parts::states::Blank;
use crate::parts::stepper::stepped;
use crate::prelude::*;
use crate::{app, dom, t, words};
use vestibule_domain::CodeLength;
use vestibule_wire::{ErrorView, Policy, command};

/// The choices of a code's length.
const LENGTHS: [(CodeLength, &str); 3] =
    [(CodeLength::Twelve, "length-12"), (CodeLength::Sixteen, "length-16"), (CodeLength::Twenty, "length-20")];

/// All of it.
#[component]
pub fn RulesPage() -> Element {
    let rules = use_context::<RulesForm>();
    use_hook(|| rules.fetch());
    let known = rules.known.read().clone();
    match (known, rules.unread.cloned()) {
        (Some((base, draft)), fault) => rsx! {
            Form { rules, base, draft, fault }
        },
        (None, Some(error)) => rsx! {
            Blank {
                icon: "database", title: t!("settings-unread"), text: words::error(&error).replace("**", ""), test: "error", alert: true,
                Button { icon: "refresh-cw", test: "try-again", onclick: move |_| rules.fetch(), {t!("settings-again")} }
            }
        },
        (None, None) => rsx! {
            div { class: "scroll", role: "status", span { class: "sr", {t!("settings-loading")} } }
        },
    }
}

#[component]
fn Form(rules: RulesForm, base: Policy, draft: Draft, fault: Option<ErrorView>) -> Element {
    let faults = draft.faults(&base);
    let mut recovery = use_signal(|| false);
    let session = app::use_session();
    let sets_policy = session.read().may::<command::SetPolicy>();
    let number = |number: NumberRule| {
        let fault = faults.iter().find(|(of, _)| *of == number).map(|(_, words)| words.clone());
        rsx! {
            NumberRow { rules, base, number, typed: draft.typed(number).to_owned(), fault }
        }
    };
    rsx! {
        form {
            class: "settings-form", novalidate: true,
            onsubmit: move |event| {
                event.prevent_default();
                rules.save();
            },
            Notices { rules, fault }
            div { class: "scroll", id: "settings-body", tabindex: "-1",
                if session.read().may::<command::ChooseLogo>() {
                    super::logo::Logo {}
                }
                if session.read().may::<command::ShowRecoveryKey>() {
                    RecoveryKeyRow { open: recovery }
                }
                if sets_policy {
                h2 { class: "h2", {t!("settings-invitations")} }
                {number(NumberRule::Usual)}
                {number(NumberRule::Latest)}
                NeverRow { rules, on: draft.never, was: base.never_allowed }
                BoundRow { rules, on: draft.bound, was: base.binding_required }
                LengthRow { rules, length: draft.length, was: base.code_length }
                {number(NumberRule::CleanUp)}
                h2 { class: "h2", {t!("settings-copying")} }
                {number(NumberRule::Clipboard)}
                h2 { class: "h2", {t!("settings-signing-in")} }
                {number(NumberRule::Password)}
                {number(NumberRule::Idle)}
                }
            }
            if sets_policy {
            Save { rules, changes: draft.changes(&base), first: faults.first().map(|(number, _)| *number), wrong: faults.len() }
            }
        }
        if recovery() {
            RecoveryKeyDialog { onclose: move |()| recovery.set(false) }
        }
    }
}

/// Above the scrolling part, so that they are always in sight.
#[component]
fn Notices(rules: RulesForm, fault: Option<ErrorView>) -> Element {
    let fault = rules.refused.cloned().or(fault);
    rsx! {
        if (rules.stale)() || fault.is_some() {
            div { class: "notices",
                if (rules.stale)() {
                    Notice { tone: Tone::Warn, text: t!("settings-stale"), test: "settings-stale" }
                }
                if let Some(error) = fault {
                    Notice { tone: Tone::Bad, text: words::error(&error), test: "error" }
                }
            }
        }
    }
}

#[component]
fn NumberRow(rules: RulesForm, base: Policy, number: NumberRule, typed: String, fault: Option<String>) -> Element {
    let hint = match number {
        NumberRule::Usual => t!("settings-usual-hint"),
        NumberRule::Latest => t!("settings-latest-hint"),
        NumberRule::CleanUp => t!("settings-clean-up-hint"),
        NumberRule::Clipboard => t!("settings-clipboard-hint"),
        NumberRule::Password => t!("settings-password-hint"),
        NumberRule::Idle => t!("settings-idle-hint"),
    };
    let id = number.id();
    let now = Draft::new(&base).typed(number).parse().unwrap_or_default();
    let is_new = typed.trim().parse() != Ok(now);
    let count: Option<u32> = typed.trim().parse().ok();
    let (least, most) = number.bounds(&base);
    let invalid = fault.is_some().then_some("true");
    rsx! {
        Row { id, title: number.words(), hint, fault: fault.clone(), was: is_new.then(|| t!("settings-was", value = number.said(now))), field: true,
            div { class: "input", aria_invalid: invalid,
                input {
                    id, r#type: "text", inputmode: "numeric", autocomplete: "off", maxlength: "9", role: "spinbutton", "data-test": id, value: typed,
                    aria_valuenow: count, aria_valuemin: least, aria_valuemax: most, aria_invalid: invalid, aria_describedby: "{id}-hint {id}-note",
                    oninput: move |event| rules.change(|draft| draft.set(number, event.value())),
                    onkeydown: move |event: KeyboardEvent| {
                        let most = if number == NumberRule::Usual { Policy::FURTHEST_DAYS } else { most };
                        if let Some(next) = stepped(&event.key().to_string(), count, least, most) {
                            event.prevent_default();
                            rules.change(|draft| draft.set(number, next.to_string()));
                        }
                    },
                }
                span { class: "muted", {number.unit(count.unwrap_or(0))} }
            }
        }
    }
}

fn switched(on: bool) -> String {
    if on { t!("settings-on") } else { t!("settings-off") }
}

#[component]
fn NeverRow(rules: RulesForm, on: bool, was: bool) -> Element {
    rsx! {
        Row {
            id: "settings-never", title: t!("settings-never"), hint: t!("settings-never-hint"), was: (on != was).then(|| t!("settings-was", value = switched(was))),
            Toggle { id: "settings-never", on, on_switch: move |on| rules.change(|draft| draft.never = on) }
        }
    }
}

#[component]
fn BoundRow(rules: RulesForm, on: bool, was: bool) -> Element {
    rsx! {
        Row {
            id: "settings-bound", title: t!("settings-bound"), hint: t!("settings-bound-hint"), was: (on != was).then(|| t!("settings-was", value = switched(was))),
            Toggle { id: "settings-bound", on, on_switch: move |on| rules.change(|draft| draft.bound = on) }
        }
    }
}

#[component]
fn LengthRow(rules: RulesForm, length: CodeLength, was: CodeLength) -> Element {
    let name = |wanted| LENGTHS.into_iter().find(|(of, _)| *of == wanted).map_or("", |(_, name)| name);
    let segments = LENGTHS.map(|(of, name)| Segment {
        name: name.to_owned(),
        words: words::number(of.symbols() as u64),
        icon: None,
        off: None,
    });
    rsx! {
        Row {
            id: "settings-length", title: t!("settings-length"), hint: t!("settings-length-hint", bits = length.random_bits()),
            was: (length != was).then(|| t!("settings-was", value = words::number(was.symbols() as u64))),
            Segmented {
                labelled_by: "settings-length-label", segments: segments.to_vec(), chosen: name(length),
                on_choose: move |chosen: String| {
                    if let Some((length, _)) = LENGTHS.into_iter().find(|(_, name)| *name == chosen) {
                        rules.change(|draft| draft.length = length);
                    }
                },
            }
        }
    }
}

/// The number of unsaved edits, and the buttons to save or discard them.
#[component]
fn Save(rules: RulesForm, changes: usize, first: Option<NumberRule>, wrong: usize) -> Element {
    let said = match changes {
        0 if (rules.saved)() => t!("settings-all-saved"),
        0 => t!("settings-no-changes"),
        changes => t!("settings-changes", count = changes),
    };
    rsx! {
        footer { class: "save",
            div { class: "grow row", role: "status", "data-test": "settings-state",
                if first.is_some() {
                    span { class: "fg-revoked", Icon { name: "circle-alert" } }
                } else if changes == 0 && (rules.saved)() {
                    span { class: "fg-active", Icon { name: "circle-check" } }
                }
                p { class: (changes == 0).then_some("muted"), {said} }
                if let Some(number) = first {
                    p { {t!("settings-attention", count = wrong)} }
                    button { class: "link", r#type: "button", "data-test": "settings-first", onclick: move |_| dom::focus_and_select(&format!("#{}", number.id())), {number.words()} }
                }
            }
            Button { kind: Kind::Ghost, disabled: changes == 0 || (rules.busy)(), test: "settings-discard",
                onclick: move |_| {
                    rules.discard();
                    dom::focus("#settings-body");
                },
                {t!("settings-discard")}
            }
            Button { kind: Kind::Primary, submit: true, disabled: changes == 0, busy: (rules.busy)(), test: "settings-save", {t!("settings-save")} }
        }
    }
}
