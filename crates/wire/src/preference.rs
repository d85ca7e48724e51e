//! What the signed-in person has chosen on this device and what may hold names or addresses: kept in the encrypted
//! file, never in the log.

use serde::{Deserialize, Serialize};

/// Asks for it by its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreferenceRequest {
    /// Such as `views`; what is not known is refused.
    pub name: String,
}

/// Keeps it, or forgets it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SetPreferenceRequest {
    /// Such as `views`; what is not known is refused.
    pub name: String,
    /// Up to 300 000 bytes; none: forgotten.
    pub value: Option<String>,
}
