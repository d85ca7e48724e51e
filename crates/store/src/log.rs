//! The log: how an event is hashed into its device's chain, and read back. Keeps out what an event does to the tables.

use crate::StoreError;
use chrono::DateTime;
use sha2::{Digest, Sha256};
use sqlx::Row;
use sqlx::sqlite::SqliteRow;
use vestibule_domain::{AccountId, Actor, DeviceId, Event, Moment, Personal};

/// An event as it stands in the log.
#[derive(Debug, Clone)]
pub(crate) struct LoggedEvent {
    pub(crate) id: [u8; 16],
    pub(crate) device: i64,
    pub(crate) seq: i64,
    /// The form of the event ([`Event::VERSION`]).
    pub(crate) version: i64,
    /// The sequence number of the first event of the same decision.
    pub(crate) decision: Option<i64>,
    /// The device where the person sat, if it is another one.
    pub(crate) via: Option<Vec<u8>>,
    /// The number that the hub gave it: what the event writes stands as of that number. None: no hub has seen it.
    pub(crate) placed: Option<i64>,
    pub(crate) at: Moment,
    pub(crate) actor: Actor,
    pub(crate) event: Event,
    pub(crate) personal: Personal,
    /// The event's text, of those that stand in a table as they were received ([`as_received`]).
    pub(crate) received: Option<String>,
}

/// Rules are kept as they were received: a newer version's survive where an older one can't read them.
pub(crate) fn as_received(event: &Event, payload: &str) -> Option<String> {
    matches!(event, Event::PolicySet { .. }).then(|| payload.to_owned())
}

/// What is hashed: everything but the personal part, which stands for itself by its digest.
pub(crate) struct HashedEvent<'a> {
    /// Whose log it is.
    pub(crate) organisation: &'a [u8],
    pub(crate) before: &'a [u8],
    pub(crate) id: &'a [u8],
    pub(crate) device: &'a [u8],
    pub(crate) seq: i64,
    pub(crate) at: i64,
    pub(crate) kind: i64,
    pub(crate) actor: Option<&'a [u8]>,
    pub(crate) version: i64,
    /// The sequence number of the first event of the same decision.
    pub(crate) decision: Option<i64>,
    /// The hub's number up to which the organisation was known when it was decided.
    pub(crate) base: Option<i64>,
    /// The device where the person sat, if it is another one.
    pub(crate) via: Option<&'a [u8]>,
    pub(crate) payload: &'a str,
    pub(crate) digest: Option<&'a [u8]>,
}

impl HashedEvent<'_> {
    /// SHA-256 over the fields, each behind its length, so that no two different events have the same bytes. From
    /// version 2 on the words before them say what is hashed, and the organisation whose log it is: an event of one
    /// fits no other.
    pub(crate) fn hash(&self) -> [u8; 32] {
        let mut hash = Sha256::new();
        let mut field = |bytes: &[u8]| {
            hash.update((bytes.len() as u64).to_be_bytes());
            hash.update(bytes);
        };
        let number = |number: Option<i64>| number.map(i64::to_be_bytes);
        if self.version >= 2 {
            field(b"vestibule event v2");
            field(self.organisation);
        }
        field(self.before);
        field(self.id);
        field(self.device);
        for number in [self.seq, self.at, self.kind, self.version] {
            field(&number.to_be_bytes());
        }
        field(self.actor.unwrap_or(&[]));
        if self.version >= 2 {
            field(number(self.decision).as_ref().map_or(&[], |bytes| bytes.as_slice()));
            field(number(self.base).as_ref().map_or(&[], |bytes| bytes.as_slice()));
            field(self.via.unwrap_or(&[]));
        }
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

/// An event as far as this version reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadEvent {
    /// All of it.
    Known(Box<Event>),
    /// Its name: a newer version wrote it.
    Unknown {
        /// As it stands in the log.
        name: String,
    },
}

impl From<Event> for ReadEvent {
    fn from(event: Event) -> Self {
        Self::Known(Box::new(event))
    }
}

/// Reads an event for people: one that a newer version wrote is told by its name, and hides no others.
pub(crate) fn read_forward(payload: &str) -> Result<ReadEvent, StoreError> {
    #[derive(serde::Deserialize)]
    struct EventName {
        event: String,
    }
    match read_event(payload) {
        Ok(event) => Ok(event.into()),
        Err(unreadable) => match serde_json::from_str::<EventName>(payload) {
            Ok(EventName { event }) => Ok(ReadEvent::Unknown { name: event }),
            Err(_) => Err(unreadable),
        },
    }
}

/// What a walk along the chains found, and a replay beside the tables.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verified {
    /// How many events were walked.
    pub events: u64,
    /// The first break, if any.
    pub broken: Option<ChainBreak>,
    /// The tables that say something else than the log gives, for people. Empty without a replay.
    pub tables: Vec<String>,
    /// The counts that are not what the rows add up to; they can be rebuilt. Empty without a replay.
    pub counts: Vec<String>,
}

/// Where a device's chain ends. Whoever has noted it sees later whether the chain was cut off behind it, or the file is
/// an older one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChainHead {
    /// Whose chain.
    pub device: DeviceId,
    /// How many events it has.
    pub seq: u64,
    /// The last one's hash: 32 bytes.
    pub hash: Vec<u8>,
}

/// Reads a device's id, the number of its last event and that one's hash, from the column `first` on.
pub(crate) fn head_of(row: &SqliteRow, first: usize) -> Result<ChainHead, StoreError> {
    Ok(ChainHead {
        device: DeviceId::from_bytes(sixteen(row.get(first))?),
        seq: row.get::<i64, _>(first + 1).unsigned_abs(),
        hash: row.get(first + 2),
    })
}

/// Where a chain breaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChainBreak {
    /// The sequence number of the event at fault.
    pub seq: u64,
    /// In one sentence.
    pub problem: String,
}

pub(crate) fn personal_of(body: Option<&str>) -> Result<Personal, StoreError> {
    match body {
        Some(body) => serde_json::from_str(body).map_err(|_| StoreError::Unreadable { what: "personal part" }),
        None => Ok(Personal::default()),
    }
}
