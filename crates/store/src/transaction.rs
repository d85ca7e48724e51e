//! Transactions: a [`ReadTx`] reads one snapshot; a [`WriteTx`] also writes, all or nothing.

use crate::apply::{self, TOGETHER};
use crate::batch::Batch;
use crate::event_row::{self, EventRow};
use crate::last_time::LAST_TIME;
use crate::log::{ChainHead, LoggedEvent, Verified, actor_columns, as_received, digest, to_16_bytes};
use crate::rows::{INVITATION, invitation_of};
use crate::sql::Sql;
use crate::writer::{COMMIT, WriteGuard};
use crate::{InvitationRow, Store, StoreError};
use sqlx::sqlite::SqliteRow;
use sqlx::{Row, Sqlite, SqliteConnection, Transaction};
use std::ops::{Deref, DerefMut};
use vestibule_domain::{AccountId, Actor, DeviceId, Event, EventId, Fact, InvitationId, Moment, Personal};

/// Source of random bytes, for ids and the salts of personal data.
pub trait Random: Send + Sync {
    /// Fills all of `bytes`.
    fn fill(&self, bytes: &mut [u8]);
}

impl<F: Fn(&mut [u8]) + Send + Sync> Random for F {
    fn fill(&self, bytes: &mut [u8]) {
        self(bytes);
    }
}

/// Actor and time of a change.
#[derive(Clone, Copy)]
pub struct Stamp<'a> {
    /// Time in UTC; stored in whole milliseconds.
    pub at: Moment,
    /// The account, stranger or program that acts.
    pub actor: Actor,
    /// Source of ids and salts.
    pub random: &'a dyn Random,
}

/// A snapshot to read from.
pub struct ReadTx {
    access: Access,
}

/// The connection under a transaction.
enum Access {
    Reading(Transaction<'static, Sqlite>),
    /// A connection outside the reading pool, with an open transaction. Closed on drop, which ends the transaction.
    Apart(Box<SqliteConnection>),
    Writing(WriteGuard),
}

/// A write transaction. Dropped without [`WriteTx::commit`]: rolls back.
pub struct WriteTx {
    tx: ReadTx,
    /// The end of this device's chain; none until it is read.
    pub(crate) own: Option<OwnChain>,
    /// Events appended so far, of any device, in order.
    appended: Vec<Appended>,
    /// An admission failed part of the way: the transaction can't be committed.
    pub(crate) refused: bool,
}

/// Consecutive events that a transaction appended to one device's chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Appended {
    /// The device whose chain it is.
    pub device: DeviceId,
    /// Number of the first one.
    pub first: u64,
    /// Number of the last one.
    pub last: u64,
}

/// The current end of this device's chain.
pub(crate) struct OwnChain {
    num: i64,
    id: [u8; 16],
    seq: i64,
    hash: Vec<u8>,
    /// Id of the log's organisation; none: the first event will set it.
    organisation: Option<Vec<u8>>,
}

impl Store {
    /// Begins a read transaction.
    pub async fn begin_read(&self) -> Result<ReadTx, StoreError> {
        Ok(ReadTx { access: Access::Reading(self.pool.begin().await?) })
    }

    /// As [`Store::begin_read`], on a connection of its own, for work that keeps its snapshot for long and asks for
    /// another meanwhile: the reading pool has two connections, so that two such works would wait for each other.
    pub(crate) async fn begin_read_apart(&self) -> Result<ReadTx, StoreError> {
        let mut connection = self.apart().await?;
        sqlx::query("BEGIN").execute(&mut connection).await?;
        Ok(ReadTx { access: Access::Apart(Box::new(connection)) })
    }

    /// Begins a write transaction; waits for other writers, in this process and others.
    pub async fn begin_write(&self) -> Result<WriteTx, StoreError> {
        let (tx, rows) = self.begin(&Sql::new(format!("SELECT {LAST_TIME};"))).await?;
        if let Some(row) = rows.first() {
            self.last_time.set(row.get(0));
        }
        Ok(tx)
    }

    /// Begins every write transaction, and runs `first` in the same round trip.
    pub(crate) async fn begin(&self, first: &Sql) -> Result<(WriteTx, Vec<SqliteRow>), StoreError> {
        let mut guard = self.writer.guard().await?;
        let rows = guard.begin(first).await?;
        let tx = ReadTx { access: Access::Writing(guard) };
        Ok((WriteTx { tx, own: None, appended: Vec::new(), refused: false }, rows))
    }
}

