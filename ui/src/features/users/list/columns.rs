//! The columns of the list of users, and their cells. Keeps out which columns a person has chosen.

use super::UserList;
use crate::features::users::user::{StatePill, Through, name};
use crate::list::cells::{Text, When, Who};
use crate::list::{self, ColumnLook, FitStep, ListColumn, TableSpace};
use crate::prelude::*;
use crate::t;
use vestibule_wire::UserSort;

/// A column, in the order shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// The name; always shown.
    Name,
    Email,
    Username,
    Role,
    /// The department's path.
    Department,
    /// Whether they may sign in.
    State,
    LastSignIn,
    /// The invitation with which they joined.
    Through,
    /// When they joined.
    Created,
}

/// Which columns are hidden at each step.
pub const STEPS: &[FitStep<Column>] = &[
    FitStep { leave: &[], compact: false },
    FitStep { leave: &[Column::Through], compact: false },
    FitStep { leave: &[Column::Created], compact: false },
    FitStep { leave: &[Column::Username], compact: false },
    FitStep { leave: &[Column::LastSignIn], compact: false },
    FitStep { leave: &[Column::Department], compact: true },
    FitStep { leave: &[Column::Role], compact: false },
];

impl ListColumn<UserList> for Column {
    const ALL: &'static [Self] = &[
        Self::Name,
        Self::Email,
        Self::Username,
        Self::Role,
        Self::Department,
        Self::State,
        Self::LastSignIn,
        Self::Through,
        Self::Created,
    ];

    fn look(self) -> ColumnLook {
        let (name, hook, class, least) = match self {
            Self::Name => ("name", "column-name", "w-name", 140),
            Self::Email => ("email", "column-email", "w-email", 160),
            Self::Username => ("username", "column-username", "w-username", 80),
            Self::Role => ("role", "column-role", "w-role", 72),
            Self::Department => ("department", "column-department", "w-department", 80),
            Self::State => ("state", "column-state", "c-status", 112),
            Self::LastSignIn => ("sign-in", "column-sign-in", "w-sign-in", 72),
            Self::Through => ("through", "column-through", "w-through", 72),
            Self::Created => ("created", "column-created", "w-joined", 72),
        };
        ColumnLook { name, hook, class, least }
    }

    fn words(self) -> String {
        match self {
            Self::Name => t!("users-name"),
            Self::Email => t!("users-email"),
            Self::Username => t!("users-username"),
            Self::Role => t!("users-role"),
            Self::Department => t!("users-department"),
            Self::State => t!("users-state"),
            Self::LastSignIn => t!("users-last-sign-in"),
            Self::Through => t!("users-joined-through"),
            Self::Created => t!("users-joined"),
        }
    }

    fn sort(self) -> Option<UserSort> {
        Some(match self {
            Self::Name => UserSort::Name,
            Self::Email => UserSort::Email,
            Self::Username => UserSort::Username,
            Self::Role => UserSort::Role,
            Self::Department => UserSort::Department,
            Self::State => UserSort::State,
            Self::LastSignIn => UserSort::LastSignIn,
            Self::Through => return None,
            Self::Created => UserSort::Created,
        })
    }

    fn width(self, _room: TableSpace, _compact: bool) -> u32 {
        match self {
            Self::Name => 196,
            Self::Email => 160,
            Self::Username => 116,
            Self::Role => 116,
            Self::Department => 150,
            Self::State => 118,
            Self::LastSignIn | Self::Through => 118,
            Self::Created => 92,
        }
    }
}

/// The cell of one column.
pub fn cell(column: Column, list::Cell { row, now, compact }: list::Cell<UserList>) -> Element {
    match column {
        Column::Name => rsx! {
            td { class: "w-name", Who { name: name(&row), title: name(&row), id: row.id, test: "user-name" } }
        },
        Column::Email => rsx! {
            td { Text { text: row.email } }
        },
        Column::Username => rsx! {
            td { Text { text: row.username } }
        },
        Column::Role => rsx! {
            td {
                span { translate: "no", dir: "auto", title: row.role.name.clone(),
                    "{row.role.name}"
                    if let Some(department) = row.department.filter(|_| compact) {
                        " "
                        span { class: "small muted", {department} }
                    }
                }
            }
        },
        Column::Department => rsx! {
            td { Text { text: row.department.unwrap_or_default() } }
        },
        Column::State => rsx! {
            td { class: "c-status", StatePill { state: row.state } }
        },
        Column::LastSignIn => rsx! {
            td { When { at: row.last_sign_in_at, now, never: t!("users-never") } }
        },
        Column::Through => rsx! {
            td { Through { invitation: row.joined_through } }
        },
        Column::Created => rsx! {
            td { When { at: Some(row.created_at), now, never: "" } }
        },
    }
}
