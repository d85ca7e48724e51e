//! The menu that chooses columns, at the table's head, and the edges that change their widths. Keeps out what is remembered (see `columns`).

use super::columns::{COLS, Col, Columns, Drag, EMAIL, STEP};
use super::grid::head_words;
use crate::features::invitations::board::use_board;
use crate::parts::icon::Icon;
use crate::parts::menu::{Item, Menu};
use crate::parts::table::Grip;
use crate::prelude::*;
use crate::{dom, t};

/// The button in the last head.
#[component]
pub fn ColumnsButton() -> Element {
    let mut columns = use_board().columns;
    rsx! {
        button {
            class: "icon-btn columns-btn", r#type: "button", aria_label: t!("columns-choose"), title: t!("columns-choose"), aria_haspopup: "menu",
            aria_expanded: (columns.open)(), "data-test": "columns", onclick: move |_| columns.open.toggle(),
            Icon { name: "sliders-horizontal" }
        }
    }
}

fn hook(col: Col) -> &'static str {
    match col {
        Col::Code => "column-code",
        Col::Email => "column-email",
        Col::Role => "column-role",
        Col::Status => "column-status",
        Col::Expires => "column-expires",
        Col::Used => "column-used",
        Col::By => "column-by",
        Col::Created => "column-created",
    }
}

/// The menu; it stays open while columns come and go.
#[component]
pub fn ColumnsMenu() -> Element {
    let columns = use_board().columns;
    let (mut open, mut layout) = (columns.open, columns.layout);
    if !open() {
        return rsx! {};
    }
    let (now, fit) = (layout(), (columns.fit)());
    let mut items: Vec<_> = COLS
        .into_iter()
        .filter(|col| *col != Col::Code)
        .map(|col| {
            let words = head_words(col);
            let has_room = !now.has(col) || fit.shown.has(col);
            let words = if has_room { words } else { t!("columns-no-room", column = words) };
            Item::new(hook(col), "", words).ticked(now.has(col))
        })
        .collect();
    if !now.is_usual() {
        items.push(Item::new("columns-reset", "rotate-ccw", t!("columns-reset")).apart());
    }
    rsx! {
        Menu {
            label: t!("columns-choose"), anchor: "[data-test=columns]", items,
            on_close: move |()| open.set(false),
            on_choose: move |name| match COLS.into_iter().find(|col| hook(*col) == name) {
                Some(col) => layout.with_mut(|layout| layout.show(col, !layout.has(col))),
                None => layout.set(Default::default()),
            },
        }
    }
}

/// An edge is taken, moved by a key, or put back.
pub fn grip(columns: Columns, class: &'static str, grip: Grip) {
    let (mut layout, mut drag) = (columns.layout, columns.drag);
    let Some((col, way)) = Col::of_class(class).and_then(|col| layout.peek().moved_by(col)) else { return };
    let width = |col: Col| {
        let class = col.class().split(' ').next().unwrap_or_default();
        dom::place(&format!(".tbl th.{class}")).map_or(i32::from(col.least()), |place| place.width.round() as i32)
    };
    let has_email = layout.peek().has(Col::Email);
    let gives = if has_email { (width(Col::Email) - i32::from(EMAIL)).max(0) } else { i32::from(u16::MAX) };
    let now = width(col);
    match grip {
        Grip::Taken(from) => drag.set(Some(Drag { col, width: now, from, way, most: now + gives })),
        Grip::Step(on) => {
            let to = (now + way * on * STEP).min(now + gives);
            layout.with_mut(|layout| layout.set_width(col, Some(to)));
        }
        Grip::Back => layout.with_mut(|layout| layout.set_width(col, None)),
    }
}

/// Lies over the window while an edge is dragged, so that the pointer may leave the head.
#[component]
pub fn Dragging() -> Element {
    let columns = use_board().columns;
    let (mut drag, mut layout) = (columns.drag, columns.layout);
    let Some(now) = drag() else { return rsx! {} };
    rsx! {
        div {
            class: "backdrop dragging",
            onpointermove: move |event| {
                if event.held_buttons().is_empty() {
                    drag.set(None); // released outside of the window
                } else {
                    let to = now.at(event.client_coordinates().x);
                    layout.with_mut(|layout| layout.set_width(now.col, Some(to)));
                }
            },
            onpointerup: move |_| drag.set(None),
            onpointercancel: move |_| drag.set(None),
        }
    }
}
