//! The strength of a password in four steps and a word. Keeps out how it is computed.

use crate::prelude::*;
use crate::t;
use vestibule_wire::PasswordStrengthView;

fn word(strength: &PasswordStrengthView) -> String {
    match strength.score {
        0 => t!("strength-0"),
        1 => t!("strength-1"),
        2 => t!("strength-2"),
        3 => t!("strength-3"),
        _ => t!("strength-4"),
    }
}

/// The text under the meter; with None, how long a password must be.
pub fn advice(strength: Option<&PasswordStrengthView>, min: u32) -> String {
    match strength {
        None => t!("strength-advice-length", min = min),
        // Strong but not accepted: it is too short.
        Some(strength) if !strength.accepted && strength.score >= 3 => t!("strength-advice-length", min = strength.min),
        Some(strength) if strength.accepted => match strength.score {
            4.. => t!("strength-advice-4"),
            _ => t!("strength-advice-3"),
        },
        Some(strength) => match strength.score {
            0 => t!("strength-advice-0"),
            1 => t!("strength-advice-1"),
            _ => t!("strength-advice-2"),
        },
    }
}

/// The meter. Its space is reserved from the start, so that nothing moves; its meaning in words is the field's hint
/// (see [`advice`]).
#[component]
pub fn Meter(strength: Option<PasswordStrengthView>) -> Element {
    // Any text lights at least one step: an unlit meter means that nothing was typed.
    let lit = strength.map_or(0, |s| s.score.clamp(1, 4));
    let tone = match lit {
        0 | 1 => "bad",
        2 => "warn",
        _ => "good",
    };
    let label = strength.map(|s| t!("strength-label", word = word(&s), score = u32::from(lit)));
    rsx! {
        div { class: "meter", "data-tone": tone, role: "img", "aria-label": label.unwrap_or_else(|| t!("strength-label-none")),
            for step in 0..4u8 {
                i { key: "{step}", class: if step < lit { "on" } }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strength(score: u8, accepted: bool) -> PasswordStrengthView {
        PasswordStrengthView { score, accepted, min: 10 }
    }

    #[test]
    fn a_strong_but_short_password_is_told_the_length() {
        assert_eq!(advice(Some(&strength(4, false)), 10), "At least 10 characters. Several unrelated words work well.");
    }

    #[test]
    fn a_good_password_is_told_what_would_make_it_strong() {
        assert_eq!(advice(Some(&strength(3, true)), 10), "Good. One more word would make it strong.");
    }

    #[test]
    fn every_score_has_words_of_its_own() {
        let all: std::collections::BTreeSet<_> =
            (0..=4).map(|score| advice(Some(&strength(score, score >= 3)), 10)).collect();
        assert_eq!(all.len(), 5);
    }
}
