//! Events that only a forged chain or a newer version can contain: they are refused, or admitted as they were written.

use crate::sql::Sql;
use crate::transaction::{Random, Stamp};
use crate::{EventRow, FileKey, Store, StoreError};
use sqlx::Row;
use vestibule_domain::*;

struct Sevens;

impl Random for Sevens {
    fn fill(&self, bytes: &mut [u8]) {
        bytes.fill(7);
    }
}

fn at() -> Moment {
    Moment::from_timestamp_millis(1_789_000_000_000).expect("a time")
}

fn organisation() -> OrganisationId {
    OrganisationId::new(at(), [1; 10])
}

/// The events that a device writes for these decisions, after the one that creates the organisation.
async fn written(path: &std::path::Path, actor: Actor, facts: Vec<Fact>) -> Vec<EventRow> {
    let store = Store::create(path, &FileKey::new([7; 32]), "0.1.0").await.expect("a file");
    let device = DeviceId::new(at(), [1; 10]);
    let mut tx = store.begin_write().await.expect("a file");
    tx.begin_device(device).await.expect("a device");
    let name = OrganisationName::parse("Fernhill").expect("a name");
    let founded: Fact = Event::OrganisationCreated { organisation: organisation(), name, join_address: None }.into();
    let facts: Vec<Fact> = std::iter::once(founded).chain(facts).collect();
    let decisions: Vec<&[Fact]> = facts.chunks(1).collect();
    tx.append_all(&decisions, Stamp { at: at(), actor, random: &Sevens }).await.expect("events");
    tx.commit().await.expect("events");
    let rows = store.begin_read().await.expect("a file").events_of(device, 0, 99).await.expect("events");
    store.close().await.expect("a file");
    rows
}

/// Links them into one chain in this order.
fn chained(rows: &mut [EventRow]) {
    let mut before = vec![0; 32];
    for (seq, row) in (1..).zip(rows) {
        (row.seq, row.decision) = (seq, Some(seq));
        row.hash = row.hashed(organisation().as_bytes(), &before).hash().to_vec();
        before.clone_from(&row.hash);
    }
}

#[tokio::test]
async fn rules_that_this_version_does_not_know_stand_as_they_were_received() {
    let folder = tempfile::tempdir().expect("a folder");
    let set = Event::PolicySet { policy: Policy { idle_minutes: 7, ..Policy::default() } };
    let mut events = written(&folder.path().join("newer.db"), Actor::Vestibule, vec![set.into()]).await;
    let payload = &mut events[1].payload;
    *payload = payload.replace("\"policy\":{", "\"policy\":{\"from_tomorrow\":[1,\"x\"],");
    chained(&mut events);
    let path = folder.path().join("older.db");
    let store = Store::create(&path, &FileKey::new([7; 32]), "0.1.0").await.expect("a file");
    let mut tx = store.begin_write().await.expect("a file");
    assert_eq!(tx.admit(&events).await.expect("events").new, 2);
    tx.commit().await.expect("events");
    let mut tx = store.begin_read().await.expect("a file");
    let rows = Sql::new("SELECT rules FROM policy").rows(tx.connection()).await.expect("rules");
    let rules: &str = rows[0].get(0);
    assert!(rules.starts_with("{\"from_tomorrow\":[1,\"x\"],\"default_expiry_days\":7,"), "{rules}");
    // Rules that this version knows are read.
    assert_eq!(tx.policy().await.expect("rules"), Policy { idle_minutes: 7, ..Policy::default() });
    drop(tx);
    let verified = store.verify().await.expect("a file");
    assert_eq!((verified.broken, verified.tables), (None, vec![]));
    store.close().await.expect("a file");
}

#[tokio::test]
async fn an_invitation_that_is_revoked_before_it_is_made_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let [role, ..] = Role::built_in();
    let amara = AccountId::new(at(), [3; 10]);
    let account =
        Event::AccountCreated { account: amara, role: role.id, department: None, joined_through: None, groups: vec![] };
    let mut facts: Vec<Fact> = vec![Event::RoleAdded { role: role.clone() }.into(), account.into()];
    let (mut made, mut revoked): (Vec<Fact>, Vec<Fact>) = (Vec::new(), Vec::new());
    for number in 0..5 {
        let invitation = InvitationId::new(at(), [number; 10]);
        let random: Vec<u8> = (0..=255).map(|byte: u8| byte.wrapping_add(number)).collect();
        let created = Event::InvitationCreated {
            invitation,
            code: Code::generate(CodeLength::Sixteen, &random).expect("a code"),
            role: role.id,
            department: None,
            usage_limit: UsageLimit::ONE,
            expiry: Expiry::stored(None),
            domain: None,
            groups: vec![],
            replaces: None,
        };
        made.push(created.into());
        revoked.push(Event::InvitationRevoked { invitation, replaced_by: None }.into());
    }
    facts.extend(made.into_iter().chain(revoked));
    let mut events = written(&folder.path().join("there.db"), Actor::Account(amara), facts).await;
    let store = Store::create(&folder.path().join("here.db"), &FileKey::new([7; 32]), "0.1.0").await.expect("a file");
    let mut tx = store.begin_write().await.expect("a file");
    assert_eq!(tx.admit(&events).await.expect("events that fit").new, 13);
    drop(tx);
    // Put the revocations before the creations.
    events[3..].rotate_left(5);
    chained(&mut events);
    let mut tx = store.begin_write().await.expect("a file");
    let refused = tx.admit(&events).await;
    assert!(matches!(refused, Err(StoreError::EventDoesNotFit(_))), "{refused:?}");
    drop(tx);
    store.close().await.expect("a file");
}
