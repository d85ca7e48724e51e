//! Transactions: a [`Look`] reads one consistent state; a [`Change`] also writes, and everything it appends becomes true at once or not at all.

use crate::log::{Hashed, Logged, Verified, actor_columns, digest, sixteen};
use crate::{Store, StoreError, apply};
use sqlx::{Row, Sqlite, SqliteConnection, Transaction};
use std::ops::{Deref, DerefMut};
use vestibule_domain::{AccountId, Actor, DeviceId, Event, EventId, Fact, InvitationId, Moment, Personal};

/// Fills bytes at random: ids and salts are made of what it gives.
pub type Random<'a> = &'a (dyn Fn(&mut [u8]) + Send + Sync);

/// Who did it, and when.
#[derive(Clone, Copy)]
pub struct Stamp<'a> {
    /// In UTC; stored in whole milliseconds.
    pub at: Moment,
    /// Who.
    pub actor: Actor,
    /// Where ids and salts come from.
    pub random: Random<'a>,
}

/// One consistent state, to read.
pub struct Look {
    pub(crate) tx: Transaction<'static, Sqlite>,
}

/// A write transaction. Dropped without [`Change::commit`], it never was.
pub struct Change {
    look: Look,
    /// This device's row, once it is known.
    own: Option<Own>,
}

struct Own {
    num: i64,
    id: Vec<u8>,
    seq: i64,
    hash: Vec<u8>,
}

impl Store {
    /// Begins to read.
    pub async fn look(&self) -> Result<Look, StoreError> {
        Ok(Look { tx: self.pool.begin().await? })
    }

    /// Begins to write: waits for whoever writes now, in this process or another.
    pub async fn change(&self) -> Result<Change, StoreError> {
        let tx = self.writer.begin_with("BEGIN IMMEDIATE").await?;
        Ok(Change { look: Look { tx }, own: None })
    }
}

impl Look {
    pub(crate) fn connection(&mut self) -> &mut SqliteConnection {
        &mut self.tx
    }

    /// Walks the chains of all devices. Takes time in proportion to the log.
    pub async fn verify(&mut self) -> Result<Verified, StoreError> {
        crate::log::verify(self.connection()).await
    }
}

impl Deref for Change {
    type Target = Look;
    fn deref(&self) -> &Look {
        &self.look
    }
}

impl DerefMut for Change {
    fn deref_mut(&mut self) -> &mut Look {
        &mut self.look
    }
}

impl Change {
    /// Makes everything true at once. When this has returned, it survives a loss of power.
    pub async fn commit(self) -> Result<(), StoreError> {
        Ok(self.look.tx.commit().await?)
    }

    /// Says which device this file lives on. Once, when the file is made.
    pub async fn register_device(&mut self, id: DeviceId, name: &str) -> Result<(), StoreError> {
        let num = self.device_number(id, name).await?;
        sqlx::query("INSERT INTO meta VALUES ('device', ?)").bind(num.to_string()).execute(self.connection()).await?;
        Ok(())
    }

    pub(crate) async fn device_number(&mut self, id: DeviceId, name: &str) -> Result<i64, StoreError> {
        let added = "INSERT INTO device (id, name, head_hash) VALUES (?, ?, zeroblob(32)) ON CONFLICT (id) DO UPDATE SET name = name RETURNING num";
        let row = sqlx::query(added).bind(id.as_bytes().to_vec()).bind(name).fetch_one(self.connection()).await?;
        Ok(row.get(0))
    }

    /// Appends facts to this device's chain and applies each to the tables.
    pub async fn append(&mut self, facts: &[Fact], stamp: Stamp<'_>) -> Result<(), StoreError> {
        let mut own = match self.own.take() {
            Some(own) => own,
            None => self.load_own().await?,
        };
        for fact in facts {
            self.append_one(fact, stamp, &mut own).await?;
        }
        sqlx::query("UPDATE device SET head_seq = ?, head_hash = ? WHERE num = ?")
            .bind(own.seq)
            .bind(&own.hash)
            .bind(own.num)
            .execute(self.connection())
            .await?;
        self.own = Some(own);
        Ok(())
    }

