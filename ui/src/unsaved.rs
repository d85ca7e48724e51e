//! What is typed and not sent yet: kept in the page's memory while the window is locked, for the person who typed it
//! and nobody else, and what of it would be lost if the window closed now. Nothing of it is ever written anywhere.
//! Keeps out what it is, and the words.

use std::any::Any;
use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use vestibule_wire::{AppStateView, StageView};

/// Something that closing the window would lose, the worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum UnsavedWork {
    /// The recovery key is on the screen, and nobody has said that it was kept.
    RecoveryKey,
    /// Work that changes things is under way.
    Work,
    /// Rules that were changed and not saved.
    Rules,
    /// Rows of a sheet.
    Sheet,
    /// A form for an invitation.
    Create,
    /// An invitation's label and note.
    Describe,
    /// One's own name and address.
    Profile,
}

#[derive(Default)]
struct Memory {
    /// Whose it is.
    account: String,
    things: HashMap<&'static str, Box<dyn Any>>,
    stakes: BTreeSet<UnsavedWork>,
}

thread_local! {
    static MEMORY: RefCell<Memory> = RefCell::default();
}

/// Keeps a thing by name. What somebody else has left is gone first.
pub fn keep<T: 'static>(account: &str, name: &'static str, thing: T) {
    only_for(Some(account));
    MEMORY.with_borrow_mut(|memory| memory.things.insert(name, Box::new(thing)));
}

/// What that person has kept by that name.
pub fn kept<T: Clone + 'static>(account: &str, name: &'static str) -> Option<T> {
    MEMORY.with_borrow(|memory| {
        let own = memory.account == account;
        memory.things.get(name).filter(|_| own).and_then(|thing| thing.downcast_ref::<T>()).cloned()
    })
}

/// It was sent, or is not wanted any more.
pub fn forget(name: &'static str) {
    MEMORY.with_borrow_mut(|memory| memory.things.remove(name));
}

/// Closing the window would lose this, or would not any more.
pub fn risk(stake: UnsavedWork, on: bool) {
    MEMORY.with_borrow_mut(|memory| if on { memory.stakes.insert(stake) } else { memory.stakes.remove(&stake) });
}

/// The worst of what closing the window would lose now.
pub fn at_stake() -> Option<UnsavedWork> {
    MEMORY.with_borrow(|memory| memory.stakes.first().copied())
}

/// Follows the application: a lock keeps what its person typed, anything else wipes it.
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
            memory.stakes.retain(|stake| *stake == UnsavedWork::RecoveryKey); // nobody's yet
        }
        account.unwrap_or_default().clone_into(&mut memory.account);
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::invitations::tests::session;
    use crate::testing::state;
    use vestibule_wire::SessionView;

    fn at(stage: StageView, account: Option<&str>) -> AppStateView {
        let session = account.map(|account| SessionView { account: account.into(), ..session() });
        AppStateView { session, ..state(stage) }
    }

    #[test]
    fn a_lock_loses_nothing_of_the_person_who_comes_back() {
        keep("a-1", "form", 7_u8);
        risk(UnsavedWork::Create, true);
        follow(&at(StageView::Locked, Some("a-1")));
        follow(&at(StageView::Desk, Some("a-1")));
        assert_eq!((kept::<u8>("a-1", "form"), at_stake()), (Some(7), Some(UnsavedWork::Create)));
    }

    #[test]
    fn signing_out_and_another_person_leave_nothing() {
        for after in [at(StageView::SignIn, None), at(StageView::Desk, Some("a-2"))] {
            keep("a-1", "form", 7_u8);
            risk(UnsavedWork::Create, true);
            follow(&after);
            assert_eq!((kept::<u8>("a-1", "form"), kept::<u8>("a-2", "form"), at_stake()), (None, None, None));
        }
    }

    #[test]
    fn another_one_never_sees_it_even_before_the_state_says_so() {
        keep("a-1", "form", 7_u8);
        assert_eq!(kept::<u8>("a-2", "form"), None);
        keep("a-2", "other", 1_u8);
        assert_eq!(kept::<u8>("a-1", "form"), None);
    }

    #[test]
    fn what_is_at_stake_before_anything_is_kept_stays_so() {
        risk(UnsavedWork::Rules, true);
        keep("a-1", "rules", 7_u8);
        assert_eq!(at_stake(), Some(UnsavedWork::Rules));
    }

    #[test]
    fn the_worst_is_told_first_and_a_key_that_was_not_kept_is_nobodys_to_wipe() {
        risk(UnsavedWork::Create, true);
        risk(UnsavedWork::RecoveryKey, true);
        follow(&at(StageView::FirstStart, None));
        assert_eq!(at_stake(), Some(UnsavedWork::RecoveryKey));
        risk(UnsavedWork::RecoveryKey, false);
        assert_eq!(at_stake(), None);
    }
}
