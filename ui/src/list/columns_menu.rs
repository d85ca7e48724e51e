//! The menu of columns, at the table's head, and the edges that resize columns. Keeps out what is stored (see
//! `columns`).

use super::columns::{Columns, Drag, STEP, of_class};
use super::listed::{ColumnOf, ListColumn, Listed, use_list};
use crate::parts::icon::Icon;
use crate::parts::menu::{Item, Menu};
use crate::parts::table::Grip;
use crate::prelude::*;
use crate::{dom, t};

/// The button in the last head that opens the menu.
#[component]
pub fn ColumnsButton<L: Listed>() -> Element {
    let mut columns = use_list::<L>().columns;
    rsx! {
        button {
            class: "icon-btn columns-btn", r#type: "button", aria_label: t!("columns-choose"), title: t!("columns-choose"), aria_haspopup: "menu",
            aria_expanded: (columns.open)(), "data-test": "columns", onclick: move |_| columns.open.toggle(),
            Icon { name: "sliders-horizontal" }
        }
    }
}

/// The menu; it stays open while columns are shown and hidden.
#[component]
pub fn ColumnsMenu<L: Listed>() -> Element {
    let columns = use_list::<L>().columns;
    let (mut open, mut layout) = (columns.open, columns.layout);
    if !open() {
        return rsx! {};
    }
    let (now, fit) = (layout(), (columns.fit)());
    let mut items: Vec<_> = ColumnOf::<L>::ALL
        .iter()
        .filter(|column| **column != L::FIRST)
        .map(|column| {
            let words = column.words();
            let has_room = !now.has(*column) || fit.shown.has(*column);
            let words = if has_room { words } else { t!("columns-no-room", column = words) };
            Item::new(column.look().hook, "", words).ticked(now.has(*column))
        })
        .collect();
    if !now.is_usual() {
        items.push(Item::new("columns-reset", "rotate-ccw", t!("columns-reset")).apart());
    }
    rsx! {
        Menu {
            label: t!("columns-choose"), anchor: "[data-test=columns]", items,
            on_close: move |()| open.set(false),
            on_choose: move |name| match ColumnOf::<L>::ALL.iter().find(|column| column.look().hook == name) {
                Some(column) => layout.with_mut(|layout| layout.show(*column, !layout.has(*column))),
                None => layout.set(Default::default()),
            },
        }
    }
}

/// Starts a drag of an edge, moves the edge by a key, or resets the width.
pub fn grip<L: Listed>(columns: Columns<L>, class: &'static str, grip: Grip) {
    let (mut layout, mut drag) = (columns.layout, columns.drag);
    let Some((column, way)) = of_class::<L>(class).and_then(|column| layout.peek().moved_by(column)) else { return };
    let width = |column: ColumnOf<L>| {
        let look = column.look();
        let class = look.class.split(' ').next().unwrap_or_default();
        dom::bounding_rect(&format!(".tbl th.{class}"))
            .map_or(i32::from(look.least), |place| place.width.round() as i32)
    };
    let gives = if layout.peek().has(L::FLEXIBLE) {
        (width(L::FLEXIBLE) - i32::from(L::FLEXIBLE.look().least)).max(0)
    } else {
        i32::from(u16::MAX)
    };
    let now = width(column);
    match grip {
        Grip::Taken(from) => drag.set(Some(Drag { column, width: now, from, way, most: now + gives })),
        Grip::Step(on) => {
            let to = (now + way * on * STEP).min(now + gives);
            layout.with_mut(|layout| layout.set_width(column, Some(to)));
        }
        Grip::Back => layout.with_mut(|layout| layout.set_width(column, None)),
    }
}

/// Covers the window while an edge is dragged, so that the pointer may leave the head.
#[component]
pub fn Dragging<L: Listed>() -> Element {
    let columns = use_list::<L>().columns;
    let (mut drag, mut layout) = (columns.drag, columns.layout);
    let Some(now) = drag() else { return rsx! {} };
    rsx! {
        div {
            class: "backdrop dragging",
            onpointermove: move |event| {
                if event.held_buttons().is_empty() {
                    drag.set(None); // the pointer was released outside of the window
                } else {
                    let to = now.at(event.client_coordinates().x);
                    layout.with_mut(|layout| layout.set_width(now.column, Some(to)));
                }
            },
            onpointerup: move |_| drag.set(None),
            onpointercancel: move |_| drag.set(None),
        }
    }
}
