//! A filter as a chip: its name when it is off; its value and an x when it is on. Keeps out the menu that it opens, and
//! what it filters.

use super::icon::Icon;
use crate::prelude::*;
use crate::t;

/// The chip. A press on a set one takes it off; else it opens its menu.
#[component]
pub fn Chip(
    /// Its id and test hook.
    id: String,
    /// What it filters by.
    label: String,
    /// What is chosen, in words; none: it is off.
    said: Option<String>,
    /// Why what was asked for cannot be.
    wrong: Option<String>,
    /// What is chosen is a name of something, not a word of ours.
    #[props(default)]
    named: bool,
    /// Its menu is open.
    #[props(default)]
    open: bool,
    on_open: EventHandler<()>,
    on_drop: EventHandler<()>,
) -> Element {
    let on = said.is_some();
    let words = match (said, &wrong) {
        (Some(value), Some(wrong)) => t!("filter-wrong", filter = label.clone(), value = value, reason = wrong.clone()),
        (Some(value), None) => t!("list-filter-set", filter = label.clone(), value = value),
        (None, _) => label.clone(),
    };
    let drop = t!("list-filter-drop", filter = label);
    let title = on.then(|| if wrong.is_some() { words.clone() } else { format!("{words} · {drop}") });
    let icon = if on { "x" } else { "chevron-down" };
    rsx! {
        button {
            id: id.clone(), class: "chip", r#type: "button", "data-test": id, aria_pressed: on, "data-state": wrong.is_some().then_some("wrong"),
            aria_haspopup: (!on).then_some("dialog"), aria_expanded: (!on).then_some(open), title,
            onclick: move |_| if on { on_drop.call(()) } else { on_open.call(()) },
            if wrong.is_some() {
                Icon { name: "circle-alert" }
            }
            span { class: "clip", translate: (on && named).then_some("no"), {words} }
            Icon { name: icon }
        }
    }
}
