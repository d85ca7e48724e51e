//! Being built.

use dioxus::prelude::*;

/// Being built.
#[component]
pub fn Locked() -> Element {
    rsx! {}
}
