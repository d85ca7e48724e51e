//! The cells of an invitation's row. Keeps out the row itself, and the texts (see `cells`).

use super::cells::{self, Cell};
use super::{Column, InvitationList};
use crate::list::{self, cells::Who};
use crate::parts::icon::{Icon, IconSize};
use crate::parts::mask::MaskedCode;
use crate::parts::status_pill::StatusPill;
use crate::prelude::*;
use crate::{t, time};
use vestibule_wire::{InvitationView, Status};

/// The cell of one column.
pub fn cell(column: Column, list::Cell { row, now, compact }: list::Cell<InvitationList>) -> Element {
    match column {
        Column::Code => rsx! {
            td { class: "w-code", CodeCell { place: "row-{row.id}", code: row.code.clone() } }
        },
        Column::Email => rsx! {
            td { MeantFor { row } }
        },
        Column::Role => rsx! {
            td { RoleCell { row } }
        },
        Column::Status => rsx! {
            td { class: "c-status",
                span { title: cells::status_title(&row), StatusPill { status: row.status, uses: row.uses, limit: row.usage_limit } }
                if compact && row.usage_limit > 1 && row.uses > 0 && row.status != Status::Used {
                    " "
                    span { class: "small soft", {t!("invitations-uses-short", uses = row.uses, limit = row.usage_limit)} }
                }
            }
        },
        Column::Expires => rsx! {
            td { ExpiresCell { cell: cells::expires(&row, now), soon: cells::is_soon(&row, now) } }
        },
        Column::Used => rsx! {
            td { class: "c-used", "data-test": "used-by", UsedBy { cell: cells::used_by(&row), named: row.usage_limit == 1 } }
        },
        Column::By => rsx! {
            td { class: "c-by", Creator { row } }
        },
        Column::Created => rsx! {
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
        span { class: "mixed", title: cell.title,
            if let Some(before) = cell.before {
                span { class: "muted", {before} }
                " "
            }
            span { translate: "no", dir: "auto", {cell.text} }
        }
    }
}

#[component]
fn RoleCell(row: InvitationView) -> Element {
    let cell = cells::role(&row);
    rsx! {
        span { translate: "no", dir: "auto", title: cell.title,
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
            span { class: if named { "" } else { "soft" }, translate: named.then_some("no"), dir: named.then_some("auto"), title: cell.title, {cell.text} }
        },
    }
}

#[component]
fn Creator(row: InvitationView) -> Element {
    let person = row.created_by;
    let title = t!("invitations-created-at", name = person.name.clone(), when = time::exact(row.created_at));
    rsx! {
        Who { id: person.id, name: person.name, title }
    }
}
