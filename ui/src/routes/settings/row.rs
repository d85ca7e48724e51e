//! One setting: its name, what it does, its control, and what is wrong. Keeps out what it sets.

use crate::parts::field::Note;
use crate::prelude::*;

/// The row. Its control is named by `{id}-label` and described by `{id}-hint` and `{id}-note`.
#[component]
pub fn Row(
    id: &'static str,
    title: String,
    hint: String,
    /// What is wrong, and what would be right.
    fault: Option<String>,
    /// What holds now, where the control shows something else.
    was: Option<String>,
    /// The control is a field, and `id` is its.
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

/// On or off.
#[component]
pub fn Toggle(
    id: &'static str,
    on: bool,
    /// It can't be switched here; the row says why.
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
