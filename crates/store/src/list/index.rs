//! The indexes of the table of invitations, and which of them a list is walked along.

use super::counts::{KindCount, KindFilter};
use crate::sql::Sql;

/// So many departments are walked side by side: each row is compared with the next of each.
const MERGED: usize = 16;

/// ` AND column` is one of these.
pub(super) fn one_of(sql: &mut Sql, column: &str, numbers: &[i64]) {
    match numbers {
        [only] => sql.int(&format!(" AND {column} = ?"), *only),
        several => sql.one_of(" AND ", column, several),
    }
}

/// An index, by what it begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Index {
    None,
    Shelf,
    Expires,
    Role,
    Department,
    Creator,
    Email,
    Unbound,
    Uses,
}

impl Index {
    /// The index by age in which the fewest rows of another kind stand between those wanted, to be walked in its order:
    /// of a division, department by department and merged, as long as they are few.
    pub(super) fn by_age(kind_filter: KindFilter<'_>, cells: &[KindCount]) -> Self {
        let departments = kind_filter.departments.filter(|departments| departments.len() <= MERGED);
        Self::rarest(KindFilter { departments, ..kind_filter }, cells)
    }

    /// The same, in whatever order.
    pub(super) fn rarest(kind_filter: KindFilter<'_>, cells: &[KindCount]) -> Self {
        let none = KindFilter::default();
        let candidates = [
            kind_filter.list_state.map(|_| (KindFilter { list_state: kind_filter.list_state, ..none }, Self::Shelf)),
            kind_filter.creator.map(|_| (KindFilter { creator: kind_filter.creator, ..none }, Self::Creator)),
            kind_filter.role.map(|_| (KindFilter { role: kind_filter.role, ..none }, Self::Role)),
            kind_filter
                .departments
                .map(|_| (KindFilter { departments: kind_filter.departments, ..none }, Self::Department)),
            (kind_filter.bound == Some(false)).then_some((KindFilter { bound: Some(false), ..none }, Self::Unbound)),
        ];
        let rarest = candidates.into_iter().flatten().min_by_key(|(alone, _)| alone.count(cells));
        rarest.map_or(Self::Shelf, |(_, index)| index)
    }

    /// Tells SQLite to take it: its own choice would rest on statistics that nobody gathers.
    pub(super) fn hint(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Shelf => "INDEXED BY invitation_list_state_created",
            Self::Expires => "INDEXED BY invitation_list_state_expires",
            Self::Role => "INDEXED BY invitation_role_created",
            Self::Department => "INDEXED BY invitation_department_created",
            Self::Creator => "INDEXED BY invitation_creator_created",
            Self::Email => "INDEXED BY invitation_email",
            Self::Unbound => "INDEXED BY invitation_unbound",
            Self::Uses => "INDEXED BY invitation_uses",
        }
    }

    /// The condition by which it is entered; what that settles is taken from `rest`.
    pub(super) fn lead(self, sql: &mut Sql, rest: &mut KindFilter<'_>) {
        match self {
            Self::None | Self::Shelf | Self::Expires => {}
            Self::Role => sql.int(" AND i.role = ?", rest.role.take().unwrap_or_default()),
            Self::Department => one_of(sql, "i.department", rest.departments.take().unwrap_or_default()),
            Self::Creator => sql.int(" AND i.creator = ?", rest.creator.take().unwrap_or_default()),
            Self::Email => {
                sql.push(" AND i.email_key IS NOT NULL");
                rest.bound = None;
            }
            Self::Unbound => {
                sql.push(" AND i.email_key IS NULL");
                rest.bound = None;
            }
            Self::Uses => {
                sql.push(" AND i.uses > 0");
                rest.begun = None;
            }
        }
    }
}
