//! What the page's parts share: the list, who is shown beside it, and the question over it. Keeps out how anything
//! looks.

use super::list::UserList;
use super::many::{ManyAct, use_many_work};
use crate::job::JobSlot;
use crate::list::{List, go, use_list_provider};
use crate::parts::table::GridSpot;
use crate::parts::toasts::{Toasts, use_toasts};
use crate::prelude::*;
use crate::{backend, time};
use vestibule_wire::{
    EndSessionsRequest, ErrorView, PasswordCodeView, UserDetailsView, UserRequest, UserView, UsersChangedView, command,
};

/// How long bones wait, in milliseconds (docs/design.md, Behaviour).
const BONES: u32 = 200;

/// What is asked before something is done with somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question {
    /// Which role they have from now on.
    Role,
    /// Which department they belong to.
    Department,
    /// Whether they are suspended.
    Suspend,
    /// Whether they can sign in again.
    Reactivate,
    /// Whether a one-time code is made for them.
    Reset,
    /// Whether they are erased.
    Erase,
}

impl Question {
    /// The question of an action of the row's menu.
    pub fn named(action: &str) -> Self {
        match action {
            "user-role" => Self::Role,
            "user-department" => Self::Department,
            "user-suspend" => Self::Suspend,
            "user-reactivate" => Self::Reactivate,
            "user-reset" => Self::Reset,
            _ => Self::Erase,
        }
    }
}

/// The dialog over the page.
#[derive(Debug, Clone, PartialEq)]
pub enum UserDialog {
    /// Nothing is open.
    Nothing,
    /// A question about somebody, with all that is known of them.
    Asking(Question, Box<UserDetailsView>),
    /// A question about those who are selected.
    Many(ManyAct),
    /// What became of them.
    Report(Option<ManyAct>, Box<UsersChangedView>),
    /// A one-time code, shown once.
    Code(PasswordCodeView),
}

/// Shared by the page's parts through the context.
#[derive(Clone, Copy)]
pub struct UsersState {
    /// The rows and what is asked for.
    pub list: List<UserList>,
    /// The id of who is shown beside the list.
    pub of: Signal<Option<String>>,
    /// All that is known of them; of this one or of the one before.
    pub details: Signal<Option<UserDetailsView>>,
    /// Why the last question about them had no answer.
    pub fault: Signal<Option<ErrorView>>,
    /// The answer takes its time.
    pub slow: Signal<bool>,
    /// Counts what makes it necessary to ask again.
    pub again: Signal<u32>,
    /// The dialog over the page.
    pub open: Signal<UserDialog>,
    /// Messages for a moment.
    pub toasts: Toasts,
    /// What is being done with many.
    pub acting: Signal<Option<ManyAct>>,
    /// The work that does it.
    pub work: JobSlot,
    asked: Signal<u32>,
}

/// Makes the board and gives it to the page's parts.
pub fn use_board_provider() -> UsersState {
    let board = UsersState {
        list: use_list_provider::<UserList>(),
        of: use_signal(|| None),
        details: use_signal(|| None),
        fault: use_signal(|| None),
        slow: use_signal(|| false),
        again: use_signal(|| 0),
        open: use_signal(|| UserDialog::Nothing),
        toasts: use_toasts(),
        acting: use_signal(|| None),
        work: use_many_work(),
        asked: use_signal(|| 0),
    };
    use_context_provider(|| board);
    use_future(move || async move {
        let mut choices = board.list.choices;
        // Without them the filters by role and department are missing, nothing else.
        if let Ok(answer) = backend::call::<command::UserOptions>().await {
            choices.set(Some(answer));
        }
    });
    board
}

/// The page's board.
pub fn use_board() -> UsersState {
    use_context()
}

impl UsersState {
    /// Shows somebody beside the list.
    pub fn show(mut self, id: &str) {
        if self.of.peek().as_deref() == Some(id) {
            return;
        }
        self.slow.set(false);
        self.fault.set(None);
        if self.list.row(id).is_some() {
            self.list.spot.set(GridSpot::Row(id.to_owned(), None));
        }
        self.of.set(Some(id.to_owned()));
    }

