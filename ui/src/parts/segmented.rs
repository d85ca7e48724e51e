//! Two to five choices side by side, all visible. Keeps out what they mean.

use super::icon::{Icon, IconSize};
use crate::language::facing;
use crate::prelude::*;

/// One segment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    /// The test id, passed to the handler of a choice.
    pub name: String,
    /// Its label.
    pub words: String,
    /// The name of an icon before the label.
    pub icon: Option<&'static str>,
    /// Why it cannot be chosen now; None: it can.
    pub off: Option<String>,
}

/// A row of segments of which one is on. Arrows move between them.
#[component]
pub fn Segmented(
    /// The id of the element that labels the choice.
    labelled_by: &'static str,
    segments: Vec<Segment>,
    chosen: String,
    on_choose: EventHandler<String>,
    /// Makes it as tall as a form's fields.
    #[props(default)]
    form: bool,
) -> Element {
    let open = segments.iter().filter(|segment| segment.off.is_none());
    let names: Vec<String> = open.map(|segment| segment.name.clone()).collect();
    let current = chosen.clone();
    let keys = move |event: KeyboardEvent| {
        let step = match facing(event.key().to_string()).as_str() {
            "ArrowRight" | "ArrowDown" => 1,
            "ArrowLeft" | "ArrowUp" => names.len().saturating_sub(1),
            _ => return,
        };
        if names.is_empty() {
            return;
        }
        event.prevent_default();
        let at = names.iter().position(|name| *name == current).unwrap_or(0);
        let next = names[(at + step) % names.len()].clone();
        crate::dom::focus(&format!("[data-test=\"{next}\"]"));
        on_choose.call(next);
    };
    rsx! {
        div {
            class: if form { "seg wide form" } else { "seg wide" },
            role: "radiogroup", aria_labelledby: labelled_by, onkeydown: keys,
            for segment in segments {
                Part { key: "{segment.name}", on: segment.name == chosen, segment, on_choose }
            }
        }
    }
}

#[component]
fn Part(segment: Segment, on: bool, on_choose: EventHandler<String>) -> Element {
    let name = segment.name.clone();
    rsx! {
        button {
            r#type: "button", role: "radio", aria_checked: on, "data-on": on, tabindex: if on { "0" } else { "-1" },
            disabled: segment.off.is_some(), title: segment.off.unwrap_or_else(|| segment.words.clone()), "data-test": segment.name.clone(),
            onclick: move |_| on_choose.call(name.clone()),
            if let Some(icon) = segment.icon {
                Icon { name: icon, size: IconSize::Small }
            }
            span { class: "clip", "{segment.words}" }
        }
    }
}
