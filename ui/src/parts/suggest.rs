//! A line of text and the list of what it may become: what a combo box, a field of tokens and a menu with a field have
//! in common. While the list is open its keys are the list's, and text that stands for nothing yet is never sent with
//! the form. Keeps out what is taken, and where the choices come from.

use super::icon::Icon;
use super::listbox::{Choice, Choices, place_for, spend};
use crate::dom;
use crate::prelude::*;
use vestibule_domain::letters::key;

/// What is offered, and which of it Enter takes first.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SuggestOffer {
    /// In the order shown.
    pub list: Vec<Choice>,
    /// The place of the first match.
    pub first: usize,
    /// What is typed is the name of one of them.
    pub exact: bool,
}

/// Two names that people read as one.
fn is_same(one: &str, other: &str) -> bool {
    key(one) == key(other)
}

/// What contains the typed text, in the given order, and last what the text itself would be. Everything for nothing
/// typed; everything for a name that is one of them, which then is the first match.
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

/// What a key does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SuggestKey {
    /// Nothing of the list's.
    Not,
    /// Opens the list, or goes there in it.
    To(usize),
    /// Takes that choice and closes.
    Take(usize),
    /// What is typed is to become something: there is nothing to choose.
    Settle,
    /// Closes and changes nothing.
    Close,
}

/// `open`: the place in the open list. `unsettled`: what is typed stands for nothing yet, so Enter is not the form's.
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

/// How the field looks and what it is called.
#[derive(Debug, Clone, PartialEq)]
pub struct SuggestStyle {
    /// What is typed here.
    pub label: String,
    /// In the empty field.
    pub hint: String,
    /// The field's class beside `input`.
    pub class: &'static str,
    /// The most characters that can be typed.
    pub most: u32,
    /// It can't be changed.
    pub locked: bool,
    /// Something is wrong with it.
    pub invalid: bool,
    /// The id of the sentence that says what.
    pub described_by: Option<String>,
    /// On a button that opens the list; none: there is no button.
    pub show: Option<String>,
}

/// The field with its list. `children` stand before the text.
#[component]
pub fn Suggest(
    /// The field's id and test hook.
    id: &'static str,
    looks: SuggestStyle,
    typed: String,
    offer: SuggestOffer,
    /// What is typed stands for nothing yet.
    unsettled: bool,
    on_type: EventHandler<String>,
    on_take: EventHandler<Choice>,
    /// What is typed is to stand as it is.
    on_settle: EventHandler<()>,
    #[props(default)] on_leave: EventHandler<()>,
    /// A key of the field's own, before the list hears it. True: it is done with.
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
        spend(&event);
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

/// With Ctrl or Cmd a key is the dialog's, and while a character is being composed nobody's.
pub fn is_for_others(event: &KeyboardEvent) -> bool {
    let modifiers = event.modifiers();
    modifiers.ctrl() || modifiers.meta() || modifiers.alt() || event.is_composing()
}

/// The text itself.
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
                // The first match is at hand; nothing is when nothing is typed.
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

/// Opens the list by pointer; the keyboard has its arrows.
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
