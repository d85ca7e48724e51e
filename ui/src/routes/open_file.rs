//! The page that asks for the file's key: a passphrase, or the printed recovery key, with a new passphrase if one
//! opens the file. Keeps out how the key is used.

use super::forms::{FormField, Strength, Wait, go_to_first_error, place, use_strength, use_wait};
use crate::app::{self, Stage, use_stage};
use crate::parts::button::{Button, Kind, Size};
use crate::parts::door::Door;
use crate::parts::field::{Entry, PasswordField, use_entry};
use crate::parts::key_sheet::KeyLines;
use crate::parts::meter::{Meter, advice};
use crate::parts::notice::{Notice, Tone};
use crate::prelude::*;
use crate::{backend, check, focus, t, words};
use vestibule_wire::{ErrorCode, ErrorView, FileLockView, OpenFileRequest, Secret, command};

/// The least length of a passphrase in characters, equal to the backend's.
const PASSPHRASE_MIN: u32 = 12;

#[derive(Clone, Copy, PartialEq)]
struct OpenFileForm {
    passphrase: Entry,
    recovery_key: Entry,
    new_passphrase: Entry,
    again: Entry,
    strength: Strength,
    /// Whether the recovery key needs a new passphrase: a passphrase opens the file, or no keychain takes the key.
    sets: bool,
    by_recovery: Signal<bool>,
    busy: Signal<bool>,
    error: Signal<Option<ErrorView>>,
    wait: Wait,
    stage: Stage,
}

impl OpenFileForm {
    fn fields(self) -> [FormField; 4] {
        [
            ("passphrase", "open-passphrase", self.passphrase),
            ("recovery_key", "open-recovery-key", self.recovery_key),
            ("new_passphrase", "open-new-passphrase", self.new_passphrase),
            ("again", "open-new-again", self.again),
        ]
    }

    fn wipe(self) {
        for secret in [self.passphrase, self.recovery_key, self.new_passphrase, self.again] {
            secret.wipe();
        }
    }
}

/// The page.
#[component]
pub fn OpenFile(lock: FileLockView) -> Element {
    let with_passphrase = lock.passphrase;
    let stage = use_stage();
    let form = OpenFileForm {
        passphrase: use_entry(),
        recovery_key: use_entry(),
        new_passphrase: use_entry(),
        again: use_entry(),
        strength: use_strength(),
        sets: with_passphrase || !stage.get().keychain,
        by_recovery: use_signal(move || !with_passphrase),
        busy: use_signal(|| false),
        error: use_signal(|| None),
        wait: use_wait(),
        stage,
    };
    let by_recovery = (form.by_recovery)();
    let trouble = form.wait.sentence().or_else(|| form.error.read().as_ref().map(words::error));
    rsx! {
        Door { languages: true, foot: rsx! { span { class: "clip", {t!("door-data", path = form.stage.get().data_dir)} } },
            form {
                "aria-labelledby": "open-title",
                novalidate: true,
                onsubmit: move |event| {
                    event.prevent_default();
                    spawn(send(form));
                },
                div { class: "stack",
                    h1 { class: "h1", id: "open-title", {t!("open-title")} }
                    p { class: "soft", {text(form, with_passphrase)} }
                }
                if let Some(text) = trouble {
                    Notice { tone: Tone::Bad, text, test: "error" }
                } else if let Some(reason) = lock.reason.clone() {
                    Reason { reason }
                }
                div { class: "fields",
                    if by_recovery {
                        KeyLines { name: "open-recovery-key", entry: form.recovery_key, focus: true }
                        if form.sets {
                            NewPassphrase { form }
                        }
                    } else {
                        PasswordField { name: "open-passphrase", label: t!("open-passphrase"), entry: form.passphrase, focus: true }
                    }
                }
                Button { kind: Kind::Primary, size: Size::Wide, submit: true, busy: (form.busy)(), disabled: form.wait.left() > 0, test: "open-submit",
                    {if by_recovery && form.sets { t!("open-new-submit") } else { t!("open-submit") }}
                }
                if with_passphrase {
                    Other { form }
                }
            }
        }
    }
}

fn text(form: OpenFileForm, with_passphrase: bool) -> String {
    match ((form.by_recovery)(), form.sets) {
        (false, _) => t!("open-text-passphrase"),
        (true, true) if with_passphrase => t!("open-text-forgotten"),
        (true, true) => t!("open-text-recovery-passphrase"),
        (true, false) => t!("open-text-recovery"),
    }
}

/// A new passphrase, typed twice since it is hidden.
#[component]
fn NewPassphrase(form: OpenFileForm) -> Element {
    rsx! {
        PasswordField {
            name: "open-new-passphrase",
            label: t!("open-new-passphrase"),
            entry: form.new_passphrase,
            autocomplete: "new-password",
            hint: advice(form.strength.get().as_ref(), PASSPHRASE_MIN),
            oninput: move |typed| form.strength.ask(typed, Vec::new()),
            Meter { strength: form.strength.get() }
        }
        PasswordField { name: "open-new-again", label: t!("open-new-again"), entry: form.again, autocomplete: "new-password" }
    }
}

/// The keychain's error; if it may succeed later, a button to try again.
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

/// The link that switches between passphrase and recovery key.
#[component]
fn Other(form: OpenFileForm) -> Element {
    let mut form = form;
    let words = if (form.by_recovery)() { t!("open-use-passphrase") } else { t!("open-use-recovery") };
    rsx! {
        Button {
            kind: Kind::Ghost,
            size: Size::Wide,
            test: "open-other",
            onclick: move |_| {
                form.error.set(None);
                form.wipe();
                form.by_recovery.toggle();
            },
            {words}
        }
    }
}

/// All fields checked; None: errors are shown under them.
fn request(form: OpenFileForm) -> Option<OpenFileRequest> {
    if !*form.by_recovery.peek() {
        let passphrase = form.passphrase.checked(check::required).map(Secret::new)?;
        return Some(OpenFileRequest { passphrase: Some(passphrase), ..OpenFileRequest::default() });
    }
    let recovery_key = form.recovery_key.checked(check::required).map(Secret::new);
    let new = form.sets.then(|| {
        let new = form.new_passphrase.checked(check::required).map(Secret::new);
        let again = form.again.checked(|typed| match typed == *form.new_passphrase.text.peek() {
            true => Ok(()),
            false => Err(t!("open-new-differs")),
        });
        again.and(new)
    });
    let (recovery_key, new_passphrase) = (
        Some(recovery_key?),
        match new {
            Some(new) => Some(new?),
            None => None,
        },
    );
    Some(OpenFileRequest { passphrase: None, recovery_key, new_passphrase })
}

async fn send(mut form: OpenFileForm) {
    if *form.busy.peek() || form.wait.left() > 0 {
        return;
    }
    let Some(request) = request(form) else {
        go_to_first_error(&form.fields());
        return;
    };
    form.busy.set(true);
    form.error.set(None);
    let answer = backend::ask::<command::OpenFile>(&request).await;
    form.busy.set(false);
    match answer {
        Ok(state) => {
            form.wipe();
            form.stage.set(state);
        }
        Err(error) => {
            let by_recovery = *form.by_recovery.peek();
            // A recovery key with one slip is kept for correction; a passphrase is hidden, so it is cleared.
            if !by_recovery {
                form.passphrase.wipe();
            }
            if form.wait.begin(&error) {
                return;
            }
            if let Some(error) = place(error, &form.fields()) {
                form.error.set(Some(error));
                focus::by_id(if by_recovery { "open-recovery-key" } else { "open-passphrase" });
            }
        }
    }
}
