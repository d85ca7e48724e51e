//! The newcomer's account. An invitation that changed since it was shown is shown again before redeeming.

use super::JoinStep;
use super::welcome::{Summary, Welcome};
use crate::parts::button::{Button, Kind, Size};
use crate::parts::code_strip::CodeStrip;
use crate::parts::door::Frame;
use crate::parts::field::{Entry, PasswordField, TextField, use_entry};
use crate::parts::icon::Icon;
use crate::parts::meter::{Meter, advice};
use crate::parts::notice::{Notice, Tone};
use crate::prelude::*;
use crate::routes::forms::{FormField, Strength, Wait, go_to_first_error, place, use_strength, use_wait};
use crate::{backend, check, t, words};
use vestibule_wire::{ErrorCode, ErrorView, JoinView, PreviewJoinRequest, RedeemInvitationRequest, Secret, command};

#[derive(Clone, Copy, PartialEq)]
struct JoinFields {
    step: Signal<JoinStep>,
    name: Entry,
    email: Entry,
    username: Entry,
    password: Entry,
    strength: Strength,
    busy: Signal<bool>,
    /// An error of the whole form, as a sentence.
    trouble: Signal<Option<(Tone, String)>>,
    wait: Wait,
}

impl JoinFields {
    fn fields(self) -> [FormField; 4] {
        [
            ("name", "join-name", self.name),
            ("email", "join-email", self.email),
            ("username", "join-username", self.username),
            ("password", "join-password", self.password),
        ]
    }
}

#[component]
pub(super) fn JoinForm(step: Signal<JoinStep>, invitation: JoinView) -> Element {
    let form = JoinFields {
        step,
        name: use_entry(),
        email: use_entry(),
        username: use_entry(),
        password: use_entry(),
        strength: use_strength(),
        busy: use_signal(|| false),
        trouble: use_signal(|| None),
        wait: use_wait(),
    };
    let trouble = form.wait.sentence().map(|text| (Tone::Bad, text)).or_else(|| form.trouble.cloned());
    let organisation = invitation.organisation.clone();
    let sent = invitation.clone();
    rsx! {
        Frame {
            aside: rsx! { Welcome { invitation: invitation.clone() } },
            foot: rsx! { Another { form } },
            languages: true,
            form {
                "aria-labelledby": "join-title",
                novalidate: true,
                onsubmit: move |event| {
                    event.prevent_default();
                    spawn(join(form, sent.clone()));
                },
                Summary { invitation: invitation.clone() }
                Top { code: invitation.code.clone() }
                if let Some((tone, text)) = trouble {
                    Notice { tone, text, test: "error" }
                }
                Fields { form, bound: bound(&invitation), min: invitation.password_min, organisation: organisation.clone() }
                div { class: "stack join-end",
                    Button { kind: Kind::Primary, size: Size::Wide, submit: true, busy: (form.busy)(), disabled: form.wait.left() > 0, test: "join-submit",
                        span { class: "clip", {t!("join-submit", organisation = organisation)} }
                    }
                    p { class: "small muted", {t!("join-when")} }
                }
            }
        }
    }
}

#[component]
fn Top(code: String) -> Element {
    rsx! {
        div { class: "join-top",
            h1 { class: "h1", id: "join-title", {t!("join-title")} }
            div { class: "row",
                CodeStrip { code, small: true, test: "join-shown-code" }
                span { class: "pill active", Icon { name: "circle-check" } {t!("join-valid")} }
            }
        }
    }
}

#[component]
fn Fields(form: JoinFields, bound: Option<String>, min: u32, organisation: String) -> Element {
    let hint = bound;
    rsx! {
        div { class: "fields",
            TextField {
                name: "join-name",
                label: t!("join-name-yours"),
                entry: form.name,
                autocomplete: "name",
                focus: true,
                check: move |typed: String| check::sentence(check::person_name(&typed)),
            }
            TextField {
                name: "join-email",
                label: t!("join-email"),
                entry: form.email,
                kind: "email",
                autocomplete: "email",
                hint_icon: hint.is_some().then_some("lock"),
                hint,
                check: move |typed: String| check::sentence(check::email(&typed)),
            }
            TextField {
                name: "join-username",
                label: t!("join-username"),
                entry: form.username,
                autocomplete: "username",
                check: move |typed: String| check::sentence(check::newcomers_username(&typed)),
            }
            PasswordField {
                name: "join-password",
                label: t!("join-password"),
                entry: form.password,
                autocomplete: "new-password",
                hint: advice(form.strength.get().as_ref(), min),
                oninput: move |typed| form.strength.ask(typed, inputs(form, &organisation)),
                Meter { strength: form.strength.get() }
            }
        }
    }
}

