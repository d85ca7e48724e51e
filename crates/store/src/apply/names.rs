//! Rewrites names stored by older programs to the form in which events are read now: composed, white space collapsed,
//! with comparison keys. Runs once, on opening, so that a replay gives equal tables. Keeps out the form itself, which
//! the domain's types define.

use super::invitation::WORDS;
use crate::transaction::ReadTx;
use crate::{Store, StoreError, WriteTx};
use sqlx::Row;
use std::collections::HashSet;
use vestibule_domain::{
    DepartmentName, Email, EmailDomain, GroupName, Label, OrganisationName, PersonName, Reason, letters,
};

/// Version of the form. Increase it when the domain stores or compares names differently.
const FORM: &str = "3";
/// Invitations read at a time.
const AT_ONCE: i64 = 2_000;

/// The key of a name that equals an existing one. Such names came from an older program or another device: both stay,
/// and the later one is found by its id.
pub(crate) fn own_key(key: &str, id: &[u8]) -> String {
    let id: String = id.iter().map(|byte| format!("{byte:02x}")).collect();
    // Names contain no control characters, so no name has this key.
    format!("{key}\u{1}{id}")
}

/// Rewrites the names of a file, unless it is up to date.
pub(crate) async fn bring_up_to_date(store: &Store) -> Result<(), StoreError> {
    if is_current(&mut store.begin_read().await?).await? {
        return Ok(());
    }
    let mut tx = store.begin_write().await?;
    if is_current(&mut tx).await? {
        return Ok(());
    }
    departments(&mut tx).await?;
    groups(&mut tx).await?;
    people(&mut tx).await?;
    // SQLite's lower() suffices for ASCII labels: update them without reading the rows.
    sqlx::query(
        "UPDATE invitation SET label_key = lower(label)
         WHERE label IS NOT NULL AND label_key IS NOT lower(label) AND NOT (label GLOB '*[^ -~]*' OR label GLOB '*  *')",
    )
    .execute(tx.connection())
    .await?;
    let mut after = 0;
    while let Some(last) = invitations(&mut tx, after).await? {
        after = last;
    }
    sqlx::query("INSERT INTO meta VALUES ('names', ?) ON CONFLICT DO UPDATE SET value = excluded.value")
        .bind(FORM)
        .execute(tx.connection())
        .await?;
    tx.commit().await
}

async fn is_current(tx: &mut ReadTx) -> Result<bool, StoreError> {
    let form: Option<String> =
        sqlx::query_scalar("SELECT value FROM meta WHERE name = 'names'").fetch_optional(tx.connection()).await?;
    Ok(form.as_deref() == Some(FORM))
}

/// Departments, in order of creation: of siblings with equal names, the first gets the key.
async fn departments(tx: &mut WriteTx) -> Result<(), StoreError> {
    let sql = "SELECT num, id, parent, name, name_key FROM department ORDER BY num";
    let rows = sqlx::query(sql).fetch_all(tx.connection()).await?;
    let mut taken = HashSet::new();
    let mut changed = Vec::new();
    for row in &rows {
        let (num, id, parent): (i64, &[u8], Option<i64>) = (row.get(0), row.get(1), row.get(2));
        let (name, before): (&str, &str) = (row.get(3), row.get(4));
        let (read, key) = DepartmentName::parse(name)
            .map_or_else(|_| (name.to_owned(), before.to_owned()), |name| (name.as_str().to_owned(), name.part()));
        let key = if taken.insert((parent, key.clone())) { key } else { own_key(&key, id) };
        if (read.as_str(), key.as_str()) != (name, before) {
            changed.push((num, read, key));
        }
    }
    if changed.is_empty() {
        return Ok(());
    }
    sqlx::query("UPDATE department SET path_key = char(3) || num").execute(tx.connection()).await?;
    for (num, name, key) in changed {
        let update = sqlx::query("UPDATE department SET name = ?, name_key = ? WHERE num = ?").bind(name).bind(key);
        update.bind(num).execute(tx.connection()).await?;
    }
    sqlx::query(super::department::REBUILT).execute(tx.connection()).await?;
    Ok(())
}

/// Groups, in order of creation: of equal names, the first gets the key.
async fn groups(tx: &mut WriteTx) -> Result<(), StoreError> {
    let sql = "SELECT num, id, name, name_key FROM user_group ORDER BY num";
    let rows = sqlx::query(sql).fetch_all(tx.connection()).await?;
    let mut taken = HashSet::new();
    let mut changed = Vec::new();
    for row in &rows {
        let (num, id, name, before): (i64, &[u8], &str, &str) = (row.get(0), row.get(1), row.get(2), row.get(3));
        let (read, key) = GroupName::parse(name)
            .map_or_else(|_| (name.to_owned(), before.to_owned()), |name| (name.as_str().to_owned(), name.key()));
        let key = if taken.insert(key.clone()) { key } else { own_key(&key, id) };
        if (read.as_str(), key.as_str()) != (name, before) {
            // Set a temporary key first: the final one may still belong to a row further on.
            let aside = sqlx::query("UPDATE user_group SET name_key = ? WHERE num = ?").bind(own_key("", id));
            aside.bind(num).execute(tx.connection()).await?;
            changed.push((num, read, key));
        }
    }
    for (num, name, key) in changed {
        let update = sqlx::query("UPDATE user_group SET name = ?, name_key = ? WHERE num = ?").bind(name).bind(key);
        update.bind(num).execute(tx.connection()).await?;
    }
    Ok(())
}

