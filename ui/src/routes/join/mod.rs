//! Join: enter a code, see its invitation, make an account. Only the last button uses the code up.

mod code;
mod form;
mod joined;
#[cfg(test)]
mod tests;
mod welcome;

use crate::opened_link::use_opened_link;
use crate::parts::button::{Button, Kind, Size};
use crate::parts::dialog::Dialog;
use crate::prelude::*;
use crate::t;
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
    let mut step = use_signal(|| JoinStep::Code(None));
    let shown = step.cloned();
    let link = use_opened_link();
    // The step with the code takes a link by itself; a form is asked about first.
    use_effect(move || {
        let now = step.cloned();
        match now {
            JoinStep::Joined(_) if link.code().is_some() => step.set(JoinStep::Code(None)),
            JoinStep::Form(invitation) if link.code().is_some() && !link.differs_from(&invitation.code) => {
                link.take();
            }
            _ => {}
        }
    });
    let asks = matches!(&shown, JoinStep::Form(invitation) if link.differs_from(&invitation.code));
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
        if asks {
            OtherLink { on_stay: move |()| { link.take(); }, on_other: move |()| step.set(JoinStep::Code(None)) }
        }
    }
}

/// Asked when another invite link is opened while the form is filled in.
#[component]
fn OtherLink(on_stay: EventHandler<()>, on_other: EventHandler<()>) -> Element {
    rsx! {
        Dialog {
            name: "other-link", title: t!("join-other-title"), narrow: true, alert: true, describedby: "other-link-text", onclose: on_stay,
            footer: rsx! {
                span { class: "grow" }
                Button { size: Size::Form, focus: true, test: "other-link-stay", onclick: move |_| on_stay.call(()), {t!("join-other-stay")} }
                Button { kind: Kind::Primary, size: Size::Form, test: "other-link-open", onclick: move |_| on_other.call(()), {t!("join-other-open")} }
            },
            section { p { id: "other-link-text", {t!("join-other-text")} } }
        }
    }
}
