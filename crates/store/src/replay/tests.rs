//! Which tables are compared, and a break after an event that can't be parsed.

use super::*;
use crate::log::HashedEvent;
use crate::transaction::{Random, Stamp};
use crate::{FileKey, Store};
use vestibule_domain::{Actor, DeviceId, Event, GroupId, GroupName, Moment, OrganisationId, OrganisationName};

struct Sevens;

impl Random for Sevens {
    fn fill(&self, bytes: &mut [u8]) {
        bytes.fill(7);
    }
}

/// A file of two events, the second of a future version; the chain is intact.
async fn from_tomorrow(path: &std::path::Path) -> Store {
    let store = Store::create(path, &FileKey::new([7; 32]), "0.1.0").await.expect("a file");
    let mut tx = store.begin_write().await.expect("a file");
    let at = Moment::from_timestamp_millis(1_789_000_000_000).expect("a time");
    let organisation = OrganisationId::new(at, [1; 10]);
    tx.begin_device(DeviceId::new(at, [1; 10])).await.expect("a device");
    let name = OrganisationName::parse("Fernhill").expect("a name");
    let founded = Event::OrganisationCreated { organisation, name, join_address: None };
    let group = |n: u8, name: &str| Event::GroupCreated {
        group: GroupId::new(at, [n; 10]),
        name: GroupName::parse(name).expect("a name"),
    };
    let facts = [founded.into(), group(2, "Band").into()];
    tx.append(&facts, Stamp { at, actor: Actor::Vestibule, random: &Sevens }).await.expect("events");
    tx.commit().await.expect("events");
    let mut rows = Sql::new("SELECT e.hash, d.id FROM event AS e JOIN device AS d WHERE e.pos = 1")
        .rows(&mut store.apart().await.expect("a file"))
        .await
        .expect("a row");
    let first = rows.pop().expect("a row");
    let row = Sql::new("SELECT id, seq, at, kind, version FROM event WHERE pos = 2")
        .rows(&mut store.apart().await.expect("a file"))
        .await
        .expect("a row")
        .pop()
        .expect("a row");
    let payload = r#"{"event":"from_tomorrow"}"#;
    let hash = HashedEvent {
        organisation: organisation.as_bytes(),
        before: first.get(0),
        id: row.get(0),
        device: first.get(1),
        seq: row.get(1),
        at: row.get(2),
        kind: row.get(3),
        actor: None,
        version: row.get(4),
        decision: Some(1),
        base: None,
        via: None,
        payload,
        digest: None,
    }
    .hash();
    for (sql, text) in [("UPDATE event SET hash = ?", Some(payload)), ("UPDATE device SET head_hash = ?", None)] {
        let mut forged = Sql::default();
        forged.bind(sql, hash.as_slice());
        if let Some(text) = text {
            forged.text(", payload = ?", text);
            forged.push(" WHERE pos = 2");
        }
        forged.rows(&mut store.apart().await.expect("a file")).await.expect("it is written");
    }
    store
}

#[tokio::test]
async fn what_can_not_be_read_hides_no_break_behind_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let store = from_tomorrow(&folder.path().join("vestibule.db")).await;
    let answer = store.verify().await;
    assert!(matches!(answer, Err(StoreError::Unreadable { what: "event" })), "{answer:?}");
    Sql::new("UPDATE device SET head_seq = 3").rows(&mut store.apart().await.expect("a file")).await.expect("cut");
    let broken = store.verify().await.expect("the chain is walked").broken.expect("its end is missing");
    assert_eq!((broken.seq, broken.problem.as_str()), (3, "the last events are missing"));
}

/// Tables that are not compared: the log itself, data of this device only, and derived data.
const OTHERS: [&str; 13] = [
    "account_search",
    "credential",
    "event",
    "event_subject",
    "expectation",
    "invitation_search",
    "mail",
    "mail_server",
    "session",
    "meta",
    "password_code",
    "preference",
    "throttle",
];

#[tokio::test]
async fn every_table_is_compared_or_named_as_none_of_the_log_s() {
    let scratch = ScratchDatabase::new().await.expect("memory");
    let mut connection = scratch.store.apart().await.expect("memory");
    let tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'
                  AND name NOT LIKE '\\_sqlx%' ESCAPE '\\' AND name NOT LIKE 'invitation\\_search\\_%' ESCAPE '\\'
                  AND name NOT LIKE 'account\\_search\\_%' ESCAPE '\\'";
    let rows = Sql::new(tables).rows(&mut connection).await.expect("the schema");
    let mut standing: Vec<String> = rows.iter().map(|row| row.get(0)).collect();
    let counts = apply::counts().into_iter().map(|(table, _)| table.to_owned());
    let mut known: Vec<String> = FACTS.into_iter().chain(OTHERS).chain(["picture"]).map(str::to_owned).collect();
    known.extend(counts);
    standing.sort();
    known.sort();
    assert_eq!(standing, known);
}

#[tokio::test]
async fn every_table_is_of_the_log_or_given_by_it_or_this_device_s_own() {
    let scratch = ScratchDatabase::new().await.expect("memory");
    let mut tx = scratch.store.begin_read().await.expect("memory");
    let sql = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB 'sqlite_*'
               AND name NOT GLOB '_sqlx_*' AND name NOT GLOB 'invitation_search*' AND name NOT GLOB 'account_search*' ORDER BY 1";
    let rows = Sql::new(sql).rows(tx.connection()).await.expect("a schema");
    let tables: Vec<String> = rows.iter().map(|row| row.get(0)).collect();
    let own = crate::local::OUTLIVE_A_REBUILD.into_iter().chain(crate::local::LOST_IN_A_REBUILD);
    let counts = apply::counts().into_iter().map(|(table, _)| table);
    let mut known: Vec<&str> = FACTS.into_iter().chain(own).chain(counts).chain(["event", "event_subject"]).collect();
    known.sort_unstable();
    assert_eq!(tables, known);
}
