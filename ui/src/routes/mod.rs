//! Pages: they fetch, and put parts together. They keep out looks (CSS) and words (the catalogue).

pub mod doorstep;
pub mod first_start;
pub mod locked;
pub mod open_file;
pub mod unusable;

use dioxus::prelude::*;

/// What a signed-in person sees first.
#[component]
pub fn Home() -> Element {
    // Until the desk stands.
    rsx! {
        main {}
    }
}
