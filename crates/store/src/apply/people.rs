//! Applies events about the organisation, its roles, departments and people.

use crate::StoreError;
use crate::log::Logged;
use sqlx::SqliteConnection;
use vestibule_domain::{
    AccountId, DepartmentId, DepartmentName, InvitationId, JoinAddress, Moment, OrganisationId, OrganisationName, Role,
    RoleId,
};

pub(super) async fn organisation(
    connection: &mut SqliteConnection,
    id: &OrganisationId,
    name: &OrganisationName,
    join_address: Option<&JoinAddress>,
    at: Moment,
) -> Result<(), StoreError> {
    sqlx::query("INSERT INTO organisation VALUES (?, ?, ?, ?)")
        .bind(id.as_bytes().to_vec())
        .bind(name.as_str())
        .bind(join_address.map(JoinAddress::as_str))
        .bind(at.timestamp_millis())
        .execute(connection)
        .await?;
    Ok(())
}

pub(super) async fn role(connection: &mut SqliteConnection, role: &Role) -> Result<(), StoreError> {
    let json = |what: Result<String, serde_json::Error>| what.map_err(|_| StoreError::Unreadable { what: "role" });
    sqlx::query("INSERT INTO role (id, name, rank, scope, permissions) VALUES (?, ?, ?, ?, ?)")
        .bind(role.id.as_bytes().to_vec())
        .bind(&role.name)
        .bind(i64::from(role.rank.get()))
        .bind(json(serde_json::to_string(&role.scope))?)
        .bind(json(serde_json::to_string(&role.permissions))?)
        .execute(connection)
        .await?;
    Ok(())
}

pub(super) async fn department(
    connection: &mut SqliteConnection,
    id: &DepartmentId,
    name: &DepartmentName,
) -> Result<(), StoreError> {
    sqlx::query("INSERT INTO department (id, name, name_key) VALUES (?, ?, ?)")
        .bind(id.as_bytes().to_vec())
        .bind(name.as_str())
        .bind(name.key())
        .execute(connection)
        .await?;
    Ok(())
}

pub(super) async fn account(
    connection: &mut SqliteConnection,
    logged: &Logged,
    id: &AccountId,
    role: &RoleId,
    department: Option<&DepartmentId>,
    joined_through: Option<&InvitationId>,
) -> Result<(), StoreError> {
    let personal = &logged.personal;
    sqlx::query(
        "INSERT INTO account (id, name, email, email_key, username, role, department, joined_through, created_at)
         VALUES (?, ?, ?, ?, ?, (SELECT num FROM role WHERE id = ?), (SELECT num FROM department WHERE id = ?), ?, ?)",
    )
    .bind(id.as_bytes().to_vec())
    // An erased person has no name any more.
    .bind(personal.name.as_ref().map_or("", |name| name.as_str()))
    .bind(personal.email.as_ref().map(|email| email.as_str()))
    .bind(personal.email.as_ref().map(|email| email.key()))
    .bind(personal.username.as_ref().map(|name| name.as_str()))
    .bind(role.as_bytes().to_vec())
    .bind(department.map(|id| id.as_bytes().to_vec()))
    .bind(joined_through.map(|id| id.as_bytes().to_vec()))
    .bind(logged.at.timestamp_millis())
    .execute(connection)
    .await?;
    Ok(())
}

/// Takes what is personal about an account out of the tables and out of the log. The chain stays whole: it holds digests only.
pub(super) async fn erase(connection: &mut SqliteConnection, id: &AccountId) -> Result<(), StoreError> {
    let id = id.as_bytes().to_vec();
    let mine = "SELECT event FROM event_subject WHERE subject = ?";
    sqlx::query(&format!("UPDATE event SET salt = NULL, personal = NULL WHERE pos IN ({mine})"))
        .bind(&id)
        .execute(&mut *connection)
        .await?;
    let erased = "UPDATE account SET name = '', email = NULL, email_key = NULL, username = NULL, suspended = 1 WHERE id = ? RETURNING num";
    let num: i64 = sqlx::query_scalar(erased)
        .bind(&id)
        .fetch_optional(&mut *connection)
        .await?
        .ok_or(StoreError::EventDoesNotFit("no such account"))?;
    for own in ["DELETE FROM credential WHERE account = ?", "DELETE FROM kept_sign_in WHERE account = ?"] {
        sqlx::query(own).bind(num).execute(&mut *connection).await?;
    }
    Ok(())
}
