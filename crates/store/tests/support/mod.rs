//! A real file in a temporary folder, with an organisation in it, and helpers to append events.
#![allow(dead_code, missing_docs, reason = "each test binary uses its part")]
#![allow(clippy::unwrap_used, reason = "what a test sets up must work")]

use chrono::{DateTime, TimeDelta};
use vestibule_domain::*;
use vestibule_store::{FileKey, Stamp, Store};

pub const KEY: [u8; 32] = [7; 32];

pub struct File {
    pub folder: tempfile::TempDir,
    pub store: Store,
    pub amara: AccountId,
    count: std::cell::Cell<u64>,
}

pub fn day(number: i64) -> Moment {
    DateTime::from_timestamp_millis(1_789_000_000_000).unwrap() + TimeDelta::days(number)
}

pub fn path(folder: &tempfile::TempDir) -> std::path::PathBuf {
    folder.path().join("vestibule.db")
}

/// Reproducible "random" bytes, different at every call.
fn bytes(count: &std::cell::Cell<u64>, out: &mut [u8]) {
    for byte in out {
        let mut z = count.get().wrapping_add(0x9e37_79b9_7f4a_7c15);
        count.set(z);
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        *byte = (z ^ (z >> 31)) as u8;
    }
}

pub fn device_added(device: DeviceId, name: &str) -> Fact {
    Event::DeviceAdded { device, name: DeviceName::parse(name).unwrap(), kind: DeviceKind::Desk }.into()
}

