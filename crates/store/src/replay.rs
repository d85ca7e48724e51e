//! Compares tables and log: replays the log into an empty database in memory, then compares every table of facts with
//! it and every count with the rows. Keeps out checks of the log itself (`chain`).

use crate::apply::{self, Applied};
use crate::batch::Batch;
use crate::chain::{self, Chains, WalkedBatch};
use crate::log::{ChainHead, LoggedEvent, Verified, head_of};
use crate::scratch::{ApplyError, ScratchDatabase, ScratchTx};
use crate::sql::Sql;
use crate::transaction;
use crate::{Store, StoreError};
use sqlx::sqlite::SqliteRow;
use sqlx::{Connection, Row, SqliteConnection};
use tokio::task::{JoinError, spawn_blocking};

/// Every table of facts except `picture`: the log holds only its digest, which `chain` checks.
const FACTS: [&str; 12] = [
    "device",
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
/// The schema name of the attached database in memory.
const REPLAY: &str = "replay";

impl Store {
    /// Walks the chains of all devices and compares a replay of the log with the tables. Takes time and memory in
    /// proportion to the log; changes nothing.
    pub async fn verify(&self) -> Result<Verified, StoreError> {
        let scratch = ScratchDatabase::new().await?;
        let mut connection = self.apart().await?;
        let mut attach = Sql::default();
        attach.text("ATTACH DATABASE ?", &scratch.address());
        attach.text(" AS replay KEY ?", "");
        attach.rows(&mut connection).await?;
        // One snapshot for all reads.
        Sql::new("BEGIN").rows(&mut connection).await?;
        let (mut verified, misfit) = walk_and_replay(&mut connection, scratch.replay()?).await?;
        if verified.broken.is_none() {
            verified.tables = match misfit {
                Some(misfit) => vec![misfit],
                None => differing_tables(&mut connection).await?,
            };
            verified.counts = differing_counts(&mut connection).await?;
        }
        connection.close().await?;
        scratch.store.close().await?;
        Ok(verified)
    }
}

/// The end of this device's chain.
pub(crate) async fn head(connection: &mut SqliteConnection) -> Result<Option<ChainHead>, StoreError> {
    let row = Sql::new(transaction::OWN_CHAIN).rows(connection).await?;
    row.first().map(|row| head_of(row, 1)).transpose()
}

/// Walks the chains and applies the log to empty tables in one pass: while one step is applied, the next is checked and
/// the one after is read. Also returns a description of an event that could not be applied.
async fn walk_and_replay(
    connection: &mut SqliteConnection,
    replayed: ScratchTx,
) -> Result<(Verified, Option<String>), StoreError> {
    let mut chains = Chains::begin(connection).await?;
    let mut rows = chain::next_events(connection, chain::START).await?;
    let mut batch = transaction::devices(connection).await?;
    let mut replaying = ReplayProgress { replayed, misfit: None, unreadable: None };
    loop {
        let pos = chain::last_position(&rows).filter(|_| !chains.are_broken());
        let apply = spawn_blocking(move || replaying.apply(&batch));
        let Some(pos) = pos else {
            let ReplayProgress { replayed, misfit, unreadable } = done(apply.await)?;
            let verified = chains.end(connection).await?;
            return match unreadable.filter(|_| verified.broken.is_none()) {
                Some(error) => Err(error),
                None if verified.broken.is_none() && misfit.is_none() => replayed.commit().map(|()| (verified, None)),
                // Don't compare the tables.
                None => Ok((verified, misfit)),
            };
        };
        let walk = spawn_blocking(move || {
            let WalkedBatch { events, erased } = chains.walk(&rows);
            let next = events.and_then(|events| batch_of(&events, Batch::facts_only()));
            (chains, next, erased)
        });
        let (read, walked, applied) = tokio::join!(chain::next_events(connection, pos), walk, apply);
        let (walked, next, erased) = done(walked)?;
        (rows, chains, replaying) = (read?, walked, done(applied)?);
        chains.check_erased(connection, &erased).await?;
        batch = next.unwrap_or_else(|error| {
            replaying.stop(error);
            Batch::facts_only()
        });
    }
}

const NOT_APPLICABLE: &str = "the log holds an event that can't be applied";

/// How far the log is replayed, and the first event that could not be applied or read. The walk continues after either,
/// since a break in a chain is reported first.
struct ReplayProgress {
    replayed: ScratchTx,
    misfit: Option<String>,
    unreadable: Option<StoreError>,
}

impl ReplayProgress {
    fn apply(mut self, batch: &Batch) -> Self {
        if self.misfit.is_some() || self.unreadable.is_some() {
            return self;
        }
        // An event that the constraints refuse was never created by this program.
        match self.replayed.execute(batch) {
            Ok(()) => {}
            Err(ApplyError::NotApplicable) => self.misfit = Some(NOT_APPLICABLE.to_owned()),
            Err(ApplyError::Refused) => {
                self.misfit = Some("the log holds an event that does not fit those before it".to_owned());
            }
            Err(ApplyError::Fault(error)) => self.unreadable = Some(error),
        }
        self
    }

    /// Statements could not be built from the events of a step.
    fn stop(&mut self, error: StoreError) {
        match error {
            _ if self.misfit.is_some() || self.unreadable.is_some() => {}
            StoreError::EventDoesNotFit(_) => self.misfit = Some(NOT_APPLICABLE.to_owned()),
            other => self.unreadable = Some(other),
        }
    }
}

/// The result of a blocking task, which fails only by panicking; the panic continues here.
fn done<T>(joined: Result<T, JoinError>) -> Result<T, StoreError> {
    joined.map_err(|error| match error.try_into_panic() {
        Ok(panic) => std::panic::resume_unwind(panic),
        Err(_) => StoreError::Unreadable { what: "log" },
    })
}

/// The statements that apply these events in order; consecutive creations share statements.
pub(crate) fn batch_of(events: &[LoggedEvent], mut batch: Batch) -> Result<Batch, StoreError> {
    let mut events = events;
    while !events.is_empty() {
        let Applied(done) = apply::apply_next(&mut batch, events)?;
        events = &events[done..];
    }
    Ok(batch)
}

/// The tables of facts that differ from the replay, each with the number of rows.
async fn differing_tables(connection: &mut SqliteConnection) -> Result<Vec<String>, StoreError> {
    let mut differing = Vec::new();
    for table in FACTS {
        let mut columns = Sql::default();
        columns.text("SELECT name, pk FROM pragma_table_info(?)", table);
        let columns = columns.rows(connection).await?;
        let named = |row: &SqliteRow| row.get::<String, _>(0);
        let keys: Vec<String> = columns.iter().filter(|row| row.get::<i64, _>(1) > 0).map(named).collect();
        let joined: Vec<String> = keys.iter().map(|key| format!("b.{key} = a.{key}")).collect();
        // Treat open and lapsed as equal: which of them a row has depends on the clock.
        let compared = |side: &str, column: &str| match (table, column) {
            ("invitation", "list_state") => format!("iif({side}.list_state = 2, 0, {side}.list_state)"),
            _ => format!("{side}.{column}"),
        };
        // The ends of chains are compared with the chains themselves.
        let is_head = |column: &String| table == "device" && column.starts_with("head_");
        let differ: Vec<String> = columns
            .iter()
            .map(named)
            .filter(|column| !is_head(column))
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

/// The counts that differ from the rows.
async fn differing_counts(connection: &mut SqliteConnection) -> Result<Vec<String>, StoreError> {
    let mut differing = Vec::new();
    for (table, counted) in apply::counts() {
        let kept = format!("SELECT * FROM main.{table} WHERE n <> 0");
        let sql = format!(
            "WITH counted AS MATERIALIZED ({counted}) SELECT EXISTS (SELECT * FROM counted EXCEPT {kept}) OR EXISTS ({kept} EXCEPT SELECT * FROM counted)"
        );
        if Sql::new(sql).rows(connection).await?.first().is_some_and(|row| row.get(0)) {
            differing.push(table.to_owned());
        }
    }
    Ok(differing)
}

#[cfg(test)]
mod tests;
