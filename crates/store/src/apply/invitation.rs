//! Applies events about invitations.

use super::counts;
use super::people::forget_events;
use crate::StoreError;
use crate::batch::Batch;
use crate::log::LoggedEvent;
use crate::rows::{NEVER, code_form};
use crate::sql::Bind;
use sqlx::{Row, SqliteConnection};
use vestibule_domain::{AccountId, Actor, Event, InvitationId, Label};

/// The list states of invitations; see the migrations.
pub(crate) const OPEN: i64 = 0;
pub(crate) const USED: i64 = 1;
pub(crate) const LAPSED: i64 = 2;
pub(crate) const REVOKED: i64 = 3;
pub(crate) const ARCHIVED: i64 = 4;
/// The list states that lists show, as an SQL set. Not in it: 4, the archive, and 5, reserved for rows that a hub has
/// not accepted.
pub(crate) const LISTED: &str = "(0, 1, 2, 3)";

/// Whether lists show rows in that list state.
pub(crate) fn is_listed(list_state: i64) -> bool {
    matches!(list_state, OPEN | USED | LAPSED | REVOKED)
}

/// An id that does not exist becomes the number 0, which no row has, so the foreign key fails.
///
/// The names are looked up in one subquery for all rows: a subquery per row would open a cursor each, and opening a
/// cursor takes time in proportion to the open ones.
const CREATED: &str = "INSERT INTO invitation (id, code, email, email_key, domain, role, department, label,
    label_key, note, usage_limit, expires_at, creator, created_at, replaces, list_state, as_of)
    SELECT column1, column2, column3, column4, column5, (SELECT num FROM role WHERE id = column6), iif(column7 IS NULL, NULL, coalesce((SELECT num FROM department WHERE id = column7), 0)),
    column8, column9, column10, column11, column12, (SELECT num FROM account WHERE id = column13), column14, column15, column16,
    column17 FROM (VALUES ";
const ROW: &str = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

/// The text that is searched besides the code. The index folds case itself.
pub(crate) const WORDS: &str = "coalesce(email_key, '@' || domain, '') || char(10) || coalesce(label, '')";

/// Rows missing in the search index. The unary plus makes SQLite scan only the last rows by number; it would scan an
/// index of list states whole at every creation.
pub(crate) const BEHIND: &str = "pos > (SELECT coalesce(max(id), 0) FROM invitation_search_docsize)
    AND +list_state IN (0, 1, 2, 3)";

/// Creates one invitation, or many consecutive ones with one statement.
pub(super) fn created(batch: &mut Batch, logged: &[&LoggedEvent]) -> Result<(), StoreError> {
    let mut binds = Vec::with_capacity(logged.len() * 17);
    for one in logged {
        binds.extend(row(one)?);
    }
    let rows = vec![ROW; logged.len()].join(", ");
    batch.statement(&format!("{CREATED}{rows})"), binds);
    let many = i64::try_from(logged.len()).unwrap_or(i64::MAX);
    let newest = "i.pos > (SELECT max(pos) FROM invitation) - ?";
    counts::added(batch, newest, &many.into());
    let put = put_into(logged);
    if !put.is_empty() {
        batch.add(
            "INSERT INTO invitation_group SELECT i.pos, coalesce(g.num, 0), i.created_at FROM json_each(?) AS l
             CROSS JOIN invitation AS i ON i.id = unhex(l.value ->> 0) LEFT JOIN user_group AS g ON g.id = unhex(l.value ->> 1)",
            [format!("[{}]", put.join(",")).into()],
        );
        counts::added_to_groups(batch, newest, &many.into());
    }
    if many == 1 && batch.is_up_to_date() {
        // Add rows to the search index by the hundred: one by one would cost more than the rest of a creation.
        index(batch, 256, "(SELECT max(pos) FROM invitation) % 128 = 0");
    }
    Ok(())
}

/// The groups of new invitations: pairs of ids in hexadecimal, as JSON.
fn put_into(logged: &[&LoggedEvent]) -> Vec<String> {
    let plain = |id: String| id.replace('-', "");
    let mut put = Vec::new();
    for one in logged {
        let Event::InvitationCreated { invitation, groups, .. } = &one.event else { continue };
        for group in groups {
            put.push(format!("[\"{}\",\"{}\"]", plain(invitation.to_string()), plain(group.to_string())));
        }
    }
    put
}

fn row(logged: &LoggedEvent) -> Result<[Bind; 17], StoreError> {
    let Event::InvitationCreated {
        invitation,
        code,
        role,
        department,
        usage_limit,
        expiry,
        domain,
        replaces,
        groups: _,
    } = &logged.event
    else {
        return Err(StoreError::EventDoesNotFit("not a creation"));
    };
    let Actor::Account(creator) = logged.actor else {
        return Err(StoreError::EventDoesNotFit("nobody created this invitation"));
    };
    let personal = &logged.personal;
    Ok([
        invitation.as_bytes().into(),
        code_form(code).into(),
        personal.email.as_ref().map(|email| email.as_str()).into(),
        personal.email.as_ref().map(|email| email.key()).into(),
        domain.as_ref().map(|domain| domain.as_str()).into(),
        role.as_bytes().into(),
        department.as_ref().map(|id| id.as_bytes()).into(),
        personal.label.as_ref().map(|label| label.as_str()).into(),
        personal.label.as_ref().map(Label::key).into(),
        personal.note.as_ref().map(|note| note.as_str()).into(),
        i64::from(usage_limit.get()).into(),
        expiry.at().map_or(NEVER, |at| at.timestamp_millis()).into(),
        creator.as_bytes().into(),
        logged.at.timestamp_millis().into(),
        replaces.as_ref().map(|id| id.as_bytes()).into(),
        OPEN.into(),
        logged.placed.into(),
    ])
}

/// Adds at most `most` missing rows to the search index, if `when` holds.
pub(crate) fn index(batch: &mut Batch, most: i64, when: &str) {
    let sql = format!(
        "INSERT INTO invitation_search (rowid, code, words) SELECT pos, code, {WORDS} FROM invitation
         WHERE {when} AND {BEHIND}
         ORDER BY pos LIMIT ?"
    );
    batch.add(&sql, [most.into()]);
}

/// A row that is missing in the search index.
pub(crate) struct Unindexed {
    pub(crate) pos: i64,
    pub(crate) code: String,
    words: String,
}

impl Unindexed {
    /// The text searched besides the code, in lower case.
    pub(crate) fn words(&self) -> String {
        self.words.to_lowercase()
    }
}

/// The rows missing in the search index.
pub(crate) async fn unindexed(connection: &mut SqliteConnection) -> Result<Vec<Unindexed>, StoreError> {
    let sql = format!(
        "SELECT pos, code, {WORDS} FROM invitation
         WHERE {BEHIND} ORDER BY pos"
    );
    let rows = sqlx::query(&sql).fetch_all(connection).await?;
    Ok(rows.iter().map(|row| Unindexed { pos: row.get(0), code: row.get(1), words: row.get(2) }).collect())
}

pub(super) fn revoked(
    batch: &mut Batch,
    logged: &LoggedEvent,
    invitation: &InvitationId,
    replaced_by: Option<&InvitationId>,
) -> Result<(), StoreError> {
    let [at, by, reason, replaced_by, as_of] = revocation(logged, replaced_by)?;
    counts::moved(
        batch,
        "3",
        "i.uses > 0",
        "i.id = ? AND i.revoked_at IS NULL AND i.archived_at IS NULL",
        &invitation.as_bytes().into(),
    );
    batch.must(
        "UPDATE invitation SET revoked_at = ?, revoked_by = (SELECT num FROM account WHERE id = ?), reason = ?, replaced_by = ?, list_state = ?, as_of = ?
         WHERE id = ? AND revoked_at IS NULL AND archived_at IS NULL",
        [at, by, reason, replaced_by, REVOKED.into(), as_of, invitation.as_bytes().into()],
    );
    Ok(())
}

/// Applies many consecutive revocations with one statement. An invitation revoked twice among them makes the count of
/// changed rows too small, so the batch fails as it would one by one.
pub(super) fn revoked_together(batch: &mut Batch, logged: &[&LoggedEvent]) -> Result<(), StoreError> {
    let mut binds = Vec::with_capacity(logged.len() * 6 + 1);
    let mut ids = Vec::with_capacity(logged.len());
    binds.push(REVOKED.into());
    for one in logged {
        let Event::InvitationRevoked { invitation, replaced_by } = &one.event else {
            return Err(StoreError::EventDoesNotFit("not a revocation"));
        };
        ids.push(*invitation);
        binds.extend(revocation(one, replaced_by.as_ref())?);
        binds.push(invitation.as_bytes().into());
    }
    let (such, ids) = among(&ids);
    counts::moved(batch, "3", "i.uses > 0", &format!("{such} AND i.revoked_at IS NULL"), &ids);
    let rows = vec!["(?, ?, ?, ?, ?, ?)"; logged.len()].join(", ");
    let sql = format!(
        "UPDATE invitation SET list_state = ?, revoked_at = v.column1,
             revoked_by = (SELECT num FROM account WHERE id = v.column2), reason = v.column3, replaced_by = v.column4,
             as_of = v.column5
         FROM (VALUES {rows}) AS v
         WHERE invitation.id = v.column6 AND revoked_at IS NULL AND archived_at IS NULL"
    );
    batch.must_all(&sql, binds, logged.len());
    Ok(())
}

/// The values of a revocation: time, account, reason, replacement and `as_of`.
fn revocation(logged: &LoggedEvent, replaced_by: Option<&InvitationId>) -> Result<[Bind; 5], StoreError> {
    let Actor::Account(by) = logged.actor else {
        return Err(StoreError::EventDoesNotFit("nobody revoked this invitation"));
    };
    Ok([
        logged.at.timestamp_millis().into(),
        by.as_bytes().into(),
        logged.personal.reason.as_ref().map(|reason| reason.as_str()).into(),
        replaced_by.map(|id| id.as_bytes()).into(),
        logged.placed.into(),
    ])
}

/// Selects these invitations unless they are archived: a condition on `i`, and its value.
fn among(invitations: &[InvitationId]) -> (&'static str, Bind) {
    let ids: Vec<String> = invitations.iter().map(|id| id.to_string().replace('-', "")).collect();
    let ids = Bind::from(format!("[\"{}\"]", ids.join("\",\"")));
    ("i.id IN (SELECT unhex(value) FROM json_each(?)) AND i.archived_at IS NULL", ids)
}

/// One conditional update that repeats every limit: it changes exactly one row, or the redemption is refused.
pub(super) fn redeemed(batch: &mut Batch, logged: &LoggedEvent, invitation: &InvitationId, account: &AccountId) {
    let at = logged.at.timestamp_millis();
    let to = "CASE WHEN i.uses + 1 >= i.usage_limit THEN 1 ELSE i.list_state END";
    counts::moved(batch, to, "1", "i.id = ?", &invitation.as_bytes().into());
    batch.must(
        "UPDATE invitation SET uses = uses + 1, list_state = CASE WHEN uses + 1 >= usage_limit THEN ? ELSE list_state END, as_of = ?
         WHERE id = ? AND uses < usage_limit AND revoked_at IS NULL AND archived_at IS NULL AND expires_at > ?",
        [USED.into(), logged.placed.into(), invitation.as_bytes().into(), at.into()],
    );
    // The device that the person used. An unknown one has no number, so the NOT NULL column refuses it.
    let (place, device) = match &logged.via {
        Some(via) => ("(SELECT num FROM device WHERE id = ?)", via.as_slice().into()),
        None => ("?", logged.device.into()),
    };
    batch.add(
        &format!(
            "INSERT INTO invitation_use (invitation, account, at, device, as_of) VALUES (
                 (SELECT pos FROM invitation WHERE id = ?), (SELECT num FROM account WHERE id = ?), ?, {place}, ?)"
        ),
        [invitation.as_bytes().into(), account.as_bytes().into(), at.into(), device, logged.placed.into()],
    );
}

