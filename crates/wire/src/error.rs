//! A refusal or a fault as sent to the caller: a code for programs, a sentence for people, the field it belongs to, and
//! the values in the sentence.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Why something was not done. The window's catalogue has one sentence per code (`error-<code>`); the command line one
/// exit code per [`ErrorCode::exit_code`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ErrorCode {
    // ---- the code as typed
    /// A wrong symbol; `values.group` is the 1-based group when it could be located. Never counts as a guess.
    CodeMistyped,
    /// Not 12, 16 or 20 symbols, or symbols outside the alphabet; `values.expected` where known.
    CodeMalformed,
    /// Looks like a scan by a scanner set to another keyboard layout. Never counts as a guess.
    CodeLayout,
    /// Two different codes. Never counts as a guess.
    CodeSeveral,
    /// The code is refused; strangers get this answer whatever the cause.
    CodeRefused,
    /// Told to a holder: expired; `values.at` is the RFC 3339 time.
    InvitationExpired,
    /// Told to a holder: all uses gone.
    InvitationUsedUp,
    /// Told to a holder: revoked.
    InvitationRevoked,
    /// Told to a holder: revoked, and another one made in its place.
    InvitationReplaced,
    /// Told to a holder: bound to another domain.
    InvitationWrongDomain,
    /// Told to a holder: bound to another address.
    InvitationWrongEmail,
    /// Told to a holder: the creator may no longer bring in this role.
    InvitationCreatorMayNot,
    /// Told to a holder: this person (email) has redeemed it before, or is a member already.
    AlreadyMember,
    /// The invitation changed since the preview; load it again.
    InvitationChanged,
    // ---- fields
    /// Required but empty; `field` names it.
    FieldRequired,
    /// Longer than `values.max` characters (or bytes for files).
    FieldTooLong,
    /// Holds control characters, NUL or text-direction marks.
    FieldNotText,
    /// More than one line where one is expected.
    FieldLineBreak,
    /// Not an email address.
    EmailMalformed,
    /// Two or more addresses where one is expected.
    EmailSeveral,
    /// Not a username (3 to 32 of a–z, 0–9, dot, hyphen, underscore; begins with a letter).
    UsernameMalformed,
    /// A username with a sign at its end, or two signs in a row.
    UsernameSigns,
    /// A reserved username, such as an office: not for newcomers.
    UsernameReserved,
    /// Another username differs in dots, hyphens and underscores only.
    UsernameAlike,
    /// The username is taken; `values.free` may suggest free ones, separated by commas.
    UsernameTaken,
    /// Another account has this address.
    EmailTaken,
    /// Shorter than `values.min` characters.
    PasswordTooShort,
    /// Too easy to guess.
    PasswordTooWeak,
    /// The expiry is not in the future.
    ExpiryPast,
    /// Later than policy allows; `values.max_days`, and `values.until` (RFC 3339).
    ExpiryTooFar,
    /// "Never" is not allowed by policy.
    ExpiryNeverNotAllowed,
    /// Not a duration or time that can be read.
    ExpiryMalformed,
    /// Outside 1 … `values.max`.
    UsageLimitOutOfRange,
    /// No role of that name that the asker may see.
    RoleUnknown,
    /// The role ranks as high as the asker, or higher.
    RoleNotAllowed,
    /// A role with division scope needs a department.
    DepartmentRequired,
    /// The asker may only use their own division.
    DepartmentNotAllowed,
    /// This device must not hold the invitation's code.
    CodeNotHere,
    /// There is no such department within reach.
    DepartmentUnknown,
    /// Several departments have this name; `values.paths`, separated by commas.
    DepartmentAmbiguous,
    /// The parent of a new department does not exist; `values.parent`.
    DepartmentParentUnknown,
    /// Another department under the same parent has this name.
    DepartmentNameTaken,
    /// A department can't be moved under itself.
    DepartmentIntoItself,
    /// The path has too many departments; `values.max`.
    DepartmentTooDeep,
    /// A department's name contains a slash, which separates the names of a path.
    DepartmentSlash,
    /// There is no department of that name, and the asker may not make one.
    NewDepartmentNotAllowed,
    /// There is no group of that name.
    GroupUnknown,
    /// There is no group of that name, and the asker may not make one.
    GroupNotAllowed,
    /// No account has that username.
    CreatorUnknown,
    /// Bound to an address and a domain at once.
    BoundTwice,
    /// Policy requires an address or a domain.
    BindingRequired,
    /// An address is given for more than one invitation.
    OneAddressForMany,
    /// Not between 1 and `values.max`.
    CountOutOfRange,
    /// Not between `values.min` and `values.max`.
    NumberOutOfRange,
    /// The rules changed since they were displayed: nothing was set.
    PolicyChanged,
    /// Not an http(s) address.
    JoinAddressMalformed,
    /// Page or page size out of range.
    PageOutOfRange,
    // ---- invitations
    /// No such invitation that the asker may see.
    InvitationNotFound,
    /// Only Active ones can be revoked; `values.status` says what it is.
    InvitationNotActive,
    /// Bound to no address, and none was given to send it to.
    RecipientMissing,
    /// Bound to another address or domain than the one to send it to.
    RecipientOther,
    /// A message with it to that address is on its way already.
    MailOnItsWay,
    /// No such message in the outbox that the asker may see.
    MailUnknown,
    /// The mail server is not set up on this device.
    MailNotSetUp,
    /// The mail server's password is not at hand.
    MailPasswordMissing,
    /// The mail server did not take the message; the message says why.
    MailNotSent,
    /// A message can't be made; the message says why.
    MailNotMade,
    /// A template has something in braces that is no placeholder, or a lone brace; `values.line`, `values.column`.
    TemplateMalformed,
    /// Not a name or address of a server.
    HostMalformed,
    /// Not a certificate in PEM form.
    CertificateUnreadable,
    /// A row of a sheet can't be read; `values.problem` names why, `values.column` where.
    RowUnreadable,
    /// An earlier row of the sheet has this address; `values.line` is its line.
    DuplicateInFile,
    /// An active invitation is bound to this address.
    AlreadyInvited,
    /// A sheet can't be read, or not to its end; `values.problem` names why, `values.at_line` where.
    SheetUnreadable,
    /// The sheet changed since the preview.
    SheetChanged,
    /// A selection means others than those who were shown.
    SelectionChanged,
    /// None of the invitations to be printed is active.
    NothingToPrint,
    /// No font on this device has these letters; `values.characters`.
    NoFont,
    /// The invite link is too long for a QR code of that size.
    LinkTooLong,
    /// It could not be printed; the message says why.
    NotPrinted,
    /// Neither PNG nor JPEG.
    PictureUnknown,
    /// The picture is broken or truncated.
    PictureDamaged,
    /// The picture's file is larger than `values.max` MB.
    PictureTooLarge,
    /// The picture has `values.width` × `values.height` pixels; at most `values.max` each way.
    PictureTooManyPixels,
    /// The organisation has no logo.
    LogoMissing,
    /// The choice of columns is contradictory; the message says why.
    ColumnsUnclear,
    /// A person must answer a question about the sheet: `values.question` names it, `values.column` is the column,
    /// `values.examples` are cells to look at.
    SheetUnclear,
    /// The file's extension stands for another format; `values.ending`, `values.form`.
    FileNameOtherForm,
    /// A file for people would be written among the organisation's own files.
    FilePlaceReserved,
    /// A file chosen by a person could not be read or written; `values.path`.
    FileNotUsable,
    /// The work was cancelled: nothing was changed.
    JobCancelled,
    /// No such job is running, or it is somebody else's.
    JobUnknown,
    // ---- who asks
    /// No session.
    NotSignedIn,
    /// The session is locked.
    SessionLocked,
    /// The role may not do this. Recorded in the audit trail.
    NotPermitted,
    /// Wrong username or password (one answer for both).
    SignInRefused,
    /// No account has that username.
    PersonUnknown,
    /// Needs the asker's own password: it concerns an equal rank, or their own address.
    PasswordNeeded,
    /// The change would leave nobody who can assign roles.
    LastAdministrator,
    /// Nobody may suspend themselves.
    NotYourself,
    /// The role's scope is a division, and the person has no department.
    UserWithoutDepartment,
    /// The session has ended already.
    SessionUnknown,
    /// The recovery key sets passwords of administrators only.
    NotAnAdministrator,
    /// Wrong username or one-time code, or the code has expired (one answer for all).
    PasswordCodeRefused,
    /// Too many attempts; `values.seconds` until the next.
    TooManyTries,
    /// The account is suspended (told only after the right password).
    AccountSuspended,
    // ---- file and keys
    /// This folder already holds an organisation.
    OrganisationExists,
    /// No organisation in this folder.
    OrganisationMissing,
    /// Written by a newer version; `values.needs`.
    FileNewer,
    /// Not a Vestibule file.
    FileForeign,
    /// Damaged.
    FileCorrupt,
    /// The file's key is another one.
    FileWrongKey,
    /// The passphrase is wrong.
    FileWrongPassphrase,
    /// Another process has locked it for too long.
    FileBusy,
    /// The folder or file cannot be written.
    FileReadOnly,
    /// No room left on the disk.
    DiskFull,
    /// The file cannot be reached (missing rights, not a file …); `values.path`.
    FileUnreachable,
    /// No keychain on this machine; a passphrase can be used.
    KeychainAbsent,
    /// The clock is far ahead of the last event, or behind it: `values.clock`, `values.last`.
    ClockDoubted,
    /// The text is not the end of an audit trail.
    HeadMalformed,
    /// The keychain is locked or refused access.
    KeychainLocked,
    /// The keychain did not answer in time.
    KeychainLate,
    /// The keychain has no key for this file; passphrase or recovery key is needed.
    KeyMissing,
    /// The recovery key has a typing mistake; `values.line` when located.
    RecoveryKeyMistyped,
    /// The passphrase is needed or too short; `values.min`.
    PassphraseRequired,
    /// A secret's file can be read by others, or is unreadable or empty; `values.path`.
    SecretFileUnsafe,
    /// The clipboard could not be written.
    ClipboardFailed,
    /// A fault of the program; the log has details.
    Fault,
}