    async fn load_own(&mut self) -> Result<Own, StoreError> {
        let sql = "SELECT num, id, head_seq, head_hash FROM device WHERE num = (SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'device')";
        let row = sqlx::query(sql).fetch_one(self.connection()).await?;
        Ok(Own { num: row.get(0), id: row.get(1), seq: row.get(2), hash: row.get(3) })
    }

    async fn append_one(&mut self, fact: &Fact, stamp: Stamp<'_>, own: &mut Own) -> Result<(), StoreError> {
        let mut random = [0u8; 26];
        (stamp.random)(&mut random);
        let (for_id, salt) = random.split_at(10);
        let id = EventId::new(stamp.at, for_id.try_into().expect("ten bytes were split off"));
        let payload = serde_json::to_string(&fact.event).map_err(|_| StoreError::Unreadable { what: "event" })?;
        let body = (fact.personal != Personal::default())
            .then(|| serde_json::to_string(&fact.personal))
            .transpose()
            .map_err(|_| StoreError::Unreadable { what: "personal part" })?;
        let digest = body.as_deref().map(|body| digest(salt, body));
        let (kind, actor) = actor_columns(stamp.actor);
        let at = stamp.at.timestamp_millis();
        own.seq += 1;
        let hashed = Hashed {
            before: &own.hash,
            id: id.as_bytes(),
            device: &own.id,
            seq: own.seq,
            at,
            kind,
            actor: actor.as_deref(),
            version: i64::from(Event::VERSION),
            payload: &payload,
            digest: digest.as_ref().map(|d| d.as_slice()),
        };
        own.hash = hashed.hash().to_vec();
        let sql = "INSERT INTO event (id, device, seq, at, actor, kind, version, payload, digest, hash, salt, personal)
                   VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        let pos = sqlx::query(sql)
            .bind(id.as_bytes().to_vec())
            .bind(own.num)
            .bind(own.seq)
            .bind(at)
            .bind(actor)
            .bind(kind)
            .bind(i64::from(Event::VERSION))
            .bind(&payload)
            .bind(digest.map(|d| d.to_vec()))
            .bind(&own.hash)
            .bind(body.as_ref().map(|_| salt.to_vec()))
            .bind(body)
            .execute(self.connection())
            .await?
            .last_insert_rowid();
        for subject in subjects(&fact.event) {
            sqlx::query("INSERT OR IGNORE INTO event_subject VALUES (?, ?)")
                .bind(subject.to_vec())
                .bind(pos)
                .execute(self.connection())
                .await?;
        }
        let at = crate::log::moment(at)?;
        let logged = Logged {
            pos,
            device: own.num,
            at,
            actor: stamp.actor,
            event: fact.event.clone(),
            personal: fact.personal.clone(),
        };
        self.apply(&logged).await
    }

    /// The one way from an event into the tables: for events made here and for events that come from elsewhere.
    pub(crate) async fn apply(&mut self, logged: &Logged) -> Result<(), StoreError> {
        apply::apply(self.connection(), logged).await
    }
}

/// Whose history an event belongs to.
fn subjects(event: &Event) -> Vec<[u8; 16]> {
    let account = |id: &AccountId| *id.as_bytes();
    let invitation = |id: &InvitationId| *id.as_bytes();
    match event {
        // Through which invitation they came stands in the event of its use.
        Event::AccountCreated { account: id, .. } => vec![account(id)],
        Event::InvitationCreated { invitation: id, .. }
        | Event::InvitationCopied { invitation: id, .. }
        | Event::InvitationRevoked { invitation: id } => vec![invitation(id)],
        Event::InvitationRedeemed { invitation: id, account: by } => vec![invitation(id), account(by)],
        Event::RedemptionRefused { invitation: id, .. } => id.iter().map(invitation).collect(),
        Event::SignedIn { account: id, .. }
        | Event::SignedOut { account: id }
        | Event::NotPermitted { account: id, .. }
        | Event::PersonErased { account: id } => vec![account(id)],
        Event::SignInFailed { account: id, .. } => id.iter().map(account).collect(),
        Event::OrganisationCreated { .. } | Event::RoleAdded { .. } | Event::DepartmentCreated { .. } => vec![],
    }
}

/// Reads an id that another table holds.
pub(crate) fn id_of(row: &sqlx::sqlite::SqliteRow, column: usize) -> Result<[u8; 16], StoreError> {
    sixteen(row.try_get::<&[u8], _>(column)?)
}
