//! What makes a list: its rows, filters, columns, counters and actions. Keeps out how a list works.

use super::address::Address;
use super::query::List;
use crate::dom::KeyPress;
use crate::parts::menu::Item;
use crate::prelude::*;
use crate::route::Route;
use crate::words;
use std::fmt::Debug;
use vestibule_domain::letters::key;
use vestibule_wire::command::Command;
use vestibule_wire::{ErrorView, ListRequest, Moment, Page, SessionView, SortColumn};

/// What a list is asked with.
pub type Query<L> = ListRequest<<L as Listed>::Filter, <L as Listed>::Sort>;
/// What it answers.
pub type PageOf<L> = Page<RowOf<L>, CountersOf<L>>;
/// A row of it.
pub type RowOf<L> = <L as Listed>::Row;
/// Its counters.
pub type CountersOf<L> = <L as Listed>::Counters;
/// What may be chosen in its filters.
pub type ChoicesOf<L> = <L as Listed>::Choices;
/// One of its filters.
pub type FilterOf<L> = <L as Listed>::FilterKind;
/// One of its columns.
pub type ColumnOf<L> = <L as Listed>::Column;

/// A list: a type without a value, that says what the rows are and what can be done with them.
pub trait Listed: Debug + Clone + Copy + Default + PartialEq + 'static {
    /// A row, as it is answered.
    type Row: Debug + Clone + PartialEq + 'static;
    /// What the rows that are asked for have in common.
    type Filter: Debug + Clone + Default + PartialEq + 'static;
    /// By what rows are sorted.
    type Sort: SortColumn + Debug + 'static;
    /// How many rows there are of each kind.
    type Counters: Debug + Clone + Copy + PartialEq + 'static;
    /// What may be chosen in filters; the tenant puts it into [`List::choices`].
    type Choices: Debug + Clone + PartialEq + 'static;
    /// The command that is asked.
    type Ask: Command<Request = Query<Self>, Answer = PageOf<Self>>;
    /// Its filters.
    type FilterKind: ListFilter<Self>;
    /// Its columns.
    type Column: ListColumn<Self>;
    /// Its counters, each of which is a filter too.
    type Counter: ListCounter<Self>;
    /// What the tenant's page shares with its parts, from the context.
    type PageState: Clone + Copy + 'static;

    /// The test hook of its table.
    const HOOK: &'static str;
    /// Under what columns and order are remembered on this device.
    const COLUMNS_KEPT: &'static str;
    /// Under what saved views are kept in the file.
    const VIEWS_KEPT: &'static str;
    /// How each order is called in an address.
    const SORTS: &'static [(Self::Sort, &'static str)];
    /// The first column, which is always there.
    const FIRST: Self::Column;
    /// The column that takes the rest of the room.
    const FLEXIBLE: Self::Column;
    /// The last column, which gives way to others when [`Self::FLEXIBLE`] is not there.
    const LAST: Self::Column;
    /// Which columns leave for want of room, step by step.
    const STEPS: &'static [FitStep<Self::Column>];
    /// There is an archive, in which the rows are that are in no list.
    const HAS_ARCHIVE: bool = false;

    /// The route of its page, with what is asked of it.
    fn route(asked: Address<Self>) -> Route;
    /// What a route asks of this list; none: nothing.
    fn asked(route: &Route) -> Option<&Address<Self>>;

    /// What people read of this list.
    fn words(of: Words) -> String;

    /// A row's id.
    fn id(row: &Self::Row) -> &str;
    /// When it was made: a row made since the last answer is marked.
    fn made_at(row: &Self::Row) -> Moment;
    /// Its state, for CSS.
    fn state(row: &Self::Row) -> &'static str;
    /// What it is called for who does not see it. A hook: called at the same place each time.
    fn use_name(row: &Self::Row) -> String;
    /// The cell of a column, as a `td`.
    fn cell(column: Self::Column, cell: Cell<Self>) -> Element;
    /// A row was answered: the tenant may set right what is shown of it.
    fn received(_row: &mut Self::Row) {}
    /// Some of these rows need more room than usual.
    fn has_long_values(_rows: &[Self::Row]) -> bool {
        false
    }
    /// The language has longer words than English in this list's cells.
    fn has_long_words() -> bool {
        false
    }

    /// How many there are, filters apart.
    fn all(counters: &Self::Counters) -> u64;

    /// Whether the archive is asked for.
    fn is_archive(_filter: &Self::Filter) -> bool {
        false
    }
    /// Asks for the archive, or for the list again.
    fn mark_archive(_filter: &mut Self::Filter, _on: bool) {}

    /// Whether that person can select rows of that list.
    fn may_select(_session: &SessionView, _filter: &Self::Filter) -> bool {
        false
    }
    /// What can be done with the selected rows.
    fn bulk_actions(_board: Self::PageState, _session: &SessionView) -> Vec<BulkAction> {
        Vec::new()
    }
    /// Does one of them.
    fn act_on_selected(_board: Self::PageState, _action: &'static str) {}

    /// What can be done with a row, in its menu.
    fn row_actions(row: &Self::Row) -> Vec<Item>;
    /// What of it has a button in the row.
    fn quick_actions(_row: &Self::Row) -> Vec<QuickAction> {
        Vec::new()
    }
    /// Does one of either.
    fn act(board: Self::PageState, action: &'static str, row: &Self::Row);
    /// The quick action that was done a moment ago with that row.
    fn done(_board: Self::PageState, _id: &str) -> Option<&'static str> {
        None
    }

    /// Enter or a double click: shows that row.
    fn open(board: Self::PageState, id: &str);
    /// The id of what is shown beside the list.
    fn opened(_board: Self::PageState) -> Option<String> {
        None
    }
    /// The focus went to that row.
    fn focused(_board: Self::PageState, _id: &str) {}

    /// Hears a press before the list does; true: it is done with. `row`: the one that has the focus.
    fn heard(_board: Self::PageState, _press: &KeyPress, _row: Option<&str>) -> bool {
        false
    }
    /// Something else stands in the list's place: the list's keys mean nothing.
    fn is_covered(_board: Self::PageState) -> bool {
        false
    }

    /// What stands in place of a list of which there is no row at all.
    fn none_yet() -> Element {
        rsx! {}
    }
    /// What stands in place of an empty archive.
    fn none_archived() -> Element {
        rsx! {}
    }
    /// What stands at the end of the filters' bar.
    fn bar_end() -> Element {
        rsx! {}
    }
}

