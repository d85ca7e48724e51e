//! One row of the table, redrawn only when it, the minute, or its own state changes. Keeps out its cells and its
//! actions.

use super::columns::Layout;
use super::listed::{Cell, ColumnOf, ListColumn, Listed, RowOf, use_list};
use super::row_buttons::RowButtons;
use super::selection_bar::RowTick;
use crate::parts::table::GridSpot;
use crate::prelude::*;
use vestibule_wire::Moment;

/// A row. `place`: its index on this page. `number`: its ARIA row index in the whole list, the head being 1.
#[component]
pub fn Row<L: Listed>(
    row: RowOf<L>,
    place: usize,
    /// Which columns are shown.
    columns: Layout<L>,
    /// Values of hidden columns are abbreviated in another cell.
    compact: bool,
    number: u64,
    /// Whether it is selected; None: rows cannot be selected.
    picked: Option<bool>,
    now: Moment,
    /// It arrived while the list was shown.
    fresh: bool,
    /// Tab stops here.
    stop: bool,
    /// Its menu is open.
    open: bool,
    /// It is shown in the drawer.
    shown: bool,
    /// The quick action that was just done with it.
    done: Option<&'static str>,
) -> Element {
    let mut list = use_list::<L>();
    let board = use_context::<L::PageState>();
    let name = L::use_name(&row);
    let id = L::id(&row).to_owned();
    let (focused, opened, pointed, more) = (id.clone(), id.clone(), id.clone(), id.clone());
    let acted = row.clone();
    rsx! {
        tr {
            id: "row-{id}", "data-test": "row-{place}", "data-status": L::state(&row), class: fresh.then_some("is-new"),
            tabindex: if stop { "0" } else { "-1" }, aria_rowindex: number, aria_selected: picked, "data-open": open, aria_current: shown.then_some("true"),
            onfocusin: move |_| {
                let here = GridSpot::Row(focused.clone(), None);
                if *list.spot.peek() != here {
                    list.spot.set(here);
                }
                L::focused(board, &focused);
            },
            ondoubleclick: move |_| L::open(board, &opened),
            oncontextmenu: move |event| {
                // The menu key has no pointer position.
                event.prevent_default();
                event.stop_propagation();
                let at = event.client_coordinates();
                list.open_menu(&pointed, (at.x > 0.0 || at.y > 0.0).then_some((at.x, at.y)));
            },
            if let Some(on) = picked {
                RowTick::<L> { list, id: id.clone(), name: name.clone(), on }
            }
            for column in columns.shown() {
                CellOf::<L> { key: "{column.look().name}", column, cell: Cell { row: row.clone(), now, compact } }
            }
            td { class: "acts c-acts",
                RowButtons {
                    quick: L::quick_actions(&row), of: name, done, open,
                    on_act: move |action| L::act(board, action, &acted),
                    on_more: move |()| {
                        list.open_menu(&more, None);
                    },
                }
            }
        }
    }
}

/// The cell of one column.
#[component]
fn CellOf<L: Listed>(column: ColumnOf<L>, cell: Cell<L>) -> Element {
    L::cell(column, cell)
}
