//! Many users at once: which act it is, what of it is told, and the work that does it. Keeps out the question before it
//! (`dialogs::many`).

use super::board::{UserDialog, UsersState, use_board};
use crate::job::{JobSlot, Progress, use_lasting_work};
use crate::list::BulkAction;
use crate::prelude::*;
use crate::t;
use vestibule_wire::{ErrorCode, JobResult, JobState, RefusedUsersView, SessionView, UsersChangedView, command};

/// What is done with many users.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ManyAct {
    /// They belong to another department.
    Move,
    /// Their sessions end.
    SignOut,
    /// They can sign in again.
    Reactivate,
    /// They can't sign in any more.
    Suspend,
}

impl ManyAct {
    const ALL: [Self; 4] = [Self::Move, Self::SignOut, Self::Reactivate, Self::Suspend];

    fn name(self) -> &'static str {
        match self {
            Self::Move => "many-move",
            Self::SignOut => "many-sign-out",
            Self::Reactivate => "many-reactivate",
            Self::Suspend => "many-suspend",
        }
    }

    /// The act of that button.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|act| act.name() == name)
    }

    /// Its symbol.
    pub fn icon(self) -> &'static str {
        match self {
            Self::Move => "folder-tree",
            Self::SignOut => "log-out",
            Self::Reactivate => "user-check",
            Self::Suspend => "ban",
        }
    }

    /// Whether that person may do it with anybody.
    fn is_open_to(self, session: &SessionView) -> bool {
        match self {
            Self::Move => session.may::<command::MoveUsers>(),
            Self::SignOut => session.may::<command::SignOutUsers>(),
            Self::Reactivate => session.may::<command::ReactivateUsers>(),
            Self::Suspend => session.may::<command::SuspendUsers>(),
        }
    }

    fn words(self) -> String {
        match self {
            Self::Move => t!("users-many-move"),
            Self::SignOut => t!("users-many-sign-out"),
            Self::Reactivate => t!("users-many-reactivate"),
            Self::Suspend => t!("users-many-suspend"),
        }
    }

    /// Over the question.
    pub fn title(self) -> String {
        match self {
            Self::Move => t!("user-department-title"),
            Self::SignOut => t!("users-many-sign-out-title"),
            Self::Reactivate => t!("users-many-reactivate-title"),
            Self::Suspend => t!("users-many-suspend-title"),
        }
    }

    /// On the button that does it, with so many.
    pub fn button(self, count: u64) -> String {
        match self {
            Self::Move => t!("users-many-move-confirm", count = count),
            Self::SignOut => t!("users-many-sign-out-confirm", count = count),
            Self::Reactivate => t!("users-many-reactivate-confirm", count = count),
            Self::Suspend => t!("users-many-suspend-confirm", count = count),
        }
    }

    /// What it does, with so many.
    pub fn does(self, count: u64) -> String {
        match self {
            Self::Move => t!("users-many-move-body", count = count),
            Self::SignOut => t!("users-many-sign-out-body", count = count),
            Self::Reactivate => t!("users-many-reactivate-body", count = count),
            Self::Suspend => t!("users-many-suspend-body", count = count),
        }
    }

    /// What it has done, with so many.
    fn did(self, count: u64) -> String {
        match self {
            Self::Move => t!("users-many-moved", count = count),
            Self::SignOut => t!("users-many-signed-out", count = count),
            Self::Reactivate => t!("users-many-reactivated", count = count),
            Self::Suspend => t!("users-many-suspended", count = count),
        }
    }
}

/// Whether any act is open to that person.
pub fn may_any(session: &SessionView) -> bool {
    ManyAct::ALL.into_iter().any(|act| act.is_open_to(session))
}

/// The acts that are open to that person, as buttons over the selection.
pub fn actions(board: UsersState, session: &SessionView) -> Vec<BulkAction> {
    let open = ManyAct::ALL.into_iter().filter(|act| act.is_open_to(session));
    let action = |act: ManyAct| BulkAction {
        name: act.name(),
        id: None,
        icon: act.icon(),
        words: act.words(),
        ends: act == ManyAct::Suspend,
        busy: board.acting.read().is_some_and(|acting| acting == act),
        key: (act == ManyAct::Suspend).then_some("Delete"),
    };
    open.map(action).collect()
}

