//! How many there are of each kind; each count is a filter too. Keeps out the list, and what the kinds are.

use super::icon::Icon;
use crate::prelude::*;
use crate::words;

/// One of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// Its test hook, and what is told when it is pressed.
    pub hook: &'static str,
    /// Its symbol.
    pub icon: &'static str,
    /// The class of the symbol's colour.
    pub colour: &'static str,
    /// What people read.
    pub words: String,
    /// How many; bones until that is known.
    pub count: Option<u64>,
    /// It is the filter that is on.
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