impl ErrorCode {
    /// The command line's exit code: 3 refused by a rule · 4 not signed in or not permitted · 5 not found · 6 the data
    /// file can't be used · 2 usage · 1 fault.
    pub fn exit_code(self) -> u8 {
        use ErrorCode::*;
        match self {
            NotSignedIn | SessionLocked | NotPermitted | SignInRefused | PasswordCodeRefused | TooManyTries
            | AccountSuspended | PasswordNeeded => 4,
            InvitationNotFound | JobUnknown | LogoMissing | MailUnknown | PersonUnknown | DepartmentUnknown
            | SessionUnknown => 5,
            OrganisationMissing | FileNewer | FileForeign | FileCorrupt | FileWrongKey | FileWrongPassphrase
            | FileBusy | FileReadOnly | DiskFull | FileUnreachable | KeychainAbsent | KeychainLocked | KeychainLate
            | KeyMissing | RecoveryKeyMistyped => 6,
            ExpiryMalformed | PageOutOfRange | SecretFileUnsafe | PassphraseRequired | HeadMalformed
            | FileNameOtherForm | FilePlaceReserved => 2,
            ClipboardFailed | FileNotUsable | MailNotSent | Fault => 1,
            _ => 3,
        }
    }
}

/// Returned instead of an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ErrorView {
    /// For programs: what kind of refusal or fault it is.
    pub code: ErrorCode,
    /// One plain English sentence, for the log and the command line.
    pub message: String,
    /// Serialised name of the request's field at fault, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// The values in the sentence, by the names in the code's documentation.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub values: BTreeMap<String, String>,
}

impl ErrorView {
    /// An error without field and values.
    pub fn new(code: ErrorCode, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), field: None, values: BTreeMap::new() }
    }

    /// Sets the field at fault.
    pub fn at(mut self, field: &str) -> Self {
        self.field = Some(field.to_owned());
        self
    }

    /// Adds a value.
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.values.insert(name.to_owned(), value.to_string());
        self
    }
}

impl std::fmt::Display for ErrorView {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for ErrorView {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_crosses_as_code_and_message_without_empty_parts() {
        let crossed =
            serde_json::to_string(&ErrorView::new(ErrorCode::CodeRefused, "This code can't be used.")).expect("plain");
        assert_eq!(crossed, r#"{"code":"code_refused","message":"This code can't be used."}"#);
    }
}
