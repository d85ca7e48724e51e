//! An erasure removes a person's data everywhere in the file, and the log stays intact.
#![allow(clippy::unwrap_used, missing_docs, reason = "a test that cannot go on fails")]

mod support;

use sqlx::Row;
use support::{File, day};
use vestibule_domain::*;

/// Every table and column of the file that contains a text, in any case. Blobs are searched byte by byte.
async fn places(file: &File, text: &str) -> Vec<String> {
    let pool = file.store.pool();
    let tables: Vec<String> = sqlx::query_scalar("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        .fetch_all(&pool)
        .await
        .unwrap();
    assert!(tables.iter().any(|table| table == "invitation_search_data"), "the index of the search is among them");
    let mut found = Vec::new();
    // The virtual table can't be searched like this; the tables behind it are in the list.
    for table in tables.iter().filter(|table| *table != "invitation_search") {
        let columns = sqlx::query("SELECT name FROM pragma_table_info(?)").bind(table).fetch_all(&pool).await.unwrap();
        for column in columns.iter().map(|row| row.get::<String, _>(0)) {
            let sql = format!(
                "SELECT count(*) FROM {table} WHERE instr(lower(hex({column})), lower(hex(?))) > 0
                               OR instr(lower({column}), lower(?)) > 0"
            );
            let rows: i64 = sqlx::query_scalar(&sql).bind(text).bind(text).fetch_one(&pool).await.unwrap();
            if rows > 0 {
                found.push(format!("{table}.{column}"));
            }
        }
    }
    found
}

/// Noor, who joined through an invitation bound to her address, with notes about her; and other people.
async fn with_noor() -> (File, AccountId, InvitationId) {
    let file = File::new().await;
    let personal = |label: &str| Personal {
        email: Email::parse("noor@post.example").ok(),
        label: Label::parse(label).ok(),
        ..Personal::default()
    };
    let staff = Role::built_in()[2].id;
    let (id, _, fact) = file.invitation(day(1), staff, 1, None, personal("For Noor"));
    let group = GroupId::new(day(0), [7; 10]);
    let mut fact = fact;
    if let Event::InvitationCreated { groups, .. } = &mut fact.event {
        groups.push(group);
    }
    let choir = Event::GroupCreated { group, name: GroupName::parse("Choir").unwrap() };
    let noted = Fact {
        event: Event::InvitationDescribed { invitation: id },
        personal: Personal { note: Note::parse("Noor starts in May").ok(), ..personal("For Noor, again") },
    };
    file.happen(day(1), Actor::Account(file.amara), &[choir.into(), fact, noted]).await.unwrap();
    let account = file.join(day(2), id, "noor").await.unwrap();
    let moved = Fact {
        event: Event::ProfileChanged { account },
        personal: Personal {
            name: PersonName::parse("Noor Haddad").ok(),
            email: Email::parse("noor@elsewhere.example").ok(),
            ..Personal::default()
        },
    };
    file.happen(day(2), Actor::Account(account), &[moved]).await.unwrap();
    file.invite(day(3), 3, None).await;
    // Rows enter the search index by the hundred; add the last ones now.
    let mut tx = file.store.begin_write().await.unwrap();
    assert!(!tx.index_search().await.unwrap());
    tx.commit().await.unwrap();
    (file, account, id)
}

async fn erase(file: &File, account: AccountId, invitation: Option<InvitationId>) {
    let erased = Event::PersonErased { account, invitations: invitation.into_iter().collect() };
    file.happen(day(6), Actor::Account(file.amara), &[erased.into()]).await.unwrap();
    let mut tx = file.store.begin_write().await.unwrap();
    tx.purge_search().await.unwrap();
    tx.commit().await.unwrap();
    file.store.empty_write_ahead_log().await.unwrap();
}

#[tokio::test]
async fn an_erased_person_stands_nowhere_in_the_file_and_the_log_is_whole() {
    let (file, noor, invitation) = with_noor().await;
    let before = places(&file, "noor").await;
    for place in ["account.email", "event.personal", "invitation.email_key", "invitation.note"] {
        assert!(before.iter().any(|found| found == place), "{place} of {before:?}");
    }
    assert!(
        !places(&file, "oor").await.iter().filter(|found| found.contains("_search")).collect::<Vec<_>>().is_empty()
    );
    erase(&file, noor, Some(invitation)).await;
    assert_eq!((places(&file, "noor").await, places(&file, "starts in may").await), (vec![], vec![]));
    let in_the_index: Vec<String> =
        places(&file, "oor").await.into_iter().filter(|found| found.contains("_search")).collect();
    assert_eq!(in_the_index, [""; 0], "no three letters of hers are searched");
    let verified = file.store.verify().await.unwrap();
    assert_eq!((verified.broken, verified.tables, verified.counts), (None, vec![], vec![]));
    let mut tx = file.store.begin_read().await.unwrap();
    let row = tx.account(noor).await.unwrap().unwrap();
    assert_eq!((row.name.as_str(), row.email.as_str(), row.standing.state), ("", "", AccountState::Erased));
    let kept = tx.invitation(invitation).await.unwrap().unwrap();
    assert_eq!((kept.invitation.uses, kept.groups), (1, vec!["Choir".to_owned()]), "what is not personal stays");
}

#[tokio::test]
async fn an_invitation_that_many_came_through_keeps_its_words() {
    let file = File::new().await;
    let personal = Personal { label: Label::parse("Spring fair").ok(), ..Personal::default() };
    let (poster, _, fact) = file.invitation(day(1), Role::built_in()[2].id, 30, None, personal);
    file.happen(day(1), Actor::Account(file.amara), &[fact]).await.unwrap();
    let noor = file.join(day(2), poster, "noor").await.unwrap();
    erase(&file, noor, None).await;
    assert_eq!(places(&file, "noor").await, [""; 0]);
    let row = file.store.begin_read().await.unwrap().invitation(poster).await.unwrap().unwrap();
    assert_eq!(row.invitation.label, Label::parse("Spring fair").ok());
    assert_eq!(file.store.verify().await.unwrap().broken, None);
}

#[tokio::test]
async fn who_is_erased_at_one_device_is_erased_at_another() {
    let (file, noor, invitation) = with_noor().await;
    let second = File::beside(&file).await;
    assert!(!places(&second, "noor").await.is_empty());
    erase(&file, noor, Some(invitation)).await;
    second.hear(&file, u32::MAX).await.unwrap();
    let mut tx = second.store.begin_write().await.unwrap();
    tx.purge_search().await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(places(&second, "noor").await, [""; 0]);
    let (_folder, third) = file.copied().await;
    for store in [&second.store, &third] {
        let verified = store.verify().await.unwrap();
        assert_eq!((verified.broken, verified.tables, verified.counts), (None, vec![], vec![]));
    }
}

#[tokio::test]
async fn a_personal_part_that_nobody_erased_is_missed() {
    let (file, noor, invitation) = with_noor().await;
    erase(&file, noor, None).await;
    let created = "UPDATE event SET salt = NULL, personal = NULL WHERE payload LIKE '%invitation_created%' AND personal IS NOT NULL";
    sqlx::query(created).execute(&file.store.pool()).await.unwrap();
    let broken = file.store.verify().await.unwrap().broken.expect("the person's erasure is not the invitation's");
    assert!(broken.problem.contains("personal part"), "{} of {invitation}", broken.problem);
}

#[tokio::test]
async fn all_invitations_that_were_for_somebody_are_found() {
    let (file, noor, through) = with_noor().await;
    let bound = |address: &str| Personal { email: Email::parse(address).ok(), ..Personal::default() };
    let staff = Role::built_in()[2].id;
    let mut ids = Vec::new();
    // One bound to her account's address, and one to another's, which hers replaced.
    for address in ["noor@fernhill.example", "liam@post.example"] {
        let (id, _, fact) = file.invitation(day(3), staff, 1, None, bound(address));
        file.happen(day(3), Actor::Account(file.amara), &[fact]).await.unwrap();
        ids.push(id);
    }
    let before = file.invite(day(1), 1, None).await.0;
    sqlx::query("UPDATE invitation SET replaces = ? WHERE id = ?")
        .bind(before.as_bytes().to_vec())
        .bind(through.as_bytes().to_vec())
        .execute(&file.store.pool())
        .await
        .unwrap();
    let found = file.store.begin_read().await.unwrap().invitations_about(noor).await.unwrap();
    let mut found: Vec<InvitationId> = found.into_iter().map(|row| row.invitation.id).collect();
    let mut expected = vec![through, ids[0], before];
    found.sort();
    expected.sort();
    assert_eq!(found, expected);
}
