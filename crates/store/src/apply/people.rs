//! Applies events about the organisation, roles, groups and people.

use super::names::own_key;
use crate::StoreError;
use crate::batch::Batch;
use crate::log::LoggedEvent;
use crate::sql::Bind;
use vestibule_domain::{
    AccountId, DepartmentId, Email, GroupId, GroupName, InvitationId, JoinAddress, OrganisationId, OrganisationName,
    Role, RoleId, SessionId, letters,
};

pub(super) fn organisation(
    batch: &mut Batch,
    logged: &LoggedEvent,
    id: &OrganisationId,
    name: &OrganisationName,
    join_address: Option<&JoinAddress>,
) {
    // A log belongs to one organisation.
    batch.must(
        "INSERT INTO organisation (id, name, join_address, created_at, as_of)
         SELECT ?, ?, ?, ?, ? WHERE NOT EXISTS (SELECT 1 FROM organisation)",
        [
            id.as_bytes().into(),
            name.as_str().into(),
            join_address.map(JoinAddress::as_str).into(),
            logged.at.timestamp_millis().into(),
            logged.placed.into(),
        ],
    );
}

pub(super) fn role_added(batch: &mut Batch, logged: &LoggedEvent, role: &Role) -> Result<(), StoreError> {
    let [name, rank, scope, permissions] = of_role(role)?;
    batch.add(
        "INSERT INTO role (id, name, rank, scope, permissions, as_of) VALUES (?, ?, ?, ?, ?, ?)",
        [role.id.as_bytes().into(), name, rank, scope, permissions, logged.placed.into()],
    );
    Ok(())
}

/// Changes the role with that id, which must exist.
pub(super) fn role_changed(batch: &mut Batch, logged: &LoggedEvent, role: &Role) -> Result<(), StoreError> {
    let [name, rank, scope, permissions] = of_role(role)?;
    batch.must(
        "UPDATE role SET name = ?, rank = ?, scope = ?, permissions = ?, as_of = ? WHERE id = ?",
        [name, rank, scope, permissions, logged.placed.into(), role.id.as_bytes().into()],
    );
    Ok(())
}

/// Name, rank, scope and permissions, as stored in their columns.
fn of_role(role: &Role) -> Result<[Bind; 4], StoreError> {
    let json = |what: Result<String, serde_json::Error>| what.map_err(|_| StoreError::Unreadable { what: "role" });
    Ok([
        role.name.as_str().into(),
        i64::from(role.rank.get()).into(),
        json(serde_json::to_string(&role.scope))?.into(),
        json(serde_json::to_string(&role.permissions))?.into(),
    ])
}

pub(super) fn account(
    batch: &mut Batch,
    logged: &LoggedEvent,
    id: &AccountId,
    role: &RoleId,
    department: Option<&DepartmentId>,
    joined_through: Option<&InvitationId>,
) {
    let personal = &logged.personal;
    let key = personal.email.as_ref().map(Email::key);
    batch.add(
        "INSERT INTO account (id, name, name_key, email, email_key, username, role, department, joined_through,
             created_at, as_of)
         VALUES (?, ?, ?, ?, iif(EXISTS (SELECT 1 FROM account WHERE email_key = ?), ?, ?), ?, (SELECT num FROM role WHERE id = ?),
             iif(? IS NULL, NULL, coalesce((SELECT num FROM department WHERE id = ?), 0)), ?, ?, ?)",
        [
            id.as_bytes().into(),
            // The name of an erased person is empty.
            personal.name.as_ref().map_or("", |name| name.as_str()).into(),
            personal.name.as_ref().map_or_else(String::new, |name| letters::key(name.as_str())).into(),
            personal.email.as_ref().map(|email| email.as_str()).into(),
            key.as_deref().into(),
            key.as_deref().map(|key| own_key(key, id.as_bytes())).into(),
            key.as_deref().into(),
            personal.username.as_ref().map(|name| name.as_str()).into(),
            role.as_bytes().into(),
            department.map(|id| id.as_bytes()).into(),
            department.map(|id| id.as_bytes()).into(),
            joined_through.map(|id| id.as_bytes()).into(),
            logged.at.timestamp_millis().into(),
            logged.placed.into(),
        ],
    );
}

/// Stores the name with its key, or with a unique one if the key is taken.
pub(super) fn group(batch: &mut Batch, logged: &LoggedEvent, id: &GroupId, name: &GroupName) {
    let key = name.key();
    batch.add(
        "INSERT INTO user_group (id, name, name_key, as_of)
         SELECT ?, ?, iif(EXISTS (SELECT 1 FROM user_group WHERE name_key = ?), ?, ?), ?",
        [
            id.as_bytes().into(),
            name.as_str().into(),
            key.as_str().into(),
            own_key(&key, id.as_bytes()).into(),
            key.as_str().into(),
            logged.placed.into(),
        ],
    );
}

