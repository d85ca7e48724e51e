//! Choosing one of several from a list of our own: as a form field, as a filter chip, or quietly in a foot. Keeps out what the choices mean.
//!
//! The trigger keeps the focus (ARIA "select-only combobox"), so a dialog's focus trap has nothing to do with the list.

use super::icon::{Icon, IconSize};
use super::listbox::{Choices, Move, moved, place_for, spend};
use crate::{dom, t};
use dioxus::prelude::*;

pub use super::listbox::Choice;

/// How the trigger looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// A form field; its list stands over the dialog.
    Form,
    /// A small ghost button at the window's foot; its list opens upwards.
    Quiet,
}

/// A field that offers a list.
#[component]
pub fn Select(
    /// The trigger's id and test hook.
    id: &'static str,
    /// What is chosen, for screen readers; in forms the same as the visible label.
    label: String,
    look: Look,
    choices: Vec<Choice>,
    /// A value among the choices.
    chosen: String,
    on_choose: EventHandler<String>,
    #[props(default)] locked: bool,
    #[props(default)] described_by: Option<String>,
    /// The choices are names of things, not words of ours.
    #[props(default)]
    names: bool,
) -> Element {
    let mut open = use_signal(|| None::<usize>);
    let current = choices.iter().position(|choice| choice.value == chosen);
    let words = current.map(|at| choices[at].words.clone()).unwrap_or_default();
    let count = choices.len();
    let offered = choices.clone();
    let mut choose = move |at: usize| {
        open.set(None);
        if let Some(choice) = offered.get(at) {
            on_choose.call(choice.value.clone());
        }
    };
    let choose_by_click = choose.clone();
    let named = choices.clone();
    let keys = move |event: KeyboardEvent| {
        let key = event.key().to_string();
        match moved(&key, open(), current, count, |letter| beginning(&named, letter)) {
            Move::Not => return,
            Move::To(at) => open.set(Some(at)),
            Move::Choose(at) => choose(at),
            Move::Close => open.set(None),
        }
        spend(&event);
    };
    let class = if look == Look::Form { "select" } else { "btn ghost small" };
    let icon = if locked { "lock" } else { "chevron-down" };
    let size = if look == Look::Form { IconSize::Normal } else { IconSize::Small };
    rsx! {
        span { id: "{id}-box", translate: names.then_some("no"), class: if look == Look::Form { "pop fill" } else { "pop" },
            button {
                id, class, r#type: "button", role: "combobox", "data-test": id,
                aria_haspopup: "listbox", aria_expanded: open().is_some(), aria_controls: "{id}-list",
                aria_label: "{label}: {words}", aria_describedby: described_by,
                aria_activedescendant: open().map(|at| format!("{id}-option-{at}")),
                aria_disabled: locked.then_some("true"), disabled: locked, title: words.clone(),
                onclick: move |_| {
                    dom::focus(&format!("#{id}"));
                    open.set(if open().is_some() { None } else { Some(current.unwrap_or(0)) });
                },
                onkeydown: keys,
                onblur: move |_| open.set(None),
                span { class: "clip", "{words}" }
                Icon { name: icon, size }
            }
            if let Some(at) = open() {
                Choices {
                    id, label: label.clone(), choices: choices.clone(), at, chosen: current,
                    place: place_for(id, look == Look::Form, count),
                    on_at: move |at| open.set(Some(at)),
                    on_choose: choose_by_click,
                }
            }
        }
    }
}

/// A filter: its name when it is off; its value and an x when it is on. A press on a set one takes it off.
#[component]
pub fn FilterChip(
    /// The trigger's id and test hook.
    id: &'static str,
    /// What it filters by.
    label: String,
    /// Without the choice "any": taking the filter off is that.
    choices: Vec<Choice>,
    chosen: Option<String>,
    on_choose: EventHandler<Option<String>>,
) -> Element {
    let mut open = use_signal(|| None::<usize>);
    let on = chosen.is_some();
    let count = choices.len();
    let offered = choices.clone();
    let mut choose = move |at: usize| {
        open.set(None);
        on_choose.call(offered.get(at).map(|choice| choice.value.clone()));
    };
    let choose_by_click = choose.clone();
    let keys = move |event: KeyboardEvent| {
        let key = event.key().to_string();
        if on && open().is_none() {
            return;
        }
        match moved(&key, open(), None, count, |_| None) {
            Move::Not => return,
            Move::To(at) => open.set(Some(at)),
            Move::Choose(at) => choose(at),
            Move::Close => open.set(None),
        }
        spend(&event);
    };
    let icon = if on { "x" } else { "chevron-down" };
    let words = chip_words(&label, &choices, chosen.as_deref());
    rsx! {
        span { class: "pop",
            button {
                id, class: "chip", r#type: "button", "data-test": id, aria_pressed: on,
                aria_haspopup: (!on).then_some("listbox"), aria_expanded: (!on).then_some(open().is_some()),
                aria_controls: (!on).then(|| format!("{id}-list")),
                aria_activedescendant: open().map(|at| format!("{id}-option-{at}")),
                title: on.then(|| t!("invitations-filter-drop", filter = label.clone())),
                onclick: move |_| {
                    dom::focus(&format!("#{id}"));
                    if on {
                        on_choose.call(None);
                    } else {
                        open.set(if open().is_some() { None } else { Some(0) });
                    }
                },
                onkeydown: keys,
                onblur: move |_| open.set(None),
                span { class: "clip", {words} }
                Icon { name: icon }
            }
            if let Some(at) = open() {
                Choices {
                    id, label: label.clone(), choices: choices.clone(), at, chosen: None,
                    place: place_for(id, false, 0),
                    on_at: move |at| open.set(Some(at)),
                    on_choose: choose_by_click,
                }
            }
        }
    }
}

/// The first choice that begins with a letter.
fn beginning(choices: &[Choice], letter: &str) -> Option<usize> {
    choices.iter().position(|choice| choice.words.to_lowercase().starts_with(letter))
}

/// The filter's name; with its value, when it is set.
fn chip_words(label: &str, choices: &[Choice], chosen: Option<&str>) -> String {
    let Some(value) = chosen else { return label.to_owned() };
    let words = choices.iter().find(|choice| choice.value == value).map_or(value, |choice| &choice.words);
    t!("invitations-filter-set", filter = label.to_owned(), value = words.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_filter_says_its_value_and_one_that_is_gone_what_it_was() {
        let choices = [Choice::new("role-1", "Staff")];
        assert_eq!(chip_words("Role", &choices, None), "Role");
        assert_eq!(chip_words("Role", &choices, Some("role-1")), "Role: Staff");
        assert_eq!(chip_words("Role", &choices, Some("role-9")), "Role: role-9");
    }
}
