//! Sample data: an organisation with realistic people and invitations, created through ordinary events. For trying out
//! Vestibule, so the sample accounts' passwords are no secrets.

use crate::desk::VERSION;
use crate::operation::Transaction;
use crate::{Desk, DeskError};
use chrono::TimeDelta;
use vestibule_domain::{
    AccountId, Actor, CodeLength, DepartmentId, DepartmentName, Email, EmailDomain, Event, Expiry, Fact, GroupId,
    GroupName, InvitationId, Label, Moment, Note, Permission, PersonName, Personal, Rank, Reason, Role, RoleId, Scope,
    UsageLimit, Username,
};
use vestibule_wire::{CreateOrganisationRequest, SampleAccountView, Secret};

const PASSWORD: &str = "sunlit-harbour-42-otter";
const FIRST: [&str; 24] = [
    "Noor", "Liam", "Sofia", "Ines", "Hana", "Mateo", "Seun", "Grace", "Anders", "Camille", "Tomasz", "Beatrice",
    "Rosa", "Yusuf", "Elif", "Priya", "Jonas", "Amara", "Kofi", "Mei", "Lucas", "Zofia", "Omar", "Freya",
];
const LAST: [&str; 24] = [
    "Haddad",
    "Oconnor",
    "Marin",
    "Duarte",
    "Sato",
    "Ruiz",
    "Adebayo",
    "Kim",
    "Holm",
    "Dubois",
    "Nowak",
    "Okafor",
    "Alvarez",
    "Demir",
    "Raman",
    "Lindqvist",
    "Osei",
    "Mensah",
    "Chen",
    "Silva",
    "Kowalska",
    "Farouk",
    "Nilsen",
    "Bianchi",
];
const DEPARTMENTS: [&str; 6] = ["Library", "Sciences", "Languages", "Sports", "Arts", "Administration"];
/// Parent and name of each sub-department; the parent as an index.
const UNDER: [(usize, &str); 7] = [
    (0, "Archive"),
    (0, "Reading room"),
    (1, "Physics"),
    (1, "Chemistry"),
    (2, "French"),
    (4, "Music"),
    (5, "Front office"),
];
const LABELS: [&str; 6] = [
    "Science open day",
    "Spring fair poster",
    "Lobby kiosk, week 36",
    "New starters",
    "Parents' evening",
    "Summer school",
];
const GROUPS: [&str; 4] = ["First aiders", "Choir", "Open day team", "Evening classes"];
const NOTES: [&str; 3] = [
    "Hangs beside the lift.",
    "Asked for by phone; spell the name back.",
    "Ask for the reference before the first day.",
];
const REASONS: [&str; 3] = ["Sent to the wrong person", "Position was filled", "Poster was taken down"];

/// A reproducible sequence of numbers, so that the sample is the same everywhere. Not used for secrets: codes and ids
/// come from the real source.
struct SampleNumbers(u64);

impl SampleNumbers {
    fn below(&mut self, end: usize) -> usize {
        // SplitMix64 (Steele, Lea, Flood 2014).
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % end.max(1) as u64).unwrap_or(0)
    }

    fn one_of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }
}

/// State while the sample is written.
struct SampleWriter<'a> {
    desk: &'a Desk,
    tx: Transaction,
    row: SampleNumbers,
    /// For people's later events; separate, so that these don't change the invitations.
    lives: SampleNumbers,
    people: usize,
    staff: RoleId,
    roles: Vec<(RoleId, bool)>,
    departments: Vec<DepartmentId>,
    /// Pairs of department and parent.
    under: Vec<(DepartmentId, DepartmentId)>,
    groups: Vec<GroupId>,
    creators: Vec<(AccountId, Option<DepartmentId>)>,
}

