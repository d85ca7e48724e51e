//! The trait of a kind of import: its fields, row classes, words, and its own parts of the page. Keeps out how a sheet
//! is chosen, checked and imported.

use super::state::ImportState;
use crate::prelude::*;
use std::fmt::Debug;
use std::rc::Rc;
use vestibule_wire::command::Command;
use vestibule_wire::{
    ChosenFileView, ErrorView, FileDialogRequest, JobResult, JobView, ReadRowsRequest, SavedFileView, SheetClass,
    SheetRowView, SheetView,
};

/// What a check of a sheet of that kind found.
pub type ViewOf<K> = SheetView<<K as Imported>::Class, <K as Imported>::EachView>;
/// One row of that answer.
pub type RowOf<K> = SheetRowView<<K as Imported>::Class>;

/// How a row class looks: test id, icon, colour and words.
pub struct ClassLook {
    /// The test id; its part after `sheet-class-` is also on the class's rows.
    pub hook: &'static str,
    /// Its icon's name.
    pub icon: &'static str,
    /// `good`, `warn`, `bad` or `info`.
    pub tone: &'static str,
    /// The class's name for people.
    pub words: String,
}

/// The kind's words for the page's texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportWords {
    /// The page's title.
    pub title: String,
    /// The label of the back button.
    pub back: String,
    /// The steps: choose, check, import, result.
    pub steps: [String; 4],
    /// Sample titles of a sheet, as the placeholder of the paste field.
    pub paste_example: String,
    /// A hint that names the possible columns.
    pub paste_hint: String,
    /// The label of "the first row is data".
    pub first_row: String,
    /// The message after a cancelled import.
    pub cancelled: String,
}

/// A kind of import: what the rows of a sheet stand for. A type without a value.
pub trait Imported: Debug + Clone + Copy + Default + PartialEq + 'static {
    /// The values for cells that rows leave empty, as sent.
    type Each: 'static;
    /// Those values as the backend gives them back for display.
    type EachView: Debug + Clone + PartialEq + 'static;
    /// The classes that rows fall into.
    type Class: SheetClass;
    /// The command that checks the rows, or imports them.
    type Ask: Command<Request = ReadRowsRequest<Self::Each>, Answer = JobView>;
    /// The command that asks for a file.
    type Choose: Command<Request = FileDialogRequest, Answer = Option<ChosenFileView>>;
    /// The command that saves the rows that were left out.
    type SaveLeft: Command<Request = FileDialogRequest, Answer = Option<SavedFileView>>;
    /// The form for values that rows leave empty.
    type Form: Clone + Copy + 'static;
    /// What of the form is kept through a lock of the window.
    type Kept: Clone + 'static;

    /// The keys under which the page and its job are kept through a lock.
    const KEPT: [&'static str; 2];
    /// The names of the fields that a column can hold.
    const FIELDS: &'static [&'static str];
    /// The fields shown first in the table; the others follow in the file's order.
    const FIRST: &'static [&'static str];
    /// The fields that hold numbers.
    const NUMBERS: &'static [&'static str];

    /// The page's texts.
    fn words() -> ImportWords;

    /// The label of the button that imports so many.
    fn create_words(count: u64) -> String;

    /// The progress text while so many are imported.
    fn making_words(count: u64) -> String;

    /// Says that a column looks like addresses but is not taken for them.
    fn addresses_words(name: String, examples: String) -> String;

    /// A field's name for people; None: there is no such field.
    fn field(name: &str) -> Option<String>;

    /// How a class looks.
    fn class(class: Self::Class) -> ClassLook;

    /// What is wrong with a sheet or row, if this kind has its own sentence for it.
    fn problem(problem: &str, column: Option<u64>) -> Option<String>;

    /// Why a row is left out, if this kind has a sentence other than the error's.
    fn reason(error: &ErrorView) -> Option<String>;

    /// The values that rows get for empty cells: a line, with its test id.
    fn each_line(view: &ViewOf<Self>) -> Option<(&'static str, String)>;

    /// The form's values for empty cells. None: something is wrong, and the form shows it.
    fn each(form: Self::Form) -> Option<Self::Each>;

    /// What of the form is kept through a lock. Read while the page is drawn.
    fn kept(form: Self::Form) -> Self::Kept;

    /// Restores the form.
    fn put_back(form: Self::Form, kept: Self::Kept);

    /// The result of a job of this kind; None: it is of another kind.
    fn view(result: JobResult) -> Option<ViewOf<Self>>;

    /// The form, shown beside the choice of rows.
    fn form(form: Self::Form) -> Element;

    /// The page after the import.
    fn done(sheet: ImportState<Self>, view: Rc<ViewOf<Self>>) -> Element;
}
