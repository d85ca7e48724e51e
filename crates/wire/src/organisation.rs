//! The organisation and the file it lives in: first start, opening, what the window shows before anybody is signed in.

use crate::{CodeLength, Policy, Secret, SessionView};
use serde::{Deserialize, Serialize};
use zeroize::Zeroize;

/// What the window needs to choose its page. Holds nothing secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AppStateView {
    /// Which page comes now.
    pub stage: StageView,
    /// The program's version, e.g. `0.1.0`.
    pub version: String,
    /// Known once the file is open.
    pub organisation: Option<OrganisationView>,
    /// Set when somebody is signed in (locked or not).
    pub session: Option<SessionView>,
    /// With sample data only: who may sign in, passwords included (they are no secrets).
    pub sample_accounts: Vec<SampleAccountView>,
    /// Whether this machine has a working keychain; without one a passphrase is asked for at first start.
    pub keychain: bool,
    /// Where the data lives, for messages.
    pub data_dir: String,
}

/// Which page comes now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum StageView {
    /// No organisation yet.
    FirstStart,
    /// There is a file, and its key must be given by hand.
    FileLocked {
        /// What was tried, and what can open it.
        lock: FileLockView,
    },
    /// The file cannot be used: shown calmly, with what would be right.
    FileUnusable {
        /// Why.
        error: crate::ErrorView,
    },
    /// Open; nobody is signed in.
    SignIn,
    /// Signed in, locked after rest.
    Locked,
    /// Signed in.
    Desk,
}

/// How a locked file can be opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileLockView {
    /// True: made with a passphrase. False: its key was in a keychain, so the recovery key is needed.
    pub passphrase: bool,
    /// What the keychain said, when it was the reason.
    pub reason: Option<crate::ErrorView>,
}

/// What anybody at this device may know of the organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganisationView {
    /// Its name.
    pub name: String,
    /// `https://join.school.example`, where set.
    pub join_address: Option<String>,
    /// Which logo it has; its picture is asked for by [`crate::command::LogoPicture`].
    #[serde(default)]
    pub logo: Option<crate::LogoView>,
}

/// With sample data: somebody who may sign in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SampleAccountView {
    /// To type.
    pub username: String,
    /// To type. Sample data only.
    pub password: String,
    /// The role's name.
    pub role: String,
}

/// First start, all in one: nothing is made until the last page confirms.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CreateOrganisationRequest {
    /// 1 to 100 characters.
    pub organisation: String,
    /// An http(s) address, optional.
    pub join_address: Option<String>,
    /// The administrator's name as people know it, 1 to 100 characters.
    pub name: String,
    /// Their email.
    pub email: String,
    /// Their username.
    pub username: String,
    /// Their password, at least 10 characters, hard to guess.
    pub password: Secret,
    /// Where there is no keychain: what the file's key is derived from, at least 12 characters, hard to guess.
    pub passphrase: Option<Secret>,
    /// The organisation's logo: a PNG or JPEG file in base 64, of at most 2 MB before it was encoded.
    #[serde(default)]
    pub logo: Option<String>,
}

/// Asks for the recovery key once more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShowRecoveryKeyRequest {
    /// The password of whoever is signed in, given again.
    pub password: Secret,
}

/// Everything that opens the file: shown when the organisation is made, and to an administrator who asks for it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecoveryKeyView {
    /// Lines of groups, each line with check symbols of its own, e.g. `K7QF2-M9X4T-ZC8WH`.
    pub lines: Vec<String>,
    /// The organisation it belongs to.
    pub organisation: String,
}

impl std::fmt::Debug for RecoveryKeyView {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("RecoveryKeyView(…)")
    }
}

impl Drop for RecoveryKeyView {
    fn drop(&mut self) {
        self.lines.iter_mut().for_each(Zeroize::zeroize);
    }
}

