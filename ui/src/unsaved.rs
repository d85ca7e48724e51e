//! Unsaved input: kept in the page's memory while the window is locked, for the person who typed it only; and which of
//! it leaving would lose. Code that leaves a page, signs out or closes the window checks here. Nothing is written to
//! storage. Keeps out what the input is, and the words.

use crate::prelude::*;
use std::any::Any;
use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use vestibule_wire::{AppStateView, StageView};

/// A way to leave. (A lock is none: input is kept through it.)
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leave {
    /// Going to another page.
    Page,
    /// Signing out.
    Session,
    /// Closing the window.
    Window,
}

/// Unsaved work that leaving would lose, the worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum UnsavedWork {
    /// The recovery key is on the screen, and nobody has confirmed that it was kept.
    RecoveryKey,
    /// A one-time code for a new password is on the screen. It is shown once.
    ResetCode,
    /// A job that changes things is running.
    Work,
    /// Edited rules that are not saved.
    Rules,
    /// Rows of a sheet to import.
    Sheet,
    /// A form for a new invitation.
    Create,
    /// Edits of an invitation's label and note.
    Describe,
    /// Edits of the person's own name and address.
    Profile,
    /// The import page is checking or importing; it can report the end only while it is open.
    SheetBusy,
    /// The page watches a job that changes things; it can report the end only while it is open.
    WorkWatched,
}

impl UnsavedWork {
    /// Whether leaving that way loses it. Going to another page keeps most forms for the way back; only the drawer's
    /// form and a one-time code hold the page, and what can report its end only there.
    fn is_lost_by(self, leave: Leave) -> bool {
        let is_watch = matches!(self, Self::SheetBusy | Self::WorkWatched);
        match leave {
            Leave::Page => is_watch || matches!(self, Self::Describe | Self::ResetCode),
            Leave::Session | Leave::Window => !is_watch,
        }
    }
}

#[derive(Default)]
struct Memory {
    /// The id of the account that typed it.
    account: String,
    things: HashMap<&'static str, Box<dyn Any>>,
}

/// All unsaved work that leaving may lose.
static STAKES: GlobalSignal<BTreeSet<UnsavedWork>> = Signal::global(BTreeSet::new);

thread_local! {
    static MEMORY: RefCell<Memory> = RefCell::default();
}

/// Keeps a value by name. Values of another account are dropped first.
pub fn keep<T: 'static>(account: &str, name: &'static str, thing: T) {
    only_for(Some(account));
    MEMORY.with_borrow_mut(|memory| memory.things.insert(name, Box::new(thing)));
}

/// The value that this account has kept by that name.
pub fn kept<T: Clone + 'static>(account: &str, name: &'static str) -> Option<T> {
    MEMORY.with_borrow(|memory| {
        let own = memory.account == account;
        memory.things.get(name).filter(|_| own).and_then(|thing| thing.downcast_ref::<T>()).cloned()
    })
}

/// Drops a kept value: it was sent, or is not wanted any more.
pub fn forget(name: &'static str) {
    MEMORY.with_borrow_mut(|memory| memory.things.remove(name));
}

/// Registers unsaved work, or removes it.
pub fn risk(stake: UnsavedWork, on: bool) {
    if STAKES.peek().contains(&stake) != on {
        let mut stakes = STAKES.write();
        if on {
            stakes.insert(stake)
        } else {
            stakes.remove(&stake)
        };
    }
}

/// The worst that leaving that way would lose now.
pub fn lost_by(leave: Leave) -> Option<UnsavedWork> {
    STAKES.peek().iter().copied().find(|stake| stake.is_lost_by(leave))
}

/// Whether that work is registered.
pub fn is_at_stake(stake: UnsavedWork) -> bool {
    STAKES.peek().contains(&stake)
}

/// Follows the application's state: a lock keeps what its person typed, any other change drops it.
pub fn follow(state: &AppStateView) {
    match state.stage {
        StageView::Desk | StageView::Locked => only_for(state.session.as_ref().map(|session| session.account.as_str())),
        _ => only_for(None),
    }
}

