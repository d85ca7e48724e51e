//! Totals without counting: sums over the tally that the triggers keep.

use super::Counters;
use super::extras::{Extras, Span, Time, between};
use crate::StoreError;
use crate::apply::invitation::{LAPSED, OPEN, REVOKED, USED, is_listed};
use crate::change::Look;
use sqlx::Row;
use vestibule_domain::{Division, Moment, Status};

/// A kind of invitation and how many there are.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cell {
    pub(super) role: i64,
    pub(super) department: i64,
    pub(super) creator: i64,
    pub(super) bound: bool,
    pub(super) begun: bool,
    pub(super) shelf: i64,
    pub(super) n: u64,
}

/// What rows must be to match, in local numbers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Dims<'a> {
    pub(super) role: Option<i64>,
    /// Of any of these.
    pub(super) departments: Option<&'a [i64]>,
    pub(super) creator: Option<i64>,
    pub(super) bound: Option<bool>,
    pub(super) begun: Option<bool>,
    /// None: all but the archive.
    pub(super) shelf: Option<i64>,
    /// There are archived rows, which an index that does not begin with the shelf would walk into.
    pub(super) hide: bool,
}

impl Dims<'_> {
    pub(super) fn covers(&self, cell: &Cell) -> bool {
        self.role.is_none_or(|role| role == cell.role)
            && self.departments.is_none_or(|departments| departments.contains(&cell.department))
            && self.creator.is_none_or(|creator| creator == cell.creator)
            && self.bound.is_none_or(|bound| bound == cell.bound)
            && self.begun.is_none_or(|begun| begun == cell.begun)
            && self.shelf.map_or_else(|| is_listed(cell.shelf), |shelf| shelf == cell.shelf)
    }

    pub(super) fn count(&self, cells: &[Cell]) -> u64 {
        cells.iter().filter(|cell| self.covers(cell)).map(|cell| cell.n).sum()
    }
}

pub(super) fn shelf_of(status: Status) -> i64 {
    match status {
        Status::Active => OPEN,
        Status::Used => USED,
        Status::Expired => LAPSED,
        Status::Revoked => REVOKED,
    }
}

/// The status of the rows on a shelf, once the time has been looked at. An expired one may stand among the open ones before that.
pub(super) fn status_of(shelf: i64) -> Option<Status> {
    match shelf {
        OPEN => Some(Status::Active),
        USED => Some(Status::Used),
        LAPSED => Some(Status::Expired),
        REVOKED => Some(Status::Revoked),
        _ => None,
    }
}

/// All kinds that there are any of.
pub(super) async fn cells(look: &mut Look) -> Result<Vec<Cell>, StoreError> {
    let rows = sqlx::query("SELECT role, department, creator, bound, begun, shelf, n FROM tally WHERE n > 0")
        .fetch_all(look.connection())
        .await?;
    let cell = |row: &sqlx::sqlite::SqliteRow| Cell {
        role: row.get(0),
        department: row.get(1),
        creator: row.get(2),
        bound: row.get::<i64, _>(3) != 0,
        begun: row.get::<i64, _>(4) != 0,
        shelf: row.get(5),
        n: row.get::<i64, _>(6).unsigned_abs(),
    };
    Ok(rows.iter().map(cell).collect())
}

/// The local number behind an id, if the table has it. `table` is one of ours, never a value.
pub(crate) async fn number_of(look: &mut Look, table: &'static str, id: &[u8]) -> Result<Option<i64>, StoreError> {
    let sql = format!("SELECT num FROM {table} WHERE id = ?");
    Ok(sqlx::query_scalar(&sql).bind(id).fetch_optional(look.connection()).await?)
}

pub(super) async fn counters(
    look: &mut Look,
    scope: Option<&Division>,
    now: Moment,
    expiring_before: Moment,
) -> Result<Counters, StoreError> {
    let numbers = match scope {
        Some(division) => Some(look.numbers_of(division).await?),
        None => None,
    };
    let departments = numbers.as_deref();
    let cells = cells(look).await?;
    let on = |shelf| Dims { departments, shelf: Some(shelf), ..Dims::default() }.count(&cells);
    let soon = Span { from: now.timestamp_millis() + 1, to: expiring_before.timestamp_millis().saturating_add(1) };
    let expiring = match departments {
        None => between(look, Time::Expires, soon, Some(OPEN)).await?,
        Some(_) => {
            let here = Dims { departments, shelf: Some(OPEN), ..Dims::default() };
            Extras::expiring(soon).total(look, here, &cells).await?
        }
    };
    Ok(Counters { active: on(OPEN), used: on(USED), expired: on(LAPSED), revoked: on(REVOKED), expiring })
}
