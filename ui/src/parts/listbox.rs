//! The list that a field or chip opens, and its keys. Keeps out the field itself.

use super::icon::{Icon, IconSize};
use crate::dom;
use crate::prelude::*;

/// The height of one choice and of the list's edges, in CSS pixels (`.menu` in the stylesheet).
const ROW: f64 = 30.0;
const EDGES: f64 = 8.0;
const TALLEST: f64 = 240.0;

/// One thing to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The value chosen.
    pub value: String,
    /// Its label.
    pub words: String,
}

impl Choice {
    /// A value and its words.
    pub fn new(value: impl Into<String>, words: impl Into<String>) -> Self {
        Self { value: value.into(), words: words.into() }
    }
}

/// What a key does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Move {
    /// Nothing: the key is not handled.
    Not,
    /// Opens the list at that index, or moves there.
    To(usize),
    /// Takes the choice at that index and closes.
    Choose(usize),
    /// Closes and changes nothing.
    Close,
}

/// `open`: the index in the open list. `current`: the chosen one. Letters are left to the type-ahead.
pub fn moved(key: &str, open: Option<usize>, current: Option<usize>, count: usize) -> Move {
    let start = current.unwrap_or(0);
    let last = count.saturating_sub(1);
    match (key, open) {
        _ if count == 0 => Move::Not,
        ("ArrowDown" | "ArrowUp" | "Enter" | " ", None) => Move::To(start),
        ("Home", None) => Move::To(0),
        ("End", None) => Move::To(last),
        (_, None) => Move::Not,
        ("ArrowDown", Some(at)) => Move::To((at + 1).min(last)),
        ("ArrowUp", Some(at)) => Move::To(at.saturating_sub(1)),
        ("Home" | "PageUp", Some(_)) => Move::To(0),
        ("End" | "PageDown", Some(_)) => Move::To(last),
        ("Enter" | " " | "Tab", Some(at)) => Move::Choose(at),
        ("Escape", Some(_)) => Move::Close,
        _ => Move::Not,
    }
}

/// Stops the event: the page and the dialog around don't receive it. Tab still moves the focus.
pub fn consume(event: &KeyboardEvent) {
    if event.key() != Key::Tab {
        event.prevent_default();
    }
    event.stop_propagation();
}

/// Where the list is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum ListboxPosition {
    /// Under its field, moving with it.
    Below,
    /// Over its field, moving with it.
    Above,
    /// At this position in the window: left, top, width. For fields in a box that scrolls.
    Fixed(f64, f64, f64),
}

/// The list's position for the field `id`. `fixed`: the field is in a box that scrolls. `count` 0: below, else above.
pub fn place_for(id: &str, fixed: bool, count: usize) -> ListboxPosition {
    if !fixed {
        return if count == 0 { ListboxPosition::Below } else { ListboxPosition::Above };
    }
    let field = dom::bounding_rect(&format!("#{id}-box")).unwrap_or_default();
    let height = (count as f64 * ROW + EDGES).min(TALLEST);
    let (left, top) = dom::beside(field, field.width, height, dom::window_size(), false);
    ListboxPosition::Fixed(left, top, field.width)
}

/// The open list. Pressing the mouse in it does not take the focus from the field.
#[component]
pub fn Choices(
    id: &'static str,
    label: String,
    choices: Vec<Choice>,
    /// The index that Enter takes.
    at: Option<usize>,
    chosen: Option<usize>,
    place: ListboxPosition,
    /// The choices are names that people gave, so they are not translated.
    #[props(default)]
    names: bool,
    on_at: EventHandler<usize>,
    on_choose: EventHandler<usize>,
) -> Element {
    let (class, left, top, width) = match place {
        ListboxPosition::Below => ("menu below", None, None, None),
        ListboxPosition::Above => ("menu above", None, None, None),
        ListboxPosition::Fixed(left, top, width) => ("menu fixed", Some(px(left)), Some(px(top)), Some(px(width))),
    };
    use_effect(use_reactive!(|at| if let Some(at) = at {
        dom::reveal(&format!("#{id}-option-{at}"));
    }));
    rsx! {
        div {
            id: "{id}-list", class, role: "listbox", translate: names.then_some("no"), aria_label: label, left, top, width,
            onmousedown: move |event| event.prevent_default(),
            for (n , choice) in choices.into_iter().enumerate() {
                div {
                    key: "{choice.value}", id: "{id}-option-{n}", role: "option", "data-test": "{id}-{choice.value}",
                    aria_selected: chosen == Some(n), "data-at": at == Some(n), title: choice.words.clone(),
                    onmousemove: move |_| if at != Some(n) { on_at.call(n) },
                    onclick: move |event| {
                        event.stop_propagation();
                        on_choose.call(n);
                    },
                    span { class: "clip", "{choice.words}" }
                    if chosen == Some(n) {
                        Icon { name: "check", size: IconSize::Small }
                    }
                }
            }
        }
    }
}

/// A length such as `12px`, for a property set on the element's style object.
pub fn px(length: f64) -> String {
    format!("{length}px")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(key: &str, open: Option<usize>) -> Move {
        moved(key, open, Some(1), 3)
    }

    #[test]
    fn a_closed_list_opens_at_the_chosen_one() {
        assert_eq!(key("ArrowDown", None), Move::To(1));
        assert_eq!(key("Enter", None), Move::To(1));
        assert_eq!(key("x", None), Move::Not);
        assert_eq!(key("Escape", None), Move::Not, "Esc then belongs to the dialog around it");
    }

    #[test]
    fn arrows_stop_at_both_ends() {
        assert_eq!(key("ArrowDown", Some(2)), Move::To(2));
        assert_eq!(key("ArrowUp", Some(0)), Move::To(0));
        assert_eq!(key("End", Some(0)), Move::To(2));
    }

    #[test]
    fn enter_space_and_tab_take_the_one_shown_and_escape_takes_none() {
        for taking in ["Enter", " ", "Tab"] {
            assert_eq!(key(taking, Some(2)), Move::Choose(2));
        }
        assert_eq!(key("Escape", Some(2)), Move::Close);
    }

    #[test]
    fn an_empty_list_takes_no_keys() {
        assert_eq!(moved("Enter", Some(0), None, 0), Move::Not);
    }
}
