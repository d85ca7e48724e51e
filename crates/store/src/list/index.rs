//! The indexes of the table of invitations, and which of them a list is walked along.

use super::tally::{Cell, Dims};
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
    pub(super) fn by_age(dims: Dims<'_>, cells: &[Cell]) -> Self {
        let departments = dims.departments.filter(|departments| departments.len() <= MERGED);
        Self::rarest(Dims { departments, ..dims }, cells)
    }

    /// The same, in whatever order.
    pub(super) fn rarest(dims: Dims<'_>, cells: &[Cell]) -> Self {
        let none = Dims::default();
        let candidates = [
            dims.shelf.map(|_| (Dims { shelf: dims.shelf, ..none }, Self::Shelf)),
            dims.creator.map(|_| (Dims { creator: dims.creator, ..none }, Self::Creator)),
            dims.role.map(|_| (Dims { role: dims.role, ..none }, Self::Role)),
            dims.departments.map(|_| (Dims { departments: dims.departments, ..none }, Self::Department)),
            (dims.bound == Some(false)).then_some((Dims { bound: Some(false), ..none }, Self::Unbound)),
        ];
        let rarest = candidates.into_iter().flatten().min_by_key(|(alone, _)| alone.count(cells));
        rarest.map_or(Self::Shelf, |(_, index)| index)
    }

    /// Tells SQLite to take it: its own choice would rest on statistics that nobody gathers.
    pub(super) fn hint(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Shelf => "INDEXED BY invitation_shelf_created",
            Self::Expires => "INDEXED BY invitation_shelf_expires",
            Self::Role => "INDEXED BY invitation_role_created",
            Self::Department => "INDEXED BY invitation_department_created",
            Self::Creator => "INDEXED BY invitation_creator_created",
            Self::Email => "INDEXED BY invitation_email",
            Self::Unbound => "INDEXED BY invitation_unbound",
            Self::Uses => "INDEXED BY invitation_uses",
        }
    }

    /// The condition by which it is entered; what that settles is taken from `rest`.
    pub(super) fn lead(self, sql: &mut Sql, rest: &mut Dims<'_>) {
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