impl Desk {
    /// Creates a sample organisation with `invitations` in the (empty) data folder; returns its accounts.
    pub async fn fill_with_sample(&self, invitations: u32) -> Result<Vec<SampleAccountView>, DeskError> {
        self.create(CreateOrganisationRequest {
            organisation: "Fernhill College".to_owned(),
            join_address: Some("https://join.fernhill.example".to_owned()),
            name: "Amara Osei".to_owned(),
            email: "amara@fernhill.example".to_owned(),
            username: "amara".to_owned(),
            password: Secret::new(PASSWORD),
            passphrase: None,
            logo: None,
        })
        .await?;
        let phc = crate::argon::hash(Secret::new(PASSWORD), self.ports().random()).await?;
        let mut scene = self.set_scene(&phc).await?;
        let now = self.ports().now();
        for number in 0..invitations {
            // Spread evenly over the last 120 days, newest last, the last one two minutes ago.
            let age =
                i64::from(invitations - 1 - number) * (120 * 86_400_000 / i64::from(invitations.max(1))) + 120_000;
            scene.invitation(now, now - TimeDelta::milliseconds(age)).await?;
        }
        scene.tx.commit(()).await?;
        let accounts = [("amara", "Administrator"), ("jonas", "Manager"), ("noor", "Staff")];
        let view = |(username, role): (&str, &str)| SampleAccountView {
            username: username.to_owned(),
            password: PASSWORD.to_owned(),
            role: role.to_owned(),
        };
        let accounts: Vec<SampleAccountView> = accounts.map(view).to_vec();
        let _ = self.inner.sample.set(accounts.clone());
        tracing::info!(version = VERSION, invitations, "sample data was made");
        Ok(accounts)
    }

    async fn set_scene(&self, phc: &str) -> Result<SampleWriter<'_>, DeskError> {
        let store = self.store().await?;
        let mut tx = self.transaction(&store, Actor::Vestibule).await?;
        let [_, manager, staff] = Role::built_in();
        let amara = tx.account_named("amara").await?.ok_or(DeskError::Fault("sample"))?.standing.account;
        let begun = self.ports().now() - TimeDelta::days(121);
        let mut scene = SampleWriter {
            desk: self,
            tx,
            row: SampleNumbers(2_026),
            lives: SampleNumbers(1_869),
            people: 0,
            staff: staff.id,
            roles: vec![(staff.id, false), (staff.id, false), (staff.id, false), (staff.id, false), (manager.id, true)],
            departments: Vec::new(),
            under: Vec::new(),
            groups: Vec::new(),
            creators: vec![(amara, None)],
        };
        let by_amara = Actor::Account(amara);
        for (name, rank) in [("Editor", 200), ("Analyst", 150), ("Media Editor", 120), ("Customer", 50)] {
            let id = RoleId::new(begun, self.ports().random());
            let role = Role {
                id,
                name: name.to_owned(),
                rank: Rank::new(rank),
                scope: Scope::Own,
                permissions: Vec::<Permission>::new(),
            };
            scene.append(Event::RoleAdded { role }.into(), by_amara, begun).await?;
            scene.roles.push((id, false));
        }
        for name in DEPARTMENTS {
            let department = DepartmentId::new(begun, self.ports().random());
            let name = DepartmentName::parse(name).map_err(|_| DeskError::Fault("sample"))?;
            scene.append(Event::DepartmentCreated { department, name, parent: None }.into(), by_amara, begun).await?;
            scene.departments.push(department);
        }
        for (place, name) in UNDER {
            let (department, parent) = (DepartmentId::new(begun, self.ports().random()), scene.departments[place]);
            let name = DepartmentName::parse(name).map_err(|_| DeskError::Fault("sample"))?;
            let made = Event::DepartmentCreated { department, name, parent: Some(parent) };
            scene.append(made.into(), by_amara, begun).await?;
            scene.under.push((parent, department));
        }
        for name in GROUPS {
            let group = GroupId::new(begun, self.ports().random());
            let name = GroupName::parse(name).map_err(|_| DeskError::Fault("sample"))?;
            scene.append(Event::GroupCreated { group, name }.into(), by_amara, begun).await?;
            scene.groups.push(group);
        }
        let (library, sciences) = (scene.departments[0], scene.departments[1]);
        for (name, username, role, department) in [
            ("Jonas Lindqvist", "jonas", manager.id, library),
            ("Priya Raman", "priya", manager.id, sciences),
            ("Noor Haddad", "noor", staff.id, library),
        ] {
            let groups = vec![scene.groups[0]];
            let account = scene.person(name, username, (role, Some(department), groups), None, begun).await?;
            scene.tx.set_credential(account, phc, begun).await?;
            scene.sign_in(account, begun, self.ports().now()).await?;
            if role == manager.id {
                scene.creators.push((account, Some(department)));
            }
        }
        Ok(scene)
    }
}

