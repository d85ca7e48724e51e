//! The log: chained, replayable, checked for tampering, and with erasable personal data.
#![allow(clippy::unwrap_used, missing_docs, reason = "a test that cannot go on fails")]

mod support;

use chrono::TimeDelta;
use sqlx::Row;
use support::{File, day, device_added};
use vestibule_domain::*;
use vestibule_store::{AuditRow, FileKey, ListFilter, ListQuery, ListSort, ReadEvent, Store, StoreError};

async fn busy() -> File {
    let file = File::new().await;
    let (one, _) = file.invite(day(1), 2, Some(day(9))).await;
    let (two, _) = file.invite(day(1), 1, None).await;
    file.join(day(2), one, "noor").await.unwrap();
    file.join(day(3), one, "liam").await.unwrap();
    file.revoke(day(4), two).await;
    file
}

async fn broken_at(file: &File, sql: &str) -> Option<u64> {
    sqlx::query(sql).execute(&file.store.pool()).await.unwrap();
    file.store.begin_read().await.unwrap().verify().await.unwrap().broken.map(|at| at.seq)
}

#[tokio::test]
async fn an_untouched_trail_is_complete() {
    let verified = busy().await.store.begin_read().await.unwrap().verify().await.unwrap();
    assert_eq!((verified.events, verified.broken), (13, None));
}

#[tokio::test]
async fn whatever_is_touched_is_found_where_it_is() {
    for (sql, seq) in [
        ("UPDATE event SET at = at + 1 WHERE seq = 7", 7),
        ("UPDATE event SET payload = replace(payload, '\"usage_limit\":2', '\"usage_limit\":9') WHERE seq = 7", 7),
        ("UPDATE event SET actor = NULL, kind = 1 WHERE seq = 8", 8),
        ("UPDATE event SET digest = x'00' WHERE seq = 9", 9),
        ("UPDATE event SET personal = replace(personal, 'noor', 'zoor') WHERE pos = 9", 9),
        ("UPDATE event SET salt = NULL, personal = NULL WHERE pos = 9", 9),
        ("UPDATE device SET head_seq = 99", 14),
        ("UPDATE event SET hash = zeroblob(32) WHERE seq = 10", 10),
        // Changing an event's decision, base or device is detected.
        ("UPDATE event SET decision = seq WHERE seq = 10", 10),
        ("UPDATE event SET decision = 1 WHERE seq = 8", 8),
        ("UPDATE event SET base = 1 WHERE seq = 8", 8),
        ("UPDATE event SET via = randomblob(16) WHERE seq = 8", 8),
        ("UPDATE event SET version = 1, decision = NULL WHERE seq = 8", 8),
    ] {
        let file = busy().await;
        assert_eq!(broken_at(&file, sql).await, Some(seq), "{sql}");
        // `Store::verify` finds the same break.
        let found = file.store.verify().await.unwrap();
        assert_eq!((found.broken.map(|at| at.seq), found.events), (Some(seq), seq - 1), "{sql}");
    }
    let hidden = "INSERT INTO event (pos, id, device, seq, at, kind, version, payload, hash)
                  SELECT -1, randomblob(16), device, 14, at, kind, version, payload, hash FROM event WHERE pos = 13";
    assert_eq!(broken_at(&busy().await, hidden).await, Some(1), "it would be the first");
    assert_eq!(broken_at(&busy().await, "UPDATE device SET id = x'00'").await, Some(1));
}

#[tokio::test]
async fn a_missing_event_is_found_in_the_middle_and_at_the_end() {
    for (seq, found) in [(7, 7), (13, 13)] {
        let file = busy().await;
        let pool = file.store.pool();
        for table in ["DELETE FROM event_subject WHERE event = ?", "DELETE FROM event WHERE pos = ?"] {
            sqlx::query(table).bind(seq).execute(&pool).await.unwrap();
        }
        let broken = file.store.begin_read().await.unwrap().verify().await.unwrap().broken.unwrap();
        assert_eq!(broken.seq, found);
    }
}

