//! The invitation and its status. Keeps out the clock: one function derives the status from the record and a given
//! time; it is never stored.

use crate::{
    AccountId, DepartmentId, Email, EmailDomain, Expiry, GroupId, InvitationId, Label, Moment, Note, RoleId, UsageLimit,
};
use serde::{Deserialize, Serialize};

/// One right to join, in a given role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// Identifies it in the log and in requests.
    pub id: InvitationId,
    /// Only this address may redeem it.
    pub email: Option<Email>,
    /// Only addresses of this domain may redeem it.
    pub domain: Option<EmailDomain>,
    /// What the newcomer becomes.
    pub role: RoleId,
    /// The newcomer's department.
    pub department: Option<DepartmentId>,
    /// The groups the newcomer is put into.
    pub groups: Vec<GroupId>,
    /// What it is for.
    pub label: Option<Label>,
    /// Longer remark, for those who look after it.
    pub note: Option<Note>,
    /// How many people may use it.
    pub usage_limit: UsageLimit,
    /// How many have used it.
    pub uses: u32,
    /// When it stops working.
    pub expiry: Expiry,
    /// The account that created it.
    pub created_by: AccountId,
    /// When it was created.
    pub created_at: Moment,
    /// Set once it is revoked.
    pub revoked: Option<Revocation>,
    /// The invitation that it replaces.
    pub replaces: Option<InvitationId>,
    /// The invitation that replaces it; set only if it is revoked.
    pub replaced_by: Option<InvitationId>,
    /// When it was cleaned up; from then on it is out of the list and refused.
    pub archived_at: Option<Moment>,
}

/// Who revoked an invitation, when and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revocation {
    /// The account. None: one that this device does not have; the revocation still counts.
    pub by: Option<AccountId>,
    /// When it was revoked.
    pub at: Moment,
    /// The reason, in the revoker's words.
    pub reason: Option<crate::Reason>,
}

/// Whether an invitation can be used now, and if not, why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Can be used.
    Active,
    /// All its uses are used up.
    Used,
    /// It has expired.
    Expired,
    /// Somebody revoked it.
    Revoked,
}

impl Status {
    /// All statuses.
    pub const ALL: [Self; 4] = [Self::Active, Self::Used, Self::Expired, Self::Revoked];

    /// In lower case, as written on the command line.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Used => "used",
            Self::Expired => "expired",
            Self::Revoked => "revoked",
        }
    }
}

/// Derives the status: Revoked, then Used, then Expired, else Active (docs/product.md, An invitation's life). Only
/// ended invitations are archived, so an archived one that is neither revoked nor used has expired, even if the clock
/// was set back since.
pub fn status(invitation: &Invitation, now: Moment) -> Status {
    if invitation.revoked.is_some() {
        Status::Revoked
    } else if invitation.uses >= invitation.usage_limit.get() {
        Status::Used
    } else if invitation.archived_at.is_some() || invitation.expiry.is_over(now) {
        Status::Expired
    } else {
        Status::Active
    }
}
