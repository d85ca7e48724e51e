//! An event as stored in a log, and how it is written there. Keeps out what it does to the tables.

use crate::StoreError;
use crate::batch::{Batch, ROWS, parts};
use crate::chain;
use crate::log::{ChainHead, HashedEvent, head_of};
use crate::sql::{Bind, Sql};
use crate::transaction::{ReadTx, id_of};
use sqlx::Row;
use sqlx::sqlite::SqliteRow;
use vestibule_domain::{AccountId, DeviceId, Event, InvitationId};

/// An event exactly as a device wrote it. With the device's chain, anybody can check that it is unaltered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventRow {
    /// Its id: 16 bytes of a UUID.
    pub id: [u8; 16],
    /// The device whose chain it is in.
    pub device: [u8; 16],
    /// Its number in that chain, from 1.
    pub seq: i64,
    /// Time in Unix milliseconds, UTC.
    pub at: i64,
    /// Kind of actor: 0 an account, 1 a stranger, 2 the program.
    pub kind: i64,
    /// The account, if one did it.
    pub actor: Option<Vec<u8>>,
    /// Version of the event's form ([`Event::VERSION`]).
    pub version: i64,
    /// The number of the first event of the same decision; none in version 1.
    pub decision: Option<i64>,
    /// The last of the hub's numbers known when it was decided; none: no hub.
    pub base: Option<i64>,
    /// The device that the person used, if another one wrote the event.
    pub via: Option<Vec<u8>>,
    /// The event as JSON, without personal data.
    pub payload: String,
    /// SHA-256 of salt and personal data; none: it has no personal data.
    pub digest: Option<Vec<u8>>,
    /// SHA-256 over all of the above and the previous event's hash.
    pub hash: Vec<u8>,
    /// Salt of the digest. None: no personal data, or erased.
    pub salt: Option<Vec<u8>>,
    /// Personal data as JSON. None: there is none, or it was erased.
    pub personal: Option<String>,
}

impl EventRow {
    /// The hashed fields, for this organisation's log and after the event with the hash `before`.
    pub(crate) fn hashed<'a>(&'a self, organisation: &'a [u8], before: &'a [u8]) -> HashedEvent<'a> {
        HashedEvent {
            organisation,
            before,
            id: &self.id,
            device: &self.device,
            seq: self.seq,
            at: self.at,
            kind: self.kind,
            actor: self.actor.as_deref(),
            version: self.version,
            decision: self.decision,
            base: self.base,
            via: self.via.as_deref(),
            payload: &self.payload,
            digest: self.digest.as_deref(),
        }
    }

    fn binds(&self, device: i64) -> [Bind; 15] {
        [
            (&self.id).into(),
            device.into(),
            self.seq.into(),
            self.at.into(),
            self.actor.as_deref().into(),
            self.kind.into(),
            self.version.into(),
            self.payload.as_str().into(),
            self.digest.as_deref().into(),
            self.hash.as_slice().into(),
            self.salt.as_deref().into(),
            self.personal.as_deref().into(),
            self.decision.into(),
            self.base.into(),
            self.via.as_deref().into(),
        ]
    }
}

/// Appends events to the log, each with its device's local number, and to the histories that they belong to.
pub(crate) fn append_events<'a>(batch: &mut Batch, rows: impl Iterator<Item = (i64, &'a EventRow, &'a Event)> + Clone) {
    let count = insert(batch, rows.clone());
    let histories = histories(rows.map(|(.., event)| event));
    if !histories.is_empty() {
        into_histories(batch, &histories, count);
    }
}

/// As [`append_events()`], split into batches with few distinct texts.
pub(crate) fn append_batches(mut rows: &[(i64, &EventRow, &Event)]) -> Vec<Batch> {
    let mut batches = Vec::new();
    for many in parts(rows.len(), ROWS) {
        let (now, later) = rows.split_at(many);
        let mut batch = Batch::default();
        insert(&mut batch, now.iter().copied());
        batches.push(batch);
        let histories = histories(now.iter().map(|(.., event)| *event));
        let mut histories = histories.as_slice();
        for part in parts(histories.len(), ROWS) {
            let mut batch = Batch::default();
            into_histories(&mut batch, &histories[..part], many);
            batches.push(batch);
            histories = &histories[part..];
        }
        rows = later;
    }
    batches
}

fn insert<'a>(batch: &mut Batch, rows: impl Iterator<Item = (i64, &'a EventRow, &'a Event)>) -> usize {
    let binds: Vec<[Bind; 15]> = rows.map(|(device, row, _)| row.binds(device)).collect();
    let values = vec!["(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"; binds.len()].join(", ");
    let insert = "INSERT INTO event
        (id, device, seq, at, actor, kind, version, payload, digest, hash, salt, personal, decision, base, via) VALUES";
    let count = binds.len();
    batch.statement(&format!("{insert} {values}"), binds.into_iter().flatten().collect());
    count
}

/// The histories that the events belong to, each with the event's index.
fn histories<'a>(events: impl Iterator<Item = &'a Event>) -> Vec<([u8; 16], usize)> {
    let of_event = |(place, event)| subjects(event).into_iter().map(move |subject| (subject, place));
    events.enumerate().flat_map(of_event).collect()
}

