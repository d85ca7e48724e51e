//! A line of text with suggestions: one of them, or something new. Keeps out where the suggestions come from.

use super::icon::Icon;
use super::listbox::{Choice, Choices, place_for, spend};
use crate::dom;
use crate::prelude::*;

/// What is offered for what is typed: everything for nothing, else what contains it, in the given order.
pub fn offered(choices: &[String], typed: &str) -> Vec<String> {
    let typed = typed.trim().to_lowercase();
    let exact = choices.iter().any(|choice| choice.to_lowercase() == typed);
    choices.iter().filter(|choice| exact || choice.to_lowercase().contains(&typed)).cloned().collect()
}

/// Where an arrow leads in an open list of suggestions; none of them is taken until one goes there.
pub fn stepped(key: &str, at: Option<usize>, count: usize) -> Option<usize> {
    let last = count.checked_sub(1)?;
    match (key, at) {
        ("ArrowDown", None) => Some(0),
        ("ArrowDown", Some(at)) => Some((at + 1).min(last)),
        ("ArrowUp", None) => Some(last),
        ("ArrowUp", Some(at)) => Some(at.saturating_sub(1)),
        _ => None,
    }
}

/// The field with its list.
#[component]
pub fn Combo(
    /// The field's id and test hook.
    id: &'static str,
    label: String,
    typed: String,
    choices: Vec<String>,
    on_type: EventHandler<String>,
    #[props(default)] on_leave: EventHandler<()>,
    #[props(default)] hint: String,
    /// On the button that opens the list.
    show: String,
    /// The most characters that can be typed.
    #[props(default = 300)]
    most: u32,
    #[props(default)] locked: bool,
    #[props(default)] invalid: bool,
    #[props(default)] described_by: Option<String>,
) -> Element {
    let mut open = use_signal(|| None::<Option<usize>>); // the inner option: the suggestion that Enter takes
    let list = offered(&choices, &typed);
    let shown = open().filter(|_| !list.is_empty() && !locked);
    let (count, take, by_click) = (list.len(), list.clone(), list.clone());
    let chosen = list.iter().position(|choice| *choice == typed);
    let keys = move |event: KeyboardEvent| {
        let key = event.key().to_string();
        match (stepped(&key, shown.flatten(), count), key.as_str(), shown) {
            (Some(next), _, Some(_)) => open.set(Some(Some(next))),
            (Some(_), _, None) => open.set(Some(None)),
            (None, "Enter", Some(Some(at))) => {
                open.set(None);
                on_type.call(take[at].clone())
            }
            (None, "Escape", Some(_)) => open.set(None),
            _ => return,
        }
        spend(&event);
    };
    rsx! {
        span { id: "{id}-box", class: "pop fill",
            div { class: "input", aria_disabled: locked.then_some("true"), aria_invalid: invalid.then_some("true"),
                input {
                    id, r#type: "text", role: "combobox", "data-test": id, autocomplete: "off", spellcheck: "false", value: typed, disabled: locked, placeholder: hint, maxlength: most,
                    aria_autocomplete: "list", aria_expanded: shown.is_some(), aria_controls: "{id}-list", aria_describedby: described_by,
                    aria_invalid: invalid.then_some("true"), aria_activedescendant: shown.flatten().map(|at| format!("{id}-option-{at}")),
                    oninput: move |event| {
                        open.set(Some(None));
                        on_type.call(event.value());
                    },
                    onkeydown: keys,
                    onblur: move |_| {
                        open.set(None);
                        on_leave.call(());
                    },
                }
                End { id, show, locked, has_choices: !choices.is_empty(), on_show: move |()| open.set(if shown.is_some() { None } else { Some(None) }) }
            }
            if let Some(at) = shown {
                Choices {
                    id, names: true, label, choices: list.iter().map(|name| Choice::new(name, name)).collect::<Vec<_>>(), at, chosen,
                    place: place_for(id, true, count),
                    on_at: move |at| open.set(Some(Some(at))),
                    on_choose: move |at: usize| {
                        open.set(None);
                        on_type.call(by_click[at].clone());
                    },
                }
            }
        }
    }
}

/// The field's end: a lock, or what opens the list.
#[component]
fn End(id: &'static str, show: String, locked: bool, has_choices: bool, on_show: EventHandler<()>) -> Element {
    if locked {
        return rsx! {
            Icon { name: "lock" }
        };
    }
    rsx! {
        if has_choices {
            button {
                class: "icon-btn", r#type: "button", tabindex: "-1", aria_label: show.clone(), title: show, "data-test": "{id}-show",
                onmousedown: move |event| event.prevent_default(),
                onclick: move |_| {
                    dom::focus(&format!("#{id}"));
                    on_show.call(());
                },
                Icon { name: "chevron-down" }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typing_narrows_what_is_offered_and_an_exact_name_offers_all_again() {
        let choices = ["Library", "Life sciences", "Sciences"].map(str::to_owned);
        assert_eq!(offered(&choices, "").len(), 3);
        assert_eq!(offered(&choices, "li"), ["Library", "Life sciences"]);
        assert_eq!(offered(&choices, "sciences").len(), 3);
        assert!(offered(&choices, "Sports").is_empty());
    }

    #[test]
    fn arrows_reach_the_suggestions_and_letters_do_not() {
        assert_eq!(stepped("ArrowDown", None, 2), Some(0));
        assert_eq!(stepped("ArrowUp", None, 2), Some(1));
        assert_eq!(stepped("ArrowDown", Some(1), 2), Some(1));
        assert_eq!(stepped("a", Some(1), 2), None);
        assert_eq!(stepped("ArrowDown", None, 0), None);
    }
}
