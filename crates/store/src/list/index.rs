//! The indexes of the invitation table, and which of them a list uses.

use super::counts::{KindCount, KindFilter};
use crate::sql::Sql;

/// Up to this many departments are walked in parallel: each row is compared with the next one of each department.
const MERGED: usize = 16;

/// Appends ` AND column` with one or several allowed numbers.
pub(super) fn one_of(sql: &mut Sql, column: &str, numbers: &[i64]) {
    match numbers {
        [only] => sql.int(&format!(" AND {column} = ?"), *only),
        several => sql.one_of(" AND ", column, several),
    }
}

/// An index, named by its first column.
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
    /// The index ordered by age with the fewest rows to skip. For a division, its departments are walked one by one and
    /// merged, unless there are too many.
    pub(super) fn by_age(kind_filter: KindFilter<'_>, cells: &[KindCount]) -> Self {
        let departments = kind_filter.departments.filter(|departments| departments.len() <= MERGED);
        Self::rarest(KindFilter { departments, ..kind_filter }, cells)
    }

    /// The index with the fewest rows to skip, in any order.
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

    /// The INDEXED BY clause: SQLite's own choice would need statistics, which are never gathered.
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

    /// Appends the condition on the index's first column, and removes it from `rest`.
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
