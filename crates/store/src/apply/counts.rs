//! Keeps the counts of invitations: by kind, by group and by hour. Totals and counters are sums over them.

use crate::batch::Batch;
use crate::sql::Bind;

/// The times counted by the hour: creation, end, and lifetime (of those that never end, longer than any other).
const HOURS: [(i64, &str); 3] =
    [(0, "i.created_at / 3600000"), (1, "i.expires_at / 3600000"), (2, "(i.expires_at - i.created_at) / 3600000")];

/// Counts the new rows that match `such`, a condition on `i.pos`. NOT INDEXED looks them up by `pos`; an index would be
/// scanned whole for the grouping.
pub(super) fn added(batch: &mut Batch, such: &str, bind: &Bind) {
    if !batch.is_up_to_date() {
        return;
    }
    let sql = format!(
        "INSERT INTO invitation_count SELECT i.role, coalesce(i.department, 0), i.creator, i.email_key IS NOT NULL, i.uses > 0, i.list_state, count(*)
         FROM invitation AS i NOT INDEXED WHERE {such} GROUP BY 1, 2, 3, 4, 5, 6 ON CONFLICT DO UPDATE SET n = n + excluded.n"
    );
    batch.add(&sql, [bind.clone()]);
    let hours: Vec<String> = HOURS
        .iter()
        .map(|(kind, hour)| {
            format!(
                "SELECT {kind}, i.list_state, {hour}, count(*) FROM invitation AS i NOT INDEXED WHERE {such} GROUP BY 2, 3"
            )
        })
        .collect();
    let sql = format!(
        "INSERT INTO invitation_hour_count {} ON CONFLICT DO UPDATE SET n = n + excluded.n",
        hours.join(" UNION ALL ")
    );
    batch.add(&sql, [bind.clone(), bind.clone(), bind.clone()]);
}

/// Counts the new rows that match `such` by group.
pub(super) fn added_to_groups(batch: &mut Batch, such: &str, bind: &Bind) {
    if !batch.is_up_to_date() {
        return;
    }
    let sql = format!(
        "INSERT INTO invitation_group_count SELECT g.user_group, i.list_state, count(*) FROM invitation AS i NOT INDEXED JOIN invitation_group AS g ON g.invitation = i.pos
         WHERE {such} GROUP BY 1, 2 ON CONFLICT DO UPDATE SET n = n + excluded.n"
    );
    batch.add(&sql, [bind.clone()]);
}

/// Before the rows that match `such` move to list state `to` and are used as `begun` says (expressions over `i`):
/// subtracts them from their present counts and adds them to the new ones.
pub(super) fn moved(batch: &mut Batch, to: &str, begun: &str, such: &str, bind: &Bind) {
    if !batch.is_up_to_date() {
        return note(batch, such, bind);
    }
    let both = |before: &str, after: &str, from: &str| {
        format!(
            "SELECT {before} FROM invitation AS i {from} WHERE {such} UNION ALL SELECT {after} FROM invitation AS i {from} WHERE {such}"
        )
    };
    let kind = "i.role, coalesce(i.department, 0), i.creator, i.email_key IS NOT NULL";
    let rows = both(&format!("{kind}, i.uses > 0, i.list_state, -1"), &format!("{kind}, {begun}, {to}, 1"), "");
    let sql = format!(
        "INSERT INTO invitation_count SELECT role, department, creator, bound, begun, list_state, sum(n) FROM (
             SELECT NULL AS role, NULL AS department, NULL AS creator, NULL AS bound, NULL AS begun, NULL AS list_state, NULL AS n WHERE 0
             UNION ALL {rows}) WHERE true GROUP BY 1, 2, 3, 4, 5, 6 ON CONFLICT DO UPDATE SET n = n + excluded.n"
    );
    batch.add(&sql, [bind.clone(), bind.clone()]);
    let hours: Vec<String> = HOURS
        .iter()
        .map(|(kind, hour)| both(&format!("{kind}, i.list_state, {hour}, -1"), &format!("{kind}, {to}, {hour}, 1"), ""))
        .collect();
    let sql = format!(
        "INSERT INTO invitation_hour_count SELECT kind, list_state, hour, sum(n) FROM (
             SELECT NULL AS kind, NULL AS list_state, NULL AS hour, NULL AS n WHERE 0 UNION ALL {}) WHERE true GROUP BY 1, 2, 3
         ON CONFLICT DO UPDATE SET n = n + excluded.n",
        hours.join(" UNION ALL ")
    );
    batch.statement(&sql, vec![bind.clone(); 2 * HOURS.len()]);
    let from = "JOIN invitation_group AS g ON g.invitation = i.pos";
    let rows = both("g.user_group, i.list_state, -1", &format!("g.user_group, {to}, 1"), from);
    let sql = format!(
        "INSERT INTO invitation_group_count SELECT user_group, list_state, sum(n) FROM (
             SELECT NULL AS user_group, NULL AS list_state, NULL AS n WHERE 0 UNION ALL {rows}) WHERE true GROUP BY 1, 2
         ON CONFLICT DO UPDATE SET n = n + excluded.n"
    );
    batch.add(&sql, [bind.clone(), bind.clone()]);
}

