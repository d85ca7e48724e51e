//! The trait of an import: fields, parsing, rules and facts of one kind of rows. Keeps out reading, questions, preview
//! and writing.

use super::LocalTime;
use crate::DeskError;
use crate::operation::Acting;
use crate::seat::Seat;
use std::collections::HashMap;
use vestibule_domain::{Fact, Moment};
use vestibule_sheet::{DateOrder, Field, Row};
use vestibule_store::{ReadTx, WriteTx};
use vestibule_wire::command::Command;
use vestibule_wire::{ErrorView, JobResult, NewNamesView, SheetClass, SheetView};

/// The view of a sheet of that kind.
pub(crate) type ViewOf<K> = SheetView<<K as Imported>::Class, <K as Imported>::EachView>;
/// The verdict on a row of that kind.
pub(crate) type VerdictOf<K> = RowVerdict<<K as Imported>::Class>;
/// Why a row is left out before the rules are applied.
pub(crate) type LeftOf<K> = (<K as Imported>::Class, ErrorView);

/// The verdict on a row.
pub(crate) enum RowVerdict<C> {
    /// The facts that make it.
    Ready(Vec<Fact>),
    /// Left out, with all reasons.
    Left(C, Vec<ErrorView>),
}

impl<C> RowVerdict<C> {
    /// Left out for one reason.
    pub(crate) fn left(class: C, error: DeskError) -> Self {
        Self::Left(class, vec![ErrorView::from(error)])
    }
}

/// What all rows of a sheet are judged with.
pub(crate) struct Judging<'a> {
    pub(crate) seat: &'a Seat,
    pub(crate) acting: &'a Acting,
    pub(crate) now: Moment,
    pub(crate) zone: LocalTime,
    /// How ambiguous dates are read.
    pub(crate) dates: Option<DateOrder>,
}

/// A kind of rows that can be imported. A value holds the state of one sheet: what its rows share, and what exists
/// already.
pub(crate) trait Imported: Sized + Send + 'static {
    /// The fields that a column can hold.
    type Field: Field;
    /// The command whose permission is needed.
    type Command: Command;
    /// Defaults for cells that a row leaves empty.
    type Each: Send + Sync + 'static;
    /// The defaults, for display.
    type EachView: Default + Send;
    /// The classes of rows.
    type Class: SheetClass;
    /// A row whose cells are all valid.
    type ParsedRow: Send;
    /// What exists already under a row's key.
    type Known: Copy + Default + Send + Sync;

    /// Names that identify an untitled column as the second field of [`Field::ORDER`].
    fn known_names(tx: &mut ReadTx) -> impl Future<Output = Result<Vec<String>, DeskError>> + Send;

    /// Reads what the rows are judged by, within the transaction.
    fn begin(
        each: Self::Each,
        by: &Judging<'_>,
        tx: &mut WriteTx,
    ) -> impl Future<Output = Result<Self, DeskError>> + Send;

    /// The defaults for rows, for display.
    fn each(&self, by: &Judging<'_>) -> Self::EachView;

    /// Parses a row, or returns all its faults.
    fn wish(&self, row: &Row<Self::Field>, by: &Judging<'_>) -> Result<Self::ParsedRow, Vec<DeskError>>;

    /// Rows with equal keys are duplicates. None: the row is no duplicate of any.
    fn key(wish: &Self::ParsedRow) -> Option<String>;

    /// What exists already under these keys; missing keys have the default.
    fn known(
        &self,
        keys: &[String],
        tx: &mut WriteTx,
    ) -> impl Future<Output = Result<HashMap<String, Self::Known>, DeskError>> + Send;

    /// The row is left out, since the one at line `first` has the same key.
    fn doubled(first: u64) -> LeftOf<Self>;

    /// The row is left out, since the same exists already; none: it does not.
    fn taken(known: Self::Known) -> Option<LeftOf<Self>>;

    /// A further fault of a duplicate, found without the rules.
    fn also(&self, wish: &Self::ParsedRow, by: &Judging<'_>) -> Option<DeskError>;

    /// Applies the rules; a ready row's verdict holds its facts. Names that only a row left out needs are forgotten.
    fn decide(&mut self, wish: Self::ParsedRow, by: &Judging<'_>) -> Result<VerdictOf<Self>, DeskError>;

    /// The departments and groups that the ready rows create, each with a similar existing name.
    fn new_names(&self) -> NewNamesView;

    /// The id of what these facts create.
    fn made(facts: &[Fact]) -> Option<String>;

    /// The result of the import's job.
    fn told(view: ViewOf<Self>) -> JobResult;
}
