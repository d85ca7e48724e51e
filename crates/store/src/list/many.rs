//! Many rows at once: sums over a selection, its ids, and rows that ended long ago.

use super::FoundPage;
use super::counts::status_of;
use crate::apply::invitation::{BEHIND, LISTED, index, purge_search};
use crate::apply::people;
use crate::batch::Batch;
use crate::sql::Sql;
use crate::transaction::{ReadTx, id_of};
use crate::{StoreError, WriteTx};
use sqlx::Row;
use std::collections::{BTreeMap, HashMap, HashSet};
use vestibule_domain::{Division, InvitationId, Moment, Status};

/// Rows added to the search index in one transaction: some fifty milliseconds.
const INDEXED_AT_ONCE: i64 = 2_000;

/// Sums over the invitations of one status.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct StatusSum {
    /// Number of invitations.
    pub rows: u64,
    /// Uses so far.
    pub uses: u64,
    /// Uses left.
    pub uses_left: u64,
}

/// Sums over a selection, by status.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Summary(BTreeMap<Status, StatusSum>);

impl Summary {
    /// The sums of that status; zeros if it has none.
    pub fn for_status(&self, status: Status) -> StatusSum {
        self.0.get(&status).copied().unwrap_or_default()
    }
}

/// Who has an address already.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct KnownAddress {
    /// An account has it.
    pub member: bool,
    /// An active invitation is bound to it.
    pub invited: bool,
}

/// Appends a condition that `i` is in one of these departments (local numbers), if there are any given.
fn of_departments(sql: &mut Sql, departments: Option<&[i64]>) {
    if let Some(departments) = departments {
        sql.one_of(" AND ", "+i.department", departments);
    }
}

fn list(positions: &[i64]) -> String {
    format!("{positions:?}")
}

impl ReadTx {
    /// Sums over the found rows, by list state.
    pub async fn summary(&mut self, found: &FoundPage) -> Result<Summary, StoreError> {
        let sql = "SELECT i.list_state, count(*), sum(i.uses), sum(i.usage_limit - i.uses) FROM json_each(?) AS l
                   CROSS JOIN invitation AS i ON i.pos = l.value GROUP BY 1";
        let rows = sqlx::query(sql).bind(list(&found.positions)).fetch_all(self.connection()).await?;
        let number = |row: &sqlx::sqlite::SqliteRow, column: usize| row.get::<i64, _>(column).unsigned_abs();
        let sums = rows.iter().filter_map(|row| {
            let sum = StatusSum { rows: number(row, 1), uses: number(row, 2), uses_left: number(row, 3) };
            Some((status_of(row.get(0))?, sum))
        });
        Ok(Summary(sums.collect()))
    }

    /// The found rows without these ids. Ids that were not found are ignored.
    pub async fn without(&mut self, found: FoundPage, but: &[InvitationId]) -> Result<FoundPage, StoreError> {
        if but.is_empty() {
            return Ok(found);
        }
        let but: HashSet<i64> = self.positions_of(but, None).await?.into_iter().collect();
        let positions: Vec<i64> = found.positions.into_iter().filter(|pos| !but.contains(pos)).collect();
        Ok(FoundPage { total: positions.len() as u64, positions, page: 1 })
    }

    /// These invitations, in the order given, as far as they exist and are in the division.
    pub async fn find_these(
        &mut self,
        ids: &[InvitationId],
        division: Option<&Division>,
    ) -> Result<FoundPage, StoreError> {
        let positions = self.positions_of(ids, division).await?;
        Ok(FoundPage { total: positions.len() as u64, positions, page: 1 })
    }

    /// Local numbers of the division's departments; none: the whole organisation.
    async fn numbers_within(&mut self, division: Option<&Division>) -> Result<Option<Vec<i64>>, StoreError> {
        match division {
            Some(division) => Ok(Some(self.numbers_of(division).await?)),
            None => Ok(None),
        }
    }

    async fn positions_of(
        &mut self,
        ids: &[InvitationId],
        division: Option<&Division>,
    ) -> Result<Vec<i64>, StoreError> {
        let departments = self.numbers_within(division).await?;
        let ids: Vec<String> = ids.iter().map(|id| format!("\"{}\"", id.to_string().replace('-', ""))).collect();
        let mut sql = Sql::default();
        sql.bind(
            &format!(
                "SELECT i.pos FROM json_each(?) AS l CROSS JOIN invitation AS i ON i.id = unhex(l.value)
                 WHERE +i.list_state IN {LISTED}"
            ),
            format!("[{}]", ids.join(",")),
        );
        of_departments(&mut sql, departments.as_deref());
        sql.positions(self).await
    }