/// What people read of a list, beside the words of all lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Words {
    /// The table's name.
    Table,
    /// It is being read.
    Loading,
    /// The search field's name.
    Search,
    /// What stands in the empty search field.
    SearchHint,
    /// Why nothing was found by a search, and what else could be tried.
    NoneFound,
    /// Filters let nothing through, of so many.
    NoneFiltered(u64),
    /// What the counters are for.
    Counters,
}

/// One filter of a list.
pub trait ListFilter<L: Listed>: Debug + Clone + Copy + PartialEq + Eq + 'static {
    /// All of them, in the order of the chips.
    const ALL: &'static [Self];

    /// Its name, its place and its kind.
    fn look(self) -> FilterLook;
    /// What people read.
    fn words(self) -> String;
    /// What is chosen, as it stands in the address.
    fn value(self, of: &L::Filter) -> Option<String>;
    /// Chooses that, or nothing. Else why it cannot be.
    fn set(self, of: &mut L::Filter, value: Option<&str>) -> Result<(), String>;
    /// What has a name and can be chosen.
    fn names(self, _known: Option<&L::Choices>) -> Vec<Named> {
        Vec::new()
    }
    /// Whether something else may be typed.
    fn is_free(self) -> bool {
        false
    }
    /// What is chosen, in words; none: its value says it.
    fn said(self, value: &str, known: Option<&L::Choices>) -> Option<String> {
        let is = |named: &Named| named.id == value || key(&named.value) == key(value);
        self.names(known).into_iter().find(is).map(|named| named.words)
    }
    /// Whether somebody with these choices can narrow the list by it: not where all they see is alike in it.
    fn is_offered(self, _known: Option<&L::Choices>) -> bool {
        true
    }
    /// Whether it applies to the archive.
    fn is_of_archive(self) -> bool {
        true
    }
    /// Why an answer refuses it.
    fn refusal(self, error: &ErrorView) -> String {
        words::error(error)
    }
}

/// Something with a name, to filter by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// By which an older address may ask for it.
    pub id: String,
    /// By which it is asked for, in any case.
    pub value: String,
    /// What people read.
    pub words: String,
}

impl Named {
    /// That id goes by that name.
    pub fn new(id: &str, name: &str) -> Self {
        Self { id: id.to_owned(), value: name.to_owned(), words: name.to_owned() }
    }
}

