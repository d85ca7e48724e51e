//! The table: heads, rows or bones, and the pager under it. Keeps out a row's cells.

use super::columns::{Col, Layout};
use super::columns_menu::{ColumnsButton, ColumnsMenu, Dragging, grip};
use super::fit::Fit;
use super::row::Row;
use super::select_bar::PageTick;
use crate::features::invitations::board::{Open, use_board};
use crate::features::invitations::many::use_many;
use crate::parts::listbox::px;
use crate::parts::menu::{Item, Menu};
use crate::parts::pager::Pager;
use crate::parts::states::Bones;
use crate::parts::table::{Column, Heads, Spot};
use crate::prelude::*;
use crate::t;
use vestibule_wire::{CopyWhat, InvitationPageView, InvitationView, SortField, Status};

/// How many bones fill the first page.
const BONES: usize = 12;

/// What a column's head says.
pub fn head_words(col: Col) -> String {
    match col {
        Col::Code => t!("invitations-code"),
        Col::Email => t!("invitations-email"),
        Col::Role => t!("invitations-role"),
        Col::Status => t!("invitations-status"),
        Col::Expires => t!("invitations-expires"),
        Col::Used => t!("invitations-used-by"),
        Col::By => t!("invitations-created-by"),
        Col::Created => t!("invitations-created"),
    }
}

/// `ticks`: rows can be selected.
fn columns(ticks: bool, layout: Layout) -> Vec<Column> {
    let column = |col: Col| Column { words: head_words(col), sort: Some(col.sort()), class: col.class() };
    let tick = ticks.then(|| Column { words: String::new(), sort: None, class: "w-tick" });
    let acts = Column { words: t!("invitations-actions"), sort: None, class: "c-acts" };
    tick.into_iter().chain(layout.shown().into_iter().map(column)).chain([acts]).collect()
}

/// The width of the column of that class, where one is set.
fn width(class: &str, fit: &Fit) -> Option<String> {
    let width = match class {
        "c-acts" => Some(fit.acts),
        class => Col::of_class(class).and_then(|col| fit.width(col)),
    };
    width.map(|width| px(f64::from(width)))
}

/// Sorting by time, number or rank begins with the largest; by words with A.
fn begins_descending(sort: SortField) -> bool {
    matches!(sort, SortField::Created | SortField::Uses)
}

/// The table of rows; none yet: bones.
#[component]
pub fn Grid(page: Option<InvitationPageView>) -> Element {
    let board = use_board();
    let filters = board.list.filters;
    let ticks = (use_many().selection.on)();
    let mut room = board.columns.room;
    let fit = (board.columns.fit)();
    let columns = columns(ticks, fit.shown);
    let on_grip = use_callback(move |(class, what)| grip(board.columns, class, what));
    let (sort, descending) = (filters.read().sort, filters.read().descending);
    let stop = if let Spot::Head(at) = *board.spot.read() { Some(at) } else { None };
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
                class: "tbl", min_width: px(f64::from(fit.least)), role: "grid", aria_label: t!("invitations-table"), aria_busy: page.is_none(),
                aria_rowcount: page.as_ref().map(|page| page.total + 1), "data-ticks": ticks, "data-narrow": fit.uses_beside, aria_multiselectable: ticks, "data-test": "invitations",
                colgroup {
                    for column in columns.iter() {
                        col { class: column.class, width: width(column.class, &fit) }
                    }
                }
                Heads {
                    columns: columns.clone(), sort, descending, stop,
                    tick: if ticks { Some(rsx! { PageTick {} }) } else { None }, tools: rsx! { ColumnsButton {} }, on_grip,
                    on_sort: move |sort| board.list.filter(|filters| {
                        filters.descending = if filters.sort == sort { !filters.descending } else { begins_descending(sort) };
                        filters.sort = sort;
                    }),
                }
                if let Some(page) = page.clone() {
                    Rows { page }
                } else {
                    Bones { columns, rows: BONES }
                }
            }
        }
        ColumnsMenu {}
        Dragging {}
    }
}

