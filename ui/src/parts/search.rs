//! The search field of a list: Esc clears it, a second Esc leaves it. Keeps out what is searched and when.

use super::icon::{Icon, IconSize};
use crate::dom;
use crate::prelude::*;

/// An icon, the field, and a keycap or a button that clears.
#[component]
pub fn Search(
    typed: String,
    label: String,
    hint: String,
    clear: String,
    /// The id of the sentence that says what is wrong with the text.
    fault: Option<&'static str>,
    on_type: EventHandler<String>,
) -> Element {
    let empty = typed.is_empty();
    rsx! {
        label { class: "search",
            Icon { name: "search", size: IconSize::Small }
            input {
                id: "search-field", r#type: "text", "data-test": "search", placeholder: hint, aria_label: label, value: typed,
                autocomplete: "off", spellcheck: "false", maxlength: "300",
                aria_invalid: fault.is_some().then_some("true"), aria_describedby: fault,
                oninput: move |event| on_type.call(event.value()),
                onkeydown: move |event: KeyboardEvent| {
                    if event.key() != Key::Escape {
                        return;
                    }
                    event.prevent_default();
                    event.stop_propagation();
                    if empty { dom::blur() } else { on_type.call(String::new()) }
                },
            }
            if empty {
                span { class: "kbd", aria_hidden: "true", "/" }
            } else {
                button {
                    class: "icon-btn", r#type: "button", aria_label: clear.clone(), title: clear, "data-test": "search-clear",
                    onclick: move |_| {
                        on_type.call(String::new());
                        dom::focus("#search-field");
                    },
                    Icon { name: "x", size: IconSize::Small }
                }
            }
        }
    }
}