/// The address or domain it is bound to, obscured by the backend.
fn bound(invitation: &JoinView) -> Option<String> {
    let domain = invitation.bound_domain.as_ref().map(|domain| t!("join-bound-domain", domain = domain.clone()));
    invitation.bound_email.as_ref().map(|email| t!("join-bound", email = email.clone())).or(domain)
}

/// Texts that make a password weak if it contains them.
fn inputs(form: JoinFields, organisation: &str) -> Vec<String> {
    let typed = [form.name, form.email, form.username].into_iter().map(|entry| entry.text.peek().clone());
    typed.chain([organisation.to_owned()]).collect()
}

#[component]
fn Another(form: JoinFields) -> Element {
    let mut step = form.step;
    rsx! {
        button {
            class: "link",
            r#type: "button",
            "data-test": "join-another",
            onclick: move |_| step.set(JoinStep::Code(None)),
            {t!("join-another")}
        }
    }
}

async fn join(mut form: JoinFields, invitation: JoinView) {
    if *form.busy.peek() || form.wait.left() > 0 {
        return;
    }
    let name = form.name.checked(check::person_name);
    let email = form.email.checked(check::email);
    let username = form.username.checked(check::newcomers_username);
    let password = form.password.checked(|typed| check::new_password(typed, invitation.password_min));
    let (Some(name), Some(email), Some(username), Some(password)) = (name, email, username, password) else {
        go_to_first_error(&form.fields());
        return;
    };
    form.busy.set(true);
    form.trouble.set(None);
    let request = RedeemInvitationRequest {
        code: invitation.code.clone(),
        version: Some(invitation.version),
        name,
        email,
        username: username.clone(),
        password: Secret::new(password),
    };
    let answer = backend::ask::<command::RedeemInvitation>(&request).await;
    match answer {
        Ok(joined) => {
            form.password.wipe();
            form.step.set(JoinStep::Joined(joined));
        }
        Err(error) if error.code == ErrorCode::InvitationChanged => look_again(form, invitation.code).await,
        Err(error) => refused(form, &username, error),
    }
    form.busy.set(false);
}

/// Fetches the invitation again and shows it; the form keeps what was typed.
async fn look_again(mut form: JoinFields, code: String) {
    match backend::ask::<command::PreviewJoin>(&PreviewJoinRequest { code }).await {
        Ok(now) => {
            form.trouble.set(Some((Tone::Info, changed(&now))));
            form.step.set(JoinStep::Form(now));
        }
        Err(error) => form.step.set(JoinStep::Code(Some(error))),
    }
}

fn changed(now: &JoinView) -> String {
    match &now.department {
        Some(department) => t!("join-changed-in", role = now.role.clone(), department = department.clone()),
        None => t!("join-changed", role = now.role.clone()),
    }
}

fn refused(mut form: JoinFields, username: &str, error: ErrorView) {
    if form.wait.begin(&error) {
        return;
    }
    let free: Vec<&str> =
        error.values.get("free").map(|free| free.split(',').map(str::trim).collect()).unwrap_or_default();
    if let (ErrorCode::UsernameTaken, Some(sentence)) = (error.code, taken(username, &free)) {
        form.username.refuse(Some(sentence));
        crate::focus::by_id("join-username");
        return;
    }
    if let Some(error) = place(error, &form.fields()) {
        form.trouble.set(Some((Tone::Bad, words::error(&error))));
    }
}

/// The sentence for a taken username, with free ones: “noor” is taken. noor.h and noorhaddad are free.
fn taken(username: &str, free: &[&str]) -> Option<String> {
    match free {
        [] | [""] => None,
        [one] => Some(t!("join-taken-one", name = username, free = *one)),
        [first, second, ..] => Some(t!("join-taken-two", name = username, first = *first, second = *second)),
    }
}

#[cfg(test)]
mod unit {
    use super::*;

    #[test]
    fn a_taken_username_is_told_with_two_free_ones_at_most() {
        assert_eq!(
            taken("noor", &["noor.h", "noorhaddad", "noor2"]).unwrap(),
            "“noor” is taken. noor.h and noorhaddad are free."
        );
        assert_eq!(taken("noor", &["noor.h"]).unwrap(), "“noor” is taken. noor.h is free.");
        assert_eq!(taken("noor", &[""]), None);
    }
}
