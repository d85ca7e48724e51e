//! The first administrator, and, without a keychain, the passphrase. Submitting this page makes the organisation.

use super::preview::Preview;
use super::{Draft, SetupStep};
use crate::parts::button::{Button, Kind, Size};
use crate::parts::field::{PasswordField, TextField};
use crate::parts::meter::{Meter, advice};
use crate::parts::notice::{Notice, Tone};
use crate::prelude::*;
use crate::routes::forms::{go_to_first_error, place};
use crate::{backend, check, t, words};
use vestibule_domain::Policy;
use vestibule_wire::{CreateOrganisationRequest, ErrorCode, ErrorView, Secret, command};

#[component]
pub(super) fn Administrator(draft: Draft) -> Element {
    let keychain = draft.stage.get().keychain;
    rsx! {
        form { class: "col",
            "aria-labelledby": "first-title",
            novalidate: true,
            onsubmit: move |event| {
                event.prevent_default();
                spawn(create(draft));
            },
            header {
                h1 { id: "first-title", {t!("first-administrator-title")} }
                p { class: "soft", {t!("first-administrator-text")} }
            }
            if let Some(error) = draft.error.cloned() {
                Notice { tone: Tone::Bad, text: words::error(&error), test: "error" }
            }
            div { class: "fields",
                Person { draft }
                Passwords { draft }
                if !keychain || (draft.keychain_refused)() {
                    Passphrase { draft, why: if keychain { t!("first-passphrase-instead") } else { t!("first-passphrase-why") } }
                }
            }
            footer { class: "row",
                Button { kind: Kind::Ghost, size: Size::Form, icon: "chevron-left", test: "first-back", onclick: move |_| draft.go(SetupStep::Organisation), {t!("door-back")} }
                span { class: "grow" }
                Button { kind: Kind::Primary, size: Size::Form, submit: true, busy: (draft.busy)(), test: "first-create", {t!("first-create")} }
            }
        }
        Preview { draft }
    }
}

#[component]
fn Person(draft: Draft) -> Element {
    rsx! {
        TextField {
            name: "first-name",
            label: t!("join-name"),
            entry: draft.name,
            autocomplete: "name",
            focus: true,
            check: move |typed: String| check::sentence(check::person_name(&typed)),
        }
        div { class: "two",
            TextField {
                name: "first-email",
                label: t!("join-email"),
                entry: draft.email,
                kind: "email",
                autocomplete: "email",
                check: move |typed: String| check::sentence(check::email(&typed)),
            }
            TextField {
                name: "first-username",
                label: t!("join-username"),
                entry: draft.username,
                autocomplete: "username",
                check: move |typed: String| check::sentence(check::username(&typed)),
            }
        }
    }
}

/// Texts that make a password weak if it contains them.
fn inputs(draft: Draft) -> Vec<String> {
    [draft.organisation, draft.name, draft.email, draft.username]
        .into_iter()
        .map(|entry| entry.text.peek().clone())
        .collect()
}

#[component]
fn Passwords(draft: Draft) -> Element {
    let min = Policy::default().password_min;
    rsx! {
        PasswordField {
            name: "first-password",
            label: t!("join-password"),
            entry: draft.password,
            autocomplete: "new-password",
            hint: advice(draft.strength.get().as_ref(), min),
            oninput: move |typed| draft.strength.ask(typed, inputs(draft)),
            Meter { strength: draft.strength.get() }
        }
        PasswordField { name: "first-password-again", label: t!("first-password-again"), entry: draft.again, autocomplete: "new-password" }
    }
}

#[component]
fn Passphrase(draft: Draft, why: String) -> Element {
    rsx! {
        Notice { tone: Tone::Warn, icon: "key-round", text: why }
        PasswordField {
            name: "first-passphrase",
            label: t!("first-passphrase"),
            entry: draft.passphrase,
            autocomplete: "new-password",
            hint: advice(draft.passphrase_strength.get().as_ref(), Policy::default().password_min),
            oninput: move |typed| draft.passphrase_strength.ask(typed, inputs(draft)),
            Meter { strength: draft.passphrase_strength.get() }
        }
        PasswordField { name: "first-passphrase-again", label: t!("first-passphrase-again"), entry: draft.passphrase_again, autocomplete: "new-password" }
    }
}

/// All fields checked; None: errors are shown under them.
pub(super) fn request(draft: Draft) -> Option<CreateOrganisationRequest> {
    let name = draft.name.checked(check::person_name);
    let email = draft.email.checked(check::email);
    let username = draft.username.checked(check::username);
    let password = draft.password.checked(|typed| check::new_password(typed, Policy::default().password_min));
    let again = draft.again.checked(|typed| match typed == *draft.password.text.peek() {
        true => Ok(()),
        false => Err(t!("first-password-differs")),
    });
    // A keychain that refused before may be unlocked by now: without a passphrase it is tried again.
    let keychain = draft.stage.get().keychain;
    let passphrase = match keychain && draft.passphrase.text.peek().is_empty() {
        true => Some(None),
        false => draft.passphrase.checked(check::required).map(|typed| Some(Secret::new(typed))),
    };
    // The passphrase can't be looked up, and the file can't be opened without it: typing it twice finds a slip.
    let passphrase_again = draft.passphrase_again.checked(|typed| match typed == *draft.passphrase.text.peek() {
        true => Ok(()),
        false => Err(t!("first-passphrase-differs")),
    });
    again?;
    passphrase_again?;
    Some(CreateOrganisationRequest {
        organisation: draft.organisation.checked(check::organisation_name)?,
        join_address: draft.join_address.checked(check::join_address)?,
        name: name?,
        email: email?,
        username: username?,
        password: Secret::new(password?),
        passphrase: passphrase?,
        logo: draft.logo.picture(),
    })
}

async fn create(mut draft: Draft) {
    if *draft.busy.peek() {
        return;
    }
    let Some(request) = request(draft) else {
        go_to_first_error(&draft.administrator_fields());
        return;
    };
    draft.busy.set(true);
    draft.error.set(None);
    let by_passphrase = request.passphrase.is_some();
    let answer = backend::ask::<command::CreateOrganisation>(&request).await;
    draft.busy.set(false);
    match answer {
        Ok(key) => {
            for secret in [draft.password, draft.again, draft.passphrase, draft.passphrase_again] {
                secret.wipe();
            }
            draft.by_passphrase.set(by_passphrase);
            draft.key.set(Some(key));
            draft.go(SetupStep::Recovery);
        }
        Err(error) => refused(draft, error),
    }
}

fn refused(mut draft: Draft, error: ErrorView) {
    if matches!(error.code, ErrorCode::KeychainAbsent | ErrorCode::KeychainLocked | ErrorCode::KeychainLate) {
        draft.keychain_refused.set(true);
    }
    let Some(error) = place(error, &draft.administrator_fields()) else { return };
    // Faults of the page before are shown on that page.
    match place(error, &draft.organisation_fields()) {
        None => draft.step.set(SetupStep::Organisation),
        Some(error) => draft.error.set(Some(error)),
    }
}
