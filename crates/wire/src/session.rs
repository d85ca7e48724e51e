//! Signing in, passwords, and who is signed in. For display only: the backend checks every permission itself.

use crate::command::{self, Command};
use crate::{Moment, RoleView, Secret};
use serde::{Deserialize, Serialize};
use vestibule_domain::Permission;

/// Signs in with username and password.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignInRequest {
    /// In any case.
    pub username: String,
    /// The password.
    pub password: Secret,
    /// "Keep me signed in": store a token in the OS keychain, so that the next start needs no password.
    pub keep: bool,
}

/// Unlocks the session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnlockRequest {
    /// The signed-in person's password.
    pub password: Secret,
}

/// A doubt about the clock. Until somebody with the permission confirms the clock, decisions use the later of the clock
/// and the last event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClockDoubtView {
    /// Time by the device's clock.
    pub clock: Moment,
    /// Time of the last event that is not in doubt.
    pub last: Moment,
    /// True: the clock is far ahead of that. False: it is behind.
    pub ahead: bool,
}

/// Sets a new password with a one-time code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetPasswordRequest {
    /// Whose password; in any case.
    pub username: String,
    /// The code, in any case, with or without hyphens.
    pub code: String,
    /// The new password.
    pub password: Secret,
}

/// Sets an administrator's new password with the recovery key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecoverPasswordRequest {
    /// Whose password; in any case.
    pub username: String,
    /// The recovery key, as printed.
    pub recovery_key: Secret,
    /// The new password.
    pub password: Secret,
}

/// The account whose password was set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PasswordSetView {
    /// The username.
    pub username: String,
    /// Display name.
    pub name: String,
}

/// Asks for a one-time code with which somebody sets a new password.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResetPasswordRequest {
    /// Whose password is to be reset.
    pub username: String,
}

/// A new one-time code, shown once: only its hash is stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PasswordCodeView {
    /// The code, with hyphens after every four symbols.
    pub code: String,
    /// The code is invalid from this time on.
    pub expires_at: Moment,
    /// Username of the person it is for.
    pub username: String,
    /// That person's display name.
    pub name: String,
}

/// Copies a one-time code that the asker has just issued.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CopyPasswordCodeRequest {
    /// Username of the person it is for.
    pub username: String,
    /// As displayed: only its hash is stored, and the backend compares.
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
    /// Path of their department; none: the whole organisation.
    pub department: Option<String>,
    /// The permissions of their role, within their reach.
    pub permissions: Vec<Permission>,
    /// Whether they reach the whole organisation.
    pub everywhere: bool,
    /// Minutes without activity after which the session locks.
    pub idle_minutes: u32,
    /// "Keep me signed in" was requested, but the keychain refused: a sentence for the person.
    pub keep_failed: Option<crate::ErrorView>,
}

impl SessionView {
    /// Whether they meet the command's requirement; if not, hide it. The backend checks again.
    pub fn may<C: Command>(&self) -> bool {
        C::NEEDS.are_met(&self.permissions, self.everywhere)
    }

    /// Whether they may change any setting of the organisation.
    pub fn may_administer(&self) -> bool {
        self.may::<command::SetPolicy>() || self.may::<command::ChooseLogo>() || self.may::<command::ShowRecoveryKey>()
    }
}
