//! A code shown in its groups. Keeps out typing one in (see the Join page) and copying it.

use super::mask::{dots, holds, use_mask};
use crate::prelude::*;
use crate::t;

/// The groups of a code as shown, e.g. `K7QF-2M9X-4TZC-8WHN`.
pub fn groups(code: &str) -> Vec<String> {
    code.split('-').filter(|group| !group.is_empty()).map(str::to_owned).collect()
}

/// A code in boxes of four; `bad` (1-based) marks the group with a typing mistake. While codes are masked it is dots
/// unless held.
#[component]
pub fn CodeStrip(code: String, #[props(default)] small: bool, bad: Option<u8>, test: Option<String>) -> Element {
    let mask = use_mask().filter(|mask| (mask.on)());
    let place = test.clone().unwrap_or_else(|| "strip".to_owned());
    let hidden = mask.is_some_and(|mask| mask.hides(&place));
    let shown = if hidden { dots(&code) } else { code.clone() };
    let pressed = place.clone();
    rsx! {
        span {
            class: if small { "strip s" } else { "strip" },
            role: if mask.is_some() { "button" } else { "group" },
            tabindex: mask.map(|_| "0"),
            title: hidden.then(|| t!("mask-hold")),
            "aria-label": if hidden { t!("mask-hidden") } else { t!("code-strip", code = code) },
            "data-masked": mask.map(|_| if hidden { "dots" } else { "held" }),
            "data-test": test,
            onpointerdown: move |_| if let Some(mask) = mask {
                mask.hold(&pressed);
            },
            onpointerleave: move |_| if let Some(mask) = mask { mask.release() },
            onblur: move |_| if let Some(mask) = mask { mask.release() },
            onkeydown: move |event| if let Some(mask) = mask.filter(|_| holds(&event)) {
                event.prevent_default();
                event.stop_propagation();
                if !event.is_auto_repeating() {
                    mask.hold(&place);
                }
            },
            for (at , group) in groups(&shown).into_iter().enumerate() {
                b { key: "{at}", "data-state": (bad.map(usize::from) == Some(at + 1)).then_some("bad"), {group} }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_falls_into_its_groups() {
        assert_eq!(groups("K7QF-2M9X-4TZC-8WHN"), ["K7QF", "2M9X", "4TZC", "8WHN"]);
        assert_eq!(groups("K7QF-2"), ["K7QF", "2"]);
        assert!(groups("").is_empty());
    }
}