/// A filter's name, its place and its kind.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FilterLook {
    /// In an address, and in hooks.
    pub name: &'static str,
    /// Where it stands while it is off.
    pub place: FilterPlace,
    /// What can be chosen.
    pub kind: FilterChoice,
}

/// Where a filter stands while it is off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FilterPlace {
    /// It has a chip.
    Chip,
    /// It is behind "More".
    More {
        /// Its test hook there.
        hook: &'static str,
        /// The symbol before its words.
        icon: &'static str,
    },
}

/// What can be chosen in a filter.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum FilterChoice {
    /// One of some words of ours.
    Words,
    /// One of the names of something.
    Names,
    /// Days, from and to. Those that are often asked for, counted from today.
    Days(&'static [(i64, i64)]),
}

/// A column of a list.
pub trait ListColumn<L: Listed>: Debug + Clone + Copy + PartialEq + Eq + 'static {
    /// All of them, in the order in which they stand. At most 16.
    const ALL: &'static [Self];

    /// Its names and its least width.
    fn look(self) -> ColumnLook;
    /// What its head says.
    fn words(self) -> String;
    /// What a press on its head sorts by.
    fn sort(self) -> Option<L::Sort>;
    /// Its width in CSS pixels where nobody has changed it. `compact`: see [`FitStep::compact`].
    fn width(self, room: TableSpace, compact: bool) -> u32;
}

/// A column's names and its least width.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ColumnLook {
    /// As stored.
    pub name: &'static str,
    /// Its hook in the menu of columns.
    pub hook: &'static str,
    /// Its class in the table.
    pub class: &'static str,
    /// In CSS pixels.
    pub least: u16,
}

/// One step of giving way: these leave, beside those that left before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FitStep<C: 'static> {
    /// Which leave.
    pub leave: &'static [C],
    /// What has left is said in a few letters in another cell.
    pub compact: bool,
}

/// What the table stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TableSpace {
    /// From one edge to the other, in CSS pixels.
    pub width: u32,
    /// Rows have ticks.
    pub ticks: bool,
    /// A row with a long value is among them.
    pub long_values: bool,
    /// The language has longer words than English (DESIGN.md, notes).
    pub long_words: bool,
}

/// What a cell is drawn from.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell<L: Listed> {
    /// The row.
    pub row: RowOf<L>,
    /// The clock, in whole minutes.
    pub now: Moment,
    /// What has left the table is said in a few letters here.
    pub compact: bool,
}

/// A counter over the list, which is a filter too.
pub trait ListCounter<L: Listed>: Debug + Clone + Copy + PartialEq + 'static {
    /// All of them, in the order of the keys 1 to 9; each group stands apart. None: there is no row of counters.
    const GROUPS: &'static [&'static [Self]];

    /// How it looks.
    fn look(self) -> CounterLook;
    /// What people read.
    fn words(self) -> String;
    /// How many there are.
    fn count(self, of: &L::Counters) -> u64;
    /// Whether the list is filtered by it, and by no other.
    fn is_on(self, of: &L::Filter) -> bool;
    /// Filters by it, and by no other. The first of all lets everything through.
    fn put(self, of: &mut L::Filter);
}

/// How a counter looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CounterLook {
    /// Its test hook.
    pub hook: &'static str,
    /// Its symbol.
    pub icon: &'static str,
    /// The class of the symbol's colour.
    pub colour: &'static str,
}

/// A button in a row, shown on hover and focus.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuickAction {
    /// What is told when it is pressed, and its test hook.
    pub name: &'static str,
    /// Its symbol.
    pub icon: &'static str,
    /// What it does, for who does not see it.
    pub words: String,
    /// The same on hover, with its key.
    pub title: String,
}

/// What can be done with the selected rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BulkAction {
    /// What is told when it is pressed, and its test hook.
    pub name: &'static str,
    /// Its element's id, where something is put beside it.
    pub id: Option<&'static str>,
    /// Its symbol.
    pub icon: &'static str,
    /// What people read.
    pub words: String,
    /// It ends something.
    pub ends: bool,
    /// It is under way.
    pub busy: bool,
    /// The key that does the same, as in [`KeyPress::key`].
    pub key: Option<&'static str>,
}

/// The page's list.
pub fn use_list<L: Listed>() -> List<L> {
    use_context()
}