/// Adds the last `count` logged events to their histories. That table is WITHOUT ROWID, so last_insert_rowid() still
/// names the last event.
fn into_histories(batch: &mut Batch, histories: &[([u8; 16], usize)], count: usize) {
    let values = vec!["(?, last_insert_rowid() - ?)"; histories.len()].join(", ");
    let behind = |number: usize| i64::try_from(count - 1 - number).unwrap_or(i64::MAX);
    let binds = histories.iter().flat_map(|(subject, number)| [subject.into(), behind(*number).into()]);
    batch.statement(&format!("INSERT OR IGNORE INTO event_subject VALUES {values}"), binds.collect());
}

/// Stores the new end of the device's chain.
pub(crate) fn set_chain_end(batch: &mut Batch, device: i64, seq: i64, hash: &[u8]) {
    batch.add("UPDATE device SET head_seq = ?, head_hash = ? WHERE num = ?", [seq.into(), hash.into(), device.into()]);
}

impl ReadTx {
    /// The ends of all chains in this log.
    pub async fn heads(&mut self) -> Result<Vec<ChainHead>, StoreError> {
        let rows = Sql::new("SELECT id, head_seq, head_hash FROM device ORDER BY id").rows(self.connection()).await?;
        rows.iter().map(|row| head_of(row, 0)).collect()
    }

    /// The events of a device's chain after number `after`, at most `most`.
    pub async fn events_of(&mut self, device: DeviceId, after: u64, most: u32) -> Result<Vec<EventRow>, StoreError> {
        let mut sql =
            Sql::new(format!("SELECT {}, d.id FROM event AS e JOIN device AS d ON d.num = e.device", chain::COLUMNS));
        sql.bind(" WHERE d.id = ?", device.as_bytes());
        sql.int(" AND e.seq > ? ORDER BY e.seq", i64::try_from(after).unwrap_or(i64::MAX));
        sql.int(" LIMIT ?", i64::from(most));
        sql.rows(self.connection()).await?.iter().map(event_of).collect()
    }
}

/// Reads a row of [`chain::COLUMNS`] followed by the device's id.
fn event_of(row: &SqliteRow) -> Result<EventRow, StoreError> {
    Ok(EventRow {
        id: id_of(row, 3)?,
        device: id_of(row, 17)?,
        seq: row.get(2),
        at: row.get(4),
        kind: row.get(5),
        actor: row.get(6),
        version: row.get(7),
        decision: row.get(13),
        base: row.get(14),
        via: row.get(15),
        payload: row.get(8),
        digest: row.get(9),
        hash: row.get(10),
        salt: row.get(11),
        personal: row.get(12),
    })
}

/// The invitations and accounts whose history an event belongs to.
fn subjects(event: &Event) -> Vec<[u8; 16]> {
    let account = |id: &AccountId| *id.as_bytes();
    let invitation = |id: &InvitationId| *id.as_bytes();
    match event {
        // The redemption's own event names the invitation that they came through.
        Event::AccountCreated { account: id, .. } => vec![account(id)],
        Event::InvitationCreated { invitation: id, .. }
        | Event::InvitationDescribed { invitation: id }
        | Event::InvitationCopied { invitation: id, .. }
        | Event::InvitationSent { invitation: id, .. }
        | Event::InvitationRevoked { invitation: id, .. } => vec![invitation(id)],
        Event::InvitationsShown { invitations: ids, .. } | Event::InvitationsArchived { invitations: ids } => {
            ids.iter().map(invitation).collect()
        }
        Event::InvitationRedeemed { invitation: id, account: by } => vec![invitation(id), account(by)],
        Event::RedemptionRefused { invitation: id, .. } => id.iter().map(invitation).collect(),
        Event::SignedIn { account: id, .. }
        | Event::SignedOut { account: id }
        | Event::SessionEnded { account: id, .. }
        | Event::AccountRoleChanged { account: id, .. }
        | Event::AccountMoved { account: id, .. }
        | Event::AccountSuspended { account: id }
        | Event::AccountReactivated { account: id }
        | Event::ProfileChanged { account: id }
        | Event::ProfileRefused { account: id, .. }
        | Event::NotPermitted { account: id, .. }
        | Event::RecoveryKeyShown { account: id }
        | Event::PasswordCodeIssued { account: id, .. }
        | Event::PasswordSet { account: id, .. } => vec![account(id)],
        Event::PersonErased { account: id, invitations: theirs } => {
            theirs.iter().map(invitation).chain([account(id)]).collect()
        }
        Event::SignInFailed { account: id, .. } | Event::PasswordCodeRefused { account: id } => {
            id.iter().map(account).collect()
        }
        Event::OrganisationCreated { .. }
        | Event::DeviceAdded { .. }
        | Event::RoleAdded { .. }
        | Event::RoleChanged { .. }
        | Event::DepartmentCreated { .. }
        | Event::DepartmentMoved { .. }
        | Event::DepartmentRenamed { .. }
        | Event::GroupCreated { .. }
        | Event::PolicySet { .. }
        | Event::LogoSet { .. }
        | Event::LogoRemoved
        | Event::BackupMade
        | Event::BackupRestored { .. }
        | Event::ClockDoubted { .. }
        | Event::ClockConfirmed { .. }
        | Event::FileKeyPlaced { .. }
        | Event::InvitationsExported { .. }
        | Event::PeopleExported { .. } => vec![],
    }
}
