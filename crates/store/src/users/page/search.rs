//! A page of a search for people: few matches are fetched and sorted; with many, the order is walked and each row
//! tested.

use super::leading::leading;
use super::{FoundPage, UserOrder, UserQuery, UserScope, fetched, in_order, kinds, limit, sliced};
use crate::StoreError;
use crate::apply::people::{BEHIND, WORDS};
use crate::sql::Sql;
use crate::transaction::ReadTx;
use crate::users::UserSort;
use vestibule_domain::{SearchTerm, letters};

/// How many of the newest people are tested for terms of one or two letters, which the index can't look up.
const TESTED: i64 = 250_000;
/// Matches are counted up to this number.
const COUNTED: u64 = 10_000;

/// Finds the page: by sorting few matches, else by walking the order and testing rows.
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
    let wanted = (u64::from(query.page) * u64::from(query.size)).min(narrowed.total) + 1;
    let rows = if term.is_short() {
        let mut newest = test(term);
        newest.int(" AND a.num > (SELECT max(num) FROM account) - ?", TESTED);
        tested(tx, narrowed, order, &newest, wanted).await?
    } else {
        first(tx, query, (narrowed, order), term, wanted).await?
    };
    let all = kinds(tx, None).await?;
    let everybody: u64 = all.iter().map(|kind| kind.n).sum();
    let is_whole = !term.is_short() || everybody <= TESTED.unsigned_abs();
    if (rows.len() as u64) < wanted {
        return Ok(sliced(query, &rows, rows.len() as u64, !is_whole));
    }
    let unfiltered = all.into_iter().filter(|kind| kind.state < 2).map(|kind| kind.n).sum::<u64>() == narrowed.total;
    let counted = if unfiltered && is_whole { count(tx, &matches(term, COUNTED)).await? } else { 0 };
    let is_counted = counted > 0 && counted < COUNTED;
    Ok(sliced(query, &rows, counted.max(rows.len() as u64), !is_counted))
}

/// All matches in order; none: there may be too many to sort, or too many rows to test.
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
    let matches = matches(term, query.small + 1).positions(tx).await?;
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

async fn count(tx: &mut ReadTx, of: &Sql) -> Result<u64, StoreError> {
    let mut sql = Sql::new("SELECT count(*) FROM (");
    sql.append(of);
    sql.push(")");
    sql.count(tx).await
}

/// The forms of a term to search for: as typed, in lower case, and as comparison key.
fn forms(term: &SearchTerm) -> Vec<String> {
    let mut forms = vec![term.text().to_owned(), letters::key(term.text())];
    forms.dedup();
    forms
}

/// A condition that tests one row for the term.
pub(super) fn test(term: &SearchTerm) -> Sql {
    let mut sql = Sql::new("(0");
    for form in forms(term) {
        sql.text(&format!(" OR instr({WORDS}, ?)"), &form);
    }
    sql.push(")");
    sql
}

/// The first matches of a term that very many have, in the first way that finds them.
async fn first(
    tx: &mut ReadTx,
    query: &UserQuery,
    (narrowed, order): (&UserScope, &UserOrder),
    term: &SearchTerm,
    wanted: u64,
) -> Result<Vec<i64>, StoreError> {
    // Each that is tested has to be read: some 5 ms a thousand.
    let most = query.small.saturating_mul(2);
    if query.sort == UserSort::Name {
        if let Some(rows) = near(tx, narrowed, order, term, wanted, most / 4).await? {
            return Ok(rows);
        }
        if let Some(rows) = leading(tx, query, (narrowed, order), term, wanted).await? {
            return Ok(rows);
        }
    }
    if let Some(rows) = near(tx, narrowed, order, term, wanted, most).await? {
        return Ok(rows);
    }
    looked_up(tx, narrowed, order, term, wanted).await
}

