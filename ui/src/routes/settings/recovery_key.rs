//! Shows the recovery key again, for an administrator's password. The key is held by this dialog only, and dropped
//! with it. Keeps out who may see it: the backend decides.

use super::row::Row;
use crate::parts::button::{Button, Kind, Size};
use crate::parts::dialog::{self, Dialog};
use crate::parts::field::{Entry, PasswordField, use_entry};
use crate::parts::key_sheet::{KeySheet, print};
use crate::parts::notice::{Notice, Tone};
use crate::parts::said::Said;
use crate::prelude::*;
use crate::routes::forms::{Wait, use_wait};
use crate::{backend, check, focus, t, words};
use vestibule_wire::{ErrorCode, ErrorView, RecoveryKeyView, Secret, ShowRecoveryKeyRequest, command};

const PASSWORD: &str = "recovery-password";

/// The row; its button opens the dialog, which is outside of the form around this row.
#[component]
pub fn RecoveryKeyRow(open: Signal<bool>) -> Element {
    let mut open = open;
    rsx! {
        Row { id: "settings-recovery", title: t!("recovery-setting"), hint: t!("recovery-setting-hint"), fault: None, was: None,
            Button { icon: "key-round", test: "recovery-open", onclick: move |_| open.set(true), {t!("recovery-open")} }
        }
    }
}

#[derive(Clone, Copy, PartialEq)]
struct RecoveryKeyState {
    password: Entry,
    busy: Signal<bool>,
    refused: Signal<Option<ErrorView>>,
    wait: Wait,
    key: Signal<Option<RecoveryKeyView>>,
}

/// Asks for the password, then shows the key.
#[component]
pub fn RecoveryKeyDialog(onclose: EventHandler<()>) -> Element {
    let asking = RecoveryKeyState {
        password: use_entry(),
        busy: use_signal(|| false),
        refused: use_signal(|| None),
        wait: use_wait(),
        key: use_signal(|| None),
    };
    match asking.key.cloned() {
        Some(recovery) => rsx! {
            Shown { recovery, onclose }
        },
        None => rsx! {
            Ask { asking, onclose }
        },
    }
}

#[component]
fn Ask(asking: RecoveryKeyState, onclose: EventHandler<()>) -> Element {
    let show = use_callback(move |()| asking.show());
    let trouble = asking.wait.sentence().or_else(|| asking.refused.read().as_ref().map(words::error));
    rsx! {
        Dialog {
            name: "recovery-ask", title: t!("recovery-title"), narrow: true, describedby: "recovery-words",
            onclose: move |()| onclose.call(()), onprimary: move |()| show.call(()),
            footer: rsx! {
                span { class: "grow" }
                Button { size: Size::Form, test: "recovery-cancel", onclick: move |_| onclose.call(()), {t!("recovery-cancel")} }
                Button {
                    kind: Kind::Primary, size: Size::Form, keys: "↵", busy: (asking.busy)(), disabled: asking.wait.left() > 0, test: "recovery-show",
                    onclick: move |_| show.call(()), {t!("recovery-show")}
                }
            },
            section {
                div { class: "fields", onkeydown: move |event| dialog::enter(&event, || show.call(())),
                    p { id: "recovery-words", Said { text: t!("recovery-words") } }
                    if let Some(text) = trouble {
                        Notice { tone: Tone::Bad, text, test: "error" }
                    }
                    PasswordField { name: PASSWORD, label: t!("recovery-password"), entry: asking.password, focus: true }
                }
            }
        }
    }
}

#[component]
fn Shown(recovery: RecoveryKeyView, onclose: EventHandler<()>) -> Element {
    rsx! {
        Dialog {
            name: "recovery-shown", title: t!("recovery-shown-title"), describedby: "recovery-shown-words",
            onclose: move |()| onclose.call(()), onprimary: move |()| onclose.call(()),
            footer: rsx! {
                Button { size: Size::Form, icon: "printer", focus: true, test: "recovery-print", onclick: move |_| print(), {t!("first-recovery-print")} }
                span { class: "grow" }
                Button { kind: Kind::Primary, size: Size::Form, test: "recovery-done", onclick: move |_| onclose.call(()), {t!("recovery-done")} }
            },
            section {
                div { class: "col",
                    p { id: "recovery-shown-words", Said { text: t!("recovery-shown-words") } }
                    KeySheet { recovery, label: t!("recovery-shown-title") }
                }
            }
        }
    }
}

impl RecoveryKeyState {
    fn show(mut self) {
        if *self.busy.peek() || self.wait.left() > 0 {
            return;
        }
        let Some(password) = self.password.checked(check::required) else { return focus::by_id(PASSWORD) };
        self.busy.set(true);
        self.refused.set(None);
        spawn(async move {
            let request = ShowRecoveryKeyRequest { password: Secret::new(password) };
            let answer = backend::ask::<command::ShowRecoveryKey>(&request).await;
            self.busy.set(false);
            self.password.wipe();
            match answer {
                Ok(key) => self.key.set(Some(key)),
                Err(error) => {
                    if error.code == ErrorCode::SignInRefused {
                        self.password.refuse(Some(t!("recovery-password-wrong")));
                    } else if !self.wait.begin(&error) {
                        self.refused.set(Some(error));
                    }
                    focus::by_id(PASSWORD);
                }
            }
        });
    }
}
