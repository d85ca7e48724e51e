//! Sign in: username and password, and links to the other pages before sign-in. Keeps out what follows.

use super::forms::{Wait, go_to_first_error, place, use_wait};
use crate::app::{Stage, use_stage};
use crate::parts::brand::OrganisationMark;
use crate::parts::button::{Button, Kind, Size};
use crate::parts::door::Door;
use crate::parts::field::{Check, Entry, PasswordField, TextField, use_entry};
use crate::parts::icon::{Icon, IconSize};
use crate::parts::notice::{Notice, Tone};
use crate::parts::said::Said;
use crate::prelude::*;
use crate::{backend, check, focus, t, words};
use vestibule_wire::{ErrorView, SampleAccountView, Secret, SignInRequest, command};

/// What the form holds.
#[derive(Clone, Copy, PartialEq)]
struct SignInForm {
    username: Entry,
    password: Entry,
    keep: Signal<bool>,
    busy: Signal<bool>,
    error: Signal<Option<ErrorView>>,
    wait: Wait,
    stage: Stage,
}

/// The page. `username` is filled in after joining or setting a password; `told` says what was done.
#[component]
pub fn SignIn(username: String, told: Option<String>, onjoin: EventHandler<()>, onreset: EventHandler<()>) -> Element {
    let form = SignInForm {
        username: use_entry(),
        password: use_entry(),
        keep: use_signal(|| false),
        busy: use_signal(|| false),
        error: use_signal(|| None),
        wait: use_wait(),
        stage: use_stage(),
    };
    let known = !username.is_empty();
    use_hook(move || form.username.set(username));
    let state = form.stage.get();
    rsx! {
        Door { languages: true, foot: rsx! { Foot { version: state.version.clone() } },
            form {
                "aria-labelledby": "sign-in-title",
                novalidate: true,
                onsubmit: move |event| {
                    event.prevent_default();
                    spawn(send(form));
                },
                Title {}
                Trouble { form, told }
                div { class: "fields",
                    TextField {
                        name: "sign-in-username",
                        label: t!("sign-in-username"),
                        entry: form.username,
                        autocomplete: "username",
                        focus: !known,
                    }
                    PasswordField { name: "sign-in-password", label: t!("sign-in-password"), entry: form.password, focus: known }
                    if state.keychain {
                        div { Check { on: form.keep, label: t!("sign-in-keep"), test: "sign-in-keep" } }
                    }
                }
                Forgot {}
                Button { kind: Kind::Primary, size: Size::Wide, submit: true, busy: (form.busy)(), disabled: form.wait.left() > 0, test: "sign-in-submit",
                    {t!("sign-in-submit")}
                }
                Button { kind: Kind::Ghost, size: Size::Wide, test: "i-have-a-reset-code", onclick: move |_| onreset.call(()),
                    {t!("sign-in-reset")}
                }
                div { class: "or", span { {t!("sign-in-new")} } }
                Button { size: Size::Wide, icon: "ticket", test: "i-have-a-code", onclick: move |_| onjoin.call(()),
                    {t!("sign-in-code")}
                }
                if !state.sample_accounts.is_empty() {
                    Samples { accounts: state.sample_accounts.clone(), form }
                }
            }
        }
    }
}

#[component]
fn Title() -> Element {
    let organisation = use_stage().get().organisation;
    let name = organisation.as_ref().map(|o| o.name.clone()).unwrap_or_default();
    let address = organisation.and_then(|o| o.join_address).map(|address| address_without_scheme(&address));
    rsx! {
        div { class: "door-title",
            OrganisationMark { name: name.clone(), size: "m" }
            div { class: "grow",
                h1 { class: "h1 two-lines", id: "sign-in-title", title: "{name}", {t!("sign-in-title", organisation = name.clone())} }
                if let Some(address) = address {
                    p { class: "soft clip", bdi { {address} } }
                }
            }
        }
    }
}

/// Help for a forgotten password, shown on request.
#[component]
fn Forgot() -> Element {
    let mut open = use_signal(|| false);
    rsx! {
        div { class: "stack",
            button { class: "link fold", r#type: "button", aria_expanded: open(), aria_controls: "sign-in-forgot-text", "data-test": "sign-in-forgot", onclick: move |_| open.toggle(),
                {t!("sign-in-forgot")}
            }
            div { id: "sign-in-forgot-text", role: "status",
                if open() {
                    p { class: "small", "data-test": "sign-in-forgot-text", Said { text: t!("sign-in-forgot-text") } }
                    p { class: "small soft", {t!("sign-in-forgot-administrator")} }
                }
            }
        }
    }
}

/// `join.fernhill.example` for `https://join.fernhill.example`.
fn address_without_scheme(address: &str) -> String {
    address.split_once("://").map_or(address, |(_, rest)| rest).to_owned()
}

#[component]
fn Trouble(form: SignInForm, told: Option<String>) -> Element {
    let text = form.wait.sentence().or_else(|| form.error.read().as_ref().map(words::error));
    rsx! {
        if let Some(text) = text {
            Notice { tone: Tone::Bad, text, test: "error" }
        } else if let Some(text) = told {
            Notice { text, test: "sign-in-told" }
        }
    }
}

#[component]
fn Foot(version: String) -> Element {
    rsx! {
        span {
            Icon { name: "hard-drive", size: IconSize::Small }
            {t!("door-local")}
        }
        span { {t!("door-version", version = version)} }
    }
}

/// With sample data: the accounts that can sign in. A click fills the form.
#[component]
fn Samples(accounts: Vec<SampleAccountView>, form: SignInForm) -> Element {
    rsx! {
        section { class: "samples", "aria-labelledby": "samples-title", "data-test": "sign-in-samples",
            h2 { class: "h3", id: "samples-title", {t!("sign-in-samples")} }
            for account in accounts {
                button {
                    key: "{account.username}",
                    r#type: "button",
                    translate: "no",
                    "data-test": "sign-in-sample-{account.username}",
                    onclick: {
                        let account = account.clone();
                        move |_| {
                            form.username.set(account.username.clone());
                            form.password.set(account.password.clone());
                            focus::by_id("sign-in-password");
                        }
                    },
                    span { class: "grow", {account.role.clone()} }
                    span { class: "code", {account.username.clone()} }
                    span { class: "code muted", {account.password.clone()} }
                }
            }
        }
    }
}

async fn send(mut form: SignInForm) {
    if *form.busy.peek() || form.wait.left() > 0 {
        return;
    }
    let fields = [("username", "sign-in-username", form.username), ("password", "sign-in-password", form.password)];
    // The format of usernames is no secret, but whether this one is taken must not depend on its format: only
    // emptiness is checked here.
    let username = form.username.checked(|typed| check::required(typed.trim()));
    let password = form.password.checked(check::required);
    let (Some(username), Some(password)) = (username, password) else {
        go_to_first_error(&fields);
        return;
    };
    form.busy.set(true);
    form.error.set(None);
    let request = SignInRequest { username, password: Secret::new(password), keep: *form.keep.peek() };
    let answer = backend::ask::<command::SignIn>(&request).await;
    form.busy.set(false);
    match answer {
        Ok(session) => {
            form.password.wipe();
            form.stage.open_desk(session);
        }
        Err(error) => {
            form.password.wipe();
            if !form.wait.begin(&error) {
                form.error.set(place(error, &fields));
            }
            focus::by_id("sign-in-password");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_shown_without_its_scheme() {
        assert_eq!(address_without_scheme("https://join.fernhill.example"), "join.fernhill.example");
        assert_eq!(address_without_scheme("fernhill"), "fernhill");
    }
}
