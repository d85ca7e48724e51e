//! What the page keeps beside the list: the question about many, and the one that is to be printed. Keeps out how they
//! look.

use crate::app;
use crate::features::invitations::import::InvitationSheet;
use crate::import;
use crate::prelude::*;
use vestibule_wire::InvitationView;

/// A question about many invitations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BulkQuestion {
    /// None.
    Nothing,
    /// Before those that are selected are revoked.
    Revoke,
    /// Before those that ended long ago are archived.
    CleanUp,
    /// What is printed, and how.
    Print,
    /// Rows of a sheet: a page of its own, in the list's place.
    Sheet,
}

/// Shared by the page's parts through the context.
#[derive(Clone, Copy)]
pub struct BulkState {
    /// The question over the page.
    pub asking: Signal<BulkQuestion>,
    /// The one invitation that is to be printed; none: what is selected or listed.
    pub one: Signal<Option<InvitationView>>,
}

/// Makes it and gives it to the page's parts.
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

/// The page's.
pub fn use_many() -> BulkState {
    use_context()
}

impl BulkState {
    /// Asks.
    pub fn ask(mut self, asking: BulkQuestion) {
        self.one.set(None);
        self.asking.set(asking);
    }

    /// Asks how that one is printed, whatever is selected.
    pub fn print_one(mut self, row: InvitationView) {
        self.one.set(Some(row));
        self.asking.set(BulkQuestion::Print);
    }
}
