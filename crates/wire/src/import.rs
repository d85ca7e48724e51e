//! Sheets of rows: how one is read, how its rows are classified, and what was made of them. What a row stands for, and
//! its classes, are a type of the importing feature. Keeps out reading.

use crate::{CreateInvitationRequest, ErrorView, Moment};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt::Debug;

/// Which number of `01/02/2026` is the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateOrder {
    /// 1 February.
    DayFirst,
    /// 2 January.
    MonthFirst,
}

/// How a sheet is to be read. `E` holds the defaults for cells that a row leaves empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SheetRequest<E> {
    /// The field of each column, or none to ignore it. None: determined by titles, else by contents.
    pub columns: Option<Vec<Option<String>>>,
    /// With `columns`: the first row is data, not titles.
    pub first_row_is_data: bool,
    /// The text encoding, by its name in the Encoding Standard (`windows-1251`). None: detected from the bytes.
    pub encoding: Option<String>,
    /// None: derived from all dates of the column.
    pub dates: Option<DateOrder>,
    /// Defaults for cells that a row leaves empty.
    pub each: E,
    /// [`SheetView::fingerprint`] of the preview; if the file has changed since, nothing is made.
    pub fingerprint: Option<String>,
}

/// The classes of rows of one kind.
pub trait SheetClass: Debug + Copy + Ord + Send + Sync + Serialize + DeserializeOwned + 'static {
    /// All classes, in display order.
    const ALL: &'static [Self];
    /// The row is valid.
    const READY: Self;
    /// A cell holds an invalid value.
    const MALFORMED: Self;
}

/// The classes of rows of invitations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RowClass {
    /// An invitation can be created from it.
    Ready,
    /// A cell holds an invalid value.
    Malformed,
    /// An earlier row has the same address.
    DuplicateInFile,
    /// An active invitation is bound to its address.
    AlreadyInvited,
    /// An account has its address.
    AlreadyMember,
    /// The asker's role or reach does not allow it.
    NotPermitted,
}

impl SheetClass for RowClass {
    const ALL: &'static [Self] = &[
        Self::Ready,
        Self::Malformed,
        Self::DuplicateInFile,
        Self::AlreadyInvited,
        Self::AlreadyMember,
        Self::NotPermitted,
    ];
    const READY: Self = Self::Ready;
    const MALFORMED: Self = Self::Malformed;
}

/// One row, for display.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetRowView<C> {
    /// Its first line in the file, from 1.
    pub line: u64,
    /// What it is classified as.
    pub class: C,
    /// Why it is left out; the field is named as in [`SheetRequest::columns`].
    pub error: Option<ErrorView>,
    /// Further errors in the same row.
    #[serde(default)]
    pub also: Vec<ErrorView>,
    /// Its cells as in the file, shortened to 200 characters each.
    pub cells: Vec<String>,
}

/// A column, for display.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportColumnView {
    /// Its title, if the first row holds titles.
    pub title: Option<String>,
    /// The field it is read as. None: it is ignored.
    pub field: Option<String>,
    /// Most of its cells look like addresses.
    #[serde(default)]
    pub addresses: bool,
}

/// A question that a person must answer before anything is made of a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SheetQuestion {
    /// No title is known: what do the columns hold?
    Titles,
    /// A column of addresses is not read as such: what do the columns hold?
    Addresses,
    /// Is the day or the month first?
    Dates,
    /// Are the letters right? If not, which encoding is it?
    Letters,
}

/// A question about a sheet, with examples.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetQuestionView {
    /// What is asked.
    pub question: SheetQuestion,
    /// The column it is about, from 1.
    pub column: Option<u64>,
    /// Cells that show the problem.
    pub examples: Vec<String>,
}

/// A department or group that does not exist yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewNameView {
    /// As it would be created.
    pub name: String,
    /// An existing name that is nearly the same.
    pub close_to: Option<String>,
}

/// What an operation would create in addition.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewNamesView {
    /// In order of first mention.
    pub departments: Vec<NewNameView>,
    /// In order of first mention.
    pub groups: Vec<NewNameView>,
}

/// The defaults for invitations whose row leaves a value empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportEachView {
    /// The expiry; none with `never`, or when the requested one is not valid.
    pub expires_at: Option<Moment>,
    /// Never expires.
    pub never: bool,
    /// How many people may use it.
    pub usage_limit: u64,
}

