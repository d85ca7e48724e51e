//! The trait of a list: its rows, filters, columns, counters and actions. Keeps out how a list works.

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

/// The request for rows.
pub type Query<L> = ListRequest<<L as Listed>::Filter, <L as Listed>::Sort>;
/// The answer: one page of rows.
pub type PageOf<L> = Page<RowOf<L>, CountersOf<L>>;
/// A row of the answer.
pub type RowOf<L> = <L as Listed>::Row;
/// The counts in the answer.
pub type CountersOf<L> = <L as Listed>::Counters;
/// The choices that its filters offer.
pub type ChoicesOf<L> = <L as Listed>::Choices;
/// The type of its filters.
pub type FilterOf<L> = <L as Listed>::FilterKind;
/// The type of its columns.
pub type ColumnOf<L> = <L as Listed>::Column;

/// A list: a type without a value that defines its rows and their actions.
pub trait Listed: Debug + Clone + Copy + Default + PartialEq + 'static {
    /// A row of the answer.
    type Row: Debug + Clone + PartialEq + 'static;
    /// The filter in the request.
    type Filter: Debug + Clone + Default + PartialEq + 'static;
    /// The columns that rows can be sorted by.
    type Sort: SortColumn + Debug + 'static;
    /// The number of rows of each kind.
    type Counters: Debug + Clone + Copy + PartialEq + 'static;
    /// The choices that filters offer; the page sets them in [`List::choices`].
    type Choices: Debug + Clone + PartialEq + 'static;
    /// The command that fetches a page.
    type Ask: Command<Request = Query<Self>, Answer = PageOf<Self>>;
    /// Its filters.
    type FilterKind: ListFilter<Self>;
    /// Its columns.
    type Column: ListColumn<Self>;
    /// Its counters, each of which is a filter too.
    type Counter: ListCounter<Self>;
    /// The page's own state, shared with its parts through the context.
    type PageState: Clone + Copy + 'static;

    /// The test id of its table.
    const HOOK: &'static str;
    /// The key under which columns and order are stored on this device.
    const COLUMNS_KEPT: &'static str;
    /// The key under which saved views are stored in the encrypted file.
    const VIEWS_KEPT: &'static str;
    /// The name of each order in addresses.
    const SORTS: &'static [(Self::Sort, &'static str)];
    /// The first column, which is always shown.
    const FIRST: Self::Column;
    /// The column that takes the rest of the width.
    const FLEXIBLE: Self::Column;
    /// The last column; the one before it takes the rest if [`Self::FLEXIBLE`] is hidden.
    const LAST: Self::Column;
    /// Which columns are hidden for lack of room, step by step.
    const STEPS: &'static [FitStep<Self::Column>];
    /// Whether there is an archive, whose rows are not in the list.
    const HAS_ARCHIVE: bool = false;

    /// The route of its page with that query.
    fn route(asked: Address<Self>) -> Route;
    /// The query that a route holds for this list; None: it holds none.
    fn asked(route: &Route) -> Option<&Address<Self>>;

    /// The list's own texts.
    fn words(of: Words) -> String;

    /// A row's id.
    fn id(row: &Self::Row) -> &str;
    /// When it was made: rows made since the last answer are highlighted.
    fn made_at(row: &Self::Row) -> Moment;
    /// Its state as a CSS class.
    fn state(row: &Self::Row) -> &'static str;
    /// A row's name for screen readers. A hook: must be called at the same place each time.
    fn use_name(row: &Self::Row) -> String;
    /// The cell of a column, as a `td`.
    fn cell(column: Self::Column, cell: Cell<Self>) -> Element;
    /// Called with each row of an answer, to adjust what is shown of it.
    fn received(_row: &mut Self::Row) {}
    /// Whether some of these rows need wider columns than usual.
    fn has_long_values(_rows: &[Self::Row]) -> bool {
        false
    }
    /// Whether the language has longer words than English in this list's cells.
    fn has_long_words() -> bool {
        false
    }

    /// How many rows there are without filters.
    fn all(counters: &Self::Counters) -> u64;

    /// Whether the filter is for the archive.
    fn is_archive(_filter: &Self::Filter) -> bool {
        false
    }
    /// Turns the archive on or off in the filter.
    fn mark_archive(_filter: &mut Self::Filter, _on: bool) {}

    /// Whether that person may select rows under that filter.
    fn may_select(_session: &SessionView, _filter: &Self::Filter) -> bool {
        false
    }
    /// The actions on the selected rows.
    fn bulk_actions(_board: Self::PageState, _session: &SessionView) -> Vec<BulkAction> {
        Vec::new()
    }
    /// Carries out an action on the selected rows.
    fn act_on_selected(_board: Self::PageState, _action: &'static str) {}

    /// The actions in a row's menu.
    fn row_actions(row: &Self::Row) -> Vec<Item>;
    /// The actions that have a button in the row.
    fn quick_actions(_row: &Self::Row) -> Vec<QuickAction> {
        Vec::new()
    }
    /// Carries out an action on a row.
    fn act(board: Self::PageState, action: &'static str, row: &Self::Row);
    /// The quick action that was just done with that row; its button shows a tick.
    fn done(_board: Self::PageState, _id: &str) -> Option<&'static str> {
        None
    }

    /// Shows that row in the drawer: Enter or a double click.
    fn open(board: Self::PageState, id: &str);
    /// The id of the row shown in the drawer.
    fn opened(_board: Self::PageState) -> Option<String> {
        None
    }
    /// Called when the focus moves to that row.
    fn focused(_board: Self::PageState, _id: &str) {}

    /// Called with a press before the list's own keys; true: it is handled. `row`: the one that has the focus.
    fn heard(_board: Self::PageState, _press: &KeyPress, _row: Option<&str>) -> bool {
        false
    }
    /// Whether another page covers the list, so that the list's keys do nothing.
    fn is_covered(_board: Self::PageState) -> bool {
        false
    }

    /// Shown instead of a list without any row.
    fn none_yet() -> Element {
        rsx! {}
    }
    /// Shown instead of an empty archive.
    fn none_archived() -> Element {
        rsx! {}
    }
    /// Shown at the end of the bar of filters.
    fn bar_end() -> Element {
        rsx! {}
    }
}

