//! The confirmation before an invitation is revoked, with its consequences. Keeps out whether it may be: the backend
//! decides.

pub mod many;

use crate::features::invitations::board::{InvitationDialog, InvitationsState, use_board};
use crate::parts::button::{Button, Kind, Size};
use crate::parts::code_strip::CodeStrip;
use crate::parts::dialog::Dialog;
use crate::parts::field::Field;
use crate::parts::notice::{Notice, Tone};
use crate::parts::said::Said;
use crate::parts::toasts::{Toasts, use_toasts};
use crate::prelude::*;
use crate::{app, backend, check, t, unsaved, words};
use vestibule_domain::Reason;
use vestibule_wire::{ErrorCode, ErrorView, InvitationRequest, InvitationView, RevokeInvitationRequest, command};

/// The key under which the open confirmation is kept while the window is locked.
const LEFT: &str = "revoke-left";

/// The invitation of the open confirmation, and the reason as typed.
#[derive(Clone, PartialEq)]
struct RevokeDraft {
    invitation: String,
    reason: String,
}

/// Drops what was kept: the confirmation was answered or cancelled.
pub fn forget_question() {
    unsaved::forget(LEFT);
}

/// Reopens the confirmation after a lock, for the invitation as it is now, if it may still be revoked.
pub fn use_left_question(open: Signal<InvitationDialog>) {
    let account = app::use_account();
    use_future(move || {
        let left = unsaved::kept::<RevokeDraft>(&account, LEFT);
        async move {
            let Some(RevokeDraft { invitation, .. }) = left else { return };
            let mut open = open;
            match backend::ask::<command::GetInvitation>(&InvitationRequest { invitation }).await {
                Ok(row) if row.may.revoke && *open.peek() == InvitationDialog::Nothing => {
                    open.set(InvitationDialog::Revoke(row))
                }
                _ => unsaved::forget(LEFT),
            }
        }
    });
}

/// The sentences of DESIGN.md, with this invitation's numbers.
pub fn plain_words(row: &InvitationView) -> String {
    let left = row.usage_limit.saturating_sub(row.uses);
    let mut sentences = vec![t!("revoke-body", limit = row.usage_limit, left = left)];
    if row.uses > 0 {
        sentences.push(t!("revoke-stay", joined = row.uses));
    }
    sentences.push(t!("revoke-final"));
    sentences.join(" ")
}

/// A reason within its length limit; None when empty.
pub fn checked_reason(typed: &str) -> check::Checked<Option<String>> {
    check::optional(typed, |typed| {
        Reason::parse(typed)
            .map(|reason| reason.as_str().to_owned())
            .map_err(|error| crate::features::invitations::create::draft::text_said(&error))
    })
}

/// The confirmation.
#[component]
pub fn Revoke(row: InvitationView) -> Element {
    let board = use_board();
    let account = app::use_account();
    let left = use_hook(|| unsaved::kept::<RevokeDraft>(&account, LEFT).filter(|left| left.invitation == row.id));
    let reason = use_signal(|| left.map(|left| left.reason).unwrap_or_default());
    let invitation = row.id.clone();
    use_effect(move || {
        unsaved::keep(&account, LEFT, RevokeDraft { invitation: invitation.clone(), reason: reason.cloned() })
    });
    let fault = use_signal(|| None::<String>);
    let refused = use_signal(|| None::<ErrorView>);
    let busy = use_signal(|| false);
    let toasts = use_toasts();
    let id = row.id.clone();
    let confirm =
        use_callback(move |()| confirm(board, toasts, id.clone(), RevokeState { reason, fault, refused, busy }));
    rsx! {
        Dialog {
            name: "revoke", title: t!("revoke-title"), narrow: true, alert: true, describedby: "revoke-words",
            onclose: move |()| board.close(), onprimary: move |()| confirm.call(()),
            footer: rsx! {
                span { class: "grow" }
                Button { size: Size::Form, test: "revoke-keep", onclick: move |_| board.close(), {t!("revoke-keep")} }
                Button {
                    kind: Kind::DangerPrimary, size: Size::Form, busy: busy(), test: "revoke-confirm", onclick: move |_| confirm.call(()),
                    {t!("revoke-confirm")}
                }
            },
            section {
                // Enter in the reason does nothing: an irreversible action takes Ctrl or Cmd Enter, or its button.
                div { class: "fields",
                    if let Some(code) = row.code.clone() {
                        div { CodeStrip { code, small: true } }
                    }
                    p { id: "revoke-words", "data-test": "revoke-words", Said { text: plain_words(&row) } }
                    if let Some(error) = refused() {
                        Notice { tone: Tone::Bad, text: words::error(&error), test: "error" }
                    }
                    ReasonField { reason, fault }
                }
            }
        }
    }
}