/// A file that a second device continues, as after a restore; the older device comes after it in the table.
async fn of_two_devices() -> File {
    let file = busy().await;
    let mut connection = file.store.pool().acquire().await.unwrap();
    for sql in [
        "PRAGMA foreign_keys = OFF",
        "UPDATE device SET num = 5",
        "UPDATE event SET device = 5",
        "UPDATE invitation_use SET device = 5",
        "PRAGMA foreign_keys = ON",
    ] {
        sqlx::query(sql).execute(&mut *connection).await.unwrap();
    }
    drop(connection);
    let mut tx = file.store.begin_write().await.unwrap();
    let laptop = DeviceId::new(day(9), file.random());
    tx.begin_device(laptop).await.unwrap();
    tx.commit().await.unwrap();
    file.happen(day(9), Actor::Vestibule, &[device_added(laptop, "Laptop")]).await.unwrap();
    let (invitation, _) = file.invite(day(9), 3, None).await;
    file.join(day(10), invitation, "petra").await.unwrap();
    file
}

#[tokio::test]
async fn the_chains_of_two_devices_are_walked_together() {
    let file = of_two_devices().await;
    let found = file.store.verify().await.unwrap();
    assert_eq!((found.events, found.broken, found.tables, found.counts), (17, None, vec![], vec![]));
    for (sql, seq) in [
        ("UPDATE event SET at = at + 1 WHERE device = 5 AND seq = 7", 7),
        ("UPDATE event SET at = at + 1 WHERE device <> 5 AND seq = 2", 2),
        ("UPDATE device SET head_seq = 5 WHERE num <> 5", 5),
    ] {
        assert_eq!(broken_at(&of_two_devices().await, sql).await, Some(seq), "{sql}");
    }
    // Events that no device wrote belong to no chain.
    let file = of_two_devices().await;
    let stray = "INSERT INTO event (id, device, seq, at, kind, version, payload, hash)
                 SELECT randomblob(16), 9, 1, at, kind, version, payload, hash FROM event WHERE pos = 1";
    let mut connection = file.store.pool().acquire().await.unwrap();
    for sql in ["PRAGMA foreign_keys = OFF", stray, "PRAGMA foreign_keys = ON"] {
        sqlx::query(sql).execute(&mut *connection).await.unwrap();
    }
    drop(connection);
    let broken = file.store.verify().await.unwrap().broken.unwrap();
    assert_eq!((broken.seq, broken.problem.contains("no device")), (1, true));
}

#[tokio::test]
async fn a_use_slipped_into_a_table_is_found() {
    assert_eq!(broken_at(&busy().await, "UPDATE invitation SET uses = 0 WHERE pos = 1").await, Some(0));
}

const TABLES: [&str; 15] = [
    "organisation",
    "role",
    "department",
    "account",
    "invitation",
    "invitation_use",
    "user_group",
    "invitation_group",
    "account_group",
    "policy",
    "organisation_logo",
    "picture",
    "invitation_count WHERE n <> 0",
    "invitation_group_count WHERE n <> 0",
    "invitation_hour_count WHERE n <> 0",
];

/// Every row of every table of facts, as text.
async fn facts(store: &Store) -> Vec<String> {
    let mut all = Vec::new();
    for table in TABLES {
        let columns: Vec<String> = sqlx::query_scalar("SELECT name FROM pragma_table_info(?)")
            .bind(table.split(' ').next())
            .fetch_all(&store.pool())
            .await
            .unwrap();
        let quoted: Vec<String> = columns.iter().map(|column| format!("quote({column})")).collect();
        let rows = sqlx::query(&format!("SELECT {} AS line FROM {table} ORDER BY 1", quoted.join(" || ',' || ")))
            .fetch_all(&store.pool())
            .await
            .unwrap();
        all.extend(rows.iter().map(|row| format!("{table}: {}", row.get::<String, _>(0))));
    }
    all
}

/// The first page of all, newest first.
fn everything(now: Moment) -> ListQuery {
    ListQuery {
        now,
        filter: ListFilter::default(),
        sort: ListSort::Created,
        descending: true,
        page: 1,
        size: 20,
        small: ListQuery::SMALL,
    }
}

