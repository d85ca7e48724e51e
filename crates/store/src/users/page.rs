//! Finds the rows of a page of people. Totals come from counts by kind (role, department and state); sorting by one of
//! these skips whole kinds; a small result is fetched and sorted; otherwise an index is walked until the page is full.

mod leading;
mod plan;
mod search;
mod whole;

pub(super) use whole::all;

use super::{FoundPage, UserCounters, UserQuery, UserSort, sign_in};
use crate::StoreError;
use crate::list::number_of;
use crate::sql::Sql;
use crate::transaction::ReadTx;
use plan::Way;
use search::searched;
use sqlx::Row;
use std::collections::HashMap;
use vestibule_domain::{AccountState, Reach};

/// Whether an account is in a group.
pub(super) const MEMBER: &str =
    " AND EXISTS (SELECT 1 FROM account_group AS m WHERE m.account = a.num AND m.user_group = ?)";

/// People with equal role, department and state (local numbers), and how many there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct KindCount {
    pub(super) role: i64,
    /// 0: no department.
    pub(super) department: i64,
    pub(super) state: i64,
    n: u64,
}

/// The filters of a list, by local numbers.
pub(super) struct UserScope {
    /// The kinds that match; with a group, only its members are counted.
    pub(super) kinds: Vec<KindCount>,
    /// How many people match.
    pub(super) total: u64,
    /// The condition that a row must meet.
    pub(super) conditions: Sql,
    pub(super) group: Option<i64>,
    /// Number of members of the group; without a group, of all matches.
    members: u64,
    /// Number of people of the matching kinds, in the group or not.
    of_kinds: u64,
}

/// How a page is reached in fewer steps.
pub(super) struct NearerEnd {
    /// The number of its rows.
    pub(super) take: u64,
    /// The rows before it, counted from that end.
    pub(super) skip: u64,
    /// From the end of the list, against its order.
    pub(super) from_end: bool,
}

impl UserScope {
    /// The nearer end of the list for a page of `size` rows after `skip`.
    pub(super) fn nearer_end(&self, size: u64, skip: u64) -> NearerEnd {
        let take = size.min(self.total.saturating_sub(skip));
        let from_end = skip > self.total / 2;
        NearerEnd { take, skip: if from_end { self.total - skip - take } else { skip }, from_end }
    }

    /// Whether matches are found through the group's members, because they are fewer than the people of the kinds.
    fn is_by_members(&self) -> bool {
        self.group.is_some() && self.members < self.of_kinds
    }

    /// How many rows must be read to fetch all matches.
    fn looked_at(&self) -> u64 {
        self.members.min(self.of_kinds)
    }
}

pub(super) async fn find(tx: &mut ReadTx, query: &UserQuery) -> Result<(FoundPage, UserCounters), StoreError> {
    let all = kinds(tx, None).await?;
    let within = within(tx, &query.reach).await?;
    let is_within = |kind: &KindCount| within.as_ref().is_none_or(|within| within.contains(&kind.department));
    let in_state =
        |state: i64| all.iter().filter(|kind| kind.state == state && is_within(kind)).map(|kind| kind.n).sum();
    let counters = UserCounters { active: in_state(0), suspended: in_state(1) };
    let Some(narrowed) = narrow(tx, query, within, &all).await? else { return Ok((none(), counters)) };
    if narrowed.total == 0 {
        return Ok((none(), counters));
    }
    let order = UserOrder::for_query(tx, query, &narrowed.kinds).await?;
    let found = match &query.filter.search {
        Some(term) => searched(tx, query, &narrowed, &order, term).await?,
        None => listed(tx, query, &narrowed, &order, all.iter().map(|kind| kind.n).sum()).await?,
    };
    Ok((found, counters))
}

/// The local numbers of the departments within a reach; none: no restriction.
pub(super) async fn within(tx: &mut ReadTx, reach: &Reach) -> Result<Option<Vec<i64>>, StoreError> {
    Ok(match reach {
        Reach::Everything => None,
        Reach::Division(division) => Some(tx.numbers_of(division).await?),
        // One person is not listed.
        Reach::Themselves => Some(Vec::new()),
    })
}

fn none() -> FoundPage {
    FoundPage { numbers: Vec::new(), total: 0, is_at_least: false, page: 1 }
}

fn state_number(state: AccountState) -> i64 {
    match state {
        AccountState::Active => 0,
        AccountState::Suspended => 1,
        AccountState::Erased => 2,
    }
}

