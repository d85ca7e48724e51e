//! What is done with other people's accounts.

use serde::{Deserialize, Serialize};

/// Erases what is personal about somebody, for good.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ErasePersonRequest {
    /// Whose.
    pub username: String,
}

/// What became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ErasedView {
    /// The account, which stays without a name: what it did is told of nobody any more.
    pub id: String,
    /// The invitations that were for them alone, and lost what was personal about them.
    pub invitations: Vec<String>,
}
