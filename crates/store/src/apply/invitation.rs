//! Applies events about invitations.

use crate::StoreError;
use crate::log::Logged;
use crate::rows::NEVER;
use crate::script::Script;
use sqlx::{Row, SqliteConnection};
use vestibule_domain::{AccountId, Actor, Event, InvitationId};

/// The shelves of fast lists; see the migration.
pub(crate) const OPEN: i64 = 0;
pub(crate) const USED: i64 = 1;
pub(crate) const LAPSED: i64 = 2;
pub(crate) const REVOKED: i64 = 3;

pub(super) fn created(script: &mut Script, logged: &Logged) -> Result<(), StoreError> {
    let Event::InvitationCreated { invitation, code, role, department, usage_limit, expiry } = &logged.event else {
        return Err(StoreError::EventDoesNotFit("not a creation"));
    };
    let Actor::Account(creator) = logged.actor else {
        return Err(StoreError::EventDoesNotFit("nobody created this invitation"));
    };
    let email = logged.personal.email.as_ref();
    script.add(
        "INSERT INTO invitation (id, code, email, email_key, role, department, label, usage_limit, expires_at, creator, created_at, shelf)
         VALUES (?, ?, ?, ?, (SELECT num FROM role WHERE id = ?), (SELECT num FROM department WHERE id = ?), ?, ?, ?,
                 (SELECT num FROM account WHERE id = ?), ?, ?)",
        [
            invitation.as_bytes().into(),
            code.symbols().into(),
            email.map(|email| email.as_str()).into(),
            email.map(|email| email.key()).into(),
            role.as_bytes().into(),
            department.as_ref().map(|id| id.as_bytes()).into(),
            logged.personal.label.as_ref().map(|label| label.as_str()).into(),
            i64::from(usage_limit.get()).into(),
            expiry.at().map_or(NEVER, |at| at.timestamp_millis()).into(),
            creator.as_bytes().into(),
            logged.at.timestamp_millis().into(),
            OPEN.into(),
        ],
    );
    // The search index takes new rows by the hundred: one by one, it would cost more than all the rest of a creation.
    script.add(
        "INSERT INTO invitation_search (rowid, code, words)
         SELECT pos, code, coalesce(email_key, '') || char(10) || coalesce(label, '') FROM invitation
         WHERE (SELECT max(pos) FROM invitation) % 128 = 0
           AND pos > (SELECT coalesce(max(id), 0) FROM invitation_search_docsize)
         ORDER BY pos LIMIT 256",
        [],
    );
    Ok(())
}

/// A row that the search index does not know yet.
pub(crate) struct Unindexed {
    pub(crate) pos: i64,
    pub(crate) code: String,
    email_key: Option<String>,
    label: Option<String>,
}

impl Unindexed {
    /// What is searched beside the code, in lower case.
    pub(crate) fn words(&self) -> String {
        let label = self.label.as_ref().map(|label| label.to_lowercase());
        [self.email_key.clone(), label].into_iter().flatten().collect::<Vec<_>>().join("\n")
    }
}

/// The rows behind the search index.
pub(crate) async fn unindexed(connection: &mut SqliteConnection) -> Result<Vec<Unindexed>, StoreError> {
    let sql = "SELECT pos, code, email_key, label FROM invitation
               WHERE pos > (SELECT coalesce(max(id), 0) FROM invitation_search_docsize) ORDER BY pos";
    let rows = sqlx::query(sql).fetch_all(connection).await?;
    let read = |row: &sqlx::sqlite::SqliteRow| Unindexed {
        pos: row.get(0),
        code: row.get(1),
        email_key: row.get(2),
        label: row.get(3),
    };
    Ok(rows.iter().map(read).collect())
}

pub(super) fn revoked(script: &mut Script, logged: &Logged, invitation: &InvitationId) -> Result<(), StoreError> {
    let Actor::Account(by) = logged.actor else {
        return Err(StoreError::EventDoesNotFit("nobody revoked this invitation"));
    };
    script.must(
        "UPDATE invitation SET revoked_at = ?, revoked_by = (SELECT num FROM account WHERE id = ?), reason = ?, shelf = ?
         WHERE id = ? AND revoked_at IS NULL",
        [
            logged.at.timestamp_millis().into(),
            by.as_bytes().into(),
            logged.personal.reason.as_ref().map(|reason| reason.as_str()).into(),
            REVOKED.into(),
            invitation.as_bytes().into(),
        ],
    );
    Ok(())
}

/// One conditional write that carries every limit: exactly one row changes, or the use is refused.
pub(super) fn redeemed(script: &mut Script, logged: &Logged, invitation: &InvitationId, account: &AccountId) {
    let at = logged.at.timestamp_millis();
    script.must(
        "UPDATE invitation SET uses = uses + 1, shelf = CASE WHEN uses + 1 >= usage_limit THEN ? ELSE shelf END
         WHERE id = ? AND uses < usage_limit AND revoked_at IS NULL AND expires_at > ?",
        [USED.into(), invitation.as_bytes().into(), at.into()],
    );
    script.add(
        "INSERT INTO invitation_use (invitation, account, at, device)
         VALUES ((SELECT pos FROM invitation WHERE id = ?), (SELECT num FROM account WHERE id = ?), ?, ?)",
        [invitation.as_bytes().into(), account.as_bytes().into(), at.into(), logged.device.into()],
    );
}

/// Moves the rows whose time has come (or, with a clock set back, is yet to come again) between open and lapsed. Not a fact, only where rows are found.
pub(crate) async fn sweep(connection: &mut SqliteConnection, now: i64) -> Result<(), StoreError> {
    for (from, to, side) in [(OPEN, LAPSED, "<="), (LAPSED, OPEN, ">")] {
        sqlx::query(&format!("UPDATE invitation SET shelf = {to} WHERE shelf = {from} AND expires_at {side} ?"))
            .bind(now)
            .execute(&mut *connection)
            .await?;
    }
    Ok(())
}

/// Whether [`sweep`] has anything to do. Two steps in an index.
pub(crate) async fn is_swept(connection: &mut SqliteConnection, now: i64) -> Result<bool, StoreError> {
    let stale: bool = sqlx::query_scalar(
        "SELECT EXISTS (SELECT 1 FROM invitation WHERE shelf = 0 AND expires_at <= ?1)
             OR EXISTS (SELECT 1 FROM invitation WHERE shelf = 2 AND expires_at > ?1)",
    )
    .bind(now)
    .fetch_one(connection)
    .await?;
    Ok(!stale)
}