/// The first matches, if enough are among the first `looked_at` people in the order; else none, as when all matches
/// have names from the end of the alphabet.
async fn near(
    tx: &mut ReadTx,
    narrowed: &UserScope,
    order: &UserOrder,
    term: &SearchTerm,
    wanted: u64,
    looked_at: u64,
) -> Result<Option<Vec<i64>>, StoreError> {
    if wanted > looked_at {
        return Ok(None);
    }
    let first = tested(tx, narrowed, order, &Sql::new("1"), looked_at).await?;
    let mut sql = Sql::default();
    sql.text(
        "SELECT a.num FROM json_each(?) AS k CROSS JOIN account AS a ON a.num = k.value WHERE ",
        &format!("{first:?}"),
    );
    sql.append(&test(term));
    sql.push(" ORDER BY k.key");
    limit(&mut sql, wanted, 0);
    let found = sql.positions(tx).await?;
    let is_all = (first.len() as u64) < looked_at;
    Ok((is_all || found.len() as u64 == wanted).then_some(found))
}

/// A condition that looks the term up in the search index, without reading the row.
fn indexed(term: &SearchTerm) -> Sql {
    let mut sql = Sql::default();
    sql.text("(a.num IN (SELECT rowid FROM account_search WHERE account_search MATCH ?)", &quoted(term));
    // People missing in the index.
    sql.push(&format!(" OR {BEHIND} AND "));
    sql.append(&test(term));
    sql.push(")");
    sql
}

/// The first rows in order that have the term, by the matches of the search index, which are looked up once.
async fn looked_up(
    tx: &mut ReadTx,
    narrowed: &UserScope,
    order: &UserOrder,
    term: &SearchTerm,
    wanted: u64,
) -> Result<Vec<i64>, StoreError> {
    let UserOrder::Kinds(kinds) = order else {
        return tested(tx, narrowed, order, &indexed(term), wanted).await;
    };
    let kinds: Vec<[i64; 3]> = kinds.iter().map(|kind| [kind.role, kind.department, kind.state]).collect();
    let mut sql = Sql::default();
    sql.text(
        "SELECT a.num FROM json_each(?) AS k CROSS JOIN account AS a INDEXED BY account_kind ON a.role = k.value ->> 0
             AND a.department IS nullif(k.value ->> 1, 0) AND a.state = k.value ->> 2 WHERE ",
        &format!("{kinds:?}"),
    );
    sql.append(&narrowed.conditions);
    sql.push(" AND ");
    sql.append(&indexed(term));
    sql.push(" ORDER BY k.key, a.num DESC");
    limit(&mut sql, wanted, 0);
    sql.positions(tx).await
}

/// A term as the search index takes it.
pub(super) fn quoted(term: &SearchTerm) -> String {
    let quoted: Vec<String> = forms(term).iter().map(|form| quote(form)).collect();
    quoted.join(" OR ")
}

pub(super) fn quote(form: &str) -> String {
    format!("\"{}\"", form.replace('"', "\"\""))
}

/// A query for the people whom the search index finds by the expression, and for those missing in it who meet the
/// condition; at most `most`.
pub(super) fn looking_up(expression: &str, missing: &Sql, most: u64) -> Sql {
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let mut sql = Sql::default();
    sql.text("SELECT * FROM (SELECT rowid FROM account_search WHERE account_search MATCH ?", expression);
    sql.int(" LIMIT ?)", most);
    sql.push(&format!(" UNION ALL SELECT a.num FROM account AS a WHERE {BEHIND} AND "));
    sql.append(missing);
    sql.int(" LIMIT ?", most);
    sql
}

/// A query for people who match a term of three letters or more, at most `most`.
fn matches(term: &SearchTerm, most: u64) -> Sql {
    looking_up(&quoted(term), &test(term), most)
}

/// The first rows in order that meet the condition.
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
        // First, since a look-up in the search index needs no row, and the conditions may.
        sql.append(test);
        sql.push(" AND ");
        sql.append(&narrowed.conditions);
        sql.push(&order.by(false));
        limit(&mut sql, left, 0);
        numbers.extend(sql.positions(tx).await?);
    }
    Ok(numbers)
}
