//! Whether the tables say what the log says: the log is replayed into an empty database in memory, and every table of
//! facts is compared with what came out, every tally with a count of the rows. Keeps out whether the log itself is
//! whole.

use crate::apply::{self, Applied};
use crate::change::Change;
use crate::log::{Head, Logged, Verified, actor_of, moment, personal_of, read_event, sixteen};
use crate::script::Script;
use crate::sql::Sql;
use crate::{Store, StoreError, log, threads};
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteRow, SqliteSynchronous};
use sqlx::{ConnectOptions, Connection, Row, SqliteConnection};
use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};
use vestibule_domain::DeviceId;

/// Every table of facts but `picture`, which the log knows by its digest only: that is looked at with the log.
const FACTS: [&str; 11] = [
    "organisation",
    "organisation_logo",
    "policy",
    "role",
    "department",
    "user_group",
    "account",
    "account_group",
    "invitation",
    "invitation_group",
    "invitation_use",
];
/// So many events are read and applied at once.
const STEP: usize = 2_000;
/// The name under which the file's connection sees the database in memory.
const REPLAY: &str = "replay";

/// Databases in memory have names in the process.
static NUMBER: AtomicU64 = AtomicU64::new(0);

impl Store {
    /// Walks the chains of all devices and replays the log beside the file. Takes time and memory in proportion to the
    /// log; changes nothing.
    pub async fn verify(&self) -> Result<Verified, StoreError> {
        let name = format!("/vestibule-replay-{}", NUMBER.fetch_add(1, Ordering::Relaxed));
        let scratch = Self::in_memory(&name).await?;
        let mut connection = self.apart().await?;
        let mut attach = Sql::default();
        attach.text("ATTACH DATABASE ?", &format!("file:{name}?vfs=memdb"));
        attach.text(" AS replay KEY ?", "");
        attach.rows(&mut connection).await?;
        // One state for all that follows.
        Sql::new("BEGIN").rows(&mut connection).await?;
        let mut verified = log::verify(&mut connection).await?;
        if verified.broken.is_none() {
            match replay(&mut connection, &scratch).await {
                Ok(()) => verified.tables = differing_tables(&mut connection).await?,
                // What the rules and the constraints refuse was never made by them.
                Err(StoreError::NotUsable | StoreError::EventDoesNotFit(_)) => {
                    verified.tables = vec!["the log holds an event that can't be applied".to_owned()];
                }
                Err(StoreError::Database(sqlx::Error::Database(_))) => {
                    verified.tables = vec!["the log holds an event that does not fit those before it".to_owned()];
                }
                Err(other) => return Err(other),
            }
            verified.tallies = differing_tallies(&mut connection).await?;
        }
        connection.close().await?;
        scratch.close().await?;
        Ok(verified)
    }

    /// An empty database with all tables, in this process's memory and gone with its last connection.
    async fn in_memory(name: &str) -> Result<Self, StoreError> {
        threads::keep_libraries_standing();
        let options = SqliteConnectOptions::new()
            .filename(name)
            .vfs("memdb")
            .create_if_missing(true)
            .thread_name(threads::name)
            .journal_mode(SqliteJournalMode::Off)
            .synchronous(SqliteSynchronous::Off)
            .pragma("cache_size", "-32768")
            .foreign_keys(true)
            .disable_statement_logging();
        Self::fresh(options).await
    }
}

/// Where this device's chain ends.
pub(crate) async fn head(connection: &mut SqliteConnection) -> Result<Option<Head>, StoreError> {
    let row = Sql::new(crate::change::OWN).rows(connection).await?;
    row.first()
        .map(|row| {
            Ok(Head {
                device: DeviceId::from_bytes(sixteen(row.get(1))?),
                seq: row.get::<i64, _>(2).unsigned_abs(),
                hash: row.get(3),
            })
        })
        .transpose()
}

/// Applies the whole log to the empty tables of `scratch`; each step is read while the one before is applied.
async fn replay(connection: &mut SqliteConnection, scratch: &Store) -> Result<(), StoreError> {
    let mut into = scratch.change().await?;
    let mut devices = HashMap::new();
    let mut rows = next(connection, 0).await?;
    while let Some(last) = rows.last() {
        let pos: i64 = last.get(0);
        let mut events = Vec::with_capacity(rows.len());
        for row in &rows {
            events.push(logged(row, &mut into, &mut devices).await?);
        }
        let script = script_of(&events, Script::facts_only())?;
        let (applied, read) = tokio::join!(script.run_and(into.connection(), None), next(connection, pos));
        applied?;
        rows = read?;
    }
    into.commit().await
}

/// What applies these events in order; creations that follow each other together.
pub(crate) fn script_of(events: &[Logged], mut script: Script) -> Result<Script, StoreError> {
    let mut events = events;
    while !events.is_empty() {
        let Applied(done) = apply::apply_next(&mut script, events)?;
        events = &events[done..];
    }
    Ok(script)
}