pub(super) fn put_into(batch: &mut Batch, account: &AccountId, groups: &[GroupId]) {
    for group in groups {
        batch.add(
            // A group that does not exist becomes the number 0, which no row has, so the foreign key fails.
            "INSERT INTO account_group
             SELECT a.num, coalesce((SELECT num FROM user_group WHERE id = ?), 0) FROM account AS a WHERE a.id = ?",
            [group.as_bytes().into(), account.as_bytes().into()],
        );
    }
}

/// Stores the rules as received.
pub(super) fn policy(batch: &mut Batch, logged: &LoggedEvent) -> Result<(), StoreError> {
    let received = logged.received.as_deref().ok_or(StoreError::Unreadable { what: "policy" })?;
    batch.add(
        "INSERT INTO policy (organisation, rules, as_of) SELECT id, ? -> '$.policy', ? FROM organisation WHERE true
         ON CONFLICT DO UPDATE SET rules = excluded.rules, as_of = excluded.as_of",
        [received.into(), logged.placed.into()],
    );
    Ok(())
}

/// Deletes everything on this device that signs the account in: password hash, kept sign-ins, one-time code. If the
/// password was set here, its new hash is written after this; other devices have none.
pub(super) fn forget_password(batch: &mut Batch, id: &AccountId) {
    forget(batch, id, &["DELETE FROM credential", "DELETE FROM session", "DELETE FROM password_code"]);
}

fn forget(batch: &mut Batch, id: &AccountId, what: &[&str]) {
    for own in what {
        let whose = "WHERE account = (SELECT num FROM account WHERE id = ?)";
        batch.add(&format!("{own} {whose}"), [id.as_bytes().into()]);
    }
}

