//! The filters of the list of users, and its counters, each of which is a filter too. Keeps out how they look.

use super::UserList;
use crate::features::users::user::{state_class, state_word};
use crate::list::{CounterLook, FilterChoice, FilterLook, FilterPlace, ListCounter, ListFilter, Named};
use crate::t;
use vestibule_wire::{UserCountersView, UserFilter, UserOptionsView, UserState};

const STATES: [UserState; 3] = [UserState::Active, UserState::Suspended, UserState::Erased];

/// One filter, in the order of the chips.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Filter {
    State,
    Role,
    /// By department, including all below it.
    Department,
    Group,
}

impl ListFilter<UserList> for Filter {
    const ALL: &'static [Self] = &[Self::State, Self::Role, Self::Department, Self::Group];

    fn look(self) -> FilterLook {
        let (name, kind) = match self {
            Self::State => ("state", FilterChoice::Words),
            Self::Role => ("role", FilterChoice::Names),
            Self::Department => ("department", FilterChoice::Names),
            Self::Group => ("group", FilterChoice::Names),
        };
        FilterLook { name, place: FilterPlace::Chip, kind }
    }

    fn words(self) -> String {
        match self {
            Self::State => t!("users-state"),
            Self::Role => t!("users-role"),
            Self::Department => t!("users-department"),
            Self::Group => t!("users-group"),
        }
    }

    fn value(self, of: &UserFilter) -> Option<String> {
        match self {
            Self::State => of.state.map(|state| state_class(state).to_owned()),
            Self::Role => of.role.clone(),
            Self::Department => of.department.clone(),
            Self::Group => of.group.clone(),
        }
    }

    fn set(self, of: &mut UserFilter, value: Option<&str>) -> Result<(), String> {
        let text = value.map(str::to_owned);
        match self {
            Self::State => {
                let named = |name: &str| STATES.into_iter().find(|state| state_class(*state) == name);
                of.state = match value {
                    None => None,
                    Some(name) => Some(named(name).ok_or_else(|| t!("users-state-unknown"))?),
                };
            }
            Self::Role => of.role = text,
            Self::Department => of.department = text,
            Self::Group => of.group = text,
        }
        Ok(())
    }

    fn names(self, known: Option<&UserOptionsView>) -> Vec<Named> {
        match (self, known) {
            (Self::State, _) => {
                let state = |one| Named { words: state_word(one), ..Named::new("", state_class(one)) };
                STATES.map(state).into()
            }
            (_, None) => Vec::new(),
            (Self::Role, Some(known)) => known.roles.iter().map(|one| Named::new(&one.id, &one.name)).collect(),
            (Self::Department, Some(known)) => {
                known.departments.iter().map(|one| Named::new(&one.id, &one.path)).collect()
            }
            (Self::Group, Some(known)) => known.groups.iter().map(|name| Named::new(name, name)).collect(),
        }
    }

    fn is_offered(self, known: Option<&UserOptionsView>) -> bool {
        let least = if self == Self::Group { 1 } else { 2 };
        self == Self::State || self.names(known).len() >= least
    }
}

/// The state that a counter filters by; None: all but the erased.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UserCounter(pub Option<UserState>);

impl ListCounter<UserList> for UserCounter {
    const GROUPS: &'static [&'static [Self]] =
        &[&[Self(None), Self(Some(UserState::Active)), Self(Some(UserState::Suspended))]];

    fn look(self) -> CounterLook {
        let (hook, icon, colour) = match self.0 {
            None => ("counter-all", "users", ""),
            Some(UserState::Active) => ("counter-active", "st-active", "fg-active"),
            Some(_) => ("counter-suspended", "st-revoked", "fg-revoked"),
        };
        CounterLook { hook, icon, colour }
    }

    fn words(self) -> String {
        self.0.map_or_else(|| t!("users-all"), state_word)
    }

    fn count(self, of: &UserCountersView) -> u64 {
        match self.0 {
            None => of.all,
            Some(UserState::Active) => of.active,
            Some(_) => of.suspended,
        }
    }

    fn is_on(self, of: &UserFilter) -> bool {
        of.state == self.0
    }

    fn put(self, of: &mut UserFilter) {
        of.state = self.0;
    }
}
