//! Signing in, sitting here, and proving who one is: what is refused, as it crosses. Keeps out slowing down.

use super::Told;
use vestibule_wire::{ErrorCode, ErrorView};

/// Why nobody is let in, or not on.
#[derive(Debug, thiserror::Error)]
pub enum SessionError {
    /// Nobody sits here.
    #[error("nobody is signed in")]
    NotSignedIn,
    /// Locked after rest, or by hand.
    #[error("the session is locked; unlock it with your password")]
    Locked,
    /// A session that does not stand, or is not that person's.
    #[error("this session has ended already")]
    Ended,
    /// Unknown name or wrong password: one answer.
    #[error("username or password is wrong")]
    SignInRefused,
    /// Right password, suspended account.
    #[error("this account is suspended; ask an administrator")]
    Suspended,
    /// Unknown name, wrong code, or one that is not good any more: one answer.
    #[error("username or code is wrong, or the code is no longer good; ask for a new one")]
    PasswordCodeRefused,
    /// Slowed down.
    #[error("too many tries; you can go on in {seconds} s")]
    TooManyTries {
        /// Until the next try.
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
