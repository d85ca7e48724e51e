//! For benchmarks only: redeeming without hashing a password, which would take a hundred times as long as the rest; and
//! filling a file with very many rows at once.

use crate::password::AcceptedPassword;
use crate::seat::Seat;
use crate::{Desk, DeskError};
use chrono::TimeDelta;
use vestibule_domain::decide::Newcomer;
use vestibule_domain::{
    AccountId, Actor, Code, CodeLength, DepartmentId, DepartmentName, Email, Event, Expiry, Fact, GroupId, GroupName,
    InvitationId, Label, Moment, PersonName, Personal, Role, RoleId, UsageLimit, Username,
};
use vestibule_wire::JoinedView;

impl Seat {
    /// Redeems as the window does, with a precomputed hash.
    pub async fn redeem_with_hash(&self, code: &str, number: u64, phc: &str) -> Result<JoinedView, DeskError> {
        let now = self.desk.ports().now();
        let (Ok(name), Ok(email), Ok(username)) = (
            PersonName::parse(&format!("Newcomer {number}")),
            Email::parse(&format!("newcomer{number}@bench.example")),
            Username::parse(&format!("newcomer{number}")),
        ) else {
            return Err(DeskError::Fault("bench"));
        };
        let newcomer = Newcomer { account: AccountId::new(now, self.desk.ports().random()), name, email, username };
        self.use_up(&Code::parse(code)?, None, newcomer, &AcceptedPassword::hashed(phc)).await
    }
}

impl Desk {
    /// Admits this file's log into an empty one in `folder`, as another device would. Returns the number of events and
    /// the time taken.
    pub async fn admit_for_bench(&self, folder: &std::path::Path) -> Result<(u64, std::time::Duration), DeskError> {
        let key = vestibule_store::FileKey::new(self.ports().random());
        let other = vestibule_store::Store::create(&folder.join("admitted.db"), &key, crate::desk::VERSION).await?;
        let mut from = self.store().await?.begin_read().await?;
        let head = from.head().await?.ok_or(DeskError::Fault("bench"))?;
        let mut took = std::time::Duration::ZERO;
        let mut tx = other.begin_write().await?;
        let mut seq = 0;
        while seq < head.seq {
            let events = from.events_of(head.device, seq, 2_000).await?;
            seq += events.len() as u64;
            let begun = std::time::Instant::now();
            tx.admit(&events).await?;
            took += begun.elapsed();
        }
        let begun = std::time::Instant::now();
        tx.commit().await?;
        took += begun.elapsed();
        other.close().await?;
        Ok((seq, took))
    }

    /// Adds `invitations` in one transaction: four in ten open, three expired, two revoked or used, over four years.
    pub async fn fill_for_bench(&self, invitations: u32) -> Result<(), DeskError> {
        let store = self.store().await?;
        let now = self.ports().now();
        let mut tx = self.transaction(&store, Actor::Vestibule).await?;
        let creator = tx.account_named("amara").await?.ok_or(DeskError::Fault("bench"))?.standing.account;
        let [_, _, staff] = Role::built_in();
        let span = 4 * 365 * 86_400_000 / i64::from(invitations);
        let mut number = 0;
        while number < invitations {
            // Invitations created together have the same time.
            let at = now - TimeDelta::milliseconds(i64::from(invitations - number) * span);
            let (mut facts, mut ends) = (Vec::new(), Vec::new());
            for number in number..(number + 64).min(invitations) {
                let invitation = InvitationId::new(at, self.ports().random());
                facts.push(self.bench_fact(number, invitation, staff.id, at, now)?);
                if number % 10 == 8 {
                    ends.push(Event::InvitationRevoked { invitation, replaced_by: None }.into());
                }
            }
            number += 64;
            tx.stamp_by(Actor::Account(creator), at);
            tx.append_all(&facts.chunks(1).collect::<Vec<_>>()).await?;
            tx.append_all(&ends.chunks(1).collect::<Vec<_>>()).await?;
        }
        tx.commit(()).await?;
        self.index_soon();
        self.settle().await;
        Ok(())
    }

