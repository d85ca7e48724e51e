//! Two stores of one organisation admit each other's events in random orders that keep each chain; in the end, their
//! tables are equal.
#![allow(clippy::unwrap_used, missing_docs, reason = "a test that cannot go on fails")]

mod support;

use chrono::TimeDelta;
use proptest::prelude::*;
use support::{File, day};
use vestibule_domain::*;
use vestibule_store::{Admitted, Appended, EventRow, Stamp, StoreError};

/// The contents of all tables, by ids, since local row numbers may differ.
const TABLES: [&str; 15] = [
    "json_array(hex(id), name, join_address, created_at) FROM organisation",
    "json_array(hex(id), name, kind, head_seq, hex(head_hash)) FROM device",
    "json_array(hex(id), name, rank, scope, permissions) FROM role",
    "json_array(hex(d.id), d.name, d.path, d.path_key, hex(p.id))
     FROM department AS d LEFT JOIN department AS p ON p.num = d.parent",
    "json_array(hex(id), name, name_key) FROM user_group",
    "json_array(hex(a.id), a.name, a.email, a.email_key, a.username, r.name, d.path, a.state, hex(a.joined_through),
         a.created_at)
     FROM account AS a JOIN role AS r ON r.num = a.role LEFT JOIN department AS d ON d.num = a.department",
    "json_array(hex(a.id), g.name) FROM account_group AS m JOIN account AS a ON a.num = m.account
     JOIN user_group AS g ON g.num = m.user_group",
    "json_array(hex(i.id), i.code, i.email, i.email_key, i.domain, r.name, d.path, i.label, i.label_key, i.note,
         i.usage_limit, i.uses, i.expires_at, hex(c.id), i.created_at, i.revoked_at, hex(v.id), i.reason,
         hex(i.replaces), hex(i.replaced_by), i.archived_at, i.list_state)
     FROM invitation AS i JOIN role AS r ON r.num = i.role JOIN account AS c ON c.num = i.creator
     LEFT JOIN department AS d ON d.num = i.department LEFT JOIN account AS v ON v.num = i.revoked_by",
    "json_array(hex(i.id), g.name, m.created_at) FROM invitation_group AS m JOIN invitation AS i ON i.pos = m.invitation
     JOIN user_group AS g ON g.num = m.user_group",
    "json_array(hex(i.id), hex(a.id), u.at, hex(d.id)) FROM invitation_use AS u JOIN invitation AS i ON i.pos = u.invitation
     JOIN account AS a ON a.num = u.account JOIN device AS d ON d.num = u.device",
    "json_array(r.name, d.path, hex(c.id), t.bound, t.begun, t.list_state, t.n) FROM invitation_count AS t JOIN role AS r ON r.num = t.role
     JOIN account AS c ON c.num = t.creator LEFT JOIN department AS d ON d.num = t.department WHERE t.n <> 0",
    "json_array(g.name, t.list_state, t.n) FROM invitation_group_count AS t JOIN user_group AS g ON g.num = t.user_group WHERE t.n <> 0",
    "json_array(kind, list_state, hour, n) FROM invitation_hour_count WHERE n <> 0",
    "json_array(hex(d.id), e.seq, hex(e.id), e.at, e.kind, hex(e.actor), e.version, e.decision, e.payload, hex(e.digest),
         hex(e.hash), hex(e.salt), e.personal)
     FROM event AS e JOIN device AS d ON d.num = e.device",
    "json_array(hex(s.subject), hex(e.id)) FROM event_subject AS s JOIN event AS e ON e.pos = s.event",
];

async fn all_of(file: &File) -> Vec<Vec<String>> {
    let mut all = Vec::new();
    for table in TABLES {
        let rows = sqlx::query_scalar(&format!("SELECT {table} ORDER BY 1")).fetch_all(&file.store.pool()).await;
        all.push(rows.unwrap());
    }
    all
}

async fn own_events(file: &File) -> Vec<EventRow> {
    let mut tx = file.store.begin_read().await.unwrap();
    let head = tx.head().await.unwrap().unwrap();
    tx.events_of(head.device, 0, u32::MAX).await.unwrap()
}