impl File {
    pub async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::create(&path(&folder), &FileKey::new(KEY), "0.1.0").await.unwrap();
        let count = std::cell::Cell::new(1);
        let amara = AccountId::new(day(0), random(&count));
        let file = Self { folder, store, amara, count };
        let mut tx = file.store.begin_write().await.unwrap();
        let device = DeviceId::new(day(0), file.random());
        tx.begin_device(device).await.unwrap();
        tx.commit().await.unwrap();
        let [administrator, ..] = Role::built_in();
        let name = OrganisationName::parse("Fernhill College").unwrap();
        let mut facts: Vec<Fact> = vec![
            Event::OrganisationCreated {
                organisation: OrganisationId::new(day(0), file.random()),
                name,
                join_address: None,
            }
            .into(),
        ];
        facts.push(device_added(device, "Front desk"));
        facts.extend(Role::built_in().map(|role| Event::RoleAdded { role }.into()));
        facts.push(file.account(amara, "amara", administrator.id, None));
        file.happen(day(0), Actor::Vestibule, &facts).await.unwrap();
        file
    }

    /// A file without a log and without a device.
    pub async fn empty() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::create(&path(&folder), &FileKey::new(KEY), "0.1.0").await.unwrap();
        Self { folder, store, amara: AccountId::from_bytes([0; 16]), count: std::cell::Cell::new(1) }
    }

    /// The same organisation on a second device, with all events that the first has written.
    pub async fn beside(other: &Self) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::create(&path(&folder), &FileKey::new(KEY), "0.1.0").await.unwrap();
        // Each device gets its own random bytes, also two devices beside the same one.
        let count = std::cell::Cell::new((1 << 40) ^ u64::from_be_bytes(other.random()));
        let file = Self { folder, store, amara: other.amara, count };
        let device = DeviceId::new(day(0), file.random());
        let mut tx = file.store.begin_write().await.unwrap();
        tx.begin_device(device).await.unwrap();
        tx.commit().await.unwrap();
        file.hear(other, u32::MAX).await.unwrap();
        file.happen(day(0), Actor::Vestibule, &[device_added(device, "Second desk")]).await.unwrap();
        file
    }

    /// Another file with the same log and another key, of no device.
    pub async fn copied(&self) -> (tempfile::TempDir, Store) {
        let folder = tempfile::tempdir().unwrap();
        let copy = Store::create(&folder.path().join("copy.db"), &FileKey::new([9; 32]), "0.1.0").await.unwrap();
        let mut from = self.store.begin_read().await.unwrap();
        let mut tx = copy.begin_write().await.unwrap();
        for head in from.heads().await.unwrap() {
            tx.admit(&from.events_of(head.device, 0, u32::MAX).await.unwrap()).await.unwrap();
        }
        tx.commit().await.unwrap();
        (folder, copy)
    }

    /// Admits the other's events that this log lacks, at most `most` per device.
    pub async fn hear(&self, other: &Self, most: u32) -> Result<u64, vestibule_store::StoreError> {
        let mut theirs = other.store.begin_read().await?;
        let ours = self.store.begin_read().await?.heads().await?;
        let mut new = 0;
        for head in theirs.heads().await? {
            let known = ours.iter().find(|ours| ours.device == head.device).map_or(0, |ours| ours.seq);
            let events = theirs.events_of(head.device, known, most).await?;
            let mut tx = self.store.begin_write().await?;
            new += tx.admit(&events).await?.new;
            tx.commit().await?;
        }
        Ok(new)
    }

    pub fn random<const N: usize>(&self) -> [u8; N] {
        random(&self.count)
    }

    pub fn account(&self, id: AccountId, username: &str, role: RoleId, joined_through: Option<InvitationId>) -> Fact {
        Fact {
            event: Event::AccountCreated { account: id, role, department: None, joined_through, groups: vec![] },
            personal: Personal {
                name: PersonName::parse(&format!("{username} of Fernhill")).ok(),
                email: Email::parse(&format!("{username}@fernhill.example")).ok(),
                username: Username::parse(username).ok(),
                ..Personal::default()
            },
        }
    }

    pub async fn happen(&self, at: Moment, actor: Actor, facts: &[Fact]) -> Result<(), vestibule_store::StoreError> {
        self.happen_all(at, actor, &[facts]).await
    }

    /// Appends many decisions at once.
    pub async fn happen_all(
        &self,
        at: Moment,
        actor: Actor,
        decisions: &[&[Fact]],
    ) -> Result<(), vestibule_store::StoreError> {
        let seed = std::sync::Mutex::new(std::cell::Cell::new(u64::from_be_bytes(self.random())));
        let random = |out: &mut [u8]| bytes(&seed.lock().unwrap(), out);
        let mut tx = self.store.begin_write().await?;
        tx.append_all(decisions, Stamp { at, actor, random: &random }).await?;
        tx.commit().await
    }

    pub fn code(&self) -> Code {
        Code::generate(CodeLength::Sixteen, &self.random::<128>()).unwrap()
    }

    /// An invitation for a role, created by Amara.
    pub fn invitation(
        &self,
        at: Moment,
        role: RoleId,
        limit: u64,
        ends: Option<Moment>,
        personal: Personal,
    ) -> (InvitationId, Code, Fact) {
        let (id, code) = (InvitationId::new(at, self.random()), self.code());
        let event = Event::InvitationCreated {
            invitation: id,
            code: code.clone(),
            role,
            department: None,
            usage_limit: UsageLimit::new(limit).unwrap(),
            expiry: Expiry::stored(ends),
            domain: None,
            groups: vec![],
            replaces: None,
        };
        (id, code, Fact { event, personal })
    }

    pub async fn invite(&self, at: Moment, limit: u64, ends: Option<Moment>) -> (InvitationId, Code) {
        let [_, _, staff] = Role::built_in();
        let (id, code, fact) = self.invitation(at, staff.id, limit, ends, Personal::default());
        self.happen(at, Actor::Account(self.amara), &[fact]).await.unwrap();
        (id, code)
    }

    pub async fn join(
        &self,
        at: Moment,
        invitation: InvitationId,
        username: &str,
    ) -> Result<AccountId, vestibule_store::StoreError> {
        let [_, _, staff] = Role::built_in();
        let account = AccountId::new(at, self.random());
        let facts = [
            self.account(account, username, staff.id, Some(invitation)),
            Event::InvitationRedeemed { invitation, account }.into(),
        ];
        self.happen(at, Actor::Stranger, &facts).await.map(|()| account)
    }

    pub async fn revoke(&self, at: Moment, invitation: InvitationId) {
        self.happen(
            at,
            Actor::Account(self.amara),
            &[Event::InvitationRevoked { invitation, replaced_by: None }.into()],
        )
        .await
        .unwrap();
    }

    /// Closes the file and returns its folder.
    pub async fn closed(self) -> tempfile::TempDir {
        self.store.close().await.unwrap();
        self.folder
    }
}

fn random<const N: usize>(count: &std::cell::Cell<u64>) -> [u8; N] {
    let mut out = [0; N];
    bytes(count, &mut out);
    out
}
