//! Filters that the counts by kind don't cover: group, label, time of creation and end. Computes how many rows match,
//! reading as few rows as possible.

use super::ListQuery;
use super::counts::{KindCount, KindFilter, number_of};
use super::plan::conditions;
use crate::StoreError;
use crate::apply::invitation::{LISTED, is_listed};
use crate::sql::Sql;
use crate::transaction::ReadTx;
use sqlx::Row;
use vestibule_domain::Label;

const HOUR: i64 = 3_600_000;

/// From the first to before the second, in Unix milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TimeSpan {
    pub(super) from: i64,
    pub(super) to: i64,
}

/// The filtered times of an invitation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Time {
    Created,
    Expires,
}

impl Time {
    fn column(self) -> &'static str {
        match self {
            Self::Created => "created_at",
            Self::Expires => "expires_at",
        }
    }

    fn index(self) -> &'static str {
        match self {
            Self::Created => "invitation_list_state_created",
            Self::Expires => "invitation_list_state_expires",
        }
    }
}

/// Conditions on rows, besides their kind.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct RowFilter {
    group: Option<i64>,
    /// The label's comparison key.
    label: Option<String>,
    created: Option<TimeSpan>,
    expires: Option<TimeSpan>,
    /// The longest lifetime in each list state, in milliseconds, without those that never end.
    longest: [i64; 5],
}

/// The index through which matches are found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum DrivingIndex {
    Kind,
    Group,
    Label,
    Time(Time, TimeSpan),
}

impl RowFilter {
    /// The row filter of a query. None: no row can match.
    pub(super) async fn for_query(tx: &mut ReadTx, query: &ListQuery) -> Result<Option<Self>, StoreError> {
        let filter = &query.filter;
        let span = |(from, to): (vestibule_domain::Moment, vestibule_domain::Moment)| TimeSpan {
            from: from.timestamp_millis(),
            to: to.timestamp_millis(),
        };
        let mut expires = filter.expires.map(span);
        if let Some(before) = filter.expiring_before {
            let soon =
                TimeSpan { from: query.now.timestamp_millis() + 1, to: before.timestamp_millis().saturating_add(1) };
            expires = Some(
                expires.map_or(soon, |also| TimeSpan { from: soon.from.max(also.from), to: soon.to.min(also.to) }),
            );
        }
        let group = match filter.group {
            Some(id) => match number_of(tx, "user_group", id.as_bytes()).await? {
                Some(num) => Some(num),
                None => return Ok(None),
            },
            None => None,
        };
        let label = filter.label.as_ref().map(Label::key);
        let longest = if expires.is_some() { longest(tx).await? } else { [0; 5] };
        Ok(Some(Self { group, label, created: filter.created.map(span), expires, longest }))
    }

    /// Those that end within that span.
    pub(super) fn expiring(soon: TimeSpan) -> Self {
        Self { expires: Some(soon), ..Self::default() }
    }

    pub(super) fn is_none(&self) -> bool {
        self.count() == 0
    }

    /// Conditions on `i`, tested row by row. In one list state, the condition on the walked time is left to the index.
    pub(super) fn conditions(&self, sql: &mut Sql, along: Option<Time>, list_state: Option<i64>) {
        self.all_but(sql, None, along);
        // Bound the walked time by the other one: what ends in a span was created at most the longest lifetime before
        // it.
        match (along, self.created, self.expires) {
            (Some(Time::Created), _, Some(expires)) => {
                let all = self.longest.iter().copied().max().unwrap_or(i64::MAX);
                let longest = list_state
                    .and_then(|list_state| self.longest.get(usize::try_from(list_state).ok()?))
                    .copied()
                    .unwrap_or(all);
                sql.int(" AND i.created_at >= ?", expires.from.saturating_sub(longest));
                sql.int(" AND i.created_at < ?", expires.to);
            }
            (Some(Time::Expires), Some(created), _) => sql.int(" AND i.expires_at > ?", created.from),
            _ => {}
        }
    }

    /// The number of filters.
    fn count(&self) -> usize {
        usize::from(self.group.is_some()) + usize::from(self.label.is_some()) + self.spans().count()
    }

