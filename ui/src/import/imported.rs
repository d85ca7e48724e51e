//! What makes an import: what its rows can hold, the classes they fall into, its words, and what stands on its page
//! that no other has. Keeps out how a sheet is chosen, looked at and made.

use super::state::ImportState;
use crate::prelude::*;
use std::fmt::Debug;
use std::rc::Rc;
use vestibule_wire::command::Command;
use vestibule_wire::{
    ChosenFileView, ErrorView, FileDialogRequest, JobResult, JobView, ReadRowsRequest, SavedFileView, SheetClass,
    SheetRowView, SheetView,
};

/// What a sheet of that kind holds.
pub type ViewOf<K> = SheetView<<K as Imported>::Class, <K as Imported>::EachView>;
/// One row of it.
pub type RowOf<K> = SheetRowView<<K as Imported>::Class>;

/// A class: its hook, its icon, its tone and its words.
pub struct ClassLook {
    /// For tests; what stands behind `sheet-class-` is also on its rows.
    pub hook: &'static str,
    /// Its icon.
    pub icon: &'static str,
    /// `good`, `warn`, `bad` or `info`.
    pub tone: &'static str,
    /// What it is called.
    pub words: String,
}

/// What stands on the page in words of the kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportWords {
    /// Above the page.
    pub title: String,
    /// The way back.
    pub back: String,
    /// Choosing, checking, making, and what comes then.
    pub steps: [String; 4],
    /// The titles of a sheet, in the empty field.
    pub paste_example: String,
    /// Which columns there can be.
    pub paste_hint: String,
    /// The first row is no titles.
    pub first_row: String,
    /// Making was cancelled.
    pub cancelled: String,
}

/// What the rows of a sheet stand for: a type without a value.
pub trait Imported: Debug + Clone + Copy + Default + PartialEq + 'static {
    /// What a row leaves empty, as it crosses.
    type Each: 'static;
    /// The same for people.
    type EachView: Debug + Clone + PartialEq + 'static;
    /// What a row can be good for.
    type Class: SheetClass;
    /// Looks, and makes.
    type Ask: Command<Request = ReadRowsRequest<Self::Each>, Answer = JobView>;
    /// Asks for a file.
    type Choose: Command<Request = FileDialogRequest, Answer = Option<ChosenFileView>>;
    /// Saves the rows that were left out.
    type SaveLeft: Command<Request = FileDialogRequest, Answer = Option<SavedFileView>>;
    /// The form for what a row leaves empty.
    type Form: Clone + Copy + 'static;
    /// What of it outlives a lock of the window.
    type Kept: Clone + 'static;

    /// Under which name the page outlives a lock, and its work.
    const KEPT: [&'static str; 2];
    /// The fields that a column can hold, as they cross.
    const FIELDS: &'static [&'static str];
    /// Those that come first in the table; the rest stands as in the file.
    const FIRST: &'static [&'static str];
    /// Those that hold numbers.
    const NUMBERS: &'static [&'static str];

    /// Its words.
    fn words() -> ImportWords;

    /// The button that makes so many.
    fn create_words(count: u64) -> String;

    /// While so many are made.
    fn making_words(count: u64) -> String;

    /// A column holds addresses and is not taken for them.
    fn addresses_words(name: String, examples: String) -> String;

    /// A field's name for people; none: there is no such field.
    fn field(name: &str) -> Option<String>;

    /// What a class looks like.
    fn class(class: Self::Class) -> ClassLook;

    /// What is wrong with a sheet or row, where it is said otherwise than of any sheet.
    fn problem(problem: &str, column: Option<u64>) -> Option<String>;

    /// Why a row is left out, where it is said otherwise than by its error.
    fn reason(error: &ErrorView) -> Option<String>;

    /// What a row gets that says nothing else: a line, with its hook.
    fn each_line(view: &ViewOf<Self>) -> Option<(&'static str, String)>;

    /// What a row leaves empty. None: what is wrong stands in the form now.
    fn each(form: Self::Form) -> Option<Self::Each>;

    /// What of the form outlives a lock. Read while the page is drawn.
    fn kept(form: Self::Form) -> Self::Kept;

    /// Puts it back.
    fn put_back(form: Self::Form, kept: Self::Kept);

    /// What a job of this kind told.
    fn view(result: JobResult) -> Option<ViewOf<Self>>;

    /// The form, beside the choice of rows.
    fn form(form: Self::Form) -> Element;

    /// The page once all was made.
    fn done(sheet: ImportState<Self>, view: Rc<ViewOf<Self>>) -> Element;
}
