//! A menu of actions: takes the focus, closes on Esc or a press elsewhere, and gives the focus back. Keeps out what
//! the actions do.

use super::icon::{Icon, IconSize};
use super::listbox::px;
use crate::dom;
use crate::overlay::{Overlay, use_overlay};
use crate::prelude::*;
use std::rc::Rc;

/// A menu's width in CSS, in CSS pixels.
const WIDTH: f64 = 216.0;
const ROW: f64 = 30.0;
const EDGES: f64 = 8.0;
const RULE: f64 = 9.0;

/// One line of a menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The test id, passed to the handler of a choice.
    pub name: &'static str,
    /// The name of the icon before the label.
    pub icon: &'static str,
    /// The label.
    pub words: String,
    /// The keycap at the end.
    pub keycap: Option<&'static str>,
    /// Set apart and in red: it ends something.
    pub ends: bool,
    /// For radio and checkbox items: whether it is on. None: a plain action.
    pub checked: Option<bool>,
    /// A checkbox item: choosing it keeps the menu open.
    pub ticked: bool,
    /// Set apart from the item before it.
    pub apart: bool,
}

impl Item {
    /// A plain action.
    pub fn new(name: &'static str, icon: &'static str, words: String) -> Self {
        Self { name, icon, words, keycap: None, ends: false, checked: None, ticked: false, apart: false }
    }

    /// Adds the action's key.
    pub fn key(mut self, keycap: &'static str) -> Self {
        self.keycap = Some(keycap);
        self
    }

    /// Makes it an item that ends something.
    pub fn ending(mut self) -> Self {
        self.ends = true;
        self
    }

    /// Makes it a checkbox item, independent of others; the menu stays open.
    pub fn ticked(mut self, on: bool) -> Self {
        (self.checked, self.ticked) = (Some(on), true);
        self
    }

    /// Sets it apart from the item before it.
    pub fn apart(mut self) -> Self {
        self.apart = true;
        self
    }

    /// Makes it a radio item.
    pub fn checked(mut self, on: bool) -> Self {
        self.checked = Some(on);
        self
    }
}

/// The index that a key moves to; None for other keys.
pub fn stepped(key: &str, at: usize, count: usize) -> Option<usize> {
    let count = count.max(1);
    match key {
        "ArrowDown" | "j" => Some((at + 1) % count),
        "ArrowUp" | "k" => Some((at + count - 1) % count),
        "Home" | "PageUp" => Some(0),
        "End" | "PageDown" => Some(count - 1),
        _ => None,
    }
}

/// Handles the keys in an open menu of `count` items: they move, or close it. None of them reaches the page.
pub fn keys(event: &KeyboardEvent, mut at: Signal<usize>, count: usize, close: Callback<()>) {
    let key = event.key().to_string();
    event.stop_propagation();
    let next = stepped(&key, at(), count);
    match next {
        Some(next) => at.set(next),
        None if key == "Escape" || key == "Tab" => close.call(()),
        None => return,
    }
    event.prevent_default();
}

/// Opens beside the element that `anchor` selects; when closed, that element gets the focus back.
#[component]
pub fn Menu(
    label: String,
    /// A CSS selector.
    anchor: String,
    /// The pointer's position in the window; None: the menu opens beside the anchor.
    #[props(default)]
    point: Option<(f64, f64)>,
    items: Vec<Item>,
    on_choose: EventHandler<&'static str>,
    on_close: EventHandler<()>,
) -> Element {
    use_overlay(Overlay::Menu);
    let mut at = use_signal(|| items.iter().position(|item| item.checked == Some(true)).unwrap_or(0));
    let count = items.len();
    let rules = items.iter().skip(1).filter(|item| item.ends || item.apart).count();
    let height = count as f64 * ROW + rules as f64 * RULE + EDGES;
    let beside = anchor.clone();
    let find = use_callback(move |()| {
        let pointed = point.map(|(left, top)| dom::ElementRect { left, top, ..dom::ElementRect::default() });
        let place = pointed.or_else(|| dom::bounding_rect(&beside)).unwrap_or_default();
        dom::beside(place, WIDTH, height, dom::window_size(), point.is_none())
    });
    let stands = use_signal(|| find.call(()));
    use_hook(|| {
        Rc::new(dom::listen(&["resize"], move || {
            let mut stands = stands;
            stands.set(find.call(()));
        }))
    });
    let (left, top) = stands();
    use_effect(move || dom::focus(&format!(".menu [data-place=\"{}\"]", at())));
    let back = anchor.clone();
    let close = use_callback(move |()| {
        on_close.call(());
        dom::focus(&back);
    });
    let choose = use_callback(move |(name, stays): (&'static str, bool)| {
        if !stays {
            close.call(());
        }
        on_choose.call(name);
    });
    rsx! {
        div { class: "backdrop", onmousedown: move |event| { event.prevent_default(); close.call(()); } }
        div {
            class: "menu fixed", role: "menu", aria_label: label, left: px(left), top: px(top), width: px(WIDTH),
            onkeydown: move |event| keys(&event, at, count, close),
            for (n , item) in items.into_iter().enumerate() {
                Line { key: "{item.name}", apart: (item.ends || item.apart) && n > 0, item, place: n, on_here: move |_| at.set(n), on_choose: choose }
            }
        }
    }
}

#[component]
fn Line(
    item: Item,
    apart: bool,
    place: usize,
    on_here: EventHandler<()>,
    on_choose: Callback<(&'static str, bool)>,
) -> Element {
    let (name, stays) = (item.name, item.ticked);
    let role = match item.checked {
        _ if stays => "menuitemcheckbox",
        Some(_) => "menuitemradio",
        None => "menuitem",
    };
    rsx! {
        if apart {
            hr {}
        }
        button {
            r#type: "button", class: item.ends.then_some("danger"), tabindex: "-1",
            role, aria_checked: item.checked, "data-place": place, "data-test": name,
            onmousemove: move |_| on_here.call(()),
            onclick: move |_| on_choose.call((name, stays)),
            if !item.icon.is_empty() {
                Icon { name: item.icon }
            }
            span { class: "clip", {item.words} }
            if let Some(keycap) = item.keycap {
                span { class: "kbd", "{keycap}" }
            }
            if item.checked == Some(true) {
                Icon { name: "check", size: IconSize::Small }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_go_round() {
        assert_eq!(stepped("ArrowDown", 2, 3), Some(0));
        assert_eq!(stepped("ArrowUp", 0, 3), Some(2));
        assert_eq!((stepped("Home", 2, 3), stepped("End", 0, 3)), (Some(0), Some(2)));
    }

    #[test]
    fn other_keys_do_not_move() {
        assert_eq!(stepped("Enter", 0, 3), None);
        assert_eq!(stepped("ArrowRight", 0, 3), None);
    }
}