    /// For a single filter by group or label: an unordered query on its own index by age, with the columns `pos` and
    /// `k0`.
    pub(super) fn own_walk(&self, kind_filter: KindFilter<'_>) -> Option<Sql> {
        if self.count() != 1 || kind_filter.bound.is_some() || kind_filter.begun.is_some() {
            return None;
        }
        let mut sql = Sql::default();
        if let Some(group) = self.group {
            sql.push("SELECT m.invitation AS pos, m.created_at AS k0 FROM invitation_group AS m");
            sql.push(" INDEXED BY invitation_group_members");
            let tested = kind_filter != KindFilter::default();
            sql.push(if tested { " CROSS JOIN invitation AS i ON i.pos = m.invitation" } else { "" });
            sql.int(" WHERE m.user_group = ?", group);
            if tested {
                conditions(&mut sql, kind_filter);
            }
            return Some(sql);
        }
        let label = self.label.as_ref()?;
        let list_states = kind_filter.list_state.map_or_else(
            || (0..5).filter(|list_state| is_listed(*list_state)).collect(),
            |list_state| vec![list_state],
        );
        for (turn, list_state) in list_states.into_iter().enumerate() {
            sql.push(if turn > 0 { " UNION ALL " } else { "" });
            sql.push("SELECT i.pos AS pos, i.created_at AS k0 FROM invitation AS i INDEXED BY invitation_label");
            sql.text(" WHERE i.label_key = ?", label);
            sql.int(" AND i.list_state = ?", list_state);
            conditions(&mut sql, KindFilter { list_state: None, hide: false, ..kind_filter });
        }
        Some(sql)
    }

    fn all_but(&self, sql: &mut Sql, settled: Option<DrivingIndex>, along: Option<Time>) {
        if let (Some(group), true) = (self.group, settled != Some(DrivingIndex::Group)) {
            sql.int(
                " AND EXISTS (SELECT 1 FROM invitation_group AS m WHERE m.invitation = i.pos AND m.user_group = ?)",
                group,
            );
        }
        if let (Some(label), true) = (&self.label, settled != Some(DrivingIndex::Label)) {
            sql.text(" AND +i.label_key = ?", label);
        }
        for (time, span) in self.spans() {
            if settled != Some(DrivingIndex::Time(time, span)) {
                let plus = if along == Some(time) { "" } else { "+" };
                sql.int(&format!(" AND {plus}i.{} >= ?", time.column()), span.from);
                sql.int(&format!(" AND {plus}i.{} < ?", time.column()), span.to);
            }
        }
    }

    fn spans(&self) -> impl Iterator<Item = (Time, TimeSpan)> {
        [(Time::Created, self.created), (Time::Expires, self.expires)]
            .into_iter()
            .filter_map(|(time, span)| Some((time, span?)))
    }

    /// A condition on `i` that selects all matches through the most selective index.
    pub(super) async fn members(
        &self,
        tx: &mut ReadTx,
        kind_filter: KindFilter<'_>,
        cells: &[KindCount],
    ) -> Result<Sql, StoreError> {
        let (driver, _) = self.rarest(tx, kind_filter, cells).await?;
        Ok(self.driven(driver, kind_filter, cells))
    }

    /// How many match: from the counts if there is one filter, else by reading the rows of the most selective one.
    pub(super) async fn total(
        &self,
        tx: &mut ReadTx,
        kind_filter: KindFilter<'_>,
        cells: &[KindCount],
    ) -> Result<u64, StoreError> {
        let (driver, n) = self.rarest(tx, kind_filter, cells).await?;
        let list_state_only =
            KindFilter { list_state: kind_filter.list_state, hide: kind_filter.hide, ..KindFilter::default() };
        if n == 0 || (self.count() == 1 && kind_filter == list_state_only && driver != DrivingIndex::Kind) {
            return Ok(n);
        }
        let mut sql = Sql::new("SELECT count(*) FROM invitation AS i WHERE ");
        sql.append(&self.driven(driver, kind_filter, cells));
        sql.count(tx).await
    }

    async fn rarest(
        &self,
        tx: &mut ReadTx,
        kind_filter: KindFilter<'_>,
        cells: &[KindCount],
    ) -> Result<(DrivingIndex, u64), StoreError> {
        let mut rarest = (DrivingIndex::Kind, kind_filter.count(cells));
        let mut found = Vec::new();
        if let Some(group) = self.group {
            found.push((DrivingIndex::Group, in_group(tx, group, kind_filter.list_state).await?));
        }
        for (time, span) in self.spans() {
            found.push((DrivingIndex::Time(time, span), between(tx, time, span, kind_filter.list_state).await?));
        }
        if let Some(label) = &self.label {
            let mut sql = Sql::default();
            sql.push("SELECT count(*) FROM invitation AS i INDEXED BY invitation_label");
            sql.text(" WHERE i.label_key = ?", label);
            in_list_state(&mut sql, "i.list_state", kind_filter.list_state);
            found.push((DrivingIndex::Label, sql.count(tx).await?));
        }
        for (driver, n) in found {
            // The filter is as selective as the kind, so it alone is exact.
            if n <= rarest.1 {
                rarest = (driver, n);
            }
        }
        Ok(rarest)
    }

