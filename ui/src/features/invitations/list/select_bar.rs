//! The bar while rows are selected: how many, all that match, and what can be done with them. Keeps out doing it.

use super::select::{Picked, Share};
use crate::features::invitations::board::use_board;
use crate::features::invitations::many::{Asking, use_many};
use crate::parts::button::{Button, IconButton, Kind, Size};
use crate::parts::icon::Icon;
use crate::prelude::*;
use crate::{app, t};
use vestibule_wire::command;

/// The bar.
#[component]
pub fn SelectionBar() -> Element {
    let board = use_board();
    let many = use_many();
    let session = app::use_session();
    let selection = many.selection;
    let (rows, total) = (board.ids(), board.list.shown.read().as_ref().map_or(0, |page| page.total));
    let picked = selection.picked.read();
    let count = picked.count(total);
    let is_page = picked.of_page(&rows) == Share::All && matches!(*picked, Picked::These(_));
    let more = is_page && total > count;
    rsx! {
        div { class: "bar sel", role: "region", aria_label: t!("select-bar"),
            b { class: "strong", role: "status", "data-test": "selected", {t!("select-count", count = count)} }
            if more {
                button {
                    class: "link", r#type: "button", "data-test": "select-all-matching",
                    onclick: move |_| selection.all(&board.list.filters.peek()),
                    {t!("select-all-matching", count = total)}
                }
            }
            span { class: "grow" }
            if session.read().may::<command::ExportInvitations>() {
                Button {
                    kind: Kind::Ghost, size: Size::Small, icon: "download", id: "select-export", test: "select-export", disabled: count == 0,
                    busy: (many.exporting)(),
                    onclick: move |_| many.ask(Asking::Export("#select-export")),
                    {t!("export")}
                }
            }
            if session.read().may::<command::PrintInvitations>() {
                Button {
                    kind: Kind::Ghost, size: Size::Small, icon: "printer", test: "select-print", disabled: count == 0,
                    onclick: move |_| many.ask(Asking::Print),
                    {t!("print-selected")}
                }
            }
            Button {
                kind: Kind::Danger, size: Size::Small, icon: "ban", test: "bulk-revoke", disabled: count == 0,
                onclick: move |_| many.ask(Asking::Revoke),
                {t!("invitations-revoke")}
            }
            IconButton { icon: "x", label: t!("select-clear"), test: "select-clear", onclick: move |_| selection.clear() }
        }
    }
}

/// The tick of a row.
#[component]
pub fn RowTick(id: String, name: String, on: bool) -> Element {
    let board = use_board();
    let many = use_many();
    rsx! {
        td { class: "w-tick",
            onclick: move |event| {
                event.stop_propagation();
                many.selection.press(&board.ids(), &id, event.modifiers().shift());
            },
            Tick { on: if on { Share::All } else { Share::None }, label: t!("select-row-of", name = name), title: t!("select-row"), test: "select-row" }
        }
    }
}

/// The tick over all rows of the page.
#[component]
pub fn PageTick() -> Element {
    let board = use_board();
    let many = use_many();
    let on = many.selection.picked.read().of_page(&board.ids());
    rsx! {
        th { class: "w-tick", scope: "col", onclick: move |_| many.selection.page(&board.ids()),
            Tick { on, label: t!("select-page"), title: t!("select-page"), test: "select-page" }
        }
    }
}

#[component]
fn Tick(on: Share, label: String, title: String, test: &'static str) -> Element {
    let checked = match on {
        Share::None => "false",
        Share::Some => "mixed",
        Share::All => "true",
    };
    rsx! {
        span { class: "tick", role: "checkbox", aria_checked: checked, aria_label: label, title, "data-test": test,
            match on {
                Share::None => rsx! {},
                Share::Some => rsx! { Icon { name: "minus" } },
                Share::All => rsx! { Icon { name: "check" } },
            }
        }
    }
}