/// The next events behind `pos`.
pub(crate) async fn next(connection: &mut SqliteConnection, pos: i64) -> Result<Vec<SqliteRow>, StoreError> {
    let mut sql = Sql::new(
        "SELECT e.pos, d.id, e.at, e.kind, e.actor, e.payload, e.personal, d.name FROM event AS e JOIN device AS d ON d.num = e.device",
    );
    sql.int(" WHERE e.pos > ? ORDER BY e.pos", pos);
    sql.int(" LIMIT ?", STEP as i64);
    sql.rows(connection).await
}

/// Reads an event; its device gets a number in the other file.
pub(crate) async fn logged(
    row: &SqliteRow,
    into: &mut Change,
    devices: &mut HashMap<[u8; 16], i64>,
) -> Result<Logged, StoreError> {
    let id = sixteen(row.get(1))?;
    let device = match devices.get(&id) {
        Some(number) => *number,
        None => {
            let number = into.device_number(DeviceId::from_bytes(id), row.get(7)).await?;
            devices.insert(id, number);
            number
        }
    };
    Ok(Logged {
        device,
        at: moment(row.get(2))?,
        actor: actor_of(row.get(3), row.get(4))?,
        event: read_event(row.get(5))?,
        personal: personal_of(row.get(6))?,
    })
}

/// The tables of facts whose rows are not those that the log gives, each with how many of them.
async fn differing_tables(connection: &mut SqliteConnection) -> Result<Vec<String>, StoreError> {
    let mut differing = Vec::new();
    for table in FACTS {
        let mut columns = Sql::default();
        columns.text("SELECT name, pk FROM pragma_table_info(?)", table);
        let columns = columns.rows(connection).await?;
        let named = |row: &SqliteRow| row.get::<String, _>(0);
        let keys: Vec<String> = columns.iter().filter(|row| row.get::<i64, _>(1) > 0).map(named).collect();
        let joined: Vec<String> = keys.iter().map(|key| format!("b.{key} = a.{key}")).collect();
        // Open and lapsed is where a row is found by the clock, not a fact.
        let compared = |side: &str, column: &str| match (table, column) {
            ("invitation", "shelf") => format!("iif({side}.shelf = 2, 0, {side}.shelf)"),
            _ => format!("{side}.{column}"),
        };
        let differ: Vec<String> = columns
            .iter()
            .map(named)
            .map(|column| format!("{} IS NOT {}", compared("a", &column), compared("b", &column)))
            .collect();
        let sql = format!(
            "SELECT (SELECT count(*) FROM main.{table} AS a LEFT JOIN {REPLAY}.{table} AS b ON {on} WHERE {differ})
                  + (SELECT count(*) FROM {REPLAY}.{table} AS a LEFT JOIN main.{table} AS b ON {on} WHERE b.{key} IS NULL)",
            on = joined.join(" AND "),
            differ = differ.join(" OR "),
            key = keys.first().ok_or(StoreError::Unreadable { what: "schema" })?,
        );
        let rows: i64 = Sql::new(sql).rows(connection).await?.first().map_or(0, |row| row.get(0));
        match rows {
            0 => {}
            1 => differing.push(format!("{table} (1 row)")),
            many => differing.push(format!("{table} ({many} rows)")),
        }
    }
    Ok(differing)
}

/// The tallies that are not what the rows add up to.
async fn differing_tallies(connection: &mut SqliteConnection) -> Result<Vec<String>, StoreError> {
    let mut differing = Vec::new();
    for (table, counted) in apply::tallies() {
        let kept = format!("SELECT * FROM main.{table} WHERE n <> 0");
        let sql = format!(
            "SELECT EXISTS (SELECT * FROM ({counted}) EXCEPT {kept}) OR EXISTS ({kept} EXCEPT SELECT * FROM ({counted}))"
        );
        if Sql::new(sql).rows(connection).await?.first().is_some_and(|row| row.get(0)) {
            differing.push(table.to_owned());
        }
    }
    Ok(differing)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The log itself, what belongs to this device alone, and what is made anew from the rest.
    const OTHERS: [&str; 10] = [
        "credential",
        "device",
        "event",
        "event_subject",
        "invitation_search",
        "kept_sign_in",
        "meta",
        "password_code",
        "preference",
        "throttle",
    ];

    #[tokio::test]
    async fn every_table_is_compared_or_named_as_none_of_the_log_s() {
        let store = Store::in_memory("/vestibule-tables").await.expect("memory");
        let mut connection = store.apart().await.expect("memory");
        let tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'
                      AND name NOT LIKE '\\_sqlx%' ESCAPE '\\' AND name NOT LIKE 'invitation\\_search\\_%' ESCAPE '\\'";
        let rows = Sql::new(tables).rows(&mut connection).await.expect("the schema");
        let mut standing: Vec<String> = rows.iter().map(|row| row.get(0)).collect();
        let tallies = apply::tallies().into_iter().map(|(table, _)| table.to_owned());
        let mut known: Vec<String> = FACTS.into_iter().chain(OTHERS).chain(["picture"]).map(str::to_owned).collect();
        known.extend(tallies);
        standing.sort();
        known.sort();
        assert_eq!(standing, known);
    }
}
