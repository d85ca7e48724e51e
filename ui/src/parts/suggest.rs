//! A text field with a list of suggestions: the common part of a combo box, a field of tokens and a menu with a field.
//! While the list is open it takes the keys, and text that was not accepted yet is never submitted with the form.
//! Keeps out what happens to a choice, and where the choices come from.

use super::icon::Icon;
use super::listbox::{Choice, Choices, consume, place_for};
use crate::dom;
use crate::prelude::*;
use vestibule_domain::letters::key;

/// The choices shown, and which of them Enter takes first.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SuggestOffer {
    /// In the order shown.
    pub list: Vec<Choice>,
    /// The index of the first match.
    pub first: usize,
    /// The text is the name of one of them.
    pub exact: bool,
}

/// Whether two names differ in case or spaces only.
fn is_same(one: &str, other: &str) -> bool {
    key(one) == key(other)
}

/// The choices that contain the text, in the given order, with `new` last. All choices if the text is empty, or is the
/// name of one; that one is then the first match.
pub fn offered(choices: &[Choice], typed: &str, new: Option<Choice>) -> SuggestOffer {
    let typed = typed.trim();
    let exact = (!typed.is_empty())
        .then(|| choices.iter().position(|choice| is_same(&choice.words, typed) || is_same(&choice.value, typed)))
        .flatten();
    if exact.is_some() || typed.is_empty() {
        return SuggestOffer { list: choices.to_vec(), first: exact.unwrap_or(0), exact: exact.is_some() };
    }
    let part = key(typed);
    let mut list: Vec<Choice> = choices.iter().filter(|choice| key(&choice.words).contains(&part)).cloned().collect();
    list.extend(new);
    SuggestOffer { list, first: 0, exact: false }
}

/// What a key press does in the field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SuggestKey {
    /// Nothing: the list does not handle it.
    Not,
    /// Opens the list at that index, or moves there.
    To(usize),
    /// Takes the choice at that index and closes.
    Take(usize),
    /// Accepts the text: there is nothing to choose.
    Settle,
    /// Closes and changes nothing.
    Close,
}

/// `open`: the index in the open list. `unsettled`: the text is not accepted yet, so Enter does not submit the form.
pub fn pressed(key: &str, open: Option<usize>, first: usize, count: usize, unsettled: bool) -> SuggestKey {
    let last = count.saturating_sub(1);
    match (key, open) {
        ("Enter", _) if count == 0 && unsettled => SuggestKey::Settle,
        _ if count == 0 => SuggestKey::Not,
        ("ArrowDown" | "ArrowUp", None) => SuggestKey::To(first.min(last)),
        ("Enter", None) if unsettled => SuggestKey::To(first.min(last)),
        ("ArrowDown", Some(at)) => SuggestKey::To((at + 1).min(last)),
        ("ArrowUp", Some(at)) => SuggestKey::To(at.saturating_sub(1)),
        ("PageUp", Some(_)) => SuggestKey::To(0),
        ("PageDown", Some(_)) => SuggestKey::To(last),
        ("Enter", Some(at)) => SuggestKey::Take(at.min(last)),
        ("Escape", Some(_)) => SuggestKey::Close,
        _ => SuggestKey::Not,
    }
}

/// How the field looks, and its label.
#[derive(Debug, Clone, PartialEq)]
pub struct SuggestStyle {
    /// The accessible name.
    pub label: String,
    /// The placeholder.
    pub hint: String,
    /// A CSS class in addition to `input`.
    pub class: &'static str,
    /// The most characters that can be typed.
    pub most: u32,
    /// The field is disabled.
    pub locked: bool,
    /// The text has an error.
    pub invalid: bool,
    /// The id of the error's or hint's element.
    pub described_by: Option<String>,
    /// The label of the button that opens the list; None: there is no button.
    pub show: Option<String>,
}