async fn kinds(tx: &mut ReadTx, group: Option<i64>) -> Result<Vec<KindCount>, StoreError> {
    let mut sql = Sql::new("SELECT role, department, state, n FROM account_count WHERE n > 0");
    if let Some(group) = group {
        sql = Sql::new("SELECT role, department, state, n FROM account_group_count");
        sql.int(" WHERE n > 0 AND user_group = ?", group);
    }
    let rows = sql.rows(tx.connection()).await?;
    let kind = |row: &sqlx::sqlite::SqliteRow| KindCount {
        role: row.get(0),
        department: row.get(1),
        state: row.get(2),
        n: row.get::<i64, _>(3).unsigned_abs(),
    };
    Ok(rows.iter().map(kind).collect())
}

/// None: a filter names something that does not exist.
async fn narrow(
    tx: &mut ReadTx,
    query: &UserQuery,
    within: Option<Vec<i64>>,
    all: &[KindCount],
) -> Result<Option<UserScope>, StoreError> {
    let filter = &query.filter;
    let role = match filter.role {
        Some(role) => match number_of(tx, "role", role.as_bytes()).await? {
            None => return Ok(None),
            known => known,
        },
        None => None,
    };
    let group = match filter.group {
        Some(group) => match number_of(tx, "user_group", group.as_bytes()).await? {
            None => return Ok(None),
            known => known,
        },
        None => None,
    };
    let departments = match &filter.department {
        Some(division) => {
            let chosen = tx.numbers_of(division).await?;
            Some(chosen.into_iter().filter(|one| within.as_ref().is_none_or(|within| within.contains(one))).collect())
        }
        None => within,
    };
    let states = filter.state.map_or(vec![0, 1], |state| vec![state_number(state)]);
    let fits = |kind: &KindCount| {
        role.is_none_or(|role| role == kind.role)
            && departments.as_ref().is_none_or(|departments: &Vec<i64>| departments.contains(&kind.department))
            && states.contains(&kind.state)
    };
    let members = if group.is_some() { kinds(tx, group).await? } else { all.to_vec() };
    let of_kinds = all.iter().filter(|kind| fits(kind)).map(|kind| kind.n).sum();
    let (kinds, members): (Vec<KindCount>, u64) =
        (members.iter().copied().filter(fits).collect(), members.iter().map(|kind| kind.n).sum());
    // The unary pluses keep SQLite on the index that it is given.
    let mut conditions = Sql::default();
    match states.as_slice() {
        [only] => conditions.int("+a.state = ?", *only),
        _ => conditions.push("+a.state < 2"),
    }
    if let Some(role) = role {
        conditions.int(" AND +a.role = ?", role);
    }
    match departments.as_deref() {
        Some([only]) => conditions.int(" AND +a.department = ?", *only),
        Some(several) => conditions.one_of(" AND ", "+a.department", several),
        None => {}
    }
    if let Some(group) = group {
        conditions.int(MEMBER, group);
    }
    let total = kinds.iter().map(|kind| kind.n).sum();
    Ok(Some(UserScope { kinds, total, conditions, group, members, of_kinds }))
}

/// The order of the rows.
enum UserOrder {
    /// Along columns of the table, by an index of theirs if there is one to name.
    Columns { columns: &'static [&'static str], index: &'static str, descending: bool },
    /// Kind by kind, in this order; newest first within each.
    Kinds(Vec<KindCount>),
}

impl UserOrder {
    async fn for_query(tx: &mut ReadTx, query: &UserQuery, kinds: &[KindCount]) -> Result<Self, StoreError> {
        const NAME: &[&str] = &["a.name_key", "a.role", "a.department", "a.state", "a.num"];
        let (columns, index): (&'static [&'static str], _) = match query.sort {
            UserSort::Name => (NAME, "INDEXED BY account_name"),
            UserSort::LastSignIn => (sign_in::COLUMNS, "INDEXED BY account_sign_in"),
            UserSort::Username => (&["a.username", "a.num"], ""),
            UserSort::Email => (&["a.email_key", "a.num"], ""),
            UserSort::Created => (&["a.num"], "NOT INDEXED"),
            UserSort::Role | UserSort::Department | UserSort::State => {
                return Ok(Self::Kinds(sorted_kinds(tx, query, kinds).await?));
            }
        };
        Ok(Self::Columns { columns, index, descending: query.descending })
    }

    /// The ORDER BY clause; `reversed` inverts it.
    fn by(&self, reversed: bool) -> String {
        match self {
            Self::Columns { columns, descending, .. } => {
                let way = if *descending != reversed { " DESC" } else { "" };
                let columns: Vec<String> = columns.iter().map(|column| format!("{column}{way}")).collect();
                format!(" ORDER BY {}", columns.join(", "))
            }
            Self::Kinds(_) => " ORDER BY a.num DESC".to_owned(),
        }
    }
}

