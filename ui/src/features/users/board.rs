//! State shared by the page's parts: the list, the user shown in the drawer, and the open dialog. Keeps out how
//! anything looks.

use super::list::UserList;
use super::many::{ManyAct, use_many_work};
use crate::job::JobSlot;
use crate::list::{List, focus_spot, use_list_provider};
use crate::parts::table::GridSpot;
use crate::parts::toasts::{Toasts, use_toasts};
use crate::prelude::*;
use crate::routes::asks::{Asks, use_asks};
use crate::{backend, time};
use vestibule_wire::{
    EndSessionsRequest, ErrorView, PasswordCodeView, UserDetailsView, UserRequest, UserView, UsersChangedView, command,
};

/// The delay before placeholders are shown, in milliseconds (docs/design.md, Behaviour).
const BONES: u32 = 200;

/// A dialog before something is done with one user.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question {
    /// Which new role.
    Role,
    /// Which new department.
    Department,
    /// Whether to suspend them.
    Suspend,
    /// Whether to let them sign in again.
    Reactivate,
    /// Whether to make a one-time code for a new password.
    Reset,
    /// Whether to erase them.
    Erase,
}

impl Question {
    /// The dialog of a row menu's action.
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
    /// A dialog about one user, with their details.
    Asking(Question, Box<UserDetailsView>),
    /// The dialog before something is done with the selected users.
    Many(ManyAct),
    /// The result of an act on many users.
    Report(Option<ManyAct>, Box<UsersChangedView>),
    /// A one-time code, shown once.
    Code(PasswordCodeView),
}

/// Shared by the page's parts through the context.
#[derive(Clone, Copy)]
pub struct UsersState {
    /// The rows and the query for them.
    pub list: List<UserList>,
    /// The id of the user shown in the drawer; None: it is closed.
    pub of: Signal<Option<String>>,
    /// The details as last fetched; may still be of the user shown before.
    pub details: Signal<Option<UserDetailsView>>,
    /// Why the last fetch of details failed.
    pub fault: Signal<Option<ErrorView>>,
    /// The fetch takes long enough for placeholders.
    pub slow: Signal<bool>,
    /// Incremented to fetch the details again.
    pub again: Signal<u32>,
    /// The dialog over the page.
    pub open: Signal<UserDialog>,
    /// Messages for a moment.
    pub toasts: Toasts,
    /// The act on many users that is running.
    pub acting: Signal<Option<ManyAct>>,
    /// The job that carries it out.
    pub work: JobSlot,
    /// The number of the newest preview of a bulk action. Answers to older ones are dropped.
    pub looks: Signal<u32>,
    /// Runs requests that outlive the dialog that sent them.
    pub asks: Asks,
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
        looks: use_signal(|| 0),
        asks: use_asks(),
        asked: use_signal(|| 0),
    };
    use_context_provider(|| board);
    use_future(move || async move {
        let mut choices = board.list.choices;
        // Without these options only the filters by role and department are missing.
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
    /// Shows that user in the drawer.
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

    /// Closes the drawer; the focus moves to the user's row.
    pub fn close_details(mut self) {
        let was = self.of.peek().clone();
        self.of.set(None);
        let row = was.filter(|id| self.list.row(id).is_some()).map(|id| GridSpot::Row(id, None));
        focus_spot(&row.unwrap_or_default());
    }

    /// The id of the next or previous user on this page of the list; None at its ends.
    pub fn next(self, forward: bool) -> Option<String> {
        let (of, shown) = (self.of.cloned()?, self.list.shown.read());
        let rows = &shown.as_ref()?.items;
        let here = rows.iter().position(|row| row.id == of)?;
        let there = if forward { here.checked_add(1)? } else { here.checked_sub(1)? };
        rows.get(there).map(|row| row.id.clone())
    }

    /// Shows the next or previous user.
    pub fn step(self, forward: bool) {
        if let Some(id) = self.next(forward) {
            self.show(&id);
        }
    }

    /// Fetches the details of the user in the drawer.
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
            time::sleep(BONES).await;
            if *self.asked.peek() == number {
                self.slow.set(true);
            }
        });
    }

    /// Opens a dialog about one user, with details fetched now.
    pub fn ask(mut self, question: Question, row: UserView) {
        if *self.open.peek() != UserDialog::Nothing {
            return;
        }
        spawn(async move {
            if question == Question::Department {
                // Fetched again, so that a department made a moment ago is offered.
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

    /// Opens the dialog about the selected users.
    pub fn ask_many(mut self, act: ManyAct) {
        if *self.open.peek() != UserDialog::Nothing {
            return;
        }
        spawn(async move {
            // Fetched again, so that a department made a moment ago is offered.
            if act == ManyAct::Move
                && let Ok(options) = backend::call::<command::UserOptions>().await
            {
                self.list.choices.set(Some(options));
            }
            // Another dialog may have opened meanwhile.
            if *self.open.peek() == UserDialog::Nothing {
                self.open.set(UserDialog::Many(act));
            }
        });
    }

    /// Closes the dialog, unless a request is running: its result would be lost.
    pub fn close_unless(self, busy: Signal<bool>) {
        if !*busy.peek() {
            self.close();
        }
    }

    /// Closes the dialog.
    pub fn close(mut self) {
        self.open.set(UserDialog::Nothing);
    }

    /// Takes a changed user into the list and the drawer at once.
    pub fn changed(mut self, row: UserView) {
        self.list.replace(row);
        self.list.again.call(true);
        *self.again.write() += 1;
    }

    /// Ends one session of the user in the drawer.
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
