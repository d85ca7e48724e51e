//! The filters of the list of users, and its counters, each of which is a filter too. Keeps out how they look.

use super::{UserList, state_class, state_word};
use crate::list::{CounterLook, FilterChoice, FilterLook, FilterPlace, ListCounter, ListFilter};
use crate::parts::listbox::Choice;
use crate::t;
use vestibule_domain::letters::key;
use vestibule_wire::{UserCountersView, UserFilter, UserOptionsView, UserState};

const STATES: [UserState; 3] = [UserState::Active, UserState::Suspended, UserState::Erased];

/// One filter, in the order of the chips.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Filter {
    /// By state.
    State,
    /// By role.
    Role,
    /// By department, with all under it.
    Department,
    /// By group.
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

    fn choices(self, known: Option<&UserOptionsView>) -> (Vec<Choice>, bool) {
        if self == Self::State {
            return (STATES.map(|state| Choice::new(state_class(state), state_word(state))).into(), false);
        }
        let Some(known) = known else { return (Vec::new(), false) };
        let named = |names: &mut dyn Iterator<Item = &String>| names.map(|name| Choice::new(name, name)).collect();
        let choices = match self {
            Self::Role => named(&mut known.roles.iter().map(|role| &role.name)),
            Self::Department => named(&mut known.departments.iter().map(|department| &department.path)),
            _ => named(&mut known.groups.iter()),
        };
        (choices, false)
    }

    fn said(self, value: &str, known: Option<&UserOptionsView>) -> Option<String> {
        let is = |id: &str, name: &str| id == value || key(name) == key(value);
        let known_by_id = known.and_then(|known| match self {
            Self::Role => known.roles.iter().find(|role| is(&role.id, &role.name)).map(|role| role.name.clone()),
            Self::Department => {
                let found = known.departments.iter().find(|department| is(&department.id, &department.path));
                found.map(|department| department.path.clone())
            }
            _ => None,
        });
        let by_value = || self.choices(known).0.into_iter().find(|choice| choice.value == value);
        known_by_id.or_else(|| by_value().map(|choice| choice.words))
    }

    fn is_offered(self, known: Option<&UserOptionsView>) -> bool {
        let Some(known) = known else { return self == Self::State };
        match self {
            Self::State => true,
            Self::Role => known.roles.len() > 1,
            Self::Department => known.departments.len() > 1,
            Self::Group => !known.groups.is_empty(),
        }
    }
}

/// What a counter filters by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UserCounter {
    /// All but the erased.
    All,
    /// Those who may sign in.
    Active,
    /// Those who may not.
    Suspended,
}

impl UserCounter {
    fn state(self) -> Option<UserState> {
        match self {
            Self::All => None,
            Self::Active => Some(UserState::Active),
            Self::Suspended => Some(UserState::Suspended),
        }
    }
}

impl ListCounter<UserList> for UserCounter {
    const GROUPS: &'static [&'static [Self]] = &[&[Self::All, Self::Active, Self::Suspended]];

    fn look(self) -> CounterLook {
        let (hook, icon, colour) = match self {
            Self::All => ("counter-all", "users", ""),
            Self::Active => ("counter-active", "st-active", "fg-active"),
            Self::Suspended => ("counter-suspended", "st-revoked", "fg-revoked"),
        };
        CounterLook { hook, icon, colour }
    }

    fn words(self) -> String {
        self.state().map_or_else(|| t!("users-all"), state_word)
    }

    fn count(self, of: &UserCountersView) -> u64 {
        match self {
            Self::All => of.all,
            Self::Active => of.active,
            Self::Suspended => of.suspended,
        }
    }

    fn is_on(self, of: &UserFilter) -> bool {
        of.state == self.state()
    }

    fn put(self, of: &mut UserFilter) {
        of.state = self.state();
    }
}
