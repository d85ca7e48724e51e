//! Walks the chains of all devices together, in log order: finds the first break, and reads the events before it. Keeps
//! out what an event does to the tables.

use crate::log::{
    ChainBreak, HashedEvent, LoggedEvent, Verified, actor_of, as_received, digest, moment, personal_of, read_event,
};
use crate::sql::Sql;
use crate::transaction::id_of;
use crate::{StoreError, logo};
use sqlx::sqlite::SqliteRow;
use sqlx::{Row, SqliteConnection};
use std::collections::BTreeMap;
use vestibule_domain::Event;

/// Events read, checked and applied at a time.
const STEP: i64 = 2_000;

/// A device's chain, as far as it has been walked.
#[derive(Debug)]
struct ChainWalk {
    device: Vec<u8>,
    seq: i64,
    hash: Vec<u8>,
    /// Form and decision of the last event walked.
    version: i64,
    decision: Option<i64>,
    /// The chain's end according to the device's row.
    end: (i64, Vec<u8>),
}

/// The chains of all devices, as far as they have been walked.
#[derive(Debug)]
pub(crate) struct Chains {
    /// Id of the log's organisation, from its first event.
    organisation: Vec<u8>,
    by_device: BTreeMap<i64, ChainWalk>,
    /// Number of valid events so far.
    events: u64,
    broken: Option<ChainBreak>,
}

/// An event without its personal data: an erasure of the person must be in the log.
#[derive(Debug)]
pub(crate) struct Erased {
    pos: i64,
    seq: i64,
    /// Number of valid events before it.
    before: u64,
}

/// Result of one step: the events before the first break, and those whose erasure must be looked up.
#[derive(Debug)]
pub(crate) struct WalkedBatch {
    /// The events as logged; an error at the first unreadable one.
    pub(crate) events: Result<Vec<LoggedEvent>, StoreError>,
    pub(crate) erased: Vec<Erased>,
}

/// Smaller than any position.
pub(crate) const START: i64 = i64::MIN;

/// An event's columns, in the order in which this module reads them.
pub(crate) const COLUMNS: &str = "e.pos, e.device, e.seq, e.id, e.at, e.kind, e.actor, e.version, e.payload, e.digest,
    e.hash, e.salt, e.personal, e.decision, e.base, e.via, e.placed";

/// The next events of all devices after `pos`, in log order.
pub(crate) async fn next_events(connection: &mut SqliteConnection, pos: i64) -> Result<Vec<SqliteRow>, StoreError> {
    let mut sql = Sql::new(format!("SELECT {COLUMNS} FROM event AS e"));
    sql.int(" WHERE e.pos > ? ORDER BY e.pos", pos);
    sql.int(" LIMIT ?", STEP);
    sql.rows(connection).await
}

/// Position of the last row. None: the log has ended.
pub(crate) fn last_position(rows: &[SqliteRow]) -> Option<i64> {
    rows.last().map(|row| row.get(0))
}

/// What the next event of a chain is compared with, besides the hash.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct ChainEnd {
    pub(crate) seq: i64,
    /// Form and decision of the last event.
    pub(crate) version: i64,
    pub(crate) decision: Option<i64>,
}

