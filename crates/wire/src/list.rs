//! The list of invitations: filters, columns to sort by, counters.

use crate::{InvitationView, ListRequest, Moment, Page, SortColumn, Status};
use serde::{Deserialize, Serialize};

/// The column that orders the list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SortField {
    /// Time of creation (the default, newest first).
    #[default]
    Created,
    /// The code's symbols.
    Code,
    /// The bound address; those without one come last.
    Email,
    /// The role's name.
    Role,
    /// In the order Active, Used, Expired, Revoked.
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

/// Filters for invitations. All that are set must match.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct InvitationFilter {
    /// One status.
    pub status: Option<Status>,
    /// Active ones that expire within 48 hours. Combines with `status` (Active or none).
    pub expiring: bool,
    /// Role id or name.
    pub role: Option<String>,
    /// Department id, path or name; includes all under it.
    pub department: Option<String>,
    /// Creator's account id or username.
    pub creator: Option<String>,
    /// Name of a group that newcomers are put into.
    pub group: Option<String>,
    /// The exact label.
    pub label: Option<String>,
    /// Created at that time or later.
    pub created_from: Option<Moment>,
    /// Created before that time.
    pub created_to: Option<Moment>,
    /// Ends at that time or later; excludes those that never end.
    pub expires_from: Option<Moment>,
    /// Ends before that time.
    pub expires_to: Option<Moment>,
    /// The archive instead of all others. Status and search don't apply there.
    pub archived: bool,
}

/// Asks for a page of invitations. The search finds parts of code (with or without hyphens), email, role, label,
/// creator or link.
pub type ListInvitationsRequest = ListRequest<InvitationFilter, SortField>;

/// A page of invitations, with the counters.
pub type InvitationPageView = Page<InvitationView, CountersView>;

/// How many of all invitations that the asker may see have each status.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountersView {
    /// Sum of the four statuses.
    pub all: u64,
    /// Status Active.
    pub active: u64,
    /// Status Used.
    pub used: u64,
    /// Status Expired.
    pub expired: u64,
    /// Status Revoked.
    pub revoked: u64,
    /// Active, and expires within 48 hours.
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
