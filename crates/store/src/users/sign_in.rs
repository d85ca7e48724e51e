//! A page of people sorted by their last sign-in. Those who have signed in are walked along the index and tested. Those
//! who never have stand in it kind by kind, so that kinds that do not match are not walked through.

use super::page::{KindCount, MEMBER, UserScope, limit};
use crate::StoreError;
use crate::sql::Sql;
use crate::transaction::ReadTx;
use sqlx::Row;

/// A stretch of the index, in ascending order.
enum Stretch<'a> {
    /// Of this kind, without a sign-in.
    Never(&'a KindCount),
    SignedIn,
}

/// In which order the whole list is, in ascending order; used for sorting few rows as well.
pub(super) const COLUMNS: &[&str] = &["a.last_sign_in_at", "a.role", "a.department", "a.state", "a.num"];

/// Reads a page from the nearer end of the list.
pub(super) async fn page(
    tx: &mut ReadTx,
    scope: &UserScope,
    descending: bool,
    size: u64,
    skip: u64,
) -> Result<Vec<i64>, StoreError> {
    let take = size.min(scope.total.saturating_sub(skip));
    let from_end = skip > scope.total / 2;
    let mut skip = if from_end { scope.total - skip - take } else { skip };
    let mut kinds: Vec<&KindCount> = scope.kinds.iter().collect();
    kinds.sort_by_key(|kind| (kind.role, kind.department, kind.state));
    let mut stretches: Vec<Stretch<'_>> = kinds.into_iter().map(Stretch::Never).collect();
    stretches.push(Stretch::SignedIn);
    let backwards = descending != from_end;
    if backwards {
        stretches.reverse();
    }
    let mut numbers: Vec<i64> = Vec::new();
    for stretch in &stretches {
        let wanted = take - numbers.len() as u64;
        if wanted == 0 {
            break;
        }
        let mut sql = Sql::new("SELECT a.num");
        stretch.rows(&mut sql, scope);
        stretch.order(&mut sql, backwards);
        limit(&mut sql, wanted, skip);
        let found = sql.positions(tx).await?;
        if !found.is_empty() {
            skip = 0;
        } else if skip > 0 {
            skip -= stretch.count(tx, scope).await?.min(skip);
        }
        numbers.extend(found);
    }
    if from_end {
        numbers.reverse();
    }
    Ok(numbers)
}

impl Stretch<'_> {
    fn rows(&self, sql: &mut Sql, scope: &UserScope) {
        sql.push(" FROM account AS a INDEXED BY account_sign_in WHERE ");
        match self {
            Self::Never(kind) => {
                sql.int("a.last_sign_in_at IS NULL AND a.role = ?", kind.role);
                sql.int(" AND a.department IS nullif(?, 0)", kind.department);
                sql.int(" AND a.state = ?", kind.state);
                if let Some(group) = scope.group {
                    sql.int(MEMBER, group);
                }
            }
            Self::SignedIn => {
                sql.push("a.last_sign_in_at > 0 AND ");
                sql.append(&scope.conditions);
            }
        }
    }

    fn order(&self, sql: &mut Sql, backwards: bool) {
        let way = if backwards { " DESC" } else { "" };
        let columns = match self {
            Self::Never(_) => &COLUMNS[COLUMNS.len() - 1..],
            Self::SignedIn => COLUMNS,
        };
        let columns: Vec<String> = columns.iter().map(|column| format!("{column}{way}")).collect();
        sql.push(&format!(" ORDER BY {}", columns.join(", ")));
    }

    async fn count(&self, tx: &mut ReadTx, scope: &UserScope) -> Result<u64, StoreError> {
        let mut sql = Sql::new("SELECT count(*)");
        self.rows(&mut sql, scope);
        let rows = sql.rows(tx.connection()).await?;
        Ok(rows.first().map_or(0, |row| row.get::<i64, _>(0).unsigned_abs()))
    }
}