impl SampleWriter<'_> {
    async fn append(&mut self, fact: Fact, actor: Actor, at: Moment) -> Result<(), DeskError> {
        self.tx.stamp_by(actor, at);
        self.tx.append(&[fact]).await
    }

    async fn person(
        &mut self,
        name: &str,
        username: &str,
        (role, department, groups): (RoleId, Option<DepartmentId>, Vec<GroupId>),
        joined_through: Option<InvitationId>,
        at: Moment,
    ) -> Result<AccountId, DeskError> {
        let account = AccountId::new(at, self.desk.ports().random());
        let personal = Personal {
            name: PersonName::parse(name).ok(),
            email: Email::parse(&format!("{username}@fernhill.example")).ok(),
            username: Username::parse(username).ok(),
            ..Personal::default()
        };
        let event = Event::AccountCreated { account, role, department, joined_through, groups };
        self.append(Fact { event, personal }, Actor::Stranger, at).await?;
        Ok(account)
    }

    /// Signs somebody in at a time between then and now, mostly recently.
    async fn sign_in(&mut self, account: AccountId, from: Moment, now: Moment) -> Result<(), DeskError> {
        let part = 1 + self.lives.below(100);
        let ago = (now - from) / 100 * i32::try_from(part * part / 100).unwrap_or(0);
        let signed_in = Event::SignedIn { account, kept: self.lives.below(3) == 0 };
        self.append(signed_in.into(), Actor::Account(account), from.max(now - ago - TimeDelta::minutes(3))).await
    }

    /// Later events of somebody who joined: most have signed in since, and a few are suspended.
    async fn life(&mut self, account: AccountId, joined: Moment, now: Moment) -> Result<(), DeskError> {
        if self.lives.below(5) > 0 {
            self.sign_in(account, joined, now).await?;
        }
        if self.lives.below(16) == 0 {
            let (administrator, _) = self.creators[0];
            let suspended = Event::AccountSuspended { account };
            self.append(suspended.into(), Actor::Account(administrator), now - TimeDelta::minutes(2)).await?;
        }
        Ok(())
    }

    /// The department, or one under it.
    fn deeper(&mut self, department: DepartmentId) -> DepartmentId {
        let under: Vec<DepartmentId> =
            self.under.iter().filter(|(parent, _)| *parent == department).map(|(_, under)| *under).collect();
        if under.is_empty() || self.lives.below(3) == 0 { department } else { self.lives.one_of(&under) }
    }

    async fn invitation(&mut self, now: Moment, at: Moment) -> Result<(), DeskError> {
        let (creator, own) = self.row.one_of(&self.creators.clone());
        let (role, placed) = if own.is_some() { (self.staff, false) } else { self.row.one_of(&self.roles.clone()) };
        let some = self.row.one_of(&self.departments.clone());
        let department = own.or((placed || self.row.below(3) > 0).then_some(some)).map(|head| self.deeper(head));
        let shared = self.row.below(5) == 0;
        let limit = if shared { self.row.one_of(&[5, 10, 40, 120]) } else { 1 };
        let days = self.row.one_of(&[7i64, 7, 7, 14, 30, 60]);
        let never = shared && self.row.below(8) == 0;
        let ends = (!never).then(|| at + TimeDelta::days(days));
        let id = InvitationId::new(at, self.desk.ports().random());
        let code = self.desk.new_code(CodeLength::Sixteen)?;
        let usage_limit = UsageLimit::new(limit).map_err(|_| DeskError::Fault("sample"))?;
        let (first, last) = (self.row.one_of(&FIRST), self.row.one_of(&LAST));
        let email = (!shared).then(|| {
            format!("{}.{}@{}", first, last, self.row.one_of(&["post.example", "mail.example"])).to_lowercase()
        });
        let label = (shared || self.row.below(6) == 0).then(|| self.row.one_of(&LABELS));
        let domain = (shared && self.row.below(4) == 0).then_some("fernhill.example");
        let groups = if self.row.below(4) == 0 { vec![self.row.one_of(&self.groups.clone())] } else { Vec::new() };
        let note = (self.row.below(9) == 0).then(|| self.row.one_of(&NOTES));
        let personal = Personal {
            note: note.and_then(|text| Note::parse(text).ok()),
            email: email.and_then(|text| Email::parse(&text).ok()),
            label: label.and_then(|text| Label::parse(text).ok()),
            ..Personal::default()
        };
        let event = Event::InvitationCreated {
            invitation: id,
            code,
            role,
            department,
            usage_limit,
            expiry: Expiry::stored(ends),
            domain: domain.and_then(|text| EmailDomain::parse(text).ok()),
            groups: groups.clone(),
            replaces: None,
        };
        self.append(Fact { event, personal }, Actor::Account(creator), at).await?;
        self.fate(now, at, ends, id, creator, (role, department, groups), (first, last), limit).await
    }

    /// What happens to an invitation: used in part or completely, revoked, or nothing.
    #[allow(
        clippy::too_many_arguments,
        reason = "one caller, and a record of its own would only name the same eight things twice"
    )]
    async fn fate(
        &mut self,
        now: Moment,
        at: Moment,
        ends: Option<Moment>,
        id: InvitationId,
        creator: AccountId,
        lot: (RoleId, Option<DepartmentId>, Vec<GroupId>),
        (first, last): (&str, &str),
        limit: u64,
    ) -> Result<(), DeskError> {
        let until = ends.map_or(now, |ends| ends.min(now));
        let span = (until - at).num_milliseconds().max(2);
        let later = |part: i64| at + TimeDelta::milliseconds(span * part / 100 - 1).max(TimeDelta::milliseconds(1));
        match self.row.below(100) {
            0..55 => {
                let uses = if limit == 1 { 1 } else { 1 + self.row.below(usize::try_from(limit.min(9)).unwrap_or(1)) };
                for turn in 0..uses {
                    self.people += 1;
                    let joined = later(10 + i64::try_from(turn * 80 / uses).unwrap_or(0));
                    let (name, username) = if limit == 1 {
                        (format!("{first} {last}"), format!("{first}.{last}{}", self.people).to_lowercase())
                    } else {
                        let (first, last) = (self.row.one_of(&FIRST), self.row.one_of(&LAST));
                        (format!("{first} {last}"), format!("{first}.{last}{}", self.people).to_lowercase())
                    };
                    let account = self.person(&name, &username, lot.clone(), Some(id), joined).await?;
                    self.append(Event::InvitationRedeemed { invitation: id, account }.into(), Actor::Stranger, joined)
                        .await?;
                    self.life(account, joined, now).await?;
                }
                Ok(())
            }
            55..63 => {
                let reason = Reason::parse(self.row.one_of(&REASONS)).ok();
                let fact = Fact {
                    event: Event::InvitationRevoked { invitation: id, replaced_by: None },
                    personal: Personal { reason, ..Personal::default() },
                };
                // Revoked by an administrator, whoever created it.
                let (administrator, _) = self.creators[0];
                let _ = creator;
                self.append(fact, Actor::Account(administrator), later(50)).await
            }
            _ => Ok(()),
        }
    }
}
