//! What tests inside this crate stand in: a desk with a few people. Keeps out what they do there.

use crate::seat::Seat;
use crate::{Clock, Desk, DeskError, Entropy, KeychainChoice, Ports};
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use vestibule_domain::{
    AccountId, Actor, Email, Event, Fact, Moment, Permission, PersonName, Personal, Rank, Role, Scope, Username,
};
use vestibule_wire::{
    CreateInvitationRequest, CreateOrganisationRequest, ErrorCode, ErrorView, JobRequest, JobState, JobView,
    RedeemInvitationRequest, Secret, SignInRequest,
};

pub(crate) const PASSWORD: &str = "sunlit-harbour-42-otter";

struct Still;

impl Clock for Still {
    fn now(&self) -> Moment {
        "2026-09-08T10:00:00Z".parse().unwrap()
    }
}

/// Counts, which is random enough for ids that only have to differ.
#[derive(Default)]
struct Counting(Mutex<u64>);

impl Entropy for Counting {
    fn fill(&self, bytes: &mut [u8]) {
        for byte in bytes {
            let mut count = self.0.lock().unwrap();
            *count = count.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            *byte = (*count >> 33) as u8;
        }
    }
}

/// A desk in a scratch folder.
pub(crate) struct Room {
    folder: tempfile::TempDir,
    pub(crate) desk: Desk,
    pub(crate) amara: Seat,
}

impl Room {
    /// Amara; Mona, who manages Library and may save lists of people; Stef in Library and Ines in Arts.
    pub(crate) async fn peopled() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let ports =
            Ports { clock: Arc::new(Still), entropy: Arc::new(Counting::default()), keychain: KeychainChoice::Memory };
        let desk = Desk::new(folder.path().join("data"), ports);
        let amara = desk.seat("window");
        let founding = CreateOrganisationRequest {
            organisation: "Fernhill".into(),
            join_address: None,
            name: "Amara Osei".into(),
            email: "amara@fernhill.example".into(),
            username: "amara".into(),
            password: Secret::new(PASSWORD),
            passphrase: None,
            logo: None,
        };
        amara.create_organisation(founding).await.unwrap();
        let room = Self { folder, desk, amara };
        room.enter(&room.amara, "amara").await;
        for (username, role, department) in
            [("mona", "Manager", "Library"), ("stef", "Staff", "Library"), ("ines", "Staff", "Arts")]
        {
            room.join(username, role, department).await;
        }
        room.manager_may(&[Permission::SeePeople, Permission::ExportPeople]).await;
        room
    }

    async fn enter(&self, seat: &Seat, username: &str) {
        let request = SignInRequest { username: username.into(), password: Secret::new(PASSWORD), keep: false };
        seat.sign_in(request).await.unwrap();
    }

    pub(crate) async fn at(&self, username: &str) -> Seat {
        let seat = self.desk.seat("window");
        self.enter(&seat, username).await;
        seat
    }

    async fn join(&self, username: &str, role: &str, department: &str) {
        let request = CreateInvitationRequest {
            role: role.into(),
            department: Some(department.into()),
            ..CreateInvitationRequest::default()
        };
        let code = self.amara.create_invitation(request).await.unwrap().code.unwrap();
        let joining = RedeemInvitationRequest {
            code,
            version: None,
            name: format!("{username} Ember"),
            email: format!("{username}@post.example"),
            username: username.into(),
            password: Secret::new(PASSWORD),
        };
        self.desk.seat("window").redeem_invitation(joining).await.unwrap();
    }

    pub(crate) async fn manager_may(&self, permissions: &[Permission]) {
        let [_, manager, _] = Role::built_in();
        self.set_role(Role { permissions: permissions.to_vec(), ..manager }).await;
    }

    async fn set_role(&self, role: Role) {
        let store = self.desk.store().await.unwrap();
        let mut tx = self.desk.transaction(&store, Actor::Vestibule).await.unwrap();
        tx.append(&[Event::RoleChanged { role }.into()]).await.unwrap();
        tx.commit(()).await.unwrap();
    }

    /// The Manager's role, above all others and over the whole organisation, with these permissions.
    pub(crate) async fn higher_manager(&self, permissions: &[Permission]) {
        let [administrator, manager, _] = Role::built_in();
        let rank = Rank::new(administrator.rank.get() + 1);
        let role = Role { rank, scope: Scope::Organisation, permissions: permissions.to_vec(), ..manager };
        self.set_role(role).await;
    }

    pub(crate) fn place(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// So many people more with that role, of Library, by events.
    pub(crate) async fn crowd(&self, many: u32, role: usize) {
        let store = self.desk.store().await.unwrap();
        let mut tx = self.desk.transaction(&store, Actor::Vestibule).await.unwrap();
        let library = tx.departments().await.unwrap().into_iter().find(|row| row.path == "Library").unwrap().id;
        let fact = |number: u32| Fact {
            event: Event::AccountCreated {
                account: AccountId::new(self.desk.ports().now(), self.desk.ports().random()),
                role: Role::built_in()[role].id,
                department: Some(library),
                joined_through: None,
                groups: Vec::new(),
            },
            personal: Personal {
                name: PersonName::parse(&format!("Person {number}")).ok(),
                email: Email::parse(&format!("person{number}@crowd.example")).ok(),
                username: Username::parse(&format!("person{number}")).ok(),
                ..Personal::default()
            },
        };
        let facts: Vec<Fact> = (0..many).map(fact).collect();
        for facts in facts.chunks(100) {
            tx.append(facts).await.unwrap();
        }
        tx.commit(()).await.unwrap();
    }
}

/// How a job ended, asked by who began it.
pub(crate) async fn ended(seat: &Seat, job: JobView) -> JobState {
    loop {
        let state = seat.job(JobRequest { job: job.job.clone() }).await.unwrap().state;
        if state != JobState::Running {
            return state;
        }
        tokio::task::yield_now().await;
    }
}

pub(crate) fn code<T: std::fmt::Debug>(answer: Result<T, DeskError>) -> ErrorCode {
    ErrorView::from(answer.unwrap_err()).code
}
