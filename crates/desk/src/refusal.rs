//! What a rule's refusal is at the door: whether it is a matter of rights, which the trail keeps, and how it is told.
//! Keeps out the rules.

use crate::DeskError;
use vestibule_domain::decide::{
    CreateRefusal, DepartmentRefusal, DescribeRefusal, PasswordRefusal, PersonRefusal, ReplaceRefusal, RevokeRefusal,
};

/// Why the rules refuse a change.
pub(crate) trait Refusal {
    /// Whether somebody asked for more than their role may. A field that is off is no such thing.
    fn is_of_rights(&self) -> bool;

    /// What the asker is told.
    fn told(self) -> DeskError;
}

impl Refusal for CreateRefusal {
    fn is_of_rights(&self) -> bool {
        use CreateRefusal::{
            DepartmentNotAllowed, GroupNotAllowed, NewDepartmentNotAllowed, NotPermitted, RoleNotAllowed,
        };
        matches!(self, NotPermitted | RoleNotAllowed | DepartmentNotAllowed | NewDepartmentNotAllowed | GroupNotAllowed)
    }

    fn told(self) -> DeskError {
        self.into()
    }
}

impl Refusal for RevokeRefusal {
    fn is_of_rights(&self) -> bool {
        matches!(self, Self::NotPermitted)
    }

    fn told(self) -> DeskError {
        if self.is_of_rights() { DeskError::NotPermitted } else { self.into() }
    }
}

impl Refusal for ReplaceRefusal {
    fn is_of_rights(&self) -> bool {
        match self {
            Self::Old(refusal) => refusal.is_of_rights(),
            Self::New(refusal) => refusal.is_of_rights(),
        }
    }

    fn told(self) -> DeskError {
        match self {
            Self::Old(refusal) => refusal.told(),
            Self::New(refusal) => refusal.told(),
        }
    }
}

impl Refusal for DescribeRefusal {
    fn is_of_rights(&self) -> bool {
        matches!(self, Self::NotPermitted)
    }

    fn told(self) -> DeskError {
        match self {
            Self::NotPermitted => DeskError::NotPermitted,
        }
    }
}

impl Refusal for PasswordRefusal {
    fn is_of_rights(&self) -> bool {
        matches!(self, Self::NotPermitted | Self::KeyNotShown)
    }

    fn told(self) -> DeskError {
        self.into()
    }
}

impl Refusal for DepartmentRefusal {
    fn is_of_rights(&self) -> bool {
        matches!(self, Self::NotPermitted)
    }

    fn told(self) -> DeskError {
        self.into()
    }
}

impl Refusal for PersonRefusal {
    fn is_of_rights(&self) -> bool {
        matches!(self, Self::NotPermitted)
    }

    fn told(self) -> DeskError {
        if self.is_of_rights() { DeskError::NotPermitted } else { self.into() }
    }
}
