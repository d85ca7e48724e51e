//! Search: three or more characters of code, email or label through the trigram index, fewer by testing rows; roles and
//! creators by name.

use super::counts::{KindCount, KindFilter};
use super::plan::{OrderedGroup, conditions, groups, names_by_num, page_position, sorted, walk_group_sql};
use super::row_filter::RowFilter;
use super::{FoundPage, ListQuery};
use crate::StoreError;
use crate::apply::invitation::{Unindexed, unindexed};
use crate::sql::Sql;
use crate::transaction::ReadTx;
use std::collections::{BTreeSet, HashMap};
use vestibule_domain::SearchTerm;

/// How many times more search matches than other matches may be fetched and sorted: the index returns them at once.
const FETCHED: u64 = 12;

/// How many of the newest rows are tested for terms of one or two characters, which the index can't look up.
const TESTED: i64 = 250_000;

/// The ways to match a term: the trigram index, or the name of role or creator.
struct SearchMatches {
    text: String,
    /// Too short for the trigram index.
    short: bool,
    code_part: Option<String>,
    fts: String,
    /// Matching rows that the index does not contain yet.
    newest: Vec<i64>,
    roles: Vec<i64>,
    creators: Vec<i64>,
}

pub(super) async fn names_of(
    tx: &mut ReadTx,
    table: &'static str,
    numbers: impl Iterator<Item = i64>,
) -> Result<HashMap<i64, String>, StoreError> {
    let distinct: Vec<i64> = numbers.collect::<BTreeSet<_>>().into_iter().collect();
    names_by_num(tx, table, &distinct).await
}

pub(super) async fn page(
    tx: &mut ReadTx,
    query: &ListQuery,
    term: &SearchTerm,
    kind_filter: KindFilter<'_>,
    row_filter: &RowFilter,
    cells: &[KindCount],
) -> Result<FoundPage, StoreError> {
    let matching = matching(tx, term, cells).await?;
    // Up to this many matches are fetched and sorted; more are so frequent that walking the order and testing each row
    // is faster.
    let few = FETCHED * query.small;
    if matching.short {
        let mut such = matching.test();
        restrict(&mut such, row_filter, kind_filter);
        let total = count(tx, &such).await?;
        if total <= few {
            return sorted(tx, query, &such, total).await;
        }
        return walked(tx, query, &matching, kind_filter, row_filter, cells, total).await;
    }
    let found = matching.count_up_to(tx, few + 1).await?;
    let by_name: u64 =
        cells.iter().filter(|cell| matching.has_name(cell) && kind_filter.covers(cell)).map(|cell| cell.n).sum();
    let mut such = Sql::default();
    if found + by_name <= few {
        such.append(&matching.members(kind_filter));
        restrict(&mut such, row_filter, kind_filter);
        let total = count(tx, &such).await?;
        return sorted(tx, query, &such, total).await;
    }
    let total = matching.total(tx, row_filter, kind_filter, by_name).await?;
    walked(tx, query, &matching, kind_filter, row_filter, cells, total).await
}

/// Walks the order and tests each row, until a page is full.
async fn walked(
    tx: &mut ReadTx,
    query: &ListQuery,
    matching: &SearchMatches,
    kind_filter: KindFilter<'_>,
    row_filter: &RowFilter,
    cells: &[KindCount],
    total: u64,
) -> Result<FoundPage, StoreError> {
    let mut such = matching.test();
    restrict(&mut such, row_filter, KindFilter::default());
    let (page, skip) = page_position(query, total);
    let mut positions = Vec::new();
    let mut skip = skip;
    for group in groups(tx, query, kind_filter, cells).await? {
        let wanted = u64::from(query.size) - positions.len() as u64;
        if wanted == 0 {
            break;
        }
        let rows = walk_group_sql(&group, cells, Some(&|_| such.clone()), wanted, skip).positions(tx).await?;
        if rows.is_empty() && skip > 0 {
            skip -= matching.in_group(tx, row_filter, &group).await?.min(skip);
        } else {
            skip = 0;
        }
        positions.extend(rows);
    }
    Ok(FoundPage { positions, total, page })
}

async fn matching(tx: &mut ReadTx, term: &SearchTerm, cells: &[KindCount]) -> Result<SearchMatches, StoreError> {
    let has = |names: HashMap<i64, String>| {
        let mut numbers: Vec<i64> = names
            .into_iter()
            .filter(|(_, name)| name.to_lowercase().contains(term.text()))
            .map(|(num, _)| num)
            .collect();
        numbers.sort_unstable();
        numbers
    };
    let roles = has(names_of(tx, "role", cells.iter().map(|cell| cell.role)).await?);
    let creators = has(names_of(tx, "account", cells.iter().map(|cell| cell.creator)).await?);
    let quoted = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
    let mut parts = Vec::new();
    parts.push(format!("words : {}", quoted(term.text())));
    if let Some(part) = term.code_part() {
        parts.push(format!("code : {}", quoted(part)));
    }
    let has_term = |row: &Unindexed| {
        row.words().contains(term.text()) || term.code_part().is_some_and(|part| row.code.contains(part))
    };
    let behind = if term.is_short() { Vec::new() } else { unindexed(tx.connection()).await? };
    let newest = behind.iter().filter(|row| has_term(row)).map(|row| row.pos).collect();
    Ok(SearchMatches {
        text: term.text().to_owned(),
        short: term.is_short(),
        code_part: term.code_part().map(str::to_owned),
        fts: parts.join(" OR "),
        newest,
        roles,
        creators,
    })
}

fn restrict(sql: &mut Sql, row_filter: &RowFilter, kind_filter: KindFilter<'_>) {
    conditions(sql, kind_filter);
    row_filter.conditions(sql, None, None);
}

