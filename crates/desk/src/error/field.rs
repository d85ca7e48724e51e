//! Faults of fields, and their wire errors. Keeps out the rules for valid values.

use super::Told;
use vestibule_domain::{EmailError, ExpiryError, TextError, UsageLimit, UsageLimitError, UsernameError};
use vestibule_wire::{ErrorCode, ErrorView};

/// Why a field is not valid.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FieldFault {
    /// Not a valid line of text.
    #[error(transparent)]
    Text(#[from] TextError),
    /// Not a valid address.
    #[error(transparent)]
    Email(#[from] EmailError),
    /// Not a valid username.
    #[error(transparent)]
    Username(#[from] UsernameError),
    /// The username is taken; these are free.
    #[error("this username is taken{}", free(.0))]
    UsernameTaken(Vec<String>),
    /// The password is too short.
    #[error("a password has at least {min} characters")]
    PasswordTooShort {
        /// The policy's minimum, in characters.
        min: u32,
    },
    /// The password is too long: hashing time grows with its length.
    #[error("a password has at most {max} characters")]
    PasswordTooLong {
        /// The limit, in characters.
        max: usize,
    },
    /// The password is easy to guess.
    #[error("this password is easy to guess; a few more words make it strong")]
    PasswordTooWeak,
    /// Not a valid number of uses.
    #[error(transparent)]
    UsageLimit(#[from] UsageLimitError),
    /// Not a valid expiry.
    #[error(transparent)]
    Expiry(#[from] ExpiryError),
    /// No role of that name within sight.
    #[error("there is no role of that name")]
    RoleUnknown,
    /// No such department within reach.
    #[error("there is no department of that name within your reach")]
    DepartmentUnknown,
    /// Several departments have this name: their paths.
    #[error("several departments are called so: {}; give its path", .0.join(", "))]
    DepartmentAmbiguous(Vec<String>),
    /// The parent of a new department does not exist.
    #[error("there is no department {0} for a new one to be under; make it first")]
    DepartmentParentUnknown(String),
    /// No such group.
    #[error("there is no group of that name")]
    GroupUnknown,
    /// No account of that username.
    #[error("nobody who made invitations has that username")]
    CreatorUnknown,
    /// None, or more than `max`.
    #[error("between 1 and {max}")]
    Count {
        /// The most.
        max: u32,
    },
    /// No field of that name.
    #[error("a column holds email, domain, role, department, groups, limit, expires, label or note")]
    ColumnUnknown,
    /// The columns contradict each other; the sentence says how.
    #[error("{0}")]
    Columns(String),
    /// No encoding of that name.
    #[error("there is no encoding of that name: some are windows-1250, windows-1251, macintosh, shift_jis and utf-8")]
    EncodingUnknown,
    /// The number is out of range.
    #[error("between {least} and {most}")]
    OutOfRange {
        /// The least.
        least: u32,
        /// The most.
        most: u32,
    },
    /// An address is given for more than one invitation.
    #[error("one address is for one invitation; bind many to a domain")]
    OneAddressForMany,
    /// Not an address that messages can be from or for.
    #[error("{0}")]
    MailAddress(vestibule_mail::AddressError),
    /// Not a template of a message.
    #[error("{0}")]
    Template(vestibule_mail::TemplateError),
    /// Not a name or address of a server.
    #[error("a mail server is named like mail.school.example")]
    Host,
    /// Not a certificate.
    #[error("this is no certificate in PEM form")]
    Certificate,
}

fn free(names: &[String]) -> String {
    if names.is_empty() { String::new() } else { format!("; {} free", names.join(" and ")) }
}

pub(super) fn of_field(fault: &FieldFault, view: Told<'_>) -> ErrorView {
    match fault {
        FieldFault::Text(text) => of_text(text, view),
        FieldFault::Email(fault) => of_email(fault, view),
        FieldFault::Username(fault) => of_username(*fault, view),
        FieldFault::UsernameTaken(free) => view(ErrorCode::UsernameTaken).with("free", free.join(", ")),
        FieldFault::PasswordTooShort { min } => view(ErrorCode::PasswordTooShort).with("min", min),
        FieldFault::PasswordTooLong { max } => view(ErrorCode::FieldTooLong).with("max", max),
        FieldFault::PasswordTooWeak => view(ErrorCode::PasswordTooWeak),
        FieldFault::UsageLimit(_) => view(ErrorCode::UsageLimitOutOfRange).with("max", UsageLimit::MAX),
        FieldFault::Expiry(fault) => of_expiry(*fault, view),
        FieldFault::RoleUnknown => view(ErrorCode::RoleUnknown),
        FieldFault::DepartmentUnknown => view(ErrorCode::DepartmentUnknown),
        FieldFault::DepartmentAmbiguous(paths) => view(ErrorCode::DepartmentAmbiguous).with("paths", paths.join(", ")),
        FieldFault::DepartmentParentUnknown(parent) => view(ErrorCode::DepartmentParentUnknown).with("parent", parent),
        FieldFault::GroupUnknown => view(ErrorCode::GroupUnknown),
        FieldFault::CreatorUnknown => view(ErrorCode::CreatorUnknown),
        FieldFault::Count { max } => view(ErrorCode::CountOutOfRange).with("max", max),
        FieldFault::ColumnUnknown | FieldFault::Columns(_) | FieldFault::EncodingUnknown => {
            view(ErrorCode::ColumnsUnclear)
        }
        FieldFault::OutOfRange { least, most } => {
            view(ErrorCode::NumberOutOfRange).with("min", least).with("max", most)
        }
        FieldFault::OneAddressForMany => view(ErrorCode::OneAddressForMany),
        FieldFault::MailAddress(_) => view(ErrorCode::EmailMalformed),
        FieldFault::Template(fault) => super::mail::of_template(fault, view),
        FieldFault::Host => view(ErrorCode::HostMalformed),
        FieldFault::Certificate => view(ErrorCode::CertificateUnreadable),
    }
}

pub(super) fn of_expiry(fault: ExpiryError, view: Told<'_>) -> ErrorView {
    match fault {
        ExpiryError::Past => view(ErrorCode::ExpiryPast),
        ExpiryError::TooFar { max_days, until } => {
            let until = until.to_rfc3339_opts(chrono::SecondsFormat::Secs, true);
            view(ErrorCode::ExpiryTooFar).with("max_days", max_days).with("until", until)
        }
        ExpiryError::NeverNotAllowed => view(ErrorCode::ExpiryNeverNotAllowed),
        ExpiryError::Unreadable => view(ErrorCode::ExpiryMalformed),
    }
}

fn of_text(fault: &TextError, view: Told<'_>) -> ErrorView {
    match fault {
        TextError::Empty => view(ErrorCode::FieldRequired),
        TextError::TooLong { max } => view(ErrorCode::FieldTooLong).with("max", max),
        TextError::NotText => view(ErrorCode::FieldNotText),
        TextError::TooDeep { max } => view(ErrorCode::DepartmentTooDeep).with("max", max),
        TextError::LineBreak => view(ErrorCode::FieldLineBreak),
        TextError::NotAnAddress => view(ErrorCode::JoinAddressMalformed),
    }
}

fn of_email(fault: &EmailError, view: Told<'_>) -> ErrorView {
    match fault {
        EmailError::Text(text) => of_text(text, view),
        EmailError::Shape => view(ErrorCode::EmailMalformed),
        EmailError::Several => view(ErrorCode::EmailSeveral),
    }
}

fn of_username(fault: UsernameError, view: Told<'_>) -> ErrorView {
    match fault {
        UsernameError::Shape => view(ErrorCode::UsernameMalformed),
        UsernameError::Signs => view(ErrorCode::UsernameSigns),
        UsernameError::Reserved => view(ErrorCode::UsernameReserved),
    }
}
