//! A page of people sorted by last sign-in. Those with a sign-in are walked in the index and tested. Those without one
//! are grouped by kind in it, so kinds that don't match are skipped.

use super::page::{KindCount, MEMBER, NearerEnd, UserScope, limit};
use crate::StoreError;
use crate::sql::Sql;
use crate::transaction::ReadTx;
use sqlx::Row;

/// A part of the index, in ascending order.
enum Stretch {
    /// Of this kind, without a sign-in.
    Never(KindCount),
    SignedIn,
}

/// The kinds of which anybody has never signed in, in the order of the index.
async fn never(tx: &mut ReadTx, scope: &UserScope) -> Result<Vec<KindCount>, StoreError> {
    let mut kinds = scope.kinds.clone();
    kinds.sort_by_key(|kind| (kind.role, kind.department, kind.state));
    let keys: Vec<[i64; 3]> = kinds.iter().map(|kind| [kind.role, kind.department, kind.state]).collect();
    let mut sql = Sql::default();
    sql.text(
        "SELECT k.key FROM json_each(?) AS k WHERE EXISTS (
             SELECT 1 FROM account AS a INDEXED BY account_sign_in
             WHERE a.last_sign_in_at IS NULL AND a.role = k.value ->> 0
                 AND a.department IS nullif(k.value ->> 1, 0) AND a.state = k.value ->> 2) ORDER BY k.key",
        &format!("{keys:?}"),
    );
    let rows = sql.positions(tx).await?;
    Ok(rows.into_iter().filter_map(|row| kinds.get(usize::try_from(row).ok()?).copied()).collect())
}

/// The ascending order of the list; also used to sort few rows.
pub(super) const COLUMNS: &[&str] = &["a.last_sign_in_at", "a.role", "a.department", "a.state", "a.num"];

/// Reads a page from the nearer end of the list.
pub(super) async fn page(
    tx: &mut ReadTx,
    scope: &UserScope,
    descending: bool,
    size: u64,
    skip: u64,
) -> Result<Vec<i64>, StoreError> {
    let NearerEnd { take, mut skip, from_end } = scope.nearer_end(size, skip);
    let backwards = descending != from_end;
    let mut stretches: Vec<Stretch> = never(tx, scope).await?.into_iter().map(Stretch::Never).collect();
    stretches.push(Stretch::SignedIn);
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

impl Stretch {
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
