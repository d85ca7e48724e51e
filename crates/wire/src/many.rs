//! Many invitations at once: which, what becomes of them, and how far it is. Work that takes long is a job: it is asked
//! about and can be cancelled, and cancelled means that nothing of it happened.

use crate::{CreateInvitationRequest, SelectionRequest};
use serde::{Deserialize, Serialize};

/// Ends many.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RevokeManyRequest {
    /// Which.
    pub selection: SelectionRequest,
    /// Why, up to 200 characters.
    pub reason: Option<String>,
}

/// What ending them would do, and what it did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RevokeManyView {
    /// Active ones: they are ended.
    pub revoked: u64,
    /// Uses that were left in those.
    pub uses_left: u64,
    /// People who joined by those, and stay.
    pub joined: u64,
    /// Skipped: used up.
    pub used: u64,
    /// Skipped: expired.
    pub expired: u64,
    /// Skipped: revoked before.
    pub already_revoked: u64,
}

/// Cleans up: archives what ended long ago.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CleanUpRequest {
    /// Ended more than so many days ago; none: policy's number. At least 1.
    pub days: Option<u32>,
}

/// What cleaning up would take, and what it took.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CleanUpView {
    /// Ended more than so many days ago.
    pub days: u32,
    /// Invitations in all.
    pub invitations: u64,
    /// Of them: used up.
    pub used: u64,
    /// Of them: expired.
    pub expired: u64,
    /// Of them: revoked.
    pub revoked: u64,
}

/// Makes many of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CreateManyRequest {
    /// What each is like. No email: one address is for one invitation.
    pub each: CreateInvitationRequest,
    /// 1 to 100 000.
    pub count: u32,
    /// The result names each that was made.
    #[serde(default)]
    pub named: bool,
}

/// One that was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MadeInvitationView {
    /// Its id.
    pub id: String,
    /// Its code, for those who may copy it.
    pub code: Option<String>,
}

/// How a list is saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExportForm {
    /// For spreadsheets: UTF-8, with a title row; what a spreadsheet would take for a formula is defused.
    Csv,
    /// For programs: one array.
    Json,
}

impl ExportForm {
    /// As written on the command line, and as the file's name ends.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }

    /// Whether a file whose name ends like this would be taken for something else: a spreadsheet refuses such a file,
    /// or reads it wrongly.
    pub fn contradicts(self, ending: &str) -> bool {
        const OTHERS: [&str; 22] = [
            "csv", "tsv", "tab", "json", "xlsx", "xlsm", "xlsb", "xls", "ods", "numbers", "pdf", "doc", "docx", "odt",
            "rtf", "html", "htm", "xml", "zip", "gz", "db", "png",
        ];
        let ending = ending.to_ascii_lowercase();
        ending != self.as_str() && OTHERS.contains(&ending.as_str())
    }
}

/// How many invitations stand on a page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PrintLayout {
    /// Two by four cards.
    #[default]
    Eight,
    /// Two by five cards, the size of business cards.
    Ten,
    /// One to a page.
    Poster,
}

/// The paper.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PrintPaper {
    /// 210 × 297 mm.
    #[default]
    A4,
    /// 8.5 × 11 inches.
    Letter,
}

/// Cards or posters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrintRequest {
    /// Which; only active ones are printed, at most 10 000.
    pub selection: SelectionRequest,
    /// How many to a page.
    pub layout: PrintLayout,
    /// On what.
    pub paper: PrintPaper,
    /// Every word, in the organisation's language.
    pub words: PrintWordsView,
}

/// The words of cards and posters. An empty one leaves its place out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PrintWordsView {
    /// As a BCP 47 tag.
    pub language: String,
    /// "You're invited"
    pub title: String,
    /// "Role"
    pub role: String,
    /// "Department"
    pub department: String,
    /// "Expires"
    pub expires: String,
    /// "For"
    pub label: String,
    /// "How to join"
    pub how: String,
    /// What to do.
    pub steps: Vec<String>,
    /// A last line.
    pub footer: String,
    /// The same on an invitation that several people may use.
    pub footer_many: String,
    /// Instead of a time, where there is none.
    pub never: String,
    /// The twelve months' names.
    pub months: Vec<String>,
    /// A time with `{day}`, `{month}`, `{year}`, `{hour}` and `{minute}`.
    pub time: String,
}

/// A picture of a QR code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PictureForm {
    /// Pixels.
    Png,
    /// Lines.
    Svg,
}

/// Words of the system's own dialog for files.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FileDialogRequest {
    /// Above it.
    pub title: String,
    /// The name that is offered, without a folder.
    pub name: String,
}

/// A file that somebody chose. Its place stays in the backend.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChosenFileView {
    /// Its name, without its folder.
    pub name: String,
}

/// Prints into a file that the dialog asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrintFileRequest {
    /// What.
    pub print: PrintRequest,
    /// The dialog.
    pub dialog: FileDialogRequest,
}

/// Saves a QR code as a file that the dialog asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaveQrRequest {
    /// Id.
    pub invitation: String,
    /// As what.
    pub form: PictureForm,
    /// The dialog.
    pub dialog: FileDialogRequest,
}

/// It was saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedFileView {
    /// Its name, without its folder.
    pub name: String,
    /// How many rows, where it has rows.
    pub rows: Option<u64>,
}
