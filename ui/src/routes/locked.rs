//! The locked window: the same person's password unlocks it. Keeps out when it locks.

use super::forms::{Wait, go_to_first_error, place, use_wait};
use crate::app::{self, Stage, use_stage};
use crate::opened_link::use_opened_link;
use crate::parts::brand::{initials, tint};
use crate::parts::button::{Button, Kind, Size};
use crate::parts::door::Door;
use crate::parts::field::{Entry, PasswordField, use_entry};
use crate::parts::notice::{Notice, Tone};
use crate::prelude::*;
use crate::{backend, check, focus, t, words};
use vestibule_wire::{ErrorView, Secret, UnlockRequest, command};

#[derive(Clone, Copy, PartialEq)]
struct UnlockForm {
    password: Entry,
    busy: Signal<bool>,
    error: Signal<Option<ErrorView>>,
    wait: Wait,
    stage: Stage,
}

/// The page.
#[component]
pub fn Locked() -> Element {
    let stage = use_stage();
    let form = UnlockForm {
        password: use_entry(),
        busy: use_signal(|| false),
        error: use_signal(|| None),
        wait: use_wait(),
        stage,
    };
    let link = use_opened_link();
    let person = stage.get().session;
    let name = person.as_ref().map(|p| p.name.clone()).unwrap_or_default();
    let tinted = person.as_ref().map(|p| tint(&p.account));
    let username = person.map(|p| p.username).unwrap_or_default();
    let trouble = form.wait.sentence().or_else(|| form.error.read().as_ref().map(words::error));
    rsx! {
        Door {
            form {
                "aria-labelledby": "locked-title",
                novalidate: true,
                onsubmit: move |event| {
                    event.prevent_default();
                    spawn(send(form));
                },
                div { class: "door-title",
                    span { class: "avatar xl", "data-h": tinted, "aria-hidden": "true", {initials(&name)} }
                    div { class: "grow",
                        h1 { class: "h1 clip", translate: "no", id: "locked-title", title: "{name}", {name.clone()} }
                        p { class: "soft clip", {t!("locked-where", organisation = stage.organisation())} }
                    }
                }
                p { class: "soft", {t!("locked-text")} }
                if link.code().is_some() {
                    Notice { text: t!("locked-link"), test: "locked-link" }
                }
                if let Some(text) = trouble {
                    Notice { tone: Tone::Bad, text, test: "error" }
                }
                div { class: "fields",
                    // For password managers: the username that the password belongs to.
                    input { class: "sr", r#type: "text", name: "username", autocomplete: "username", value: username, tabindex: "-1", readonly: true, "aria-hidden": "true" }
                    PasswordField { name: "unlock-password", label: t!("sign-in-password"), entry: form.password, focus: true }
                }
                Button { kind: Kind::Primary, size: Size::Wide, submit: true, busy: (form.busy)(), disabled: form.wait.left() > 0, test: "unlock-submit",
                    {t!("locked-unlock")}
                }
                Button { kind: Kind::Ghost, size: Size::Wide, icon: "log-out", test: "locked-sign-out", onclick: move |_| async move { sign_out(form).await },
                    {t!("locked-sign-out")}
                }
            }
        }
    }
}

async fn send(mut form: UnlockForm) {
    if *form.busy.peek() || form.wait.left() > 0 {
        return;
    }
    let Some(password) = form.password.checked(check::required) else {
        go_to_first_error(&[("password", "unlock-password", form.password)]);
        return;
    };
    form.busy.set(true);
    form.error.set(None);
    let answer = backend::ask::<command::UnlockSession>(&UnlockRequest { password: Secret::new(password) }).await;
    form.busy.set(false);
    form.password.wipe();
    match answer {
        Ok(session) => form.stage.open_desk(session),
        Err(error) => {
            if !form.wait.begin(&error) {
                form.error.set(place(error, &[("password", "unlock-password", form.password)]));
            }
            focus::by_id("unlock-password");
        }
    }
}

async fn sign_out(mut form: UnlockForm) {
    match backend::call::<command::SignOut>().await {
        Ok(()) => app::refresh(),
        Err(error) => form.error.set(Some(error)),
    }
}
