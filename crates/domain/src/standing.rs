//! Who asks, as the rules see them: an account with its role as it is now. Keeps out sessions and passwords.

use crate::role::STAFF_RANK;
use crate::{AccountId, DepartmentId, Permission, Reach, Role};

/// Whether an account may act.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountState {
    /// May sign in.
    Active,
    /// May not.
    Suspended,
    /// May not, and nothing personal is known any more.
    Erased,
}

/// An account with its role, as it is at the moment of deciding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Whose.
    pub account: AccountId,
    /// Their role now.
    pub role: Role,
    /// The department that they belong to.
    pub department: Option<DepartmentId>,
    /// How far their role's scope reaches from there, by the tree as it is now.
    pub reach: Reach,
    /// May they act?
    pub state: AccountState,
}

impl Standing {
    /// Whether they may do this anywhere.
    pub fn may(&self, permission: Permission) -> bool {
        self.state == AccountState::Active && self.role.may(permission)
    }

    /// Whether what belongs to `department` lies in their reach ([`Reach::includes`]).
    pub fn reaches(&self, department: Option<DepartmentId>) -> bool {
        self.reach.includes(department)
    }

    /// Whether they reach the whole organisation.
    pub fn reaches_everything(&self) -> bool {
        self.reach == Reach::Everything
    }

    /// Whether they look after the organisation: they reach all of it and can give everybody a role. One of these has
    /// to stay (docs/product.md, Roles).
    pub fn is_administrator(&self) -> bool {
        self.state == AccountState::Active && self.role.is_administrator()
    }

    /// Whether they may grant `role`: strictly lower rank, and Staff rank at the most from within a division.
    pub fn may_grant(&self, role: &Role) -> bool {
        self.may(Permission::CreateInvitations)
            && role.rank < self.role.rank
            && (self.reaches_everything() || role.rank <= STAFF_RANK)
    }
}
