//! Operations on many invitations: selection, preview, result, printing. Long-running ones are jobs, whose progress can
//! be requested; a cancelled job changes nothing.

use crate::{CreateInvitationRequest, SelectionRequest};
use serde::{Deserialize, Serialize};

/// Revokes many.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RevokeManyRequest {
    /// The invitations to revoke.
    pub selection: SelectionRequest,
    /// The reason, up to 200 characters.
    pub reason: Option<String>,
}

/// Preview or result of revoking many.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RevokeManyView {
    /// Active ones, which are or would be revoked.
    pub revoked: u64,
    /// Their remaining uses.
    pub uses_left: u64,
    /// People who joined through them, and stay.
    pub joined: u64,
    /// Skipped: used up.
    pub used: u64,
    /// Skipped: expired.
    pub expired: u64,
    /// Skipped: revoked before.
    pub already_revoked: u64,
}

/// Archives what ended long ago.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct CleanUpRequest {
    /// Days since its end, at least 1; none: the policy's number.
    pub days: Option<u32>,
}

/// Preview or result of a clean-up.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CleanUpView {
    /// Days since its end.
    pub days: u32,
    /// How many invitations are or would be archived.
    pub invitations: u64,
    /// Of them: used up.
    pub used: u64,
    /// Of them: expired.
    pub expired: u64,
    /// Of them: revoked.
    pub revoked: u64,
}

/// Creates many of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CreateManyRequest {
    /// The values of each. Without an email, which can be bound to one invitation only.
    pub each: CreateInvitationRequest,
    /// How many, 1 to 100 000.
    pub count: u32,
    /// Return id and code of each in the result.
    #[serde(default)]
    pub named: bool,
}

/// An invitation created in bulk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MadeInvitationView {
    /// The new invitation's id.
    pub id: String,
    /// Its code; none: the asker may not copy it.
    pub code: Option<String>,
}

/// Format of an exported list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExportForm {
    /// For spreadsheets: UTF-8 with a title row; cells that look like formulas are escaped.
    Csv,
    /// For programs: one JSON array.
    Json,
}

impl ExportForm {
    /// As written on the command line; also the file's extension.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }

    /// Whether this file extension belongs to another format: a spreadsheet would refuse or misread the file.
    pub fn contradicts(self, ending: &str) -> bool {
        const OTHERS: [&str; 22] = [
            "csv", "tsv", "tab", "json", "xlsx", "xlsm", "xlsb", "xls", "ods", "numbers", "pdf", "doc", "docx", "odt",
            "rtf", "html", "htm", "xml", "zip", "gz", "db", "png",
        ];
        let ending = ending.to_ascii_lowercase();
        ending != self.as_str() && OTHERS.contains(&ending.as_str())
    }
}

/// Layout of a printed page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PrintLayout {
    /// Eight cards, two by four.
    #[default]
    Eight,
    /// Ten cards, two by five, the size of business cards.
    Ten,
    /// One poster per page.
    Poster,
}

/// Paper size.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PrintPaper {
    /// 210 × 297 mm.
    #[default]
    A4,
    /// 8.5 × 11 inches.
    Letter,
}

/// Asks for cards or posters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrintRequest {
    /// The invitations; only active ones are printed, at most 10 000.
    pub selection: SelectionRequest,
    /// Cards or poster.
    pub layout: PrintLayout,
    /// Paper size.
    pub paper: PrintPaper,
    /// All words, in the organisation's language.
    pub words: PrintWordsView,
}

/// The words on cards and posters. An empty one is left out with its place.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PrintWordsView {
    /// The language of the words, as a BCP 47 tag.
    pub language: String,
    /// The heading: "You're invited".
    pub title: String,
    /// "Role".
    pub role: String,
    /// "Department".
    pub department: String,
    /// "Expires".
    pub expires: String,
    /// "For".
    pub label: String,
    /// "How to join".
    pub how: String,
    /// The instructions, one entry per step.
    pub steps: Vec<String>,
    /// The last line.
    pub footer: String,
    /// The last line on an invitation for several people.
    pub footer_many: String,
    /// Printed instead of a time when it never expires.
    pub never: String,
    /// The twelve names of months.
    pub months: Vec<String>,
    /// Format of a time, with `{day}`, `{month}`, `{year}`, `{hour}` and `{minute}`.
    pub time: String,
}

/// Format of a QR code's picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PictureForm {
    /// PNG, in pixels.
    Png,
    /// SVG, scalable.
    Svg,
}

/// Words for the system's file dialog.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FileDialogRequest {
    /// The dialog's title.
    pub title: String,
    /// The suggested file name, without a folder.
    pub name: String,
}

/// A file that somebody chose. Only the backend knows its folder.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChosenFileView {
    /// Its name, without its folder.
    pub name: String,
}

/// Prints into a file chosen in the dialog.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrintFileRequest {
    /// What to print.
    pub print: PrintRequest,
    /// Words for the dialog.
    pub dialog: FileDialogRequest,
}

/// Saves a QR code as a file chosen in the dialog.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaveQrRequest {
    /// The invitation's id.
    pub invitation: String,
    /// Format of the picture.
    pub form: PictureForm,
    /// Words for the dialog.
    pub dialog: FileDialogRequest,
}

/// A file was saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedFileView {
    /// Its name, without its folder.
    pub name: String,
    /// How many rows it has; none: it is no list.
    pub rows: Option<u64>,
}
