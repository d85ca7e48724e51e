//! How a newcomer joins: preview an invitation, then redeem what was displayed.

use crate::{Moment, Secret};
use serde::{Deserialize, Serialize};

/// Previews an invitation without using it up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreviewJoinRequest {
    /// A code as typed or scanned, or a whole invite link.
    pub code: String,
}

/// What the Join page shows to a holder of the code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JoinView {
    /// The code, with hyphens.
    pub code: String,
    /// Opaque; sent back when redeeming, so that a changed invitation is detected.
    pub version: String,
    /// The organisation's name.
    pub organisation: String,
    /// Display name of the invitation's creator.
    pub invited_by: String,
    /// The role's name.
    pub role: String,
    /// The department's path.
    pub department: Option<String>,
    /// `n•••••••••d@post.example`, when bound to an address.
    pub bound_email: Option<String>,
    /// `@s•••••.example`, when bound to a domain.
    #[serde(default)]
    pub bound_domain: Option<String>,
    /// None: it never expires.
    pub expires_at: Option<Moment>,
    /// The shortest password allowed, in characters.
    pub password_min: u32,
}

/// Redeems an invitation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RedeemInvitationRequest {
    /// The code, as typed.
    pub code: String,
    /// From [`JoinView::version`]. None (command line): accept the current state.
    pub version: Option<String>,
    /// Display name, 1 to 100 characters.
    pub name: String,
    /// Must match the binding, if there is one.
    pub email: String,
    /// The username to sign in with.
    pub username: String,
    /// The password to sign in with.
    pub password: Secret,
}

/// The account that was created.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JoinedView {
    /// The new account's id.
    pub account: String,
    /// Its username.
    pub username: String,
    /// The newcomer's name.
    pub name: String,
    /// The organisation's name.
    pub organisation: String,
    /// The role's name.
    pub role: String,
    /// The department's path.
    pub department: Option<String>,
}

/// Rates a password.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PasswordStrengthRequest {
    /// As typed so far.
    pub password: Secret,
    /// Name, email, username, organisation: a password that contains them is weak.
    pub inputs: Vec<String>,
}

/// Strength on a scale of 0 to 4.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PasswordStrengthView {
    /// 0 (none) to 4 (strong); 3 and 4 are accepted.
    pub score: u8,
    /// Whether it is long enough and strong enough.
    pub accepted: bool,
    /// The shortest allowed, in characters.
    pub min: u32,
}
