//! How faults of what was typed cross: codes, lines of text, addresses, usernames, and why a code lets nobody in. Keeps
//! out what is right in them.

use vestibule_domain::decide::{DepartmentRefusal, RedeemRefusal};
use vestibule_domain::{CodeError, EmailError, TextError, UsernameError};
use vestibule_wire::{ErrorCode, ErrorView, Moment};

pub(super) fn of_code(fault: CodeError, view: impl Fn(ErrorCode) -> ErrorView) -> ErrorView {
    match fault {
        CodeError::Empty => view(ErrorCode::FieldRequired),
        CodeError::Length { found } => view(ErrorCode::CodeMalformed).with("found", found),
        CodeError::Symbol { found } => view(ErrorCode::CodeMalformed).with("symbol", shown(found)),
        CodeError::Mistyped { group: Some(group) } => view(ErrorCode::CodeMistyped).with("group", group),
        CodeError::Mistyped { group: None } => view(ErrorCode::CodeMistyped),
        CodeError::Layout => view(ErrorCode::CodeLayout),
        CodeError::Several => view(ErrorCode::CodeSeveral),
    }
    .at("code")
}

/// A character as people see it; one that nobody sees, by its number.
fn shown(c: char) -> String {
    if c.is_alphanumeric() || c.is_ascii_graphic() { c.to_string() } else { c.escape_default().to_string() }
}

pub(super) fn of_text(fault: &TextError, view: impl Fn(ErrorCode) -> ErrorView) -> ErrorView {
    match fault {
        TextError::Empty => view(ErrorCode::FieldRequired),
        TextError::TooLong { max } => view(ErrorCode::FieldTooLong).with("max", max),
        TextError::NotText => view(ErrorCode::FieldNotText),
        TextError::TooDeep { max } => view(ErrorCode::DepartmentTooDeep).with("max", max),
        TextError::LineBreak => view(ErrorCode::FieldLineBreak),
        TextError::NotAnAddress => view(ErrorCode::JoinAddressMalformed),
    }
}

pub(super) fn of_email(fault: &EmailError, view: impl Fn(ErrorCode) -> ErrorView) -> ErrorView {
    match fault {
        EmailError::Text(text) => of_text(text, view),
        EmailError::Shape => view(ErrorCode::EmailMalformed),
        EmailError::Several => view(ErrorCode::EmailSeveral),
    }
}

pub(super) fn of_username(fault: UsernameError, view: impl Fn(ErrorCode) -> ErrorView) -> ErrorView {
    match fault {
        UsernameError::Shape => view(ErrorCode::UsernameMalformed),
        UsernameError::Signs => view(ErrorCode::UsernameSigns),
        UsernameError::Reserved => view(ErrorCode::UsernameReserved),
    }
}

pub(super) fn of_redeem(
    refusal: RedeemRefusal,
    at: Option<Moment>,
    view: impl Fn(ErrorCode) -> ErrorView,
) -> ErrorView {
    match refusal {
        RedeemRefusal::Revoked => view(ErrorCode::InvitationRevoked),
        RedeemRefusal::Replaced => view(ErrorCode::InvitationReplaced),
        RedeemRefusal::UsedUp => view(ErrorCode::InvitationUsedUp),
        RedeemRefusal::Expired => {
            let at = at.map(|at| at.to_rfc3339_opts(chrono::SecondsFormat::Secs, true));
            view(ErrorCode::InvitationExpired).with("at", at.unwrap_or_default())
        }
        RedeemRefusal::CreatorMayNot => view(ErrorCode::InvitationCreatorMayNot),
        RedeemRefusal::Changed => view(ErrorCode::InvitationChanged),
        RedeemRefusal::WrongEmail => view(ErrorCode::InvitationWrongEmail).at("email"),
        RedeemRefusal::WrongDomain => view(ErrorCode::InvitationWrongDomain).at("email"),
        RedeemRefusal::AlreadyMember => view(ErrorCode::AlreadyMember).at("email"),
        RedeemRefusal::UsernameTaken => view(ErrorCode::UsernameTaken).at("username"),
        RedeemRefusal::UsernameAlike => view(ErrorCode::UsernameAlike).at("username"),
    }
}

pub(super) fn of_department(refusal: DepartmentRefusal, view: impl Fn(ErrorCode) -> ErrorView) -> ErrorView {
    match refusal {
        DepartmentRefusal::NotPermitted => view(ErrorCode::NotPermitted),
        DepartmentRefusal::Unknown => view(ErrorCode::DepartmentUnknown),
        DepartmentRefusal::NameTaken => view(ErrorCode::DepartmentNameTaken).at("name"),
        DepartmentRefusal::IntoItself => view(ErrorCode::DepartmentIntoItself).at("to"),
        DepartmentRefusal::TooDeep { max } => view(ErrorCode::DepartmentTooDeep).with("max", max),
        DepartmentRefusal::Slash => view(ErrorCode::DepartmentSlash).at("name"),
    }
}
