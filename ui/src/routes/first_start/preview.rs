//! A small preview of what a newcomer will see. Decorative: it holds nothing that the form does not.

use super::Draft;
use crate::parts::brand::OrganisationMark;
use crate::prelude::*;
use crate::{check, t};

#[component]
pub(super) fn Preview(draft: Draft) -> Element {
    let name = draft.organisation.get();
    let name = name.trim().to_owned();
    let inviter = draft.name.get();
    let inviter = inviter.trim().to_owned();
    let invited = if inviter.is_empty() { t!("first-preview-by-you") } else { t!("first-preview-by", name = inviter) };
    rsx! {
        figure { class: "preview", "aria-hidden": "true",
            figcaption { class: "small muted", {t!("first-preview")} }
            div { class: "mini",
                OrganisationMark { name: name.clone(), size: "l" }
                b {
                    span { {t!("join-welcome")} }
                    span { class: "mini-name", translate: "no", {if name.is_empty() { t!("first-preview-unnamed") } else { name.clone() }} }
                }
                span { class: "small soft clip", {invited} }
                i { class: "fake" }
                i { class: "fake" }
                span { class: "btn primary small", span { class: "clip", {if name.is_empty() { t!("first-preview-join") } else { t!("join-submit", organisation = name) }} } }
            }
            p { class: "code muted clip", {link(&draft.join_address.get())} }
        }
    }
}

/// The beginning of an invite link.
fn link(typed: &str) -> String {
    match check::join_address(typed) {
        Ok(Some(address)) => format!("{}/join/K7QF…", address.split_once("://").map_or("", |(_, rest)| rest)),
        _ => "vestibule://join/K7QF…".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_link_follows_the_address_as_soon_as_it_is_one() {
        assert_eq!(link("https://join.fernhill.example"), "join.fernhill.example/join/K7QF…");
        assert_eq!(link("https:/"), "vestibule://join/K7QF…");
        assert_eq!(link(""), "vestibule://join/K7QF…");
    }
}
