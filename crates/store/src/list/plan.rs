//! Plans how a page is found: by groups of known size, along an index, or by sorting a small result.

use super::counts::{KindCount, KindFilter, cells, list_state_of, number_of};
use super::index::{Index, one_of};
use super::row_filter::{RowFilter, Time, has_archive};
use super::{FoundPage, ListQuery, ListSort, search};
use crate::StoreError;
use crate::apply::invitation::{ARCHIVED, LISTED, OPEN, is_listed};
use crate::sql::Sql;
use crate::transaction::ReadTx;
use sqlx::Row;
use std::collections::HashMap;
use vestibule_domain::Status;

/// The index order in which a group is walked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WalkOrder {
    Created,
    Code,
    Email,
    Expires,
    Uses,
}

/// Rows of one kind in one order.
#[derive(Debug, Clone, Copy)]
pub(super) struct OrderedGroup<'a> {
    pub(super) kind_filter: KindFilter<'a>,
    pub(super) walk: WalkOrder,
    pub(super) descending: bool,
    pub(super) n: u64,
}

/// Finds a page.
pub(super) async fn page(tx: &mut ReadTx, query: &ListQuery) -> Result<FoundPage, StoreError> {
    let departments = match &query.filter.department {
        Some(division) => Some(tx.numbers_of(division).await?),
        None => None,
    };
    if departments.as_ref().is_some_and(Vec::is_empty) {
        return Ok(FoundPage::default());
    }
    let Some(kind_filter) = kind_filter(tx, query).await? else {
        return Ok(FoundPage::default());
    };
    let kind_filter = KindFilter { departments: departments.as_deref(), ..kind_filter };
    let Some(row_filter) = RowFilter::for_query(tx, query).await? else {
        return Ok(FoundPage::default());
    };
    let cells = cells(tx).await?;
    let kind_filter = KindFilter { hide: has_archive(&cells), ..kind_filter };
    if let Some(term) = query.filter.search.as_ref().filter(|_| !query.filter.archived) {
        return search::page(tx, query, term, kind_filter, &row_filter, &cells).await;
    }
    if !row_filter.is_none() {
        let total = row_filter.total(tx, kind_filter, &cells).await?;
        if total <= few(query, kind_filter, &cells) {
            let such = row_filter.members(tx, kind_filter, &cells).await?;
            return sorted(tx, query, &such, total).await;
        }
        return testing(tx, query, kind_filter, &row_filter, total, &cells).await;
    }
    let total = kind_filter.count(&cells);
    let walks = matches!(query.sort, ListSort::Code | ListSort::Email | ListSort::Expires | ListSort::Uses);
    if walks && total <= query.small && kind_filter != (KindFilter { hide: kind_filter.hide, ..KindFilter::default() })
    {
        return sorted(tx, query, &driven(kind_filter, &cells), total).await;
    }
    let groups = groups(tx, query, kind_filter, &cells).await?;
    let (page, skip) = page_position(query, total);
    let positions = walk(tx, &groups, skip, u64::from(query.size), &cells).await?;
    Ok(FoundPage { positions, total, page })
}

/// Up to this many matches, fetching and sorting all is less work than walking the order and testing rows: about where
/// both read the same number of rows.
fn few(query: &ListQuery, kind_filter: KindFilter<'_>, cells: &[KindCount]) -> u64 {
    match query.small {
        0 => 0,
        small => small.max((u64::from(query.size) * kind_filter.count(cells)).isqrt()),
    }
}

/// Walks the order and tests each row: for filters that most rows pass.
async fn testing(
    tx: &mut ReadTx,
    query: &ListQuery,
    kind_filter: KindFilter<'_>,
    row_filter: &RowFilter,
    total: u64,
    cells: &[KindCount],
) -> Result<FoundPage, StoreError> {
    let (page, mut skip) = page_position(query, total);
    let groups = groups(tx, query, kind_filter, cells).await?;
    let also = |group: &OrderedGroup<'_>, list_state: Option<i64>| {
        let mut also = Sql::new("1");
        let time = match group.walk {
            WalkOrder::Created => Some(Time::Created),
            WalkOrder::Expires => Some(Time::Expires),
            _ => None,
        };
        row_filter.conditions(&mut also, time, list_state);
        also
    };
    let mut positions: Vec<i64> = Vec::new();
    // For the order by age, a group or a label has its own index.
    let own = row_filter.own_walk(kind_filter).filter(|_| query.sort == ListSort::Created);
    if let [only] = groups.as_slice() {
        let take = u64::from(query.size).min(total - skip);
        let behind = total - skip - take;
        let backwards = behind < skip;
        let (offset, descending) = if backwards { (behind, !only.descending) } else { (skip, only.descending) };
        let walk = match own {
            Some(own) => ordered(own, descending, take, offset),
            None => walk_group_sql(
                &OrderedGroup { descending, ..*only },
                cells,
                Some(&|list_state| also(only, list_state)),
                take,
                offset,
            ),
        };
        positions = walk.positions(tx).await?;
        if backwards {
            positions.reverse();
        }
        return Ok(FoundPage { positions, total, page });
    }
    for group in groups {
        let wanted = u64::from(query.size) - positions.len() as u64;
        if wanted == 0 {
            break;
        }
        let here = if skip > 0 { row_filter.total(tx, group.kind_filter, cells).await? } else { u64::MAX };
        if skip >= here {
            skip -= here;
            continue;
        }
        positions.extend(
            walk_group_sql(&group, cells, Some(&|list_state| also(&group, list_state)), wanted, skip)
                .positions(tx)
                .await?,
        );
        skip = 0;
    }
    Ok(FoundPage { positions, total, page })
}