#[component]
fn Rows(page: InvitationPageView) -> Element {
    let board = use_board();
    let spot = board.spot.read().clone();
    let on_head = matches!(spot, Spot::Head(_));
    let stop = match &spot {
        Spot::Row(id, _) if page.items.iter().any(|row| row.id == *id) => Some(id.clone()),
        _ => page.items.first().map(|row| row.id.clone()).filter(|_| !on_head),
    };
    let before = u64::from(page.page.saturating_sub(1)) * u64::from(page.page_size);
    let copied = board.copied.read().clone();
    let menu = board.menu.read().clone();
    let selection = use_many().selection;
    let details = board.details.of.cloned();
    let fit = (board.columns.fit)();
    rsx! {
        tbody {
            for (place , row) in page.items.into_iter().enumerate() {
                Row {
                    key: "{row.id}",
                    place,
                    columns: fit.shown,
                    uses_beside: fit.uses_beside,
                    picked: (selection.on)().then(|| selection.has(&row.id)),
                    number: before + place as u64 + 2,
                    now: (board.list.now)(),
                    fresh: board.list.fresh.read().contains(&row.id),
                    stop: stop.as_ref() == Some(&row.id),
                    open: menu.as_ref() == Some(&row.id),
                    shown: details.as_ref() == Some(&row.id),
                    copied: copied.as_ref().filter(|(id, _)| *id == row.id).map(|(_, what)| *what),
                    row,
                }
            }
        }
    }
}

/// The list's foot.
#[component]
pub fn Foot(page: InvitationPageView) -> Element {
    let board = use_board();
    rsx! {
        Pager {
            page: page.page, size: page.page_size, total: page.total,
            on_page: move |page| board.list.change(|filters| filters.page = page),
            on_size: move |size| board.list.filter(|filters| filters.page_size = size),
        }
    }
}

/// Whether its code may be shown as a picture: to who may copy it, while it opens the door.
pub fn is_pictured(row: &InvitationView) -> bool {
    row.may.copy && row.status == Status::Active
}

/// What can be done with a row, with the keys that do the same.
fn menu_items(row: &InvitationView) -> Vec<Item> {
    let mut items = vec![Item::new("row-details", "ticket", t!("details-menu")).key("↵")];
    if row.may.copy {
        items.push(Item::new("menu-copy-code", "copy", t!("invitations-copy-code")).key("C"));
        items.push(Item::new("menu-copy-link", "link", t!("invitations-copy-link")).key("L"));
        items.push(Item::new("menu-copy-text", "message-square-text", t!("invitations-copy-text")));
    }
    if is_pictured(row) {
        items.push(Item::new("row-qr", "qr-code", t!("details-qr-show")).key("Q"));
        items.push(Item::new("row-print", "printer", t!("print-one")));
    }
    if row.may.replace {
        items.push(Item::new("row-replace", "repeat-2", t!("details-replace")).key("R"));
    }
    if row.may.revoke {
        items.push(Item::new("menu-revoke", "ban", t!("invitations-revoke")).key("Del").ending());
    }
    items
}

/// The menu of the row whose ellipsis was pressed; outside of the table, which would clip it.
#[component]
pub fn RowMenu() -> Element {
    let (mut board, many) = (use_board(), use_many());
    let Some(row) = board.menu.read().as_ref().and_then(|id| board.row(id)) else { return rsx! {} };
    let id = row.id.clone();
    let items = menu_items(&row);
    rsx! {
        Menu {
            key: "{row.id}", label: t!("invitations-more"), anchor: "#row-{row.id} .more", point: (board.menu_point)(), items,
            on_close: move |()| board.menu.set(None),
            on_choose: move |name| match name {
                "menu-copy-code" => board.copy.call((id.clone(), CopyWhat::Code)),
                "menu-copy-link" => board.copy.call((id.clone(), CopyWhat::Link)),
                "menu-copy-text" => board.copy.call((id.clone(), CopyWhat::Text)),
                "row-details" => board.show_details(&id),
                "row-qr" => board.show_qr(&id),
                "row-print" => many.print_one(row.clone()),
                "row-replace" => {
                    board.ask_replace(&row);
                }
                _ => board.open.set(Open::Revoke(row.clone())),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::invitations::tests::invitation;
    use vestibule_wire::InvitationActionsView;

    #[test]
    fn the_menu_has_what_may_be_done_and_no_more() {
        let names = |row: &InvitationView| menu_items(row).iter().map(|item| item.name).collect::<Vec<_>>();
        let mut row = invitation("a");
        assert_eq!(
            names(&row),
            [
                "row-details",
                "menu-copy-code",
                "menu-copy-link",
                "menu-copy-text",
                "row-qr",
                "row-print",
                "row-replace",
                "menu-revoke"
            ]
        );
        row.status = Status::Expired;
        assert!(!names(&row).contains(&"row-qr") && !names(&row).contains(&"row-print"));
        row.may = InvitationActionsView::default();
        assert_eq!(names(&row), ["row-details"]);
    }

    #[test]
    fn as_many_heads_can_be_pressed_as_there_are_columns_that_sort() {
        let mut layout = Layout::default();
        let heads = |layout: Layout| columns(true, layout).iter().filter(|column| column.sort.is_some()).count();
        assert_eq!(heads(layout), 8);
        layout.show(Col::Role, false);
        assert_eq!(heads(layout), layout.shown().len());
    }
}
