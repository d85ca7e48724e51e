//! One invitation as a row. It is made anew only when it, the minute, or its own state changes. Keeps out what its actions do.

use super::cells::{self, Cell};
use super::columns::{Col, Layout};
use super::select_bar::RowTick;
use crate::features::invitations::board::use_board;
use crate::parts::brand::{initials, tint};
use crate::parts::icon::{Icon, IconSize};
use crate::parts::mask::{MaskedCode, use_mask};
use crate::parts::row_actions::RowActions;
use crate::parts::status_pill::{self, StatusPill};
use crate::parts::table::Spot;
use crate::prelude::*;
use crate::{t, time};
use vestibule_wire::{CopyWhat, InvitationView, Moment, Status};

/// A row. `place` counts from 0 on this page, `number` as ARIA counts rows of the whole list, the head being 1.
#[component]
pub fn Row(
    row: InvitationView,
    place: usize,
    /// What is shown of it.
    columns: Layout,
    /// How often it was used stands beside the status.
    uses_beside: bool,
    number: u64,
    /// Whether it is selected; none: rows cannot be.
    picked: Option<bool>,
    now: Moment,
    /// It arrived while one looks.
    fresh: bool,
    /// Tab stops here.
    stop: bool,
    /// Its menu is open.
    open: bool,
    /// It is in the drawer.
    shown: bool,
    copied: Option<CopyWhat>,
) -> Element {
    let mut board = use_board();
    let name = cells::name(&row, use_mask().is_some_and(|mask| (mask.on)()));
    let (id, copy_id, menu_id, open_id) = (row.id.clone(), row.id.clone(), row.id.clone(), row.id.clone());
    let pressed_id = row.id.clone();
    rsx! {
        tr {
            id: "row-{row.id}", "data-test": "row-{place}", "data-status": status_pill::class(row.status), class: fresh.then_some("is-new"),
            tabindex: if stop { "0" } else { "-1" }, aria_rowindex: number, aria_selected: picked, "data-open": open, aria_current: shown.then_some("true"),
            onfocusin: move |_| {
                let here = Spot::Row(id.clone(), None);
                if *board.spot.peek() != here {
                    board.spot.set(here);
                }
                board.follow(&id);
            },
            ondoubleclick: move |_| board.show_details(&open_id),
            oncontextmenu: move |event| {
                // A key asks at no place.
                event.prevent_default();
                event.stop_propagation();
                let at = event.client_coordinates();
                board.open_menu_at(&pressed_id, (at.x > 0.0 || at.y > 0.0).then_some((at.x, at.y)));
            },
            if let Some(on) = picked {
                RowTick { id: row.id.clone(), name: name.clone(), on }
            }
            td { class: "w-code", CodeCell { place: "row-{row.id}", code: row.code.clone() } }
            for col in columns.shown().into_iter().filter(|col| *col != Col::Code) {
                Cells { key: "{col:?}", col, row: row.clone(), now, uses_beside }
            }
            td { class: "acts c-acts",
                RowActions {
                    may: row.may, of: name, copied, open,
                    on_copy: move |what| board.copy.call((copy_id.clone(), what)),
                    on_more: move |()| {
                        board.open_menu(&menu_id);
                    },
                }
            }
        }
    }
}

/// The cell of one column.
#[component]
fn Cells(col: Col, row: InvitationView, now: Moment, uses_beside: bool) -> Element {
    match col {
        Col::Code => rsx! {},
        Col::Email => rsx! {
            td { MeantFor { row } }
        },
        Col::Role => rsx! {
            td { RoleCell { row } }
        },
        Col::Status => rsx! {
            td { class: "c-status",
                span { title: cells::status_title(&row), StatusPill { status: row.status, uses: row.uses, limit: row.usage_limit } }
                if uses_beside && row.usage_limit > 1 && row.uses > 0 && row.status != Status::Used {
                    " "
                    span { class: "small soft", {t!("invitations-uses-short", uses = row.uses, limit = row.usage_limit)} }
                }
            }
        },
        Col::Expires => rsx! {
            td { ExpiresCell { cell: cells::expires(&row, now), soon: cells::is_soon(&row, now) } }
        },
        Col::Used => rsx! {
            td { class: "c-used", "data-test": "used-by", UsedBy { cell: cells::used_by(&row), named: row.usage_limit == 1 } }
        },
        Col::By => rsx! {
            td { class: "c-by", Creator { row } }
        },
        Col::Created => rsx! {
            td { class: "c-age num",
                span { class: "ago", title: time::exact(row.created_at), {cells::age(row.created_at, now)} }
            }
        },
    }
}

#[component]
fn CodeCell(code: Option<String>, place: String) -> Element {
    match code {
        Some(code) => rsx! {
            MaskedCode { code, place, test: "code" }
        },
        None => rsx! {
            span { class: "muted", title: t!("invitations-code-kept"), "–" }
        },
    }
}

#[component]
fn MeantFor(row: InvitationView) -> Element {
    let cell = cells::meant_for(&row);
    rsx! {
        span { title: cell.title,
            if let Some(before) = cell.before {
                span { class: "muted", {before} }
                " "
            }
            span { translate: "no", {cell.text} }
        }
    }
}

#[component]
fn RoleCell(row: InvitationView) -> Element {
    let cell = cells::role(&row);
    rsx! {
        span { translate: "no", title: cell.title,
            {cell.text}
            if let Some(department) = row.department {
                " "
                span { class: "small muted", {department} }
            }
        }
    }
}

#[component]
fn ExpiresCell(cell: Option<Cell>, soon: bool) -> Element {
    let Some(cell) = cell else {
        return rsx! {
            span { class: "muted", "–" }
        };
    };
    rsx! {
        span { class: soon.then_some("soon"), title: cell.title,
            if soon {
                Icon { name: "clock-alert", size: IconSize::Small }
            }
            {cell.text}
        }
    }
}

#[component]
fn UsedBy(cell: Option<Cell>, named: bool) -> Element {
    match cell {
        None => rsx! {
            span { class: "muted", "–" }
        },
        Some(cell) => rsx! {
            span { class: if named { "" } else { "soft" }, translate: named.then_some("no"), title: cell.title, {cell.text} }
        },
    }
}

#[component]
fn Creator(row: InvitationView) -> Element {
    let person = row.created_by;
    rsx! {
        span { class: "who", translate: "no", title: t!("invitations-created-at", name = person.name.clone(), when = time::exact(row.created_at)),
            i { class: "avatar s", "data-h": tint(&person.id), aria_hidden: "true", {initials(&person.name)} }
            span { class: "clip", "{person.name}" }
        }
    }
}