/// The texts that differ between lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Words {
    /// The table's accessible name.
    Table,
    /// The text while rows are being fetched.
    Loading,
    /// The search field's label.
    Search,
    /// The search field's placeholder.
    SearchHint,
    /// That a search found nothing, and what else could be tried.
    NoneFound,
    /// That filters exclude all rows, of that many.
    NoneFiltered(u64),
    /// The accessible name of the row of counters.
    Counters,
}

/// One filter of a list.
pub trait ListFilter<L: Listed>: Debug + Clone + Copy + PartialEq + Eq + 'static {
    /// All filters, in the order of the chips.
    const ALL: &'static [Self];

    /// Its name, place and kind of choice.
    fn look(self) -> FilterLook;
    /// Its label.
    fn words(self) -> String;
    /// Its current value, as written in an address.
    fn value(self, of: &L::Filter) -> Option<String>;
    /// Sets the value, or clears it with None. Error: why the value cannot be used.
    fn set(self, of: &mut L::Filter, value: Option<&str>) -> Result<(), String>;
    /// The named things that can be chosen, from the fetched choices.
    fn names(self, _known: Option<&L::Choices>) -> Vec<Named> {
        Vec::new()
    }
    /// Whether other values may be typed.
    fn is_free(self) -> bool {
        false
    }
    /// The value in words; None: the value itself is shown.
    fn said(self, value: &str, known: Option<&L::Choices>) -> Option<String> {
        let is = |named: &Named| named.id == value || key(&named.value) == key(value);
        self.names(known).into_iter().find(is).map(|named| named.words)
    }
    /// Whether the filter is offered: not if all rows that the person sees have the same value.
    fn is_offered(self, _known: Option<&L::Choices>) -> bool {
        true
    }
    /// Whether it applies to the archive too.
    fn is_of_archive(self) -> bool {
        true
    }
    /// The sentence for a refusal by the backend.
    fn refusal(self, error: &ErrorView) -> String {
        words::error(error)
    }
}

/// A named thing to filter by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Its id, which older addresses used as the value.
    pub id: String,
    /// The value used in addresses.
    pub value: String,
    /// Its name for people.
    pub words: String,
}

impl Named {
    /// A thing with that id and name; the name is its value.
    pub fn new(id: &str, name: &str) -> Self {
        Self { id: id.to_owned(), value: name.to_owned(), words: name.to_owned() }
    }
}

