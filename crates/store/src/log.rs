//! The log: how an event is hashed into its device's chain, appended, read back and verified. Keeps out what an event does to the tables.

use crate::script::Script;
use crate::{Change, StoreError, replay};
use chrono::DateTime;
use sha2::{Digest, Sha256};
use sqlx::{Row, SqliteConnection};
use std::collections::HashMap;
use vestibule_domain::{AccountId, Actor, DeviceId, Event, Moment, Personal};

/// An event as it stands in the log.
#[derive(Debug, Clone)]
pub(crate) struct Logged {
    pub(crate) device: i64,
    pub(crate) at: Moment,
    pub(crate) actor: Actor,
    pub(crate) event: Event,
    pub(crate) personal: Personal,
}

/// What is hashed: everything but the personal part, which stands for itself by its digest.
pub(crate) struct Hashed<'a> {
    pub(crate) before: &'a [u8],
    pub(crate) id: &'a [u8],
    pub(crate) device: &'a [u8],
    pub(crate) seq: i64,
    pub(crate) at: i64,
    pub(crate) kind: i64,
    pub(crate) actor: Option<&'a [u8]>,
    pub(crate) version: i64,
    pub(crate) payload: &'a str,
    pub(crate) digest: Option<&'a [u8]>,
}

impl Hashed<'_> {
    /// SHA-256 over the fields, each behind its length, so that no two different events have the same bytes.
    pub(crate) fn hash(&self) -> [u8; 32] {
        let mut hash = Sha256::new();
        let mut field = |bytes: &[u8]| {
            hash.update((bytes.len() as u64).to_be_bytes());
            hash.update(bytes);
        };
        field(self.before);
        field(self.id);
        field(self.device);
        for number in [self.seq, self.at, self.kind, self.version] {
            field(&number.to_be_bytes());
        }
        field(self.actor.unwrap_or(&[]));
        field(self.payload.as_bytes());
        field(self.digest.unwrap_or(&[]));
        hash.finalize().into()
    }
}

/// The digest by which a personal part stands in the chain.
pub(crate) fn digest(salt: &[u8], body: &str) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(salt);
    hash.update(body.as_bytes());
    hash.finalize().into()
}

pub(crate) fn actor_columns(actor: Actor) -> (i64, Option<Vec<u8>>) {
    match actor {
        Actor::Account(id) => (0, Some(id.as_bytes().to_vec())),
        Actor::Stranger => (1, None),
        Actor::Vestibule => (2, None),
    }
}

pub(crate) fn actor_of(kind: i64, account: Option<Vec<u8>>) -> Result<Actor, StoreError> {
    match (kind, account) {
        (0, Some(id)) => Ok(Actor::Account(AccountId::from_bytes(sixteen(&id)?))),
        (1, None) => Ok(Actor::Stranger),
        (2, None) => Ok(Actor::Vestibule),
        _ => Err(StoreError::Unreadable { what: "actor" }),
    }
}

pub(crate) fn sixteen(bytes: &[u8]) -> Result<[u8; 16], StoreError> {
    bytes.try_into().map_err(|_| StoreError::Unreadable { what: "id" })
}

pub(crate) fn moment(millis: i64) -> Result<Moment, StoreError> {
    DateTime::from_timestamp_millis(millis).ok_or(StoreError::Unreadable { what: "time" })
}

pub(crate) fn read_event(payload: &str) -> Result<Event, StoreError> {
    serde_json::from_str(payload).map_err(|_| StoreError::Unreadable { what: "event" })
}

/// What a walk along the chains found, and a replay beside the tables.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verified {
    /// How many events were walked.
    pub events: u64,
    /// The first break, if any.
    pub broken: Option<Break>,
    /// The tables that say something else than the log gives, for people. Empty without a replay.
    pub tables: Vec<String>,
    /// The tallies that are not what the rows add up to; they can be rebuilt. Empty without a replay.
    pub tallies: Vec<String>,
}

/// Where a device's chain ends. Whoever has noted it sees later whether the chain was cut off behind it, or the file is
/// an older one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Whose chain.
    pub device: DeviceId,
    /// How many events it has.
    pub seq: u64,
    /// The last one's hash: 32 bytes.
    pub hash: Vec<u8>,
}

/// Where a chain breaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Break {
    /// The sequence number of the event at fault.
    pub seq: u64,
    /// In one sentence.
    pub problem: String,
}

