//! Erasing people.

use serde::{Deserialize, Serialize};

/// Erases somebody's personal data for good.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ErasePersonRequest {
    /// Whose data, by username.
    pub username: String,
}

/// Result of an erasure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ErasedView {
    /// The account's id. The account stays, without name or address.
    pub id: String,
    /// Ids of the invitations for that person alone, whose personal data was erased as well.
    pub invitations: Vec<String>,
}
