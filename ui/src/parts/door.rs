//! The doorway pages' frame: the arch to one side, the form to the other. Keeps out what stands in either.

use super::arch::DoorArch;
use super::brand::Wordmark;
use crate::prelude::*;

/// An arch with a light behind the door, and a page. `foot` is the quiet line at the bottom.
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

/// The frame with another aside than the usual.
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