async fn sorted_kinds(tx: &mut ReadTx, query: &UserQuery, kinds: &[KindCount]) -> Result<Vec<KindCount>, StoreError> {
    let names = |sql: &'static str| Sql::new(sql);
    let mut named = [HashMap::new(), HashMap::new()];
    let tables = ["SELECT num, lower(name) FROM role", "SELECT num, path_key FROM department"];
    for (named, sql) in named.iter_mut().zip(tables) {
        let rows = names(sql).rows(tx.connection()).await?;
        named.extend(rows.iter().map(|row| (row.get::<i64, _>(0), row.get::<String, _>(1))));
    }
    let [roles, departments] = named;
    let key = |kind: &KindCount| {
        let (role, department) = (roles.get(&kind.role), departments.get(&kind.department));
        match query.sort {
            UserSort::Role => (role.cloned(), department.cloned(), kind.state),
            UserSort::Department => (department.cloned(), role.cloned(), kind.state),
            _ => (Some(kind.state.to_string()), role.cloned(), kind.department),
        }
    };
    let mut kinds = kinds.to_vec();
    kinds.sort_by_cached_key(key);
    if query.descending {
        kinds.reverse();
    }
    Ok(kinds)
}

/// The page to return, and how many rows come before it.
fn place(query: &UserQuery, total: u64) -> (u32, u64) {
    let size = u64::from(query.size.max(1));
    let last = u32::try_from(total.div_ceil(size).max(1)).unwrap_or(u32::MAX);
    let page = query.page.clamp(1, last);
    (page, u64::from(page - 1) * size)
}

pub(super) fn limit(sql: &mut Sql, take: u64, skip: u64) {
    sql.int(" LIMIT ?", i64::try_from(take).unwrap_or(i64::MAX));
    sql.int(" OFFSET ?", i64::try_from(skip).unwrap_or(i64::MAX));
}

/// A page without a search. `everybody`: number of rows in the table.
async fn listed(
    tx: &mut ReadTx,
    query: &UserQuery,
    narrowed: &UserScope,
    order: &UserOrder,
    everybody: u64,
) -> Result<FoundPage, StoreError> {
    let total = narrowed.total;
    let (page, skip) = place(query, total);
    let size = u64::from(query.size);
    let found = |numbers| FoundPage { numbers, total, is_at_least: false, page };
    let numbers = match (plan::cheapest(query, narrowed, order, skip, everybody), order) {
        (Way::Kinds, UserOrder::Kinds(kinds)) => along_kinds(tx, kinds, narrowed.group, size, skip).await?,
        (Way::Walk, UserOrder::Columns { descending, .. }) if query.sort == UserSort::LastSignIn => {
            sign_in::page(tx, narrowed, *descending, size, skip).await?
        }
        (Way::Walk, _) => walked(tx, narrowed, order, size, skip).await?,
        (Way::Merge, UserOrder::Columns { descending, .. }) => merged(tx, narrowed, *descending, size, skip).await?,
        _ => {
            let rows = fetched(tx, narrowed, &narrowed.conditions, order).await?;
            rows.into_iter().skip(usize::try_from(skip).unwrap_or(usize::MAX)).take(query.size as usize).collect()
        }
    };
    Ok(found(numbers))
}

/// A page sorted by kind: whole kinds are skipped by their counts.
async fn along_kinds(
    tx: &mut ReadTx,
    kinds: &[KindCount],
    group: Option<i64>,
    size: u64,
    skip: u64,
) -> Result<Vec<i64>, StoreError> {
    let (mut numbers, mut skip) = (Vec::new(), skip);
    for kind in kinds {
        let wanted = size - numbers.len() as u64;
        if wanted == 0 {
            break;
        }
        if skip >= kind.n {
            skip -= kind.n;
            continue;
        }
        numbers.extend(of_kind(tx, kind, group, true, (wanted, skip)).await?);
        skip = 0;
    }
    Ok(numbers)
}

/// Up to `take` people of one kind after `skip`; newest first if `descending`.
async fn of_kind(
    tx: &mut ReadTx,
    kind: &KindCount,
    group: Option<i64>,
    descending: bool,
    (take, skip): (u64, u64),
) -> Result<Vec<i64>, StoreError> {
    let mut sql = Sql::new("SELECT a.num FROM account AS a INDEXED BY account_kind");
    sql.int(" WHERE a.role = ?", kind.role);
    sql.int(" AND a.department IS nullif(?, 0)", kind.department);
    sql.int(" AND a.state = ?", kind.state);
    if let Some(group) = group {
        sql.int(MEMBER, group);
    }
    sql.push(if descending { " ORDER BY a.num DESC" } else { " ORDER BY a.num" });
    limit(&mut sql, take, skip);
    sql.positions(tx).await
}

