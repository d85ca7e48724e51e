//! Sending by email: refusals and failures, and their wire errors. Keeps out the rules, and what a mail server may say.

use super::Told;
use vestibule_domain::decide::SendRefusal;
use vestibule_mail::{MessageError, SendError, TemplateError};
use vestibule_wire::{ErrorCode, ErrorView};

/// Why nothing is sent by email.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    /// A rule for sending.
    #[error(transparent)]
    Refused(#[from] SendRefusal),
    /// No mail server is set up.
    #[error("the mail server is not set up on this device; an administrator does that")]
    NotSetUp,
    /// The keychain has no password, or does not give it.
    #[error("the mail server's password is not at hand; an administrator sets it again")]
    PasswordMissing,
    /// The same message waits already.
    #[error("a message with this invitation to this address is on its way already")]
    OnItsWay,
    /// No such message, or none that the asker may see.
    #[error("there is no such message in the outbox")]
    Unknown,
    /// The mail server did not take it.
    #[error("{0}")]
    NotSent(SendError),
    /// It can't be put together.
    #[error("{0}")]
    NotMade(MessageError),
}

impl MailError {
    pub(super) fn is_of_rights(&self) -> bool {
        matches!(self, Self::Refused(SendRefusal::NotPermitted))
    }

    pub(super) fn view(&self, view: Told<'_>) -> ErrorView {
        match self {
            Self::NotSetUp => view(ErrorCode::MailNotSetUp),
            Self::PasswordMissing => view(ErrorCode::MailPasswordMissing),
            Self::OnItsWay => view(ErrorCode::MailOnItsWay),
            Self::Unknown => view(ErrorCode::MailUnknown),
            Self::NotSent(_) => view(ErrorCode::MailNotSent),
            Self::NotMade(_) => view(ErrorCode::MailNotMade),
            Self::Refused(refusal) => of_refusal(*refusal, view),
        }
    }
}

fn of_refusal(refusal: SendRefusal, view: Told<'_>) -> ErrorView {
    match refusal {
        SendRefusal::NotPermitted => view(ErrorCode::NotPermitted),
        SendRefusal::NotActive(status) => view(ErrorCode::InvitationNotActive).with("status", status.as_str()),
        SendRefusal::NoRecipient => view(ErrorCode::RecipientMissing).at("to"),
        SendRefusal::OtherRecipient | SendRefusal::OtherDomain => view(ErrorCode::RecipientOther).at("to"),
    }
}

pub(super) fn of_template(fault: &TemplateError, view: Told<'_>) -> ErrorView {
    let malformed =
        |line: usize, column: usize| view(ErrorCode::TemplateMalformed).with("line", line).with("column", column);
    match fault {
        TemplateError::Unknown { name, line, column } => malformed(*line, *column).with("name", name),
        TemplateError::Unclosed { line, column } | TemplateError::Unopened { line, column } => {
            malformed(*line, *column)
        }
        TemplateError::TooLong { max } => view(ErrorCode::FieldTooLong).with("max", max),
        TemplateError::TooMany { .. } => view(ErrorCode::TemplateMalformed),
        TemplateError::SeveralLines => view(ErrorCode::FieldLineBreak),
    }
}
