//! The asker as the rules see them: an account with its current role. Keeps out sessions and passwords.

use crate::role::STAFF_RANK;
use crate::{AccountId, DepartmentId, Permission, Reach, Role};

/// Whether an account may act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountState {
    /// It may sign in.
    Active,
    /// It may not sign in until it is reactivated.
    Suspended,
    /// It may not sign in, and its personal data is erased.
    Erased,
}

/// An account with its role, read at the time of the decision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The account's id.
    pub account: AccountId,
    /// Its current role.
    pub role: Role,
    /// The department the account belongs to; none: the whole organisation.
    pub department: Option<DepartmentId>,
    /// How far the role's scope reaches from that department in the current tree.
    pub reach: Reach,
    /// Whether the account may act.
    pub state: AccountState,
}

impl Standing {
    /// Whether the account is active and its role has this permission.
    pub fn may(&self, permission: Permission) -> bool {
        self.state == AccountState::Active && self.role.may(permission)
    }

    /// Whether `department` lies in the account's reach ([`Reach::includes`]).
    pub fn reaches(&self, department: Option<DepartmentId>) -> bool {
        self.reach.includes(department)
    }

    /// Whether the account reaches the whole organisation.
    pub fn reaches_everything(&self) -> bool {
        self.reach == Reach::Everything
    }

    /// Whether the account is an administrator: it reaches the whole organisation and can assign roles. At least one
    /// must remain (docs/product.md, Roles).
    pub fn is_administrator(&self) -> bool {
        self.state == AccountState::Active && self.role.is_administrator()
    }

    /// Whether the account may grant `role`: strictly lower rank, and at most Staff rank from within a division.
    pub fn may_grant(&self, role: &Role) -> bool {
        self.may(Permission::CreateInvitations)
            && role.rank < self.role.rank
            && (self.reaches_everything() || role.rank <= STAFF_RANK)
    }
}
