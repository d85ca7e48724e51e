//! A code in its groups, to read. Keeps out typing one in (see the Join page) and copying it.

use crate::t;
use dioxus::prelude::*;

/// The groups of a code as shown, e.g. `K7QF-2M9X-4TZC-8WHN`.
pub fn groups(code: &str) -> Vec<String> {
    code.split('-').filter(|group| !group.is_empty()).map(str::to_owned).collect()
}

/// A code in boxes of four; `bad` (1-based) marks the group with a typing mistake.
#[component]
pub fn CodeStrip(code: String, #[props(default)] small: bool, bad: Option<u8>, test: Option<String>) -> Element {
    rsx! {
        span {
            class: if small { "strip s" } else { "strip" },
            role: "group",
            "aria-label": t!("code-strip", code = code.clone()),
            "data-test": test,
            for (at , group) in groups(&code).into_iter().enumerate() {
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