impl WriteTx {
    /// Ends every write transaction: runs `batch`, `last` and COMMIT in one round trip. [`WriteTx::appended`] lists
    /// what is committed; a ledger that must have it first would be called here.
    async fn close(mut self, batch: Batch, mut last: Sql) -> Result<Vec<SqliteRow>, StoreError> {
        if self.refused {
            let problem = "an event before was refused, so nothing of this transaction stays";
            return Err(StoreError::EventDoesNotFit(problem));
        }
        last.push(COMMIT);
        let rows = batch.run_and(self.connection(), Some(&last)).await?;
        if let Access::Writing(guard) = &mut self.tx.access {
            guard.committed();
        }
        Ok(rows)
    }

    /// What this transaction has appended to the log so far, in order.
    pub fn appended(&self) -> &[Appended] {
        &self.appended
    }

    /// Records events appended to a device's chain.
    pub(crate) fn appends(&mut self, device: DeviceId, first: u64, last: u64) {
        match self.appended.last_mut() {
            _ if last < first => {}
            Some(before) if before.device == device && before.last + 1 == first => before.last = last,
            _ => self.appended.push(Appended { device, first, last }),
        }
    }
}

impl ReadTx {
    pub(crate) fn connection(&mut self) -> &mut SqliteConnection {
        match &mut self.access {
            Access::Reading(tx) => tx,
            Access::Apart(connection) => connection,
            Access::Writing(guard) => guard.connection(),
        }
    }

    /// The end of this device's chain; none: it has no events.
    pub async fn head(&mut self) -> Result<Option<ChainHead>, StoreError> {
        crate::replay::head(self.connection()).await
    }

    /// Whether the log holds this event of that device's chain. True for number 0.
    pub async fn holds(&mut self, head: &ChainHead) -> Result<bool, StoreError> {
        if head.seq == 0 {
            return Ok(true);
        }
        let sql = "SELECT e.hash FROM event AS e JOIN device AS d ON d.num = e.device WHERE d.id = ? AND e.seq = ?";
        let hash: Option<Vec<u8>> = sqlx::query_scalar(sql)
            .bind(head.device.as_bytes().to_vec())
            .bind(i64::try_from(head.seq).unwrap_or(i64::MAX))
            .fetch_optional(self.connection())
            .await?;
        Ok(hash.is_some_and(|hash| hash == head.hash))
    }

    /// Walks the chains of all devices, without comparing the tables ([`Store::verify`] does both). Takes time in
    /// proportion to the log.
    pub async fn verify(&mut self) -> Result<Verified, StoreError> {
        crate::chain::verify(self.connection()).await
    }
}

impl Deref for WriteTx {
    type Target = ReadTx;
    fn deref(&self) -> &ReadTx {
        &self.tx
    }
}

impl DerefMut for WriteTx {
    fn deref_mut(&mut self) -> &mut ReadTx {
        &mut self.tx
    }
}

impl WriteTx {
    /// Commits. After it returns, the changes survive a power cut.
    pub async fn commit(self) -> Result<(), StoreError> {
        self.close(Batch::default(), Sql::default()).await.map(|_| ())
    }

    /// Sets the device that this file is on, at creation and after a restore. An event must add it
    /// ([`Event::DeviceAdded`]).
    pub async fn begin_device(&mut self, id: DeviceId) -> Result<(), StoreError> {
        let num = self.device_number(id).await?;
        self.set_own("device", Some(&num.to_string())).await?;
        // It cached the end of the previous device's chain.
        self.own = None;
        Ok(())
    }

    /// The local number of a device; an unknown one gets a row without a name.
    pub(crate) async fn device_number(&mut self, id: DeviceId) -> Result<i64, StoreError> {
        let added = "INSERT INTO device (id, name, head_hash) VALUES (?, '', zeroblob(32))
                     ON CONFLICT (id) DO UPDATE SET name = name RETURNING num";
        let row = sqlx::query(added).bind(id.as_bytes().to_vec()).fetch_one(self.connection()).await?;
        Ok(row.get(0))
    }

    /// Appends the facts of one decision to this device's chain and applies them to the tables.
    pub async fn append(&mut self, facts: &[Fact], stamp: Stamp<'_>) -> Result<(), StoreError> {
        self.append_all(&[facts], stamp).await
    }

    /// Appends many decisions, each of which can later be judged separately.
    pub async fn append_all(&mut self, decisions: &[&[Fact]], stamp: Stamp<'_>) -> Result<(), StoreError> {
        let (batch, own) = self.appending(decisions, stamp).await?;
        batch.run_and(self.connection(), None).await?;
        self.own = Some(own);
        Ok(())
    }

