//! The organisation's name and join address. Keeps out making it: that needs an administrator.

use super::logo::LogoChoice;
use super::preview::Preview;
use super::{Draft, SetupStep};
use crate::parts::button::{Button, Kind, Size};
use crate::parts::field::TextField;
use crate::prelude::*;
use crate::routes::forms::go_to_first_error;
use crate::{check, t};

#[component]
pub(super) fn Organisation(draft: Draft) -> Element {
    rsx! {
        form { class: "col",
            "aria-labelledby": "first-title",
            novalidate: true,
            onsubmit: move |event| {
                event.prevent_default();
                go_on(draft);
            },
            header {
                h1 { id: "first-title", {t!("first-organisation-title")} }
                p { class: "soft", {t!("first-organisation-text")} }
            }
            div { class: "fields",
                TextField {
                    name: "first-organisation",
                    label: t!("first-organisation-name"),
                    entry: draft.organisation,
                    autocomplete: "organization",
                    focus: true,
                    check: move |typed: String| check::sentence(check::organisation_name(&typed)),
                }
                TextField {
                    name: "first-join-address",
                    label: t!("first-join-address"),
                    entry: draft.join_address,
                    kind: "url",
                    optional: true,
                    placeholder: t!("first-join-address-example"),
                    hint: t!("first-join-address-hint"),
                    hint_icon: "info",
                    check: move |typed: String| check::sentence(check::join_address(&typed)),
                }
                LogoChoice { draft }
            }
            footer { class: "row",
                Button { kind: Kind::Ghost, size: Size::Form, icon: "chevron-left", test: "first-back", onclick: move |_| draft.go(SetupStep::Start), {t!("door-back")} }
                span { class: "grow" }
                Button { kind: Kind::Primary, size: Size::Form, keys: "↵", submit: true, test: "first-continue", {t!("first-continue")} }
            }
        }
        Preview { draft }
    }
}

fn go_on(draft: Draft) {
    let name = draft.organisation.checked(check::organisation_name);
    let address = draft.join_address.checked(check::join_address);
    if name.is_some() && address.is_some() {
        draft.go(SetupStep::Administrator);
    } else {
        go_to_first_error(&draft.organisation_fields());
    }
}
