//! A newcomer's way in: look at an invitation, then redeem what was shown.

use crate::{Moment, Secret};
use serde::{Deserialize, Serialize};

/// Looks at an invitation without using it up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreviewJoinRequest {
    /// As typed, scanned, or a whole invite link.
    pub code: String,
}

/// What the Join page shows to a holder of the code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JoinView {
    /// In groups.
    pub code: String,
    /// Opaque: goes back with the form, so that what was shown is what is redeemed.
    pub version: String,
    /// The organisation's name.
    pub organisation: String,
    /// Who invited.
    pub invited_by: String,
    /// The role's name.
    pub role: String,
    /// The department's name.
    pub department: Option<String>,
    /// `n•••••••••d@post.example`, when bound to an address.
    pub bound_email: Option<String>,
    /// `@s•••••.example`, when bound to a domain.
    #[serde(default)]
    pub bound_domain: Option<String>,
    /// None: never.
    pub expires_at: Option<Moment>,
    /// The shortest password allowed, in characters.
    pub password_min: u32,
}

/// Joins.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RedeemInvitationRequest {
    /// As typed.
    pub code: String,
    /// From [`JoinView::version`]. None (command line): whatever it is now.
    pub version: Option<String>,
    /// 1 to 100 characters.
    pub name: String,
    /// Must be the bound one, if bound.
    pub email: String,
    /// To sign in with.
    pub username: String,
    /// To sign in with.
    pub password: Secret,
}

/// Welcome.
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
    /// The department's name.
    pub department: Option<String>,
}

/// How strong would this password be?
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PasswordStrengthRequest {
    /// The password.
    pub password: Secret,
    /// Name, email, username, organisation: using them makes it weak.
    pub inputs: Vec<String>,
}

/// A meter of four steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PasswordStrengthView {
    /// 0 (none) to 4 (strong); 3 and 4 are accepted.
    pub score: u8,
    /// Long enough and strong enough.
    pub accepted: bool,
    /// The shortest allowed, in characters.
    pub min: u32,
}
