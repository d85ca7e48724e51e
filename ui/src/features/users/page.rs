//! The page: its head, the list, and what lies over it. Keeps out how each of them works.

use super::board::{Question, UserDialog, use_board, use_board_provider};
use super::details::DetailsDrawer;
use super::dialogs::{Code, Confirm, DepartmentDialog, ManyDialog, ManyReport, RoleDialog};
use super::list::UserList;
use super::many::ManyProgress;
use crate::list::export::{SaveButton, SaveOverlay};
use crate::list::{Body, Overlays, SomeOf, use_list_keys};
use crate::prelude::*;
use crate::routes::desk::KeepFailed;
use crate::t;

/// The Users page.
#[component]
pub fn Users() -> Element {
    let board = use_board_provider();
    use_list_keys(board.list, board);
    rsx! {
        main { class: "main",
            header { class: "head",
                h1 { {t!("users-title")} }
                SomeOf::<UserList> {}
                div { class: "acts", SaveButton::<UserList> {} }
            }
            KeepFailed {}
            Body::<UserList> {}
        }
        DetailsDrawer {}
        Overlays::<UserList> {}
        SaveOverlay::<UserList> {}
        Overlay {}
        ManyProgress {}
    }
}

/// The dialog over the page.
#[component]
fn Overlay() -> Element {
    let board = use_board();
    let open = board.open.read().clone();
    match open {
        UserDialog::Nothing => rsx! {},
        UserDialog::Asking(Question::Role, details) => rsx! {
            RoleDialog { details: *details }
        },
        UserDialog::Asking(Question::Department, details) => rsx! {
            DepartmentDialog { details: *details }
        },
        UserDialog::Many(act) => rsx! {
            ManyDialog { act }
        },
        UserDialog::Report(act, report) => rsx! {
            ManyReport { act, report: *report }
        },
        UserDialog::Asking(question, details) => rsx! {
            Confirm { question, details: *details }
        },
        UserDialog::Code(code) => rsx! {
            Code { code }
        },
    }
}
