//! Many people at once: the rows of a selection, read in parts.

use super::page;
use super::{UserQuery, UserRow};
use crate::StoreError;
use crate::list::FoundPage;
use crate::sql::Sql;
use crate::transaction::ReadTx;
use std::collections::HashSet;
use vestibule_domain::{AccountId, Reach};

impl ReadTx {
    /// All people who match, in order, ignoring the page.
    pub async fn find_all_users(&mut self, query: &UserQuery) -> Result<FoundPage, StoreError> {
        Ok(found(page::all(self, query).await?))
    }

    /// These accounts, in the order given, as far as they exist and are within reach.
    pub async fn find_these_users(&mut self, ids: &[AccountId], reach: &Reach) -> Result<FoundPage, StoreError> {
        let within = page::within(self, reach).await?;
        let mut sql = these(ids);
        if let Some(within) = within {
            sql.one_of(" WHERE ", "+a.department", &within);
        }
        Ok(found(sql.positions(self).await?))
    }

    /// The found people without these ids. Ids that were not found are ignored.
    pub async fn users_without(&mut self, from: FoundPage, but: &[AccountId]) -> Result<FoundPage, StoreError> {
        if but.is_empty() {
            return Ok(from);
        }
        let but: HashSet<i64> = these(but).positions(self).await?.into_iter().collect();
        Ok(found(from.positions.into_iter().filter(|number| !but.contains(number)).collect()))
    }

    /// Up to `most` of the found people, from index `from`. One statement.
    pub async fn users_at(&mut self, found: &FoundPage, from: usize, most: usize) -> Result<Vec<UserRow>, StoreError> {
        let end = from.saturating_add(most).min(found.len());
        let numbers = found.positions.get(from..end).unwrap_or_default();
        let mut by_number = self.users_of(numbers).await?;
        Ok(numbers.iter().filter_map(|number| by_number.remove(number)).collect())
    }
}

fn found(positions: Vec<i64>) -> FoundPage {
    FoundPage { total: positions.len() as u64, positions, page: 1 }
}

fn these(ids: &[AccountId]) -> Sql {
    let ids: Vec<String> = ids.iter().map(|id| format!("\"{}\"", id.to_string().replace('-', ""))).collect();
    let mut sql = Sql::default();
    sql.text(
        "SELECT a.num FROM json_each(?) AS l CROSS JOIN account AS a ON a.id = unhex(l.value)",
        &format!("[{}]", ids.join(",")),
    );
    sql
}
