//! How a page is found: in groups whose sizes are known, along an index, or by sorting a small result.

use super::extras::{Extras, Time, has_archive};
use super::index::{Index, one_of};
use super::tally::{Cell, Dims, cells, number_of, shelf_of};
use super::{Found, ListQuery, ListSort, search};
use crate::StoreError;
use crate::apply::invitation::{ARCHIVED, LISTED, OPEN, is_listed};
use crate::change::Look;
use crate::sql::Sql;
use sqlx::Row;
use std::collections::HashMap;
use vestibule_domain::Status;

/// Along which index a group is walked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Walk {
    Created,
    Code,
    Email,
    Expires,
    Uses,
}

/// A run of rows of one kind, in one order.
#[derive(Debug, Clone, Copy)]
pub(super) struct Group<'a> {
    pub(super) dims: Dims<'a>,
    pub(super) walk: Walk,
    pub(super) descending: bool,
    pub(super) n: u64,
}

/// Finds a page.
pub(super) async fn page(look: &mut Look, query: &ListQuery) -> Result<Found, StoreError> {
    let departments = match &query.filter.department {
        Some(division) => Some(look.numbers_of(division).await?),
        None => None,
    };
    if departments.as_ref().is_some_and(Vec::is_empty) {
        return Ok(Found::default());
    }
    let Some(dims) = dims(look, query).await? else {
        return Ok(Found::default());
    };
    let dims = Dims { departments: departments.as_deref(), ..dims };
    let Some(extras) = Extras::of(look, query).await? else {
        return Ok(Found::default());
    };
    let cells = cells(look).await?;
    let dims = Dims { hide: has_archive(&cells), ..dims };
    if let Some(term) = query.filter.search.as_ref().filter(|_| !query.filter.archived) {
        return search::page(look, query, term, dims, &extras, &cells).await;
    }
    if !extras.is_none() {
        let total = extras.total(look, dims, &cells).await?;
        if total <= few(query, dims, &cells) {
            let such = extras.members(look, dims, &cells).await?;
            return sorted(look, query, &such, total).await;
        }
        return testing(look, query, dims, &extras, total, &cells).await;
    }
    let total = dims.count(&cells);
    let walks = matches!(query.sort, ListSort::Code | ListSort::Email | ListSort::Expires | ListSort::Uses);
    if walks && total <= query.small && dims != (Dims { hide: dims.hide, ..Dims::default() }) {
        return sorted(look, query, &driven(dims, &cells), total).await;
    }
    let groups = groups(look, query, dims, &cells).await?;
    let (page, skip) = place(query, total);
    let positions = walk(look, &groups, skip, u64::from(query.size), &cells).await?;
    Ok(Found { positions, total, page })
}

/// Up to so many matches it is less work to fetch and sort them all than to walk the order and test each row: about where both look at the same number.
fn few(query: &ListQuery, dims: Dims<'_>, cells: &[Cell]) -> u64 {
    match query.small {
        0 => 0,
        small => small.max((u64::from(query.size) * dims.count(cells)).isqrt()),
    }
}

/// Walks the order and tests each row: for filters that leave many.
async fn testing(
    look: &mut Look,
    query: &ListQuery,
    dims: Dims<'_>,
    extras: &Extras,
    total: u64,
    cells: &[Cell],
) -> Result<Found, StoreError> {
    let (page, mut skip) = place(query, total);
    let groups = groups(look, query, dims, cells).await?;
    let also = |group: &Group<'_>, shelf: Option<i64>| {
        let mut also = Sql::new("1");
        let time = match group.walk {
            Walk::Created => Some(Time::Created),
            Walk::Expires => Some(Time::Expires),
            _ => None,
        };
        extras.conditions(&mut also, time, shelf);
        also
    };
    let mut positions: Vec<i64> = Vec::new();
    // By age, a group or a label has an index of its own.
    let own = extras.own_walk(dims).filter(|_| query.sort == ListSort::Created);
    if let [only] = groups.as_slice() {
        let take = u64::from(query.size).min(total - skip);
        let behind = total - skip - take;
        let backwards = behind < skip;
        let (offset, descending) = if backwards { (behind, !only.descending) } else { (skip, only.descending) };
        let walk = match own {
            Some(own) => ordered(own, descending, take, offset),
            None => along(&Group { descending, ..*only }, cells, Some(&|shelf| also(only, shelf)), take, offset),
        };
        positions = walk.positions(look).await?;
        if backwards {
            positions.reverse();
        }
        return Ok(Found { positions, total, page });
    }
    for group in groups {
        let wanted = u64::from(query.size) - positions.len() as u64;
        if wanted == 0 {
            break;
        }
        let here = if skip > 0 { extras.total(look, group.dims, cells).await? } else { u64::MAX };
        if skip >= here {
            skip -= here;
            continue;
        }
        positions.extend(along(&group, cells, Some(&|shelf| also(&group, shelf)), wanted, skip).positions(look).await?);
        skip = 0;
    }
    Ok(Found { positions, total, page })
}

