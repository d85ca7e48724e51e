//! Join: enter a code, see what it is for, make an account. Nothing here uses a code up but the last button.

mod code;
mod form;
mod joined;
#[cfg(test)]
mod tests;
mod welcome;

use crate::prelude::*;
use vestibule_wire::{ErrorView, JoinView, JoinedView};

/// Where the newcomer is.
#[derive(Debug, Clone, PartialEq)]
enum JoinStep {
    /// Typing the code; with what was wrong with the one before.
    Code(Option<ErrorView>),
    /// Looking at the invitation and filling in the form.
    Form(JoinView),
    /// A member.
    Joined(JoinedView),
}

/// The page. It is left with the username of who has joined, or none.
#[component]
pub fn Join(onleave: EventHandler<Option<String>>) -> Element {
    let step = use_signal(|| JoinStep::Code(None));
    let shown = step.cloned();
    rsx! {
        match shown {
            JoinStep::Code(error) => rsx! {
                code::EnterCode { step, refused: error, onleave }
            },
            JoinStep::Form(invitation) => rsx! {
                form::JoinForm { step, invitation }
            },
            JoinStep::Joined(joined) => rsx! {
                joined::Joined { joined, onleave }
            },
        }
    }
}
