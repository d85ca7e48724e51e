//! Lists of invitations: filters, sort orders, pages with exact totals, and counters; correct at any clock value and
//! fast at any size.
//!
//! Rows outside the page are neither counted nor sorted: totals come from the counts; sorting by a column with few
//! values (role, creator, status) skips whole groups by their counts; sorting by other columns walks an index from the
//! nearer end; a small result is fetched and sorted.

mod counts;
mod index;
mod many;
mod plan;
mod row_filter;
mod search;

pub(crate) use counts::number_of;
pub use many::{KnownAddress, StatusSum, Summary};

use crate::apply::invitation::{is_swept, sweep};
use crate::log::moment;
use crate::rows::{INVITATION, NEVER, invitation_of};
use crate::sql::Sql;
use crate::transaction::ReadTx;
use crate::{InvitationRow, Store, StoreError, WriteTx};
use sha2::{Digest, Sha256};
use sqlx::Row;
use std::collections::HashMap;
use vestibule_domain::{AccountId, Division, GroupId, Label, Moment, RoleId, SearchTerm, Status};

/// The column that orders a list. Ties: newest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[allow(missing_docs, reason = "the names say it")]
pub enum ListSort {
    #[default]
    Created,
    Code,
    /// Rows without an address come last in either direction.
    Email,
    Role,
    Status,
    Expires,
    Uses,
    CreatedBy,
}

/// Filters for invitations. All that are set must match.
#[derive(Debug, Clone, Default)]
pub struct ListFilter {
    /// Status at the query's time.
    pub status: Option<Status>,
    /// Active, and expires before that time.
    pub expiring_before: Option<Moment>,
    /// Part of code, email or label, or of the name of role or creator.
    pub search: Option<SearchTerm>,
    /// Exactly that role.
    pub role: Option<RoleId>,
    /// In that division.
    pub department: Option<Division>,
    /// Created by that account.
    pub creator: Option<AccountId>,
    /// Puts newcomers into that group.
    pub group: Option<GroupId>,
    /// The exact label.
    pub label: Option<Label>,
    /// Created from the first time on and before the second.
    pub created: Option<(Moment, Moment)>,
    /// Ends from the first time on and before the second; excludes those that never end.
    pub expires: Option<(Moment, Moment)>,
    /// The archive instead of all others. Status and search don't apply there.
    pub archived: bool,
}

/// Which page of which list.
#[derive(Debug, Clone)]
pub struct ListQuery {
    /// The time at which statuses are derived.
    pub now: Moment,
    /// The conditions on rows.
    pub filter: ListFilter,
    /// The column to sort by.
    pub sort: ListSort,
    /// Largest first.
    pub descending: bool,
    /// From 1; beyond the end, the last page is returned.
    pub page: u32,
    /// Rows per page.
    pub size: u32,
    /// Up to this many matches are fetched and sorted, instead of walking an index until a page is full.
    /// [`ListQuery::SMALL`] except in tests, which try both ways on few rows.
    pub small: u64,
}

impl ListQuery {
    /// Takes a few milliseconds, less than walking an index for rare matches.
    pub const SMALL: u64 = 1_500;
}

/// One page of invitations.
#[derive(Debug, Clone)]
pub struct ListPage {
    /// The invitations on it.
    pub items: Vec<InvitationRow>,
    /// How many match in all.
    pub total: u64,
    /// The page returned.
    pub page: u32,
}

/// Positions of a list's rows, in order. Valid only within the transaction that read them.
#[derive(Debug, Clone)]
pub struct FoundPage {
    pub(crate) positions: Vec<i64>,
    pub(crate) total: u64,
    pub(crate) page: u32,
}

impl Default for FoundPage {
    fn default() -> Self {
        Self { positions: Vec::new(), total: 0, page: 1 }
    }
}

impl FoundPage {
    /// Number of positions.
    pub fn len(&self) -> usize {
        self.positions.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.positions.is_empty()
    }

    /// Another text, if other rows were found (SHA-256 of where they stand, in hexadecimal). Good on this device only.
    pub fn fingerprint(&self) -> String {
        let mut positions = self.positions.clone();
        positions.sort_unstable();
        let mut all = Sha256::new();
        positions.iter().for_each(|position| all.update(position.to_be_bytes()));
        hex::encode(all.finalize())
    }
}

