//! The page that sets a new password with a one-time code from an administrator, or an administrator's own with the
//! recovery key. Keeps out signing in, which follows.

use super::forms::{FormField, Strength, Wait, go_to_first_error, place, use_strength, use_wait};
use crate::parts::button::{Button, Kind, Size};
use crate::parts::door::Door;
use crate::parts::field::{Entry, PasswordField, TextField, use_entry};
use crate::parts::key_sheet::KeyLines;
use crate::parts::meter::{Meter, advice};
use crate::parts::notice::{Notice, Tone};
use crate::prelude::*;
use crate::{backend, check, focus, t, words};
use vestibule_wire::{ErrorView, PasswordSetView, Policy, RecoverPasswordRequest, Secret, SetPasswordRequest, command};

#[derive(Clone, Copy, PartialEq)]
struct ResetForm {
    username: Entry,
    /// The recovery key is used instead of a code.
    by_key: Signal<bool>,
    code: Entry,
    recovery_key: Entry,
    password: Entry,
    again: Entry,
    strength: Strength,
    busy: Signal<bool>,
    error: Signal<Option<ErrorView>>,
    wait: Wait,
}

impl ResetForm {
    fn fields(self) -> [FormField; 5] {
        [
            ("username", "reset-username", self.username),
            ("code", "reset-code", self.code),
            ("recovery_key", "reset-recovery-key", self.recovery_key),
            ("password", "reset-password", self.password),
            ("again", "reset-again", self.again),
        ]
    }

    fn wipe(self) {
        for secret in [self.code, self.recovery_key, self.password, self.again] {
            secret.wipe();
        }
    }
}

/// The request, by code or by recovery key.
#[derive(Debug, PartialEq)]
enum ResetWay {
    ByCode(SetPasswordRequest),
    ByKey(RecoverPasswordRequest),
}

/// The page. `onleave` gets the username once the password is set, or None.
#[component]
pub fn ResetCode(onleave: EventHandler<Option<String>>) -> Element {
    let form = ResetForm {
        username: use_entry(),
        by_key: use_signal(|| false),
        code: use_entry(),
        recovery_key: use_entry(),
        password: use_entry(),
        again: use_entry(),
        strength: use_strength(),
        busy: use_signal(|| false),
        error: use_signal(|| None),
        wait: use_wait(),
    };
    let by_key = (form.by_key)();
    let trouble = form.wait.sentence().or_else(|| form.error.read().as_ref().map(words::error));
    rsx! {
        Door { languages: true,
            form {
                "aria-labelledby": "reset-title",
                novalidate: true,
                onsubmit: move |event| {
                    event.prevent_default();
                    spawn(send(form, onleave));
                },
                div { class: "stack",
                    h1 { class: "h1", id: "reset-title", {t!("reset-title")} }
                    p { class: "soft", {if by_key { t!("reset-text-key") } else { t!("reset-text") }} }
                }
                if let Some(text) = trouble {
                    Notice { tone: Tone::Bad, text, test: "error" }
                }
                div { class: "fields",
                    TextField { name: "reset-username", label: t!("join-username"), entry: form.username, autocomplete: "username", focus: true }
                    if by_key {
                        KeyLines { name: "reset-recovery-key", entry: form.recovery_key }
                    } else {
                        TextField { name: "reset-code", label: t!("reset-code"), entry: form.code, hint: t!("join-code-hint"), autocomplete: "off" }
                    }
                    PasswordField {
                        name: "reset-password",
                        label: t!("reset-password"),
                        entry: form.password,
                        autocomplete: "new-password",
                        hint: advice(form.strength.get().as_ref(), Policy::default().password_min),
                        oninput: move |typed| form.strength.ask(typed, vec![form.username.text.peek().clone()]),
                        Meter { strength: form.strength.get() }
                    }
                    PasswordField { name: "reset-again", label: t!("reset-again"), entry: form.again, autocomplete: "new-password" }
                }
                Button { kind: Kind::Primary, size: Size::Wide, submit: true, busy: (form.busy)(), disabled: form.wait.left() > 0, test: "reset-submit",
                    {t!("reset-submit")}
                }
                Button { kind: Kind::Ghost, size: Size::Wide, test: "reset-other", onclick: move |_| other(form),
                    {if by_key { t!("reset-use-code") } else { t!("reset-use-key") }}
                }
                Button { kind: Kind::Ghost, size: Size::Wide, icon: "chevron-left", test: "reset-back", onclick: move |_| onleave.call(None),
                    {t!("join-back")}
                }
            }
        }
    }
}

/// Switches between code and recovery key, and clears all secrets that were typed.
fn other(mut form: ResetForm) {
    form.error.set(None);
    // Tries of codes are slowed down; those of the recovery key are not.
    form.wait.end();
    form.wipe();
    form.by_key.toggle();
    focus::by_id("reset-username");
}

/// All fields checked; None: errors are shown under them.
fn request(form: ResetForm) -> Option<ResetWay> {
    let by_key = *form.by_key.peek();
    let username = form.username.checked(|typed| check::required(typed.trim()));
    let code = |typed: &str| check::code(typed).map(|_| typed.to_owned()).map_err(|e| words::error(&e));
    let proof = if by_key { form.recovery_key.checked(check::required) } else { form.code.checked(code) };
    let password = form.password.checked(check::required);
    let again = form.again.checked(|typed| match typed == *form.password.text.peek() {
        true => Ok(()),
        false => Err(t!("first-password-differs")),
    });
    again?;
    let (username, proof, password) = (username?, proof?, Secret::new(password?));
    Some(if by_key {
        ResetWay::ByKey(RecoverPasswordRequest { username, recovery_key: Secret::new(proof), password })
    } else {
        ResetWay::ByCode(SetPasswordRequest { username, code: proof, password })
    })
}

async fn send(mut form: ResetForm, onleave: EventHandler<Option<String>>) {
    if *form.busy.peek() || form.wait.left() > 0 {
        return;
    }
    let Some(request) = request(form) else {
        go_to_first_error(&form.fields());
        return;
    };
    form.busy.set(true);
    form.error.set(None);
    let answer: Result<PasswordSetView, ErrorView> = match &request {
        ResetWay::ByCode(request) => backend::ask::<command::SetPassword>(request).await,
        ResetWay::ByKey(request) => backend::ask::<command::RecoverPassword>(request).await,
    };
    form.busy.set(false);
    match answer {
        Ok(set) => {
            form.wipe();
            onleave.call(Some(set.username));
        }
        Err(error) => {
            if form.wait.begin(&error) {
                return;
            }
            if let Some(error) = place(error, &form.fields()) {
                form.error.set(Some(error));
                focus::by_id(if *form.by_key.peek() { "reset-recovery-key" } else { "reset-code" });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::render;

    #[test]
    fn the_code_and_the_new_password_twice_are_asked_for() {
        let html = render(|| rsx! { ResetCode { onleave: |_| {} } });
        for field in [
            "reset-username",
            "reset-code",
            "reset-password",
            "reset-again",
            "reset-submit",
            "reset-other",
            "reset-back",
        ] {
            assert!(html.contains(&format!("data-test=\"{field}\"")), "{field} is not in {html}");
        }
    }
}
