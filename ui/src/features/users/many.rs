//! Acts on many users at once: their words, and the job that carries them out. Keeps out the dialog before it
//! (`dialogs::many`).

use super::board::{UserDialog, UsersState, use_board};
use crate::job::{JobSlot, Progress, use_lasting_work};
use crate::list::BulkAction;
use crate::prelude::*;
use crate::routes::work_left::Commits;
use crate::t;
use vestibule_wire::{ErrorCode, JobResult, JobState, RefusedUsersView, SessionView, UsersChangedView, command};

/// An act on many users.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ManyAct {
    /// Move them to another department.
    Move,
    /// End their sessions.
    SignOut,
    /// Let them sign in again.
    Reactivate,
    /// Suspend them.
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

    /// The act of the button with that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|act| act.name() == name)
    }

    /// The name of its icon.
    pub fn icon(self) -> &'static str {
        match self {
            Self::Move => "folder-tree",
            Self::SignOut => "log-out",
            Self::Reactivate => "user-check",
            Self::Suspend => "ban",
        }
    }

    /// Whether that person's role allows it at all.
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

    /// The dialog's title.
    pub fn title(self) -> String {
        match self {
            Self::Move => t!("user-department-title"),
            Self::SignOut => t!("users-many-sign-out-title"),
            Self::Reactivate => t!("users-many-reactivate-title"),
            Self::Suspend => t!("users-many-suspend-title"),
        }
    }

    /// The label of the dialog's button.
    pub fn button(self, count: u64) -> String {
        match self {
            Self::Move => t!("users-many-move-confirm", count = count),
            Self::SignOut => t!("users-many-sign-out-confirm", count = count),
            Self::Reactivate => t!("users-many-reactivate-confirm", count = count),
            Self::Suspend => t!("users-many-suspend-confirm", count = count),
        }
    }

    /// Its effect on that many users, in words.
    pub fn does(self, count: u64) -> String {
        match self {
            Self::Move => t!("users-many-move-body", count = count),
            Self::SignOut => t!("users-many-sign-out-body", count = count),
            Self::Reactivate => t!("users-many-reactivate-body", count = count),
            Self::Suspend => t!("users-many-suspend-body", count = count),
        }
    }

    /// What was done with that many users, in words.
    fn did(self, count: u64) -> String {
        match self {
            Self::Move => t!("users-many-moved", count = count),
            Self::SignOut => t!("users-many-signed-out", count = count),
            Self::Reactivate => t!("users-many-reactivated", count = count),
            Self::Suspend => t!("users-many-suspended", count = count),
        }
    }
}

/// Whether that person's role allows any of the acts.
pub fn may_any(session: &SessionView) -> bool {
    ManyAct::ALL.into_iter().any(|act| act.is_open_to(session))
}

/// The acts that the person's role allows, as buttons over the selection.
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

/// For how many it may not be done, and why.
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

/// The result: how many were changed, how many were so already, and how many were refused.
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

/// Watches the job, across a lock of the window too.
pub fn use_many_work() -> JobSlot {
    let ended = use_callback(|state| ended(consume_context::<UsersState>(), state));
    use_lasting_work("users-work", use_callback(|()| Some(Commits::InParts)), ended, use_callback(|()| {}))
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

/// The job's progress, once it takes long enough.
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
