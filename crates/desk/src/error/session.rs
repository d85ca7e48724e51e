//! Sign-in, sessions and proof of identity: refusals and their wire errors. Keeps out throttling.

use super::Told;
use vestibule_wire::{ErrorCode, ErrorView};

/// Why somebody is not signed in, or not any longer.
#[derive(Debug, thiserror::Error)]
pub enum SessionError {
    /// No session.
    #[error("nobody is signed in")]
    NotSignedIn,
    /// Locked after inactivity, or by hand.
    #[error("the session is locked; unlock it with your password")]
    Locked,
    /// The session has ended, or is not that person's.
    #[error("this session has ended already")]
    Ended,
    /// Unknown username or wrong password: one answer for both.
    #[error("username or password is wrong")]
    SignInRefused,
    /// The password is right, but the account is suspended.
    #[error("this account is suspended; ask an administrator")]
    Suspended,
    /// Unknown username, wrong code or expired code: one answer for all.
    #[error("username or code is wrong, or the code is no longer good; ask for a new one")]
    PasswordCodeRefused,
    /// Throttled after failures.
    #[error("too many tries; you can go on in {seconds} s")]
    TooManyTries {
        /// Seconds until the next try.
        seconds: u64,
    },
}

impl SessionError {
    pub(super) fn view(&self, view: Told<'_>) -> ErrorView {
        match self {
            Self::NotSignedIn => view(ErrorCode::NotSignedIn),
            Self::Locked => view(ErrorCode::SessionLocked),
            Self::Ended => view(ErrorCode::SessionUnknown),
            Self::SignInRefused => view(ErrorCode::SignInRefused),
            Self::Suspended => view(ErrorCode::AccountSuspended),
            Self::PasswordCodeRefused => view(ErrorCode::PasswordCodeRefused),
            Self::TooManyTries { seconds } => view(ErrorCode::TooManyTries).with("seconds", seconds),
        }
    }
}