/// Gives a locked file its key: a passphrase, or the recovery key.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenFileRequest {
    /// What the key is derived from.
    pub passphrase: Option<Secret>,
    /// The printed key; it is put back into the keychain where there is one.
    pub recovery_key: Option<Secret>,
    /// With the recovery key only: what opens the file from now on, in the place of keychain or passphrase.
    #[serde(default)]
    pub new_passphrase: Option<Secret>,
}

/// Sets the organisation's rules, in one step. What is not given stays as it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SetPolicyRequest {
    /// The rules as they were shown. When they are others by now, nothing is set.
    pub seen: Option<Policy>,
    /// Days until expiry when nothing is chosen.
    pub default_expiry_days: Option<u32>,
    /// The most days ahead that an expiry may lie.
    pub max_expiry_days: Option<u32>,
    /// Whether an invitation may be made that never expires.
    pub never_allowed: Option<bool>,
    /// Whether every invitation must be bound to an address or a domain.
    pub binding_required: Option<bool>,
    /// How many symbols new codes have.
    pub code_length: Option<CodeLength>,
    /// The shortest password, in characters.
    pub password_min: Option<u32>,
    /// Minutes of rest after which a session locks.
    pub idle_minutes: Option<u32>,
    /// Seconds after which a copy is taken off the clipboard.
    pub clipboard_seconds: Option<u32>,
    /// Days after its end from which an invitation is cleaned up.
    pub clean_up_days: Option<u32>,
}

impl SetPolicyRequest {
    /// Those rules with what this sets.
    pub fn onto(&self, policy: Policy) -> Policy {
        Policy {
            default_expiry_days: self.default_expiry_days.unwrap_or(policy.default_expiry_days),
            max_expiry_days: self.max_expiry_days.unwrap_or(policy.max_expiry_days),
            never_allowed: self.never_allowed.unwrap_or(policy.never_allowed),
            binding_required: self.binding_required.unwrap_or(policy.binding_required),
            code_length: self.code_length.unwrap_or(policy.code_length),
            password_min: self.password_min.unwrap_or(policy.password_min),
            idle_minutes: self.idle_minutes.unwrap_or(policy.idle_minutes),
            clipboard_seconds: self.clipboard_seconds.unwrap_or(policy.clipboard_seconds),
            clean_up_days: self.clean_up_days.unwrap_or(policy.clean_up_days),
        }
    }
}

impl From<Policy> for SetPolicyRequest {
    /// All of them, whatever they are now.
    fn from(policy: Policy) -> Self {
        Self {
            seen: None,
            default_expiry_days: Some(policy.default_expiry_days),
            max_expiry_days: Some(policy.max_expiry_days),
            never_allowed: Some(policy.never_allowed),
            binding_required: Some(policy.binding_required),
            code_length: Some(policy.code_length),
            password_min: Some(policy.password_min),
            idle_minutes: Some(policy.idle_minutes),
            clipboard_seconds: Some(policy.clipboard_seconds),
            clean_up_days: Some(policy.clean_up_days),
        }
    }
}

/// Keeps the window out of screen recordings, or no longer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProtectScreenRequest {
    /// Keep it out.
    pub on: bool,
}

/// Whether the window is kept out of screen recordings now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScreenProtectionView {
    /// This system can do it.
    pub supported: bool,
    /// It is kept out.
    pub on: bool,
}

/// Shows everything in the window larger or smaller.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ZoomRequest {
    /// Of the usual size: 80 to 200; what is beyond is as near as can be.
    pub percent: u32,
}

impl ZoomRequest {
    /// The smallest and the largest.
    pub const BOUNDS: (u32, u32) = (80, 200);
}

/// The event of the page by which it hears that its window is to close.
pub const CLOSE_EVENT: &str = "vestibule-close";

/// The event of the page by which it hears that something was written, by whatever window or program.
pub const CHANGED_EVENT: &str = "vestibule-changed";

/// What the page says to [`CLOSE_EVENT`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerCloseRequest {
    /// True: nothing would be lost, or the person wants it so. False: the person is asked first.
    pub close: bool,
}

/// A fault of the window, for the log: no secrets, 2 000 characters at the most.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FaultRequest {
    /// The panic's message and place.
    pub message: String,
}