impl ChainEnd {
    /// What is wrong with the next event, if anything: its number, hash, form or decision.
    pub(crate) fn misfit(self, next: &HashedEvent<'_>, hash: &[u8]) -> Option<&'static str> {
        if next.seq != self.seq + 1 {
            return Some("an event is missing before this one, or this one is out of its place");
        }
        if next.hash().as_slice() != hash {
            return Some("this event is not what was written");
        }
        if next.version < self.version {
            return Some("an event of an older form stands behind one of a newer form");
        }
        let begins = next.decision == Some(next.seq);
        let goes_on = next.decision.is_some() && next.decision == self.decision;
        (next.version >= 2 && !begins && !goes_on).then_some("this event is of no decision that was begun before it")
    }
}

/// Reads an event, with the device's local number.
pub(crate) fn logged(row: &SqliteRow) -> Result<LoggedEvent, StoreError> {
    let (event, payload) = (read_event(row.get(8))?, row.get(8));
    Ok(LoggedEvent {
        received: as_received(&event, payload),
        id: id_of(row, 3)?,
        device: row.get(1),
        seq: row.get(2),
        version: row.get(7),
        decision: row.get(13),
        via: row.get(15),
        placed: row.get(16),
        at: moment(row.get(4))?,
        actor: actor_of(row.get(5), row.get(6))?,
        event,
        personal: personal_of(row.get(12))?,
    })
}

impl Chains {
    /// All chains, before their first event.
    pub(crate) async fn begin(connection: &mut SqliteConnection) -> Result<Self, StoreError> {
        let rows = Sql::new("SELECT num, id, head_seq, head_hash FROM device").rows(connection).await?;
        let mut by_device = BTreeMap::new();
        for row in rows {
            let end = (row.get(2), row.get(3));
            let chain = ChainWalk { device: row.get(1), seq: 0, hash: vec![0; 32], version: 0, decision: None, end };
            by_device.insert(row.get(0), chain);
        }
        let founded =
            "SELECT payload FROM event WHERE payload ->> '$.event' = 'organisation_created' ORDER BY pos LIMIT 1";
        let rows = Sql::new(founded).rows(connection).await?;
        let organisation = match rows.first().map(|row| read_event(row.get(0))) {
            Some(Ok(Event::OrganisationCreated { organisation, .. })) => organisation.as_bytes().to_vec(),
            _ => Vec::new(),
        };
        Ok(Self { organisation, by_device, events: 0, broken: None })
    }

    /// Whether a break was found. The walk stops there.
    pub(crate) fn are_broken(&self) -> bool {
        self.broken.is_some()
    }

    /// Walks these rows: numbers without gaps, hashes linked, personal data unchanged or erased.
    pub(crate) fn walk(&mut self, rows: &[SqliteRow]) -> WalkedBatch {
        let mut walked = WalkedBatch { events: Ok(Vec::with_capacity(rows.len())), erased: Vec::new() };
        for row in rows {
            if let Err(broken) = self.step(row, &mut walked.erased) {
                self.broken = Some(broken);
                break;
            }
            self.events += 1;
            if let Ok(events) = &mut walked.events {
                match logged(row) {
                    Ok(event) => events.push(event),
                    Err(error) => walked.events = Err(error),
                }
            }
        }
        walked
    }

    fn step(&mut self, row: &SqliteRow, erased: &mut Vec<Erased>) -> Result<(), ChainBreak> {
        let broken = |seq: i64, problem: &str| ChainBreak { seq: seq.unsigned_abs(), problem: problem.to_owned() };
        let seq: i64 = row.get(2);
        let Some(chain) = self.by_device.get_mut(&row.get(1)) else {
            return Err(broken(seq, "this event is of no device that is known here"));
        };
        let found = HashedEvent {
            organisation: &self.organisation,
            before: &chain.hash,
            id: row.get(3),
            device: &chain.device,
            seq,
            at: row.get(4),
            kind: row.get(5),
            actor: row.get(6),
            version: row.get(7),
            decision: row.get(13),
            base: row.get(14),
            via: row.get(15),
            payload: row.get(8),
            digest: row.get(9),
        };
        let after = chain.seq + 1;
        let hash: &[u8] = row.get(10);
        let end = ChainEnd { seq: chain.seq, version: chain.version, decision: chain.decision };
        if let Some(problem) = end.misfit(&found, hash) {
            return Err(broken(after, problem));
        }
        let (version, decision) = (found.version, found.decision);
        match (row.get::<Option<&[u8]>, _>(11), row.get::<Option<&str>, _>(12), found.digest) {
            (Some(salt), Some(body), Some(expected)) if digest(salt, body).as_slice() == expected => {}
            (None, None, None) => {}
            // Erased: check below that an erasure is logged.
            (None, None, Some(_)) => erased.push(Erased { pos: row.get(0), seq, before: self.events }),
            _ => return Err(broken(after, NOT_ITS_PERSONAL_PART)),
        }
        (chain.seq, chain.version, chain.decision) = (seq, version, decision);
        chain.hash.clear();
        chain.hash.extend_from_slice(hash);
        Ok(())
    }

