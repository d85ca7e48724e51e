//! The invitation and its status. Keeps out the clock: status is derived from the record and a time that is given, by
//! one function, and never stored.

use crate::{
    AccountId, DepartmentId, Email, EmailDomain, Expiry, GroupId, InvitationId, Label, Moment, Note, RoleId, UsageLimit,
};
use serde::{Deserialize, Serialize};

/// One right to join, in a given role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// Stable.
    pub id: InvitationId,
    /// Only this address may redeem it.
    pub email: Option<Email>,
    /// Only addresses of this domain may redeem it.
    pub domain: Option<EmailDomain>,
    /// What the newcomer becomes.
    pub role: RoleId,
    /// Where.
    pub department: Option<DepartmentId>,
    /// The newcomer is put into these.
    pub groups: Vec<GroupId>,
    /// What it is for.
    pub label: Option<Label>,
    /// What is to be remembered about it.
    pub note: Option<Note>,
    /// How often it may be used.
    pub usage_limit: UsageLimit,
    /// How often it was.
    pub uses: u32,
    /// When it ends.
    pub expiry: Expiry,
    /// By whom.
    pub created_by: AccountId,
    /// When.
    pub created_at: Moment,
    /// If it was revoked.
    pub revoked: Option<Revocation>,
    /// Made in place of that one.
    pub replaces: Option<InvitationId>,
    /// Revoked, and that one made in its place.
    pub replaced_by: Option<InvitationId>,
    /// Cleaned up then: out of the list, and refused for ever.
    pub archived_at: Option<Moment>,
}

/// The end that somebody put to an invitation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revocation {
    /// By whom. None: by somebody whom this device does not know; it is an end all the same.
    pub by: Option<AccountId>,
    /// When.
    pub at: Moment,
    /// Why, in their words.
    pub reason: Option<crate::Reason>,
}

/// What an invitation is good for now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Can be used.
    Active,
    /// All uses gone.
    Used,
    /// Its time is over.
    Expired,
    /// Ended by somebody.
    Revoked,
}

impl Status {
    /// All four.
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

/// The one function that says what an invitation is good for: Revoked, then Used, then Expired, else Active
/// (docs/product.md, An invitation's life). An archived one had ended when it was cleaned up: neither revoked nor used
/// means that its time was over, and a clock set back does not change that.
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
