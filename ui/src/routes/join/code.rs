//! The field for a code: typed, scanned or pasted. A typing mistake is found here and never counts as a guess.

use super::JoinStep;
use crate::opened_link::use_opened_link;
use crate::parts::button::{Button, Kind, Size};
use crate::parts::code_strip::CodeStrip;
use crate::parts::door::Door;
use crate::parts::field::{Entry, Field, use_entry};
use crate::parts::notice::{Notice, Tone};
use crate::prelude::*;
use crate::routes::forms::{Wait, place, use_wait};
use crate::{backend, check, focus, t, words};
use vestibule_domain::code::{grouped, only_symbols, symbols_so_far};
use vestibule_wire::{ErrorView, PreviewJoinRequest, command};

#[derive(Clone, Copy, PartialEq)]
struct CodeForm {
    code: Entry,
    /// The group (1-based) that has a typing mistake.
    bad: Signal<Option<u8>>,
    busy: Signal<bool>,
    error: Signal<Option<ErrorView>>,
    wait: Wait,
    step: Signal<JoinStep>,
}

impl CodeForm {
    /// Fills in the code of a link. It is looked up when the person goes on, and not before.
    fn take(mut self, code: &str) {
        self.code.text.set(as_typed(code, true));
        self.bad.set(None);
        self.error.set(None);
        if checked(self).is_some() {
            self.code.refuse(None);
        }
        focus::by_id("join-code");
    }
}

#[component]
pub(super) fn EnterCode(
    step: Signal<JoinStep>,
    refused: Option<ErrorView>,
    onleave: EventHandler<Option<String>>,
) -> Element {
    let form = CodeForm {
        code: use_entry(),
        bad: use_signal(|| None),
        busy: use_signal(|| false),
        error: use_signal(|| refused),
        wait: use_wait(),
        step,
    };
    let link = use_opened_link();
    use_effect(move || {
        if link.code().is_some()
            && let Some(code) = link.take()
        {
            form.take(&code);
        }
    });
    let trouble = form.wait.sentence().or_else(|| form.error.read().as_ref().map(words::error));
    rsx! {
        Door { languages: true,
            form {
                "aria-labelledby": "join-code-title",
                novalidate: true,
                onsubmit: move |event| {
                    event.prevent_default();
                    spawn(look(form));
                },
                div { class: "stack",
                    h1 { class: "h1", id: "join-code-title", {t!("join-code-title")} }
                    p { class: "soft", {t!("join-code-text")} }
                }
                if let Some(text) = trouble {
                    Notice { tone: Tone::Bad, text, test: "error" }
                }
                CodeField { form }
                Button { kind: Kind::Primary, size: Size::Wide, submit: true, busy: (form.busy)(), disabled: form.wait.left() > 0, test: "join-continue",
                    {t!("join-continue")}
                }
                Button { kind: Kind::Ghost, size: Size::Wide, icon: "chevron-left", test: "join-back", onclick: move |_| onleave.call(None),
                    {t!("join-back")}
                }
            }
        }
    }
}

#[component]
fn CodeField(form: CodeForm) -> Element {
    let mut form = form;
    let error = form.code.error.cloned();
    let bad = (form.bad)();
    rsx! {
        Field { name: "join-code", label: t!("join-code"), hint: t!("join-code-hint"), error: error.clone(),
            input {
                class: "input code-entry",
                id: "join-code",
                r#type: "text",
                autocomplete: "off",
                autocapitalize: "characters",
                spellcheck: "false",
                placeholder: "XXXX-XXXX-XXXX-XXXX",
                value: "{form.code.text}",
                "aria-invalid": error.is_some().then_some("true"),
                "aria-describedby": "join-code-note",
                "data-test": "join-code",
                onmounted: move |element| async move { focus::on_mounted(element).await },
                oninput: move |event| {
                    form.code.text.set(as_typed(&event.value(), focus::at_end("join-code")));
                    form.code.refuse(None);
                    form.bad.set(None);
                    form.error.set(None);
                },
                onblur: move |_| {
                    if !form.code.text.peek().trim().is_empty() {
                        checked(form);
                    }
                },
            }
            if bad.is_some() {
                CodeStrip { code: grouped(&symbols_so_far(&form.code.get())), bad }
            }
        }
    }
}

/// Inserts dashes between groups if the text is typed at its end and may still be a code; else it stays as typed.
fn as_typed(text: &str, at_end: bool) -> String {
    match only_symbols(text) {
        Some(symbols) if at_end && symbols.len() <= 20 => grouped(&symbols),
        _ => text.to_owned(),
    }
}

/// The code to look up; None: the mistake is shown.
fn checked(mut form: CodeForm) -> Option<String> {
    let typed = form.code.text.peek().clone();
    match check::code(&typed) {
        Ok(_) => Some(typed),
        Err(error) => {
            form.bad.set(error.values.get("group").and_then(|group| group.parse().ok()));
            form.code.refuse(Some(words::error(&error)));
            None
        }
    }
}

async fn look(mut form: CodeForm) {
    if *form.busy.peek() || form.wait.left() > 0 {
        return;
    }
    let Some(code) = checked(form) else {
        focus::by_id("join-code");
        return;
    };
    form.busy.set(true);
    form.error.set(None);
    let answer = backend::ask::<command::PreviewJoin>(&PreviewJoinRequest { code }).await;
    form.busy.set(false);
    match answer {
        Ok(invitation) => form.step.set(JoinStep::Form(invitation)),
        Err(error) => {
            if !form.wait.begin(&error) {
                form.error.set(place(error, &[("code", "join-code", form.code)]));
                focus::select_by_id("join-code");
            }
        }
    }
}

#[cfg(test)]
mod unit {
    use super::*;

    #[test]
    fn typing_at_the_end_puts_hyphens_in() {
        assert_eq!(as_typed("k7qf2", true), "K7QF-2");
        assert_eq!(as_typed("K7QF-2m9x ", true), "K7QF-2M9X");
        assert_eq!(as_typed("oil", true), "011");
        assert_eq!(as_typed("ｋ７ｑｆ２", true), "K7QF-2");
    }

    #[test]
    fn a_hyphen_that_stands_after_a_full_group_goes_when_the_symbol_before_it_is_deleted() {
        assert_eq!(as_typed("K7QF-", true), "K7QF");
    }

    #[test]
    fn typing_in_the_middle_and_links_stay_as_they_are() {
        assert_eq!(as_typed("K7Q2F-2M9X", false), "K7Q2F-2M9X");
        let link = "https://join.fernhill.example/join/K7QF-2M9X-4TZC-8WHN";
        assert_eq!(as_typed(link, true), link);
        assert_eq!(as_typed("K7QU", true), "K7QU");
    }
}
