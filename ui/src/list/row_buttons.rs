//! The buttons of a row: quick actions on hover and focus, and the ellipsis, always shown. Tab skips them; arrows
//! reach them from the row. Keeps out the actions.

use super::listed::QuickAction;
use crate::parts::icon::Icon;
use crate::prelude::*;
use crate::t;

/// The buttons of one row.
#[component]
pub fn RowButtons(
    quick: Vec<QuickAction>,
    /// The row's name, for screen readers.
    of: String,
    /// The action that was just done: its button shows a tick.
    done: Option<&'static str>,
    /// Whether the menu is open.
    open: bool,
    on_act: EventHandler<&'static str>,
    on_more: EventHandler<()>,
) -> Element {
    let last = quick.len();
    rsx! {
        span { class: "row-acts", "data-quick": last > 0,
            for (place , action) in quick.into_iter().enumerate() {
                Quick { key: "{action.name}", place, done: done == Some(action.name), action, of: of.clone(), on_act }
            }
            button {
                class: "icon-btn more", r#type: "button", aria_label: t!("list-more-of", name = of.clone()), title: t!("list-more"),
                aria_haspopup: "menu", aria_expanded: open, tabindex: "-1", "data-place": last, "data-test": "row-menu",
                onclick: move |_| on_more.call(()),
                Icon { name: "ellipsis" }
            }
        }
    }
}

#[component]
fn Quick(action: QuickAction, place: usize, of: String, done: bool, on_act: EventHandler<&'static str>) -> Element {
    let name = action.name;
    rsx! {
        button {
            class: "icon-btn", r#type: "button", aria_label: t!("list-act-of", act = action.words, name = of), title: action.title, tabindex: "-1", "data-place": place, "data-test": name,
            "data-done": done, onclick: move |_| on_act.call(name),
            Icon { name: if done { "check" } else { action.icon } }
        }
    }
}
