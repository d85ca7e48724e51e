//! The filters of the list of invitations. Keeps out how they are requested, and how chips look.

use super::InvitationList;
use crate::list::{FilterChoice, FilterLook, FilterPlace, ListFilter, Named, days};
use crate::parts::status_pill;
use crate::{t, words};
use vestibule_wire::{ErrorCode, ErrorView, InvitationFilter, InvitationOptionsView, PersonView, Status};

const STATUSES: [Status; 4] = [Status::Active, Status::Used, Status::Expired, Status::Revoked];

/// One filter, in the order of the chips.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Filter {
    /// By status; also those that expire soon.
    Status,
    /// By role.
    Role,
    /// By department.
    Department,
    /// By who made it.
    Creator,
    /// By group.
    Group,
    /// By label.
    Label,
    /// By when it was made.
    Created,
    /// By when it ends.
    Expires,
}

impl ListFilter<InvitationList> for Filter {
    const ALL: &'static [Self] = &[
        Self::Status,
        Self::Role,
        Self::Department,
        Self::Creator,
        Self::Group,
        Self::Label,
        Self::Created,
        Self::Expires,
    ];

    fn look(self) -> FilterLook {
        const CHIP: FilterPlace = FilterPlace::Chip;
        const fn more(hook: &'static str, icon: &'static str) -> FilterPlace {
            FilterPlace::More { hook, icon }
        }
        const NAMES: FilterChoice = FilterChoice::Names;
        let (name, place, kind) = match self {
            Self::Status => ("status", CHIP, FilterChoice::Words),
            Self::Role => ("role", CHIP, NAMES),
            Self::Department => ("department", CHIP, NAMES),
            Self::Creator => ("creator", CHIP, NAMES),
            Self::Group => ("group", more("more-group", "users"), NAMES),
            Self::Label => ("label", more("more-label", "ticket"), NAMES),
            Self::Created => {
                ("created", more("more-created", "calendar"), FilterChoice::Days(&[(0, 0), (-6, 0), (-29, 0)]))
            }
            Self::Expires => {
                ("expires", more("more-expires", "clock-alert"), FilterChoice::Days(&[(0, 6), (0, 29), (-29, 0)]))
            }
        };
        FilterLook { name, place, kind }
    }

    fn words(self) -> String {
        match self {
            Self::Status => t!("invitations-filter-status"),
            Self::Role => t!("invitations-filter-role"),
            Self::Department => t!("invitations-filter-department"),
            Self::Creator => t!("filter-creator"),
            Self::Group => t!("filter-group"),
            Self::Label => t!("filter-label"),
            Self::Created => t!("filter-created"),
            Self::Expires => t!("filter-expires"),
        }
    }

    fn value(self, of: &InvitationFilter) -> Option<String> {
        match self {
            Self::Status if of.expiring => Some("expiring".to_owned()),
            Self::Status => of.status.map(|status| status_pill::class(status).to_owned()),
            Self::Role => of.role.clone(),
            Self::Department => of.department.clone(),
            Self::Creator => of.creator.clone(),
            Self::Group => of.group.clone(),
            Self::Label => of.label.clone(),
            Self::Created => days::format_range((of.created_from, of.created_to)),
            Self::Expires => days::format_range((of.expires_from, of.expires_to)),
        }
    }

    fn set(self, of: &mut InvitationFilter, value: Option<&str>) -> Result<(), String> {
        let text = value.map(str::to_owned);
        match self {
            Self::Status => {
                let named = |name: &str| STATUSES.into_iter().find(|status| status_pill::class(*status) == name);
                (of.status, of.expiring) = match value {
                    None => (None, false),
                    Some("expiring") => (None, true),
                    Some(name) => (Some(named(name).ok_or_else(|| t!("filter-status-unknown"))?), false),
                }
            }
            Self::Role => of.role = text,
            Self::Department => of.department = text,
            Self::Creator => of.creator = text,
            Self::Group => of.group = text,
            Self::Label => of.label = text,
            Self::Created => (of.created_from, of.created_to) = days::parse(value)?,
            Self::Expires => (of.expires_from, of.expires_to) = days::parse(value)?,
        }
        Ok(())
    }

    fn names(self, known: Option<&InvitationOptionsView>) -> Vec<Named> {
        let plain = |names: &[String]| names.iter().map(|name| Named::new(name, name)).collect();
        let status = |value: &str, words: String| Named { words, ..Named::new("", value) };
        match (self, known) {
            (Self::Status, _) => {
                let one = |it: Status| status(status_pill::class(it), status_pill::word(it));
                let soon = status("expiring", t!("invitations-expiring"));
                STATUSES.into_iter().map(one).chain([soon]).collect()
            }
            (Self::Created | Self::Expires, _) | (_, None) => Vec::new(),
            (Self::Role, Some(known)) => known.roles.iter().map(|role| Named::new(&role.id, &role.name)).collect(),
            (Self::Department, Some(known)) => {
                known.departments.iter().map(|one| Named::new(&one.id, &one.path)).collect()
            }
            (Self::Creator, Some(known)) => {
                let person = |it: &PersonView| Named { words: it.name.clone(), ..Named::new(&it.id, &it.username) };
                known.creators.iter().map(person).collect()
            }
            (Self::Group, Some(known)) => plain(&known.groups),
            (Self::Label, Some(known)) => plain(&known.labels),
        }
    }

    fn is_free(self) -> bool {
        matches!(self, Self::Label | Self::Creator)
    }

    fn is_offered(self, known: Option<&InvitationOptionsView>) -> bool {
        let Some(known) = known else { return matches!(self, Self::Status | Self::Created | Self::Expires) };
        match self {
            Self::Status | Self::Created | Self::Expires => true,
            Self::Role => known.roles.len() > 1,
            Self::Department => known.department_locked.is_none() && known.departments.len() > 1,
            Self::Creator => !known.creators.is_empty(),
            Self::Group => !known.groups.is_empty(),
            Self::Label => !known.labels.is_empty(),
        }
    }

    /// Status does not apply in the archive: everything there has ended.
    fn is_of_archive(self) -> bool {
        self != Self::Status
    }

    fn refusal(self, error: &ErrorView) -> String {
        match error.code {
            // The error's sentence ("You can only use your own division") is about creating; filters have another.
            ErrorCode::DepartmentNotAllowed => t!("filter-department-unknown"),
            _ => words::error(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::features::invitations::tests::options;

    #[test]
    fn who_sees_one_division_is_offered_no_departments_and_no_creators() {
        let manager = InvitationOptionsView {
            department_locked: Some("Library".into()),
            creators: Vec::new(),
            role_locked: true,
            roles: options().roles.into_iter().take(1).collect(),
            ..options()
        };
        let administrator = options();
        let offered = |known| {
            let all = Filter::ALL.iter().copied();
            all.filter(|filter| filter.is_offered(Some(known))).collect::<Vec<_>>()
        };
        assert_eq!(offered(&administrator), Filter::ALL);
        assert_eq!(offered(&manager), [Filter::Status, Filter::Group, Filter::Label, Filter::Created, Filter::Expires]);
    }

    #[test]
    fn of_labels_and_people_others_may_be_typed_and_of_roles_not() {
        assert!(Filter::Label.is_free() && Filter::Creator.is_free());
        assert!(!Filter::Role.is_free() && !Filter::Status.is_free() && !Filter::Department.is_free());
    }
}