/// A query for positions ordered by age.
fn ordered(mut sql: Sql, descending: bool, take: u64, offset: u64) -> Sql {
    let way = if descending { "DESC" } else { "ASC" };
    sql.push(&format!(" ORDER BY k0 {way}, pos {way}"));
    sql.int(" LIMIT ?", i64::try_from(take).unwrap_or(i64::MAX));
    sql.int(" OFFSET ?", i64::try_from(offset).unwrap_or(i64::MAX));
    sql
}

/// The page to return (the last one if the requested one is beyond the end), and how many rows come before it.
pub(super) fn page_position(query: &ListQuery, total: u64) -> (u32, u64) {
    let size = u64::from(query.size.max(1));
    let last = u32::try_from(total.div_ceil(size).max(1)).unwrap_or(u32::MAX);
    let page = query.page.clamp(1, last);
    (page, u64::from(page - 1) * size)
}

/// Everything but the departments. None: no row can match.
async fn kind_filter(tx: &mut ReadTx, query: &ListQuery) -> Result<Option<KindFilter<'static>>, StoreError> {
    let filter = &query.filter;
    let list_state = match (filter.archived, filter.status, filter.expiring_before) {
        (true, _, None) => Some(ARCHIVED),
        (true, _, Some(_)) => return Ok(None),
        (false, None | Some(Status::Active), Some(_)) => Some(OPEN),
        (false, Some(_), Some(_)) => return Ok(None),
        (false, status, None) => status.map(list_state_of),
    };
    let mut kind_filter = KindFilter { list_state, ..KindFilter::default() };
    let wanted = [("role", filter.role.map(|id| *id.as_bytes())), ("account", filter.creator.map(|id| *id.as_bytes()))];
    for (table, id) in wanted {
        let Some(id) = id else { continue };
        let Some(num) = number_of(tx, table, &id).await? else { return Ok(None) };
        match table {
            "role" => kind_filter.role = Some(num),
            _ => kind_filter.creator = Some(num),
        }
    }
    Ok(Some(kind_filter))
}

/// The groups that make up a list in this order.
pub(super) async fn groups<'a>(
    tx: &mut ReadTx,
    query: &ListQuery,
    kind_filter: KindFilter<'a>,
    cells: &[KindCount],
) -> Result<Vec<OrderedGroup<'a>>, StoreError> {
    let descending = query.descending;
    let one = |kind_filter: KindFilter<'a>, walk, descending| OrderedGroup {
        kind_filter,
        walk,
        descending,
        n: kind_filter.count(cells),
    };
    let by_age = |kind_filter: KindFilter<'a>| one(kind_filter, WalkOrder::Created, true);
    let mut groups: Vec<OrderedGroup<'a>> = match query.sort {
        ListSort::Created => return Ok(vec![one(kind_filter, WalkOrder::Created, descending)]),
        ListSort::Code => return Ok(vec![one(kind_filter, WalkOrder::Code, descending)]),
        ListSort::Expires => return Ok(vec![one(kind_filter, WalkOrder::Expires, descending)]),
        ListSort::Uses => {
            let begun = one(KindFilter { begun: Some(true), ..kind_filter }, WalkOrder::Uses, descending);
            let unused = one(KindFilter { begun: Some(false), ..kind_filter }, WalkOrder::Created, descending);
            return Ok(if descending { vec![begun, unused] } else { vec![unused, begun] });
        }
        ListSort::Email => {
            let bound = one(KindFilter { bound: Some(true), ..kind_filter }, WalkOrder::Email, descending);
            return Ok(vec![bound, by_age(KindFilter { bound: Some(false), ..kind_filter })]);
        }
        ListSort::Status => (0..5)
            .filter(|list_state| {
                kind_filter.list_state.map_or_else(|| is_listed(*list_state), |wanted| wanted == *list_state)
            })
            .map(|list_state| by_age(KindFilter { list_state: Some(list_state), ..kind_filter }))
            .collect(),
        ListSort::Role => {
            let names = names(tx, "role", cells.iter().map(|cell| cell.role)).await?;
            names
                .into_iter()
                .filter(|num| kind_filter.role.is_none_or(|wanted| wanted == *num))
                .map(|num| by_age(KindFilter { role: Some(num), ..kind_filter }))
                .collect()
        }
        ListSort::CreatedBy => {
            let names = names(tx, "account", cells.iter().map(|cell| cell.creator)).await?;
            names
                .into_iter()
                .filter(|num| kind_filter.creator.is_none_or(|wanted| wanted == *num))
                .map(|num| by_age(KindFilter { creator: Some(num), ..kind_filter }))
                .collect()
        }
    };
    if descending {
        groups.reverse();
    }
    Ok(groups)
}