/// Preview or result of an import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    default,
    bound(
        serialize = "C: Ord + Serialize, E: Serialize",
        deserialize = "C: Ord + Deserialize<'de>, E: Default + Deserialize<'de>"
    )
)]
pub struct SheetView<C: Ord, E> {
    /// How many rows the sheet has.
    pub rows: u64,
    /// How many rows each class has.
    pub classes: BTreeMap<C, u64>,
    /// The first rows of each class, by line; at most 200 a class.
    pub shown: Vec<SheetRowView<C>>,
    /// How the columns are read.
    pub columns: Vec<ImportColumnView>,
    /// False: the columns were guessed, and a person should check them.
    pub sure: bool,
    /// Must be answered before anything is made.
    pub questions: Vec<SheetQuestionView>,
    /// Lines above the titles that are not rows, such as a report's heading.
    pub passed_over: Vec<String>,
    /// The file's encoding, by its name in the Encoding Standard.
    pub encoding: String,
    /// Cells whose letters may be wrong, since the file does not declare its encoding.
    pub letters: Vec<String>,
    /// How ambiguous dates were read; none: there are none.
    pub dates: Option<DateOrder>,
    /// Departments that would be or were created; at most 200.
    pub new_departments: Vec<NewNameView>,
    /// Groups that would be or were created; at most 200.
    pub new_groups: Vec<NewNameView>,
    /// The defaults for cells that a row leaves empty.
    pub each: E,
    /// The first rows as in the file, titles included, for the choice of columns.
    pub head: Vec<Vec<String>>,
    /// Changes whenever the file's contents change.
    pub fingerprint: String,
    /// How many were made; 0 in a preview.
    pub created: u64,
    /// Their ids, if there are at most 10 000.
    pub ids: Vec<String>,
    /// When they were made: one time for all of them, and for nothing else.
    pub made_at: Option<Moment>,
}

impl<C: Ord, E: Default> Default for SheetView<C, E> {
    fn default() -> Self {
        Self {
            rows: Default::default(),
            classes: Default::default(),
            shown: Default::default(),
            columns: Default::default(),
            sure: Default::default(),
            questions: Default::default(),
            passed_over: Default::default(),
            encoding: Default::default(),
            letters: Default::default(),
            dates: Default::default(),
            new_departments: Default::default(),
            new_groups: Default::default(),
            each: Default::default(),
            head: Default::default(),
            fingerprint: Default::default(),
            created: Default::default(),
            ids: Default::default(),
            made_at: Default::default(),
        }
    }
}

impl<C: SheetClass, E> SheetView<C, E> {
    /// How many rows there are of a class.
    pub fn count(&self, class: C) -> u64 {
        self.classes.get(&class).copied().unwrap_or(0)
    }

    /// How many rows are ready.
    pub fn ready(&self) -> u64 {
        self.count(C::READY)
    }

    /// How many rows are left out.
    pub fn left_out(&self) -> u64 {
        self.rows.saturating_sub(self.ready())
    }
}

/// How a sheet of invitations is to be read. Fields: `email`, `domain`, `role`, `department`, `groups`, `limit`,
/// `expires`, `label` and `note`.
pub type ImportRequest = SheetRequest<CreateInvitationRequest>;

/// Preview or result of an import of invitations.
pub type ImportView = SheetView<RowClass, ImportEachView>;

/// Reads a sheet of invitations.
pub type ReadSheetRequest = ReadRowsRequest<CreateInvitationRequest>;

/// One row of invitations, for display.
pub type ImportRowView = SheetRowView<RowClass>;

/// Reads a sheet, from the chosen file or from pasted text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, bound(deserialize = "E: Default + Deserialize<'de>"))]
pub struct ReadRowsRequest<E> {
    /// Pasted text; none: the file that was chosen last.
    pub text: Option<String>,
    /// How to read it.
    pub import: SheetRequest<E>,
    /// True: make what the ready rows stand for. False: preview only.
    pub make: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_of_invitations_crosses_as_it_always_did() {
        let view = ImportView {
            rows: 3,
            classes: [(RowClass::Ready, 1), (RowClass::Malformed, 2)].into(),
            ..ImportView::default()
        };
        let json = serde_json::to_value(&view).unwrap();
        assert_eq!(json["classes"], serde_json::json!({ "ready": 1, "malformed": 2 }));
        assert_eq!(json["each"], serde_json::json!({ "expires_at": null, "never": false, "usage_limit": 0 }));
        assert_eq!(serde_json::from_value::<ImportView>(json).unwrap(), view);
        assert_eq!(serde_json::from_str::<ImportView>("{}").unwrap(), ImportView::default());
        let request: ImportRequest = serde_json::from_str(r#"{ "each": { "role": "staff" } }"#).unwrap();
        assert_eq!((request.each.role.as_str(), request.columns), ("staff", None));
    }

    #[test]
    fn all_rows_but_the_ready_ones_are_left_out() {
        let view = ImportView {
            rows: 1_235,
            classes: [(RowClass::Ready, 1_184), (RowClass::Malformed, 51)].into(),
            ..ImportView::default()
        };
        assert_eq!((view.left_out(), view.ready(), view.count(RowClass::NotPermitted)), (51, 1_184, 0));
    }

    #[test]
    fn every_class_is_counted_once() {
        let classes: std::collections::BTreeSet<_> = RowClass::ALL.iter().collect();
        assert_eq!((classes.len(), RowClass::ALL.len()), (6, 6));
    }
}
