//! What the desk refuses or fails at, and how each crosses the wire: a code, a sentence, the field, the values inside
//! the sentence.

mod paper;
mod person;
mod sheet;
mod typed;

use crate::KeychainError;
use paper::{of_paper, unstopped};
use person::of_person;
use sheet::{asked, of_question, of_row, of_sheet};
use std::path::Path;
use vestibule_domain::decide::{
    CreateRefusal, DepartmentRefusal, DescribeRefusal, PasswordRefusal, PersonRefusal, RedeemRefusal, ReplaceRefusal,
    RevokeRefusal,
};
use vestibule_domain::{
    CodeError, EmailError, ExpiryError, RecoveryKeyError, SearchTermError, TextError, UsageLimitError, UsernameError,
};
use vestibule_sheet::{FaultKind, SheetError};
use vestibule_store::StoreError;
use vestibule_wire::{ErrorCode, ErrorView, Moment, SheetQuestionView};

/// Everything that can be answered instead of the thing asked for. A refusal changes nothing.
#[derive(Debug, thiserror::Error)]
pub enum DeskError {
    /// A field of the request.
    #[error("{fault}")]
    Field {
        /// Its serialised name.
        field: &'static str,
        /// What is wrong with it.
        fault: FieldFault,
    },
    /// What was typed is no code.
    #[error(transparent)]
    Code(#[from] CodeError),
    /// The one answer to a stranger.
    #[error("this code can't be used; check it with the person who gave it to you")]
    CodeRefused,
    /// Told to a holder of the code; with the time at which it expired.
    #[error("{0}")]
    Redeem(RedeemRefusal, Option<Moment>),
    /// The rules of creating.
    #[error(transparent)]
    Create(#[from] CreateRefusal),
    /// The rules of revoking.
    #[error(transparent)]
    Revoke(RevokeRefusal),
    /// A sheet can't be read, or not to its end.
    #[error("{0}; nothing was made")]
    Sheet(#[from] SheetError),
    /// One row of it.
    #[error("{0}")]
    Row(FaultKind),
    /// A picture or a print that can't be.
    #[error("{}", unstopped(.0))]
    Paper(vestibule_paper::PaperError),
    /// It leaves something open that only a person can say.
    #[error("{}", asked(.0))]
    SheetUnclear(Box<SheetQuestionView>),
    /// A file that would be taken for something else by its name.
    #[error("the name ends in .{ending}, and what is written is {form}: end it in .{form}")]
    OtherForm {
        /// As it was given.
        ending: String,
        /// As it should be.
        form: &'static str,
    },
    /// It is another by now.
    #[error("the file changed since the preview; look at it again")]
    SheetChanged,
    /// No sheet was looked at.
    #[error("no rows were left out: no sheet was looked at yet")]
    NothingLeftOut,
    /// A file of somebody's, to be read or written.
    #[error("the file {path} can't be used: {cause}")]
    File {
        /// Which.
        path: String,
        /// What the system said.
        cause: String,
        /// How it is told.
        code: ErrorCode,
    },
    /// They are others than those that were shown.
    #[error("the rules changed meanwhile; look at them again")]
    PolicyChanged,
    /// The work was cancelled.
    #[error("this was cancelled; nothing was changed")]
    JobCancelled,
    /// No such work, or somebody else's.
    #[error("there is no such work under way")]
    JobUnknown,
    /// No such invitation, or none that the asker may see.
    #[error("there is no such invitation")]
    InvitationNotFound,
    /// Nothing to save.
    #[error("the organisation has no logo")]
    LogoMissing,
    /// A search that can't be.
    #[error(transparent)]
    Search(#[from] SearchTermError),
    /// Page or page size out of range.
    #[error("pages begin at 1 and have 1 to {most} rows")]
    Page {
        /// The most rows.
        most: u32,
    },
    /// Nobody sits here.
    #[error("nobody is signed in")]
    NotSignedIn,
    /// Locked after rest, or by hand.
    #[error("the session is locked; unlock it with your password")]
    SessionLocked,
    /// The role may not do this.
    #[error("your role may not do this; it has been noted in the audit trail")]
    NotPermitted,
    /// Unknown name or wrong password: one answer.
    #[error("username or password is wrong")]
    SignInRefused,
    /// Right password, suspended account.
    #[error("this account is suspended; ask an administrator")]
    Suspended,
    /// Whose password is to be another.
    #[error("there is nobody of that username")]
    PersonUnknown,
    /// Somebody's account stays as it is.
    #[error(transparent)]
    Person(PersonRefusal),
    /// A session that does not stand, or is not that person's.
    #[error("this session has ended already")]
    SessionUnknown,
    /// This device must not hold the invitation's code.
    #[error("this device does not hold the invitation's code")]
    CodeNotHere,
    /// A department stays as it is.
    #[error(transparent)]
    Department(#[from] DepartmentRefusal),
    /// The rules of passwords.
    #[error(transparent)]
    Reset(#[from] PasswordRefusal),
    /// Unknown name, wrong code, or one that is not good any more: one answer.
    #[error("username or code is wrong, or the code is no longer good; ask for a new one")]
    PasswordCodeRefused,
    /// Slowed down.
    #[error("too many tries; you can go on in {seconds} s")]
    TooManyTries {
        /// Until the next try.
        seconds: u64,
    },
    /// The folder holds an organisation.
    #[error("there is an organisation in this folder already")]
    OrganisationExists,
    /// The folder holds none.
    #[error("there is no organisation in this folder yet; create one first")]
    OrganisationMissing,
    /// The keychain has no key for this file.
    #[error("this file's key is not in the keychain of this device; its recovery key opens it")]
    KeyMissing,
    /// The file's key never came from a passphrase.
    #[error(
        "this file was not made with a passphrase: its key is in the keychain of the device that made it, and its recovery key opens it too"
    )]
    NoPassphrase,
    /// What was derived from the passphrase is not the file's key.
    #[error("this passphrase does not open the file; nothing was changed")]
    WrongPassphrase,
    /// The file was made with a passphrase, and none was given.
    #[error("this file opens with its passphrase, and none was given")]
    PassphraseMissing,
    /// There is no keychain, so a passphrase is needed; or the one that was given is too short.
    #[error("without a keychain, a passphrase of at least {min} characters is needed")]
    PassphraseNeeded {
        /// Its serialised name.
        field: &'static str,
        /// In characters.
        min: usize,
    },
    /// The printed key has a mistake.
    #[error(transparent)]
    RecoveryKey(#[from] RecoveryKeyError),
    /// The clock can't be trusted.
    #[error("{}", crate::time::sentence(.0))]
    ClockDoubted(Box<vestibule_wire::ClockDoubtView>),
    /// What was to be restored.
    #[error("this backup can't be used: {0}; nothing was changed")]
    BackupNotWhole(String),
    /// What was given as the end of a trail is none.
    #[error(
        "the end of a trail is a device's id, a number and a hash, with colons between, as `audit verify` prints it"
    )]
    HeadMalformed,
    /// `vestibule.json` can't be read as what it must be.
    #[error("vestibule.json beside the data file is damaged; the recovery key opens the file without it")]
    KeyFileUnreadable,
    /// The folder can't be used.
    #[error("the folder {path} can't be used: {cause}")]
    Folder {
        /// Which.
        path: String,
        /// What the system said.
        cause: String,
        /// How it is told.
        code: ErrorCode,
    },
    /// The keychain.
    #[error(transparent)]
    Keychain(#[from] KeychainError),
    /// The file.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A fault of ours.
    #[error("something went wrong inside Vestibule ({0}); nothing was changed")]
    Fault(&'static str),
}

/// What is wrong with a field.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FieldFault {
    /// A line of text.
    #[error(transparent)]
    Text(#[from] TextError),
    /// An address.
    #[error(transparent)]
    Email(#[from] EmailError),
    /// A username.
    #[error(transparent)]
    Username(#[from] UsernameError),
    /// The username is somebody's; these are free.
    #[error("this username is taken{}", free(.0))]
    UsernameTaken(Vec<String>),
    /// Too short.
    #[error("a password has at least {min} characters")]
    PasswordTooShort {
        /// In characters.
        min: u32,
    },
    /// Too long to be hashed without being a burden.
    #[error("a password has at most {max} characters")]
    PasswordTooLong {
        /// In characters.
        max: usize,
    },
    /// Easy to guess.
    #[error("this password is easy to guess; a few more words make it strong")]
    PasswordTooWeak,
    /// A number.
    #[error(transparent)]
    UsageLimit(#[from] UsageLimitError),
    /// A time.
    #[error(transparent)]
    Expiry(#[from] ExpiryError),
    /// No such role.
    #[error("there is no role of that name")]
    RoleUnknown,
    /// No such department within reach.
    #[error("there is no department of that name within your reach")]
    DepartmentUnknown,
    /// Several are called so: their paths.
    #[error("several departments are called so: {}; give its path", .0.join(", "))]
    DepartmentAmbiguous(Vec<String>),
    /// What a new department would be under is not there.
    #[error("there is no department {0} for a new one to be under; make it first")]
    DepartmentParentUnknown(String),
    /// No such group.
    #[error("there is no group of that name")]
    GroupUnknown,
    /// No such person.
    #[error("there is nobody of that username")]
    CreatorUnknown,
    /// Too many, or none.
    #[error("between 1 and {max}")]
    Count {
        /// The most.
        max: u32,
    },
    /// No such field.
    #[error("a column holds email, domain, role, department, groups, limit, expires, label or note")]
    ColumnUnknown,
    /// The columns, together.
    #[error("{0}")]
    Columns(String),
    /// No such encoding.
    #[error("there is no encoding of that name: some are windows-1250, windows-1251, macintosh, shift_jis and utf-8")]
    EncodingUnknown,
    /// A number.
    #[error("between {least} and {most}")]
    OutOfRange {
        /// The least.
        least: u32,
        /// The most.
        most: u32,
    },
    /// An address is for one invitation.
    #[error("one address is for one invitation; bind many to a domain")]
    OneAddressForMany,
}

fn free(names: &[String]) -> String {
    if names.is_empty() { String::new() } else { format!("; {} free", names.join(" and ")) }
}

impl DeskError {
    /// Whether somebody asked for more than their role may: that stands in the trail. A field that is off is no such
    /// thing.
    pub(crate) fn is_of_rights(&self) -> bool {
        use CreateRefusal::{
            DepartmentNotAllowed, GroupNotAllowed, NewDepartmentNotAllowed, NotPermitted, RoleNotAllowed,
        };
        match self {
            Self::Create(refusal) => matches!(
                refusal,
                NotPermitted | RoleNotAllowed | DepartmentNotAllowed | NewDepartmentNotAllowed | GroupNotAllowed
            ),
            Self::NotPermitted
            | Self::Department(DepartmentRefusal::NotPermitted)
            | Self::Reset(PasswordRefusal::NotPermitted | PasswordRefusal::KeyNotShown) => true,
            _ => false,
        }
    }

    /// What the system said of a file of somebody's, named.
    pub(crate) fn file(path: &Path, error: &std::io::Error) -> Self {
        let code = match error.kind() {
            std::io::ErrorKind::StorageFull => ErrorCode::DiskFull,
            _ => ErrorCode::FileNotUsable,
        };
        Self::File { path: path.display().to_string(), cause: error.to_string(), code }
    }

    /// What the system said of a folder, named.
    pub(crate) fn folder(path: &Path, error: &std::io::Error) -> Self {
        use std::io::ErrorKind::{PermissionDenied, ReadOnlyFilesystem, StorageFull};
        let code = match error.kind() {
            PermissionDenied | ReadOnlyFilesystem => ErrorCode::FileReadOnly,
            StorageFull => ErrorCode::DiskFull,
            _ => ErrorCode::FileUnreachable,
        };
        Self::Folder { path: path.display().to_string(), cause: error.to_string(), code }
    }
}

impl From<RevokeRefusal> for DeskError {
    fn from(refusal: RevokeRefusal) -> Self {
        match refusal {
            RevokeRefusal::NotPermitted => Self::NotPermitted,
            refusal @ RevokeRefusal::NotActive(_) => Self::Revoke(refusal),
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
            refusal => Self::Person(refusal),
        }
    }
}

impl From<DeskError> for ErrorView {
    fn from(error: DeskError) -> Self {
        let message = sentence(&error.to_string());
        let view = |code| Self::new(code, message.clone());
        match &error {
            DeskError::Field { field, fault } => of_field(fault, view).at(field),
            DeskError::Code(fault) => typed::of_code(*fault, view),
            DeskError::CodeRefused => view(ErrorCode::CodeRefused),
            DeskError::Redeem(refusal, at) => typed::of_redeem(*refusal, *at, view),
            DeskError::Create(refusal) => of_create(*refusal, view),
            DeskError::Revoke(RevokeRefusal::NotPermitted) => view(ErrorCode::NotPermitted),
            DeskError::Revoke(RevokeRefusal::NotActive(status)) => {
                view(ErrorCode::InvitationNotActive).with("status", status.as_str())
            }
            DeskError::Sheet(fault) => of_sheet(fault, view),
            DeskError::Row(fault) => of_row(*fault, view),
            DeskError::Paper(fault) => of_paper(fault, view),
            DeskError::SheetUnclear(question) => of_question(question, view),
            DeskError::OtherForm { ending, form } => {
                view(ErrorCode::FileNameOtherForm).with("ending", ending).with("form", form)
            }
            DeskError::SheetChanged => view(ErrorCode::SheetChanged),
            DeskError::NothingLeftOut => view(ErrorCode::JobUnknown),
            DeskError::File { path, code, .. } => view(*code).with("path", path),
            DeskError::PolicyChanged => view(ErrorCode::PolicyChanged),
            DeskError::JobCancelled => view(ErrorCode::JobCancelled),
            DeskError::JobUnknown => view(ErrorCode::JobUnknown),
            DeskError::LogoMissing => view(ErrorCode::LogoMissing),
            DeskError::InvitationNotFound => view(ErrorCode::InvitationNotFound),
            DeskError::Search(SearchTermError::TooLong) => view(ErrorCode::FieldTooLong).at("search").with("max", 300),
            DeskError::ClockDoubted(doubt) => crate::time::error(doubt, view),
            DeskError::BackupNotWhole(_) => view(ErrorCode::FileCorrupt),
            DeskError::HeadMalformed => view(ErrorCode::HeadMalformed).at("head"),
            DeskError::Page { .. } => view(ErrorCode::PageOutOfRange).at("page"),
            DeskError::NotSignedIn => view(ErrorCode::NotSignedIn),
            DeskError::SessionLocked => view(ErrorCode::SessionLocked),
            DeskError::NotPermitted => view(ErrorCode::NotPermitted),
            DeskError::SignInRefused => view(ErrorCode::SignInRefused),
            DeskError::Suspended => view(ErrorCode::AccountSuspended),
            DeskError::TooManyTries { seconds } => view(ErrorCode::TooManyTries).with("seconds", seconds),
            DeskError::OrganisationExists => view(ErrorCode::OrganisationExists),
            DeskError::OrganisationMissing => view(ErrorCode::OrganisationMissing),
            DeskError::WrongPassphrase => view(ErrorCode::FileWrongPassphrase),
            DeskError::KeyMissing | DeskError::NoPassphrase | DeskError::KeyFileUnreadable => {
                view(ErrorCode::KeyMissing)
            }
            DeskError::PassphraseMissing => view(ErrorCode::PassphraseRequired).at("passphrase"),
            DeskError::PassphraseNeeded { field, min } => {
                view(ErrorCode::PassphraseRequired).at(field).with("min", min)
            }
            DeskError::PersonUnknown => view(ErrorCode::PersonUnknown).at("username"),
            DeskError::SessionUnknown => view(ErrorCode::SessionUnknown),
            DeskError::Person(refusal) => of_person(*refusal, view),
            DeskError::PasswordCodeRefused => view(ErrorCode::PasswordCodeRefused),
            DeskError::Reset(PasswordRefusal::NotPermitted | PasswordRefusal::KeyNotShown) => {
                view(ErrorCode::NotPermitted)
            }
            DeskError::Reset(PasswordRefusal::Suspended) => view(ErrorCode::AccountSuspended),
            DeskError::Reset(PasswordRefusal::NotAnAdministrator) => view(ErrorCode::NotAnAdministrator),
            DeskError::CodeNotHere => view(ErrorCode::CodeNotHere),
            DeskError::Department(refusal) => typed::of_department(*refusal, view),
            DeskError::RecoveryKey(fault) => of_recovery(*fault, view),
            DeskError::Folder { path, code, .. } => view(*code).with("path", path),
            DeskError::Keychain(KeychainError::Absent) => view(ErrorCode::KeychainAbsent),
            DeskError::Keychain(KeychainError::Locked) => view(ErrorCode::KeychainLocked),
            DeskError::Keychain(KeychainError::Late) => view(ErrorCode::KeychainLate),
            DeskError::Store(error) => of_store(error, view),
            DeskError::Fault(_) => view(ErrorCode::Fault),
        }
    }
}

/// Begins with a capital and ends with a full stop.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let first: String = letters.next().map(|c| c.to_uppercase().collect()).unwrap_or_default();
    let end = if text.ends_with(['.', '?', '!']) { "" } else { "." };
    format!("{first}{}{end}", letters.as_str())
}

fn of_field(fault: &FieldFault, view: impl Fn(ErrorCode) -> ErrorView) -> ErrorView {
    match fault {
        FieldFault::Text(text) => typed::of_text(text, view),
        FieldFault::Email(fault) => typed::of_email(fault, view),
        FieldFault::Username(fault) => typed::of_username(*fault, view),
        FieldFault::UsernameTaken(free) => view(ErrorCode::UsernameTaken).with("free", free.join(", ")),
        FieldFault::PasswordTooShort { min } => view(ErrorCode::PasswordTooShort).with("min", min),
        FieldFault::PasswordTooLong { max } => view(ErrorCode::FieldTooLong).with("max", max),
        FieldFault::PasswordTooWeak => view(ErrorCode::PasswordTooWeak),
        FieldFault::UsageLimit(_) => {
            view(ErrorCode::UsageLimitOutOfRange).with("max", vestibule_domain::UsageLimit::MAX)
        }
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
    }
}

fn of_expiry(fault: ExpiryError, view: impl Fn(ErrorCode) -> ErrorView) -> ErrorView {
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

fn of_create(refusal: CreateRefusal, view: impl Fn(ErrorCode) -> ErrorView) -> ErrorView {
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

impl From<vestibule_paper::PaperError> for DeskError {
    fn from(fault: vestibule_paper::PaperError) -> Self {
        match fault {
            vestibule_paper::PaperError::Stopped => Self::JobCancelled,
            other => Self::Paper(other),
        }
    }
}

fn of_recovery(fault: RecoveryKeyError, view: impl Fn(ErrorCode) -> ErrorView) -> ErrorView {
    let view = view(ErrorCode::RecoveryKeyMistyped).at("recovery_key");
    match fault {
        RecoveryKeyError::Mistyped { line, .. } => view.with("line", line),
        RecoveryKeyError::Length { .. } | RecoveryKeyError::Symbol { .. } | RecoveryKeyError::Order => view,
    }
}

fn of_store(error: &StoreError, view: impl Fn(ErrorCode) -> ErrorView) -> ErrorView {
    match error {
        StoreError::Missing(_) => view(ErrorCode::OrganisationMissing),
        StoreError::Exists(_) => view(ErrorCode::OrganisationExists),
        StoreError::Newer { written_by } => view(ErrorCode::FileNewer).with("needs", written_by),
        StoreError::Foreign(path) => view(ErrorCode::FileForeign).with("path", path.display()),
        StoreError::Corrupt(path) => view(ErrorCode::FileCorrupt).with("path", path.display()),
        StoreError::WrongKey => view(ErrorCode::FileWrongKey),
        StoreError::Busy => view(ErrorCode::FileBusy),
        StoreError::ReadOnly => view(ErrorCode::FileReadOnly),
        StoreError::DiskFull => view(ErrorCode::DiskFull),
        StoreError::Unreachable { path, .. } => view(ErrorCode::FileUnreachable).with("path", path.display()),
        StoreError::NotUsable => view(ErrorCode::CodeRefused),
        StoreError::EventDoesNotFit(_)
        | StoreError::Forked { .. }
        | StoreError::NotNext { .. }
        | StoreError::Database(_)
        | StoreError::Unreadable { .. } => view(ErrorCode::Fault),
    }
}