/// The field with its list. `children` are drawn before the text.
#[component]
pub fn Suggest(
    /// The field's id and test id.
    id: &'static str,
    looks: SuggestStyle,
    typed: String,
    offer: SuggestOffer,
    /// The text is not accepted yet.
    unsettled: bool,
    on_type: EventHandler<String>,
    on_take: EventHandler<Choice>,
    /// Called to accept the text as it is.
    on_settle: EventHandler<()>,
    #[props(default)] on_leave: EventHandler<()>,
    /// Called with each key before the list. True: it is handled.
    #[props(default)]
    on_key: Option<Callback<String, bool>>,
    children: Element,
) -> Element {
    let mut open = use_signal(|| None::<Option<usize>>); // the inner one: where somebody went in it; none: at the first match
    let SuggestOffer { list, first, exact } = offer;
    let count = list.len();
    let shown =
        open().filter(|_| count > 0 && !looks.locked).map(|at| at.unwrap_or(first).min(count.saturating_sub(1)));
    let (taken, by_click) = (list.clone(), list.clone());
    let flag = looks.invalid.then_some("true");
    let keys = move |event: KeyboardEvent| {
        if is_for_others(&event) {
            return;
        }
        let key = event.key().to_string();
        let own = on_key.is_some_and(|own| own.call(key.clone()));
        match pressed(&key, shown, first, count, unsettled) {
            _ if own => {}
            SuggestKey::Not => return,
            SuggestKey::To(at) => open.set(Some(Some(at))),
            SuggestKey::Take(at) => {
                open.set(None);
                on_take.call(taken[at].clone());
            }
            SuggestKey::Settle => on_settle.call(()),
            SuggestKey::Close => open.set(None),
        }
        consume(&event);
    };
    rsx! {
        span { id: "{id}-box", class: "pop fill",
            div {
                class: "input {looks.class}", aria_disabled: looks.locked.then_some("true"), aria_invalid: flag,
                onclick: move |_| dom::focus(&format!("#{id}")),
                {children}
                Line { id, looks: looks.clone(), typed, shown, open, on_type, keys, on_leave }
                if looks.locked {
                    Icon { name: "lock" }
                } else if let Some(show) = looks.show.clone().filter(|_| count > 0) {
                    ShowButton { id, show, on_show: move |()| open.set(if shown.is_some() { None } else { Some(None) }) }
                }
            }
            if let Some(at) = shown {
                Choices {
                    id, names: true, label: looks.label, choices: list, at, chosen: exact.then_some(first), place: place_for(id, true, count),
                    on_at: move |at| open.set(Some(Some(at))),
                    on_choose: move |at: usize| {
                        open.set(None);
                        on_take.call(by_click[at].clone());
                    },
                }
            }
        }
    }
}

/// With Ctrl or Cmd a key is for the dialog, and during composition of a character for the input method.
pub fn is_for_others(event: &KeyboardEvent) -> bool {
    let modifiers = event.modifiers();
    modifiers.ctrl() || modifiers.meta() || modifiers.alt() || event.is_composing()
}

/// The input element.
#[component]
fn Line(
    id: &'static str,
    looks: SuggestStyle,
    typed: String,
    shown: Option<usize>,
    open: Signal<Option<Option<usize>>>,
    on_type: EventHandler<String>,
    keys: EventHandler<KeyboardEvent>,
    on_leave: EventHandler<()>,
) -> Element {
    let SuggestStyle { hint, most, locked, invalid, described_by, .. } = looks;
    rsx! {
        input {
            id, r#type: "text", role: "combobox", "data-test": id, autocomplete: "off", spellcheck: "false", value: typed, disabled: locked, placeholder: hint, maxlength: most,
            aria_autocomplete: "list", aria_expanded: shown.is_some(), aria_controls: "{id}-list", aria_describedby: described_by,
            aria_invalid: invalid.then_some("true"), aria_activedescendant: shown.map(|at| format!("{id}-option-{at}")),
            oninput: move |event| {
                // After typing, Enter takes the first match; with an empty field the list closes.
                open.set((!event.value().trim().is_empty()).then_some(None));
                on_type.call(event.value());
            },
            onclick: move |_| if !locked && open.peek().is_none() { open.set(Some(None)) },
            onkeydown: move |event| keys.call(event),
            onblur: move |_| {
                open.set(None);
                on_leave.call(());
            },
        }
    }
}

/// The button that opens the list by pointer; the keyboard uses arrows.
#[component]
fn ShowButton(id: &'static str, show: String, on_show: EventHandler<()>) -> Element {
    rsx! {
        button {
            class: "icon-btn", r#type: "button", tabindex: "-1", aria_label: show.clone(), title: show, "data-test": "{id}-show",
            onmousedown: move |event| event.prevent_default(),
            onclick: move |event| {
                event.stop_propagation();
                dom::focus(&format!("#{id}"));
                on_show.call(());
            },
            Icon { name: "chevron-down" }
        }
    }
}

#[cfg(test)]
#[path = "suggest_tests.rs"]
mod tests;
