//! Being built.

use dioxus::prelude::*;

/// Being built.
#[component]
pub fn Doorstep() -> Element {
    rsx! {}
}