fn only_for(account: Option<&str>) {
    MEMORY.with_borrow_mut(|memory| {
        let known = !memory.account.is_empty();
        if account.is_none() || (known && account != Some(memory.account.as_str())) {
            memory.things.clear();
            STAKES.write().retain(|stake| *stake == UnsavedWork::RecoveryKey); // it belongs to no account yet
        }
        account.unwrap_or_default().clone_into(&mut memory.account);
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::invitations::tests::session;
    use crate::testing::{state, within};
    use vestibule_wire::SessionView;

    fn at(stage: StageView, account: Option<&str>) -> AppStateView {
        let session = account.map(|account| SessionView { account: account.into(), ..session() });
        AppStateView { session, ..state(stage) }
    }

    /// The worst that closing the window would lose.
    fn at_stake() -> Option<UnsavedWork> {
        lost_by(Leave::Window)
    }

    #[test]
    fn a_lock_loses_nothing_of_the_person_who_comes_back() {
        within(async {
            keep("a-1", "form", 7_u8);
            risk(UnsavedWork::Create, true);
            follow(&at(StageView::Locked, Some("a-1")));
            follow(&at(StageView::Desk, Some("a-1")));
            assert_eq!((kept::<u8>("a-1", "form"), at_stake()), (Some(7), Some(UnsavedWork::Create)));
        });
    }

    #[test]
    fn signing_out_and_another_person_leave_nothing() {
        within(async {
            for after in [at(StageView::SignIn, None), at(StageView::Desk, Some("a-2"))] {
                keep("a-1", "form", 7_u8);
                risk(UnsavedWork::Create, true);
                follow(&after);
                assert_eq!((kept::<u8>("a-1", "form"), kept::<u8>("a-2", "form"), at_stake()), (None, None, None));
            }
        });
    }

    #[test]
    fn another_one_never_sees_it_even_before_the_state_says_so() {
        within(async {
            keep("a-1", "form", 7_u8);
            assert_eq!(kept::<u8>("a-2", "form"), None);
            keep("a-2", "other", 1_u8);
            assert_eq!(kept::<u8>("a-1", "form"), None);
        });
    }

    #[test]
    fn what_is_at_stake_before_anything_is_kept_stays_so() {
        within(async {
            risk(UnsavedWork::Rules, true);
            keep("a-1", "rules", 7_u8);
            assert_eq!(at_stake(), Some(UnsavedWork::Rules));
        });
    }

    #[test]
    fn the_worst_is_told_first_and_a_key_that_was_not_kept_is_nobodys_to_wipe() {
        within(async {
            risk(UnsavedWork::Create, true);
            risk(UnsavedWork::RecoveryKey, true);
            follow(&at(StageView::FirstStart, None));
            assert_eq!(at_stake(), Some(UnsavedWork::RecoveryKey));
            risk(UnsavedWork::RecoveryKey, false);
            assert_eq!(at_stake(), None);
        });
    }

    #[test]
    fn each_way_to_leave_loses_what_it_loses_and_nothing_else() {
        within(async {
            let asks = |stake| {
                risk(stake, true);
                let lost = [Leave::Page, Leave::Session, Leave::Window].map(|leave| lost_by(leave) == Some(stake));
                risk(stake, false);
                lost
            };
            let forms =
                [UnsavedWork::Work, UnsavedWork::Rules, UnsavedWork::Sheet, UnsavedWork::Create, UnsavedWork::Profile]
                    .map(asks);
            assert_eq!(forms, [[false, true, true]; 5], "a form is there again after another page");
            assert_eq!(asks(UnsavedWork::Describe), [true, true, true]);
            assert_eq!(asks(UnsavedWork::ResetCode), [true, true, true], "it is shown once");
            assert_eq!(asks(UnsavedWork::SheetBusy), [true, false, false], "a look loses nothing");
            assert_eq!(asks(UnsavedWork::WorkWatched), [true, false, false], "the work itself is a stake of its own");
            assert!(!is_at_stake(UnsavedWork::SheetBusy));
        });
    }
}
