//! Signing in, and who is signed in. The view is for display: the authority stays in the backend.

use crate::command::{self, Command};
use crate::{Moment, RoleView, Secret};
use serde::{Deserialize, Serialize};
use vestibule_domain::Permission;

/// Username and password.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignInRequest {
    /// Username or email address, in any case.
    pub username: String,
    /// The password.
    pub password: Secret,
    /// Keep a token in the OS keychain, so that the next start needs no password.
    pub keep: bool,
}

/// The signed-in person's password, to unlock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnlockRequest {
    /// The password.
    pub password: Secret,
}

/// A clock that is doubted. Everything is decided by the later of the clock and the last event, until somebody who may
/// confirms the clock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClockDoubtView {
    /// What it says.
    pub clock: Moment,
    /// When the last event happened that nobody doubts.
    pub last: Moment,
    /// True: far ahead of it. False: behind it.
    pub ahead: bool,
}

/// A new password by a one-time code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetPasswordRequest {
    /// Whose, in any case.
    pub username: String,
    /// The code, in any case, with or without hyphens.
    pub code: String,
    /// The new password.
    pub password: Secret,
}

/// A new password for an administrator, by the recovery key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecoverPasswordRequest {
    /// Whose, in any case.
    pub username: String,
    /// The recovery key, as printed.
    pub recovery_key: Secret,
    /// The new password.
    pub password: Secret,
}

/// Whose password has been set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PasswordSetView {
    /// The username.
    pub username: String,
    /// The person's name.
    pub name: String,
}

/// Asks for a one-time code with which somebody sets a new password.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResetPasswordRequest {
    /// Who forgot theirs.
    pub username: String,
}

/// The code, told once: it stands nowhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PasswordCodeView {
    /// In groups of four.
    pub code: String,
    /// Not good any more from then on.
    pub expires_at: Moment,
    /// For whom.
    pub username: String,
    /// Their name.
    pub name: String,
}

/// Copies a one-time code that the asker has just made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CopyPasswordCodeRequest {
    /// For whom it is.
    pub username: String,
    /// As it is shown: it stands nowhere else, and is compared with what the file has of it.
    pub code: Secret,
}

/// Who is signed in, for display.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionView {
    /// The account's id.
    pub account: String,
    /// The person's name.
    pub name: String,
    /// Their email.
    pub email: String,
    /// Their username.
    pub username: String,
    /// Their role.
    pub role: RoleView,
    /// Their department's name.
    pub department: Option<String>,
    /// What their role permits, within their reach.
    pub permissions: Vec<Permission>,
    /// Whether they reach the whole organisation.
    pub everywhere: bool,
    /// Minutes of rest after which the session locks.
    pub idle_minutes: u32,
    /// "Keep me signed in" was asked for, but the keychain said no: a sentence that says so.
    pub keep_failed: Option<crate::ErrorView>,
}

impl SessionView {
    /// Whether they have what this command needs: what they have not is not shown to them. The backend decides again.
    pub fn may<C: Command>(&self) -> bool {
        C::NEEDS.are_met(&self.permissions, self.everywhere)
    }

    /// Whether anything of the organisation is theirs to set.
    pub fn may_administer(&self) -> bool {
        self.may::<command::SetPolicy>() || self.may::<command::ChooseLogo>() || self.may::<command::ShowRecoveryKey>()
    }
}