    /// Which of these addresses ([`vestibule_domain::Email::key`]) have an account or an active invitation. Statuses
    /// must be up to date.
    pub async fn addresses(&mut self, keys: &[String]) -> Result<HashMap<String, KnownAddress>, StoreError> {
        let sql = "SELECT l.value, EXISTS (SELECT 1 FROM account WHERE email_key = l.value),
                       EXISTS (SELECT 1 FROM invitation AS i INDEXED BY invitation_email WHERE i.email_key = l.value AND i.list_state = 0)
                   FROM json_each(?) AS l";
        let keys = serde_json::to_string(keys).map_err(|_| StoreError::Unreadable { what: "addresses" })?;
        let rows = sqlx::query(sql).bind(keys).fetch_all(self.connection()).await?;
        Ok(rows.iter().map(|row| (row.get(0), KnownAddress { member: row.get(1), invited: row.get(2) })).collect())
    }

    /// Up to `most` ids of the found rows, from index `from`.
    pub async fn ids(&mut self, found: &FoundPage, from: usize, most: usize) -> Result<Vec<InvitationId>, StoreError> {
        let end = from.saturating_add(most).min(found.len());
        let some = found.positions.get(from..end).unwrap_or_default();
        let sql = "SELECT i.id FROM json_each(?) AS l CROSS JOIN invitation AS i ON i.pos = l.value";
        let rows = sqlx::query(sql).bind(list(some)).fetch_all(self.connection()).await?;
        rows.iter().map(|row| Ok(InvitationId::from_bytes(id_of(row, 0)?))).collect()
    }

    /// Those that ended before that time (revoked, expired, or used for the last time), in the division if there is
    /// one, without the archive. Statuses must be up to date ([`crate::Store::look_at`], [`WriteTx::look_at`]).
    pub async fn ended_before(&mut self, before: Moment, division: Option<&Division>) -> Result<FoundPage, StoreError> {
        const LAST_USE: &str =
            "coalesce((SELECT max(u.at) FROM invitation_use AS u WHERE u.invitation = i.pos), i.created_at)";
        let departments = self.numbers_within(division).await?;
        let before = before.timestamp_millis();
        let mut sql = Sql::default();
        for (turn, (list_state, ended)) in
            [(3, "i.revoked_at"), (2, "i.expires_at"), (1, LAST_USE)].into_iter().enumerate()
        {
            sql.push(if turn > 0 { " UNION ALL " } else { "" });
            sql.int("SELECT i.pos FROM invitation AS i WHERE i.list_state = ?", list_state);
            sql.int(&format!(" AND {ended} < ?"), before);
            of_departments(&mut sql, departments.as_deref());
        }
        let positions = sql.positions(self).await?;
        Ok(FoundPage { total: positions.len() as u64, positions, page: 1 })
    }
}

impl ReadTx {
    /// How many invitations and people are missing in the search indexes.
    pub async fn unindexed(&mut self) -> Result<u64, StoreError> {
        let people = people::BEHIND;
        let sql = format!(
            "SELECT (SELECT count(*) FROM invitation WHERE {BEHIND}) + (SELECT count(*) FROM account AS a WHERE {people})"
        );
        Sql::new(sql).count(self).await
    }
}

impl WriteTx {
    /// Removes erased text from the pages of the search indexes. Takes time in proportion to them.
    pub async fn purge_search(&mut self) -> Result<(), StoreError> {
        let mut batch = Batch::default();
        purge_search(&mut batch);
        people::purge_search(&mut batch);
        batch.run_and(self.connection(), None).await.map(|_| ())
    }

    /// Adds some missing rows to the search indexes. Returns whether more may be missing.
    pub async fn index_search(&mut self) -> Result<bool, StoreError> {
        let behind = self.unindexed().await?;
        if behind == 0 {
            return Ok(false);
        }
        let mut batch = Batch::default();
        index(&mut batch, INDEXED_AT_ONCE, "true");
        people::index(&mut batch, INDEXED_AT_ONCE);
        batch.run_and(self.connection(), None).await?;
        Ok(behind > INDEXED_AT_ONCE.unsigned_abs())
    }
}
