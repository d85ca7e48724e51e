//! Many invitations at once: which, what becomes of them, and how far it is. Work that takes long is a job: it is asked
//! about and can be cancelled, and cancelled means that nothing of it happened.

use crate::{CreateInvitationRequest, ErrorView, Moment, SelectionRequest};
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

/// Which number of `01/02/2026` is the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateOrder {
    /// 1 February.
    DayFirst,
    /// 2 January.
    MonthFirst,
}

/// How a sheet of rows is to be read: one invitation each.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ImportRequest {
    /// What each column holds: `email`, `domain`, `role`, `department`, `groups`, `limit`, `expires`, `label`, `note`,
    /// or none for one to be ignored. None: as its titles say, or as its contents look.
    pub columns: Option<Vec<Option<String>>>,
    /// With `columns`: the first row is an invitation, not titles.
    pub first_row_is_data: bool,
    /// How characters are written as bytes, by a name of the Encoding Standard (`windows-1251`). None: as the bytes
    /// look.
    pub encoding: Option<String>,
    /// None: as the whole column of expiries allows.
    pub dates: Option<DateOrder>,
    /// What a row leaves empty is as here.
    pub each: CreateInvitationRequest,
    /// [`ImportView::fingerprint`] of the preview: if the file is another by now, nothing is made.
    pub fingerprint: Option<String>,
}

/// What a row of a sheet is good for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RowClass {
    /// An invitation can be made of it.
    Ready,
    /// Something in it is not what it must be.
    Malformed,
    /// An earlier row has the same address.
    DuplicateInFile,
    /// An active invitation is bound to its address.
    AlreadyInvited,
    /// An account has its address.
    AlreadyMember,
    /// More than the asker may.
    NotPermitted,
}

/// One row, for people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportRowView {
    /// Its first line in the file, from 1.
    pub line: u64,
    /// What it is good for.
    pub class: RowClass,
    /// Why it is left out; the field is named as in [`ImportRequest::columns`].
    pub error: Option<ErrorView>,
    /// What else is wrong with it.
    #[serde(default)]
    pub also: Vec<ErrorView>,
    /// Its cells as they stand in the file, shortened to 200 characters each.
    pub cells: Vec<String>,
}

/// One column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportColumnView {
    /// As the first row says, if it names the columns.
    pub title: Option<String>,
    /// What it is taken for. None: it is left out.
    pub field: Option<String>,
    /// Most of its cells look like addresses.
    #[serde(default)]
    pub addresses: bool,
}

/// What a person must say before anything is made of a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SheetQuestion {
    /// No title is known: what do the columns hold?
    Titles,
    /// A column of addresses is not taken for the email: what do the columns hold?
    Addresses,
    /// Is the day or the month first?
    Dates,
    /// Are the letters right, and else, in which encoding is it?
    Letters,
}

/// A question about a sheet, with what to look at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetQuestionView {
    /// Which.
    pub question: SheetQuestion,
    /// About which column, from 1.
    pub column: Option<u64>,
    /// Cells that show it.
    pub examples: Vec<String>,
}

/// A department or group that does not stand yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewNameView {
    /// As it would be made.
    pub name: String,
    /// The name of one that stands and is nearly the same.
    pub close_to: Option<String>,
}

/// What an invitation would make besides itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewNamesView {
    /// At most one.
    pub departments: Vec<NewNameView>,
    /// In the order named.
    pub groups: Vec<NewNameView>,
}

/// What a row that says nothing else gets.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportEachView {
    /// When it ends; none with `never`, or when it can't be what was asked for.
    pub expires_at: Option<Moment>,
    /// It never ends.
    pub never: bool,
    /// How often it can be used.
    pub usage_limit: u64,
}

/// What a sheet holds, and what became of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ImportView {
    /// Rows in all.
    pub rows: u64,
    /// How many of each class.
    pub classes: std::collections::BTreeMap<RowClass, u64>,
    /// The first rows of each class, by line; at most 200 a class.
    pub shown: Vec<ImportRowView>,
    /// What the columns were taken for.
    pub columns: Vec<ImportColumnView>,
    /// False: the columns were guessed, and a person should look.
    pub sure: bool,
    /// What must be answered before anything is made.
    pub questions: Vec<SheetQuestionView>,
    /// Lines above the titles that are no rows, such as a report's heading.
    pub passed_over: Vec<String>,
    /// The encoding that the file is in, by its name in the Encoding Standard.
    pub encoding: String,
    /// Cells whose letters may be wrong, since the file doesn't say its encoding.
    pub letters: Vec<String>,
    /// How dates of two readings were read.
    pub dates: Option<DateOrder>,
    /// Departments that would be made, or were; at most 200.
    pub new_departments: Vec<NewNameView>,
    /// Groups that would be made, or were; at most 200.
    pub new_groups: Vec<NewNameView>,
    /// What a row that says nothing else gets.
    pub each: ImportEachView,
    /// The first rows as they stand, titles included, beside the choice of columns.
    pub head: Vec<Vec<String>>,
    /// Stands for the file's contents.
    pub fingerprint: String,
    /// Invitations made: 0 in a preview.
    pub created: u64,
    /// Their ids, if they are no more than 10 000.
    pub ids: Vec<String>,
    /// When they were made; all at once, and nothing else then.
    pub made_at: Option<Moment>,
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

/// Reads a sheet: the chosen file, or what was pasted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReadSheetRequest {
    /// None: the file that was chosen last.
    pub text: Option<String>,
    /// How.
    pub import: ImportRequest,
    /// Make the ready rows' invitations, instead of looking only.
    pub make: bool,
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