pub(super) fn described(batch: &mut Batch, logged: &LoggedEvent, invitation: &InvitationId) {
    let personal = &logged.personal;
    batch.must(
        "UPDATE invitation SET label = ?, label_key = ?, note = ?, as_of = ? WHERE id = ?",
        [
            personal.label.as_ref().map(|label| label.as_str()).into(),
            personal.label.as_ref().map(Label::key).into(),
            personal.note.as_ref().map(|note| note.as_str()).into(),
            logged.placed.into(),
            invitation.as_bytes().into(),
        ],
    );
    search_again(batch, invitation);
}

/// Replaces the invitation's text in the search index by the current one.
fn search_again(batch: &mut Batch, invitation: &InvitationId) {
    if batch.is_facts_only() {
        return;
    }
    let sql = format!(
        "UPDATE invitation_search SET code = (SELECT code FROM invitation WHERE id = ?),
             words = (SELECT {WORDS} FROM invitation WHERE id = ?)
         WHERE rowid = (SELECT pos FROM invitation WHERE id = ?)"
    );
    let id = || Bind::from(invitation.as_bytes());
    batch.add(&sql, [id(), id(), id()]);
}

/// Erases the personal data of an invitation for one person from its row, the search index and its events.
pub(super) fn erased(batch: &mut Batch, logged: &LoggedEvent, invitation: &InvitationId) {
    forget_events(batch, invitation.as_bytes());
    crate::mail::forget_invitation(batch, invitation);
    let id = Bind::from(invitation.as_bytes());
    counts::around(batch, "i.id = ?", &id, |batch| {
        batch.must(
            "UPDATE invitation SET email = NULL, email_key = NULL, label = NULL, label_key = NULL, note = NULL,
                 reason = NULL, as_of = ? WHERE id = ?",
            [logged.placed.into(), id.clone()],
        );
    });
    search_again(batch, invitation);
}