/// With how many it may not be done, and why.
pub fn reason_words(refused: &RefusedUsersView) -> String {
    let count = refused.users;
    match refused.reason {
        ErrorCode::NotYourself => t!("users-many-yourself"),
        ErrorCode::PasswordNeeded => t!("users-many-password", count = count),
        ErrorCode::LastAdministrator => t!("users-many-last", count = count),
        ErrorCode::UserWithoutDepartment => t!("users-many-without-department", count = count),
        _ => t!("users-many-not-permitted", count = count),
    }
}

/// What became of all: what was done, what was so already, and what is left.
pub fn done_words(act: Option<ManyAct>, report: &UsersChangedView) -> String {
    let count = report.changed;
    let mut sentences = vec![act.map_or_else(|| t!("users-many-done", count = count), |act| act.did(count))];
    if report.unchanged > 0 {
        sentences.push(t!("users-many-unchanged", count = report.unchanged));
    }
    if report.left > 0 {
        sentences.push(t!("users-many-left", count = report.left));
    }
    sentences.join(" ")
}

/// Watches the work, through a lock of the window too.
pub fn use_many_work() -> JobSlot {
    let ended = use_callback(|state| ended(consume_context::<UsersState>(), state));
    use_lasting_work("users-work", use_callback(|()| true), ended, use_callback(|()| {}))
}

fn ended(board: UsersState, state: JobState) {
    let UsersState { mut acting, mut open, mut again, list, toasts, .. } = board;
    let act = *acting.peek();
    acting.set(None);
    match state {
        JobState::Done { result: JobResult::UsersChanged(report) } => {
            list.selection.clear();
            list.again.call(true);
            *again.write() += 1;
            if report.refused.is_empty() && report.left == 0 {
                board.close();
                toasts.show(act.map_or("users", ManyAct::icon), done_words(act, &report), None);
            } else {
                open.set(UserDialog::Report(act, Box::new(report)));
            }
        }
        JobState::Failed { error } => {
            board.close();
            toasts.error(&error);
        }
        _ => board.close(),
    }
}

/// How far the work is, once it takes its time.
#[component]
pub fn ManyProgress() -> Element {
    let board = use_board();
    rsx! {
        Progress { work: board.work, title: t!("users-many-running-title"), text: t!("users-many-running") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(reason: ErrorCode, users: u64) -> RefusedUsersView {
        RefusedUsersView { reason, users, names: vec![] }
    }

    #[test]
    fn each_reason_is_told_in_its_own_words() {
        assert_eq!(reason_words(&refused(ErrorCode::NotYourself, 1)), "You are among them, and stay as you are");
        assert_eq!(
            reason_words(&refused(ErrorCode::PasswordNeeded, 2)),
            "2 rank as high as you: that takes your password"
        );
        assert_eq!(reason_words(&refused(ErrorCode::LastAdministrator, 1)), "1 is the last administrator");
        assert_eq!(reason_words(&refused(ErrorCode::UserWithoutDepartment, 3)), "3 need a department for their role");
        assert_eq!(
            reason_words(&refused(ErrorCode::NotPermitted, 1)),
            "1 ranks too high for you, or lies out of reach"
        );
    }

    #[test]
    fn what_was_done_is_told_with_what_was_not() {
        let report = UsersChangedView { changed: 2, unchanged: 1, left: 500, ..UsersChangedView::default() };
        assert_eq!(
            done_words(Some(ManyAct::Suspend), &report),
            "2 users are suspended. 1 was so already. 500 users were not come to."
        );
        let one = UsersChangedView { changed: 1, ..UsersChangedView::default() };
        assert_eq!(done_words(None, &one), "Done with 1 user.");
        for act in ManyAct::ALL {
            assert_eq!(ManyAct::named(act.name()), Some(act));
            assert!(act.does(1).contains("1 user") && act.did(3).contains('3'), "{act:?}");
        }
    }
}
