//! The list of invitations: which of them, in which order, which page; and how many there are.

use crate::{InvitationView, Moment, Status};
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

/// Which invitations, in which order, which page. All filters combine.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListInvitationsRequest {
    /// One status.
    pub status: Option<Status>,
    /// Active ones that expire within 48 hours. Combines with `status` (Active or none).
    pub expiring: bool,
    /// Part of code (with or without hyphens), email, role, label, creator or link; empty for no search, else at least 3 symbols.
    pub search: String,
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
    /// 1-based.
    pub page: u32,
    /// 1 to 500.
    pub page_size: u32,
    /// Which column.
    pub sort: SortField,
    /// Largest first.
    pub descending: bool,
    /// Asked by a timer, not by a person: does not count as activity, so that the session still locks after rest.
    pub quiet: bool,
}

impl Default for ListInvitationsRequest {
    fn default() -> Self {
        Self {
            status: None,
            expiring: false,
            search: String::new(),
            role: None,
            department: None,
            creator: None,
            group: None,
            label: None,
            created_from: None,
            created_to: None,
            expires_from: None,
            expires_to: None,
            archived: false,
            page: 1,
            page_size: 20,
            sort: SortField::Created,
            descending: true,
            quiet: false,
        }
    }
}

/// One page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvitationPageView {
    /// The rows of this page.
    pub items: Vec<InvitationView>,
    /// How many match in all.
    pub total: u64,
    /// The page that was given: the last one when the asked one lies behind the end.
    pub page: u32,
    /// As asked.
    pub page_size: u32,
    /// Of all that the asker may see, filters apart.
    pub counters: CountersView,
    /// The time at which statuses were derived.
    pub at: Moment,
    /// When the next status changes by itself, of whichever invitation; none: none ever does.
    #[serde(default)]
    pub until: Option<Moment>,
}

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