async fn count(tx: &mut ReadTx, such: &Sql) -> Result<u64, StoreError> {
    let mut sql = Sql::new("SELECT count(*) FROM invitation AS i WHERE ");
    sql.append(such);
    sql.count(tx).await
}

/// Variants of a short text, with both cases of each non-ASCII letter: at most four.
fn in_either_case(text: &str) -> Vec<String> {
    text.chars().fold(vec![String::new()], |before, c| {
        let upper: String = if c.is_ascii() { c.into() } else { c.to_uppercase().collect() };
        let mut forms = vec![c.to_string()];
        forms.extend(Some(upper).filter(|upper| *upper != forms[0]));
        before.iter().flat_map(|begun| forms.iter().map(move |form| format!("{begun}{form}"))).collect()
    })
}

impl SearchMatches {
    fn has_name(&self, cell: &KindCount) -> bool {
        self.roles.contains(&cell.role) || self.creators.contains(&cell.creator)
    }

    async fn count_up_to(&self, tx: &mut ReadTx, most: u64) -> Result<u64, StoreError> {
        let mut sql = Sql::default();
        sql.text("SELECT count(*) FROM (SELECT 1 FROM invitation_search WHERE invitation_search MATCH ?", &self.fts);
        sql.int(" LIMIT ?)", i64::try_from(most).unwrap_or(i64::MAX));
        Ok(sql.count(tx).await? + self.newest.len() as u64)
    }

    /// A condition that selects the matches of a small result.
    fn members(&self, kind_filter: KindFilter<'_>) -> Sql {
        let mut sql = Sql::new("i.pos IN (");
        sql.text("SELECT rowid FROM invitation_search WHERE invitation_search MATCH ?", &self.fts);
        sql.text(" UNION SELECT value FROM json_each(?)", &format!("{:?}", self.newest));
        for (column, numbers) in [("j.role", &self.roles), ("j.creator", &self.creators)] {
            if !numbers.is_empty() {
                sql.push(" UNION SELECT j.pos FROM invitation AS j WHERE 1");
                sql.one_of(" AND ", column, numbers);
                if let Some(list_state) = kind_filter.list_state {
                    sql.int(" AND j.list_state = ?", list_state);
                }
            }
        }
        sql.push(")");
        sql
    }

    /// A condition that tests one row, for results in which most rows match.
    fn test(&self) -> Sql {
        let mut sql = Sql::new("(0");
        if !self.newest.is_empty() {
            sql.one_of(" OR ", "+i.pos", &self.newest);
        }
        for (column, numbers) in [("+i.role", &self.roles), ("+i.creator", &self.creators)] {
            if !numbers.is_empty() {
                sql.one_of(" OR ", column, numbers);
            }
        }
        if let Some(part) = &self.code_part {
            sql.text(" OR instr(i.code, ?)", part);
        }
        sql.text(" OR instr(i.email_key, ?)", &self.text);
        if self.short {
            for text in in_either_case(&self.text) {
                sql.text(" OR instr(lower(i.label), ?)", &text);
                sql.text(" OR instr('@' || lower(i.domain), ?)", &text);
            }
            sql.int(") AND i.pos > (SELECT max(pos) FROM invitation) - ?", TESTED);
            return sql;
        }
        sql.text(" OR instr('@' || lower(i.domain), ?)", &self.text);
        sql.text(" OR instr(lower(i.label), ?)", &self.text);
        // SQLite's lower() folds ASCII letters only; the index folds all.
        sql.push(" OR ((i.label GLOB '*[^ -~]*' OR i.domain GLOB '*[^ -~]*')");
        sql.text(
            " AND EXISTS (SELECT 1 FROM invitation_search AS s WHERE s.invitation_search MATCH ? AND s.rowid = i.pos)))",
            &self.fts,
        );
        sql
    }

    /// The exact total: fast through the index alone; a join if filters or names are involved.
    async fn total(
        &self,
        tx: &mut ReadTx,
        row_filter: &RowFilter,
        kind_filter: KindFilter<'_>,
        by_name: u64,
    ) -> Result<u64, StoreError> {
        let plain =
            kind_filter == (KindFilter { hide: kind_filter.hide, ..KindFilter::default() }) && row_filter.is_none();
        if plain && self.roles.is_empty() && self.creators.is_empty() {
            return self.count_up_to(tx, u64::MAX >> 1).await;
        }
        let mut other = Sql::new("SELECT count(*) FROM (");
        other.text("SELECT rowid AS pos FROM invitation_search WHERE invitation_search MATCH ?", &self.fts);
        other.text(" UNION ALL SELECT value FROM json_each(?)", &format!("{:?}", self.newest));
        other.push(") AS s CROSS JOIN invitation AS i ON i.pos = s.pos WHERE 1");
        restrict(&mut other, row_filter, kind_filter);
        let mut named = 0;
        for (column, numbers) in [("+i.role", &self.roles), ("+i.creator", &self.creators)] {
            if !numbers.is_empty() {
                other.push(" AND NOT (1");
                other.one_of(" AND ", column, numbers);
                other.push(")");
                named = by_name;
            }
        }
        if !row_filter.is_none() && named > 0 {
            let mut all = self.test();
            restrict(&mut all, row_filter, kind_filter);
            return count(tx, &all).await;
        }
        Ok(named + other.count(tx).await?)
    }

    async fn in_group(
        &self,
        tx: &mut ReadTx,
        row_filter: &RowFilter,
        group: &OrderedGroup<'_>,
    ) -> Result<u64, StoreError> {
        let mut such = self.test();
        restrict(&mut such, row_filter, group.kind_filter);
        count(tx, &such).await
    }
}