/// A query for positions by age, in that order.
fn ordered(mut sql: Sql, descending: bool, take: u64, offset: u64) -> Sql {
    let way = if descending { "DESC" } else { "ASC" };
    sql.push(&format!(" ORDER BY k0 {way}, pos {way}"));
    sql.int(" LIMIT ?", i64::try_from(take).unwrap_or(i64::MAX));
    sql.int(" OFFSET ?", i64::try_from(offset).unwrap_or(i64::MAX));
    sql
}

/// The page that is given (the last one if the asked one lies behind the end) and how many rows stand before it.
pub(super) fn place(query: &ListQuery, total: u64) -> (u32, u64) {
    let size = u64::from(query.size.max(1));
    let last = u32::try_from(total.div_ceil(size).max(1)).unwrap_or(u32::MAX);
    let page = query.page.clamp(1, last);
    (page, u64::from(page - 1) * size)
}

/// All but the departments.
async fn dims(look: &mut Look, query: &ListQuery) -> Result<Option<Dims<'static>>, StoreError> {
    let filter = &query.filter;
    let shelf = match (filter.archived, filter.status, filter.expiring_before) {
        (true, _, None) => Some(ARCHIVED),
        (true, _, Some(_)) => return Ok(None),
        (false, None | Some(Status::Active), Some(_)) => Some(OPEN),
        (false, Some(_), Some(_)) => return Ok(None),
        (false, status, None) => status.map(shelf_of),
    };
    let mut dims = Dims { shelf, ..Dims::default() };
    let wanted = [("role", filter.role.map(|id| *id.as_bytes())), ("account", filter.creator.map(|id| *id.as_bytes()))];
    for (table, id) in wanted {
        let Some(id) = id else { continue };
        let Some(num) = number_of(look, table, &id).await? else { return Ok(None) };
        match table {
            "role" => dims.role = Some(num),
            _ => dims.creator = Some(num),
        }
    }
    Ok(Some(dims))
}

/// The groups of which a list in this order is made.
pub(super) async fn groups<'a>(
    look: &mut Look,
    query: &ListQuery,
    dims: Dims<'a>,
    cells: &[Cell],
) -> Result<Vec<Group<'a>>, StoreError> {
    let descending = query.descending;
    let one = |dims: Dims<'a>, walk, descending| Group { dims, walk, descending, n: dims.count(cells) };
    let by_age = |dims: Dims<'a>| one(dims, Walk::Created, true);
    let mut groups: Vec<Group<'a>> = match query.sort {
        ListSort::Created => return Ok(vec![one(dims, Walk::Created, descending)]),
        ListSort::Code => return Ok(vec![one(dims, Walk::Code, descending)]),
        ListSort::Expires => return Ok(vec![one(dims, Walk::Expires, descending)]),
        ListSort::Uses => {
            let begun = one(Dims { begun: Some(true), ..dims }, Walk::Uses, descending);
            let unused = one(Dims { begun: Some(false), ..dims }, Walk::Created, descending);
            return Ok(if descending { vec![begun, unused] } else { vec![unused, begun] });
        }
        ListSort::Email => {
            let bound = one(Dims { bound: Some(true), ..dims }, Walk::Email, descending);
            return Ok(vec![bound, by_age(Dims { bound: Some(false), ..dims })]);
        }
        ListSort::Status => (0..5)
            .filter(|shelf| dims.shelf.map_or_else(|| is_listed(*shelf), |wanted| wanted == *shelf))
            .map(|shelf| by_age(Dims { shelf: Some(shelf), ..dims }))
            .collect(),
        ListSort::Role => {
            let names = names(look, "role", cells.iter().map(|cell| cell.role)).await?;
            names
                .into_iter()
                .filter(|num| dims.role.is_none_or(|wanted| wanted == *num))
                .map(|num| by_age(Dims { role: Some(num), ..dims }))
                .collect()
        }
        ListSort::CreatedBy => {
            let names = names(look, "account", cells.iter().map(|cell| cell.creator)).await?;
            names
                .into_iter()
                .filter(|num| dims.creator.is_none_or(|wanted| wanted == *num))
                .map(|num| by_age(Dims { creator: Some(num), ..dims }))
                .collect()
        }
    };
    if descending {
        groups.reverse();
    }
    Ok(groups)
}

