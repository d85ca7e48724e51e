//! Tests of what every list has, with a minimal list: no counters, no archive, no selection, two columns.

use super::address::Address;
use super::{
    Body, Cell, ColumnLook, CounterLook, FilterChoice, FilterLook, FilterPlace, FitStep, ListColumn, ListCounter,
    ListFilter, Listed, Overlays, Query, SomeOf, TableSpace, Words, use_list_keys, use_list_provider,
};
use crate::backend::fake;
use crate::features::invitations::tests::{has, session};
use crate::navigator::use_navigator_provider;
use crate::parts::menu::Item;
use crate::prelude::*;
use crate::route::Route;
use crate::testing::render;
use crate::{address, keep};
use serde::{Deserialize, Serialize};
use serde_json::{json, to_value};
use vestibule_wire::command::{self, Command, DecidedAt, Needs, Operation};
use vestibule_wire::{ErrorCode, ErrorView, Moment, Page, SortColumn};

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RoomView {
    id: String,
    name: String,
    since: Moment,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Wing {
    pub wing: Option<String>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum By {
    #[default]
    Name,
    Since,
}

impl SortColumn for By {
    fn begins_descending(self) -> bool {
        self == Self::Since
    }
}

pub struct ListRooms;

impl Command for ListRooms {
    const OPERATION: Operation =
        Operation { name: "list_rooms", needs: Needs::Session, decided: DecidedAt::Here, windows: &[] };
    type Request = Query<Rooms>;
    type Answer = Page<RoomView, u64>;
}

#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Rooms;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ByWing;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    Name,
    Since,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoCounter {}

impl Listed for Rooms {
    type Row = RoomView;
    type Filter = Wing;
    type Sort = By;
    type Counters = u64;
    type Choices = ();
    type Ask = ListRooms;
    type FilterKind = ByWing;
    type Column = Column;
    type Counter = NoCounter;
    type PageState = ();

    const HOOK: &'static str = "rooms";
    const COLUMNS_KEPT: &'static str = "rooms-columns";
    const VIEWS_KEPT: &'static str = "rooms-views";
    const SORTS: &'static [(By, &'static str)] = &[(By::Name, "name"), (By::Since, "since")];
    const FIRST: Column = Column::Name;
    const FLEXIBLE: Column = Column::Name;
    const LAST: Column = Column::Since;
    const STEPS: &'static [FitStep<Column>] =
        &[FitStep { leave: &[], compact: false }, FitStep { leave: &[Column::Since], compact: false }];

    fn route(asked: Address<Self>) -> Route {
        Route::Rooms(Some(Box::new(asked)))
    }

    fn asked(route: &Route) -> Option<&Address<Self>> {
        if let Route::Rooms(asked) = route { asked.as_deref() } else { None }
    }

    fn words(of: Words) -> String {
        format!("{of:?}")
    }
    fn id(row: &RoomView) -> &str {
        &row.id
    }
    fn made_at(row: &RoomView) -> Moment {
        row.since
    }
    fn state(_row: &RoomView) -> &'static str {
        "open"
    }
    fn use_name(row: &RoomView) -> String {
        row.name.clone()
    }
    fn cell(column: Column, Cell { row, .. }: Cell<Self>) -> Element {
        match column {
            Column::Name => rsx! { td { class: "w-name", {row.name} } },
            Column::Since => rsx! { td { class: "w-since", {row.since.to_rfc3339()} } },
        }
    }
    fn all(counters: &u64) -> u64 {
        *counters
    }
    fn row_actions(_row: &RoomView) -> Vec<Item> {
        vec![Item::new("room-open", "ticket", "Open".to_owned())]
    }
    fn act(_board: (), _action: &'static str, _row: &RoomView) {}
    fn open(_board: (), _id: &str) {}
    fn none_yet() -> Element {
        rsx! { p { "data-test": "no-rooms", "No rooms" } }
    }
}

impl ListFilter<Rooms> for ByWing {
    const ALL: &'static [Self] = &[Self];

    fn look(self) -> FilterLook {
        FilterLook { name: "wing", place: FilterPlace::Chip, kind: FilterChoice::Names }
    }
    fn words(self) -> String {
        "Wing".to_owned()
    }
    fn value(self, of: &Wing) -> Option<String> {
        of.wing.clone()
    }
    fn set(self, of: &mut Wing, value: Option<&str>) -> Result<(), String> {
        of.wing = value.map(str::to_owned);
        Ok(())
    }
}

impl ListColumn<Rooms> for Column {
    const ALL: &'static [Self] = &[Self::Name, Self::Since];

