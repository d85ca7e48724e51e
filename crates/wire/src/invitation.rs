//! Invitations as the window and the command line see them.

use crate::{DepartmentView, Moment, Status};
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
    /// The bound domain, without `@`: any address of it.
    #[serde(default)]
    pub domain: Option<String>,
    /// What the newcomer becomes.
    pub role: RoleView,
    /// The department's name.
    pub department: Option<String>,
    /// The names of the groups that the newcomer is put into.
    #[serde(default)]
    pub groups: Vec<String>,
    /// What it is for, or where it was handed out.
    pub label: Option<String>,
    /// What is to be remembered about it.
    #[serde(default)]
    pub note: Option<String>,
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
    /// The id of the one in whose place it was made.
    #[serde(default)]
    pub replaces: Option<String>,
    /// The id of the one that was made in its place.
    #[serde(default)]
    pub replaced_by: Option<String>,
    /// Cleaned up then: it stands in the archive only.
    #[serde(default)]
    pub archived_at: Option<Moment>,
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
    /// Replace (likewise).
    #[serde(default)]
    pub replace: bool,
    /// Change label and note.
    #[serde(default)]
    pub describe: bool,
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

/// What the Create dialog offers this person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvitationOptionsView {
    /// Roles the asker may grant, highest rank first.
    pub roles: Vec<RoleView>,
    /// Exactly one role is offered: preset and locked.
    pub role_locked: bool,
    /// Departments that exist within the asker's reach, by path.
    pub departments: Vec<DepartmentView>,
    /// The path of the asker's own department, where they choose within a division: it is chosen at first.
    #[serde(default)]
    pub own_department: Option<String>,
    /// Groups that exist, by name.
    #[serde(default)]
    pub groups: Vec<String>,
    /// Whether the asker may name a department that is new.
    #[serde(default)]
    pub new_departments: bool,
    /// Whether the asker may name a group that is new.
    #[serde(default)]
    pub new_groups: bool,
    /// Labels used lately, the latest first.
    #[serde(default)]
    pub labels: Vec<String>,
    /// Who may make invitations, by name, for filtering; empty for those who see their own division only. At most 200.
    #[serde(default)]
    pub creators: Vec<PersonView>,
    /// Whether policy wants every invitation bound to an address or a domain.
    #[serde(default)]
    pub binding_required: bool,
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
    /// Binds it to all addresses of this domain, with or without `@` before it; instead of an address.
    pub domain: Option<String>,
    /// Role id or name.
    pub role: String,
    /// Department's name; made when it is new.
    pub department: Option<String>,
    /// Groups' names; made when they are new, where the asker may.
    pub groups: Vec<String>,
    /// When it ends.
    pub expires: ExpiryChoice,
    /// None: 1.
    pub usage_limit: Option<u64>,
    /// What it is for, up to 200 characters.
    pub label: Option<String>,
    /// What is to be remembered about it, up to 2 000 characters, in lines.
    pub note: Option<String>,
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
    /// An invitation ready to paste: who invites whom into what, code, link, expiry.
    Text,
    /// The QR code as a picture; asked for by its own command.
    Picture,
}

/// Copies a code or link to the clipboard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CopyInvitationRequest {
    /// Id.
    pub invitation: String,
    /// Code, link or text.
    pub what: CopyWhat,
    /// For a text: its words, with `{code}` and `{link}` where they belong; up to 2 000 characters.
    #[serde(default)]
    pub words: Option<String>,
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