/// Subtracts the rows that match `such`, writes, and adds them again. For changes other than list state and use. `such`
/// must use an index before and after.
pub(super) fn around(batch: &mut Batch, such: &str, bind: &Bind, write: impl FnOnce(&mut Batch)) {
    if !batch.is_up_to_date() {
        note(batch, such, bind);
        return write(batch);
    }
    counted(batch, such, bind, "-1");
    write(batch);
    counted(batch, such, bind, "1");
}

/// The counted columns of old rows, before the first of many events changes them; read by [`settle`]. Rows that the
/// same events create need no entry: they are counted at the end.
const STOOD: &str = "CREATE TEMP TABLE IF NOT EXISTS stood (pos INTEGER PRIMARY KEY, role, department, creator, bound,
    begun, list_state, created_at, expires_at, user_groups)";

/// Call before many events whose rows are counted at the end.
pub(super) fn begin(batch: &mut Batch) {
    batch.add(STOOD, []);
    batch.add("DELETE FROM temp.stood", []);
}

/// Saves the counted columns of the rows that match `such`, unless an earlier event did. The unary plus stops SQLite
/// from leaving the index of `such`.
fn note(batch: &mut Batch, such: &str, bind: &Bind) {
    let Some(newest) = batch.counts_later() else { return };
    let sql = format!(
        "INSERT OR IGNORE INTO temp.stood
         SELECT i.pos, i.role, coalesce(i.department, 0), i.creator, i.email_key IS NOT NULL, i.uses > 0, i.list_state,
             i.created_at, i.expires_at,
             (SELECT json_group_array(g.user_group) FROM invitation_group AS g WHERE g.invitation = i.pos)
         FROM invitation AS i WHERE {such} AND +i.pos <= ?"
    );
    batch.add(&sql, [bind.clone(), newest.into()]);
}