async fn admit(file: &File, events: &[EventRow]) -> Result<Admitted, StoreError> {
    let mut tx = file.store.begin_write().await.unwrap();
    let admitted = tx.admit(events).await?;
    tx.commit().await.unwrap();
    Ok(admitted)
}

/// A device and the invitations created on it.
struct Side {
    name: &'static str,
    file: File,
    open: Vec<InvitationId>,
    groups: Vec<GroupId>,
    departments: Vec<DepartmentId>,
    steps: i64,
}

impl Side {
    fn new(name: &'static str, file: File) -> Self {
        Self { name, file, open: vec![], groups: vec![], departments: vec![], steps: 0 }
    }

    /// Does one of the operations that are decided on a device, with invitations created there.
    async fn act(&mut self, what: u8, which: usize) {
        self.steps += 1;
        let at = day(1) + TimeDelta::minutes(self.steps);
        let amara = Actor::Account(self.file.amara);
        let some = |all: &[InvitationId]| all.get(which % all.len().max(1)).copied();
        let named = format!("{} {}", self.name, self.steps);
        let facts = match (what, some(&self.open)) {
            (0, _) => {
                let group = GroupId::new(at, self.file.random());
                self.groups.push(group);
                vec![Event::GroupCreated { group, name: GroupName::parse(&named).unwrap() }.into()]
            }
            (1, _) => {
                let department = DepartmentId::new(at, self.file.random());
                let parent = self.departments.get(which).copied();
                self.departments.push(department);
                let name = DepartmentName::parse(&named).unwrap();
                vec![Event::DepartmentCreated { department, name, parent }.into()]
            }
            (2 | 3, _) | (_, None) => {
                let personal = Personal {
                    email: Email::parse(&format!("p{which}@{}.example", self.name)).ok().filter(|_| what == 2),
                    label: Label::parse(&named).ok(),
                    ..Personal::default()
                };
                let role = Role::built_in()[2].id;
                let (id, _, mut fact) = self.file.invitation(at, role, 5, Some(day(9)), personal);
                if let Event::InvitationCreated { department, groups, .. } = &mut fact.event {
                    *department = self.departments.get(which).copied();
                    groups.extend(self.groups.get(which));
                }
                self.open.push(id);
                vec![fact]
            }
            (4 | 5, Some(id)) => {
                let account = AccountId::new(at, self.file.random());
                let username = format!("{}{}", self.name, self.steps);
                let joined = self.file.account(account, &username, Role::built_in()[2].id, Some(id));
                let facts = [joined, Event::InvitationRedeemed { invitation: id, account }.into()];
                // The fifth use is the last one.
                let _ = self.file.happen(at, Actor::Stranger, &facts).await;
                return;
            }
            (6, Some(id)) => {
                self.open.retain(|open| *open != id);
                vec![Event::InvitationRevoked { invitation: id, replaced_by: None }.into()]
            }
            (7, Some(id)) => {
                self.open.retain(|open| *open != id);
                vec![Event::InvitationsArchived { invitations: vec![id] }.into()]
            }
            (8, Some(id)) => {
                let personal = Personal { note: Note::parse(&named).ok(), ..Personal::default() };
                vec![Fact { event: Event::InvitationDescribed { invitation: id }, personal }]
            }
            (_, Some(id)) => vec![Event::InvitationCopied { invitation: id, link: false, form: None }.into()],
        };
        // One that was used up meanwhile can't be revoked; then the transaction rolls back.
        let _ = self.file.happen(at, amara, &facts).await;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn two_stores_that_hear_each_other_say_the_same(
        steps in prop::collection::vec((any::<bool>(), 0_u8..13, 0_usize..4, 1_u32..6), 1..60)
    ) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let first = File::new().await;
            let second = File::beside(&first).await;
            let (mut first, mut second) = (Side::new("first", first), Side::new("second", second));
            for (at_first, what, which, most) in steps {
                let (here, there) = if at_first { (&mut first, &second) } else { (&mut second, &first) };
                if what < 10 {
                    here.act(what, which).await;
                } else {
                    here.file.hear(&there.file, most).await.unwrap();
                }
            }
            first.file.hear(&second.file, u32::MAX).await.unwrap();
            second.file.hear(&first.file, u32::MAX).await.unwrap();
            assert_eq!(all_of(&first.file).await, all_of(&second.file).await);
            for (here, there) in [(&first.file, &second.file), (&second.file, &first.file)] {
                let verified = here.store.verify().await.unwrap();
                assert_eq!((verified.broken, verified.tables, verified.counts), (None, vec![], vec![]));
                let known = own_events(there).await;
                let again = Admitted { new: 0, known: known.len() as u64 };
                assert_eq!(admit(here, &known).await.unwrap(), again, "a second time changes nothing");
            }
        });
    }
}

