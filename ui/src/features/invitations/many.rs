//! The page's dialog about many invitations, and the one invitation that is to be printed. Keeps out how they look.

use crate::app;
use crate::features::invitations::import::InvitationSheet;
use crate::import;
use crate::prelude::*;
use vestibule_wire::InvitationView;

/// A dialog about many invitations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BulkQuestion {
    /// No dialog is open.
    Nothing,
    /// The confirmation before the selected ones are revoked.
    Revoke,
    /// The preview before those that ended long ago are archived.
    CleanUp,
    /// The print options.
    Print,
    /// The import page, which takes the list's place.
    Sheet,
}

/// Shared by the page's parts through the context.
#[derive(Clone, Copy)]
pub struct BulkState {
    /// The open dialog.
    pub asking: Signal<BulkQuestion>,
    /// The one invitation that is to be printed; None: the selected or listed ones.
    pub one: Signal<Option<InvitationView>>,
}

/// Makes the state and gives it to the page's parts.
pub fn use_many_provider() -> BulkState {
    let account = app::use_account();
    let many = BulkState {
        asking: use_signal(|| {
            if import::is_left::<InvitationSheet>(&account) { BulkQuestion::Sheet } else { BulkQuestion::Nothing }
        }),
        one: use_signal(|| None),
    };
    use_context_provider(|| many);
    use_effect(move || {
        if *many.asking.read() != BulkQuestion::Sheet {
            import::forget::<InvitationSheet>();
        }
    });
    many
}

/// The page's state, from the context.
pub fn use_many() -> BulkState {
    use_context()
}

impl BulkState {
    /// Opens a dialog.
    pub fn ask(mut self, asking: BulkQuestion) {
        self.one.set(None);
        self.asking.set(asking);
    }

    /// Opens the print dialog for that one, ignoring the selection.
    pub fn print_one(mut self, row: InvitationView) {
        self.one.set(Some(row));
        self.asking.set(BulkQuestion::Print);
    }
}
