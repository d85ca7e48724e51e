//! The desk's refusals and failures: one error type per area, with a sentence per situation. The conversion of each to
//! a wire error (code, field, values) is in `error/`.

mod field;
mod file;
mod import;
mod invitations;
mod mail;
mod opening;
mod organisation;
mod paper;
mod people;
mod session;

pub use self::field::FieldFault;
pub use self::file::FileError;
pub use self::import::ImportError;
pub use self::invitations::InvitationError;
pub use self::mail::MailError;
pub use self::opening::OpeningError;
pub use self::organisation::{JobError, OrganisationError};
pub use self::people::PersonError;
pub use self::session::SessionError;

use crate::KeychainError;
use std::path::Path;
use vestibule_domain::decide::{
    CreateRefusal, DepartmentRefusal, DescribeRefusal, PasswordRefusal, PersonRefusal, ReplaceRefusal, RevokeRefusal,
    SendRefusal,
};
use vestibule_domain::{CodeError, RecoveryKeyError, SearchTermError};
use vestibule_paper::PaperError;
use vestibule_sheet::SheetError;
use vestibule_store::StoreError;
use vestibule_wire::{ErrorCode, ErrorView};

/// Makes a wire error from a code, with the error's sentence.
type Told<'a> = &'a dyn Fn(ErrorCode) -> ErrorView;

