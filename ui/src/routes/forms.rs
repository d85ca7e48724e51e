//! Shared by the forms before sign-in: where an error goes, password strength, and the wait after too many tries.
//! Keeps out the forms.

use crate::parts::field::Entry;
use crate::prelude::*;
use crate::{backend, focus, time, words};
use vestibule_wire::{ErrorCode, ErrorView, PasswordStrengthRequest, PasswordStrengthView, Secret, command};

/// A form field: its name in the request, its id in the page, and its entry.
pub type FormField = (&'static str, &'static str, Entry);

/// Puts an error under the field it belongs to and focuses it; gives it back if it belongs to none of them.
pub fn place(error: ErrorView, fields: &[FormField]) -> Option<ErrorView> {
    let name = error.field.as_deref().or_else(|| usual_field(error.code));
    match fields.iter().find(|(field, ..)| Some(*field) == name) {
        Some((_, id, entry)) => {
            entry.refuse(Some(words::error(&error)));
            focus::by_id(id);
            None
        }
        None => Some(error),
    }
}

/// Focuses the first field with an error. True: there is one.
pub fn go_to_first_error(fields: &[FormField]) -> bool {
    let first = fields.iter().find(|(_, _, entry)| entry.error.peek().is_some());
    if let Some((_, id, _)) = first {
        focus::by_id(id);
    }
    first.is_some()
}

fn usual_field(code: ErrorCode) -> Option<&'static str> {
    match code {
        ErrorCode::UsernameMalformed | ErrorCode::UsernameTaken => Some("username"),
        ErrorCode::EmailMalformed
        | ErrorCode::EmailTaken
        | ErrorCode::InvitationWrongEmail
        | ErrorCode::InvitationWrongDomain => Some("email"),
        ErrorCode::PasswordTooShort | ErrorCode::PasswordTooWeak => Some("password"),
        ErrorCode::PassphraseRequired => Some("passphrase"),
        ErrorCode::JoinAddressMalformed => Some("join_address"),
        ErrorCode::CodeMistyped | ErrorCode::CodeMalformed => Some("code"),
        ErrorCode::RecoveryKeyMistyped => Some("recovery_key"),
        _ => None,
    }
}

/// How long after the last keystroke the strength is requested, in milliseconds.
const REST: u32 = 150;

/// The strength of the text in a password field.
#[derive(Clone, Copy, PartialEq)]
pub struct Strength {
    shown: Signal<Option<PasswordStrengthView>>,
    asked: Signal<u32>,
}

/// The strength before anything is typed: None.
pub fn use_strength() -> Strength {
    Strength { shown: use_signal(|| None), asked: use_signal(|| 0) }
}

impl Strength {
    /// As last answered; None: not known.
    pub fn get(self) -> Option<PasswordStrengthView> {
        (self.shown)()
    }

    /// Requests a password's strength once typing pauses; answers to earlier requests are dropped.
    pub fn ask(mut self, password: String, inputs: Vec<String>) {
        let number = *self.asked.peek() + 1;
        self.asked.set(number);
        if password.is_empty() {
            self.shown.set(None);
            return;
        }
        let request = PasswordStrengthRequest { password: Secret::new(password), inputs };
        spawn(async move {
            time::sleep(REST).await;
            if *self.asked.peek() != number {
                return;
            }
            let answer = backend::ask::<command::PasswordStrength>(&request).await;
            if *self.asked.peek() == number {
                // If the request fails there is no meter: the password is checked again when it is submitted.
                self.shown.set(answer.ok());
            }
        });
    }
}

/// A countdown in seconds after too many tries.
#[derive(Clone, Copy, PartialEq)]
pub struct Wait {
    left: Signal<u32>,
}

/// A countdown that is not running.
pub fn use_wait() -> Wait {
    Wait { left: use_signal(|| 0) }
}

impl Wait {
    /// Seconds still to wait.
    pub fn left(self) -> u32 {
        (self.left)()
    }

    /// Starts the countdown, if the error demands a wait. True: it does.
    pub fn begin(mut self, error: &ErrorView) -> bool {
        let seconds = error.values.get("seconds").and_then(|text| text.parse().ok());
        let (ErrorCode::TooManyTries, Some(seconds)) = (error.code, seconds) else { return false };
        self.left.set(seconds);
        self.count(seconds);
        true
    }

    /// Ends the countdown early.
    pub fn end(mut self) {
        self.left.set(0);
    }

    /// The sentence with the seconds left, while there are any.
    pub fn sentence(self) -> Option<String> {
        let left = self.left();
        let error = ErrorView::new(ErrorCode::TooManyTries, "").with("seconds", left);
        (left > 0).then(|| words::error(&error))
    }

    #[cfg(target_arch = "wasm32")]
    fn count(mut self, seconds: u32) {
        let end = time::now() + chrono::TimeDelta::seconds(i64::from(seconds));
        spawn(async move {
            while *self.left.peek() > 0 {
                time::sleep(250).await;
                if *self.left.peek() == 0 {
                    break;
                }
                let left = (end - time::now()).num_milliseconds().max(0).cast_unsigned().div_ceil(1_000);
                // A clock that was set back must not lengthen the wait.
                let left = u32::try_from(left).unwrap_or(seconds).min(seconds);
                if left != *self.left.peek() {
                    self.left.set(left);
                }
            }
        });
    }

    /// On the host the number stays, so that a test can see it.
    #[cfg(not(target_arch = "wasm32"))]
    fn count(self, _seconds: u32) {}
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parts::field::use_entry;
    use crate::parts::notice::Notice;
    use crate::testing::render;

    fn form(error: ErrorView) -> Element {
        let username = use_entry();
        let left = use_hook(|| place(error, &[("username", "join-username", username)]));
        rsx! {
            p { {username.error.cloned().unwrap_or_default()} }
            if let Some(error) = left {
                Notice { text: words::error(&error) }
            }
        }
    }

    #[test]
    fn an_error_goes_under_its_field_by_name_or_by_its_kind() {
        let named = render(|| form(ErrorView::new(ErrorCode::FieldRequired, "x").at("username")));
        assert_eq!(named, "<p>This is needed.</p>");
        let by_kind = render(|| form(ErrorView::new(ErrorCode::UsernameTaken, "x")));
        assert_eq!(by_kind, "<p>This username is taken.</p>");
        let domain = render(|| {
            let email = use_entry();
            use_hook(|| {
                place(ErrorView::new(ErrorCode::InvitationWrongDomain, "x"), &[("email", "join-email", email)])
            });
            rsx! { p { {email.error.cloned().unwrap_or_default()} } }
        });
        assert_eq!(domain, "<p>This code is for email addresses of another domain.</p>");
    }

    #[test]
    fn an_error_of_no_field_stays_with_the_form() {
        let html = render(|| form(ErrorView::new(ErrorCode::DiskFull, "x")));
        assert!(html.starts_with("<p></p>") && html.contains("There is no room left on the disk."), "{html}");
    }

    #[test]
    fn too_many_tries_begins_a_wait_and_other_errors_do_not() {
        let html = render(|| {
            let wait = use_wait();
            let began = use_hook(|| wait.begin(&ErrorView::new(ErrorCode::TooManyTries, "x").with("seconds", 30)));
            let other = use_hook(|| wait.begin(&ErrorView::new(ErrorCode::SignInRefused, "x").with("seconds", 30)));
            rsx! {
                "{began} {other} {wait.sentence().unwrap_or_default()}"
            }
        });
        assert_eq!(html, "true false Too many tries. You can go on in 30 s.");
    }
}
