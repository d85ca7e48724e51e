//! What the page keeps beside the list: the open menu of a filter, the selection, and the question about many. Keeps out how they look.

use crate::features::invitations::board::Board;
use crate::features::invitations::import::left;
use crate::features::invitations::list::filters::Filter;
use crate::features::invitations::list::select::{Selection, use_selection};
use crate::prelude::*;
use crate::{app, dom};
use std::rc::Rc;
use vestibule_wire::InvitationView;

/// A question about many invitations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asking {
    /// None.
    Nothing,
    /// Before those that are selected are revoked.
    Revoke,
    /// Before those that ended long ago are archived.
    CleanUp,
    /// How the list is saved, beside what this selects.
    Export(&'static str),
    /// What is printed, and how.
    Print,
    /// Rows of a sheet: a page of its own, in the list's place.
    Sheet,
}

/// Shared by the page's parts through the context.
#[derive(Clone, Copy)]
pub struct Many {
    /// The filter whose menu is open.
    pub filtering: Signal<Option<Filter>>,
    /// The menu of filters without a chip is open.
    pub more: Signal<bool>,
    /// The selected rows.
    pub selection: Selection,
    /// The question over the page.
    pub asking: Signal<Asking>,
    /// The one invitation that is to be printed; none: what is selected or listed.
    pub one: Signal<Option<InvitationView>>,
    /// The list is being saved, or its place is being asked for.
    pub exporting: Signal<bool>,
}

/// Makes it and gives it to the page's parts. Its keys come before those of the page: what is selected changes what they mean.
pub fn use_many_provider(board: Board) -> Many {
    let account = app::use_account();
    let many = Many {
        filtering: use_signal(|| None),
        more: use_signal(|| false),
        selection: use_selection(board),
        asking: use_signal(|| if left::is_left(&account) { Asking::Sheet } else { Asking::Nothing }),
        one: use_signal(|| None),
        exporting: use_signal(|| false),
    };
    use_context_provider(|| many);
    use_effect(move || {
        if *many.asking.read() != Asking::Sheet {
            left::forget();
        }
    });
    let heard = use_callback(move |press: dom::Press| {
        crate::features::invitations::list::select_keys::heard(board, many, &press)
    });
    use_hook(|| Rc::new(dom::on_press(move |press| heard.call(press))));
    many
}

/// The page's.
pub fn use_many() -> Many {
    use_context()
}

impl Many {
    /// Opens a filter's menu.
    pub fn filter(mut self, filter: Filter) {
        self.more.set(false);
        self.filtering.set(Some(filter));
    }

    /// Opens the menu of filters without a chip.
    pub fn open_more(mut self) {
        self.more.set(true);
    }

    /// Asks.
    pub fn ask(mut self, asking: Asking) {
        self.one.set(None);
        self.asking.set(asking);
    }

    /// Asks how that one is printed, whatever is selected.
    pub fn print_one(mut self, row: InvitationView) {
        self.one.set(Some(row));
        self.asking.set(Asking::Print);
    }
}