    /// Adds `people`: nine in ten Staff, in 40 departments and 12 groups of very different sizes, one in fifty
    /// suspended, one in four with a sign-in.
    pub async fn fill_with_users_for_bench(&self, people: u32) -> Result<(), DeskError> {
        let store = self.store().await?;
        let now = self.ports().now();
        let mut tx = self.transaction(&store, Actor::Vestibule).await?;
        let departments: Vec<DepartmentId> = (0..40).map(|_| DepartmentId::new(now, self.ports().random())).collect();
        let groups: Vec<GroupId> = (0..12).map(|_| GroupId::new(now, self.ports().random())).collect();
        let fault = |_| DeskError::Fault("bench");
        let mut facts: Vec<Fact> = Vec::new();
        for (number, department) in departments.iter().enumerate() {
            let name = DepartmentName::parse(&format!("Department {}", number + 1)).map_err(fault)?;
            let parent = (number >= 20).then(|| departments[number - 20]);
            facts.push(Event::DepartmentCreated { department: *department, name, parent }.into());
        }
        for (number, group) in groups.iter().enumerate() {
            let name = GroupName::parse(&format!("Group {}", number + 1)).map_err(fault)?;
            facts.push(Event::GroupCreated { group: *group, name }.into());
        }
        tx.append_all(&facts.chunks(1).collect::<Vec<_>>()).await?;
        let mut number = 0;
        while number < people {
            let mut facts = Vec::new();
            for number in number..(number + 250).min(people) {
                facts.extend(self.bench_user(number, &departments, &groups, now)?);
            }
            number += 250;
            tx.append_all(&facts.chunks(1).collect::<Vec<_>>()).await?;
        }
        tx.commit(()).await?;
        self.index_soon();
        self.settle().await;
        Ok(())
    }

    fn bench_user(
        &self,
        number: u32,
        departments: &[DepartmentId],
        groups: &[GroupId],
        now: Moment,
    ) -> Result<Vec<Fact>, DeskError> {
        let first = ["Noor", "Ada", "Lin", "Stef", "Mira", "Élan", "Jonas", "Priya"];
        let last = ["Haddad", "Osei", "Keller", "Moreau", "Ito", "Novak"];
        let account = AccountId::new(now, self.ports().random());
        // Spread names over the alphabet, and choose departments and groups independently of names.
        let spread = |turn: u32| (number ^ turn.wrapping_mul(0x9e37_79b9)).wrapping_mul(2_654_435_761) >> 8;
        let (shuffled, place, membership) = (spread(0), spread(0x51) ^ spread(0x7), spread(0x3a7) >> 3);
        let name = format!("{} {} {}", first[shuffled as usize % 8], last[shuffled as usize / 8 % 6], number % 1000);
        let [_, manager, staff] = Role::built_in();
        let role = if number % 10 == 3 { manager.id } else { staff.id };
        // One person in 2ⁿ is in group n.
        let of_groups = groups.iter().enumerate().filter(|(at, _)| membership % (2 << at) == 0);
        let mut facts = vec![Fact {
            event: Event::AccountCreated {
                account,
                role,
                department: Some(departments[place as usize % departments.len()]),
                joined_through: None,
                groups: of_groups.rev().map(|(_, group)| *group).take(2).collect(),
            },
            personal: Personal {
                name: PersonName::parse(&name).ok(),
                email: Email::parse(&format!("person{number}@school{}.example", number % 97)).ok(),
                username: Username::parse(&format!("u{number}")).ok(),
                ..Personal::default()
            },
        }];
        if number.is_multiple_of(50) {
            facts.push(Event::AccountSuspended { account }.into());
        } else if number.is_multiple_of(4) {
            facts.push(Event::SignedIn { account, kept: false }.into());
        }
        Ok(facts)
    }

    fn bench_fact(
        &self,
        number: u32,
        invitation: InvitationId,
        role: RoleId,
        at: Moment,
        now: Moment,
    ) -> Result<Fact, DeskError> {
        let code = self.new_code(CodeLength::Sixteen)?;
        let ends = match number % 10 {
            0..4 => now + TimeDelta::minutes(i64::from(number % 50_000) + 1),
            _ => at + TimeDelta::days(7),
        };
        let event = Event::InvitationCreated {
            invitation,
            code,
            role,
            department: None,
            usage_limit: UsageLimit::ONE,
            expiry: Expiry::stored(Some(ends)),
            domain: None,
            groups: Vec::new(),
            replaces: None,
        };
        let email = format!("person{number}@mail{}.example", number % 97);
        let personal = Personal {
            email: (!number.is_multiple_of(3)).then(|| Email::parse(&email).ok()).flatten(),
            label: number.is_multiple_of(3).then(|| Label::parse(&format!("Poster {number}")).ok()).flatten(),
            ..Personal::default()
        };
        Ok(Fact { event, personal })
    }
}
