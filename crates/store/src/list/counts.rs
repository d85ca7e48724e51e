//! Totals as sums over the counts that `apply` keeps, without counting rows.

use super::Counters;
use super::row_filter::{RowFilter, Time, TimeSpan, between};
use crate::StoreError;
use crate::apply::invitation::{LAPSED, OPEN, REVOKED, USED, is_listed};
use crate::transaction::ReadTx;
use sqlx::Row;
use vestibule_domain::{Division, Moment, Status};

/// A kind of invitation, and how many there are.
#[derive(Debug, Clone, Copy)]
pub(super) struct KindCount {
    pub(super) role: i64,
    pub(super) department: i64,
    pub(super) creator: i64,
    pub(super) bound: bool,
    pub(super) begun: bool,
    pub(super) list_state: i64,
    pub(super) n: u64,
}

/// Conditions on the counted columns, by local numbers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct KindFilter<'a> {
    pub(super) role: Option<i64>,
    /// In any of these departments.
    pub(super) departments: Option<&'a [i64]>,
    pub(super) creator: Option<i64>,
    pub(super) bound: Option<bool>,
    pub(super) begun: Option<bool>,
    /// None: all but the archive.
    pub(super) list_state: Option<i64>,
    /// Exclude archived rows by an explicit condition: an index that does not start with the list state contains them.
    pub(super) hide: bool,
}

impl KindFilter<'_> {
    pub(super) fn covers(&self, cell: &KindCount) -> bool {
        self.role.is_none_or(|role| role == cell.role)
            && self.departments.is_none_or(|departments| departments.contains(&cell.department))
            && self.creator.is_none_or(|creator| creator == cell.creator)
            && self.bound.is_none_or(|bound| bound == cell.bound)
            && self.begun.is_none_or(|begun| begun == cell.begun)
            && self.list_state.map_or_else(|| is_listed(cell.list_state), |list_state| list_state == cell.list_state)
    }

    pub(super) fn count(&self, cells: &[KindCount]) -> u64 {
        cells.iter().filter(|cell| self.covers(cell)).map(|cell| cell.n).sum()
    }
}

pub(super) fn list_state_of(status: Status) -> i64 {
    match status {
        Status::Active => OPEN,
        Status::Used => USED,
        Status::Expired => LAPSED,
        Status::Revoked => REVOKED,
    }
}

/// The status that a list state stands for, once it is up to date. Before that, expired rows may still be in the open
/// state.
pub(super) fn status_of(list_state: i64) -> Option<Status> {
    match list_state {
        OPEN => Some(Status::Active),
        USED => Some(Status::Used),
        LAPSED => Some(Status::Expired),
        REVOKED => Some(Status::Revoked),
        _ => None,
    }
}

/// All kinds with at least one invitation.
pub(super) async fn cells(tx: &mut ReadTx) -> Result<Vec<KindCount>, StoreError> {
    let rows =
        sqlx::query("SELECT role, department, creator, bound, begun, list_state, n FROM invitation_count WHERE n > 0")
            .fetch_all(tx.connection())
            .await?;
    let cell = |row: &sqlx::sqlite::SqliteRow| KindCount {
        role: row.get(0),
        department: row.get(1),
        creator: row.get(2),
        bound: row.get::<i64, _>(3) != 0,
        begun: row.get::<i64, _>(4) != 0,
        list_state: row.get(5),
        n: row.get::<i64, _>(6).unsigned_abs(),
    };
    Ok(rows.iter().map(cell).collect())
}

/// The local number of an id, if the table has it. `table` must be a constant, since it becomes SQL text.
pub(crate) async fn number_of(tx: &mut ReadTx, table: &'static str, id: &[u8]) -> Result<Option<i64>, StoreError> {
    let sql = format!("SELECT num FROM {table} WHERE id = ?");
    Ok(sqlx::query_scalar(&sql).bind(id).fetch_optional(tx.connection()).await?)
}

pub(super) async fn counters(
    tx: &mut ReadTx,
    scope: Option<&Division>,
    now: Moment,
    expiring_before: Moment,
) -> Result<Counters, StoreError> {
    let numbers = match scope {
        Some(division) => Some(tx.numbers_of(division).await?),
        None => None,
    };
    let departments = numbers.as_deref();
    let cells = cells(tx).await?;
    let on =
        |list_state| KindFilter { departments, list_state: Some(list_state), ..KindFilter::default() }.count(&cells);
    let soon = TimeSpan { from: now.timestamp_millis() + 1, to: expiring_before.timestamp_millis().saturating_add(1) };
    let expiring = match departments {
        None => between(tx, Time::Expires, soon, Some(OPEN)).await?,
        Some(_) => {
            let here = KindFilter { departments, list_state: Some(OPEN), ..KindFilter::default() };
            RowFilter::expiring(soon).total(tx, here, &cells).await?
        }
    };
    Ok(Counters { active: on(OPEN), used: on(USED), expired: on(LAPSED), revoked: on(REVOKED), expiring })
}
