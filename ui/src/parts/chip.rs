//! A filter as a chip: its name while off; its value and an x while on. Keeps out the menu that it opens, and what it
//! filters.

use super::icon::Icon;
use crate::prelude::*;
use crate::t;

/// The chip. A press clears its filter if that is set, else opens its menu.
#[component]
pub fn Chip(
    /// Its element's id and test id.
    id: String,
    /// The filter's name.
    label: String,
    /// The value in words; None: the filter is off.
    said: Option<String>,
    /// Why the value cannot be used.
    wrong: Option<String>,
    /// The value is a name that people gave, so it is not translated.
    #[props(default)]
    named: bool,
    /// Whether its menu is open.
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
