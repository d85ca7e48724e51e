//! The columns of the list of users, and what stands in a cell. Keeps out what a person has chosen of them.

use super::{UserList, name, state_class, state_word};
use crate::list::{self, ColumnLook, FitStep, ListColumn, TableSpace};
use crate::parts::brand::{initials, tint};
use crate::parts::icon::Icon;
use crate::prelude::*;
use crate::{t, time};
use vestibule_wire::{Moment, UserSort, UserState, UserView};

/// A column, in the order in which they stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// The name; always there.
    Name,
    /// The address.
    Email,
    /// What they sign in with.
    Username,
    /// The role.
    Role,
    /// The department's path.
    Department,
    /// Whether they may sign in.
    State,
    /// When they signed in last.
    LastSignIn,
    /// When they joined.
    Created,
}

/// Who leaves at each step.
pub const STEPS: &[FitStep<Column>] = &[
    FitStep { leave: &[], compact: false },
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
            Self::LastSignIn => 118,
            Self::Created => 92,
        }
    }
}

/// The cell of one column.
pub fn cell(column: Column, list::Cell { row, now, compact }: list::Cell<UserList>) -> Element {
    match column {
        Column::Name => rsx! {
            td { class: "w-name", Name { row } }
        },
        Column::Email => rsx! {
            td { Text { text: row.email } }
        },
        Column::Username => rsx! {
            td { Text { text: row.username } }
        },
        Column::Role => rsx! {
            td {
                span { translate: "no", title: row.role.name.clone(),
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
            td { When { at: row.last_sign_in_at, now } }
        },
        Column::Created => rsx! {
            td { When { at: Some(row.created_at), now } }
        },
    }
}

#[component]
fn Name(row: UserView) -> Element {
    let name = name(&row);
    let title = name.clone();
    rsx! {
        span { class: "who", translate: "no", title,
            i { class: "avatar s", "data-h": tint(&row.id), aria_hidden: "true", {initials(&name)} }
            span { class: "clip", "data-test": "user-name", {name} }
        }
    }
}

#[component]
fn Text(text: String) -> Element {
    rsx! {
        if text.is_empty() {
            span { class: "muted", "–" }
        } else {
            span { translate: "no", title: text.clone(), {text.clone()} }
        }
    }
}

#[component]
fn When(at: Option<Moment>, now: Moment) -> Element {
    rsx! {
        if let Some(at) = at {
            span { title: time::exact(at), {time::relative(at, now)} }
        } else {
            span { class: "muted", {t!("users-never")} }
        }
    }
}

/// A state: a word, an icon of its own shape, and only then a colour.
#[component]
pub fn StatePill(state: UserState) -> Element {
    let (class, icon) = match state {
        UserState::Active => ("active", "st-active"),
        UserState::Suspended => ("revoked", "st-revoked"),
        UserState::Erased => ("expired", "st-expired"),
    };
    rsx! {
        span { class: "pill {class}", "data-test": "user-state", "data-state": state_class(state),
            Icon { name: icon }
            {state_word(state)}
        }
    }
}
