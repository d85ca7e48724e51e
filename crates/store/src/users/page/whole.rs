//! All people of a list, in order, ignoring the page. Keeps only their local numbers.

use super::search::{few, test, tested};
use super::{UserOrder, fetched, kinds, narrow, within};
use crate::StoreError;
use crate::sql::Sql;
use crate::transaction::ReadTx;
use crate::users::UserQuery;

/// The local numbers of all matches. A search by one or two letters also tests everybody.
pub(in crate::users) async fn all(tx: &mut ReadTx, query: &UserQuery) -> Result<Vec<i64>, StoreError> {
    let all = kinds(tx, None).await?;
    let within = within(tx, &query.reach).await?;
    let Some(narrowed) = narrow(tx, query, within, &all).await? else { return Ok(Vec::new()) };
    let order = UserOrder::for_query(tx, query, &narrowed.kinds).await?;
    match &query.filter.search {
        None if narrowed.total <= query.small => fetched(tx, &narrowed, &narrowed.conditions, &order).await,
        None => tested(tx, &narrowed, &order, &Sql::new("1"), u64::MAX).await,
        Some(term) => match few(tx, query, &narrowed, &order, term).await? {
            Some(rows) => Ok(rows),
            None => tested(tx, &narrowed, &order, &test(term), u64::MAX).await,
        },
    }
}
