//! A college with a few people, for tests inside this crate. Keeps out the tests.

use crate::seat::Seat;
use crate::support::{Room, invite, joining};
use std::path::PathBuf;
use vestibule_domain::{
    AccountId, Actor, Email, Event, Fact, Permission, PersonName, Personal, Rank, Role, Scope, Username,
};
use vestibule_wire::{JobRequest, JobState, JobView, RedeemInvitationRequest};

pub(crate) struct College {
    room: Room,
    pub(crate) desk: crate::Desk,
    pub(crate) amara: Seat,
}

impl College {
    /// Amara; Mona, who manages Library and may export lists of people; Stef in Library and Ines in Arts.
    pub(crate) async fn peopled() -> Self {
        let room = Room::founded().await;
        let (desk, amara) = (room.desk.clone(), room.signed_in("amara").await);
        let college = Self { room, desk, amara };
        for (username, role, department) in
            [("mona", "Manager", "Library"), ("stef", "Staff", "Library"), ("ines", "Staff", "Arts")]
        {
            college.join(username, role, department).await;
        }
        college.manager_may(&[Permission::SeePeople, Permission::ExportPeople]).await;
        college
    }

    pub(crate) async fn at(&self, username: &str) -> Seat {
        self.room.signed_in(username).await
    }

    async fn join(&self, username: &str, role: &str, department: &str) {
        let request = vestibule_wire::CreateInvitationRequest { department: Some(department.into()), ..invite(role) };
        let code = self.amara.create_invitation(request).await.unwrap().code.unwrap();
        let joining = RedeemInvitationRequest { name: format!("{username} Ember"), ..joining(&code, username) };
        self.room.seat().redeem_invitation(joining).await.unwrap();
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

    /// Gives the Manager's role the highest rank, a reach of the whole organisation, and these permissions.
    pub(crate) async fn higher_manager(&self, permissions: &[Permission]) {
        let [administrator, manager, _] = Role::built_in();
        let rank = Rank::new(administrator.rank.get() + 1);
        let role = Role { rank, scope: Scope::Organisation, permissions: permissions.to_vec(), ..manager };
        self.set_role(role).await;
    }

    pub(crate) fn place(&self, name: &str) -> PathBuf {
        self.room.folder.path().join(name)
    }

    /// Adds `many` people with that role to Library, by events.
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

/// The final state of a job, requested by the person who began it.
pub(crate) async fn ended(seat: &Seat, job: JobView) -> JobState {
    loop {
        let state = seat.job(JobRequest { job: job.job.clone() }).await.unwrap().state;
        if state != JobState::Running {
            return state;
        }
        tokio::task::yield_now().await;
    }
}
