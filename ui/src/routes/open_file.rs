//! The file's key must be given by hand: a passphrase, or the printed recovery key. Keeps out how the key is used.

use super::forms::{FormField, Wait, go_to_first_error, place, use_wait};
use crate::app::{self, Stage, use_stage};
use crate::parts::button::{Button, Kind, Size};
use crate::parts::door::Door;
use crate::parts::field::{Entry, Field, PasswordField, use_entry};
use crate::parts::notice::{Notice, Tone};
use crate::prelude::*;
use crate::{backend, check, focus, t, words};
use vestibule_wire::{AppStateView, ErrorCode, ErrorView, FileLockView, OpenFileRequest, Secret, command};

#[derive(Clone, Copy, PartialEq)]
struct Form {
    passphrase: Entry,
    recovery_key: Entry,
    by_recovery: Signal<bool>,
    busy: Signal<bool>,
    error: Signal<Option<ErrorView>>,
    wait: Wait,
    stage: Stage,
}

impl Form {
    fn fields(self) -> [FormField; 2] {
        [("passphrase", "open-passphrase", self.passphrase), ("recovery_key", "open-recovery-key", self.recovery_key)]
    }
}

/// The page.
#[component]
pub fn OpenFile(lock: FileLockView) -> Element {
    let with_passphrase = lock.passphrase;
    let form = Form {
        passphrase: use_entry(),
        recovery_key: use_entry(),
        by_recovery: use_signal(move || !with_passphrase),
        busy: use_signal(|| false),
        error: use_signal(|| None),
        wait: use_wait(),
        stage: use_stage(),
    };
    let by_recovery = (form.by_recovery)();
    let trouble = form.wait.sentence().or_else(|| form.error.read().as_ref().map(words::error));
    rsx! {
        Door { foot: rsx! { span { class: "clip", {t!("door-data", path = form.stage.get().data_dir)} } },
            form {
                "aria-labelledby": "open-title",
                novalidate: true,
                onsubmit: move |event| {
                    event.prevent_default();
                    spawn(send(form));
                },
                div { class: "stack",
                    h1 { class: "h1", id: "open-title", {t!("open-title")} }
                    p { class: "soft", {if by_recovery { t!("open-text-recovery") } else { t!("open-text-passphrase") }} }
                }
                if let Some(text) = trouble {
                    Notice { tone: Tone::Bad, text, test: "error" }
                } else if let Some(reason) = lock.reason.clone() {
                    Reason { reason }
                }
                div { class: "fields",
                    if by_recovery {
                        RecoveryKey { entry: form.recovery_key }
                    } else {
                        PasswordField { name: "open-passphrase", label: t!("open-passphrase"), entry: form.passphrase, focus: true }
                    }
                }
                Button { kind: Kind::Primary, size: Size::Wide, submit: true, busy: (form.busy)(), disabled: form.wait.left() > 0, test: "open-submit",
                    {t!("open-submit")}
                }
                if with_passphrase {
                    Other { form }
                }
            }
        }
    }
}

/// What the keychain said; where it may answer next time, a way to ask it again.
#[component]
fn Reason(reason: ErrorView) -> Element {
    let again = matches!(reason.code, ErrorCode::KeychainLocked | ErrorCode::KeychainLate | ErrorCode::KeychainAbsent);
    rsx! {
        Notice { tone: Tone::Warn, icon: "key-round", text: words::error(&reason), test: "open-reason",
            if again {
                Button { size: Size::Small, test: "open-again", onclick: move |_| app::refresh(), {t!("door-again")} }
            }
        }
    }
}

/// The way from the passphrase to the recovery key and back.
#[component]
fn Other(form: Form) -> Element {
    let mut form = form;
    let words = if (form.by_recovery)() { t!("open-use-passphrase") } else { t!("open-use-recovery") };
    rsx! {
        Button {
            kind: Kind::Ghost,
            size: Size::Wide,
            test: "open-other",
            onclick: move |_| {
                form.error.set(None);
                form.passphrase.wipe();
                form.recovery_key.wipe();
                form.by_recovery.toggle();
            },
            {words}
        }
    }
}

/// The printed lines, as they stand on the paper.
#[component]
fn RecoveryKey(entry: Entry) -> Element {
    let mut entry = entry;
    let error = entry.error.cloned();
    rsx! {
        Field { name: "open-recovery-key", label: t!("open-recovery-key"), hint: t!("open-recovery-hint"), error: error.clone(),
            textarea {
                class: "input key-lines",
                id: "open-recovery-key",
                rows: "4",
                spellcheck: "false",
                autocomplete: "off",
                autocapitalize: "characters",
                value: "{entry.text}",
                "aria-invalid": error.is_some().then_some("true"),
                "aria-describedby": "open-recovery-key-note",
                "data-test": "open-recovery-key",
                onmounted: move |element| async move { focus::on_mounted(element).await },
                oninput: move |event| {
                    entry.text.set(event.value());
                    entry.refuse(None);
                },
            }
        }
    }
}

async fn send(mut form: Form) {
    if *form.busy.peek() || form.wait.left() > 0 {
        return;
    }
    let by_recovery = *form.by_recovery.peek();
    let entry = if by_recovery { form.recovery_key } else { form.passphrase };
    let Some(typed) = entry.checked(check::required) else {
        go_to_first_error(&form.fields());
        return;
    };
    let secret = Some(Secret::new(typed));
    let request = match by_recovery {
        true => OpenFileRequest { recovery_key: secret, passphrase: None },
        false => OpenFileRequest { passphrase: secret, recovery_key: None },
    };
    form.busy.set(true);
    form.error.set(None);
    let answer = backend::ask::<_, AppStateView>(command::OPEN_FILE, &request).await;
    form.busy.set(false);
    match answer {
        Ok(state) => {
            entry.wipe();
            form.stage.set(state);
        }
        Err(error) => {
            // A long key with one slip is not to be typed again; a passphrase can't be seen, so it is.
            if !by_recovery {
                entry.wipe();
            }
            if !form.wait.begin(&error) {
                form.error.set(place(error, &form.fields()));
            }
            focus::on(if by_recovery { "open-recovery-key" } else { "open-passphrase" });
        }
    }
}