    fn driven(&self, driver: DrivingIndex, kind_filter: KindFilter<'_>, cells: &[KindCount]) -> Sql {
        let mut sql = Sql::default();
        match driver {
            DrivingIndex::Kind => sql = super::plan::driven(kind_filter, cells),
            DrivingIndex::Group => {
                sql.int(
                    "i.pos IN (SELECT invitation FROM invitation_group INDEXED BY invitation_group_members WHERE user_group = ?)",
                    self.group.unwrap_or_default(),
                );
            }
            DrivingIndex::Label => {
                sql.push("i.pos IN (SELECT l.pos FROM invitation AS l INDEXED BY invitation_label");
                sql.text(" WHERE l.label_key = ?)", self.label.as_deref().unwrap_or_default());
            }
            DrivingIndex::Time(time, span) => {
                let (index, column) = (time.index(), time.column());
                sql.push(&format!("i.pos IN (SELECT t.pos FROM invitation AS t INDEXED BY {index} WHERE 1"));
                in_list_state(&mut sql, "t.list_state", kind_filter.list_state);
                sql.int(&format!(" AND t.{column} >= ?"), span.from);
                sql.int(&format!(" AND t.{column} < ?)"), span.to);
            }
        }
        if driver != DrivingIndex::Kind {
            conditions(&mut sql, kind_filter);
        }
        self.all_but(&mut sql, Some(driver), None);
        sql
    }
}

/// Rounded up to full hours. Those that never end are excluded.
async fn longest(tx: &mut ReadTx) -> Result<[i64; 5], StoreError> {
    const NEVER: i64 = i64::MAX / HOUR / 2;
    let mut sql = Sql::new("SELECT ");
    for list_state in 0..5 {
        sql.push(if list_state > 0 { ", " } else { "" });
        sql.int("coalesce((SELECT hour FROM invitation_hour_count WHERE kind = 2 AND list_state = ?", list_state);
        sql.int(" AND hour < ? AND n > 0 ORDER BY hour DESC LIMIT 1), 0)", NEVER);
    }
    let rows = sql.rows(tx.connection()).await?;
    let hours = |list_state: usize| rows.first().map_or(i64::MAX, |row| row.get(list_state));
    Ok([0, 1, 2, 3, 4].map(|list_state| i64::saturating_add(hours(list_state), 1).saturating_mul(HOUR)))
}

/// That list state, or all but the archive.
fn in_list_state(sql: &mut Sql, column: &str, list_state: Option<i64>) {
    match list_state {
        Some(list_state) => sql.int(&format!(" AND {column} = ?"), list_state),
        None => sql.push(&format!(" AND {column} IN {LISTED}")),
    }
}

async fn in_group(tx: &mut ReadTx, group: i64, list_state: Option<i64>) -> Result<u64, StoreError> {
    let mut sql = Sql::default();
    sql.int("SELECT coalesce(sum(n), 0) FROM invitation_group_count WHERE user_group = ?", group);
    in_list_state(&mut sql, "list_state", list_state);
    sql.count(tx).await
}

/// How many have that time in the span: full hours from the counts, the rest by reading rows.
pub(super) async fn between(
    tx: &mut ReadTx,
    time: Time,
    span: TimeSpan,
    list_state: Option<i64>,
) -> Result<u64, StoreError> {
    if span.from >= span.to {
        return Ok(0);
    }
    let (first, last) =
        (span.from.div_euclid(HOUR) + i64::from(span.from.rem_euclid(HOUR) > 0), span.to.div_euclid(HOUR));
    let (index, column) = (time.index(), time.column());
    let mut sql = Sql::new("SELECT ");
    let edges = if first >= last {
        vec![(span.from, span.to)]
    } else {
        vec![(span.from, first * HOUR), (last * HOUR, span.to)]
    };
    if first < last {
        sql.int("(SELECT coalesce(sum(n), 0) FROM invitation_hour_count WHERE kind = ?", time as i64);
        in_list_state(&mut sql, "list_state", list_state);
        sql.int(" AND hour >= ?", first);
        sql.int(" AND hour < ?)", last);
    } else {
        sql.push("0");
    }
    for (from, to) in edges.into_iter().filter(|(from, to)| from < to) {
        sql.push(&format!(" + (SELECT count(*) FROM invitation AS i INDEXED BY {index} WHERE 1"));
        in_list_state(&mut sql, "i.list_state", list_state);
        sql.int(&format!(" AND i.{column} >= ?"), from);
        sql.int(&format!(" AND i.{column} < ?)"), to);
    }
    sql.count(tx).await
}

/// Whether any row is archived, so that other lists must exclude the archive.
pub(super) fn has_archive(cells: &[KindCount]) -> bool {
    cells.iter().any(|cell| !is_listed(cell.list_state))
}