/// Counts of people by kind, and by kind and group, with the queries that recount them.
pub(super) fn recounted() -> [(&'static str, String); 2] {
    [
        (
            "account_count",
            "SELECT a.role, coalesce(a.department, 0), a.state, count(*) FROM main.account AS a GROUP BY 1, 2, 3"
                .to_owned(),
        ),
        (
            "account_group_count",
            "SELECT g.user_group, a.role, coalesce(a.department, 0), a.state, count(*)
             FROM main.account_group AS g JOIN main.account AS a ON a.num = g.account GROUP BY 1, 2, 3, 4"
                .to_owned(),
        ),
    ]
}

/// Counts a new account; skips the group counts if it has no groups.
pub(super) fn count_new(batch: &mut Batch, id: &AccountId, groups: &[GroupId]) {
    if groups.is_empty() { count_kind(batch, id, 1) } else { count(batch, id, 1) }
}

/// Adds an account to the counts, `times` over.
fn count(batch: &mut Batch, id: &AccountId, times: i64) {
    count_kind(batch, id, times);
    if batch.is_facts_only() {
        return;
    }
    batch.add(
        "INSERT INTO account_group_count SELECT g.user_group, a.role, coalesce(a.department, 0), a.state, ?
         FROM account AS a JOIN account_group AS g ON g.account = a.num WHERE a.id = ?
         ON CONFLICT DO UPDATE SET n = n + excluded.n",
        [times.into(), id.as_bytes().into()],
    );
}

fn count_kind(batch: &mut Batch, id: &AccountId, times: i64) {
    if batch.is_facts_only() {
        return;
    }
    batch.add(
        "INSERT INTO account_count SELECT role, coalesce(department, 0), state, ? FROM account WHERE id = ?
         ON CONFLICT DO UPDATE SET n = n + excluded.n",
        [times.into(), id.as_bytes().into()],
    );
}

/// Subtracts an account from the counts, writes, and adds it again.
fn counted_again(batch: &mut Batch, id: &AccountId, write: impl FnOnce(&mut Batch)) {
    count(batch, id, -1);
    write(batch);
    count(batch, id, 1);
}

pub(super) fn role_assigned(batch: &mut Batch, logged: &LoggedEvent, id: &AccountId, role: &RoleId) {
    counted_again(batch, id, |batch| {
        // A role that does not exist becomes the number 0, which no row has, so the foreign key fails.
        batch.must(
            "UPDATE account SET role = coalesce((SELECT num FROM role WHERE id = ?), 0), as_of = ? WHERE id = ?",
            [role.as_bytes().into(), logged.placed.into(), id.as_bytes().into()],
        );
    });
    // The issuer of the person's one-time code may no longer have the right to issue it.
    forget(batch, id, &["DELETE FROM password_code"]);
}

pub(super) fn moved(batch: &mut Batch, logged: &LoggedEvent, id: &AccountId, department: Option<&DepartmentId>) {
    let department = || Bind::from(department.map(|id| id.as_bytes()));
    counted_again(batch, id, |batch| {
        batch.must(
            "UPDATE account SET department =
                 iif(? IS NULL, NULL, coalesce((SELECT num FROM department WHERE id = ?), 0)), as_of = ? WHERE id = ?",
            [department(), department(), logged.placed.into(), id.as_bytes().into()],
        );
    });
    forget(batch, id, &["DELETE FROM password_code"]);
}

/// Ends their sessions and deletes their one-time code.
pub(super) fn suspended(batch: &mut Batch, logged: &LoggedEvent, id: &AccountId) {
    counted_again(batch, id, |batch| {
        batch.must(
            "UPDATE account SET state = 1, as_of = ? WHERE id = ? AND state <> 2",
            [logged.placed.into(), id.as_bytes().into()],
        );
    });
    forget(batch, id, &["DELETE FROM session", "DELETE FROM password_code"]);
}

pub(super) fn reactivated(batch: &mut Batch, logged: &LoggedEvent, id: &AccountId) {
    counted_again(batch, id, |batch| {
        batch.must(
            "UPDATE account SET state = 0, as_of = ? WHERE id = ? AND state <> 2",
            [logged.placed.into(), id.as_bytes().into()],
        );
    });
}

/// Sets name and address, unless the account was erased.
pub(super) fn profile(batch: &mut Batch, logged: &LoggedEvent, id: &AccountId) {
    let (Some(name), Some(email)) = (&logged.personal.name, &logged.personal.email) else { return };
    let key = email.key();
    // An event that arrives from another device after the erasure changes nothing.
    batch.add(
        "UPDATE account SET name = ?, name_key = ?, email = ?,
             email_key = iif(EXISTS (SELECT 1 FROM account WHERE email_key = ? AND id <> ?), ?, ?), as_of = ?
         WHERE id = ? AND state <> 2",
        [
            name.as_str().into(),
            letters::key(name.as_str()).into(),
            email.as_str().into(),
            key.as_str().into(),
            id.as_bytes().into(),
            own_key(&key, id.as_bytes()).into(),
            key.as_str().into(),
            logged.placed.into(),
            id.as_bytes().into(),
        ],
    );
    if !batch.is_facts_only() {
        batch.add(
            &format!(
                "UPDATE account_search SET words = (SELECT {WORDS} FROM account AS a WHERE a.id = ?)
                 WHERE rowid = (SELECT num FROM account WHERE id = ? AND state <> 2)"
            ),
            [id.as_bytes().into(), id.as_bytes().into()],
        );
    }
}

pub(super) fn signed_in(batch: &mut Batch, logged: &LoggedEvent, id: &AccountId) {
    let at = logged.at.timestamp_millis();
    batch.add(
        "UPDATE account SET last_sign_in_at = max(coalesce(last_sign_in_at, ?), ?), as_of = ? WHERE id = ?",
        [at.into(), at.into(), logged.placed.into(), id.as_bytes().into()],
    );
}

/// Sessions of other devices are not in this table; then nothing is deleted.
pub(super) fn session_ended(batch: &mut Batch, id: &AccountId, session: &SessionId) {
    batch.add(
        "DELETE FROM session WHERE id = ? AND account = (SELECT num FROM account WHERE id = ?)",
        [session.as_bytes().into(), id.as_bytes().into()],
    );
}

/// The searched text of a person, in lower case.
pub(crate) const WORDS: &str =
    "a.name_key || char(10) || coalesce(a.username, '') || char(10) || coalesce(a.email_key, '')";

/// People missing in the search index: those with the highest numbers.
pub(crate) const BEHIND: &str = "a.num > (SELECT coalesce(max(id), 0) FROM account_search_docsize)";

/// Adds at most `most` missing people to the search index.
pub(crate) fn index(batch: &mut Batch, most: i64) {
    let sql = format!(
        "INSERT INTO account_search (rowid, words) SELECT a.num, {WORDS} FROM account AS a WHERE {BEHIND}
         ORDER BY a.num LIMIT ?"
    );
    batch.add(&sql, [most.into()]);
}

/// Removes erased text from the pages of the search index. Takes time in proportion to the index.
pub(crate) fn purge_search(batch: &mut Batch) {
    batch.add("INSERT INTO account_search (account_search) VALUES ('optimize')", []);
}

/// Deletes the personal data in all events of one history. Their digests stay.
pub(super) fn forget_events(batch: &mut Batch, subject: &[u8; 16]) {
    batch.add(
        "UPDATE event SET salt = NULL, personal = NULL WHERE pos IN (SELECT event FROM event_subject WHERE subject = ?)",
        [subject.into()],
    );
}

/// Erases an account's personal data from tables and log. The chain stays intact: it holds digests only.
pub(super) fn erase(batch: &mut Batch, logged: &LoggedEvent, id: &AccountId) {
    forget_events(batch, id.as_bytes());
    forget_password(batch, id);
    crate::mail::forget_person(batch, id);
    batch.add("DELETE FROM preference WHERE account = (SELECT num FROM account WHERE id = ?)", [id.as_bytes().into()]);
    counted_again(batch, id, |batch| {
        batch.must(
            "UPDATE account SET name = '', name_key = '', email = NULL, email_key = NULL, username = NULL, state = 2,
                 as_of = ? WHERE id = ?",
            [logged.placed.into(), id.as_bytes().into()],
        );
    });
    if !batch.is_facts_only() {
        // Index an empty text: the index must have a row for everybody up to its last one.
        batch.add(
            "UPDATE account_search SET words = '' WHERE rowid = (SELECT num FROM account WHERE id = ?)",
            [id.as_bytes().into()],
        );
    }
}
