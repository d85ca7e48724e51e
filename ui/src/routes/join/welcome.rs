//! Who invites, and to what role: beside the form, or above it in a narrow window. Keeps out the form.

use crate::parts::arch::RoomArch;
use crate::parts::brand::OrganisationMark;
use crate::prelude::*;
use crate::{t, time};
use vestibule_wire::JoinView;

/// The invitation in an arch.
#[component]
pub(super) fn Welcome(invitation: JoinView) -> Element {
    let now = use_hook(time::now);
    rsx! {
        RoomArch {}
        div { class: "welcome",
            OrganisationMark { name: invitation.organisation.clone(), size: "xl" }
            h2 { title: "{invitation.organisation}",
                span { {t!("join-welcome")} }
                span { class: "two-lines", translate: "no", {invitation.organisation.clone()} }
            }
            p { {t!("join-welcome-text")} }
            dl { class: "facts",
                dt { {t!("join-invited-by")} }
                dd { class: "clip", translate: "no", dir: "auto", title: "{invitation.invited_by}", {invitation.invited_by.clone()} }
                dt { {t!("join-role")} }
                dd { class: "clip", translate: "no", dir: "auto", title: "{invitation.role}", {invitation.role.clone()} }
                if let Some(department) = &invitation.department {
                    dt { {t!("join-department")} }
                    dd { class: "clip", translate: "no", dir: "auto", title: "{department}", "{department}" }
                }
                if let Some(end) = invitation.expires_at {
                    dt { {t!("join-open-until")} }
                    dd { title: time::exact(end), {time::short(end, now)} }
                }
            }
        }
    }
}

/// The invitation in two lines, for windows too narrow for the arch.
#[component]
pub(super) fn Summary(invitation: JoinView) -> Element {
    let text = match &invitation.department {
        Some(department) => t!(
            "join-summary-in",
            role = invitation.role.clone(),
            department = department.clone(),
            name = invitation.invited_by.clone()
        ),
        None => t!("join-summary", role = invitation.role.clone(), name = invitation.invited_by.clone()),
    };
    rsx! {
        div { class: "door-sum",
            OrganisationMark { name: invitation.organisation.clone() }
            span { class: "grow",
                b { class: "strong clip block", translate: "no", {invitation.organisation.clone()} }
                span { class: "small soft block", {text} }
            }
        }
    }
}