/// The numbers, ordered by the names behind them.
async fn names(
    look: &mut Look,
    table: &'static str,
    numbers: impl Iterator<Item = i64>,
) -> Result<Vec<i64>, StoreError> {
    let named = search::names_of(look, table, numbers).await?;
    let mut ordered: Vec<(String, i64)> = named.into_iter().map(|(num, name)| (name.to_lowercase(), num)).collect();
    ordered.sort();
    Ok(ordered.into_iter().map(|(_, num)| num).collect())
}

async fn walk(
    look: &mut Look,
    groups: &[Group<'_>],
    mut skip: u64,
    size: u64,
    cells: &[Cell],
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
        // From the nearer end: the far half is walked backwards.
        let behind = group.n - skip - take;
        let backwards = behind < skip;
        let (offset, descending) = if backwards { (behind, !group.descending) } else { (skip, group.descending) };
        let mut found = along(&Group { descending, ..*group }, cells, None, take, offset).positions(look).await?;
        if backwards {
            found.reverse();
        }
        positions.extend(found);
        skip = 0;
    }
    Ok(positions)
}

/// One more condition on `i`, for the rows of one shelf or of any.
pub(super) type Also<'a> = &'a dyn Fn(Option<i64>) -> Sql;

/// The SQL that walks a group along its index.
pub(super) fn along(group: &Group<'_>, cells: &[Cell], also: Option<Also<'_>>, take: u64, offset: u64) -> Sql {
    let dims = group.dims;
    let (index, keys) = match group.walk {
        Walk::Created => (Index::by_age(dims, cells), "i.created_at"),
        Walk::Code => (Index::None, "i.code"),
        Walk::Email => (Index::Email, "i.email_key, i.created_at"),
        Walk::Expires => (Index::Expires, "i.expires_at"),
        Walk::Uses => (Index::Uses, "i.uses, i.created_at"),
    };
    // An index that begins with the shelf is walked shelf by shelf and merged; one that begins with the department,
    // department by department.
    let (mut shelves, mut departments): (Vec<Option<i64>>, Vec<Option<&[i64]>>) = (vec![None], vec![dims.departments]);
    match (index, dims.shelf, dims.departments) {
        (Index::Shelf | Index::Expires, Some(shelf), _) => shelves = vec![Some(shelf)],
        (Index::Shelf | Index::Expires, None, _) => {
            shelves = (0..5).filter(|shelf| is_listed(*shelf)).map(Some).collect()
        }
        (Index::Department, _, Some(several)) => departments = several.chunks(1).map(Some).collect(),
        _ => {}
    }
    let parts: Vec<_> = shelves.iter().flat_map(|shelf| departments.iter().map(move |these| (shelf, these))).collect();
    let named: Vec<String> = keys.split(", ").enumerate().map(|(at, key)| format!("{key} AS k{at}")).collect();
    let mut sql = Sql::default();
    for (turn, (shelf, departments)) in parts.into_iter().enumerate() {
        sql.push(if turn > 0 { " UNION ALL " } else { "" });
        sql.push(&format!("SELECT i.pos AS pos, {} FROM invitation AS i {} WHERE 1", named.join(", "), index.hint()));
        let mut rest = Dims { departments: *departments, ..dims };
        if let Some(shelf) = shelf {
            sql.int(" AND i.shelf = ?", *shelf);
            rest.shelf = None;
            rest.hide = false;
        }
        index.lead(&mut sql, &mut rest);
        conditions(&mut sql, rest);
        if let Some(also) = also {
            sql.push(" AND ");
            sql.append(&also(shelf.or(dims.shelf)));
        }
    }
    let way = if group.descending { "DESC" } else { "ASC" };
    let order: Vec<String> = (0..named.len()).map(|at| format!("k{at} {way}")).collect();
    sql.push(&format!(" ORDER BY {}, pos {way}", order.join(", ")));
    sql.int(" LIMIT ?", i64::try_from(take).unwrap_or(i64::MAX));
    sql.int(" OFFSET ?", i64::try_from(offset).unwrap_or(i64::MAX));
    sql
}

