//! The log: how an event is hashed into its device's chain, and parsed. Keeps out what an event does to the tables.

use crate::StoreError;
use chrono::DateTime;
use sha2::{Digest, Sha256};
use sqlx::Row;
use sqlx::sqlite::SqliteRow;
use vestibule_domain::{AccountId, Actor, DeviceId, Event, Moment, Personal};

/// An event as logged.
#[derive(Debug, Clone)]
pub(crate) struct LoggedEvent {
    pub(crate) id: [u8; 16],
    pub(crate) device: i64,
    pub(crate) seq: i64,
    /// Version of the event's form ([`Event::VERSION`]).
    pub(crate) version: i64,
    /// The sequence number of the first event of the same decision.
    pub(crate) decision: Option<i64>,
    /// The device that the person used, if another one wrote the event.
    pub(crate) via: Option<Vec<u8>>,
    /// The number that the hub gave it, stored as `as_of` in the rows it writes. None: it has no number from a hub.
    pub(crate) placed: Option<i64>,
    pub(crate) at: Moment,
    pub(crate) actor: Actor,
    pub(crate) event: Event,
    pub(crate) personal: Personal,
    /// The event's JSON, if a table stores it as received ([`as_received`]).
    pub(crate) received: Option<String>,
}

/// Rules are stored as received, so that those of a newer version survive on a device that can't parse them.
pub(crate) fn as_received(event: &Event, payload: &str) -> Option<String> {
    matches!(event, Event::PolicySet { .. }).then(|| payload.to_owned())
}

/// The hashed fields: everything but the personal data, which is represented by its digest.
pub(crate) struct HashedEvent<'a> {
    /// Id of the log's organisation.
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
    /// The last of the hub's numbers known when it was decided.
    pub(crate) base: Option<i64>,
    /// The device that the person used, if another one wrote the event.
    pub(crate) via: Option<&'a [u8]>,
    pub(crate) payload: &'a str,
    pub(crate) digest: Option<&'a [u8]>,
}

impl HashedEvent<'_> {
    /// SHA-256 over the fields, each preceded by its length, so that different events never give the same bytes. From
    /// version 2 on, a prefix and the organisation's id come first, so that an event is valid in one organisation only.
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

/// The digest that represents personal data in the chain.
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
        (0, Some(id)) => Ok(Actor::Account(AccountId::from_bytes(to_16_bytes(&id)?))),
        (1, None) => Ok(Actor::Stranger),
        (2, None) => Ok(Actor::Vestibule),
        _ => Err(StoreError::Unreadable { what: "actor" }),
    }
}

pub(crate) fn to_16_bytes(bytes: &[u8]) -> Result<[u8; 16], StoreError> {
    bytes.try_into().map_err(|_| StoreError::Unreadable { what: "id" })
}

pub(crate) fn moment(millis: i64) -> Result<Moment, StoreError> {
    DateTime::from_timestamp_millis(millis).ok_or(StoreError::Unreadable { what: "time" })
}

pub(crate) fn read_event(payload: &str) -> Result<Event, StoreError> {
    serde_json::from_str(payload).map_err(|_| StoreError::Unreadable { what: "event" })
}

/// An event as far as this version can parse it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadEvent {
    /// Parsed completely.
    Known(Box<Event>),
    /// An event of a newer version.
    Unknown {
        /// Its name in the log.
        name: String,
    },
}

impl From<Event> for ReadEvent {
    fn from(event: Event) -> Self {
        Self::Known(Box::new(event))
    }
}

/// Parses an event for display; one of a newer version gives its name instead of an error.
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

/// Result of walking the chains and, with a replay, comparing the tables.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verified {
    /// How many events were checked.
    pub events: u64,
    /// The first break; none: all chains are intact.
    pub broken: Option<ChainBreak>,
    /// The tables that differ from the replay, for display. Empty without a replay.
    pub tables: Vec<String>,
    /// The counts that differ from the rows; they can be rebuilt. Empty without a replay.
    pub counts: Vec<String>,
}

/// The end of a device's chain. A copy noted elsewhere later reveals a truncated chain or an older file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChainHead {
    /// The device whose chain it is.
    pub device: DeviceId,
    /// How many events it has.
    pub seq: u64,
    /// The last event's hash: 32 bytes.
    pub hash: Vec<u8>,
}

/// Reads device id, last number and last hash from the columns `first` onwards.
pub(crate) fn head_of(row: &SqliteRow, first: usize) -> Result<ChainHead, StoreError> {
    Ok(ChainHead {
        device: DeviceId::from_bytes(to_16_bytes(row.get(first))?),
        seq: row.get::<i64, _>(first + 1).unsigned_abs(),
        hash: row.get(first + 2),
    })
}

/// The place where a chain breaks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChainBreak {
    /// The sequence number of the event at fault.
    pub seq: u64,
    /// What is wrong, in one sentence.
    pub problem: String,
}

pub(crate) fn personal_of(body: Option<&str>) -> Result<Personal, StoreError> {
    match body {
        Some(body) => serde_json::from_str(body).map_err(|_| StoreError::Unreadable { what: "personal part" }),
        None => Ok(Personal::default()),
    }
}