/// Two devices; the first has not admitted the second one's events.
async fn unheard() -> (File, Vec<EventRow>) {
    let first = File::new().await;
    let second = File::beside(&first).await;
    let (invitation, _) = second.invite(day(1), 3, None).await;
    second.join(day(2), invitation, "noor").await.unwrap();
    let events = own_events(&second).await;
    assert_eq!(events.len(), 4);
    (first, events)
}

#[tokio::test]
async fn what_is_not_as_it_was_written_is_not_admitted_and_nothing_of_it_stays() {
    for tx in [
        (|event: &mut EventRow| event.at += 1) as fn(&mut EventRow),
        |event| event.payload = event.payload.replace("\"usage_limit\":3", "\"usage_limit\":9"),
        |event| event.actor = Some(vec![7; 16]),
        |event| event.decision = Some(1),
        |event| event.base = Some(1),
        |event| event.via = Some(vec![7; 16]),
        |event| event.version = 1,
        |event| event.hash[0] ^= 1,
        |event| event.seq += 1,
        |event| event.id[0] ^= 1,
    ] {
        let (first, mut events) = unheard().await;
        let before = all_of(&first).await;
        tx(&mut events[1]);
        assert!(matches!(admit(&first, &events).await, Err(StoreError::NotNext { .. })), "{:?}", events[1]);
        assert_eq!(all_of(&first).await, before);
    }
    let (first, mut events) = unheard().await;
    events[2].personal = events[2].personal.as_ref().map(|personal| personal.replace("noor", "zoor"));
    assert!(matches!(admit(&first, &events).await, Err(StoreError::NotNext { seq: 3, .. })));
}

#[tokio::test]
async fn an_event_is_admitted_behind_those_before_it_and_once() {
    let (first, events) = unheard().await;
    assert!(matches!(admit(&first, &events[1..]).await, Err(StoreError::NotNext { seq: 2, .. })), "one is missing");
    assert_eq!(admit(&first, &events[..2]).await.unwrap(), Admitted { new: 2, known: 0 });
    assert_eq!(admit(&first, &events).await.unwrap(), Admitted { new: 2, known: 2 });
    assert_eq!(admit(&first, &events).await.unwrap(), Admitted { new: 0, known: 4 });
}

#[tokio::test]
async fn a_chain_that_goes_on_in_two_ways_is_seen() {
    let (first, events) = unheard().await;
    admit(&first, &events).await.unwrap();
    let mut other = events.clone();
    other[3].hash[0] ^= 1;
    assert!(matches!(admit(&first, &other).await, Err(StoreError::Forked { seq: 4 })));
    // No other device may extend this device's own chain.
    let mut own = own_events(&first).await;
    let last = own.last().unwrap().clone();
    own.push(EventRow { seq: last.seq + 1, ..last });
    assert!(matches!(admit(&first, &own).await, Err(StoreError::Forked { .. })));
}

#[tokio::test]
async fn events_of_another_organisation_fit_nowhere() {
    let (first, _) = unheard().await;
    let elsewhere = File::new().await;
    let stranger = File::beside(&elsewhere).await;
    stranger.invite(day(1), 1, None).await;
    // Same founder and roles, but another organisation, as in a restored file of somebody else.
    let organisation = "UPDATE organisation SET id = randomblob(16)";
    sqlx::query(organisation).execute(&first.store.pool()).await.unwrap();
    let refused = admit(&first, &own_events(&stranger).await).await;
    assert!(matches!(refused, Err(StoreError::NotNext { seq: 1, .. })), "{refused:?}");
}