    /// As [`WriteTx::append`]; returns the invitation's state after it.
    pub async fn append_for(
        &mut self,
        facts: &[Fact],
        stamp: Stamp<'_>,
        invitation: InvitationId,
    ) -> Result<Option<InvitationRow>, StoreError> {
        let (batch, own) = self.appending(&[facts], stamp).await?;
        let rows = batch.run_and(self.connection(), Some(&standing(invitation))).await?;
        self.own = Some(own);
        rows.first().map(invitation_of).transpose()
    }

    /// Appends facts, applies them and commits, in one round trip.
    pub async fn commit_facts(self, facts: &[Fact], stamp: Stamp<'_>) -> Result<(), StoreError> {
        self.commit_facts_and(facts, stamp, Batch::default(), Sql::default()).await.map(|_| ())
    }

    /// As [`WriteTx::commit_facts`]; returns the invitation's state after it.
    pub async fn commit_facts_for(
        self,
        facts: &[Fact],
        stamp: Stamp<'_>,
        invitation: InvitationId,
    ) -> Result<Option<InvitationRow>, StoreError> {
        let rows = self.commit_facts_and(facts, stamp, Batch::default(), standing(invitation)).await?;
        rows.first().map(invitation_of).transpose()
    }

    /// As [`WriteTx::commit_facts`]; also stores an account's password hash (Argon2id).
    pub async fn commit_facts_with_credential(
        self,
        facts: &[Fact],
        stamp: Stamp<'_>,
        account: AccountId,
        phc: &str,
    ) -> Result<(), StoreError> {
        let credential = crate::local::credential(account, phc, stamp.at);
        self.commit_facts_and(facts, stamp, credential, Sql::default()).await.map(|_| ())
    }

    /// As [`WriteTx::commit_facts`]; also runs `then`, and returns the rows of `last`.
    pub(crate) async fn commit_facts_and(
        mut self,
        facts: &[Fact],
        stamp: Stamp<'_>,
        then: Batch,
        last: Sql,
    ) -> Result<Vec<SqliteRow>, StoreError> {
        let (mut batch, _) = self.appending(&[facts], stamp).await?;
        batch.append(then);
        self.close(batch, last).await
    }

    /// The statements that append these decisions to this device's chain and apply each fact, and the chain's new end.
    async fn appending(&mut self, decisions: &[&[Fact]], stamp: Stamp<'_>) -> Result<(Batch, OwnChain), StoreError> {
        let mut own = match self.own.take() {
            Some(own) => own,
            None => own_chain_at(&sqlx::query(OWN_CHAIN).fetch_one(self.connection()).await?, 0)?,
        };
        let (begun, mut all) = (own.seq, Vec::with_capacity(decisions.len()));
        for decision in decisions {
            let first = own.seq + i64::try_from(all.len()).unwrap_or(i64::MAX) + 1;
            all.extend(decision.iter().map(|fact| DecidedFact { fact, decision: first }));
        }
        if let (None, Some(Event::OrganisationCreated { organisation, .. })) =
            (&own.organisation, all.first().map(|decided| &decided.fact.event))
        {
            own.organisation = Some(organisation.as_bytes().to_vec());
        }
        let mut batch = Batch::default();
        let mut facts = all.as_slice();
        while !facts.is_empty() {
            let is_creation = |one: &&DecidedFact<'_>| matches!(one.fact.event, Event::InvitationCreated { .. });
            let run = facts.iter().take_while(is_creation).count();
            let now = if run >= TOGETHER { TOGETHER } else { facts.len().min(FEW) };
            append_run(&mut batch, &facts[..now], stamp, &mut own)?;
            facts = &facts[now..];
        }
        event_row::set_chain_end(&mut batch, own.num, own.seq, &own.hash);
        self.appends(DeviceId::from_bytes(own.id), begun.unsigned_abs() + 1, own.seq.unsigned_abs());
        Ok((batch, own))
    }

    /// Recounts all counts from the rows. Counts are not facts, so no event is written.
    pub async fn rebuild_counts(&mut self) -> Result<(), StoreError> {
        let mut batch = Batch::default();
        apply::rebuild_counts(&mut batch);
        batch.run_and(self.connection(), None).await.map(|_| ())
    }
}

/// Selects an invitation's state.
fn standing(invitation: InvitationId) -> Sql {
    let mut sql = Sql::new(INVITATION);
    sql.bind(" WHERE i.id = ?;", invitation.as_bytes());
    sql
}

