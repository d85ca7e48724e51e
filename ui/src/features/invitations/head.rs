//! The buttons in the page's head beside Create: print, save, import. Keeps out what they do.

use crate::features::invitations::board::use_board;
use crate::features::invitations::list::InvitationList;
use crate::features::invitations::many::{BulkQuestion, use_many};
use crate::list::export::SaveButton;
use crate::parts::button::{Button, IconButton};
use crate::parts::menu::{Item, Menu};
use crate::prelude::*;
use crate::{app, t};
use vestibule_wire::command;

/// The buttons; at the smallest sizes, all but the import are in a menu.
#[component]
pub fn HeadActs() -> Element {
    let (board, many) = (use_board(), use_many());
    let mut more = use_signal(|| false);
    let archived = board.list.is_archive();
    let print = app::use_session().read().may::<command::PrintInvitations>() && !archived;
    let sheet = app::use_session().read().may::<command::ImportInvitations>() && !archived;
    let export = app::use_session().read().may::<command::ExportInvitations>();
    let mut items = Vec::new();
    if print {
        items.push(Item::new("head-print", "printer", t!("print")));
    }
    if export {
        items.push(Item::new("head-export", "download", t!("export")));
    }
    let any = !items.is_empty();
    rsx! {
        span { class: "wide-only",
            span { class: "row",
                if print {
                    Button { icon: "printer", test: "print", onclick: move |_| many.ask(BulkQuestion::Print), {t!("print")} }
                }
                SaveButton::<InvitationList> {}
            }
        }
        if sheet {
            Button { icon: "file-spreadsheet", id: "from-sheet", test: "from-sheet", onclick: move |_| many.ask(BulkQuestion::Sheet), {t!("sheet-from")} }
        }
        if any {
            span { class: "narrow-only", IconButton { icon: "ellipsis", id: "head-more", label: t!("head-more"), test: "head-more", onclick: move |_| more.set(true) } }
        }
        if more() {
            Menu {
                label: t!("head-more"), anchor: "#head-more", items,
                on_choose: move |name| match name {
                    "head-print" => many.ask(BulkQuestion::Print),
                    _ => board.list.saving.ask("#head-more"),
                },
                on_close: move |()| more.set(false),
            }
        }
    }
}

/// The button that opens the import, on an empty list.
#[component]
pub fn FromSheet() -> Element {
    let many = use_many();
    if !app::use_session().read().may::<command::ImportInvitations>() {
        return rsx! {};
    }
    rsx! {
        button { class: "link", id: "from-sheet", r#type: "button", "data-test": "from-sheet", onclick: move |_| many.ask(BulkQuestion::Sheet), {t!("sheet-from")} }
    }
}
