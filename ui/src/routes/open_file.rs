//! Being built.

use dioxus::prelude::*;
use vestibule_wire::FileLockView;

/// Being built.
#[component]
pub fn OpenFile(lock: FileLockView) -> Element {
    rsx! {}
}
