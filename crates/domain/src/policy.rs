//! What the organisation allows. Issue by issue, more of these numbers become settings; the defaults stand here.

use crate::CodeLength;
use serde::{Deserialize, Serialize};

/// The rules that an administrator may set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Policy {
    /// Days until expiry when nothing is chosen.
    pub default_expiry_days: u32,
    /// The most days ahead that an expiry may lie.
    pub max_expiry_days: u32,
    /// Whether an invitation may be made that never expires.
    pub never_allowed: bool,
    /// Whether every invitation must be bound to an address or a domain.
    pub binding_required: bool,
    /// How many symbols new codes have.
    pub code_length: CodeLength,
    /// The shortest password, in characters.
    pub password_min: u32,
    /// Minutes of rest after which a session locks.
    pub idle_minutes: u32,
    /// Seconds after which a copy is taken off the clipboard.
    pub clipboard_seconds: u32,
    /// Days after its end from which an invitation is cleaned up.
    pub clean_up_days: u32,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            default_expiry_days: 7,
            max_expiry_days: 365,
            never_allowed: true,
            binding_required: false,
            code_length: CodeLength::Sixteen,
            password_min: 10,
            idle_minutes: 15,
            clipboard_seconds: 60,
            clean_up_days: 90,
        }
    }
}