    /// Checks that the erasure of each missing personal part is logged.
    pub(crate) async fn check_erased(
        &mut self,
        connection: &mut SqliteConnection,
        erased: &[Erased],
    ) -> Result<(), StoreError> {
        for one in erased {
            let mut sql = Sql::default();
            sql.int(
                "SELECT EXISTS (
                     SELECT 1 FROM event_subject AS mine JOIN event_subject AS same ON same.subject = mine.subject
                     JOIN event AS e ON e.pos = same.event
                     WHERE mine.event = ? AND json_extract(e.payload, '$.event') = 'person_erased')",
                one.pos,
            );
            if sql.rows(connection).await?.first().is_some_and(|row| row.get(0)) {
                continue;
            }
            // This break comes before any other found in the same step.
            self.events = one.before;
            self.broken = Some(ChainBreak { seq: one.seq.unsigned_abs(), problem: NOT_ITS_PERSONAL_PART.to_owned() });
            break;
        }
        Ok(())
    }

    /// Ends the walk: compares chain ends with the devices' rows, counts of uses with the uses, and the logo's picture
    /// with its digest.
    pub(crate) async fn end(self, connection: &mut SqliteConnection) -> Result<Verified, StoreError> {
        let Self { by_device, events, mut broken, .. } = self;
        let short = |chain: &&ChainWalk| (chain.seq, &chain.hash) != (chain.end.0, &chain.end.1);
        if broken.is_none()
            && let Some(chain) = by_device.values().find(short)
        {
            let seq = chain.seq.unsigned_abs() + 1;
            broken = Some(ChainBreak { seq, problem: "the last events are missing".to_owned() });
        }
        if broken.is_none() {
            broken = beside(connection).await?.map(|problem| ChainBreak { seq: 0, problem });
        }
        Ok(Verified { events, broken, ..Verified::default() })
    }
}

const NOT_ITS_PERSONAL_PART: &str = "the personal part of this event is not what was written";

/// What is wrong outside the chains.
async fn beside(connection: &mut SqliteConnection) -> Result<Option<String>, StoreError> {
    // Starts from the uses, which are few: most invitations have none.
    let sql = "SELECT (SELECT count(*) FROM invitation AS i
                       WHERE uses > 0 AND uses <> (SELECT count(*) FROM invitation_use AS u WHERE u.invitation = i.pos))
                    + (SELECT count(DISTINCT i.pos) FROM invitation_use AS u CROSS JOIN invitation AS i ON i.pos = u.invitation
                       WHERE i.uses <= 0)";
    let strays: i64 = Sql::new(sql).rows(connection).await?.first().map_or(0, |row| row.get(0));
    if strays > 0 {
        return Ok(Some(format!("{strays} invitations count other uses than are listed")));
    }
    let whole = logo::is_whole(connection).await?;
    Ok((!whole).then(|| "the logo's picture is not the one that was set".to_owned()))
}

/// Walks the chains of all devices, without comparing the tables.
pub(crate) async fn verify(connection: &mut SqliteConnection) -> Result<Verified, StoreError> {
    let mut chains = Chains::begin(connection).await?;
    let mut rows = next_events(connection, START).await?;
    while let Some(pos) = last_position(&rows).filter(|_| !chains.are_broken()) {
        let WalkedBatch { erased, .. } = chains.walk(&rows);
        chains.check_erased(connection, &erased).await?;
        rows = next_events(connection, pos).await?;
    }
    chains.end(connection).await
}
