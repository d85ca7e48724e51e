//! Being built.

use dioxus::prelude::*;

/// Being built.
#[component]
pub fn FirstStart() -> Element {
    rsx! {}
}
