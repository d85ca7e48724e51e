//! The number of rows of each kind; each count is a filter too. Keeps out the list, and what the kinds are.

use super::icon::Icon;
use crate::prelude::*;
use crate::words;

/// One counter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// Its test id, passed to the handler of a press.
    pub hook: &'static str,
    /// The name of its icon.
    pub icon: &'static str,
    /// The CSS class of the icon's colour.
    pub colour: &'static str,
    /// Its label.
    pub words: String,
    /// Its number; None: a placeholder until it is fetched.
    pub count: Option<u64>,
    /// Whether the list is filtered by it.
    pub on: bool,
}

/// The row of counters, in groups.
#[component]
pub fn Counters(label: String, groups: Vec<Vec<Count>>, on_press: EventHandler<&'static str>) -> Element {
    rsx! {
        div { class: "counters", role: "group", aria_label: label,
            for group in groups {
                div {
                    for one in group {
                        Counter { one, on_press }
                    }
                }
            }
        }
    }
}

#[component]
fn Counter(one: Count, on_press: EventHandler<&'static str>) -> Element {
    let Count { hook, icon, colour, words: title, count, on } = one;
    rsx! {
        button { class: "counter", r#type: "button", aria_pressed: on, "data-test": hook, onclick: move |_| on_press.call(hook),
            span {
                i { class: "tint {colour}", Icon { name: icon } }
                span { class: "clip", title: title.clone(), {title.clone()} }
            }
            if let Some(count) = count {
                b { {words::number(count)} }
            } else {
                b { aria_hidden: "true", span { class: "bone" } }
            }
        }
    }
}