/// Walks every device's chain from its first event: sequence without gaps, hashes linked, personal parts unchanged (or erased), heads where they belong.
pub(crate) async fn verify(connection: &mut SqliteConnection) -> Result<Verified, StoreError> {
    let devices =
        sqlx::query("SELECT num, id, head_seq, head_hash FROM device ORDER BY num").fetch_all(&mut *connection).await?;
    let mut events = 0;
    for device in devices {
        let (num, id): (i64, Vec<u8>) = (device.get(0), device.get(1));
        let (seq, hash, broken) = walk(connection, num, &id, &mut events).await?;
        if broken.is_some() {
            return Ok(Verified { events, broken, ..Verified::default() });
        }
        if seq != device.get::<i64, _>(2) || hash != device.get::<Vec<u8>, _>(3) {
            return Ok(Verified {
                events,
                broken: Some(Break { seq: seq.unsigned_abs() + 1, problem: "the last events are missing".to_owned() }),
                ..Verified::default()
            });
        }
    }
    let strays: i64 = sqlx::query_scalar(
        "SELECT count(*) FROM invitation AS i WHERE uses <> (SELECT count(*) FROM invitation_use AS u WHERE u.invitation = i.pos)",
    )
    .fetch_one(&mut *connection)
    .await?;
    let problem = if strays > 0 {
        Some(format!("{strays} invitations count other uses than are listed"))
    } else if !crate::logo::is_whole(connection).await? {
        Some("the logo's picture is not the one that was set".to_owned())
    } else {
        None
    };
    let broken = problem.map(|problem| Break { seq: 0, problem });
    Ok(Verified { events, broken, ..Verified::default() })
}

type Walked = (i64, Vec<u8>, Option<Break>);

async fn walk(connection: &mut SqliteConnection, num: i64, id: &[u8], events: &mut u64) -> Result<Walked, StoreError> {
    let (mut seq, mut hash) = (0i64, vec![0u8; 32]);
    loop {
        let rows = sqlx::query(
            "SELECT seq, id, at, kind, actor, version, payload, digest, hash, salt, personal, pos
             FROM event WHERE device = ? AND seq > ? ORDER BY seq LIMIT 2000",
        )
        .bind(num)
        .bind(seq)
        .fetch_all(&mut *connection)
        .await?;
        if rows.is_empty() {
            return Ok((seq, hash, None));
        }
        for row in rows {
            let found = Hashed {
                before: &hash,
                id: row.get(1),
                device: id,
                seq: row.get(0),
                at: row.get(2),
                kind: row.get(3),
                actor: row.get(4),
                version: row.get(5),
                payload: row.get(6),
                digest: row.get(7),
            };
            let problem = if found.seq != seq + 1 {
                Some("an event is missing before this one")
            } else if found.hash().as_slice() != row.get::<&[u8], _>(8) {
                Some("this event is not what was written")
            } else if !personal_fits(row.get(9), row.get(10), found.digest)
                || (found.digest.is_some()
                    && row.get::<Option<&str>, _>(10).is_none()
                    && !erased(connection, row.get(11)).await?)
            {
                Some("the personal part of this event is not what was written")
            } else {
                None
            };
            if let Some(problem) = problem {
                let at = (seq + 1).unsigned_abs();
                return Ok((seq, hash, Some(Break { seq: at, problem: problem.to_owned() })));
            }
            seq = found.seq;
            hash = row.get(8);
            *events += 1;
        }
    }
}

/// Whether an event says that what was personal here was erased.
async fn erased(connection: &mut SqliteConnection, pos: i64) -> Result<bool, StoreError> {
    let sql = "SELECT EXISTS (
        SELECT 1 FROM event_subject AS mine JOIN event_subject AS same ON same.subject = mine.subject
        JOIN event AS e ON e.pos = same.event WHERE mine.event = ? AND json_extract(e.payload, '$.event') = 'person_erased')";
    Ok(sqlx::query_scalar(sql).bind(pos).fetch_one(connection).await?)
}

fn personal_fits(salt: Option<&[u8]>, body: Option<&str>, expected: Option<&[u8]>) -> bool {
    match (salt, body, expected) {
        (Some(salt), Some(body), Some(expected)) => digest(salt, body).as_slice() == expected,
        // Nothing personal, or erased since: an event must say so.
        (None, None, _) => true,
        _ => false,
    }
}

impl Change {
    /// Every event of the log with its personal part, in the order it came. For replaying into another file.
    pub async fn replay_into(&mut self, other: &mut Change) -> Result<u64, StoreError> {
        let (mut pos, mut done, mut devices) = (0i64, 0, HashMap::new());
        loop {
            let rows = replay::next(self.connection(), pos).await?;
            let Some(last) = rows.last() else { break };
            pos = last.get(0);
            let mut events = Vec::with_capacity(rows.len());
            for row in &rows {
                events.push(replay::logged(row, other, &mut devices).await?);
            }
            replay::script_of(&events, Script::default())?.run_and(other.connection(), None).await?;
            done += events.len() as u64;
        }
        self.bring_picture(other).await?;
        Ok(done)
    }
}

pub(crate) fn personal_of(body: Option<&str>) -> Result<Personal, StoreError> {
    match body {
        Some(body) => serde_json::from_str(body).map_err(|_| StoreError::Unreadable { what: "personal part" }),
        None => Ok(Personal::default()),
    }
}
