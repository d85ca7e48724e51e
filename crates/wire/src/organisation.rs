//! The organisation and its file: first start, opening, policy, and what the window displays before sign-in.

use crate::{CodeLength, Policy, Secret, SessionView};
use serde::{Deserialize, Serialize};
use zeroize::Zeroize;

/// Everything the window needs to choose its page. Holds nothing secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AppStateView {
    /// The page to show.
    pub stage: StageView,
    /// The program's version, such as `0.1.0`.
    pub version: String,
    /// None until the file is open.
    pub organisation: Option<OrganisationView>,
    /// Set while somebody is signed in (locked or not).
    pub session: Option<SessionView>,
    /// With sample data only: its accounts, passwords included (they are no secrets).
    pub sample_accounts: Vec<SampleAccountView>,
    /// Whether this machine has a working keychain; without one, first start asks for a passphrase.
    pub keychain: bool,
    /// The data folder, for messages.
    pub data_dir: String,
}

/// The page to show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum StageView {
    /// First start: there is no organisation yet.
    FirstStart,
    /// The file exists, but its key must be entered.
    FileLocked {
        /// Why it is locked, and what unlocks it.
        lock: FileLockView,
    },
    /// The file can't be used; the page shows the error and what to do.
    FileUnusable {
        /// The error.
        error: crate::ErrorView,
    },
    /// The file is open; nobody is signed in.
    SignIn,
    /// Signed in, and locked.
    Locked,
    /// Signed in, not locked.
    Desk,
}

/// How a locked file can be opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileLockView {
    /// True: with its passphrase. False: its key was in a keychain, so the recovery key is needed.
    pub passphrase: bool,
    /// The keychain's error, if that is why it is locked.
    pub reason: Option<crate::ErrorView>,
}

/// What the organisation shows to anybody at this device.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganisationView {
    /// Display name.
    pub name: String,
    /// Base address of invite links, such as `https://join.school.example`; none: not set.
    pub join_address: Option<String>,
    /// Its logo; [`crate::command::LogoPicture`] returns the picture.
    #[serde(default)]
    pub logo: Option<crate::LogoView>,
}

/// An account of the sample data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SampleAccountView {
    /// Username to sign in with.
    pub username: String,
    /// Password to sign in with.
    pub password: String,
    /// The role's name.
    pub role: String,
}

/// First start, in one request: nothing is created until the last page is confirmed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CreateOrganisationRequest {
    /// 1 to 100 characters.
    pub organisation: String,
    /// An http(s) address; optional.
    pub join_address: Option<String>,
    /// The administrator's display name, 1 to 100 characters.
    pub name: String,
    /// The administrator's email.
    pub email: String,
    /// The administrator's username.
    pub username: String,
    /// Their password, at least 10 characters, hard to guess.
    pub password: Secret,
    /// Without a keychain: the file's key is derived from it. At least 12 characters, hard to guess.
    pub passphrase: Option<Secret>,
    /// The organisation's logo: a PNG or JPEG file in base 64, of at most 2 MB before it was encoded.
    #[serde(default)]
    pub logo: Option<String>,
}

/// Asks for the recovery key again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShowRecoveryKeyRequest {
    /// The signed-in person's password, entered again.
    pub password: Secret,
}

/// The recovery key, which opens the file: shown at first start, and to an administrator on request.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecoveryKeyView {
    /// Lines of groups, each with its own check symbols, such as `K7QF2-M9X4T-ZC8WH`.
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

/// Unlocks the data file, with a passphrase or the recovery key.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenFileRequest {
    /// The passphrase from which the key is derived.
    pub passphrase: Option<Secret>,
    /// The recovery key; the file's key is then stored in the keychain, if there is one.
    pub recovery_key: Option<Secret>,
    /// With the recovery key only: a new passphrase that replaces keychain or passphrase.
    #[serde(default)]
    pub new_passphrase: Option<Secret>,
}

/// Changes the organisation's rules in one step. What is none stays as it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SetPolicyRequest {
    /// The rules as displayed; if they changed since, nothing is set.
    pub seen: Option<Policy>,
    /// Days until expiry when nothing is chosen.
    pub default_expiry_days: Option<u32>,
    /// The most days ahead that an expiry may be.
    pub max_expiry_days: Option<u32>,
    /// Whether an invitation may be made that never expires.
    pub never_allowed: Option<bool>,
    /// Whether every invitation must be bound to an address or a domain.
    pub binding_required: Option<bool>,
    /// How many symbols new codes have.
    pub code_length: Option<CodeLength>,
    /// The shortest password, in characters.
    pub password_min: Option<u32>,
    /// Minutes without activity after which a session locks.
    pub idle_minutes: Option<u32>,
    /// Seconds after which a copied code is cleared from the clipboard.
    pub clipboard_seconds: Option<u32>,
    /// Days after its end until an invitation is cleaned up.
    pub clean_up_days: Option<u32>,
}

impl SetPolicyRequest {
    /// The given rules with these changes applied.
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
    /// Sets every rule, without a check of the current ones.
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

/// Excludes the window from screen recordings, or includes it again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProtectScreenRequest {
    /// True: exclude it.
    pub on: bool,
}

/// Whether the window is excluded from screen recordings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScreenProtectionView {
    /// Whether this system can exclude windows.
    pub supported: bool,
    /// Whether it is excluded now.
    pub on: bool,
}

/// Zooms the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ZoomRequest {
    /// Per cent of the usual size, clamped to 80–200.
    pub percent: u32,
}

impl ZoomRequest {
    /// Smallest and largest zoom, in per cent.
    pub const BOUNDS: (u32, u32) = (80, 200);
}

/// Event sent to the page when its window is about to close.
pub const CLOSE_EVENT: &str = "vestibule-close";

/// Event sent to the page when data was written, by any window or program.
pub const CHANGED_EVENT: &str = "vestibule-changed";

/// Event sent to the page when an invite link was opened: `take_invite_link` has it.
pub const LINK_EVENT: &str = "vestibule-link";

/// An invite link that somebody opened. It was never looked up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InviteLinkView {
    /// The code as the link spells it: letters, digits and hyphens, at most 48. It may be mistyped.
    pub code: String,
}

/// The page's answer to [`CLOSE_EVENT`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerCloseRequest {
    /// True: close; nothing is lost, or the person agreed. False: stay open; the page asks the person first.
    pub close: bool,
}

/// A fault of the window, for the log: no secrets, 2 000 characters at the most.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FaultRequest {
    /// The panic's message and source location.
    pub message: String,
}