/// The end of this device's chain.
pub(crate) const OWN_CHAIN: &str = "SELECT num, id, head_seq, head_hash, (SELECT id FROM organisation) FROM device
    WHERE num = (SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'device')";

/// The chain's end in the columns of [`OWN_CHAIN`] from `first` on.
pub(crate) fn own_chain_at(row: &SqliteRow, first: usize) -> Result<OwnChain, StoreError> {
    Ok(OwnChain {
        num: row.get(first),
        id: id_of(row, first + 1)?,
        seq: row.get(first + 2),
        hash: row.get(first + 3),
        organisation: row.get(first + 4),
    })
}

/// Statements that give another database this file's devices with the same numbers.
pub(crate) async fn devices(connection: &mut SqliteConnection) -> Result<Batch, StoreError> {
    let mut batch = Batch::facts_only();
    for row in Sql::new("SELECT num, id FROM device").rows(connection).await? {
        let (num, id): (i64, &[u8]) = (row.get(0), row.get(1));
        batch.add(
            "INSERT INTO device (num, id, name, head_hash) VALUES (?, ?, '', zeroblob(32))",
            [num.into(), id.into()],
        );
    }
    Ok(batch)
}

/// Events of different kinds that one statement appends to the log. Most decisions have fewer facts.
const FEW: usize = 8;

/// A fact, with the number of its decision's first event.
#[derive(Clone, Copy)]
struct DecidedFact<'a> {
    fact: &'a Fact,
    decision: i64,
}

/// Appends a few events, or [`TOGETHER`] creations: to the log, the histories and the tables.
fn append_run(
    batch: &mut Batch,
    facts: &[DecidedFact<'_>],
    stamp: Stamp<'_>,
    own: &mut OwnChain,
) -> Result<(), StoreError> {
    let rows: Vec<EventRow> = facts.iter().map(|one| event_row(*one, stamp, own)).collect::<Result<_, _>>()?;
    event_row::append_events(batch, rows.iter().zip(facts).map(|(row, one)| (own.num, row, &one.fact.event)));
    let at = crate::log::moment(stamp.at.timestamp_millis())?;
    let logged: Vec<LoggedEvent> = facts
        .iter()
        .zip(&rows)
        .map(|(DecidedFact { fact, .. }, row)| LoggedEvent {
            id: row.id,
            device: own.num,
            seq: row.seq,
            version: row.version,
            decision: row.decision,
            via: row.via.clone(),
            placed: None,
            at,
            actor: stamp.actor,
            received: as_received(&fact.event, &row.payload),
            event: fact.event.clone(),
            personal: fact.personal.clone(),
        })
        .collect();
    let mut logged = logged.as_slice();
    while !logged.is_empty() {
        logged = &logged[apply::apply_next(batch, logged)?.0..];
    }
    Ok(())
}

/// The row of the next event; advances the chain's end.
fn event_row(decided: DecidedFact<'_>, stamp: Stamp<'_>, own: &mut OwnChain) -> Result<EventRow, StoreError> {
    let DecidedFact { fact, decision } = decided;
    let organisation = own.organisation.as_deref().ok_or(StoreError::Unreadable { what: "organisation" })?;
    let mut random = [0u8; 26];
    stamp.random.fill(&mut random);
    let (for_id, salt) = random.split_at(10);
    let payload = serde_json::to_string(&fact.event).map_err(|_| StoreError::Unreadable { what: "event" })?;
    let personal = (fact.personal != Personal::default())
        .then(|| serde_json::to_string(&fact.personal))
        .transpose()
        .map_err(|_| StoreError::Unreadable { what: "personal part" })?;
    let (kind, actor) = actor_columns(stamp.actor);
    let mut row = EventRow {
        id: *EventId::new(stamp.at, for_id.try_into().expect("ten bytes were split off")).as_bytes(),
        device: own.id,
        seq: own.seq + 1,
        at: stamp.at.timestamp_millis(),
        kind,
        actor,
        version: i64::from(Event::VERSION),
        decision: Some(decision),
        base: None,
        via: None,
        payload,
        digest: personal.as_deref().map(|body| digest(salt, body).to_vec()),
        hash: Vec::new(),
        salt: personal.as_ref().map(|_| salt.to_vec()),
        personal,
    };
    row.hash = row.hashed(organisation, &own.hash).hash().to_vec();
    own.seq = row.seq;
    own.hash.clone_from(&row.hash);
    Ok(row)
}

/// Reads an id from a column.
pub(crate) fn id_of(row: &SqliteRow, column: usize) -> Result<[u8; 16], StoreError> {
    to_16_bytes(row.try_get::<&[u8], _>(column)?)
}
