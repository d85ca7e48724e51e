//! Sessions of this device's front ends. Data of this device only, so not events; a request with a deleted session is
//! refused. Keeps out passwords, and when a session locks.

use crate::batch::Batch;
use crate::log::moment;
use crate::sql::{Bind, Sql};
use crate::transaction::id_of;
use crate::{ReadTx, StoreError, WriteTx};
use sqlx::Row;
use vestibule_domain::{AccountId, Moment, SessionId};

/// A session to be stored.
#[derive(Debug, Clone, Copy)]
pub struct NewSession<'a> {
    /// UUID, made by the caller.
    pub id: SessionId,
    /// The account that signed in.
    pub account: AccountId,
    /// The kind of front end, such as the window.
    pub slot: &'a str,
    /// SHA-256 of the token that resumes it; none: it is not kept.
    pub token_hash: Option<&'a [u8]>,
}

/// A session in lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionRow {
    /// UUID; names the session in requests to end it.
    pub id: SessionId,
    /// The kind of front end.
    pub slot: String,
    /// Kept: the next start of the program resumes it.
    pub is_kept: bool,
    /// When it began.
    pub began_at: Moment,
    /// The last recorded activity; actual use may have lasted some minutes longer.
    pub active_at: Moment,
}

/// A kept session that can be resumed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeptSession {
    /// UUID; stays the same when resumed.
    pub id: SessionId,
    /// The account that signed in.
    pub account: AccountId,
    /// It was locked, and stays so when resumed.
    pub is_locked: bool,
    /// The last recorded activity.
    pub active_at: Moment,
}

impl ReadTx {
    /// The kept session with that token (by its SHA-256) at that kind of front end; none: it has ended.
    pub async fn kept_session(&mut self, token_hash: &[u8], slot: &str) -> Result<Option<KeptSession>, StoreError> {
        let mut sql = Sql::new(
            "SELECT s.id, a.id, s.locked, s.active_at FROM session AS s JOIN account AS a ON a.num = s.account",
        );
        sql.bind(" WHERE s.token_hash = ?", token_hash);
        sql.text(" AND s.slot = ?", slot);
        let rows = sql.rows(self.connection()).await?;
        rows.first()
            .map(|row| {
                Ok(KeptSession {
                    id: SessionId::from_bytes(id_of(row, 0)?),
                    account: AccountId::from_bytes(id_of(row, 1)?),
                    is_locked: row.get::<i64, _>(2) != 0,
                    active_at: moment(row.get(3))?,
                })
            })
            .transpose()
    }

    /// Whether sessions that were not kept are left at that kind of front end.
    pub async fn has_left_sessions(&mut self, slot: &str) -> Result<bool, StoreError> {
        let mut sql = Sql::default();
        sql.text("SELECT EXISTS (SELECT 1 FROM session WHERE slot = ? AND token_hash IS NULL)", slot);
        Ok(sql.count(self).await? > 0)
    }

    /// The sessions of a person, the last used first.
    pub async fn sessions(&mut self, account: AccountId) -> Result<Vec<SessionRow>, StoreError> {
        let mut sql = Sql::new("SELECT id, slot, token_hash IS NOT NULL, began_at, active_at FROM session");
        sql.bind(" WHERE account = (SELECT num FROM account WHERE id = ?)", account.as_bytes());
        sql.push(" ORDER BY active_at DESC, began_at DESC");
        let rows = sql.rows(self.connection()).await?;
        rows.iter()
            .map(|row| {
                Ok(SessionRow {
                    id: SessionId::from_bytes(id_of(row, 0)?),
                    slot: row.get(1),
                    is_kept: row.get(2),
                    began_at: moment(row.get(3))?,
                    active_at: moment(row.get(4))?,
                })
            })
            .collect()
    }
}

impl ReadTx {
    /// The sessions of many people, each with its account. One statement.
    pub async fn sessions_of(&mut self, accounts: &[AccountId]) -> Result<Vec<(AccountId, SessionId)>, StoreError> {
        let ids: Vec<String> = accounts.iter().map(|id| format!("\"{}\"", id.to_string().replace('-', ""))).collect();
        let mut sql = Sql::default();
        sql.text(
            "SELECT a.id, s.id FROM json_each(?) AS l CROSS JOIN account AS a ON a.id = unhex(l.value)
             CROSS JOIN session AS s ON s.account = a.num ORDER BY a.num, s.began_at",
            &format!("[{}]", ids.join(",")),
        );
        let rows = sql.rows(self.connection()).await?;
        let read = |row| Ok((AccountId::from_bytes(id_of(row, 0)?), SessionId::from_bytes(id_of(row, 1)?)));
        rows.iter().map(read).collect()
    }
}

impl WriteTx {
    /// Stores a session. A kept one replaces the earlier kept one of that kind of front end, whose token becomes
    /// invalid.
    pub async fn begin_session(&mut self, session: NewSession<'_>, at: Moment) -> Result<(), StoreError> {
        if session.token_hash.is_some() {
            self.execute("UPDATE session SET token_hash = NULL WHERE slot = ?", [session.slot.into()]).await?;
        }
        let at = at.timestamp_millis();
        self.execute(
            "INSERT INTO session (id, account, slot, token_hash, began_at, active_at)
             VALUES (?, (SELECT num FROM account WHERE id = ?), ?, ?, ?, ?)",
            [
                session.id.as_bytes().into(),
                session.account.as_bytes().into(),
                session.slot.into(),
                session.token_hash.into(),
                at.into(),
                at.into(),
            ],
        )
        .await
    }

    /// Records activity in a session.
    pub async fn note_activity(&mut self, session: SessionId, at: Moment) -> Result<(), StoreError> {
        let binds = [at.timestamp_millis().into(), session.as_bytes().into()];
        self.execute("UPDATE session SET active_at = max(active_at, ?) WHERE id = ?", binds).await
    }

    /// Stores whether a session is locked, so that closing the window does not unlock it.
    pub async fn lock_session(&mut self, session: SessionId, locked: bool) -> Result<(), StoreError> {
        let binds = [i64::from(locked).into(), session.as_bytes().into()];
        self.execute("UPDATE session SET locked = ? WHERE id = ?", binds).await
    }

    /// Deletes a session; its token becomes invalid.
    pub async fn end_session(&mut self, session: SessionId) -> Result<(), StoreError> {
        self.execute("DELETE FROM session WHERE id = ?", [session.as_bytes().into()]).await
    }

    /// Deletes the kept sessions of that kind of front end, of any account.
    pub async fn end_kept_sessions(&mut self, slot: &str) -> Result<(), StoreError> {
        self.execute("DELETE FROM session WHERE slot = ? AND token_hash IS NOT NULL", [slot.into()]).await
    }

    /// Deletes the sessions that were not kept at that kind of front end: their program no longer runs.
    pub async fn end_left_sessions(&mut self, slot: &str) -> Result<(), StoreError> {
        self.execute("DELETE FROM session WHERE slot = ? AND token_hash IS NULL", [slot.into()]).await
    }

    /// Deletes all sessions of all accounts.
    pub async fn end_all_sessions(&mut self) -> Result<(), StoreError> {
        self.execute("DELETE FROM session", []).await
    }

    async fn execute<const N: usize>(&mut self, statement: &str, binds: [Bind; N]) -> Result<(), StoreError> {
        let mut batch = Batch::default();
        batch.add(statement, binds);
        batch.run_and(self.connection(), None).await.map(|_| ())
    }
}
