//! Cells that many lists have: a text, a time, a person. Keeps out which column they are in.

use crate::parts::brand::{initials, tint};
use crate::prelude::*;
use crate::time;
use vestibule_wire::Moment;

/// A name or other text that people wrote; a dash if it is empty.
#[component]
pub fn Text(text: String) -> Element {
    rsx! {
        if text.is_empty() {
            span { class: "muted", "–" }
        } else {
            span { translate: "no", dir: "auto", title: text.clone(), {text.clone()} }
        }
    }
}

/// How long ago something happened, with the exact time as tooltip.
#[component]
pub fn When(
    at: Option<Moment>,
    now: Moment,
    /// The text if there is no time.
    never: String,
) -> Element {
    rsx! {
        if let Some(at) = at {
            span { title: time::exact(at), {time::ago(at, now)} }
        } else {
            span { class: "muted", {never} }
        }
    }
}

/// A person's name, with their initials.
#[component]
pub fn Who(
    /// The account's id; it picks the colour.
    id: String,
    name: String,
    title: String,
    test: Option<&'static str>,
) -> Element {
    rsx! {
        span { class: "who", translate: "no", title,
            i { class: "avatar s", "data-h": tint(&id), aria_hidden: "true", {initials(&name)} }
            span { class: "clip", dir: "auto", "data-test": test, {name} }
        }
    }
}