/// Removes deleted text from the pages of the search index. Takes time in proportion to the index.
pub(crate) fn purge_search(batch: &mut Batch) {
    batch.add("INSERT INTO invitation_search (invitation_search) VALUES ('optimize')", []);
}

/// Moves them to the archive and removes them from the search index, for good.
pub(super) fn archived(batch: &mut Batch, logged: &LoggedEvent, invitations: &[InvitationId]) {
    let (such, ids) = among(invitations);
    counts::moved(batch, "4", "i.uses > 0", such, &ids);
    if !batch.is_facts_only() {
        batch.add(
            &format!("DELETE FROM invitation_search WHERE rowid IN (SELECT i.pos FROM invitation AS i WHERE {such})"),
            [ids.clone()],
        );
    }
    batch.add(
        &format!("UPDATE invitation AS i SET archived_at = ?, list_state = ?, as_of = ? WHERE {such}"),
        [logged.at.timestamp_millis().into(), ARCHIVED.into(), logged.placed.into(), ids],
    );
}

/// Moves rows between open and lapsed according to the time, in both directions, since a clock can be set back. Changes
/// no fact, only where lists find the rows.
pub(crate) async fn sweep(connection: &mut SqliteConnection, now: i64) -> Result<(), StoreError> {
    let mut batch = Batch::default();
    for (from, to, side) in [(OPEN, LAPSED, "<="), (LAPSED, OPEN, ">")] {
        let such = format!("i.list_state = {from} AND i.expires_at {side} ?");
        counts::moved(&mut batch, &to.to_string(), "i.uses > 0", &such, &now.into());
        batch.add(&format!("UPDATE invitation AS i SET list_state = {to} WHERE {such}"), [now.into()]);
    }
    batch.run_and(connection, None).await.map(|_| ())
}

/// Whether [`sweep`] has nothing to do. Two look-ups in an index.
pub(crate) async fn is_swept(connection: &mut SqliteConnection, now: i64) -> Result<bool, StoreError> {
    let stale: bool = sqlx::query_scalar(
        "SELECT EXISTS (SELECT 1 FROM invitation WHERE list_state = 0 AND expires_at <= ?1)
             OR EXISTS (SELECT 1 FROM invitation WHERE list_state = 2 AND expires_at > ?1)",
    )
    .bind(now)
    .fetch_one(connection)
    .await?;
    Ok(!stale)
}
