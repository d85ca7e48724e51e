//! Being built.

use dioxus::prelude::*;
use vestibule_wire::ErrorView;

/// Being built.
#[component]
pub fn Unusable(error: ErrorView) -> Element {
    rsx! {}
}

/// Being built.
#[component]
pub fn Broken() -> Element {
    rsx! {}
}