/// The organisation's name, and people's names and addresses.
async fn people(tx: &mut WriteTx) -> Result<(), StoreError> {
    for row in sqlx::query("SELECT id, name FROM organisation").fetch_all(tx.connection()).await? {
        let (id, name): (&[u8], &str) = (row.get(0), row.get(1));
        if let Ok(read) = OrganisationName::parse(name)
            && read.as_str() != name
        {
            let renamed = sqlx::query("UPDATE organisation SET name = ? WHERE id = ?").bind(read.as_str());
            renamed.bind(id).execute(tx.connection()).await?;
        }
    }
    let rows = sqlx::query("SELECT num, id, name, email, email_key, name_key FROM account ORDER BY num")
        .fetch_all(tx.connection())
        .await?;
    let mut taken = HashSet::new();
    let mut changed = Vec::new();
    for row in &rows {
        let (num, id, name): (i64, &[u8], &str) = (row.get(0), row.get(1), row.get(2));
        let (email, before): (Option<String>, Option<String>) = (row.get(3), row.get(4));
        let read = PersonName::parse(name).map_or_else(|_| name.to_owned(), String::from);
        let address = email.as_deref().and_then(|text| Email::parse(text).ok());
        let key = address.as_ref().map(Email::key).or_else(|| before.clone());
        let key = key.map(|key| if taken.insert(key.clone()) { key } else { own_key(&key, id) });
        let address = address.map(String::from).or_else(|| email.clone());
        let name_key = letters::key(&read);
        if (read.as_str(), &address, &key, name_key.as_str()) != (name, &email, &before, row.get(5)) {
            sqlx::query("UPDATE account SET email_key = ? WHERE num = ?")
                .bind(before.map(|_| own_key("", id)))
                .bind(num)
                .execute(tx.connection())
                .await?;
            changed.push((num, read, name_key, address, key));
        }
    }
    for (num, name, name_key, email, key) in changed {
        let update = sqlx::query("UPDATE account SET name = ?, name_key = ?, email = ?, email_key = ? WHERE num = ?");
        update.bind(name).bind(name_key).bind(email).bind(key).bind(num).execute(tx.connection()).await?;
    }
    Ok(())
}

/// The next invitations after that position whose names may need rewriting. Returns the last position; none: finished.
async fn invitations(tx: &mut WriteTx, after: i64) -> Result<Option<i64>, StoreError> {
    let odd = |column: &str| format!("{column} GLOB '*[^ -~]*' OR {column} GLOB '*  *'");
    let sql = format!(
        "SELECT pos, email, email_key, domain, label, reason, label_key FROM invitation
         WHERE pos > ? AND ({} OR {} OR {} OR {} OR email GLOB '[''`]*') ORDER BY pos LIMIT ?",
        odd("email"),
        odd("domain"),
        odd("label"),
        odd("reason")
    );
    let rows = sqlx::query(&sql).bind(after).bind(AT_ONCE).fetch_all(tx.connection()).await?;
    let text = |row: &sqlx::sqlite::SqliteRow, column: usize| row.get::<Option<String>, _>(column);
    for row in &rows {
        let pos: i64 = row.get(0);
        let before = [1, 2, 3, 4, 5, 6].map(|column| text(row, column));
        let mut now = before.clone();
        if let Some(email) = before[0].as_deref().and_then(|text| Email::parse(text).ok()) {
            now[1] = Some(email.key());
            now[0] = Some(email.into());
        }
        let read = [
            before[2].as_deref().and_then(|text| EmailDomain::parse(text).ok()).map(String::from),
            before[3].as_deref().and_then(|text| Label::parse(text).ok()).map(String::from),
            before[4].as_deref().and_then(|text| Reason::parse(text).ok()).map(String::from),
        ];
        for (now, read) in now[2..5].iter_mut().zip(read) {
            *now = read.or_else(|| now.take());
        }
        now[5] = now[3].as_deref().map(letters::key);
        if now != before {
            let is_only_keyed = now[..5] == before[..5];
            let [email, key, domain, label, reason, label_key] = now;
            sqlx::query(
                "UPDATE invitation SET email = ?, email_key = ?, domain = ?, label = ?, reason = ?, label_key = ?
                 WHERE pos = ?",
            )
            .bind(email)
            .bind(key)
            .bind(domain)
            .bind(label)
            .bind(reason)
            .bind(label_key)
            .bind(pos)
            .execute(tx.connection())
            .await?;
            if is_only_keyed {
                // The searched text did not change.
                continue;
            }
            let index = format!(
                "UPDATE invitation_search SET code = (SELECT code FROM invitation WHERE pos = ?1),
                     words = (SELECT {WORDS} FROM invitation WHERE pos = ?1) WHERE rowid = ?1"
            );
            sqlx::query(&index).bind(pos).execute(tx.connection()).await?;
        }
    }
    Ok(rows.last().map(|row| row.get(0)))
}
