//! The frame of the pages before sign-in: the arch on one side, the form on the other. Keeps out their content.

use super::arch::DoorArch;
use super::brand::Wordmark;
use crate::prelude::*;

/// An arch with a light behind the door, and a page. `foot`: the small line at the bottom.
#[component]
pub fn Door(foot: Option<Element>, children: Element) -> Element {
    rsx! {
        Frame {
            aside: rsx! {
                DoorArch {}
                div { class: "door-brand", Wordmark {} }
            },
            foot,
            {children}
        }
    }
}

/// The frame with another drawing than the usual arch.
#[component]
pub fn Frame(aside: Element, foot: Option<Element>, children: Element) -> Element {
    rsx! {
        div { class: "door",
            aside { {aside} }
            main {
                {children}
                if let Some(foot) = foot {
                    div { class: "foot-note", {foot} }
                }
            }
        }
    }
}
