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

/// The list states of fast lists; see the migrations.
pub(crate) const OPEN: i64 = 0;
pub(crate) const USED: i64 = 1;
pub(crate) const LAPSED: i64 = 2;
pub(crate) const REVOKED: i64 = 3;
pub(crate) const ARCHIVED: i64 = 4;
/// The list states whose rows stand in lists, as an SQL set. Another one is the archive; 5 is kept for rows that a hub
/// has not accepted, which stand in no list.
pub(crate) const LISTED: &str = "(0, 1, 2, 3)";

/// Whether rows on that list state stand in lists.
pub(crate) fn is_listed(list_state: i64) -> bool {
    matches!(list_state, OPEN | USED | LAPSED | REVOKED)
}

/// What is named and not there gets the number 0, which no row has: the constraint refuses it.
///
/// The names are looked up by one subquery for all rows: in each row's own it would open a cursor of its own, and every
/// cursor that is opened walks all that are open.
const CREATED: &str = "INSERT INTO invitation (id, code, email, email_key, domain, role, department, label,
    label_key, note, usage_limit, expires_at, creator, created_at, replaces, list_state, as_of)
    SELECT column1, column2, column3, column4, column5, (SELECT num FROM role WHERE id = column6), iif(column7 IS NULL, NULL, coalesce((SELECT num FROM department WHERE id = column7), 0)),
    column8, column9, column10, column11, column12, (SELECT num FROM account WHERE id = column13), column14, column15, column16,
    column17 FROM (VALUES ";
const ROW: &str = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

/// Everything that is searched beside the code. The index folds case itself.
pub(crate) const WORDS: &str = "coalesce(email_key, '@' || domain, '') || char(10) || coalesce(label, '')";

/// The rows that the search index does not know yet. The plus keeps SQLite at the few last rows: an index of list
/// states would walk all of them at every creation.
pub(crate) const BEHIND: &str = "pos > (SELECT coalesce(max(id), 0) FROM invitation_search_docsize)
    AND +list_state IN (0, 1, 2, 3)";

/// One new row, or many that follow each other in the log: all of them by one statement.
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
        // The search index takes new rows by the hundred: one by one, it would cost more than all the rest of a
        // creation.
        index(batch, 256, "(SELECT max(pos) FROM invitation) % 128 = 0");
    }
    Ok(())
}

/// Which of them are put into which groups: pairs of ids in hexadecimal, as JSON.
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

/// Adds to the search index what is not in it yet, `most` rows at once, if `when` holds.
pub(crate) fn index(batch: &mut Batch, most: i64, when: &str) {
    let sql = format!(
        "INSERT INTO invitation_search (rowid, code, words) SELECT pos, code, {WORDS} FROM invitation
         WHERE {when} AND {BEHIND}
         ORDER BY pos LIMIT ?"
    );
    batch.add(&sql, [most.into()]);
}

/// A row that the search index does not know yet.
pub(crate) struct Unindexed {
    pub(crate) pos: i64,
    pub(crate) code: String,
    words: String,
}

impl Unindexed {
    /// What is searched beside the code, in lower case.
    pub(crate) fn words(&self) -> String {
        self.words.to_lowercase()
    }
}

/// The rows behind the search index.
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

/// Many revocations that follow each other in the log, by one statement. One that is revoked twice among them is not
/// revoked so many times, and refused as it would be one by one.
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

/// When and by whom it was revoked, why, what stands in its place, and as of which number.
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

/// These invitations, unless they are archived: a condition on `i`, and what it is bound to.
fn among(invitations: &[InvitationId]) -> (&'static str, Bind) {
    let ids: Vec<String> = invitations.iter().map(|id| id.to_string().replace('-', "")).collect();
    let ids = Bind::from(format!("[\"{}\"]", ids.join("\",\"")));
    ("i.id IN (SELECT unhex(value) FROM json_each(?)) AND i.archived_at IS NULL", ids)
}

/// One conditional write that carries every limit: exactly one row changes, or the use is refused.
pub(super) fn redeemed(batch: &mut Batch, logged: &LoggedEvent, invitation: &InvitationId, account: &AccountId) {
    let at = logged.at.timestamp_millis();
    let to = "CASE WHEN i.uses + 1 >= i.usage_limit THEN 1 ELSE i.list_state END";
    counts::moved(batch, to, "1", "i.id = ?", &invitation.as_bytes().into());
    batch.must(
        "UPDATE invitation SET uses = uses + 1, list_state = CASE WHEN uses + 1 >= usage_limit THEN ? ELSE list_state END, as_of = ?
         WHERE id = ? AND uses < usage_limit AND revoked_at IS NULL AND archived_at IS NULL AND expires_at > ?",
        [USED.into(), logged.placed.into(), invitation.as_bytes().into(), at.into()],
    );
    // Where the person sat. A device that is not known here has no number, which the column refuses.
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

/// What is searched of it is what stands in its row now.
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

/// Takes what is personal about an invitation that was for one person out of its row, out of search, and out of its
/// events.
pub(super) fn erased(batch: &mut Batch, logged: &LoggedEvent, invitation: &InvitationId) {
    forget_events(batch, invitation.as_bytes());
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

/// Leaves nothing in the search index of what is no longer searched. Takes time in proportion to the index.
pub(crate) fn purge_search(batch: &mut Batch) {
    batch.add("INSERT INTO invitation_search (invitation_search) VALUES ('optimize')", []);
}

/// Takes them out of the list, out of search, and off every other list state for good.
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

/// Moves the rows whose time has come (or, with a clock set back, is yet to come again) between open and lapsed. Not a
/// fact, only where rows are found.
pub(crate) async fn sweep(connection: &mut SqliteConnection, now: i64) -> Result<(), StoreError> {
    let mut batch = Batch::default();
    for (from, to, side) in [(OPEN, LAPSED, "<="), (LAPSED, OPEN, ">")] {
        let such = format!("i.list_state = {from} AND i.expires_at {side} ?");
        counts::moved(&mut batch, &to.to_string(), "i.uses > 0", &such, &now.into());
        batch.add(&format!("UPDATE invitation AS i SET list_state = {to} WHERE {such}"), [now.into()]);
    }
    batch.run_and(connection, None).await.map(|_| ())
}

/// Whether [`sweep`] has anything to do. Two steps in an index.
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
