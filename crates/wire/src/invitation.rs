//! Invitations as window and command line receive them.

use crate::{DepartmentView, Moment, Status};
use serde::{Deserialize, Serialize};

/// An invitation that the asker may see. `code` and `link` are set only if they may copy it.
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
    /// The bound domain, without `@`: any address of it may redeem.
    #[serde(default)]
    pub domain: Option<String>,
    /// What the newcomer becomes.
    pub role: RoleView,
    /// The path of the newcomer's department.
    pub department: Option<String>,
    /// The names of the groups that the newcomer is put into.
    #[serde(default)]
    pub groups: Vec<String>,
    /// What it is for, or where it was handed out.
    pub label: Option<String>,
    /// Longer remark, for those who look after it.
    #[serde(default)]
    pub note: Option<String>,
    /// Derived at the time of the request.
    pub status: Status,
    /// How many people may use it, 1 to 10 000.
    pub usage_limit: u32,
    /// How many have used it.
    pub uses: u32,
    /// None: it never expires.
    pub expires_at: Option<Moment>,
    /// When it was created.
    pub created_at: Moment,
    /// Who created it.
    pub created_by: PersonView,
    /// Every use, oldest first. In lists: the first three only; `uses` counts all.
    pub used_by: Vec<UseView>,
    /// When it was revoked.
    pub revoked_at: Option<Moment>,
    /// Who revoked it.
    pub revoked_by: Option<PersonView>,
    /// Why, in the revoker's words.
    pub revoke_reason: Option<String>,
    /// The id of the one that it replaces.
    #[serde(default)]
    pub replaces: Option<String>,
    /// The id of the one that replaces it.
    #[serde(default)]
    pub replaced_by: Option<String>,
    /// When it was cleaned up; from then on it is only in the archive.
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
    /// Revoke: it is Active and the role may.
    pub revoke: bool,
    /// Replace: it is Active and the role may.
    #[serde(default)]
    pub replace: bool,
    /// Change label and note.
    #[serde(default)]
    pub describe: bool,
}

/// A person by name. The id is stable; names may change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonView {
    /// Account id.
    pub id: String,
    /// Display name.
    pub name: String,
    /// Username.
    pub username: String,
}

/// One use of an invitation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UseView {
    /// Who joined.
    pub person: PersonView,
    /// When they joined.
    pub at: Moment,
    /// Name of the device where they joined.
    pub device: String,
}

/// A role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoleView {
    /// UUID.
    pub id: String,
    /// `Administrator`, `Manager`, `Staff` or the organisation's own.
    pub name: String,
    /// Higher outranks lower. For display only.
    pub rank: u32,
    /// Whether an invitation with this role must name a department.
    pub needs_department: bool,
}

/// The choices of the Create dialog for this person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvitationOptionsView {
    /// Roles the asker may grant, highest rank first.
    pub roles: Vec<RoleView>,
    /// Only one role is offered; it is preset and can't be changed.
    pub role_locked: bool,
    /// Departments within the asker's reach, by path.
    pub departments: Vec<DepartmentView>,
    /// Path of the asker's own department, which is preset, if they may choose within a division.
    #[serde(default)]
    pub own_department: Option<String>,
    /// Groups that exist, by name.
    #[serde(default)]
    pub groups: Vec<String>,
    /// Whether the asker may name a new department.
    #[serde(default)]
    pub new_departments: bool,
    /// Whether the asker may name a new group.
    #[serde(default)]
    pub new_groups: bool,
    /// Recently used labels, the latest first.
    #[serde(default)]
    pub labels: Vec<String>,
    /// Who may make invitations, by name, for filtering; empty for those who see their own division only. At most 200.
    #[serde(default)]
    pub creators: Vec<PersonView>,
    /// Whether policy requires every invitation to be bound to an address or a domain.
    #[serde(default)]
    pub binding_required: bool,
    /// Path of the only department that the asker may use.
    pub department_locked: Option<String>,
    /// Days until expiry when nothing is chosen.
    pub default_expiry_days: u32,
    /// The policy's limit for expiry, in days.
    pub max_expiry_days: u32,
    /// Whether policy allows "never".
    pub never_allowed: bool,
    /// The highest allowed number of uses.
    pub max_usage_limit: u32,
}

/// When a new invitation expires.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum ExpiryChoice {
    /// The policy's default.
    #[default]
    Default,
    /// That many hours from now.
    Hours {
        /// 1 or more.
        hours: u32,
    },
    /// At that instant.
    At {
        /// In UTC.
        at: Moment,
    },
    /// Never, if policy allows.
    Never,
}

/// A new invitation.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CreateInvitationRequest {
    /// Only this address may redeem it.
    pub email: Option<String>,
    /// Only addresses of this domain may redeem it, with or without `@` before it; instead of an address.
    pub domain: Option<String>,
    /// Role id or name.
    pub role: String,
    /// Path or name of a department; created if it is new and the asker may.
    pub department: Option<String>,
    /// Names of groups; created if they are new and the asker may.
    pub groups: Vec<String>,
    /// When it ends.
    pub expires: ExpiryChoice,
    /// How many people may use it; none: 1.
    pub usage_limit: Option<u64>,
    /// What it is for, up to 200 characters.
    pub label: Option<String>,
    /// A remark in lines, up to 2 000 characters.
    pub note: Option<String>,
}

/// Names one invitation, by id or (command line) by code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvitationRequest {
    /// Id or code.
    pub invitation: String,
}

/// What to copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CopyWhat {
    /// The code, with hyphens.
    Code,
    /// The invite link.
    Link,
    /// A text ready to paste: who invites whom into what, code, link, expiry.
    Text,
    /// The QR code as a picture; only for [`crate::command::CopyQr`].
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

/// Something was copied to the clipboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct CopiedView {
    /// What was copied.
    pub what: CopyWhat,
    /// Seconds until the backend clears it, if it is still there.
    pub clears_after_seconds: u32,
}

/// Revokes an invitation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RevokeInvitationRequest {
    /// Id or code.
    pub invitation: String,
    /// The reason, up to 200 characters.
    pub reason: Option<String>,
}
