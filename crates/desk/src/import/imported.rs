//! What makes an import: the fields of a row, what they wish, and what is written for it. Keeps out how a sheet is
//! read, asked about, previewed and written.

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

/// What a sheet of that kind holds, and what became of it.
pub(crate) type ViewOf<K> = SheetView<<K as Imported>::Class, <K as Imported>::EachView>;
/// One row's verdict.
pub(crate) type VerdictOf<K> = RowVerdict<<K as Imported>::Class>;
/// Why a row is left out, before the rules are asked.
pub(crate) type LeftOf<K> = (<K as Imported>::Class, ErrorView);

/// One row's verdict.
pub(crate) enum RowVerdict<C> {
    /// What it becomes.
    Ready(Vec<Fact>),
    /// Left out, and every reason.
    Left(C, Vec<ErrorView>),
}

impl<C> RowVerdict<C> {
    /// Left out for one reason.
    pub(crate) fn left(class: C, error: DeskError) -> Self {
        Self::Left(class, vec![ErrorView::from(error)])
    }
}

/// What every row of a sheet is judged by.
pub(crate) struct Judging<'a> {
    pub(crate) seat: &'a Seat,
    pub(crate) acting: &'a Acting,
    pub(crate) now: Moment,
    pub(crate) zone: LocalTime,
    /// How dates of two readings are read.
    pub(crate) dates: Option<DateOrder>,
}

/// What the rows of a sheet stand for. A value of it is what one sheet's rows have with each other and with what stands
/// already.
pub(crate) trait Imported: Sized + Send + 'static {
    /// What a column can hold.
    type Field: Field;
    /// The command by which it is asked: whoever may ask it may import.
    type Command: Command;
    /// What a row leaves empty.
    type Each: Send + Sync + 'static;
    /// The same for people.
    type EachView: Default + Send;
    /// What a row can be good for.
    type Class: SheetClass;
    /// A row whose cells are what they must be.
    type ParsedRow: Send;
    /// What stands under a row's key.
    type Known: Copy + Default + Send + Sync;

    /// Names by which a column without title is known to hold the second field of [`Field::ORDER`].
    fn known_names(tx: &mut ReadTx) -> impl Future<Output = Result<Vec<String>, DeskError>> + Send;

    /// Reads what the rows are judged by, inside the change.
    fn begin(
        each: Self::Each,
        by: &Judging<'_>,
        tx: &mut WriteTx,
    ) -> impl Future<Output = Result<Self, DeskError>> + Send;

    /// What a row gets that says nothing.
    fn each(&self, by: &Judging<'_>) -> Self::EachView;

    /// What a row wishes, or everything that is wrong with it.
    fn wish(&self, row: &Row<Self::Field>, by: &Judging<'_>) -> Result<Self::ParsedRow, Vec<DeskError>>;

    /// Two rows with the same key stand for the same. None: it is like no other.
    fn key(wish: &Self::ParsedRow) -> Option<String>;

    /// What stands already under these keys; a key that is absent has the default.
    fn known(
        &self,
        keys: &[String],
        tx: &mut WriteTx,
    ) -> impl Future<Output = Result<HashMap<String, Self::Known>, DeskError>> + Send;

    /// Left out, since the row at line `first` has the same key.
    fn doubled(first: u64) -> LeftOf<Self>;

    /// Left out, since what stands is the same.
    fn taken(known: Self::Known) -> Option<LeftOf<Self>>;

    /// What else is wrong with a row that is doubled or taken, as far as it is known without the rules.
    fn also(&self, wish: &Self::ParsedRow, by: &Judging<'_>) -> Option<DeskError>;

    /// What the rules say of a row, and what it becomes. What a row that is left out would have brought is forgotten.
    fn decide(&mut self, wish: Self::ParsedRow, by: &Judging<'_>) -> Result<VerdictOf<Self>, DeskError>;

    /// The departments and groups that the ready rows bring, each with the one that stands and is nearly the same.
    fn new_names(&self) -> NewNamesView;

    /// The id of what these facts make.
    fn made(facts: &[Fact]) -> Option<String>;

    /// How a job tells it.
    fn told(view: ViewOf<Self>) -> JobResult;
}
