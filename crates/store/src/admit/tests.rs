//! What a newer version wrote is taken in as it was written.

use crate::change::{Random, Stamp};
use crate::sql::Sql;
use crate::{EventRow, FileKey, Store};
use sqlx::Row;
use vestibule_domain::{Actor, DeviceId, Event, Moment, OrganisationId, OrganisationName, Policy};

struct Sevens;

impl Random for Sevens {
    fn fill(&self, bytes: &mut [u8]) {
        bytes.fill(7);
    }
}

/// Two events of one device, the second of which sets a rule that this version does not know.
async fn with_a_rule_from_tomorrow(path: &std::path::Path) -> Vec<EventRow> {
    let store = Store::create(path, &FileKey::new([7; 32]), "0.1.0").await.expect("a file");
    let at = Moment::from_timestamp_millis(1_789_000_000_000).expect("a time");
    let (device, organisation) = (DeviceId::new(at, [1; 10]), OrganisationId::new(at, [1; 10]));
    let mut change = store.change().await.expect("a file");
    change.begin_device(device).await.expect("a device");
    let name = OrganisationName::parse("Fernhill").expect("a name");
    let founded = Event::OrganisationCreated { organisation, name, join_address: None };
    let set = Event::PolicySet { policy: Policy { idle_minutes: 7, ..Policy::default() } };
    let stamp = Stamp { at, actor: Actor::Vestibule, random: &Sevens };
    change.append(&[founded.into(), set.into()], stamp).await.expect("events");
    change.commit().await.expect("events");
    let mut rows = store.look().await.expect("a file").events_of(device, 0, 9).await.expect("events");
    let before = rows[0].hash.clone();
    let set = &mut rows[1];
    set.payload = set.payload.replace("\"policy\":{", "\"policy\":{\"from_tomorrow\":[1,\"x\"],");
    set.hash = set.hashed(organisation.as_bytes(), &before).hash().to_vec();
    store.close().await.expect("a file");
    rows
}

#[tokio::test]
async fn rules_that_this_version_does_not_know_stand_as_they_were_received() {
    let folder = tempfile::tempdir().expect("a folder");
    let events = with_a_rule_from_tomorrow(&folder.path().join("newer.db")).await;
    let path = folder.path().join("older.db");
    let store = Store::create(&path, &FileKey::new([7; 32]), "0.1.0").await.expect("a file");
    let mut change = store.change().await.expect("a file");
    assert_eq!(change.admit(&events).await.expect("events").new, 2);
    change.commit().await.expect("events");
    let mut look = store.look().await.expect("a file");
    let rows = Sql::new("SELECT rules FROM policy").rows(look.connection()).await.expect("rules");
    let rules: &str = rows[0].get(0);
    assert!(rules.starts_with("{\"from_tomorrow\":[1,\"x\"],\"default_expiry_days\":7,"), "{rules}");
    // Those that it knows hold.
    assert_eq!(look.policy().await.expect("rules"), Policy { idle_minutes: 7, ..Policy::default() });
    drop(look);
    let verified = store.verify().await.expect("a file");
    assert_eq!((verified.broken, verified.tables), (None, vec![]));
    store.close().await.expect("a file");
}
