//! Why a command was not done: a code for programs, a sentence and a next step for people, an exit code for scripts.

use crate::output::harmless;
use std::collections::BTreeMap;
use std::path::Path;
use vestibule_desk::DeskError;
use vestibule_wire::{ErrorCode, ErrorView};

/// The arguments are wrong.
pub const USAGE: u8 = 2;
/// A fault of the program or of the machine.
pub const FAULT: u8 = 1;
/// A value is refused, or a decision is missing.
const REFUSED: u8 = 3;
/// Ctrl-C: 128 + SIGINT, as shells have it.
const INTERRUPTED: u8 = 130;

/// A failure as written to standard error.
#[derive(Debug)]
pub struct Failure {
    /// In snake case; `usage` for wrong arguments.
    pub code: Box<str>,
    /// One sentence.
    pub message: String,
    /// What to do, where that is known.
    pub hint: Option<String>,
    /// The field at fault.
    pub field: Option<String>,
    /// Values inside the sentence.
    pub values: BTreeMap<String, String>,
    /// See `--help`, "Exit codes".
    pub exit: u8,
}

impl Failure {
    fn plain(code: &str, message: impl Into<String>, exit: u8) -> Self {
        Self { code: code.into(), message: message.into(), hint: None, field: None, values: BTreeMap::new(), exit }
    }

    /// The arguments don't fit together, or a required one is missing.
    pub fn usage(message: impl Into<String>) -> Self {
        Self::plain("usage", message, USAGE)
    }

    /// Something must be decided first; exits like a refused value.
    pub fn undecided(code: &str, message: impl Into<String>) -> Self {
        Self::plain(code, message, REFUSED)
    }

    /// A fault.
    pub fn fault(message: impl Into<String>) -> Self {
        Self::plain("fault", message, FAULT)
    }

    /// Ctrl-C.
    pub fn interrupted() -> Self {
        Self::plain("interrupted", "Interrupted.", INTERRUPTED)
    }

    /// Ctrl-C, and the running job was cancelled: `nothing` says that nothing of it happened.
    pub fn cancelled(nothing: &str) -> Self {
        Self::plain("interrupted", format!("Interrupted. {nothing}"), INTERRUPTED)
    }

    /// Adds what to do.
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Adds the data folder, if it can't be used.
    pub fn about(self, data_dir: &Path) -> Self {
        if !self.is(ErrorCode::FileReadOnly) {
            return self;
        }
        let message = format!("The data folder {} can't be written to.", harmless(&data_dir.display().to_string()));
        Self { message, ..self }
    }

    /// Whether it is that error of the desk.
    pub fn is(&self, code: ErrorCode) -> bool {
        *self.code == *name(code)
    }
}

impl From<ErrorView> for Failure {
    fn from(error: ErrorView) -> Self {
        Self {
            code: name(error.code).into(),
            message: error.message,
            hint: next_step(error.code).map(str::to_owned),
            field: error.field,
            values: error.values,
            exit: error.code.exit_code(),
        }
    }
}

impl From<DeskError> for Failure {
    fn from(error: DeskError) -> Self {
        ErrorView::from(error).into()
    }
}

fn name(code: ErrorCode) -> String {
    match serde_json::to_value(code) {
        Ok(serde_json::Value::String(name)) => name,
        _ => "fault".to_owned(),
    }
}

/// The hint for an error, in terms of the command line.
fn next_step(code: ErrorCode) -> Option<&'static str> {
    use ErrorCode::*;
    Some(match code {
        NotSignedIn | SessionLocked => {
            "Sign in with `vestibulectl sign-in USER`, or give --as USER with --password-file FILE."
        }
        OrganisationMissing => "`vestibulectl init` makes one; --data-dir DIR names another folder.",
        OrganisationExists => "Use it as it is, or name another folder with --data-dir DIR.",
        PassphraseRequired => {
            "Give --passphrase-file FILE, or - to read it from standard input; `init --no-keychain` asks for a new one."
        }
        KeychainAbsent | KeychainLocked | KeychainLate => {
            "Where there is no keychain, a passphrase does: --passphrase-file FILE, and --as USER instead of a kept sign-in."
        }
        KeyMissing => {
            "Put it back with `vestibulectl open --recovery-key-file FILE`; where there is no keychain, add --new-passphrase-file FILE."
        }
        FileWrongKey => "The recovery key opens it: `vestibulectl open --recovery-key-file FILE`.",
        FileWrongPassphrase => {
            "Check it, or set a new one: `vestibulectl open --recovery-key-file FILE --new-passphrase-file FILE`."
        }
        PasswordCodeRefused => "An administrator makes a new one with `vestibulectl user reset-password USER`.",
        PersonUnknown => "`vestibulectl user list` shows the people that you may see.",
        PasswordNeeded => "Give --as USER with --password-file FILE, or run it on a terminal, where it asks.",
        LastAdministrator => "`vestibulectl user set-role USER administrator` makes another one first.",
        UserWithoutDepartment => "`vestibulectl user move USER DEPARTMENT` first.",
        SessionUnknown => "`vestibulectl user show USER` shows where they are signed in.",
        NotAnAdministrator => {
            "An administrator signs in and makes a one-time code: `vestibulectl user reset-password USER`."
        }
        FileForeign => "Nothing was changed. --data-dir DIR names another folder.",
        FileNewer => "Update Vestibule to open it. Nothing was changed.",
        FileCorrupt => "Nothing was changed. Bring a backup back with `vestibulectl restore FILE`.",
        FileReadOnly => {
            "Nothing was changed. Give your account the right to write in it, or name another folder with --data-dir DIR."
        }
        FileBusy => "Try again when the other program is done.",
        RoleUnknown => "Roles are given by name, such as staff or manager.",
        ExpiryMalformed => {
            "An expiry looks like 14d, 36h, 2026-12-31, 2026-12-31T17:00 (local time), 2026-12-31T17:00:00Z or never."
        }
        InvitationNotFound => "`vestibulectl invitation list` shows those that you may see.",
        GroupUnknown => "Groups are given by name; `invitation create --group NAME` makes a new one.",
        CreatorUnknown => "Give the username that the person signs in with.",
        OneAddressForMany => "Bind them with --domain, or make one for each address.",
        ColumnsUnclear => {
            "As in --columns email,role,-,department; others are domain, groups, limit, expires, label and note."
        }
        SheetUnclear => {
            "--dry-run shows what was found. --columns email,role,-,department says what the columns hold, --dates day-first or month-first how dates are read, --encoding windows-1251 what letters are."
        }
        SheetChanged => "Nothing was made. Run it again to look at the file as it is now.",
        LogoMissing => "`vestibulectl organisation logo set FILE` sets one.",
        NothingToPrint => "Only active invitations are printed; `invitation list --status active` shows them.",
        SecretFileUnsafe => "`chmod 600 FILE` keeps it to its owner.",
        _ => return None,
    })
}
