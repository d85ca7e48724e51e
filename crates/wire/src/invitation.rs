//! Invitations as the window and the command line see them.

use crate::{Moment, Status};
use serde::{Deserialize, Serialize};

/// One invitation, to somebody who may see it. `code` and `link` are there for those who may copy only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvitationView {
    /// UUID.
    pub id: String,
    /// In groups: `K7QF-2M9X-4TZC-8WHN`. None: the asker may not copy.
    pub code: Option<String>,
    /// The invite link. None: the asker may not copy.
    pub link: Option<String>,
    /// The bound address.
    pub email: Option<String>,
    /// What the newcomer becomes.
    pub role: RoleView,
    /// The department's name.
    pub department: Option<String>,
    /// What it is for, or where it was handed out.
    pub label: Option<String>,
    /// Derived now.
    pub status: Status,
    /// 1 to 10 000.
    pub usage_limit: u32,
    /// How often it was used.
    pub uses: u32,
    /// None: never.
    pub expires_at: Option<Moment>,
    /// When it was made.
    pub created_at: Moment,
    /// Who made it.
    pub created_by: PersonView,
    /// Every use, oldest first. In lists: the first three only; `uses` counts all.
    pub used_by: Vec<UseView>,
    /// When it was revoked.
    pub revoked_at: Option<Moment>,
    /// Who revoked it.
    pub revoked_by: Option<PersonView>,
    /// Why, in the revoker's words.
    pub revoke_reason: Option<String>,
    /// What the asker may do with it now.
    pub may: InvitationActionsView,
}

/// What the asker may do with one invitation.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvitationActionsView {
    /// Copy code and link.
    pub copy: bool,
    /// Revoke (it is Active and the role may).
    pub revoke: bool,
}

/// A person by name; the id is stable when names are not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonView {
    /// Account id.
    pub id: String,
    /// Name as people know it.
    pub name: String,
    /// Username.
    pub username: String,
}

/// One use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UseView {
    /// Who joined.
    pub person: PersonView,
    /// When.
    pub at: Moment,
    /// The device's name.
    pub device: String,
}

/// A role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoleView {
    /// UUID.
    pub id: String,
    /// `Administrator`, `Manager`, `Staff` or the organisation's own.
    pub name: String,
    /// Higher outranks lower. Display only.
    pub rank: u32,
    /// Whether an invitation with this role must name a department.
    pub needs_department: bool,
}

/// A department.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DepartmentView {
    /// UUID.
    pub id: String,
    /// Its name.
    pub name: String,
}

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

/// What the Create dialog offers this person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvitationOptionsView {
    /// Roles the asker may grant, highest rank first.
    pub roles: Vec<RoleView>,
    /// Exactly one role is offered: preset and locked.
    pub role_locked: bool,
    /// Departments that exist, by name.
    pub departments: Vec<DepartmentView>,
    /// The only department the asker may use.
    pub department_locked: Option<String>,
    /// Days until expiry when nothing is chosen.
    pub default_expiry_days: u32,
    /// The most days policy allows.
    pub max_expiry_days: u32,
    /// Whether policy allows "never".
    pub never_allowed: bool,
    /// The most uses.
    pub max_usage_limit: u32,
}

/// When it ends.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum ExpiryChoice {
    /// Policy's default.
    #[default]
    Default,
    /// So many hours from now.
    Hours {
        /// 1 or more.
        hours: u32,
    },
    /// At that instant.
    At {
        /// In UTC.
        at: Moment,
    },
    /// Not at all, where policy allows.
    Never,
}

/// A new invitation.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CreateInvitationRequest {
    /// Binds it to this address.
    pub email: Option<String>,
    /// Role id or name.
    pub role: String,
    /// Department's name; made when it is new.
    pub department: Option<String>,
    /// When it ends.
    pub expires: ExpiryChoice,
    /// None: 1.
    pub usage_limit: Option<u64>,
    /// What it is for, up to 200 characters.
    pub label: Option<String>,
}

/// Names one invitation: by id, or by code (command line).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvitationRequest {
    /// Id or code.
    pub invitation: String,
}

/// What to copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CopyWhat {
    /// The code in groups.
    Code,
    /// The invite link.
    Link,
}

/// Copies a code or link to the clipboard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CopyInvitationRequest {
    /// Id.
    pub invitation: String,
    /// Code or link.
    pub what: CopyWhat,
}

/// It stands on the clipboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CopiedView {
    /// What was copied.
    pub what: CopyWhat,
    /// Seconds until the backend clears it, if it is still there.
    pub clears_after_seconds: u32,
}

/// Ends an invitation for good.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RevokeInvitationRequest {
    /// Id or code.
    pub invitation: String,
    /// Why, up to 200 characters.
    pub reason: Option<String>,
}
