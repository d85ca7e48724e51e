//! The organisation has been made: a summary, and the way to sign in.

use super::Draft;
use crate::parts::arch::DoorArch;
use crate::parts::button::{Button, Kind, Size};
use crate::parts::icon::{Icon, IconSize};
use crate::prelude::*;
use crate::{app, t};

#[component]
pub(super) fn Ready(draft: Draft) -> Element {
    let organisation = draft.organisation.get();
    rsx! {
        div { class: "col",
            header {
                span { class: "door-sign good", Icon { name: "circle-check", size: IconSize::Large } }
                h1 { class: "two-lines", "data-test": "first-ready", {t!("first-ready-title", organisation = organisation.trim())} }
                p { class: "soft", {t!("first-ready-text")} }
            }
            dl { class: "facts boxed",
                dt { {t!("first-ready-administrator")} }
                dd { class: "clip", translate: "no", dir: "auto", {draft.name.get()} }
                dt { {t!("join-username")} }
                dd { class: "clip", translate: "no", dir: "auto", {draft.username.get().trim().to_lowercase()} }
                dt { {t!("first-ready-data")} }
                dd { class: "small wrap", {draft.stage.get().data_dir} }
            }
            if !draft.logo.is_chosen() {
                p { class: "small muted", {t!("first-ready-logo")} }
            }
            footer { class: "row",
                Button { kind: Kind::Primary, size: Size::Form, icon: "log-in", keys: "↵", focus: true, test: "first-finish", onclick: move |_| app::refresh(),
                    {t!("first-finish")}
                }
            }
        }
        div { class: "setup-arch", DoorArch {} }
    }
}