/// Each kind of operation on invitations, and 150 created at once.
async fn crowded() -> File {
    let file = busy().await;
    let [_, _, staff] = Role::built_in();
    let group = GroupId::new(day(1), [5; 10]);
    let first = |text: &str| Personal {
        label: Label::parse(text).ok(),
        note: Note::parse("By the door").ok(),
        ..Personal::default()
    };
    let mut facts: Vec<Fact> = vec![
        Event::GroupCreated { group, name: GroupName::parse("First aiders").unwrap() }.into(),
        Event::PolicySet { policy: Policy { max_expiry_days: 30, ..Policy::default() } }.into(),
    ];
    let mut ids = Vec::new();
    for number in 0..150 {
        let (id, _, mut fact) =
            file.invitation(day(2), staff.id, 1 + number % 3, Some(day(3)), first(&format!("Poster {number}")));
        let Event::InvitationCreated { groups, domain, replaces, .. } = &mut fact.event else { panic!("no creation") };
        groups.extend((number % 7 == 0).then_some(group));
        *domain = (number % 5 == 0).then(|| EmailDomain::parse("school.example").unwrap());
        *replaces = (number == 4).then(|| ids[3]);
        ids.push(id);
        facts.push(fact);
    }
    let amara = Actor::Account(file.amara);
    file.happen(day(2), amara, &facts).await.unwrap();
    file.join(day(2), ids[7], "rosa").await.unwrap();
    let described = Event::InvitationDescribed { invitation: ids[1] };
    let facts = [
        Fact { event: described, personal: Personal { label: Label::parse("Lobby").ok(), ..Personal::default() } },
        Event::InvitationRevoked { invitation: ids[3], replaced_by: Some(ids[4]) }.into(),
        Event::InvitationsArchived { invitations: ids[40..110].to_vec() }.into(),
        Event::InvitationsShown { invitations: ids[..3].to_vec(), how: ShownHow::Print }.into(),
        Fact {
            event: Event::InvitationSent { invitation: ids[0], purpose: MailPurpose::First },
            personal: Personal { email: Email::parse("noor@post.example").ok(), ..Personal::default() },
        },
        Event::InvitationsExported { rows: 150, form: "csv".to_owned() }.into(),
        Event::PeopleExported { rows: 3, form: "json".to_owned() }.into(),
    ];
    file.happen(day(5), amara, &facts).await.unwrap();
    file
}

#[tokio::test]
async fn everything_that_can_happen_gives_the_same_tables_one_by_one_or_many_together() {
    let file = crowded().await;
    let (_folder, copy) = file.copied().await;
    let facts = facts(&file.store).await;
    assert!(facts.iter().filter(|line| line.starts_with("invitation: ")).count() == 152);
    assert_eq!(facts, self::facts(&copy).await);
    assert_eq!(file.store.begin_read().await.unwrap().verify().await.unwrap().broken, None);
}

#[tokio::test]
async fn a_replay_finds_every_table_that_says_something_else_than_the_log() {
    let file = crowded().await;
    let clean = file.store.verify().await.unwrap();
    assert_eq!((clean.broken, clean.tables, clean.counts), (None, vec![], vec![]));
    // A list has moved an expired invitation to the lapsed: not a difference.
    file.store.look_at(day(5)).await.unwrap().list(&everything(day(5)), None, day(7)).await.unwrap();
    assert_eq!(file.store.verify().await.unwrap().tables, [""; 0]);
    for (sql, found) in [
        ("UPDATE organisation SET name = 'Fernhall'", "organisation (1 row)"),
        ("UPDATE role SET rank = rank + 1 WHERE name = 'Staff'", "role (1 row)"),
        (
            "INSERT INTO department (id, name, path, path_key) VALUES (randomblob(16), 'Library', 'Library', 'library')",
            "department (1 row)",
        ),
        ("UPDATE invitation SET label_key = 'x' WHERE pos = 2", "invitation (1 row)"),
        ("UPDATE account SET role = 1 WHERE username = 'noor'", "account (1 row)"),
        ("UPDATE account SET state = 1 WHERE username IN ('noor', 'liam')", "account (2 rows)"),
        ("INSERT INTO account_group VALUES (2, 1)", "account_group (1 row)"),
        ("UPDATE user_group SET name = 'Last aiders'", "user_group (1 row)"),
        ("UPDATE policy SET rules = '{}'", "policy (1 row)"),
        ("UPDATE invitation SET usage_limit = 10000 WHERE pos = 2", "invitation (1 row)"),
        ("UPDATE invitation SET expires_at = 9223372036854775807 WHERE pos = 3", "invitation (1 row)"),
        (
            "DELETE FROM invitation_group WHERE invitation = (SELECT max(invitation) FROM invitation_group)",
            "invitation_group (1 row)",
        ),
        ("DELETE FROM invitation_use WHERE account = 2", "invitation_use (1 row)"),
    ] {
        let file = crowded().await;
        sqlx::query(sql).execute(&file.store.pool()).await.unwrap();
        // Without its account, a use is also counted wrongly, which the walk reports first.
        sqlx::query("UPDATE invitation SET uses = (SELECT count(*) FROM invitation_use AS u WHERE u.invitation = pos)")
            .execute(&file.store.pool())
            .await
            .unwrap();
        let tables = file.store.verify().await.unwrap().tables;
        assert!(tables.iter().any(|table| table == found), "{sql}: {tables:?}");
    }
}

