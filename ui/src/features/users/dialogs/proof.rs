//! The asker's own password, where somebody of their own rank is concerned, and how a dialog asks with it. Keeps out
//! what is asked.

use crate::features::users::board::UsersState;
use crate::parts::field::{Entry, PasswordField, use_entry};
use crate::parts::notice::{Notice, Tone};
use crate::prelude::*;
use crate::routes::forms::{Wait, use_wait};
use crate::{backend, check, focus, t, words};
use vestibule_wire::command::Command;
use vestibule_wire::{ErrorCode, ErrorView, Secret};

const PASSWORD: &str = "user-password";

/// What a dialog that may need the password keeps.
#[derive(Clone, Copy, PartialEq)]
pub struct Proof {
    password: Entry,
    /// It is asked.
    pub busy: Signal<bool>,
    /// Why it was refused.
    pub refused: Signal<Option<ErrorView>>,
    wait: Wait,
}

/// Nothing is typed, asked or refused.
pub fn use_proof() -> Proof {
    Proof { password: use_entry(), busy: use_signal(|| false), refused: use_signal(|| None), wait: use_wait() }
}

impl Proof {
    /// Nothing can be asked for now.
    pub fn is_held(self) -> bool {
        self.wait.left() > 0
    }

    /// Asks a command; `needed`: with the password. What comes of it goes to `done`.
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
            let Some(typed) = self.password.checked(check::required) else { return focus::on(PASSWORD) };
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
                        focus::on(PASSWORD);
                    } else if !self.wait.begin(&error) {
                        self.refused.set(Some(error));
                    }
                }
            }
        });
    }
}

/// Why it was refused, and the field for the password where it is needed.
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

/// Closes the dialog and says what was done.
pub fn finish(board: UsersState, icon: &'static str, said: String) {
    board.toasts.show(icon, said, None);
    board.close();
}
