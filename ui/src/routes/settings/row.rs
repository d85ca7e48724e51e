//! One setting: its name, description, control, and fault. Keeps out what it sets.

use crate::parts::field::Note;
use crate::prelude::*;

/// The row. Its control is named by `{id}-label` and described by `{id}-hint` and `{id}-note`.
#[component]
pub fn Row(
    id: &'static str,
    title: String,
    hint: String,
    /// The fault, and what would be right.
    fault: Option<String>,
    /// The value in force, if the control shows another one.
    was: Option<String>,
    /// The control is a field with the element id `id`.
    #[props(default)]
    field: bool,
    children: Element,
) -> Element {
    rsx! {
        div { class: "set",
            div {
                if field {
                    label { class: "strong", id: "{id}-label", r#for: id, {title} }
                } else {
                    b { class: "strong", id: "{id}-label", {title} }
                }
                p { id: "{id}-hint", {hint} }
                if let Some(was) = was {
                    p { class: "was", "data-test": "{id}-was", {was} }
                }
            }
            div { class: "control",
                {children}
                Note { name: id, hint: None, error: fault }
            }
        }
    }
}

/// A switch.
#[component]
pub fn Toggle(
    id: &'static str,
    on: bool,
    /// It is disabled; the row says why.
    #[props(default)]
    off: bool,
    on_switch: EventHandler<bool>,
) -> Element {
    rsx! {
        button {
            class: "switch", id, r#type: "button", role: "switch", aria_checked: on.to_string(), disabled: off, "data-test": id,
            aria_labelledby: "{id}-label", aria_describedby: "{id}-hint", onclick: move |_| on_switch.call(!on),
            i {}
        }
    }
}