/// A filter's name, place and kind of choice.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FilterLook {
    /// Its name in addresses and test ids.
    pub name: &'static str,
    /// Where it is shown while it is off.
    pub place: FilterPlace,
    /// What can be chosen.
    pub kind: FilterChoice,
}

/// Where a filter is shown while it is off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FilterPlace {
    /// As a chip in the bar.
    Chip,
    /// In the menu "More".
    More {
        /// Its test id there.
        hook: &'static str,
        /// The name of its icon.
        icon: &'static str,
    },
}

/// What can be chosen in a filter.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum FilterChoice {
    /// One of a fixed set of words.
    Words,
    /// One of the names in the choices.
    Names,
    /// Days, from and to. The presets are given in days from today.
    Days(&'static [(i64, i64)]),
}

/// A column of a list.
pub trait ListColumn<L: Listed>: Debug + Clone + Copy + PartialEq + Eq + 'static {
    /// All columns, in the order shown. At most 16.
    const ALL: &'static [Self];

    /// Its names and least width.
    fn look(self) -> ColumnLook;
    /// The text in its head.
    fn words(self) -> String;
    /// The order that a press on its head sets; None: it does not sort.
    fn sort(self) -> Option<L::Sort>;
    /// Its default width in CSS pixels. `compact`: see [`FitStep::compact`].
    fn width(self, room: TableSpace, compact: bool) -> u32;
}

/// A column's names and least width.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ColumnLook {
    /// Its name in the stored layout.
    pub name: &'static str,
    /// Its test id in the menu of columns.
    pub hook: &'static str,
    /// Its CSS class in the table.
    pub class: &'static str,
    /// The least width in CSS pixels.
    pub least: u16,
}

/// One step of hiding columns, in addition to the steps before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FitStep<C: 'static> {
    /// The columns hidden at this step.
    pub leave: &'static [C],
    /// Values of hidden columns are abbreviated in another cell.
    pub compact: bool,
}

/// What the table's layout depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TableSpace {
    /// The available width, in CSS pixels.
    pub width: u32,
    /// Whether rows have ticks.
    pub ticks: bool,
    /// Whether some row has a long value.
    pub long_values: bool,
    /// Whether the language has longer words than English (DESIGN.md, notes).
    pub long_words: bool,
}

/// The values from which a cell is drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Cell<L: Listed> {
    /// The row it is in.
    pub row: RowOf<L>,
    /// The current time, in whole minutes.
    pub now: Moment,
    /// Values of hidden columns are abbreviated in this cell.
    pub compact: bool,
}

/// A counter over the list, which is a filter too.
pub trait ListCounter<L: Listed>: Debug + Clone + Copy + PartialEq + 'static {
    /// All counters, in the order of the keys 1 to 9, in visual groups. Empty: the list has no counters.
    const GROUPS: &'static [&'static [Self]];

    /// Its test id, icon and colour.
    fn look(self) -> CounterLook;
    /// Its label.
    fn words(self) -> String;
    /// Its number.
    fn count(self, of: &L::Counters) -> u64;
    /// Whether this counter is the list's only filter.
    fn is_on(self, of: &L::Filter) -> bool;
    /// Makes this counter the list's only filter. The first counter clears all filters.
    fn put(self, of: &mut L::Filter);
}

/// How a counter looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CounterLook {
    /// Its test id.
    pub hook: &'static str,
    /// The name of its icon.
    pub icon: &'static str,
    /// The CSS class of the icon's colour.
    pub colour: &'static str,
}

/// A button in a row, shown on hover and focus.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuickAction {
    /// The action's name, and its test id.
    pub name: &'static str,
    /// The name of its icon.
    pub icon: &'static str,
    /// Its label for screen readers.
    pub words: String,
    /// Its tooltip, with the key.
    pub title: String,
}

/// An action on the selected rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BulkAction {
    /// The action's name, and its test id.
    pub name: &'static str,
    /// Its element's id, if a menu opens beside it.
    pub id: Option<&'static str>,
    /// The name of its icon.
    pub icon: &'static str,
    /// Its label.
    pub words: String,
    /// It ends something, and is shown in red.
    pub ends: bool,
    /// It is running.
    pub busy: bool,
    /// Its key, as in [`KeyPress::key`].
    pub key: Option<&'static str>,
}

/// The page's list, from the context.
pub fn use_list<L: Listed>() -> List<L> {
    use_context()
}
