//! A search for how many names begin, sorted by name: those names stand side by side in the index, and the few other
//! matches are sorted in among them. Walking the index up to those names instead, one would pass up to all people.

use super::search::{looking_up, quote, quoted, test};
use super::{UserOrder, UserQuery, UserScope, limit};
use crate::StoreError;
use crate::sql::Sql;
use crate::transaction::ReadTx;
use vestibule_domain::{SearchTerm, letters};

/// This many matches are looked at to tell whether names begin with the term in three of four matches or more.
const SAMPLED: i64 = 200;

/// The first matches in the order of names; none: too few of the matches are names that begin with the term.
pub(super) async fn leading(
    tx: &mut ReadTx,
    query: &UserQuery,
    (narrowed, order): (&UserScope, &UserOrder),
    term: &SearchTerm,
    wanted: u64,
) -> Result<Option<Vec<i64>>, StoreError> {
    let key = letters::key(term.text());
    let (UserOrder::Columns { columns, index, .. }, Some(begins)) = (order, begins(&key)) else { return Ok(None) };
    if !is_sampled(tx, term, &begins).await? {
        return Ok(None);
    }
    let Some(others) = others(tx, term, &key, &begins, query.small).await? else { return Ok(None) };
    let columns = columns.join(", ");
    let mut sql =
        Sql::new(format!("SELECT a.num FROM (SELECT * FROM (SELECT {columns} FROM account AS a {index} WHERE "));
    sql.append(&begins);
    sql.push(" AND ");
    sql.append(&narrowed.conditions);
    sql.push(&order.by(false));
    limit(&mut sql, wanted, 0);
    sql.text(
        &format!(
            ") UNION ALL SELECT {columns} FROM json_each(?) AS k CROSS JOIN account AS a ON a.num = k.value WHERE "
        ),
        &format!("{others:?}"),
    );
    sql.append(&narrowed.conditions);
    sql.push(") AS a");
    sql.push(&order.by(false));
    limit(&mut sql, wanted, 0);
    Ok(Some(sql.positions(tx).await?))
}

/// A condition that a name begins with the key, as a range of the index. None: no text comes after all of these, or the
/// search index takes other characters for one of the key.
fn begins(key: &str) -> Option<Sql> {
    if key.contains(|c| matches!(c, '\u{fffd}'..='\u{ffff}')) {
        return None;
    }
    let (at, last) = key.char_indices().next_back()?;
    let after = (last..=char::MAX).nth(1)?;
    let mut sql = Sql::default();
    sql.text("(a.name_key >= ?", key);
    sql.text(" AND a.name_key < ?)", &format!("{}{after}", &key[..at]));
    Some(sql)
}

/// Whether most of the first matches in the search index are names that begin with the term.
async fn is_sampled(tx: &mut ReadTx, term: &SearchTerm, begins: &Sql) -> Result<bool, StoreError> {
    let mut sql = Sql::new("SELECT 4 * coalesce(sum(");
    sql.append(begins);
    sql.text(
        "), 0) >= 3 * count(*) FROM (SELECT rowid AS num FROM account_search WHERE account_search MATCH ?",
        &quoted(term),
    );
    sql.int(" LIMIT ?) AS s CROSS JOIN account AS a ON a.num = s.num", SAMPLED);
    Ok(sql.count(tx).await? > 0)
}

/// The matches whose names don't begin with the term; none: there are more than `most`.
async fn others(
    tx: &mut ReadTx,
    term: &SearchTerm,
    key: &str,
    begins: &Sql,
    most: u64,
) -> Result<Option<Vec<i64>>, StoreError> {
    // `^`: at the beginning of the indexed text, which is the name.
    let expression = format!("({}) NOT ^{}", quoted(term), quote(key));
    let mut missing = test(term);
    missing.push(" AND NOT ");
    missing.append(begins);
    let others = looking_up(&expression, &missing, most.saturating_add(1)).positions(tx).await?;
    Ok((others.len() as u64 <= most).then_some(others))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sql::Bind;

    #[test]
    fn a_range_ends_with_the_next_character_that_there_is() {
        let end = |key: &str| match begins(key)?.binds.as_slice() {
            [Bind::Text(_), Bind::Text(end)] => Some(end.clone()),
            _ => None,
        };
        assert_eq!(end("noor").as_deref(), Some("noos"));
        assert_eq!(end("a \u{d7ff}").as_deref(), Some("a \u{e000}"));
        assert_eq!(end("a\u{10ffff}"), None);
        assert_eq!(end(""), None);
        assert_eq!(end("\u{fffd}a"), None);
    }
}
