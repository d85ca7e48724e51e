//! Codes and invitations: refusals and their wire errors. Keeps out the rules.

use super::Told;
use super::field::of_expiry;
use vestibule_domain::CodeError;
use vestibule_domain::decide::{CreateRefusal, RedeemRefusal, RevokeRefusal};
use vestibule_wire::{ErrorCode, ErrorView, Moment};

/// Why an invitation is not created, shown, changed or redeemed.
#[derive(Debug, thiserror::Error)]
pub enum InvitationError {
    /// The input is not a code.
    #[error(transparent)]
    Code(#[from] CodeError),
    /// The code is refused; strangers get this answer whatever the cause.
    #[error("this code can't be used; check it with the person who gave it to you")]
    CodeRefused,
    /// This device must not hold the invitation's code.
    #[error("this device does not hold the invitation's code")]
    CodeNotHere,
    /// No such invitation, or none that the asker may see.
    #[error("there is no such invitation")]
    NotFound,
    /// Refused to a holder of the code; with the time at which it expired.
    #[error("{0}")]
    Redeem(RedeemRefusal, Option<Moment>),
    /// A rule for creating.
    #[error(transparent)]
    Create(#[from] CreateRefusal),
    /// A rule for revoking.
    #[error(transparent)]
    Revoke(#[from] RevokeRefusal),
}

impl InvitationError {
    pub(super) fn is_of_rights(&self) -> bool {
        use CreateRefusal::{
            DepartmentNotAllowed, GroupNotAllowed, NewDepartmentNotAllowed, NotPermitted, RoleNotAllowed,
        };
        match self {
            Self::Create(refusal) => matches!(
                refusal,
                NotPermitted | RoleNotAllowed | DepartmentNotAllowed | NewDepartmentNotAllowed | GroupNotAllowed
            ),
            Self::Revoke(refusal) => *refusal == RevokeRefusal::NotPermitted,
            _ => false,
        }
    }

    pub(super) fn view(&self, view: Told<'_>) -> ErrorView {
        match self {
            Self::Code(fault) => of_code(*fault, view),
            Self::CodeRefused => view(ErrorCode::CodeRefused),
            Self::CodeNotHere => view(ErrorCode::CodeNotHere),
            Self::NotFound => view(ErrorCode::InvitationNotFound),
            Self::Redeem(refusal, at) => of_redeem(*refusal, *at, view),
            Self::Create(refusal) => of_create(*refusal, view),
            Self::Revoke(RevokeRefusal::NotPermitted) => view(ErrorCode::NotPermitted),
            Self::Revoke(RevokeRefusal::NotActive(status)) => {
                view(ErrorCode::InvitationNotActive).with("status", status.as_str())
            }
        }
    }
}

fn of_create(refusal: CreateRefusal, view: Told<'_>) -> ErrorView {
    match refusal {
        CreateRefusal::NotPermitted => view(ErrorCode::NotPermitted),
        CreateRefusal::RoleNotAllowed => view(ErrorCode::RoleNotAllowed).at("role"),
        CreateRefusal::DepartmentNotAllowed => view(ErrorCode::DepartmentNotAllowed).at("department"),
        CreateRefusal::NewDepartmentNotAllowed => view(ErrorCode::NewDepartmentNotAllowed).at("department"),
        CreateRefusal::DepartmentRequired => view(ErrorCode::DepartmentRequired).at("department"),
        CreateRefusal::GroupNotAllowed => view(ErrorCode::GroupNotAllowed).at("groups"),
        CreateRefusal::BoundTwice => view(ErrorCode::BoundTwice).at("domain"),
        CreateRefusal::BindingRequired => view(ErrorCode::BindingRequired).at("email"),
        CreateRefusal::Expiry(fault) => of_expiry(fault, view).at("expires"),
    }
}

pub(super) fn of_code(fault: CodeError, view: Told<'_>) -> ErrorView {
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

/// A character for display; an invisible one as its number.
fn shown(c: char) -> String {
    if c.is_alphanumeric() || c.is_ascii_graphic() { c.to_string() } else { c.escape_default().to_string() }
}

pub(super) fn of_redeem(refusal: RedeemRefusal, at: Option<Moment>, view: Told<'_>) -> ErrorView {
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
