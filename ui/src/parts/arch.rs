//! The product's drawing: concentric arches around a lit door, or around text. Decorative, so hidden from screen
//! readers.

use crate::prelude::*;

/// The open door: sign in, first start, the first empty list.
#[component]
pub fn DoorArch() -> Element {
    rsx! {
        svg { class: "arch", view_box: "0 0 533 832", preserve_aspect_ratio: "xMidYMax slice", "aria-hidden": "true",
            path { class: "a1", d: "M40 700V424a226 226 0 0 1 452 0V700z" }
            path { class: "a2", d: "M86 700V432a180 180 0 0 1 360 0V700z" }
            path { class: "a3", d: "M130 700V440a136 136 0 0 1 272 0V700z" }
            path { class: "ag", d: "M172 700V448a94 94 0 0 1 188 0V700z" }
            path { class: "a4", d: "M360 700V448C360 401.0 341.2 372.8 317.7 364.1L317.7 720.7Z" }
            circle { class: "ag", cx: "328", cy: "582", r: "3.3" }
            path { class: "af", d: "M172 700H317.7L294.2 832H68.6Z" }
        }
    }
}

/// The arch that carries text: join.
#[component]
pub fn RoomArch() -> Element {
    rsx! {
        svg { class: "arch", view_box: "0 0 533 832", preserve_aspect_ratio: "xMidYMax slice", "aria-hidden": "true",
            path { class: "a1", d: "M16 832V412a250 250 0 0 1 500 0V832z" }
            path { class: "a2", d: "M44 832V416a222 222 0 0 1 444 0V832z" }
            path { class: "a3", d: "M72 832V420a194 194 0 0 1 388 0V832z" }
            path { class: "ar", d: "M100 832V426a166 166 0 0 1 332 0V832z" }
        }
    }
}