/// A page sorted by age: takes from each kind as many as the page can need, from the nearer end.
async fn merged(
    tx: &mut ReadTx,
    scope: &UserScope,
    descending: bool,
    size: u64,
    skip: u64,
) -> Result<Vec<i64>, StoreError> {
    let NearerEnd { take, skip, from_end } = scope.nearer_end(size, skip);
    let newest = descending != from_end;
    let mut numbers = Vec::new();
    for kind in &scope.kinds {
        numbers.extend(of_kind(tx, kind, scope.group, newest, (skip + take, 0)).await?);
    }
    numbers.sort_unstable();
    if newest {
        numbers.reverse();
    }
    let [skip, take] = [skip, take].map(|rows| usize::try_from(rows).unwrap_or(usize::MAX));
    let mut page: Vec<i64> = numbers.into_iter().skip(skip).take(take).collect();
    if from_end {
        page.reverse();
    }
    Ok(page)
}

/// All matching rows in order, found through the kinds or the group's members.
async fn fetched(
    tx: &mut ReadTx,
    narrowed: &UserScope,
    conditions: &Sql,
    order: &UserOrder,
) -> Result<Vec<i64>, StoreError> {
    let mut sql = Sql::default();
    match narrowed.group.filter(|_| narrowed.is_by_members()) {
        Some(group) => sql.int(
            "SELECT a.num, a.role, coalesce(a.department, 0), a.state FROM account_group AS g INDEXED BY account_group_members
             CROSS JOIN account AS a ON a.num = g.account WHERE g.user_group = ? AND ",
            group,
        ),
        None => {
            let kinds: Vec<[i64; 3]> =
                narrowed.kinds.iter().map(|kind| [kind.role, kind.department, kind.state]).collect();
            sql.text(
                "SELECT a.num, a.role, coalesce(a.department, 0), a.state FROM json_each(?) AS k
                 CROSS JOIN account AS a INDEXED BY account_kind ON a.role = k.value ->> 0
                     AND a.department IS nullif(k.value ->> 1, 0) AND a.state = k.value ->> 2 WHERE ",
                &format!("{kinds:?}"),
            );
        }
    }
    sql.append(conditions);
    sql.push(&order.by(false));
    in_order(tx, &sql, order).await
}

/// Runs a query for number, role, department and state; returns the numbers, sorted by kind if that is the order.
async fn in_order(tx: &mut ReadTx, sql: &Sql, order: &UserOrder) -> Result<Vec<i64>, StoreError> {
    let rows = sql.rows(tx.connection()).await?;
    let mut rows: Vec<[i64; 4]> = rows.iter().map(|row| [0, 1, 2, 3].map(|column| row.get(column))).collect();
    if let UserOrder::Kinds(kinds) = order {
        let places = kinds.iter().enumerate().map(|(at, kind)| ([kind.role, kind.department, kind.state], at));
        let places: HashMap<[i64; 3], usize> = places.collect();
        rows.sort_by_key(|[_, kind @ ..]| places.get(kind).copied());
    }
    Ok(rows.into_iter().map(|[number, ..]| number).collect())
}

/// Walks an index from the nearer end until the page is full.
async fn walked(
    tx: &mut ReadTx,
    narrowed: &UserScope,
    order: &UserOrder,
    size: u64,
    skip: u64,
) -> Result<Vec<i64>, StoreError> {
    let NearerEnd { take, skip, from_end } = narrowed.nearer_end(size, skip);
    let UserOrder::Columns { index, .. } = order else { return Ok(Vec::new()) };
    let mut sql = Sql::new(format!("SELECT a.num FROM account AS a {index} WHERE "));
    sql.append(&narrowed.conditions);
    sql.push(&order.by(from_end));
    limit(&mut sql, take, skip);
    let mut numbers = sql.positions(tx).await?;
    if from_end {
        numbers.reverse();
    }
    Ok(numbers)
}

fn sliced(query: &UserQuery, rows: &[i64], total: u64, is_at_least: bool) -> FoundPage {
    let (page, skip) = place(query, total);
    let skip = usize::try_from(skip).unwrap_or(usize::MAX);
    let numbers = rows.iter().skip(skip).take(query.size as usize).copied().collect();
    FoundPage { numbers, total, is_at_least, page }
}
