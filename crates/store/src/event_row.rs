//! An event word for word as it stands in a log, and how it is written into one. Keeps out what it does to the tables.

use crate::StoreError;
use crate::batch::{Batch, ROWS, parts};
use crate::chain;
use crate::log::{ChainHead, HashedEvent, head_of};
use crate::sql::{Bind, Sql};
use crate::transaction::{ReadTx, id_of};
use sqlx::Row;
use sqlx::sqlite::SqliteRow;
use vestibule_domain::{AccountId, DeviceId, Event, InvitationId};

/// An event word for word as a device wrote it. Whoever holds the device's chain can tell whether it still is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventRow {
    /// Its id: 16 bytes of a UUID.
    pub id: [u8; 16],
    /// Whose chain it is in.
    pub device: [u8; 16],
    /// Its number in that chain, from 1.
    pub seq: i64,
    /// When: Unix milliseconds, in UTC.
    pub at: i64,
    /// What did it: 0 an account, 1 a stranger, 2 the program.
    pub kind: i64,
    /// Which account did it.
    pub actor: Option<Vec<u8>>,
    /// The form of the event ([`Event::VERSION`]).
    pub version: i64,
    /// The number of the first event of the same decision; none: version 1.
    pub decision: Option<i64>,
    /// The hub's number up to which the organisation was known then; none: no hub.
    pub base: Option<i64>,
    /// The device where the person sat, if it is another one.
    pub via: Option<Vec<u8>>,
    /// The event as JSON, without what is personal.
    pub payload: String,
    /// SHA-256 of salt and personal part; none: nothing in it is personal.
    pub digest: Option<Vec<u8>>,
    /// SHA-256 over all of the above and the hash of the event before it.
    pub hash: Vec<u8>,
    /// None: nothing in it is personal, or that was erased.
    pub salt: Option<Vec<u8>>,
    /// What is personal, as JSON. None: nothing is, or that was erased.
    pub personal: Option<String>,
}

impl EventRow {
    /// What its hash is over, in this organisation's log and behind that hash.
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

/// Writes events, each under its device's local number, behind all others of the log, and into the histories that they
/// belong to.
pub(crate) fn write<'a>(batch: &mut Batch, rows: impl Iterator<Item = (i64, &'a EventRow, &'a Event)> + Clone) {
    let count = insert(batch, rows.clone());
    let histories = histories(rows.map(|(.., event)| event));
    if !histories.is_empty() {
        into_histories(batch, &histories, count);
    }
}

/// The same, as scripts of few texts.
pub(crate) fn written(mut rows: &[(i64, &EventRow, &Event)]) -> Vec<Batch> {
    let mut scripts = Vec::new();
    for many in parts(rows.len(), ROWS) {
        let (now, later) = rows.split_at(many);
        let mut batch = Batch::default();
        insert(&mut batch, now.iter().copied());
        scripts.push(batch);
        let histories = histories(now.iter().map(|(.., event)| *event));
        let mut histories = histories.as_slice();
        for part in parts(histories.len(), ROWS) {
            let mut batch = Batch::default();
            into_histories(&mut batch, &histories[..part], many);
            scripts.push(batch);
            histories = &histories[part..];
        }
        rows = later;
    }
    scripts
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

/// Whose histories the events belong to, each by its place among them.
fn histories<'a>(events: impl Iterator<Item = &'a Event>) -> Vec<([u8; 16], usize)> {
    let of_event = |(place, event)| subjects(event).into_iter().map(move |subject| (subject, place));
    events.enumerate().flat_map(of_event).collect()
}

/// Writes into the histories which of the `count` events that were written last belong to whom. The table has no row
/// numbers of its own, so the last one stays the last event's.
fn into_histories(batch: &mut Batch, histories: &[([u8; 16], usize)], count: usize) {
    let values = vec!["(?, last_insert_rowid() - ?)"; histories.len()].join(", ");
    let behind = |number: usize| i64::try_from(count - 1 - number).unwrap_or(i64::MAX);
    let binds = histories.iter().flat_map(|(subject, number)| [subject.into(), behind(*number).into()]);
    batch.statement(&format!("INSERT OR IGNORE INTO event_subject VALUES {values}"), binds.collect());
}

/// From now on the device's chain ends there.
pub(crate) fn ends(batch: &mut Batch, device: i64, seq: i64, hash: &[u8]) {
    batch.add("UPDATE device SET head_seq = ?, head_hash = ? WHERE num = ?", [seq.into(), hash.into(), device.into()]);
}

impl ReadTx {
    /// Where the chains of all devices end, as far as this log has them.
    pub async fn heads(&mut self) -> Result<Vec<ChainHead>, StoreError> {
        let rows = Sql::new("SELECT id, head_seq, head_hash FROM device ORDER BY id").rows(self.connection()).await?;
        rows.iter().map(|row| head_of(row, 0)).collect()
    }

    /// The events of a device's chain behind the one of that number, at most so many.
    pub async fn events_of(&mut self, device: DeviceId, after: u64, most: u32) -> Result<Vec<EventRow>, StoreError> {
        let mut sql =
            Sql::new(format!("SELECT {}, d.id FROM event AS e JOIN device AS d ON d.num = e.device", chain::COLUMNS));
        sql.bind(" WHERE d.id = ?", device.as_bytes());
        sql.int(" AND e.seq > ? ORDER BY e.seq", i64::try_from(after).unwrap_or(i64::MAX));
        sql.int(" LIMIT ?", i64::from(most));
        sql.rows(self.connection()).await?.iter().map(event_of).collect()
    }
}

/// Reads a row of [`chain::COLUMNS`] with the device's id behind them.
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

/// Whose history an event belongs to.
fn subjects(event: &Event) -> Vec<[u8; 16]> {
    let account = |id: &AccountId| *id.as_bytes();
    let invitation = |id: &InvitationId| *id.as_bytes();
    match event {
        // Through which invitation they came stands in the event of its use.
        Event::AccountCreated { account: id, .. } => vec![account(id)],
        Event::InvitationCreated { invitation: id, .. }
        | Event::InvitationDescribed { invitation: id }
        | Event::InvitationCopied { invitation: id, .. }
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
