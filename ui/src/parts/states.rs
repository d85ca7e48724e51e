//! Shown in a list's place when it has no rows: why, and the one useful action. Keeps out when that is.

use super::icon::{Icon, IconSize};
use super::table::Column;
use crate::prelude::*;

/// In the middle of the page: an icon or a drawing, a title, a sentence, and actions (children).
#[component]
pub fn Blank(
    /// The icon's name; None: the drawing of the open door, for the first empty list.
    icon: Option<&'static str>,
    title: String,
    text: String,
    test: &'static str,
    /// A failure, read out at once.
    #[props(default)]
    alert: bool,
    children: Element,
) -> Element {
    rsx! {
        div { class: "scroll centre",
            div { class: "empty", "data-test": test, role: if alert { "alert" } else { "status" },
                if let Some(icon) = icon {
                    Icon { name: icon, size: IconSize::Large }
                } else {
                    SmallDoor {}
                }
                h2 { {title} }
                p { {text} }
                {children}
            }
        }
    }
}

/// The drawing of the first empty list.
#[component]
fn SmallDoor() -> Element {
    rsx! {
        svg { width: "168", height: "150", view_box: "0 0 168 150", "aria-hidden": "true",
            path { class: "a1", d: "M18 128V72a66 66 0 0 1 132 0v56z" }
            path { class: "a2", d: "M36 128V76a48 48 0 0 1 96 0v52z" }
            path { class: "ag", d: "M54 128V80a30 30 0 0 1 60 0v48z" }
            path { class: "a4", d: "M114 128V80c0-14-7-23.5-17-27.6V136z" }
            circle { class: "ag", cx: "101.5", cy: "96", r: "2.2" }
            path { class: "af", d: "M54 128h43v8l-8 14H22z" }
            path { class: "door-line", d: "M4 128.5h50m60 0h50" }
        }
    }
}

/// Placeholder rows in the shape of what is being fetched.
#[component]
pub fn Bones(columns: Vec<Column>, rows: usize) -> Element {
    rsx! {
        tbody { aria_hidden: "true",
            for row in 0..rows {
                tr { key: "{row}",
                    for column in columns.iter() {
                        td { class: column.class,
                            if column.sort.is_some() {
                                span { class: "bone" }
                            }
                        }
                    }
                }
            }
        }
    }
}
