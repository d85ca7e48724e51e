//! Applies events about the organisation, its roles, departments and people.

use super::names::own_key;
use crate::StoreError;
use crate::log::Logged;
use crate::script::Script;
use crate::sql::Bind;
use vestibule_domain::{
    AccountId, DepartmentId, Email, GroupId, GroupName, InvitationId, JoinAddress, Moment, OrganisationId,
    OrganisationName, Policy, Role, RoleId,
};

pub(super) fn organisation(
    script: &mut Script,
    id: &OrganisationId,
    name: &OrganisationName,
    join_address: Option<&JoinAddress>,
    at: Moment,
) {
    // A log is one organisation's.
    script.must(
        "INSERT INTO organisation (id, name, join_address, created_at)
         SELECT ?, ?, ?, ? WHERE NOT EXISTS (SELECT 1 FROM organisation)",
        [
            id.as_bytes().into(),
            name.as_str().into(),
            join_address.map(JoinAddress::as_str).into(),
            at.timestamp_millis().into(),
        ],
    );
}

pub(super) fn role_added(script: &mut Script, role: &Role) -> Result<(), StoreError> {
    let [name, rank, scope, permissions] = of_role(role)?;
    script.add(
        "INSERT INTO role (id, name, rank, scope, permissions) VALUES (?, ?, ?, ?, ?)",
        [role.id.as_bytes().into(), name, rank, scope, permissions],
    );
    Ok(())
}

/// Changes the role of that id; there must be one.
pub(super) fn role_changed(script: &mut Script, role: &Role) -> Result<(), StoreError> {
    let [name, rank, scope, permissions] = of_role(role)?;
    script.must(
        "UPDATE role SET name = ?, rank = ?, scope = ?, permissions = ? WHERE id = ?",
        [name, rank, scope, permissions, role.id.as_bytes().into()],
    );
    Ok(())
}

/// Name, rank, scope and permissions, as their columns hold them.
fn of_role(role: &Role) -> Result<[Bind; 4], StoreError> {
    let json = |what: Result<String, serde_json::Error>| what.map_err(|_| StoreError::Unreadable { what: "role" });
    Ok([
        role.name.as_str().into(),
        i64::from(role.rank.get()).into(),
        json(serde_json::to_string(&role.scope))?.into(),
        json(serde_json::to_string(&role.permissions))?.into(),
    ])
}

/// The values of a row with a name: the key that is compared, or one of its own where that is taken.
fn named(id: &[u8; 16], name: &str, key: String) -> [Bind; 5] {
    [id.into(), name.into(), key.as_str().into(), own_key(&key, id).into(), key.into()]
}

pub(super) fn account(
    script: &mut Script,
    logged: &Logged,
    id: &AccountId,
    role: &RoleId,
    department: Option<&DepartmentId>,
    joined_through: Option<&InvitationId>,
) {
    let personal = &logged.personal;
    let key = personal.email.as_ref().map(Email::key);
    script.add(
        "INSERT INTO account (id, name, email, email_key, username, role, department, joined_through, created_at)
         VALUES (?, ?, ?, iif(EXISTS (SELECT 1 FROM account WHERE email_key = ?), ?, ?), ?, (SELECT num FROM role WHERE id = ?),
             iif(? IS NULL, NULL, coalesce((SELECT num FROM department WHERE id = ?), 0)), ?, ?)",
        [
            id.as_bytes().into(),
            // An erased person has no name any more.
            personal.name.as_ref().map_or("", |name| name.as_str()).into(),
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
        ],
    );
}

pub(super) fn group(script: &mut Script, id: &GroupId, name: &GroupName) {
    script.add(
        "INSERT INTO user_group (id, name, name_key)
         SELECT ?, ?, iif(EXISTS (SELECT 1 FROM user_group WHERE name_key = ?), ?, ?)",
        named(id.as_bytes(), name.as_str(), name.key()),
    );
}

pub(super) fn put_into(script: &mut Script, account: &AccountId, groups: &[GroupId]) {
    for group in groups {
        script.add(
            // A group that is not there gets the number 0, which no row has: the constraint refuses it.
            "INSERT INTO account_group
             SELECT a.num, coalesce((SELECT num FROM user_group WHERE id = ?), 0) FROM account AS a WHERE a.id = ?",
            [group.as_bytes().into(), account.as_bytes().into()],
        );
    }
}

pub(super) fn policy(script: &mut Script, policy: &Policy) -> Result<(), StoreError> {
    let rules = serde_json::to_string(policy).map_err(|_| StoreError::Unreadable { what: "policy" })?;
    script.add(
        "INSERT INTO policy (organisation, rules) SELECT id, ? FROM organisation WHERE true
         ON CONFLICT DO UPDATE SET rules = excluded.rules",
        [rules.into()],
    );
    Ok(())
}

/// What this device holds by which the account could come in: its password's hash, kept sign-ins, a code. Where a
/// password was set here, its new hash is written behind this; elsewhere there is none any more.
pub(super) fn forget_password(script: &mut Script, id: &AccountId) {
    for own in ["DELETE FROM credential", "DELETE FROM kept_sign_in", "DELETE FROM password_code"] {
        let whose = "WHERE account = (SELECT num FROM account WHERE id = ?)";
        script.add(&format!("{own} {whose}"), [id.as_bytes().into()]);
    }
}

/// Takes what is personal out of the events of one history. Their digests stay.
pub(super) fn forget_events(script: &mut Script, subject: &[u8; 16]) {
    script.add(
        "UPDATE event SET salt = NULL, personal = NULL WHERE pos IN (SELECT event FROM event_subject WHERE subject = ?)",
        [subject.into()],
    );
}

/// Takes what is personal about an account out of the tables and out of the log. The chain stays whole: it holds
/// digests only.
pub(super) fn erase(script: &mut Script, id: &AccountId) {
    forget_events(script, id.as_bytes());
    forget_password(script, id);
    script.add("DELETE FROM preference WHERE account = (SELECT num FROM account WHERE id = ?)", [id.as_bytes().into()]);
    script.must(
        "UPDATE account SET name = '', email = NULL, email_key = NULL, username = NULL, suspended = 1 WHERE id = ?",
        [id.as_bytes().into()],
    );
}