#[tokio::test]
async fn a_count_that_is_off_is_named_and_rebuilt_from_the_rows() {
    for (sql, table) in [
        ("UPDATE invitation_count SET n = n + 1 WHERE list_state = 0", "invitation_count"),
        ("DELETE FROM invitation_group_count", "invitation_group_count"),
        ("INSERT INTO invitation_hour_count VALUES (0, 0, 1, 7)", "invitation_hour_count"),
    ] {
        let file = crowded().await;
        let before = facts(&file.store).await;
        sqlx::query(sql).execute(&file.store.pool()).await.unwrap();
        let found = file.store.verify().await.unwrap();
        assert_eq!((found.broken, found.tables, found.counts), (None, vec![], vec![table.to_owned()]), "{sql}");
        let mut tx = file.store.begin_write().await.unwrap();
        tx.rebuild_counts().await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(file.store.verify().await.unwrap().counts, [""; 0]);
        assert_eq!(facts(&file.store).await, before);
    }
}

#[tokio::test]
async fn a_tail_that_was_cut_off_is_seen_by_the_tables_and_by_whoever_noted_the_head() {
    let file = busy().await;
    let head = file.store.begin_read().await.unwrap().head().await.unwrap().unwrap();
    assert_eq!((head.seq, head.hash.len()), (13, 32));
    let pool = file.store.pool();
    for touch in [
        "DELETE FROM event_subject WHERE event = 13",
        "DELETE FROM event WHERE pos = 13",
        "UPDATE device SET head_seq = 12, head_hash = (SELECT hash FROM event WHERE pos = 12)",
    ] {
        sqlx::query(touch).execute(&pool).await.unwrap();
    }
    // The revocation is removed from the log and the chain recomputed: only the table still has it.
    let found = file.store.verify().await.unwrap();
    assert_eq!((found.broken, found.tables), (None, vec!["invitation (1 row)".to_owned()]));
    assert_ne!(
        file.store.begin_read().await.unwrap().head().await.unwrap().unwrap(),
        head,
        "whoever noted the head sees it"
    );
}

#[tokio::test]
async fn the_history_of_an_invitation_has_its_events_and_no_others() {
    let file = crowded().await;
    let mut tx = file.store.begin_read().await.unwrap();
    let filter = ListFilter { label: Label::parse("Lobby").ok(), ..ListFilter::default() };
    let all = ListQuery { filter, ..everything(day(5)) };
    let (page, _) = file.store.look_at(all.now).await.unwrap().list(&all, None, day(7)).await.unwrap();
    let history = tx.history(page.items[0].invitation.id.as_bytes(), 2).await.unwrap();
    assert_eq!((history.total, history.items.len()), (3, 2));
    let ReadEvent::Known(newest) = &history.items[0].event else { panic!("it is of this version") };
    assert!(matches!(newest.as_ref(), Event::InvitationsShown { .. }), "newest first");
    assert_eq!(history.items[1].personal.label, Label::parse("Lobby").ok());
}