/// Every refusal or failure of a request. A refusal changes nothing.
#[derive(Debug, thiserror::Error)]
pub enum DeskError {
    /// A field of the request is not valid.
    #[error("{fault}")]
    Field {
        /// Its serialised name.
        field: &'static str,
        /// What is wrong with it.
        fault: FieldFault,
    },
    /// The role may not do this.
    #[error("your role may not do this; it has been noted in the audit trail")]
    NotPermitted,
    /// Sign-in, session and proof of identity.
    #[error(transparent)]
    Session(#[from] SessionError),
    /// Codes and invitations.
    #[error(transparent)]
    Invitation(#[from] InvitationError),
    /// Sending by email.
    #[error(transparent)]
    Mail(#[from] MailError),
    /// Accounts.
    #[error(transparent)]
    Person(#[from] PersonError),
    /// Changes of departments.
    #[error(transparent)]
    Department(#[from] DepartmentRefusal),
    /// Imports of sheets.
    #[error(transparent)]
    Import(#[from] ImportError),
    /// Files chosen by people.
    #[error(transparent)]
    File(#[from] FileError),
    /// Pictures and prints.
    #[error("{}", paper::unstopped(.0))]
    Paper(PaperError),
    /// The organisation as a whole.
    #[error(transparent)]
    Organisation(#[from] OrganisationError),
    /// Long-running work.
    #[error(transparent)]
    Job(#[from] JobError),
    /// The data file and its key.
    #[error(transparent)]
    Opening(#[from] OpeningError),
    /// A search term is not valid.
    #[error(transparent)]
    Search(#[from] SearchTermError),
    /// Page or page size out of range.
    #[error("pages begin at 1 and have 1 to {most} rows")]
    Page {
        /// The most rows per page.
        most: u32,
    },
    /// The keychain failed.
    #[error(transparent)]
    Keychain(#[from] KeychainError),
    /// The data file failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A fault of the program.
    #[error("something went wrong inside Vestibule ({0}); nothing was changed")]
    Fault(&'static str),
}

impl DeskError {
    /// Whether somebody asked for more than their role may, which is logged in the trail. An invalid field is not.
    pub(crate) fn is_of_rights(&self) -> bool {
        match self {
            Self::NotPermitted | Self::Department(DepartmentRefusal::NotPermitted) => true,
            Self::Invitation(error) => error.is_of_rights(),
            Self::Mail(error) => error.is_of_rights(),
            Self::Person(error) => error.is_of_rights(),
            _ => false,
        }
    }

    /// An error of the system about a person's file, with its path.
    pub(crate) fn file(path: &Path, error: &std::io::Error) -> Self {
        FileError::of_file(path, error).into()
    }

    /// An error of the system about a folder, with its path.
    pub(crate) fn folder(path: &Path, error: &std::io::Error) -> Self {
        FileError::of_folder(path, error).into()
    }
}

/// Conversions from faults and refusals that an area's error wraps.
macro_rules! through {
    ($($inner:ty => $area:ty),* $(,)?) => {
        $(
            impl From<$inner> for DeskError {
                fn from(inner: $inner) -> Self {
                    <$area>::from(inner).into()
                }
            }
        )*
    };
}

through! {
    CodeError => InvitationError,
    CreateRefusal => InvitationError,
    PasswordRefusal => PersonError,
    SendRefusal => MailError,
    SheetError => ImportError,
    RecoveryKeyError => OpeningError,
}

impl From<RevokeRefusal> for DeskError {
    fn from(refusal: RevokeRefusal) -> Self {
        match refusal {
            RevokeRefusal::NotPermitted => Self::NotPermitted,
            refusal @ RevokeRefusal::NotActive(_) => InvitationError::from(refusal).into(),
        }
    }
}

impl From<ReplaceRefusal> for DeskError {
    fn from(refusal: ReplaceRefusal) -> Self {
        match refusal {
            ReplaceRefusal::Old(refusal) => refusal.into(),
            ReplaceRefusal::New(refusal) => refusal.into(),
        }
    }
}

impl From<DescribeRefusal> for DeskError {
    fn from(DescribeRefusal::NotPermitted: DescribeRefusal) -> Self {
        Self::NotPermitted
    }
}

impl From<PersonRefusal> for DeskError {
    fn from(refusal: PersonRefusal) -> Self {
        match refusal {
            PersonRefusal::NotPermitted => Self::NotPermitted,
            refusal => PersonError::from(refusal).into(),
        }
    }
}

impl From<PaperError> for DeskError {
    fn from(fault: PaperError) -> Self {
        match fault {
            PaperError::Stopped => JobError::Cancelled.into(),
            other => Self::Paper(other),
        }
    }
}

impl From<DeskError> for ErrorView {
    fn from(error: DeskError) -> Self {
        let message = sentence(&error.to_string());
        let view: Told<'_> = &|code| Self::new(code, message.clone());
        match &error {
            DeskError::Field { field, fault } => field::of_field(fault, view).at(field),
            DeskError::NotPermitted => view(ErrorCode::NotPermitted),
            DeskError::Session(error) => error.view(view),
            DeskError::Invitation(error) => error.view(view),
            DeskError::Mail(error) => error.view(view),
            DeskError::Person(error) => error.view(view),
            DeskError::Department(refusal) => people::of_department(*refusal, view),
            DeskError::Import(error) => error.view(view),
            DeskError::File(error) => error.view(view),
            DeskError::Paper(fault) => paper::of_paper(fault, view),
            DeskError::Organisation(error) => error.view(view),
            DeskError::Job(error) => error.view(view),
            DeskError::Opening(error) => error.view(view),
            DeskError::Search(SearchTermError::TooLong) => view(ErrorCode::FieldTooLong).at("search").with("max", 300),
            DeskError::Page { .. } => view(ErrorCode::PageOutOfRange).at("page"),
            DeskError::Keychain(KeychainError::Absent) => view(ErrorCode::KeychainAbsent),
            DeskError::Keychain(KeychainError::Locked) => view(ErrorCode::KeychainLocked),
            DeskError::Keychain(KeychainError::Late) => view(ErrorCode::KeychainLate),
            DeskError::Store(error) => opening::of_store(error, view),
            DeskError::Fault(_) => view(ErrorCode::Fault),
        }
    }
}

/// Adds a capital letter and a full stop.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let first: String = letters.next().map(|c| c.to_uppercase().collect()).unwrap_or_default();
    let end = if text.ends_with(['.', '?', '!']) { "" } else { "." };
    format!("{first}{}{end}", letters.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(error: impl Into<DeskError>) -> (ErrorCode, String) {
        let view = ErrorView::from(error.into());
        (view.code, view.message)
    }

    #[test]
    fn a_row_that_did_not_change_is_a_fault_and_no_refused_code() {
        let (code, message) = told(StoreError::RowNotChanged);
        assert_eq!(code, ErrorCode::Fault);
        assert_eq!(message, "What was to be changed is not as it was when this was decided.");
    }

    #[test]
    fn what_an_area_s_error_wraps_crosses_as_the_area_says() {
        assert_eq!(told(RevokeRefusal::NotPermitted).0, ErrorCode::NotPermitted);
        assert_eq!(told(PersonRefusal::Yourself).0, ErrorCode::NotYourself);
        assert_eq!(told(CreateRefusal::BoundTwice).0, ErrorCode::BoundTwice);
        assert_eq!(told(ReplaceRefusal::New(CreateRefusal::BoundTwice)), told(CreateRefusal::BoundTwice));
        assert_eq!(told(SessionError::Locked).1, "The session is locked; unlock it with your password.");
    }

    #[test]
    fn only_what_somebody_s_role_may_not_do_is_of_rights() {
        let of_rights: [DeskError; 6] = [
            DeskError::NotPermitted,
            RevokeRefusal::NotPermitted.into(),
            ReplaceRefusal::New(CreateRefusal::GroupNotAllowed).into(),
            PersonRefusal::NotPermitted.into(),
            PasswordRefusal::KeyNotShown.into(),
            DepartmentRefusal::NotPermitted.into(),
        ];
        assert!(of_rights.iter().all(DeskError::is_of_rights), "{of_rights:?}");
        let others: [DeskError; 6] = [
            CreateRefusal::BoundTwice.into(),
            PersonRefusal::PasswordNeeded.into(),
            PasswordRefusal::Suspended.into(),
            DepartmentRefusal::NameTaken.into(),
            SessionError::Locked.into(),
            DeskError::Fault("a test"),
        ];
        assert!(!others.iter().any(DeskError::is_of_rights), "{others:?}");
    }
}
