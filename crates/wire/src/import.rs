//! Sheets of rows: how one is read, what its rows are good for, and what became of them. What a row stands for, and the
//! classes that its rows fall into, are the tenant's. Keeps out reading.

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

/// How a sheet is to be read. What a row stands for says what each row gets that it leaves empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SheetRequest<E> {
    /// What each column holds, by the names of fields, or none for one to be ignored. None: as its titles say, or as
    /// its contents look.
    pub columns: Option<Vec<Option<String>>>,
    /// With `columns`: the first row is a row like the others, not titles.
    pub first_row_is_data: bool,
    /// How characters are written as bytes, by a name of the Encoding Standard (`windows-1251`). None: as the bytes
    /// look.
    pub encoding: Option<String>,
    /// None: as the whole column of dates allows.
    pub dates: Option<DateOrder>,
    /// What a row leaves empty is as here.
    pub each: E,
    /// [`SheetView::fingerprint`] of the preview: if the file is another by now, nothing is made.
    pub fingerprint: Option<String>,
}

/// What rows of one kind are good for.
pub trait SheetClass: Debug + Copy + Ord + Send + Sync + Serialize + DeserializeOwned + 'static {
    /// All, in the order in which they are counted.
    const ALL: &'static [Self];
    /// What the row stands for can be made of it.
    const READY: Self;
    /// Something in it is not what it must be.
    const MALFORMED: Self;
}

/// What a row of invitations is good for.
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

/// One row, for people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetRowView<C> {
    /// Its first line in the file, from 1.
    pub line: u64,
    /// What it is good for.
    pub class: C,
    /// Why it is left out; the field is named as in [`SheetRequest::columns`].
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
    /// A column of addresses is not taken for them: what do the columns hold?
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

/// What something would make besides itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewNamesView {
    /// In the order named.
    pub departments: Vec<NewNameView>,
    /// In the order named.
    pub groups: Vec<NewNameView>,
}

/// What an invitation gets whose row says nothing else.
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    default,
    bound(
        serialize = "C: Ord + Serialize, E: Serialize",
        deserialize = "C: Ord + Deserialize<'de>, E: Default + Deserialize<'de>"
    )
)]
pub struct SheetView<C: Ord, E> {
    /// Rows in all.
    pub rows: u64,
    /// How many of each class.
    pub classes: BTreeMap<C, u64>,
    /// The first rows of each class, by line; at most 200 a class.
    pub shown: Vec<SheetRowView<C>>,
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
    pub each: E,
    /// The first rows as they stand, titles included, beside the choice of columns.
    pub head: Vec<Vec<String>>,
    /// Stands for the file's contents.
    pub fingerprint: String,
    /// How many were made: 0 in a preview.
    pub created: u64,
    /// Their ids, if they are no more than 10 000.
    pub ids: Vec<String>,
    /// When they were made; all at once, and nothing else then.
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

    /// How many rows nothing is made of.
    pub fn left_out(&self) -> u64 {
        self.rows.saturating_sub(self.ready())
    }
}

/// How a sheet of invitations is to be read. Its fields are `email`, `domain`, `role`, `department`, `groups`, `limit`,
/// `expires`, `label` and `note`.
pub type ImportRequest = SheetRequest<CreateInvitationRequest>;

/// What a sheet of invitations holds, and what became of it.
pub type ImportView = SheetView<RowClass, ImportEachView>;

/// Reads a sheet of invitations.
pub type ReadSheetRequest = ReadRowsRequest<CreateInvitationRequest>;

/// One row of invitations, for people.
pub type ImportRowView = SheetRowView<RowClass>;

/// Reads a sheet: the chosen file, or what was pasted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, bound(deserialize = "E: Default + Deserialize<'de>"))]
pub struct ReadRowsRequest<E> {
    /// None: the file that was chosen last.
    pub text: Option<String>,
    /// How.
    pub import: SheetRequest<E>,
    /// Make what the ready rows stand for, instead of looking only.
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
