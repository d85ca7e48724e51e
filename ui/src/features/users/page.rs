//! The Users page: head, list and overlays. Keeps out how each of them works.

use super::board::use_board_provider;
use super::details::DetailsDrawer;
use super::dialogs::Overlay;
use super::list::UserList;
use super::many::ManyProgress;
use crate::list::export::{SaveButton, SaveOverlay};
use crate::list::{Body, Overlays, SomeOf, use_list_keys};
use crate::prelude::*;
use crate::routes::desk::KeepFailed;
use crate::routes::work_left::WorkLeft;
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
            WorkLeft {}
            Body::<UserList> {}
        }
        DetailsDrawer {}
        Overlays::<UserList> {}
        SaveOverlay::<UserList> {}
        Overlay {}
        ManyProgress {}
    }
}