#[tokio::test]
async fn what_the_tables_refuse_does_not_fit() {
    let first = File::new().await;
    let second = File::beside(&first).await;
    let (invitation, _) = first.invite(day(1), 1, None).await;
    second.hear(&first, u32::MAX).await.unwrap();
    // Each device accepts a use of an invitation for one use.
    first.join(day(2), invitation, "noor").await.unwrap();
    second.join(day(2), invitation, "liam").await.unwrap();
    let refused = admit(&first, &own_events(&second).await).await;
    assert!(matches!(refused, Err(StoreError::EventDoesNotFit(_))), "{refused:?}");
    assert_eq!(first.store.verify().await.unwrap().tables, [""; 0]);
}

/// Operations on many invitations: each is created alone or among many, then ended, described or used.
fn facts_of_many(file: &File) -> Vec<Vec<Fact>> {
    let staff = Role::built_in()[2].id;
    let mut facts = Vec::new();
    let group = GroupId::new(day(1), file.random());
    facts.push(vec![Event::GroupCreated { group, name: GroupName::parse("First aiders").unwrap() }.into()]);
    for run in [1, 70, 2, 300, 5, 0, 90] {
        let mut made = Vec::new();
        for _ in 0..run {
            let (id, _, mut fact) = file.invitation(day(1), staff, 2, Some(day(9)), Personal::default());
            if let (Event::InvitationCreated { groups, .. }, 0) = (&mut fact.event, made.len() % 4) {
                groups.push(group);
            }
            facts.push(vec![fact]);
            made.push(id);
            if made.len() % 5 == 0 {
                facts.push(vec![Event::InvitationCopied { invitation: id, link: true, form: None }.into()]);
            }
        }
        for (number, id) in made.iter().enumerate() {
            let account = AccountId::new(day(2), file.random());
            let named = format!("noor{}.{number}", facts.len());
            match number % 6 {
                0 => facts.push(vec![
                    file.account(account, &named, staff, Some(*id)),
                    Event::InvitationRedeemed { invitation: *id, account }.into(),
                ]),
                1 => facts.push(vec![Event::InvitationRevoked { invitation: *id, replaced_by: None }.into()]),
                2 => facts.push(vec![Event::InvitationsArchived { invitations: vec![*id, made[0]] }.into()]),
                3 => facts.push(vec![Event::PersonErased { account: file.amara, invitations: vec![*id] }.into()]),
                _ => {}
            }
        }
        // Many at once.
        for id in made.iter().skip(4).step_by(6) {
            facts.push(vec![Event::InvitationRevoked { invitation: *id, replaced_by: None }.into()]);
        }
    }
    facts
}

#[tokio::test]
async fn a_long_chain_gives_the_same_tables_in_one_call_and_in_many() {
    let first = File::new().await;
    let facts = facts_of_many(&first);
    let decisions: Vec<&[Fact]> = facts.iter().map(Vec::as_slice).collect();
    first.happen_all(day(3), Actor::Account(first.amara), &decisions).await.unwrap();
    let expected = all_of(&first).await;
    let events = own_events(&first).await;
    assert!(events.len() > 700, "{}", events.len());
    for at_once in [events.len(), 101] {
        let other = File::empty().await;
        for events in events.chunks(at_once) {
            let new = events.len() as u64;
            assert_eq!(admit(&other, events).await.unwrap(), Admitted { new, known: 0 });
        }
        assert_eq!(all_of(&other).await, expected, "{at_once} at once");
        let verified = other.store.verify().await.unwrap();
        assert_eq!((verified.broken, verified.tables, verified.counts), (None, vec![], vec![]));
        assert_eq!(admit(&other, &events).await.unwrap(), Admitted { new: 0, known: events.len() as u64 });
    }
}

#[tokio::test]
async fn a_transaction_knows_what_it_appended() {
    let (first, events) = unheard().await;
    let mut tx = first.store.begin_write().await.unwrap();
    let own = tx.head().await.unwrap().unwrap();
    let group_made = |number: i64| Event::GroupCreated {
        group: GroupId::new(day(number), first.random()),
        name: GroupName::parse(&format!("Group {number}")).unwrap(),
    };
    assert_eq!(tx.appended(), []);
    let stamp = Stamp { at: day(3), actor: Actor::Account(first.amara), random: &|out: &mut [u8]| out.fill(7) };
    tx.append(&[group_made(1).into(), group_made(2).into()], stamp).await.unwrap();
    tx.append(&[group_made(3).into()], stamp).await.unwrap();
    tx.admit(&events).await.unwrap();
    tx.admit(&events).await.unwrap();
    let device = DeviceId::from_bytes(events[0].device);
    let expected = [
        Appended { device: own.device, first: own.seq + 1, last: own.seq + 3 },
        Appended { device, first: 1, last: 4 },
    ];
    assert_eq!(tx.appended(), expected);
}

