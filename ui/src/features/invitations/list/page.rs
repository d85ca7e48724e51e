//! The Invitations page: head, list and overlays. Keeps out how each of them works.

use super::InvitationList;
use crate::features::invitations::archive::{CleanUpButton, ManyOverlay, ToArchive};
use crate::features::invitations::board::{InvitationDialog, use_board, use_board_provider};
use crate::features::invitations::create::Create;
use crate::features::invitations::create::created::Created;
use crate::features::invitations::details::DetailsDrawer;
use crate::features::invitations::errands::use_errands;
use crate::features::invitations::head::{FromSheet, HeadActs};
use crate::features::invitations::import::SheetPage;
use crate::features::invitations::many::BulkQuestion;
use crate::features::invitations::revoke::Revoke;
use crate::list::export::SaveOverlay;
use crate::list::{Body, Overlays, SomeOf, use_list_keys};
use crate::parts::button::{Button, Kind, Size};
use crate::parts::states::Blank;
use crate::prelude::*;
use crate::routes::desk::{ActiveCount, KeepFailed};
use crate::routes::work_left::WorkLeft;
use crate::{app, t};

/// The Invitations page.
#[component]
pub fn Invitations() -> Element {
    let board = use_board_provider();
    let (list, many) = (board.list, board.many);
    use_list_keys(list, board);
    use_errands(board);
    let mut active = use_context::<ActiveCount>().0;
    use_effect(move || {
        let known = list.counters().map(|counters| counters.active);
        if *active.peek() != known {
            active.set(known);
        }
    });
    let may_create = board.may_create();
    if (many.asking)() == BulkQuestion::Sheet {
        return rsx! {
            SheetPage {}
        };
    }
    rsx! {
        main { class: "main",
            header { class: "head",
                h1 { {t!("invitations-title")} }
                SomeOf::<InvitationList> {}
                if !list.is_empty() {
                    div { class: "acts",
                        HeadActs {}
                        if list.is_archive() {
                            CleanUpButton {}
                        } else if may_create {
                            CreateButton { size: Size::Normal }
                        }
                    }
                }
            }
            KeepFailed {}
            WorkLeft {}
            Body::<InvitationList> {}
        }
        DetailsDrawer {}
        Overlays::<InvitationList> {}
        SaveOverlay::<InvitationList> {}
        Overlay {}
        // An invitation just made is printed from its dialog; the print dialog opens above it.
        ManyOverlay {}
    }
}

#[component]
fn CreateButton(size: Size) -> Element {
    let board = use_board();
    rsx! {
        Button {
            kind: Kind::Primary, size, icon: "plus", keys: "N", test: "create-invitation", busy: (board.starting)(),
            onclick: move |_| board.create.call(None),
            {t!("invitations-create")}
        }
    }
}

/// Shown when there is no invitation at all.
#[component]
pub fn NoneYet() -> Element {
    let may_create = use_board().may_create();
    let organisation = app::use_stage().organisation();
    let text = if may_create {
        t!("invitations-empty", organisation = organisation)
    } else {
        t!("invitations-empty-watch", organisation = organisation)
    };
    rsx! {
        Blank { title: t!("invitations-empty-title"), text, test: "empty",
            if may_create {
                CreateButton { size: Size::Form }
            }
            FromSheet {}
            ToArchive {}
        }
    }
}

/// The open dialog.
#[component]
pub fn Overlay() -> Element {
    let board = use_board();
    let open = board.open.read().clone();
    match open {
        InvitationDialog::Nothing => rsx! {},
        InvitationDialog::Create(options) => rsx! {
            Create { options }
        },
        InvitationDialog::Replace(row, options) => rsx! {
            Create { options, replaces: Some(row) }
        },
        InvitationDialog::Created(row) => rsx! {
            Created { row }
        },
        InvitationDialog::Revoke(row) => rsx! {
            Revoke { row }
        },
    }
}