#[tokio::test]
async fn the_log_admitted_by_an_empty_file_gives_the_same_tables() {
    let file = busy().await;
    let (_folder, copy) = file.copied().await;
    let (found, original) = (copy.verify().await.unwrap(), file.store.verify().await.unwrap());
    assert_eq!((found.events, found), (13, original));
    assert_eq!(facts(&file.store).await, facts(&copy).await);
}

#[tokio::test]
async fn an_event_without_its_commit_never_was() {
    let file = busy().await;
    let before = facts(&file.store).await;
    let mut tx = file.store.begin_write().await.unwrap();
    let [_, _, staff] = Role::built_in();
    let (_, _, fact) = file.invitation(day(5), staff.id, 1, None, Personal::default());
    let random = |bytes: &mut [u8]| bytes.fill(3);
    let stamp = vestibule_store::Stamp { at: day(5), actor: Actor::Account(file.amara), random: &random };
    tx.append(&[fact], stamp).await.unwrap();
    drop(tx);
    assert_eq!(facts(&file.store).await, before);
    assert_eq!(file.store.begin_read().await.unwrap().verify().await.unwrap().events, 13);
}

/// A second process writes to the same file without waiting for the first.
async fn another_writes(file: &File, at: i64) {
    let other = Store::open(&support::path(&file.folder), &FileKey::new(support::KEY), "0.1.0").await.unwrap();
    let (_, _, fact) = file.invitation(day(at), Role::built_in()[2].id, 1, None, Personal::default());
    let seed = file.random::<26>();
    let random = |bytes: &mut [u8]| bytes.copy_from_slice(&seed[..bytes.len()]);
    let stamp = vestibule_store::Stamp { at: day(at), actor: Actor::Account(file.amara), random: &random };
    let written = async { other.begin_write().await?.commit_facts(&[fact], stamp).await };
    // Far less than the minute that one process waits for another.
    let written = tokio::time::timeout(std::time::Duration::from_secs(20), written).await;
    written.expect("nobody stands in the way").unwrap();
    other.close().await.unwrap();
}

#[tokio::test]
async fn a_dropped_change_stands_in_nobodys_way() {
    let file = busy().await;
    let mut tx = file.store.begin_write().await.unwrap();
    tx.known("", "noor").await.unwrap();
    drop(tx);
    another_writes(&file, 6).await;
    another_writes(&file, 7).await;
    assert_eq!(file.store.begin_read().await.unwrap().verify().await.unwrap().events, 15);
}

#[tokio::test]
async fn a_conclusion_that_is_refused_never_was_and_stands_in_nobodys_way() {
    let file = File::new().await;
    let (once, _) = file.invite(day(1), 1, None).await;
    let before = facts(&file.store).await;
    let (_, _, made) = file.invitation(day(2), Role::built_in()[2].id, 1, None, Personal::default());
    let random = |bytes: &mut [u8]| bytes.fill(3);
    let stamp = vestibule_store::Stamp { at: day(2), actor: Actor::Account(file.amara), random: &random };
    let revoked = || Fact::from(Event::InvitationRevoked { invitation: once, replaced_by: None });
    // The last fact is refused; the earlier ones are valid.
    let concluded = file.store.begin_write().await.unwrap().commit_facts(&[made, revoked(), revoked()], stamp).await;
    assert!(matches!(concluded, Err(StoreError::RowNotChanged)), "{concluded:?}");
    assert_eq!(facts(&file.store).await, before);
    another_writes(&file, 6).await;
    assert_eq!(file.store.begin_read().await.unwrap().verify().await.unwrap().broken, None);
}

#[tokio::test]
async fn whoever_turns_away_from_a_conclusion_leaves_it_whole_or_not_at_all() {
    let file = File::new().await;
    for turn in 0..40 {
        let before = file.store.begin_read().await.unwrap().verify().await.unwrap().events;
        let (_, _, made) = file.invitation(day(2), Role::built_in()[2].id, 1, None, Personal::default());
        let seed = file.random::<26>();
        let random = |bytes: &mut [u8]| bytes.copy_from_slice(&seed[..bytes.len()]);
        let stamp = vestibule_store::Stamp { at: day(2), actor: Actor::Account(file.amara), random: &random };
        let commit_facts = async { file.store.begin_write().await?.commit_facts(&[made], stamp).await };
        let told = tokio::time::timeout(std::time::Duration::from_micros(turn * 25), commit_facts).await.is_ok();
        another_writes(&file, 6).await;
        let verified = file.store.begin_read().await.unwrap().verify().await.unwrap();
        let more = verified.events - before;
        assert!(more == 2 || (more == 1 && !told), "told: {told}, events: {more}");
        assert_eq!(verified.broken, None);
    }
}

