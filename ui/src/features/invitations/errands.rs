//! Actions that the command palette sends to this page. Keeps out the palette.

use crate::dom;
use crate::features::invitations::board::InvitationsState;
use crate::features::invitations::many::BulkQuestion;
use crate::list::ListCounter;
use crate::prelude::*;
use crate::routes::desk::PaletteRequests;
use crate::routes::palette_offers::PaletteAction;
use crate::unsaved::{self, UnsavedWork};

/// Carries out the palette's pending action, once.
pub fn use_errands(board: InvitationsState) {
    let mut errand = use_context::<PaletteRequests>().0;
    use_effect(move || {
        let Some(deal) = errand.cloned() else { return };
        errand.set(None);
        if leaves_sheet(board, &deal) {
            perform(board, deal);
        }
    });
}

/// Leaves the import page for any other action; not while an import runs, when its back button is disabled too.
fn leaves_sheet(board: InvitationsState, deal: &PaletteAction) -> bool {
    if *board.many.asking.peek() != BulkQuestion::Sheet {
        return true;
    }
    let may = *deal != PaletteAction::Sheet && !unsaved::is_at_stake(UnsavedWork::SheetBusy);
    if may {
        board.many.ask(BulkQuestion::Nothing);
    }
    may
}

fn perform(board: InvitationsState, deal: PaletteAction) {
    match deal {
        PaletteAction::Create => board.create.call(None),
        PaletteAction::List => {
            board.list.show_archive(false);
            board.list.clear();
        }
        PaletteAction::Archive => board.list.show_archive(true),
        PaletteAction::Count(counted) => board.list.filter(|query| counted.put(&mut query.filter)),
        PaletteAction::Sheet => board.many.ask(BulkQuestion::Sheet),
        PaletteAction::Print => board.many.ask(BulkQuestion::Print),
        PaletteAction::CleanUp => board.many.ask(BulkQuestion::CleanUp),
        PaletteAction::Show(id) => board.show_details(&id),
        PaletteAction::Search => {
            spawn(go_to_search());
        }
        // Handled by the desk page (`routes::desk`).
        PaletteAction::Mask(_)
        | PaletteAction::Theme(_)
        | PaletteAction::Language(_)
        | PaletteAction::Users
        | PaletteAction::Profile
        | PaletteAction::Settings
        | PaletteAction::Shortcuts
        | PaletteAction::Lock
        | PaletteAction::SignOut => {}
    }
}

/// Focuses the search field, which may still be loading with the list: waits up to five seconds for it.
async fn go_to_search() {
    for _ in 0..200 {
        if dom::bounding_rect("#search-field").is_some() {
            return dom::focus_and_select("#search-field");
        }
        dom::sleep(25).await;
    }
}
