//! Icons from one sprite. Keeps out names for screen readers: an icon is beside a word, or its button has a label.

use crate::prelude::*;

/// How large an icon is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum IconSize {
    /// 16 px.
    #[default]
    Normal,
    /// 14 px.
    Small,
    /// 20 px.
    Large,
}

/// Symbols that point along the line of writing: mirrored where that goes from right to left.
const POINTING: [&str; 5] = ["chevron-left", "chevron-right", "log-in", "log-out", "send"];

/// One symbol of `icons.svg`, by its id.
#[component]
pub fn Icon(name: &'static str, #[props(default)] size: IconSize) -> Element {
    let class = match size {
        IconSize::Normal => "i",
        IconSize::Small => "i s",
        IconSize::Large => "i l",
    };
    rsx! {
        svg { class, "data-points": POINTING.contains(&name).then_some("inline"), "aria-hidden": "true",
            r#use { href: "#{name}" }
        }
    }
}

/// The sprite itself, once per window.
#[component]
pub fn Sprite() -> Element {
    rsx! {
        div { hidden: true, "aria-hidden": "true", dangerous_inner_html: include_str!("../../icons.svg") }
    }
}
