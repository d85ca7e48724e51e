//! The table: heads, rows or placeholders, the pager under it, and a row's menu. Keeps out what a row shows.

use super::address::{sort_name, sort_named};
use super::columns::{Layout, of_class};
use super::columns_menu::{ColumnsButton, ColumnsMenu, Dragging, grip};
use super::fit::Fit;
use super::listed::{ColumnOf, ListColumn, Listed, PageOf, Words, use_list};
use super::row::Row;
use super::selection_bar::PageTick;
use crate::parts::listbox::px;
use crate::parts::menu::Menu;
use crate::parts::pager::Pager;
use crate::parts::states::Bones;
use crate::parts::table::{Column, GridSpot, Heads};
use crate::prelude::*;
use crate::t;
use vestibule_wire::SortColumn;

/// How many placeholder rows the first page shows.
const BONES: usize = 12;

/// `ticks`: rows can be selected, so there is a column for it.
fn heads<L: Listed>(ticks: bool, layout: Layout<L>) -> Vec<Column> {
    let head = |column: ColumnOf<L>| Column {
        words: column.words(),
        sort: column.sort().map(sort_name::<L>),
        class: column.look().class,
    };
    let tick = ticks.then(|| Column { words: String::new(), sort: None, class: "w-tick" });
    let acts = Column { words: t!("list-actions"), sort: None, class: "c-acts" };
    tick.into_iter().chain(layout.shown().into_iter().map(head)).chain([acts]).collect()
}

/// The width of the column of that class, where one is set.
fn width<L: Listed>(class: &str, fit: &Fit<L>) -> Option<String> {
    let width = match class {
        "c-acts" => Some(fit.acts),
        class => of_class::<L>(class).and_then(|column| fit.width(column)),
    };
    width.map(|width| px(f64::from(width)))
}

/// The table of rows; None: placeholders.
#[component]
pub fn Table<L: Listed>(page: Option<PageOf<L>>) -> Element {
    let list = use_list::<L>();
    let ticks = (list.selection.on)();
    let mut room = list.columns.room;
    let fit = (list.columns.fit)();
    let columns = heads::<L>(ticks, fit.shown);
    let on_grip = use_callback(move |(class, what)| grip(list.columns, class, what));
    let (sort, descending) = (list.query.read().sort, list.query.read().descending);
    let stop = if let GridSpot::Head(at) = *list.spot.read() { Some(at) } else { None };
    rsx! {
        div {
            class: "tbl-wrap",
            onresize: move |event| if let Ok(size) = event.get_content_box_size() {
                let width = size.width.round() as u32;
                if *room.peek() != width {
                    room.set(width);
                }
            },
            table {
                class: "tbl", min_width: px(f64::from(fit.least)), role: "grid", aria_label: L::words(Words::Table), aria_busy: page.is_none(),
                aria_rowcount: page.as_ref().map(|page| if page.is_at_least { -1 } else { i64::try_from(page.total).unwrap_or(i64::MAX - 1) + 1 }), "data-ticks": ticks, "data-narrow": fit.compact, aria_multiselectable: ticks, "data-test": L::HOOK,
                colgroup {
                    for column in columns.iter() {
                        col { class: column.class, width: width(column.class, &fit) }
                    }
                }
                Heads {
                    columns: columns.clone(), sort: sort_name::<L>(sort), descending, stop,
                    tick: if ticks { Some(rsx! { PageTick::<L> {} }) } else { None }, tools: rsx! { ColumnsButton::<L> {} }, on_grip,
                    on_sort: move |name| if let Some(sort) = sort_named::<L>(name) {
                        list.filter(|query| {
                            query.descending = if query.sort == sort { !query.descending } else { sort.begins_descending() };
                            query.sort = sort;
                        });
                    },
                }
                if let Some(page) = page.clone() {
                    Rows::<L> { page }
                } else {
                    Bones { columns, rows: BONES }
                }
            }
        }
        ColumnsMenu::<L> {}
        Dragging::<L> {}
    }
}

#[component]
fn Rows<L: Listed>(page: PageOf<L>) -> Element {
    let list = use_list::<L>();
    let board = use_context::<L::PageState>();
    let spot = list.spot.read().clone();
    let on_head = matches!(spot, GridSpot::Head(_));
    let stop = match &spot {
        GridSpot::Row(id, _) if page.items.iter().any(|row| L::id(row) == id) => Some(id.clone()),
        _ => page.items.first().map(|row| L::id(row).to_owned()).filter(|_| !on_head),
    };
    let before = u64::from(page.page.saturating_sub(1)) * u64::from(page.page_size);
    let menu = list.menu.read().clone();
    let selection = list.selection;
    let opened = L::opened(board);
    let fit = (list.columns.fit)();
    let rows = page.items.into_iter().enumerate().map(|(place, row)| (place, L::id(&row).to_owned(), row));
    rsx! {
        tbody {
            for (place , id , row) in rows {
                Row::<L> {
                    key: "{id}",
                    place,
                    columns: fit.shown,
                    compact: fit.compact,
                    picked: (selection.on)().then(|| selection.has(&id)),
                    number: before + place as u64 + 2,
                    now: (list.now)(),
                    fresh: list.fresh.read().contains(&id),
                    stop: stop.as_ref() == Some(&id),
                    open: menu.as_ref() == Some(&id),
                    shown: opened.as_ref() == Some(&id),
                    done: L::done(board, &id),
                    row,
                }
            }
        }
    }
}

/// The list's foot.
#[component]
pub fn Foot<L: Listed>(page: PageOf<L>) -> Element {
    let list = use_list::<L>();
    rsx! {
        Pager {
            page: page.page, size: page.page_size, total: page.total, at_least: page.is_at_least,
            on_page: move |page| list.change(|query| query.page = page),
            on_size: move |size| list.filter(|query| query.page_size = size),
        }
    }
}

/// The menu of a row; drawn outside of the table, which would clip it.
#[component]
pub fn RowMenu<L: Listed>() -> Element {
    let mut list = use_list::<L>();
    let board = use_context::<L::PageState>();
    let Some(row) = list.menu.read().as_ref().and_then(|id| list.row(id)) else { return rsx! {} };
    let id = L::id(&row).to_owned();
    rsx! {
        Menu {
            key: "{id}", label: t!("list-more"), anchor: "#row-{id} .more", point: (list.menu_point)(), items: L::row_actions(&row),
            on_close: move |()| list.menu.set(None),
            on_choose: move |action| L::act(board, action, &row),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::invitations::{Column as Col, InvitationList};

    #[test]
    fn as_many_heads_can_be_pressed_as_there_are_columns_that_sort() {
        let mut layout = Layout::<InvitationList>::default();
        let pressable = |layout| heads(true, layout).iter().filter(|head: &&Column| head.sort.is_some()).count();
        assert_eq!(pressable(layout), 8);
        layout.show(Col::Role, false);
        assert_eq!(pressable(layout), layout.shown().len());
    }
}
