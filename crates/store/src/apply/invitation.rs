//! Applies events about invitations.

use crate::StoreError;
use crate::log::Logged;
use crate::rows::NEVER;
use sqlx::{Row, SqliteConnection};
use vestibule_domain::{AccountId, Actor, Event, InvitationId};

/// The shelves of fast lists; see the migration.
pub(crate) const OPEN: i64 = 0;
pub(crate) const USED: i64 = 1;
pub(crate) const LAPSED: i64 = 2;
pub(crate) const REVOKED: i64 = 3;

pub(super) async fn created(connection: &mut SqliteConnection, logged: &Logged) -> Result<(), StoreError> {
    let Event::InvitationCreated { invitation, code, role, department, usage_limit, expiry } = &logged.event else {
        return Err(StoreError::EventDoesNotFit("not a creation"));
    };
    let Actor::Account(creator) = logged.actor else {
        return Err(StoreError::EventDoesNotFit("nobody created this invitation"));
    };
    let email = logged.personal.email.as_ref();
    let label = logged.personal.label.as_ref().map(|label| label.as_str());
    let pos = sqlx::query(
        "INSERT INTO invitation (id, code, email, email_key, role, department, label, usage_limit, expires_at, creator, created_at, shelf)
         VALUES (?, ?, ?, ?, (SELECT num FROM role WHERE id = ?), (SELECT num FROM department WHERE id = ?), ?, ?, ?,
                 (SELECT num FROM account WHERE id = ?), ?, ?)",
    )
    .bind(invitation.as_bytes().to_vec())
    .bind(code.symbols())
    .bind(email.map(|email| email.as_str()))
    .bind(email.map(|email| email.key()))
    .bind(role.as_bytes().to_vec())
    .bind(department.map(|id| id.as_bytes().to_vec()))
    .bind(label)
    .bind(i64::from(usage_limit.get()))
    .bind(expiry.at().map_or(NEVER, |at| at.timestamp_millis()))
    .bind(creator.as_bytes().to_vec())
    .bind(logged.at.timestamp_millis())
    .bind(OPEN)
    .execute(&mut *connection)
    .await?
    .last_insert_rowid();
    if pos % BATCH == 0 {
        index_newest(connection).await?;
    }
    Ok(())
}

/// The search index takes new rows by so many at once: one by one, it would cost more than all the rest of a creation.
const BATCH: i64 = 128;

/// Adds to the search index what is not in it yet.
async fn index_newest(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    for row in unindexed(connection).await? {
        sqlx::query("INSERT INTO invitation_search (rowid, code, words) VALUES (?, ?, ?)")
            .bind(row.pos)
            .bind(&row.code)
            .bind(row.words())
            .execute(&mut *connection)
            .await?;
    }
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

/// The rows behind the search index: fewer than [`BATCH`].
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

pub(super) async fn revoked(
    connection: &mut SqliteConnection,
    logged: &Logged,
    invitation: &InvitationId,
) -> Result<(), StoreError> {
    let Actor::Account(by) = logged.actor else {
        return Err(StoreError::EventDoesNotFit("nobody revoked this invitation"));
    };
    let changed = sqlx::query(
        "UPDATE invitation SET revoked_at = ?, revoked_by = (SELECT num FROM account WHERE id = ?), reason = ?, shelf = ?
         WHERE id = ? AND revoked_at IS NULL",
    )
    .bind(logged.at.timestamp_millis())
    .bind(by.as_bytes().to_vec())
    .bind(logged.personal.reason.as_ref().map(|reason| reason.as_str()))
    .bind(REVOKED)
    .bind(invitation.as_bytes().to_vec())
    .execute(connection)
    .await?
    .rows_affected();
    if changed == 1 { Ok(()) } else { Err(StoreError::NotUsable) }
}

/// One conditional write that carries every limit: exactly one row changes, or the use is refused.
pub(super) async fn redeemed(
    connection: &mut SqliteConnection,
    logged: &Logged,
    invitation: &InvitationId,
    account: &AccountId,
) -> Result<(), StoreError> {
    let at = logged.at.timestamp_millis();
    let pos: Option<i64> = sqlx::query_scalar(
        "UPDATE invitation SET uses = uses + 1, shelf = CASE WHEN uses + 1 >= usage_limit THEN ? ELSE shelf END
         WHERE id = ? AND uses < usage_limit AND revoked_at IS NULL AND expires_at > ? RETURNING pos",
    )
    .bind(USED)
    .bind(invitation.as_bytes().to_vec())
    .bind(at)
    .fetch_optional(&mut *connection)
    .await?;
    let pos = pos.ok_or(StoreError::NotUsable)?;
    sqlx::query("INSERT INTO invitation_use VALUES (?, (SELECT num FROM account WHERE id = ?), ?, ?)")
        .bind(pos)
        .bind(account.as_bytes().to_vec())
        .bind(at)
        .bind(logged.device)
        .execute(connection)
        .await?;
    Ok(())
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
