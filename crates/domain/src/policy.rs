//! What the organisation allows. Issue by issue, more of these numbers become settings; the defaults stand here.

use crate::CodeLength;

/// The rules that an administrator may set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Policy {
    /// Days until expiry when nothing is chosen.
    pub default_expiry_days: u32,
    /// The most days ahead that an expiry may lie.
    pub max_expiry_days: u32,
    /// Whether an invitation may be made that never expires.
    pub never_allowed: bool,
    /// How many symbols new codes have.
    pub code_length: CodeLength,
    /// The shortest password, in characters.
    pub password_min: u32,
    /// Minutes of rest after which a session locks.
    pub idle_minutes: u32,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            default_expiry_days: 7,
            max_expiry_days: 365,
            never_allowed: true,
            code_length: CodeLength::Sixteen,
            password_min: 10,
            idle_minutes: 15,
        }
    }
}
