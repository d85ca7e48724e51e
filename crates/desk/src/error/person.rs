//! Why somebody's account stays as it is, as it crosses. Keeps out the rules.

use vestibule_domain::decide::PersonRefusal;
use vestibule_wire::{ErrorCode, ErrorView};

pub(super) fn of_person(refusal: PersonRefusal, view: impl Fn(ErrorCode) -> ErrorView) -> ErrorView {
    match refusal {
        PersonRefusal::NotPermitted => view(ErrorCode::NotPermitted),
        PersonRefusal::PasswordNeeded => view(ErrorCode::PasswordNeeded).at("password"),
        PersonRefusal::LastAdministrator => view(ErrorCode::LastAdministrator),
        PersonRefusal::Yourself => view(ErrorCode::NotYourself),
        PersonRefusal::DepartmentMissing => view(ErrorCode::UserWithoutDepartment),
        PersonRefusal::EmailTaken => view(ErrorCode::EmailTaken).at("email"),
    }
}