/// The dialog's state.
#[derive(Clone, Copy)]
struct RevokeState {
    reason: Signal<String>,
    fault: Signal<Option<String>>,
    refused: Signal<Option<ErrorView>>,
    busy: Signal<bool>,
}

fn confirm(board: InvitationsState, toasts: Toasts, id: String, mut asked: RevokeState) {
    let reason = match checked_reason(&asked.reason.peek()) {
        Ok(reason) => reason,
        Err(sentence) => return asked.fault.set(Some(sentence)),
    };
    if *asked.busy.peek() {
        return;
    }
    asked.busy.set(true);
    let request = RevokeInvitationRequest { invitation: id, reason };
    spawn(async move {
        match backend::ask::<command::RevokeInvitation>(&request).await {
            Ok(row) => {
                board.list.replace(row);
                board.list.again.call(true);
                toasts.show("ban", t!("revoke-done"), None);
                board.close();
            }
            Err(error) => {
                asked.busy.set(false);
                if error.code == ErrorCode::InvitationNotActive {
                    board.list.again.call(true);
                }
                asked.refused.set(Some(error));
            }
        }
    });
}

#[component]
fn ReasonField(reason: Signal<String>, fault: Signal<Option<String>>) -> Element {
    let invalid = fault.read().is_some().then_some("true");
    rsx! {
        Field { name: "revoke-reason", label: t!("revoke-reason"), optional: true, error: fault(),
            input {
                class: "input", id: "revoke-reason", r#type: "text", "data-test": "revoke-reason", autocomplete: "off",
                placeholder: t!("revoke-reason-hint"), aria_invalid: invalid, aria_describedby: "revoke-reason-note", value: reason(),
                oninput: move |event| {
                    reason.set(event.value());
                    fault.set(None);
                },
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::invitations::tests::invitation;

    #[test]
    fn the_cost_is_told_in_numbers() {
        let row = InvitationView { usage_limit: 5, uses: 2, ..invitation("a") };
        assert_eq!(
            plain_words(&row),
            "The code, link and QR code stop working at once, and **3 of 5 uses** are lost. The 2 people who joined stay. **This cannot be undone.**"
        );
    }

    #[test]
    fn nobody_stays_where_nobody_joined_and_one_person_is_no_people() {
        let unused = InvitationView { usage_limit: 1, uses: 0, ..invitation("a") };
        assert_eq!(plain_words(&unused), "The code, link and QR code stop working at once. **This cannot be undone.**");
        let once = InvitationView { usage_limit: 2, uses: 1, ..invitation("a") };
        assert_eq!(
            plain_words(&once),
            "The code, link and QR code stop working at once, and **1 of 2 uses** is lost. The person who joined stays. **This cannot be undone.**"
        );
    }

    #[test]
    fn a_reason_may_be_left_out_but_must_be_text() {
        assert_eq!(checked_reason("  "), Ok(None));
        assert!(checked_reason("a\u{0}b").is_err());
        assert!(checked_reason(&"x".repeat(201)).is_err());
    }
}
