//! A whole number within bounds: typed, or by steps. Keeps out what is counted.

use super::icon::{Icon, IconSize};
use crate::prelude::*;

/// The number after a key, kept within the bounds; None for other keys.
pub fn stepped(key: &str, number: Option<u32>, least: u32, most: u32) -> Option<u32> {
    let number = number.unwrap_or(least);
    let next = match key {
        "ArrowUp" => number.saturating_add(1),
        "ArrowDown" => number.saturating_sub(1),
        "PageUp" => number.saturating_add(10),
        "PageDown" => number.saturating_sub(10),
        _ => return None,
    };
    Some(next.clamp(least, most))
}

/// Minus, the number, plus. The text is passed on as typed: the form checks it.
#[component]
pub fn Stepper(
    /// The field's id and test id.
    id: &'static str,
    /// The id of its label.
    labelled_by: &'static str,
    typed: String,
    least: u32,
    most: u32,
    fewer: String,
    more: String,
    on_type: EventHandler<String>,
    #[props(default)] off: bool,
    /// A tooltip that says why it is disabled.
    #[props(default)]
    title: Option<String>,
    #[props(default)] invalid: bool,
    #[props(default)] described_by: Option<String>,
) -> Element {
    let number: Option<u32> = typed.trim().parse().ok();
    let at_least = number.is_some_and(|number| number <= least);
    let at_most = number.is_some_and(|number| number >= most);
    let step = move |key: &str| {
        if let Some(next) = stepped(key, number, least, most) {
            on_type.call(next.to_string());
        }
    };
    rsx! {
        div { class: "spin", aria_disabled: off.then_some("true"), "data-invalid": invalid, title,
            button {
                r#type: "button", aria_label: fewer, tabindex: "-1", disabled: off || at_least,
                "data-test": "{id}-fewer", onclick: move |_| step("ArrowDown"),
                Icon { name: "minus", size: IconSize::Small }
            }
            input {
                id, r#type: "text", inputmode: "numeric", autocomplete: "off", role: "spinbutton", maxlength: "9",
                "data-test": id, aria_labelledby: labelled_by, aria_valuenow: number, aria_valuemin: least, aria_valuemax: most,
                aria_invalid: invalid.then_some("true"), aria_describedby: described_by, disabled: off, value: typed,
                oninput: move |event| on_type.call(event.value()),
                onkeydown: move |event: KeyboardEvent| {
                    let key = event.key().to_string();
                    if stepped(&key, number, least, most).is_some() {
                        event.prevent_default();
                        step(&key);
                    }
                },
            }
            button {
                r#type: "button", aria_label: more, tabindex: "-1", disabled: off || at_most,
                "data-test": "{id}-more", onclick: move |_| step("ArrowUp"),
                Icon { name: "plus", size: IconSize::Small }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_stay_within_the_bounds() {
        assert_eq!(stepped("ArrowDown", Some(1), 1, 10_000), Some(1));
        assert_eq!(stepped("ArrowUp", Some(10_000), 1, 10_000), Some(10_000));
        assert_eq!(stepped("PageUp", Some(9_995), 1, 10_000), Some(10_000));
        assert_eq!(stepped("ArrowUp", Some(4), 1, 10_000), Some(5));
    }

    #[test]
    fn what_is_no_number_counts_from_the_least() {
        assert_eq!(stepped("ArrowUp", None, 1, 10_000), Some(2));
        assert_eq!(stepped("a", Some(4), 1, 10_000), None);
    }
}
