//! The dialogs to suspend, reactivate, reset the password, and erase. Keeps out whether it may be done.

use super::proof::{Proof, ProofFields, finish, use_proof};
use crate::features::users::board::{Question, UserDialog, UsersState, use_board};
use crate::features::users::user::{full_name, name};
use crate::parts::button::{Button, Kind, Size};
use crate::parts::code_strip::CodeStrip;
use crate::parts::dialog::{self, Dialog};
use crate::parts::said::Said;
use crate::parts::toasts::COPIED;
use crate::prelude::*;
use crate::unsaved::{self, UnsavedWork};
use crate::{backend, focus, t, time};
use vestibule_wire::{
    CopyPasswordCodeRequest, ErasePersonRequest, PasswordCodeView, ResetPasswordRequest, Secret, UserDetailsView,
    UserStateRequest, UserView, command,
};

/// The texts of a dialog: title, body, and button.
fn words(question: Question, name: String) -> (String, String, String) {
    match question {
        Question::Reactivate => {
            (t!("user-reactivate-title"), t!("user-reactivate-words", name = name), t!("user-reactivate-confirm"))
        }
        Question::Reset => (t!("user-reset-title"), t!("user-reset-words", name = name), t!("user-reset-confirm")),
        Question::Erase => (t!("user-erase-title"), t!("user-erase-words", name = name), t!("user-erase-confirm")),
        _ => (t!("user-suspend-title"), t!("user-suspend-words", name = name), t!("user-suspend-confirm")),
    }
}

/// The dialog.
#[component]
pub fn Confirm(question: Question, details: UserDetailsView) -> Element {
    let board = use_board();
    let proof = use_proof();
    let user = details.user.clone();
    let takes_password = matches!(question, Question::Suspend | Question::Reactivate);
    let needed = details.needs_password && takes_password;
    let (title, text, button) = words(question, full_name(&user));
    let ends = matches!(question, Question::Suspend | Question::Erase);
    let asked = user.clone();
    let confirm = use_callback(move |()| ask(board, proof, question, needed, &asked));
    rsx! {
        Dialog {
            name: "user-question", title, narrow: true, alert: ends, describedby: "user-question-words",
            onclose: move |()| board.close_unless(proof.busy), onprimary: move |()| confirm.call(()),
            footer: rsx! {
                span { class: "grow" }
                Button { size: Size::Form, focus: !needed, test: "user-cancel", onclick: move |_| board.close_unless(proof.busy), {t!("user-cancel")} }
                Button {
                    kind: if ends { Kind::DangerPrimary } else { Kind::Primary }, size: Size::Form, busy: (proof.busy)(), disabled: proof.is_held(),
                    test: "user-confirm", onclick: move |_| confirm.call(()), {button}
                }
            },
            section {
                div { class: "fields", onkeydown: move |event| dialog::enter(&event, || confirm.call(())),
                    p { id: "user-question-words", "data-test": "user-words", Said { text, names: true } }
                    if needed {
                        p { Said { text: t!("user-peer", name = name(&user)), names: true } }
                    }
                    ProofFields { proof, needed }
                }
            }
        }
    }
}

fn ask(board: UsersState, proof: Proof, question: Question, needed: bool, user: &UserView) {
    let (id, who, username) = (user.id.clone(), name(user), user.username.clone());
    let state = |password| UserStateRequest { user: id, password };
    match question {
        Question::Reactivate => proof.ask::<command::ReactivateUser>(needed, state, move |row| {
            board.changed(row);
            finish(board, "user-check", t!("user-reactivate-done", name = who));
        }),
        Question::Reset => proof.ask::<command::ResetPassword>(
            false,
            |_| ResetPasswordRequest { username },
            move |code| {
                let mut open = board.open;
                open.set(UserDialog::Code(code));
            },
        ),
        Question::Erase => proof.ask::<command::ErasePerson>(
            false,
            |_| ErasePersonRequest { username },
            move |_| {
                board.list.again.call(true);
                let mut again = board.again;
                *again.write() += 1;
                finish(board, "trash-2", t!("user-erase-done"));
            },
        ),
        _ => proof.ask::<command::SuspendUser>(needed, state, move |row| {
            board.changed(row);
            finish(board, "ban", t!("user-suspend-done", name = who));
        }),
    }
}

/// Shows the one-time code, once.
#[component]
pub fn Code(code: PasswordCodeView) -> Element {
    let board = use_board();
    let mut copied = use_signal(|| false);
    // Until the dialog is closed, leaving asks first.
    use_hook(|| unsaved::risk(UnsavedWork::ResetCode, true));
    use_drop(|| unsaved::risk(UnsavedWork::ResetCode, false));
    let request = CopyPasswordCodeRequest { username: code.username.clone(), code: Secret::new(&code.code) };
    let copy = use_callback(move |()| {
        let request = request.clone();
        spawn(async move {
            match backend::ask::<command::CopyPasswordCode>(&request).await {
                Ok(done) => {
                    board.toasts.copied(t!("user-code-copied"), done);
                    copied.set(true);
                    time::sleep(COPIED).await;
                    copied.set(false);
                }
                Err(error) => board.toasts.not_copied(&error),
            }
        });
    });
    let icon = if copied() { "check" } else { "copy" };
    rsx! {
        Dialog {
            // Shown once: `held`, so that a key meant for the dialog before cannot close it.
            name: "user-code", title: t!("user-code-title", name = code.name.clone()), narrow: true, held: true, describedby: "user-code-words",
            onclose: move |()| {},
            footer: rsx! {
                span { class: "grow" }
                Button { kind: Kind::Primary, size: Size::Form, test: "user-code-done", onclick: move |_| board.close(), {t!("user-code-done")} }
            },
            section {
                div { class: "fields",
                    p { id: "user-code-words", Said { text: t!("user-code-words", name = code.name.clone(), until = time::exact(code.expires_at)), names: true } }
                    div { tabindex: "0", onmounted: focus::on_mounted, CodeStrip { code: code.code.clone(), test: "user-code-shown" } }
                    div { class: "copying",
                        Button {
                            size: Size::Form, icon, test: "user-code-copy",
                            onclick: move |_| copy.call(()), {t!("invitations-copy-code")}
                        }
                    }
                    p { class: "small muted", {t!("user-code-how")} }
                }
            }
        }
    }
}
