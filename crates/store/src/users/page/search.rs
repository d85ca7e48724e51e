//! Which people a search finds: few matches are fetched and sorted, and where there are many, the order is walked and
//! each row tested.

use super::{FoundPage, UserOrder, UserQuery, UserScope, fetched, in_order, kinds, limit, sliced};
use crate::StoreError;
use crate::apply::people::{BEHIND, WORDS};
use crate::sql::Sql;
use crate::transaction::ReadTx;
use vestibule_domain::{SearchTerm, letters};

/// One or two letters are looked for among so many of the newest people: no index knows them, and each is tested.
const TESTED: i64 = 250_000;
/// Matches of a search are counted up to this.
const COUNTED: u64 = 10_000;

/// A page of a search: few matches are fetched and sorted, and where there are many, the order is walked and each row
/// tested.
pub(super) async fn searched(
    tx: &mut ReadTx,
    query: &UserQuery,
    narrowed: &UserScope,
    order: &UserOrder,
    term: &SearchTerm,
) -> Result<FoundPage, StoreError> {
    if let Some(rows) = few(tx, query, narrowed, order, term).await? {
        return Ok(sliced(query, &rows, rows.len() as u64, false));
    }
    // One row more says whether there is another page.
    let wanted = u64::from(query.page) * u64::from(query.size) + 1;
    let mut newest = test(term);
    if term.is_short() {
        newest.int(" AND a.num > (SELECT max(num) FROM account) - ?", TESTED);
    }
    let rows = tested(tx, narrowed, order, &newest, wanted).await?;
    let all = kinds(tx, None).await?;
    let everybody: u64 = all.iter().map(|kind| kind.n).sum();
    let is_whole = !term.is_short() || everybody <= TESTED.unsigned_abs();
    if (rows.len() as u64) < wanted {
        return Ok(sliced(query, &rows, rows.len() as u64, !is_whole));
    }
    let unfiltered = all.into_iter().filter(|kind| kind.state < 2).map(|kind| kind.n).sum::<u64>() == narrowed.total;
    let counted = if unfiltered && is_whole { matches(tx, term, COUNTED).await?.len() as u64 } else { 0 };
    let is_counted = counted > 0 && counted < COUNTED;
    Ok(sliced(query, &rows, counted.max(rows.len() as u64), !is_counted))
}

/// All that a search finds, in order; none: there may be many, or there are many to look at.
pub(super) async fn few(
    tx: &mut ReadTx,
    query: &UserQuery,
    narrowed: &UserScope,
    order: &UserOrder,
    term: &SearchTerm,
) -> Result<Option<Vec<i64>>, StoreError> {
    if narrowed.total <= query.small {
        let mut conditions = narrowed.conditions.clone();
        conditions.push(" AND ");
        conditions.append(&test(term));
        return Ok(Some(fetched(tx, narrowed, &conditions, order).await?));
    }
    if term.is_short() {
        return Ok(None);
    }
    let matches = matches(tx, term, query.small + 1).await?;
    if matches.len() as u64 > query.small {
        return Ok(None);
    }
    let mut sql = Sql::default();
    sql.text(
        "SELECT a.num, a.role, coalesce(a.department, 0), a.state FROM json_each(?) AS k
         CROSS JOIN account AS a ON a.num = k.value WHERE ",
        &format!("{matches:?}"),
    );
    sql.append(&narrowed.conditions);
    sql.push(&order.by(false));
    Ok(Some(in_order(tx, &sql, order).await?))
}

/// The forms in which a term is looked for: as typed, in lower case, and as names are compared.
fn forms(term: &SearchTerm) -> Vec<String> {
    let mut forms = vec![term.text().to_owned(), letters::key(term.text())];
    forms.dedup();
    forms
}

/// Whether a row has the term, looked at by itself.
pub(super) fn test(term: &SearchTerm) -> Sql {
    let mut sql = Sql::new("(0");
    for form in forms(term) {
        sql.text(&format!(" OR instr({WORDS}, ?)"), &form);
    }
    sql.push(")");
    sql
}

/// The people who match a term of three letters or more, at most `most` of them.
async fn matches(tx: &mut ReadTx, term: &SearchTerm, most: u64) -> Result<Vec<i64>, StoreError> {
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let mut sql = Sql::default();
    let quoted: Vec<String> = forms(term).iter().map(|form| format!("\"{}\"", form.replace('"', "\"\""))).collect();
    let quoted = quoted.join(" OR ");
    sql.text("SELECT * FROM (SELECT rowid FROM account_search WHERE account_search MATCH ?", &quoted);
    sql.int(" LIMIT ?)", most);
    // Those whom the index does not know yet.
    sql.push(&format!(" UNION ALL SELECT a.num FROM account AS a WHERE {BEHIND} AND "));
    sql.append(&test(term));
    sql.int(" LIMIT ?", most);
    sql.positions(tx).await
}

/// The first rows in order that pass the test.
pub(super) async fn tested(
    tx: &mut ReadTx,
    narrowed: &UserScope,
    order: &UserOrder,
    test: &Sql,
    wanted: u64,
) -> Result<Vec<i64>, StoreError> {
    let kinds = match order {
        UserOrder::Kinds(kinds) => kinds.iter().map(Some).collect(),
        UserOrder::Columns { .. } => vec![None],
    };
    let mut numbers = Vec::new();
    for kind in kinds {
        let left = wanted - numbers.len() as u64;
        if left == 0 {
            break;
        }
        let index = match order {
            UserOrder::Columns { index, .. } => index,
            UserOrder::Kinds(_) => "INDEXED BY account_kind",
        };
        let mut sql = Sql::new(format!("SELECT a.num FROM account AS a {index} WHERE "));
        if let Some(kind) = kind {
            sql.int("a.role = ?", kind.role);
            sql.int(" AND a.department IS nullif(?, 0)", kind.department);
            sql.int(" AND a.state = ? AND ", kind.state);
        }
        sql.append(&narrowed.conditions);
        sql.push(" AND ");
        sql.append(test);
        sql.push(&order.by(false));
        limit(&mut sql, left, 0);
        numbers.extend(sql.positions(tx).await?);
    }
    Ok(numbers)
}
