//! What the command palette sends to this page. Keeps out the palette.

use crate::dom;
use crate::features::invitations::board::InvitationsState;
use crate::features::invitations::many::BulkQuestion;
use crate::list::ListCounter;
use crate::prelude::*;
use crate::routes::desk::PaletteRequests;
use crate::routes::palette_offers::PaletteAction;
use crate::unsaved::{self, UnsavedWork};

/// Does what the palette asks for, once.
pub fn use_errands(board: InvitationsState) {
    let mut errand = use_context::<PaletteRequests>().0;
    use_effect(move || {
        let Some(deal) = errand.cloned() else { return };
        errand.set(None);
        if leaves_sheet(board, &deal) {
            run(board, deal);
        }
    });
}

/// The page of a sheet is left for anything else; not while it works, when its own way back is off.
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

fn run(board: InvitationsState, deal: PaletteAction) {
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
        // The shell's own.
        PaletteAction::Mask(_)
        | PaletteAction::Theme(_)
        | PaletteAction::Users
        | PaletteAction::Profile
        | PaletteAction::Settings
        | PaletteAction::Shortcuts
        | PaletteAction::Lock
        | PaletteAction::SignOut => {}
    }
}

/// The field stands over the list, which may have to be read first: five seconds are waited for it.
async fn go_to_search() {
    for _ in 0..200 {
        if dom::place("#search-field").is_some() {
            return dom::focus_and_select("#search-field");
        }
        dom::rest(25).await;
    }
}
