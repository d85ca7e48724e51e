//! Many rows at once: what a selection adds up to, which of it is meant, and what ended long ago.

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

/// The search index takes so many rows in one transaction of its own: some fifty milliseconds.
const INDEXED_AT_ONCE: i64 = 2_000;

/// What some invitations of one status add up to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct StatusSum {
    /// How many.
    pub rows: u64,
    /// Uses that were made.
    pub uses: u64,
    /// Uses that are left.
    pub uses_left: u64,
}

/// What a selection adds up to, by status.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Summary(BTreeMap<Status, StatusSum>);

impl Summary {
    /// Those of that status.
    pub fn of(&self, status: Status) -> StatusSum {
        self.0.get(&status).copied().unwrap_or_default()
    }
}

/// What is known of an address.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct KnownAddress {
    /// An account has it.
    pub member: bool,
    /// An active invitation is bound to it.
    pub invited: bool,
}

/// One more condition on `i`, where there is one: to be of these departments, by their local numbers.
fn of_departments(sql: &mut Sql, departments: Option<&[i64]>) {
    if let Some(departments) = departments {
        sql.one_of(" AND ", "+i.department", departments);
    }
}

fn list(positions: &[i64]) -> String {
    format!("{positions:?}")
}

impl ReadTx {
    /// What was found adds up to, by the list state that each row stands on.
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

    /// What was found, without these. Ids of which nothing was found are not missed.
    pub async fn without(&mut self, found: FoundPage, but: &[InvitationId]) -> Result<FoundPage, StoreError> {
        if but.is_empty() {
            return Ok(found);
        }
        let but: HashSet<i64> = self.positions_of(but, None).await?.into_iter().collect();
        let positions: Vec<i64> = found.positions.into_iter().filter(|pos| !but.contains(pos)).collect();
        Ok(FoundPage { total: positions.len() as u64, positions, page: 1 })
    }

    /// These, in the order in which they are named, as far as they are there and (with a division) of it.
    pub async fn find_these(
        &mut self,
        ids: &[InvitationId],
        division: Option<&Division>,
    ) -> Result<FoundPage, StoreError> {
        let positions = self.positions_of(ids, division).await?;
        Ok(FoundPage { total: positions.len() as u64, positions, page: 1 })
    }

    /// The local numbers of a division's departments; none: of the whole organisation.
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

    /// Which of these addresses ([`vestibule_domain::Email::key`]) are known, and as what. In a state that was looked
    /// at for the time.
    pub async fn addresses(&mut self, keys: &[String]) -> Result<HashMap<String, KnownAddress>, StoreError> {
        let sql = "SELECT l.value, EXISTS (SELECT 1 FROM account WHERE email_key = l.value),
                       EXISTS (SELECT 1 FROM invitation AS i INDEXED BY invitation_email WHERE i.email_key = l.value AND i.list_state = 0)
                   FROM json_each(?) AS l";
        let keys = serde_json::to_string(keys).map_err(|_| StoreError::Unreadable { what: "addresses" })?;
        let rows = sqlx::query(sql).bind(keys).fetch_all(self.connection()).await?;
        Ok(rows.iter().map(|row| (row.get(0), KnownAddress { member: row.get(1), invited: row.get(2) })).collect())
    }

    /// The ids of so many of what was found, from the one at `from`.
    pub async fn ids(&mut self, found: &FoundPage, from: usize, most: usize) -> Result<Vec<InvitationId>, StoreError> {
        let end = from.saturating_add(most).min(found.len());
        let some = found.positions.get(from..end).unwrap_or_default();
        let sql = "SELECT i.id FROM json_each(?) AS l CROSS JOIN invitation AS i ON i.pos = l.value";
        let rows = sqlx::query(sql).bind(list(some)).fetch_all(self.connection()).await?;
        rows.iter().map(|row| Ok(InvitationId::from_bytes(id_of(row, 0)?))).collect()
    }

    /// Those that ended before then: revoked, expired, or used for the last time; with a division, those of it. Not
    /// those in the archive. In a state that was looked at for the time ([`crate::Store::look_at`],
    /// [`WriteTx::look_at`]).
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
    /// How many rows the search indexes do not know yet, of invitations and of people.
    pub async fn unindexed(&mut self) -> Result<u64, StoreError> {
        let people = people::BEHIND;
        let sql = format!(
            "SELECT (SELECT count(*) FROM invitation WHERE {BEHIND}) + (SELECT count(*) FROM account AS a WHERE {people})"
        );
        Sql::new(sql).count(self).await
    }
}

impl WriteTx {
    /// Leaves nothing in the search index of what was erased. Takes time in proportion to the index.
    pub async fn purge_search(&mut self) -> Result<(), StoreError> {
        let mut batch = Batch::default();
        purge_search(&mut batch);
        people::purge_search(&mut batch);
        batch.run_and(self.connection(), None).await.map(|_| ())
    }

    /// Adds some of what it does not know yet to the search index. Whether there may be more.
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