/// Local numbers, ordered by the names they stand for.
async fn names(
    tx: &mut ReadTx,
    table: &'static str,
    numbers: impl Iterator<Item = i64>,
) -> Result<Vec<i64>, StoreError> {
    let named = search::names_of(tx, table, numbers).await?;
    let mut ordered: Vec<(String, i64)> = named.into_iter().map(|(num, name)| (name.to_lowercase(), num)).collect();
    ordered.sort();
    Ok(ordered.into_iter().map(|(_, num)| num).collect())
}

async fn walk(
    tx: &mut ReadTx,
    groups: &[OrderedGroup<'_>],
    mut skip: u64,
    size: u64,
    cells: &[KindCount],
) -> Result<Vec<i64>, StoreError> {
    let mut positions = Vec::new();
    for group in groups {
        if skip >= group.n {
            skip -= group.n;
            continue;
        }
        let take = (size - positions.len() as u64).min(group.n - skip);
        if take == 0 {
            break;
        }
        // Walk the far half backwards, from the nearer end.
        let behind = group.n - skip - take;
        let backwards = behind < skip;
        let (offset, descending) = if backwards { (behind, !group.descending) } else { (skip, group.descending) };
        let mut found =
            walk_group_sql(&OrderedGroup { descending, ..*group }, cells, None, take, offset).positions(tx).await?;
        if backwards {
            found.reverse();
        }
        positions.extend(found);
        skip = 0;
    }
    Ok(positions)
}

/// Builds an additional condition on `i`, for the rows of one list state or of all.
pub(super) type ExtraCondition<'a> = &'a dyn Fn(Option<i64>) -> Sql;

/// The SQL that walks a group along its index.
pub(super) fn walk_group_sql(
    group: &OrderedGroup<'_>,
    cells: &[KindCount],
    also: Option<ExtraCondition<'_>>,
    take: u64,
    offset: u64,
) -> Sql {
    let kind_filter = group.kind_filter;
    let (index, keys) = match group.walk {
        WalkOrder::Created => (Index::by_age(kind_filter, cells), "i.created_at"),
        WalkOrder::Code => (Index::None, "i.code"),
        WalkOrder::Email => (Index::Email, "i.email_key, i.created_at"),
        WalkOrder::Expires => (Index::Expires, "i.expires_at"),
        WalkOrder::Uses => (Index::Uses, "i.uses, i.created_at"),
    };
    // An index that starts with the list state is walked once per list state, and the results merged; one that starts
    // with the department, once per department.
    let (mut list_states, mut departments): (Vec<Option<i64>>, Vec<Option<&[i64]>>) =
        (vec![None], vec![kind_filter.departments]);
    match (index, kind_filter.list_state, kind_filter.departments) {
        (Index::Shelf | Index::Expires, Some(list_state), _) => list_states = vec![Some(list_state)],
        (Index::Shelf | Index::Expires, None, _) => {
            list_states = (0..5).filter(|list_state| is_listed(*list_state)).map(Some).collect()
        }
        (Index::Department, _, Some(several)) => departments = several.chunks(1).map(Some).collect(),
        _ => {}
    }
    let parts: Vec<_> =
        list_states.iter().flat_map(|list_state| departments.iter().map(move |these| (list_state, these))).collect();
    let named: Vec<String> = keys.split(", ").enumerate().map(|(at, key)| format!("{key} AS k{at}")).collect();
    let mut sql = Sql::default();
    for (turn, (list_state, departments)) in parts.into_iter().enumerate() {
        sql.push(if turn > 0 { " UNION ALL " } else { "" });
        sql.push(&format!("SELECT i.pos AS pos, {} FROM invitation AS i {} WHERE 1", named.join(", "), index.hint()));
        let mut rest = KindFilter { departments: *departments, ..kind_filter };
        if let Some(list_state) = list_state {
            sql.int(" AND i.list_state = ?", *list_state);
            rest.list_state = None;
            rest.hide = false;
        }
        index.lead(&mut sql, &mut rest);
        conditions(&mut sql, rest);
        if let Some(also) = also {
            sql.push(" AND ");
            sql.append(&also(list_state.or(kind_filter.list_state)));
        }
    }
    let way = if group.descending { "DESC" } else { "ASC" };
    let order: Vec<String> = (0..named.len()).map(|at| format!("k{at} {way}")).collect();
    sql.push(&format!(" ORDER BY {}, pos {way}", order.join(", ")));
    sql.int(" LIMIT ?", i64::try_from(take).unwrap_or(i64::MAX));
    sql.int(" OFFSET ?", i64::try_from(offset).unwrap_or(i64::MAX));
    sql
}

/// Conditions with a unary plus, so that SQLite chooses no index for them.
pub(super) fn conditions(sql: &mut Sql, kind_filter: KindFilter<'_>) {
    if let Some(departments) = kind_filter.departments {
        one_of(sql, "+i.department", departments);
    }
    let columns =
        [("role", kind_filter.role), ("creator", kind_filter.creator), ("list_state", kind_filter.list_state)];
    for (column, value) in columns {
        if let Some(value) = value {
            sql.int(&format!(" AND +i.{column} = ?"), value);
        }
    }
    if kind_filter.hide && kind_filter.list_state.is_none() {
        sql.push(&format!(" AND +i.list_state IN {LISTED}"));
    }
    match kind_filter.bound {
        Some(true) => sql.push(" AND +i.email_key IS NOT NULL"),
        Some(false) => sql.push(" AND +i.email_key IS NULL"),
        None => {}
    }
    match kind_filter.begun {
        Some(true) => sql.push(" AND +i.uses > 0"),
        Some(false) => sql.push(" AND +i.uses = 0"),
        None => {}
    }
}

/// The same conditions, but the most selective one may use its index.
pub(super) fn driven(kind_filter: KindFilter<'_>, cells: &[KindCount]) -> Sql {
    let mut sql = Sql::new("1");
    let mut rest = kind_filter;
    let index = Index::rarest(kind_filter, cells);
    index.lead(&mut sql, &mut rest);
    if let (Index::Shelf, Some(list_state)) = (index, rest.list_state) {
        sql.int(" AND i.list_state = ?", list_state);
        rest.list_state = None;
        rest.hide = false;
    }
    conditions(&mut sql, rest);
    sql
}

/// Fetches all matches and sorts them: for small results.
pub(super) async fn sorted(
    tx: &mut ReadTx,
    query: &ListQuery,
    such: &Sql,
    total: u64,
) -> Result<FoundPage, StoreError> {
    let way = if query.descending { "DESC" } else { "ASC" };
    let order = match query.sort {
        ListSort::Created => format!("i.created_at {way}, i.pos {way}"),
        ListSort::Code => format!("i.code {way}"),
        ListSort::Email => format!("i.email_key IS NULL, i.email_key {way}, i.created_at DESC, i.pos DESC"),
        ListSort::Role => {
            format!("(SELECT lower(name) FROM role WHERE num = i.role) {way}, i.created_at DESC, i.pos DESC")
        }
        ListSort::Status => format!("i.list_state {way}, i.created_at DESC, i.pos DESC"),
        ListSort::Expires => format!("i.expires_at {way}, i.pos {way}"),
        ListSort::Uses => format!("i.uses {way}, i.created_at {way}, i.pos {way}"),
        ListSort::CreatedBy => {
            format!("(SELECT lower(name) FROM account WHERE num = i.creator) {way}, i.created_at DESC, i.pos DESC")
        }
    };
    let (page, skip) = page_position(query, total);
    let mut sql = Sql::new("SELECT i.pos FROM invitation AS i WHERE ");
    sql.append(such);
    sql.push(&format!(" ORDER BY {order}"));
    sql.int(" LIMIT ?", i64::from(query.size));
    sql.int(" OFFSET ?", i64::try_from(skip).unwrap_or(i64::MAX));
    let positions = sql.positions(tx).await?;
    Ok(FoundPage { positions, total, page })
}

/// Names by local number.
pub(super) async fn names_by_num(
    tx: &mut ReadTx,
    table: &'static str,
    numbers: &[i64],
) -> Result<HashMap<i64, String>, StoreError> {
    let sql = format!("SELECT num, name FROM {table} WHERE num IN (SELECT value FROM json_each(?))");
    let rows = sqlx::query(&sql).bind(format!("{numbers:?}")).fetch_all(tx.connection()).await?;
    Ok(rows.iter().map(|row| (row.get(0), row.get(1))).collect())
}