    fn look(self) -> ColumnLook {
        match self {
            Self::Name => ColumnLook { name: "name", hook: "column-name", class: "w-name", least: 160 },
            Self::Since => ColumnLook { name: "since", hook: "column-since", class: "w-since", least: 90 },
        }
    }
    fn words(self) -> String {
        format!("{self:?}")
    }
    fn sort(self) -> Option<By> {
        Some(if self == Self::Name { By::Name } else { By::Since })
    }
    fn width(self, _room: TableSpace, _compact: bool) -> u32 {
        self.look().least.into()
    }
}

impl ListCounter<Rooms> for NoCounter {
    const GROUPS: &'static [&'static [Self]] = &[];

    fn look(self) -> CounterLook {
        match self {}
    }
    fn words(self) -> String {
        match self {}
    }
    fn count(self, _of: &u64) -> u64 {
        match self {}
    }
    fn is_on(self, _of: &Wing) -> bool {
        match self {}
    }
    fn put(self, _of: &mut Wing) {}
}

fn page_of(rows: &[&str]) -> Page<RoomView, u64> {
    let since: Moment = "2026-09-08T10:00:00Z".parse().unwrap();
    let room = |name: &&str| RoomView { id: format!("r-{name}"), name: (*name).to_owned(), since };
    let items: Vec<_> = rows.iter().map(room).collect();
    let total = items.len() as u64;
    Page { items, total, is_at_least: false, page: 1, page_size: 20, counters: total, at: since, until: None }
}

/// The page of rooms, with that answer to its request.
fn shown(answer: Result<Page<RoomView, u64>, ErrorView>) -> String {
    fake::answer(command::Preference::NAME, |_| Ok(json!(null)));
    fake::answer(ListRooms::NAME, move |_| answer.clone().map(|page| to_value(page).unwrap()));
    render(|| {
        use_context_provider(|| Signal::new(session()));
        use_navigator_provider();
        let list = use_list_provider::<Rooms>();
        use_context_provider(|| ());
        use_list_keys(list, ());
        rsx! {
            SomeOf::<Rooms> {}
            Body::<Rooms> {}
            Overlays::<Rooms> {}
        }
    })
}

fn asked() -> Vec<serde_json::Value> {
    fake::asked().into_iter().filter(|(name, _)| name == ListRooms::NAME).map(|(_, request)| request).collect()
}

#[test]
fn any_rows_have_a_table_with_heads_a_menu_and_a_pager() {
    let html = shown(Ok(page_of(&["Atrium", "Belfry"])));
    for hook in
        ["rooms", "row-0", "row-1", "sort-0", "sort-1", "row-menu", "columns", "search", "chip-wing", "pager-next"]
    {
        assert!(has(&html, hook), "{hook} in {html}");
    }
    assert!(html.contains("More actions: Belfry") && html.contains("id=\"row-r-Atrium\""));
    for none in ["select-row", "counters", "row-copy-code", "more-archive"] {
        assert!(!html.contains(none), "{none} in {html}");
    }
}

#[test]
fn its_address_its_order_and_its_columns_are_its_own() {
    keep::save("a-1", "columns", "hide=role&sort=-email");
    keep::save("a-1", Rooms::COLUMNS_KEPT, "hide=since&sort=-since");
    address::typed("#/rooms?wing=East&page=2");
    let html = shown(Ok(page_of(&["Atrium"])));
    assert_eq!((&asked()[0]["filter"]["wing"], &asked()[0]["page"]), (&json!("East"), &json!(2)));
    assert!(html.contains("Wing: East") && html.contains("1 of 1") && !html.contains("w-since"), "{html}");
    keep::save("a-1", Rooms::COLUMNS_KEPT, "sort=-since");
    address::typed("#/rooms/");
    shown(Ok(page_of(&["Atrium"])));
    let last = asked().pop().unwrap();
    assert_eq!(
        (&last["filter"]["wing"], &last["sort"]),
        (&json!(null), &json!("since")),
        "an address that asks for nothing"
    );
    assert_eq!(address::current(), "#/rooms?sort=-since");
}

#[test]
fn an_empty_list_one_that_filters_empty_and_one_that_is_not_read_say_so() {
    assert!(has(&shown(Ok(page_of(&[]))), "no-rooms"));
    let none = Page { counters: 7, ..page_of(&[]) };
    assert!(has(&shown(Ok(none)), "none-found"));
    let busy = ErrorView::new(ErrorCode::FileBusy, "busy");
    assert!(has(&shown(Err(busy)), "error"));
}