#[tokio::test]
async fn what_stands_before_a_refused_event_is_not_committed() {
    let (first, mut events) = unheard().await;
    let before = all_of(&first).await;
    events[3].hash[0] ^= 1;
    let mut tx = first.store.begin_write().await.unwrap();
    assert!(matches!(tx.admit(&events).await, Err(StoreError::NotNext { seq: 4, .. })));
    assert!(matches!(tx.commit().await, Err(StoreError::EventDoesNotFit(_))));
    assert_eq!(all_of(&first).await, before);
}

#[tokio::test]
async fn labels_are_offered_by_when_they_were_made_and_not_by_when_they_came() {
    let first = File::new().await;
    let second = File::beside(&first).await;
    for (file, made, text) in [(&second, 2, "Autumn"), (&first, 3, "Winter"), (&second, 4, "Spring")] {
        let personal = Personal { label: Label::parse(text).ok(), ..Personal::default() };
        let (id, _, fact) = file.invitation(day(made), Role::built_in()[2].id, 1, None, personal);
        file.happen(day(made), Actor::Account(file.amara), &[fact]).await.unwrap();
        if text == "Spring" {
            file.revoke(day(5), id).await;
        }
    }
    first.hear(&second, u32::MAX).await.unwrap();
    let labels = first.store.begin_read().await.unwrap().labels(None, 9).await.unwrap();
    assert_eq!(labels, ["Spring", "Winter", "Autumn"]);
}

#[tokio::test]
async fn what_two_devices_revoked_is_not_revoked_twice() {
    let first = File::new().await;
    let mut invitations = Vec::new();
    for _ in 0..4 {
        invitations.push(first.invite(day(1), 1, None).await.0);
    }
    let (second, third) = (File::beside(&first).await, File::beside(&first).await);
    let mut chains = Vec::new();
    for other in [&second, &third] {
        for id in &invitations {
            other.revoke(day(2), *id).await;
        }
        chains.push(own_events(other).await);
    }
    let by_turns: Vec<EventRow> = chains[0].iter().zip(&chains[1]).flat_map(|(a, b)| [a.clone(), b.clone()]).collect();
    let before = all_of(&first).await;
    for events in [chains.concat(), by_turns] {
        let refused = admit(&first, &events).await;
        assert!(matches!(refused, Err(StoreError::EventDoesNotFit(_))), "{refused:?}");
        assert_eq!(all_of(&first).await, before);
    }
    admit(&first, &chains[0]).await.unwrap();
    assert_eq!(first.store.verify().await.unwrap().tables, [""; 0]);
}

#[tokio::test]
async fn the_trail_holds_each_device_s_events_once_page_by_page_and_with_positions_missing() {
    let (first, events) = unheard().await;
    admit(&first, &events).await.unwrap();
    first.invite(day(3), 1, None).await;
    let total = first.store.verify().await.unwrap().events;
    let trail = async || {
        let mut ids = Vec::new();
        for skip in (0..total + 3).step_by(3) {
            let page = first.store.begin_read().await.unwrap().audit(skip, 3).await.unwrap();
            assert_eq!(page.total, total);
            ids.extend(page.items.into_iter().map(|row| row.id));
        }
        ids
    };
    let whole = trail().await;
    let distinct: std::collections::BTreeSet<_> = whole.iter().collect();
    assert_eq!((whole.len() as u64, distinct.len() as u64), (total, total));
    let mut connection = first.store.pool().acquire().await.unwrap();
    for sql in [
        "PRAGMA foreign_keys = OFF",
        "UPDATE event_subject SET event = event + 100 WHERE event > 5",
        "UPDATE event SET pos = pos + 100 WHERE pos > 5",
        "PRAGMA foreign_keys = ON",
    ] {
        sqlx::query(sql).execute(&mut *connection).await.unwrap();
    }
    drop(connection);
    assert_eq!(trail().await, whole);
}
