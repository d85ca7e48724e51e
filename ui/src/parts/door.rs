//! The frame of the pages before sign-in: the arch on one side, the form on the other. Keeps out their content.

use super::arch::DoorArch;
use super::brand::Wordmark;
use super::languages::DoorLanguage;
use crate::prelude::*;

/// An arch with a light behind the door, and a page. `foot`: the small line at the bottom. `languages`: the language is
/// chosen there.
#[component]
pub fn Door(foot: Option<Element>, #[props(default)] languages: bool, children: Element) -> Element {
    rsx! {
        Frame {
            aside: rsx! {
                DoorArch {}
                div { class: "door-brand", Wordmark {} }
            },
            foot,
            languages,
            {children}
        }
    }
}

/// The frame with another drawing than the usual arch.
#[component]
pub fn Frame(aside: Element, foot: Option<Element>, #[props(default)] languages: bool, children: Element) -> Element {
    rsx! {
        div { class: "door",
            aside { {aside} }
            main {
                {children}
                if foot.is_some() || languages {
                    div { class: "foot-note",
                        {foot}
                        if languages {
                            DoorLanguage {}
                        }
                    }
                }
            }
        }
    }
}