/// Conditions that no index is to be chosen for (the unary plus says so).
pub(super) fn conditions(sql: &mut Sql, dims: Dims<'_>) {
    if let Some(departments) = dims.departments {
        one_of(sql, "+i.department", departments);
    }
    let columns = [("role", dims.role), ("creator", dims.creator), ("shelf", dims.shelf)];
    for (column, value) in columns {
        if let Some(value) = value {
            sql.int(&format!(" AND +i.{column} = ?"), value);
        }
    }
    if dims.hide && dims.shelf.is_none() {
        sql.push(&format!(" AND +i.shelf IN {LISTED}"));
    }
    match dims.bound {
        Some(true) => sql.push(" AND +i.email_key IS NOT NULL"),
        Some(false) => sql.push(" AND +i.email_key IS NULL"),
        None => {}
    }
    match dims.begun {
        Some(true) => sql.push(" AND +i.uses > 0"),
        Some(false) => sql.push(" AND +i.uses = 0"),
        None => {}
    }
}

/// The same conditions with the rarest of them left to an index.
pub(super) fn driven(dims: Dims<'_>, cells: &[Cell]) -> Sql {
    let mut sql = Sql::new("1");
    let mut rest = dims;
    let index = Index::rarest(dims, cells);
    index.lead(&mut sql, &mut rest);
    if let (Index::Shelf, Some(shelf)) = (index, rest.shelf) {
        sql.int(" AND i.shelf = ?", shelf);
        rest.shelf = None;
        rest.hide = false;
    }
    conditions(&mut sql, rest);
    sql
}

/// Fetches all that match and sorts them: for small results.
pub(super) async fn sorted(look: &mut Look, query: &ListQuery, such: &Sql, total: u64) -> Result<Found, StoreError> {
    let way = if query.descending { "DESC" } else { "ASC" };
    let order = match query.sort {
        ListSort::Created => format!("i.created_at {way}, i.pos {way}"),
        ListSort::Code => format!("i.code {way}"),
        ListSort::Email => format!("i.email_key IS NULL, i.email_key {way}, i.created_at DESC, i.pos DESC"),
        ListSort::Role => {
            format!("(SELECT lower(name) FROM role WHERE num = i.role) {way}, i.created_at DESC, i.pos DESC")
        }
        ListSort::Status => format!("i.shelf {way}, i.created_at DESC, i.pos DESC"),
        ListSort::Expires => format!("i.expires_at {way}, i.pos {way}"),
        ListSort::Uses => format!("i.uses {way}, i.created_at {way}, i.pos {way}"),
        ListSort::CreatedBy => {
            format!("(SELECT lower(name) FROM account WHERE num = i.creator) {way}, i.created_at DESC, i.pos DESC")
        }
    };
    let (page, skip) = place(query, total);
    let mut sql = Sql::new("SELECT i.pos FROM invitation AS i WHERE ");
    sql.append(such);
    sql.push(&format!(" ORDER BY {order}"));
    sql.int(" LIMIT ?", i64::from(query.size));
    sql.int(" OFFSET ?", i64::try_from(skip).unwrap_or(i64::MAX));
    let positions = sql.positions(look).await?;
    Ok(Found { positions, total, page })
}

/// Names behind local numbers.
pub(super) async fn named(
    look: &mut Look,
    table: &'static str,
    numbers: &[i64],
) -> Result<HashMap<i64, String>, StoreError> {
    let sql = format!("SELECT num, name FROM {table} WHERE num IN (SELECT value FROM json_each(?))");
    let rows = sqlx::query(&sql).bind(format!("{numbers:?}")).fetch_all(look.connection()).await?;
    Ok(rows.iter().map(|row| (row.get(0), row.get(1))).collect())
}