#[tokio::test]
async fn the_conditional_write_refuses_a_use_too_many_too_late_or_after_the_end() {
    let file = File::new().await;
    let (once, _) = file.invite(day(1), 1, None).await;
    file.join(day(2), once, "noor").await.unwrap();
    assert!(matches!(file.join(day(2), once, "liam").await, Err(StoreError::RowNotChanged)));
    let (ends, _) = file.invite(day(1), 5, Some(day(3))).await;
    assert!(
        matches!(file.join(day(3), ends, "rosa").await, Err(StoreError::RowNotChanged)),
        "at the instant itself it is over"
    );
    file.join(day(3) - TimeDelta::milliseconds(1), ends, "rosa").await.unwrap();
    let (gone, _) = file.invite(day(1), 5, None).await;
    file.revoke(day(2), gone).await;
    assert!(matches!(file.join(day(2), gone, "kofi").await, Err(StoreError::RowNotChanged)));
    // Refused uses leave no account and no event.
    assert!(file.store.begin_read().await.unwrap().account_named("kofi").await.unwrap().is_none());
    assert!(file.store.begin_read().await.unwrap().verify().await.unwrap().broken.is_none());
}

#[tokio::test]
async fn an_archived_invitation_is_not_revoked_back_into_the_list() {
    let file = File::new().await;
    let (ended, _) = file.invite(day(1), 1, Some(day(2))).await;
    let amara = Actor::Account(file.amara);
    file.happen(day(9), amara, &[Event::InvitationsArchived { invitations: vec![ended] }.into()]).await.unwrap();
    let before = facts(&file.store).await;
    // After setting the clock back, it would be active.
    let revoked = Event::InvitationRevoked { invitation: ended, replaced_by: None };
    let answer = file.happen(day(1), amara, &[revoked.into()]).await;
    assert!(matches!(answer, Err(StoreError::RowNotChanged)), "{answer:?}");
    assert_eq!(facts(&file.store).await, before);
}

#[tokio::test]
async fn a_revocation_by_whoever_is_not_known_here_is_a_revocation() {
    let file = File::new().await;
    let (ended, _) = file.invite(day(1), 1, None).await;
    file.revoke(day(2), ended).await;
    sqlx::query("UPDATE invitation SET revoked_by = NULL").execute(&file.store.pool()).await.unwrap();
    let row = file.store.begin_read().await.unwrap().invitation(ended).await.unwrap().unwrap();
    assert_eq!((row.revoked_by, status(&row.invitation, day(3))), (None, Status::Revoked));
}

#[tokio::test]
async fn an_event_that_a_newer_version_wrote_is_told_by_its_name_and_hides_no_other() {
    let file = busy().await;
    let (invitation, _) = file.invite(day(4), 1, None).await;
    let all = file.store.begin_read().await.unwrap().audit(0, 50).await.unwrap();
    let newer = r#"UPDATE event SET payload = '{"event":"invitation_sent","by":"mail"}' WHERE pos = (SELECT max(pos) FROM event)"#;
    sqlx::query(newer).execute(&file.store.pool()).await.unwrap();
    let mut tx = file.store.begin_read().await.unwrap();
    let page = tx.audit(0, 50).await.unwrap();
    let sent = ReadEvent::Unknown { name: "invitation_sent".to_owned() };
    assert_eq!(page.items[0].event, sent);
    let others = |page: &[AuditRow]| page.iter().skip(1).map(|row| row.event.clone()).collect::<Vec<_>>();
    assert_eq!(others(&page.items), others(&all.items));
    assert_eq!(tx.history(invitation.as_bytes(), 5).await.unwrap().items[0].event, sent);
}