    /// Closes what stands beside the list; the focus goes to the row.
    pub fn close_details(mut self) {
        let was = self.of.peek().clone();
        self.of.set(None);
        let row = was.filter(|id| self.list.row(id).is_some()).map(|id| GridSpot::Row(id, None));
        go(&row.unwrap_or_default());
    }

    /// The id of the one before or after who is shown, on this page of the list.
    pub fn next(self, forward: bool) -> Option<String> {
        let (of, shown) = (self.of.cloned()?, self.list.shown.read());
        let rows = &shown.as_ref()?.items;
        let here = rows.iter().position(|row| row.id == of)?;
        let there = if forward { here.checked_add(1)? } else { here.checked_sub(1)? };
        rows.get(there).map(|row| row.id.clone())
    }

    /// Shows that one.
    pub fn step(self, forward: bool) {
        if let Some(id) = self.next(forward) {
            self.show(&id);
        }
    }

    /// Asks for everything about who is shown.
    pub fn ask_details(mut self, id: String) {
        let number = *self.asked.peek() + 1;
        self.asked.set(number);
        spawn(async move {
            let answer = backend::ask::<command::GetUser>(&UserRequest { user: id, quiet: true }).await;
            if *self.asked.peek() != number {
                return;
            }
            match answer {
                Ok(details) => {
                    self.details.set(Some(details));
                    self.fault.set(None);
                }
                Err(error) => self.fault.set(Some(error)),
            }
        });
        spawn(async move {
            time::pause(BONES).await;
            if *self.asked.peek() == number {
                self.slow.set(true);
            }
        });
    }

    /// Opens a question about somebody, with what is known of them now.
    pub fn ask(mut self, question: Question, row: UserView) {
        if *self.open.peek() != UserDialog::Nothing {
            return;
        }
        spawn(async move {
            if question == Question::Department {
                // A department that was made a moment ago is offered.
                match backend::call::<command::UserOptions>().await {
                    Ok(options) => self.list.choices.set(Some(options)),
                    Err(error) => return self.toasts.error(&error),
                }
            }
            match backend::ask::<command::GetUser>(&UserRequest { user: row.id, quiet: false }).await {
                Ok(details) if *self.open.peek() == UserDialog::Nothing => {
                    self.open.set(UserDialog::Asking(question, Box::new(details)));
                }
                Ok(_) => {}
                Err(error) => self.toasts.error(&error),
            }
        });
    }

    /// Opens the question about those who are selected.
    pub fn ask_many(mut self, act: ManyAct) {
        if *self.open.peek() != UserDialog::Nothing {
            return;
        }
        spawn(async move {
            // A department that was made a moment ago is offered.
            if act == ManyAct::Move
                && let Ok(options) = backend::call::<command::UserOptions>().await
            {
                self.list.choices.set(Some(options));
            }
            self.open.set(UserDialog::Many(act));
        });
    }

    /// Closes the dialog, unless its answer is on the way: what it made would be lost.
    pub fn close_unless(self, busy: Signal<bool>) {
        if !*busy.peek() {
            self.close();
        }
    }

    /// Closes the dialog.
    pub fn close(mut self) {
        self.open.set(UserDialog::Nothing);
    }

    /// Somebody is this from now on: in the list at once, and beside it.
    pub fn changed(mut self, row: UserView) {
        self.list.replace(row);
        self.list.again.call(true);
        *self.again.write() += 1;
    }

    /// Ends one session of who is shown.
    pub fn end_session(mut self, user: String, session: String) {
        spawn(async move {
            let request = EndSessionsRequest { user, session: Some(session) };
            match backend::ask::<command::EndSessions>(&request).await {
                Ok(_) => self.toasts.show("log-out", crate::t!("user-session-ended"), None),
                Err(error) => self.toasts.error(&error),
            }
            *self.again.write() += 1;
        });
    }
}
