//! What stands in cells of many lists: a text, a time, a person. Keeps out which column it is.

use crate::parts::brand::{initials, tint};
use crate::prelude::*;
use crate::time;
use vestibule_wire::Moment;

/// A name or another text of people's own; a dash where there is none.
#[component]
pub fn Text(text: String) -> Element {
    rsx! {
        if text.is_empty() {
            span { class: "muted", "–" }
        } else {
            span { translate: "no", title: text.clone(), {text.clone()} }
        }
    }
}

/// How long ago, exactly on hover.
#[component]
pub fn When(
    at: Option<Moment>,
    now: Moment,
    /// What stands there instead of no time.
    never: String,
) -> Element {
    rsx! {
        if let Some(at) = at {
            span { title: time::exact(at), {time::relative(at, now)} }
        } else {
            span { class: "muted", {never} }
        }
    }
}

/// Somebody, with the letters of their name.
#[component]
pub fn Who(
    /// Theirs: it gives the colour.
    id: String,
    name: String,
    title: String,
    test: Option<&'static str>,
) -> Element {
    rsx! {
        span { class: "who", translate: "no", title,
            i { class: "avatar s", "data-h": tint(&id), aria_hidden: "true", {initials(&name)} }
            span { class: "clip", "data-test": test, {name} }
        }
    }
}