/// Call after many events: counts the new rows, all with numbers above `newest`, and moves the changed ones from their
/// old counts to their new ones.
pub(super) fn settle(batch: &mut Batch, newest: i64) {
    let now = "i.role, coalesce(i.department, 0), i.creator, i.email_key IS NOT NULL, i.uses > 0, i.list_state, 1";
    let (made, changed) =
        ("invitation AS i NOT INDEXED", "temp.stood AS s CROSS JOIN invitation AS i ON i.pos = s.pos");
    let counts = format!(
        "INSERT INTO invitation_count SELECT role, department, creator, bound, begun, list_state, sum(n) FROM (
             SELECT role, department, creator, bound, begun, list_state, -1 AS n FROM temp.stood
             UNION ALL SELECT {now} FROM {changed} UNION ALL SELECT {now} FROM {made} WHERE i.pos > ?)
         WHERE true GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(n) <> 0 ON CONFLICT DO UPDATE SET n = n + excluded.n"
    );
    batch.add(&counts, [newest.into()]);
    for (kind, hour) in HOURS {
        let stood = hour.replace("i.", "");
        let hours = format!(
            "INSERT INTO invitation_hour_count SELECT {kind}, list_state, hour, sum(n) FROM (
                 SELECT list_state, {stood} AS hour, -1 AS n FROM temp.stood
                 UNION ALL SELECT i.list_state, {hour}, 1 FROM {changed}
                 UNION ALL SELECT i.list_state, {hour}, 1 FROM {made} WHERE i.pos > ?)
             WHERE true GROUP BY 2, 3 HAVING sum(n) <> 0 ON CONFLICT DO UPDATE SET n = n + excluded.n"
        );
        batch.add(&hours, [newest.into()]);
    }
    let groups = format!(
        "INSERT INTO invitation_group_count SELECT user_group, list_state, sum(n) FROM (
             SELECT l.value AS user_group, s.list_state, -1 AS n FROM temp.stood AS s, json_each(s.user_groups) AS l
             UNION ALL SELECT g.user_group, i.list_state, 1 FROM {changed} JOIN invitation_group AS g ON g.invitation = i.pos
             UNION ALL SELECT g.user_group, i.list_state, 1
             FROM {made} CROSS JOIN invitation_group AS g ON g.invitation = i.pos WHERE i.pos > ?)
         WHERE true GROUP BY 1, 2 HAVING sum(n) <> 0 ON CONFLICT DO UPDATE SET n = n + excluded.n"
    );
    batch.add(&groups, [newest.into()]);
    batch.add("DELETE FROM temp.stood", []);
}

/// Adds the rows that match `such` to every count, `times` over.
fn counted(batch: &mut Batch, such: &str, bind: &Bind, times: &str) {
    let rows = format!("FROM invitation AS i WHERE {such}");
    let counts = format!(
        "INSERT INTO invitation_count SELECT i.role, coalesce(i.department, 0), i.creator, i.email_key IS NOT NULL, i.uses > 0,
             i.list_state, {times} * count(*) {rows} GROUP BY 1, 2, 3, 4, 5, 6 ON CONFLICT DO UPDATE SET n = n + excluded.n"
    );
    batch.add(&counts, [bind.clone()]);
    for (kind, hour) in HOURS {
        let hours = format!(
            "INSERT INTO invitation_hour_count SELECT {kind}, i.list_state, {hour}, {times} * count(*) {rows} GROUP BY 2, 3
             ON CONFLICT DO UPDATE SET n = n + excluded.n"
        );
        batch.add(&hours, [bind.clone()]);
    }
    let groups = format!(
        "INSERT INTO invitation_group_count SELECT g.user_group, i.list_state, {times} * count(*)
         FROM invitation AS i JOIN invitation_group AS g ON g.invitation = i.pos WHERE {such} GROUP BY 1, 2
         ON CONFLICT DO UPDATE SET n = n + excluded.n"
    );
    batch.add(&groups, [bind.clone()]);
}

/// Each table of counts with the query that recounts it from the rows.
pub(super) fn recounted() -> [(&'static str, String); 3] {
    let hours = HOURS.map(|(kind, hour)| {
        format!("SELECT {kind}, i.list_state, {hour}, count(*) FROM main.invitation AS i GROUP BY 2, 3")
    });
    [
        (
            "invitation_count",
            "SELECT i.role, coalesce(i.department, 0), i.creator, i.email_key IS NOT NULL, i.uses > 0, i.list_state, count(*)
             FROM main.invitation AS i GROUP BY 1, 2, 3, 4, 5, 6"
                .to_owned(),
        ),
        (
            "invitation_group_count",
            "SELECT g.user_group, i.list_state, count(*) FROM main.invitation_group AS g JOIN main.invitation AS i ON i.pos = g.invitation GROUP BY 1, 2"
                .to_owned(),
        ),
        ("invitation_hour_count", hours.join(" UNION ALL ")),
    ]
}
