//! Join: enter a code, see its invitation, make an account. Only the last button uses the code up.

mod code;
mod form;
mod joined;
#[cfg(test)]
mod tests;
mod welcome;

use crate::prelude::*;
use vestibule_wire::{ErrorView, JoinView, JoinedView};

/// The current step.
#[derive(Debug, Clone, PartialEq)]
enum JoinStep {
    /// Typing the code; with the error of the last one, if any.
    Code(Option<ErrorView>),
    /// Reading the invitation and filling in the form.
    Form(JoinView),
    /// The account was made.
    Joined(JoinedView),
}

/// The page. `onleave` gets the username of the new account, or None.
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
