//! A status: a word, an icon of its own shape, an edge of its own, and a colour. Keeps out how the status came about.

use super::icon::Icon;
use crate::prelude::*;
use crate::t;
use vestibule_wire::Status;

/// The ring's circumference: radius 9 in a box of 24.
const ROUND: f64 = 56.5;

/// The class and `data-status` of a status.
pub fn class(status: Status) -> &'static str {
    match status {
        Status::Active => "active",
        Status::Used => "used",
        Status::Expired => "expired",
        Status::Revoked => "revoked",
    }
}

/// The word for a status.
pub fn word(status: Status) -> String {
    match status {
        Status::Active => t!("invitations-active"),
        Status::Used => t!("invitations-used"),
        Status::Expired => t!("invitations-expired"),
        Status::Revoked => t!("invitations-revoked"),
    }
}

/// The symbol of a status.
pub fn icon(status: Status) -> &'static str {
    match status {
        Status::Active => "st-active",
        Status::Used => "st-used",
        Status::Expired => "st-expired",
        Status::Revoked => "st-revoked",
    }
}

/// The length of the ring's arc for that many uses: at least a visible dot, never closed.
fn drawn(uses: u32, limit: u32) -> f64 {
    let share = f64::from(uses) / f64::from(limit.max(1));
    (ROUND * share).clamp(5.0, ROUND - 3.0)
}

/// The pill. For a partly used active one the icon is a ring that fills.
#[component]
pub fn StatusPill(status: Status, uses: u32, limit: u32) -> Element {
    let partly = status == Status::Active && uses > 0;
    rsx! {
        span { class: "pill {class(status)}", "data-test": "status",
            if partly {
                svg { class: "i", view_box: "0 0 24 24", "aria-hidden": "true",
                    circle { cx: "12", cy: "12", r: "9", stroke_opacity: ".4", stroke_width: "4" }
                    circle {
                        cx: "12", cy: "12", r: "9", stroke_width: "4", stroke_linecap: "butt",
                        stroke_dasharray: "{drawn(uses, limit):.1} {ROUND}", transform: "rotate(-90 12 12)",
                    }
                }
            } else {
                Icon { name: icon(status) }
            }
            {word(status)}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ring_shows_the_share_and_is_never_closed_nor_invisible() {
        assert_eq!(format!("{:.1}", drawn(2, 5)), "22.6");
        assert_eq!(drawn(1, 10_000), 5.0);
        assert_eq!(drawn(9_999, 10_000), ROUND - 3.0);
    }
}
