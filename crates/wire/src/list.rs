//! The list of invitations: which of them, in which order, which page; and how many there are.

use crate::{InvitationView, ListRequest, Moment, Page, SortColumn, Status};
use serde::{Deserialize, Serialize};

/// Which column orders the list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SortField {
    /// When it was made (the default, newest first).
    #[default]
    Created,
    /// The code.
    Code,
    /// The bound address; those without come last.
    Email,
    /// The role's name.
    Role,
    /// Active, Used, Expired, Revoked.
    Status,
    /// When it expires; "never" is the latest.
    Expires,
    /// How often it was used.
    Uses,
    /// The creator's name.
    CreatedBy,
}

impl SortColumn for SortField {
    fn begins_descending(self) -> bool {
        matches!(self, Self::Created | Self::Uses)
    }
}

/// What the invitations of a list have in common. All of it combines.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct InvitationFilter {
    /// One status.
    pub status: Option<Status>,
    /// Active ones that expire within 48 hours. Combines with `status` (Active or none).
    pub expiring: bool,
    /// Role id or name.
    pub role: Option<String>,
    /// Department id or name.
    pub department: Option<String>,
    /// Who made it: account id or username.
    pub creator: Option<String>,
    /// A group's name.
    pub group: Option<String>,
    /// With exactly this label.
    pub label: Option<String>,
    /// Made then or later.
    pub created_from: Option<Moment>,
    /// Made before then.
    pub created_to: Option<Moment>,
    /// Over then or later; those that never end are not among them.
    pub expires_from: Option<Moment>,
    /// Over before then.
    pub expires_to: Option<Moment>,
    /// Those in the archive, instead of all others. Status and search don't apply there.
    pub archived: bool,
}

/// A page of invitations, asked for. The search finds part of code (with or without hyphens), email, role, label,
/// creator or link.
pub type ListInvitationsRequest = ListRequest<InvitationFilter, SortField>;

/// A page of invitations, with the counters of all that the asker may see.
pub type InvitationPageView = Page<InvitationView, CountersView>;

/// How many there are in each status, of all the asker may see.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountersView {
    /// All of them.
    pub all: u64,
    /// Status Active.
    pub active: u64,
    /// Status Used.
    pub used: u64,
    /// Status Expired.
    pub expired: u64,
    /// Status Revoked.
    pub revoked: u64,
    /// Active, and ends within 48 hours.
    pub expiring: u64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_that_is_not_known_or_in_the_wrong_place_is_refused() {
        let read = serde_json::from_str::<ListInvitationsRequest>;
        assert_eq!(read("{}").unwrap(), ListInvitationsRequest::default());
        let active = read(r#"{ "filter": { "status": "active" } }"#).unwrap();
        assert_eq!(active.filter.status, Some(Status::Active));
        for wrong in [r#"{ "status": "active" }"#, r#"{ "filter": { "statuses": "active" } }"#] {
            assert!(read(wrong).is_err(), "{wrong}");
        }
    }
}
