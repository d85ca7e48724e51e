//! The list of users: what it adds to `crate::list`. Keeps out the dialogs over its page.

mod columns;
mod filters;

pub use columns::Column;
pub use filters::{Filter, UserCounter};

use super::board::{Question, UsersState};
use super::many::{self, ManyAct};
use super::user::{name, state_class};
use crate::dom::KeyPress;
use crate::list::address::Address;
use crate::list::export::{FileWords, Saved, save_selected};
use crate::list::{BulkAction, Cell, FitStep, Listed, Words};
use crate::parts::menu::Item;
use crate::prelude::*;
use crate::route::Route;
use crate::routes::shortcuts::is_off;
use crate::t;
use vestibule_wire::{Moment, SessionView, UserCountersView, UserFilter, UserOptionsView, UserSort, UserView, command};

/// The [`Listed`] type of users.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct UserList;

impl Listed for UserList {
    type Row = UserView;
    type Filter = UserFilter;
    type Sort = UserSort;
    type Counters = UserCountersView;
    type Choices = UserOptionsView;
    type Ask = command::ListUsers;
    type FilterKind = Filter;
    type Column = Column;
    type Counter = UserCounter;
    type PageState = UsersState;

    const HOOK: &'static str = "users";
    const COLUMNS_KEPT: &'static str = "user-columns";
    const VIEWS_KEPT: &'static str = "user-views";
    const SORTS: &'static [(UserSort, &'static str)] = &[
        (UserSort::Name, "name"),
        (UserSort::Username, "username"),
        (UserSort::Email, "email"),
        (UserSort::Role, "role"),
        (UserSort::Department, "department"),
        (UserSort::State, "state"),
        (UserSort::LastSignIn, "sign-in"),
        (UserSort::Created, "created"),
    ];
    const FIRST: Column = Column::Name;
    const FLEXIBLE: Column = Column::Email;
    const LAST: Column = Column::Created;
    const STEPS: &'static [FitStep<Column>] = columns::STEPS;

    fn route(asked: Address<Self>) -> Route {
        Route::Users(Some(Box::new(asked)))
    }

    fn asked(route: &Route) -> Option<&Address<Self>> {
        if let Route::Users(asked) = route { asked.as_deref() } else { None }
    }

    fn words(of: Words) -> String {
        match of {
            Words::Table => t!("users-table"),
            Words::Loading => t!("users-loading"),
            Words::Search => t!("users-search"),
            Words::SearchHint => t!("users-search-hint"),
            Words::NoneFound => t!("users-none-found-hint"),
            Words::NoneFiltered(all) => t!("users-none-filtered-hint", count = all),
            Words::Counters => t!("users-counters"),
        }
    }

    fn id(row: &UserView) -> &str {
        &row.id
    }

    fn made_at(row: &UserView) -> Moment {
        row.created_at
    }

    fn state(row: &UserView) -> &'static str {
        state_class(row.state)
    }

    fn use_name(row: &UserView) -> String {
        name(row)
    }

    fn cell(column: Column, cell: Cell<Self>) -> Element {
        columns::cell(column, cell)
    }

    fn all(counters: &UserCountersView) -> u64 {
        counters.all
    }

    fn may_select(session: &SessionView, _filter: &UserFilter) -> bool {
        session.may::<command::ExportUsers>() || many::may_any(session)
    }

    fn bulk_actions(board: UsersState, session: &SessionView) -> Vec<BulkAction> {
        save_selected(board.list, session).into_iter().chain(many::actions(board, session)).collect()
    }

    fn act_on_selected(board: UsersState, action: &'static str) {
        match ManyAct::named(action) {
            Some(act) => board.ask_many(act),
            None => board.list.saving.ask("#select-export"),
        }
    }

    fn row_actions(row: &UserView) -> Vec<Item> {
        row_actions(row)
    }

    fn act(board: UsersState, action: &'static str, row: &UserView) {
        match action {
            "user-details" => board.show(&row.id),
            action => board.ask(Question::named(action), row.clone()),
        }
    }

    fn open(board: UsersState, id: &str) {
        board.show(id);
    }

    fn opened(board: UsersState) -> Option<String> {
        board.of.cloned()
    }

    fn focused(board: UsersState, id: &str) {
        if board.of.peek().is_some() {
            board.show(id);
        }
    }

    /// While the drawer is open: letters step from anywhere, arrows from the drawer.
    fn heard(board: UsersState, press: &KeyPress, row: Option<&str>) -> bool {
        let is_free = !press.in_overlay && !press.in_field && !press.alt && !press.command && !is_off(press);
        if !is_free || board.of.peek().is_none() {
            return false;
        }
        let inside = press.at == "user" || press.at.starts_with("user-");
        match press.key.as_str() {
            "Escape" => board.close_details(),
            "j" | "J" if row.is_none() => board.step(true),
            "k" | "K" if row.is_none() => board.step(false),
            "ArrowDown" if inside => board.step(true),
            "ArrowUp" if inside => board.step(false),
            _ => return false,
        }
        true
    }
}

impl Saved for UserList {
    type Save = command::ExportUsers;

    fn file_words(of: FileWords) -> String {
        match of {
            FileWords::Title => t!("users-export-title"),
            FileWords::Name(day) => t!("users-export-name", day = day),
            FileWords::Running => t!("users-export-running"),
            FileWords::Done(rows) => t!("users-export-done", count = rows),
        }
    }
}

/// The row menu's actions.
fn row_actions(row: &UserView) -> Vec<Item> {
    let may = row.may;
    let mut items = vec![Item::new("user-details", "users", t!("user-details")).key("↵")];
    let offered = [
        (may.assign_role, Item::new("user-role", "user-cog", t!("user-role"))),
        (may.change_department, Item::new("user-department", "folder-tree", t!("user-department"))),
        (may.reset_password, Item::new("user-reset", "key-round", t!("user-reset"))),
        (may.reactivate, Item::new("user-reactivate", "user-check", t!("user-reactivate"))),
        (may.suspend, Item::new("user-suspend", "ban", t!("user-suspend")).ending()),
        (may.erase, Item::new("user-erase", "trash-2", t!("user-erase")).ending()),
    ];
    items.extend(offered.into_iter().filter(|(is_offered, _)| *is_offered).map(|(_, item)| item));
    items
}
