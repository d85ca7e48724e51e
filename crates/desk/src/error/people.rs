//! Accounts and departments: refusals and their wire errors. Keeps out the rules.

use super::Told;
use vestibule_domain::decide::{DepartmentRefusal, PasswordRefusal, PersonRefusal};
use vestibule_wire::{ErrorCode, ErrorView};

/// Why a change to an account is refused.
#[derive(Debug, thiserror::Error)]
pub enum PersonError {
    /// No such account, or none that the asker may see.
    #[error("there is nobody of that username")]
    Unknown,
    /// Others match by now than those who were looked at.
    #[error("others are meant by now than were shown; nothing was changed")]
    OthersMatch,
    /// The rules of accounts.
    #[error(transparent)]
    Account(#[from] PersonRefusal),
    /// A rule for passwords.
    #[error(transparent)]
    Password(#[from] PasswordRefusal),
}

impl PersonError {
    pub(super) fn is_of_rights(&self) -> bool {
        matches!(
            self,
            Self::Account(PersonRefusal::NotPermitted)
                | Self::Password(PasswordRefusal::NotPermitted | PasswordRefusal::KeyNotShown)
        )
    }

    pub(super) fn view(&self, view: Told<'_>) -> ErrorView {
        match self {
            Self::Unknown => view(ErrorCode::PersonUnknown).at("username"),
            Self::OthersMatch => view(ErrorCode::SelectionChanged),
            Self::Account(refusal) => of_account(*refusal, view),
            Self::Password(PasswordRefusal::NotPermitted | PasswordRefusal::KeyNotShown) => {
                view(ErrorCode::NotPermitted)
            }
            Self::Password(PasswordRefusal::Suspended) => view(ErrorCode::AccountSuspended),
            Self::Password(PasswordRefusal::NotAnAdministrator) => view(ErrorCode::NotAnAdministrator),
        }
    }
}

fn of_account(refusal: PersonRefusal, view: Told<'_>) -> ErrorView {
    match refusal {
        PersonRefusal::NotPermitted => view(ErrorCode::NotPermitted),
        PersonRefusal::PasswordNeeded => view(ErrorCode::PasswordNeeded).at("password"),
        PersonRefusal::LastAdministrator => view(ErrorCode::LastAdministrator),
        PersonRefusal::Yourself => view(ErrorCode::NotYourself),
        PersonRefusal::DepartmentMissing => view(ErrorCode::UserWithoutDepartment),
        PersonRefusal::EmailTaken => view(ErrorCode::EmailTaken).at("email"),
    }
}

pub(super) fn of_department(refusal: DepartmentRefusal, view: Told<'_>) -> ErrorView {
    match refusal {
        DepartmentRefusal::NotPermitted => view(ErrorCode::NotPermitted),
        DepartmentRefusal::Unknown => view(ErrorCode::DepartmentUnknown),
        DepartmentRefusal::NameTaken => view(ErrorCode::DepartmentNameTaken).at("name"),
        DepartmentRefusal::IntoItself => view(ErrorCode::DepartmentIntoItself).at("to"),
        DepartmentRefusal::TooDeep { max } => view(ErrorCode::DepartmentTooDeep).with("max", max),
        DepartmentRefusal::Slash => view(ErrorCode::DepartmentSlash).at("name"),
    }
}