impl ReadTx {
    /// When the next invitation of that division (none: of the organisation) expires; none: not soon. Statuses must be
    /// up to date ([`Store::look_at`]).
    pub async fn next_expiry(&mut self, scope: Option<&Division>) -> Result<Option<Moment>, StoreError> {
        // For a division, only the next few of all are searched: a displayed list asks again every minute.
        let mut sql = Sql::default();
        sql.int(
            "SELECT n.expires_at FROM (
                 SELECT i.expires_at, i.department FROM invitation AS i INDEXED BY invitation_list_state_expires
                 WHERE i.list_state = 0 AND i.expires_at < ? ORDER BY i.expires_at LIMIT 2000) AS n WHERE 1",
            NEVER,
        );
        if let Some(division) = scope {
            sql.one_of(" AND ", "n.department", &self.numbers_of(division).await?);
        }
        sql.push(" ORDER BY n.expires_at LIMIT 1");
        sql.rows(self.connection()).await?.first().map(|row| moment(row.get(0))).transpose()
    }

    /// All rows that match, ignoring the page. Statuses must be up to date ([`Store::look_at`], [`WriteTx::look_at`]).
    pub async fn find_all(&mut self, query: &ListQuery) -> Result<FoundPage, StoreError> {
        plan::page(self, &ListQuery { page: 1, size: u32::MAX, ..query.clone() }).await
    }

    /// Up to `most` rows of a found list, from index `from`.
    pub async fn rows(
        &mut self,
        found: &FoundPage,
        from: usize,
        most: usize,
    ) -> Result<Vec<InvitationRow>, StoreError> {
        let end = from.saturating_add(most).min(found.len());
        rows_at(self, found.positions.get(from..end).unwrap_or_default()).await
    }
}

impl WriteTx {
    /// Updates the list states of all rows to the time `now`.
    pub async fn look_at(&mut self, now: Moment) -> Result<(), StoreError> {
        sweep(self.connection(), now.timestamp_millis()).await
    }
}

/// How many invitations have each status.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names say it")]
pub struct Counters {
    pub active: u64,
    pub used: u64,
    pub expired: u64,
    pub revoked: u64,
    /// Active, and expires before the requested time.
    pub expiring: u64,
}

impl ReadTx {
    /// One page, and the counters of everything in the division `scope` (none: in the organisation). Statuses must be
    /// up to date for the query's time ([`Store::look_at`]).
    pub async fn list(
        &mut self,
        query: &ListQuery,
        scope: Option<&Division>,
        expiring_before: Moment,
    ) -> Result<(ListPage, Counters), StoreError> {
        let found = plan::page(self, query).await?;
        let items = rows_at(self, &found.positions).await?;
        let page = ListPage { items, total: found.total, page: found.page };
        let counters = counts::counters(self, scope, query.now, expiring_before).await?;
        Ok((page, counters))
    }
}

impl Store {
    /// A snapshot in which all list states are up to date for `now`.
    pub async fn look_at(&self, now: Moment) -> Result<ReadTx, StoreError> {
        loop {
            let tx = self.begin_read().await?;
            if let Some(tx) = self.if_swept(tx, now).await? {
                return Ok(tx);
            }
        }
    }

    /// As [`Store::look_at`], on a connection of its own, for work that keeps the snapshot for long and reads elsewhere
    /// meanwhile.
    pub async fn look_at_apart(&self, now: Moment) -> Result<ReadTx, StoreError> {
        loop {
            let tx = self.begin_read_apart().await?;
            if let Some(tx) = self.if_swept(tx, now).await? {
                return Ok(tx);
            }
        }
    }

    /// The snapshot, if its list states are up to date; else brings them up to date for the next one.
    async fn if_swept(&self, mut tx: ReadTx, now: Moment) -> Result<Option<ReadTx>, StoreError> {
        if is_swept(tx.connection(), now.timestamp_millis()).await? {
            return Ok(Some(tx));
        }
        drop(tx);
        let mut tx = self.begin_write().await?;
        tx.look_at(now).await?;
        tx.commit().await?;
        Ok(None)
    }
}

/// The rows at these positions, in this order.
async fn rows_at(tx: &mut ReadTx, positions: &[i64]) -> Result<Vec<InvitationRow>, StoreError> {
    let sql = format!("{INVITATION} WHERE i.pos IN (SELECT value FROM json_each(?))");
    let list = serde_json::to_string(positions).map_err(|_| StoreError::Unreadable { what: "positions" })?;
    let found = sqlx::query(&sql).bind(list).fetch_all(tx.connection()).await?;
    let mut by_position = HashMap::with_capacity(found.len());
    for row in &found {
        let row = invitation_of(row)?;
        by_position.insert(row.pos, row);
    }
    Ok(positions.iter().filter_map(|pos| by_position.remove(pos)).collect())
}
