//! The page after the account was made. Keeps out signing in: the password is not kept for it.

use crate::parts::arch::RoomArch;
use crate::parts::brand::OrganisationMark;
use crate::parts::button::{Button, Kind, Size};
use crate::parts::door::Frame;
use crate::parts::icon::{Icon, IconSize};
use crate::prelude::*;
use crate::t;
use vestibule_wire::JoinedView;

#[component]
pub(super) fn Joined(joined: JoinedView, onleave: EventHandler<Option<String>>) -> Element {
    let username = joined.username.clone();
    let text = match &joined.department {
        Some(department) => t!(
            "joined-text-in",
            role = joined.role.clone(),
            department = department.clone(),
            organisation = joined.organisation.clone()
        ),
        None => t!("joined-text", role = joined.role.clone(), organisation = joined.organisation.clone()),
    };
    rsx! {
        Frame {
            aside: rsx! {
                RoomArch {}
                div { class: "welcome alone",
                    OrganisationMark { name: joined.organisation.clone(), size: "xl" }
                    h2 { span { class: "two-lines", translate: "no", {joined.organisation.clone()} } }
                }
            },
            div { class: "door-page", role: "status", "data-test": "joined",
                span { class: "door-sign good", Icon { name: "circle-check", size: IconSize::Large } }
                h1 { class: "h1 two-lines", {t!("joined-title", name = joined.name.clone())} }
                p { class: "soft", {text} }
                dl { class: "facts boxed",
                    dt { {t!("join-username")} }
                    dd { class: "clip", translate: "no", "data-test": "joined-username", {joined.username.clone()} }
                }
                Button { kind: Kind::Primary, size: Size::Wide, icon: "log-in", focus: true, test: "joined-sign-in", onclick: move |_| onleave.call(Some(username.clone())),
                    {t!("joined-sign-in")}
                }
            }
        }
    }
}
