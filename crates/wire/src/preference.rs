//! Settings of the signed-in person on this device that may contain names or addresses: stored in the encrypted file,
//! never in the log.

use serde::{Deserialize, Serialize};

/// Asks for a setting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreferenceRequest {
    /// Its name, such as `views`; unknown names are refused.
    pub name: String,
}

/// Stores or deletes a setting.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetPreferenceRequest {
    /// Its name, such as `views`; unknown names are refused.
    pub name: String,
    /// Up to 300 000 bytes; none: delete it.
    pub value: Option<String>,
}
