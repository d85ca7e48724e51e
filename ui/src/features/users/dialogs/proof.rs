//! The field for the asker's own password, needed for users of their own rank, and the request that carries it. Keeps
//! out what is requested.

use crate::features::users::board::UsersState;
use crate::parts::field::{Entry, PasswordField, use_entry};
use crate::parts::notice::{Notice, Tone};
use crate::prelude::*;
use crate::routes::forms::{Wait, use_wait};
use crate::{backend, check, focus, t, words};
use vestibule_wire::command::Command;
use vestibule_wire::{ErrorCode, ErrorView, Secret};

const PASSWORD: &str = "user-password";

/// The state of a dialog that may need the password.
#[derive(Clone, Copy, PartialEq)]
pub struct Proof {
    password: Entry,
    /// The request is running.
    pub busy: Signal<bool>,
    /// Why it was refused.
    pub refused: Signal<Option<ErrorView>>,
    wait: Wait,
}

/// An empty state.
pub fn use_proof() -> Proof {
    Proof { password: use_entry(), busy: use_signal(|| false), refused: use_signal(|| None), wait: use_wait() }
}

impl Proof {
    /// Whether a wait after too many tries is running.
    pub fn is_held(self) -> bool {
        self.wait.left() > 0
    }

    /// Calls a command, with the password if `needed`. Its answer goes to `done`.
    pub fn ask<C: Command>(
        mut self,
        needed: bool,
        request: impl FnOnce(Option<Secret>) -> C::Request,
        done: impl FnOnce(C::Answer) + 'static,
    ) where
        C::Request: 'static,
    {
        if *self.busy.peek() || self.is_held() {
            return;
        }
        let mut password = None;
        if needed {
            let Some(typed) = self.password.checked(check::required) else { return focus::by_id(PASSWORD) };
            password = Some(Secret::new(typed));
        }
        self.busy.set(true);
        self.refused.set(None);
        let request = request(password);
        spawn(async move {
            let answer = backend::ask::<C>(&request).await;
            self.busy.set(false);
            self.password.wipe();
            match answer {
                Ok(answer) => done(answer),
                Err(error) => {
                    if error.code == ErrorCode::SignInRefused {
                        self.password.refuse(Some(t!("user-password-wrong")));
                        focus::by_id(PASSWORD);
                    } else if !self.wait.begin(&error) {
                        self.refused.set(Some(error));
                    }
                }
            }
        });
    }
}

/// The refusal, and the password field if it is needed.
#[component]
pub fn ProofFields(proof: Proof, needed: bool) -> Element {
    let trouble = proof.wait.sentence().or_else(|| proof.refused.read().as_ref().map(words::error));
    rsx! {
        if let Some(text) = trouble {
            Notice { tone: Tone::Bad, text, test: "error" }
        }
        if needed {
            PasswordField { name: PASSWORD, label: t!("user-password"), entry: proof.password }
        }
    }
}

/// Closes the dialog and shows a message that it was done.
pub fn finish(board: UsersState, icon: &'static str, said: String) {
    board.toasts.show(icon, said, None);
    board.close();
}
