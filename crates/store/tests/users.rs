//! Lists of people: every filter, sort and search equals a sort of all rows in memory, counts equal the rows, and
//! sessions end when they must.
#![allow(clippy::unwrap_used, missing_docs, reason = "a test that cannot go on fails")]

mod support;

use support::{File, day};
use vestibule_domain::*;
use vestibule_store::{NewSession, UserFilter, UserQuery, UserRow, UserSort};

const SORTS: [UserSort; 8] = [
    UserSort::Name,
    UserSort::Username,
    UserSort::Email,
    UserSort::Role,
    UserSort::Department,
    UserSort::State,
    UserSort::LastSignIn,
    UserSort::Created,
];

fn department(number: u8) -> DepartmentId {
    DepartmentId::new(day(0), [number; 10])
}

fn group(number: u8) -> GroupId {
    GroupId::new(day(0), [100 + number; 10])
}

/// Administrator, Manager, Staff.
fn role(number: usize) -> RoleId {
    Role::built_in()[number - 1].id
}

fn account(number: u8) -> AccountId {
    AccountId::new(day(2), [number; 10])
}

fn joined(number: u8) -> Fact {
    // Equal names, letters with accents, and two words that many names contain.
    let name = format!("{} {}", ["Noor", "Élan", "noor", "Stef", "Änne"][usize::from(number % 5)], number % 7);
    Fact {
        event: Event::AccountCreated {
            account: account(number),
            role: role([3, 3, 2, 3][usize::from(number % 4)]),
            department: [None, Some(1), Some(2), Some(3)][usize::from(number % 4)].map(department),
            joined_through: None,
            groups: [1, 2].into_iter().filter(|one| number.is_multiple_of(2 + one)).map(group).collect(),
        },
        personal: Personal {
            name: PersonName::parse(&name).ok(),
            email: Email::parse(&format!("person{number}@school.example")).ok(),
            username: Username::parse(&format!("person-{number}")).ok(),
            ..Personal::default()
        },
    }
}

/// 60 people in Science, Science/Physics and Arts, some of them suspended, erased, or moved since.
async fn crowd() -> File {
    let file = File::new().await;
    let created = |number: u8, name: &str, parent: Option<u8>| Event::DepartmentCreated {
        department: department(number),
        name: DepartmentName::parse(name).unwrap(),
        parent: parent.map(department),
    };
    let grouped =
        |number: u8, name: &str| Event::GroupCreated { group: group(number), name: GroupName::parse(name).unwrap() };
    let mut facts: Vec<Fact> = [
        created(1, "Science", None),
        created(2, "Physics", Some(1)),
        created(3, "Arts", None),
        grouped(1, "Choir"),
        grouped(2, "First aid"),
    ]
    .map(Fact::from)
    .into();
    facts.extend((0..60).map(joined));
    for number in (0..60).step_by(9) {
        facts.push(Event::AccountSuspended { account: account(number) }.into());
    }
    facts.push(Event::AccountReactivated { account: account(9) }.into());
    facts.push(Event::PersonErased { account: account(18), invitations: vec![] }.into());
    facts.push(Event::AccountMoved { account: account(21), department: Some(department(3)) }.into());
    facts.push(Event::AccountMoved { account: account(25), department: None }.into());
    facts.push(Event::AccountRoleChanged { account: account(24), role: role(1) }.into());
    facts.push(Fact {
        event: Event::ProfileChanged { account: account(30) },
        personal: Personal {
            name: PersonName::parse("Zoë Weiß Γιώργος").ok(),
            email: Email::parse("zoe@post.example").ok(),
            ..Personal::default()
        },
    });
    // "Noor" before, beside and after the names that begin with it: in a name, an address, and in both.
    for (number, name, email) in [
        (34, "Ada Noor", "person34@school.example"),
        (31, "Élan 3", "noor31@school.example"),
        (33, "Noor 5", "noor33@school.example"),
        (38, "Stef Noor", "person38@school.example"),
    ] {
        facts.push(Fact {
            event: Event::ProfileChanged { account: account(number) },
            personal: Personal {
                name: PersonName::parse(name).ok(),
                email: Email::parse(email).ok(),
                ..Personal::default()
            },
        });
    }
    file.happen(day(2), Actor::Account(file.amara), &facts).await.unwrap();
    for number in [3, 40, 7] {
        let event = Event::SignedIn { account: account(number), kept: false };
        file.happen(day(3 + i64::from(number)), Actor::Account(account(number)), &[event.into()]).await.unwrap();
    }
    file
}

fn everybody() -> UserQuery {
    UserQuery {
        reach: Reach::Everything,
        filter: UserFilter::default(),
        sort: UserSort::Name,
        descending: false,
        page: 1,
        size: 500,
        small: UserQuery::SMALL,
    }
}

async fn ids(file: &File, query: &UserQuery) -> Vec<AccountId> {
    let page = file.store.begin_read().await.unwrap().users(query).await.unwrap();
    page.items.iter().map(|row| row.account.standing.account).collect()
}

/// A row's sort key; rows with equal keys may come in any order.
fn compared(row: &UserRow, sort: UserSort) -> String {
    let account = &row.account;
    match sort {
        UserSort::Name => letters::key(&account.name),
        UserSort::Username => account.username.clone(),
        UserSort::Email => account.email.to_lowercase(),
        UserSort::Role => account.standing.role.name.to_lowercase(),
        UserSort::Department => account.department.clone().unwrap_or_default().to_lowercase(),
        UserSort::State => format!("{:?}", account.standing.state).replace("Active", "0"),
        UserSort::LastSignIn => row.last_sign_in_at.map(|at| at.to_rfc3339()).unwrap_or_default(),
        UserSort::Created => row.created_at.to_rfc3339(),
    }
}

/// Reads all pages of a list, in several sizes and by each way of finding them: they must contain exactly `expected`,
/// in the column's order.
async fn is_listed(file: &File, filter: &UserFilter, reach: &Reach, expected: &[AccountId]) {
    let mut expected: Vec<AccountId> = expected.to_vec();
    expected.sort();
    for sort in SORTS {
        for (descending, size, small) in
            [(false, 500, 0), (true, 7, UserQuery::SMALL), (false, 7, 0), (true, 2, 8), (false, 3, 8)]
        {
            let query = UserQuery {
                reach: reach.clone(),
                filter: filter.clone(),
                sort,
                descending,
                size,
                small,
                ..everybody()
            };
            let mut rows = Vec::new();
            let pages = u32::try_from(expected.len()).unwrap().div_ceil(size).max(1);
            for page in 1..=pages {
                let answer =
                    file.store.begin_read().await.unwrap().users(&UserQuery { page, ..query.clone() }).await.unwrap();
                assert_eq!(answer.page, page, "{query:?}");
                if answer.is_at_least {
                    assert!(answer.total <= expected.len() as u64, "{query:?}");
                } else {
                    assert_eq!(answer.total, expected.len() as u64, "{query:?}");
                }
                rows.extend(answer.items);
            }
            let keys: Vec<String> = rows.iter().map(|row| compared(row, sort)).collect();
            let is_sorted = keys.is_sorted_by(|a, b| if descending { a >= b } else { a <= b });
            assert!(is_sorted, "{sort:?} {descending}: {keys:?}");
            let mut found: Vec<AccountId> = rows.iter().map(|row| row.account.standing.account).collect();
            assert_eq!(whole(file, &query).await, found, "{query:?}: all at once as page by page");
            found.sort();
            assert_eq!(found, expected, "{query:?}");
        }
    }
}

/// All matches of a query, read seven at a time.
async fn whole(file: &File, query: &UserQuery) -> Vec<AccountId> {
    let mut tx = file.store.begin_read().await.unwrap();
    let found = tx.find_all_users(query).await.unwrap();
    let mut rows = Vec::new();
    for from in (0..found.len()).step_by(7) {
        rows.extend(tx.users_at(&found, from, 7).await.unwrap());
    }
    rows.iter().map(|row| row.account.standing.account).collect()
}

#[tokio::test]
async fn a_selection_is_who_is_named_within_reach_or_all_but_some() {
    let file = crowd().await;
    let mut tx = file.store.begin_read().await.unwrap();
    let science = Reach::Division(tx.division(department(1)).await.unwrap().unwrap());
    let named = [account(5), account(3), account(1), AccountId::from_bytes([9; 16])];
    for (reach, expected) in [(Reach::Everything, 3), (science, 2), (Reach::Themselves, 0)] {
        let found = tx.find_these_users(&named, &reach).await.unwrap();
        let rows = tx.users_at(&found, 0, 9).await.unwrap();
        assert!(rows.iter().all(|row| reach.includes(row.account.standing.department)), "{reach:?}");
        assert_eq!((found.len(), rows.len()), (expected, expected), "{reach:?}: who is unknown is not missed");
    }
    let found = tx.find_these_users(&named, &Reach::Everything).await.unwrap();
    let rows = tx.users_at(&found, 0, 9).await.unwrap();
    let order: Vec<AccountId> = rows.iter().map(|row| row.account.standing.account).collect();
    assert_eq!(order, named[..3], "in the order in which they are named");
    let all = tx.find_all_users(&everybody()).await.unwrap();
    let (many, without) = (all.len(), tx.users_without(all, &named).await.unwrap());
    assert_eq!(without.len(), many - 3);
}

#[tokio::test]
async fn every_filter_and_sort_gives_what_looking_at_all_rows_gives() {
    let file = crowd().await;
    let mut tx = file.store.begin_read().await.unwrap();
    let all = tx.users(&UserQuery { filter: UserFilter::default(), ..everybody() }).await.unwrap().items;
    assert_eq!(all.len(), 60, "59 of the crowd and Amara; nobody sees who was erased");
    let science = tx.division(department(1)).await.unwrap().unwrap();
    let arts = tx.division(department(3)).await.unwrap().unwrap();
    drop(tx);
    let of = |such: &dyn Fn(&UserRow) -> bool| -> Vec<AccountId> {
        all.iter().filter(|row| such(row)).map(|row| row.account.standing.account).collect()
    };
    let in_division =
        |row: &UserRow, division: &Division| row.account.standing.department.is_some_and(|one| division.includes(one));
    let state = |row: &UserRow| row.account.standing.state;
    let staff = role(3);
    let none = UserFilter::default();
    is_listed(&file, &none, &Reach::Everything, &of(&|_| true)).await;
    for (filter, expected) in [
        (UserFilter { role: Some(staff), ..none.clone() }, of(&|row| row.account.standing.role.id == staff)),
        (UserFilter { department: Some(science.clone()), ..none.clone() }, of(&|row| in_division(row, &science))),
        (
            UserFilter { state: Some(AccountState::Suspended), ..none.clone() },
            of(&|row| state(row) == AccountState::Suspended),
        ),
        (UserFilter { group: Some(group(1)), ..none.clone() }, of(&|row| row.groups.contains(&"Choir".to_owned()))),
        (
            UserFilter { group: Some(group(2)), role: Some(staff), department: Some(science.clone()), ..none.clone() },
            of(&|row| {
                row.groups.contains(&"First aid".to_owned())
                    && row.account.standing.role.id == staff
                    && in_division(row, &science)
            }),
        ),
        (UserFilter { role: Some(RoleId::from_bytes([9; 16])), ..none.clone() }, vec![]),
    ] {
        is_listed(&file, &filter, &Reach::Everything, &expected).await;
    }
    assert!(of(&|row| row.groups.len() == 2).len() > 2, "the groups are not empty");
    // The reach limits every query.
    let within = Reach::Division(science.clone());
    is_listed(&file, &none, &within, &of(&|row| in_division(row, &science))).await;
    is_listed(&file, &UserFilter { department: Some(arts), ..none.clone() }, &within, &[]).await;
    is_listed(&file, &none, &Reach::Themselves, &[]).await;
    let erased = UserFilter { state: Some(AccountState::Erased), ..none };
    assert_eq!(ids(&file, &UserQuery { filter: erased, ..everybody() }).await, [account(18)]);
}

#[tokio::test]
async fn a_search_finds_part_of_name_username_and_email_in_any_case_with_and_without_the_index() {
    let file = crowd().await;
    for indexed in [false, true] {
        if indexed {
            let mut tx = file.store.begin_write().await.unwrap();
            while tx.index_search().await.unwrap() {}
            tx.commit().await.unwrap();
        }
        let all = file.store.begin_read().await.unwrap().users(&everybody()).await.unwrap().items;
        for (typed, many) in [
            ("noor", 27),
            ("ÉLAN", 12),
            ("än", 11),
            ("person-4", 11),
            ("zoe@post", 1),
            ("Zoë W", 1),
            ("weiß", 1),
            ("WEISS", 1),
            ("γιώργος", 1),
            ("ΓΙΏΡΓΟΣ", 1),
            ("school", 58),
            ("x y", 0),
        ] {
            let search = SearchTerm::parse(typed).unwrap();
            let term = search.clone().unwrap();
            let has = |row: &&UserRow| {
                let account = &row.account;
                letters::key(&account.name).contains(&letters::key(term.text()))
                    || account.username.contains(term.text())
                    || account.email.to_lowercase().contains(term.text())
            };
            let expected: Vec<AccountId> = all.iter().filter(has).map(|row| row.account.standing.account).collect();
            assert_eq!(expected.len(), many, "{typed}");
            is_listed(&file, &UserFilter { search, ..UserFilter::default() }, &Reach::Everything, &expected).await;
        }
    }
}

#[tokio::test]
async fn counts_are_what_the_rows_add_up_to_and_the_log_gives_the_same() {
    let file = crowd().await;
    let mut tx = file.store.begin_read().await.unwrap();
    let page = tx.users(&UserQuery { size: 1, ..everybody() }).await.unwrap();
    assert_eq!((page.counters.active, page.counters.suspended, page.total), (55, 5, 60));
    let science = Reach::Division(tx.division(department(1)).await.unwrap().unwrap());
    let within = tx.users(&UserQuery { reach: science, ..everybody() }).await.unwrap();
    assert_eq!(within.counters.active + within.counters.suspended, within.total);
    drop(tx);
    let verified = file.store.verify().await.unwrap();
    assert_eq!((verified.broken, verified.tables), (None, vec![]));
}

#[tokio::test]
async fn what_names_nobody_or_nothing_that_stands_is_refused_whole() {
    let file = crowd().await;
    let nobody = AccountId::new(day(9), [200; 10]);
    for event in [
        Event::AccountRoleChanged { account: nobody, role: role(3) },
        Event::AccountRoleChanged { account: account(1), role: RoleId::from_bytes([9; 16]) },
        Event::AccountMoved { account: nobody, department: None },
        Event::AccountMoved { account: account(1), department: Some(department(77)) },
        Event::AccountSuspended { account: nobody },
        Event::AccountSuspended { account: account(18) },
        Event::AccountReactivated { account: account(18) },
    ] {
        let answer = file.happen(day(60), Actor::Account(file.amara), &[event.clone().into()]).await;
        assert!(answer.is_err(), "{event:?}");
    }
    assert_eq!(file.store.verify().await.unwrap().tables, Vec::<String>::new());
}

async fn signed_in(file: &File, account: AccountId, number: u8, token: Option<&[u8]>) -> SessionId {
    let id = SessionId::new(day(4), [number; 10]);
    let mut tx = file.store.begin_write().await.unwrap();
    let session = NewSession { id, account, slot: "window", token_hash: token };
    tx.begin_session(session, day(4)).await.unwrap();
    tx.commit().await.unwrap();
    id
}

async fn sits(file: &File, account: AccountId, session: SessionId) -> bool {
    file.store.begin_read().await.unwrap().account_under_rules(account, Some(session)).await.unwrap().0.is_some()
}

#[tokio::test]
async fn sessions_end_with_a_suspension_with_a_new_password_and_one_by_one() {
    let file = crowd().await;
    let (noor, stef) = (account(2), account(5));
    let first = signed_in(&file, noor, 1, None).await;
    let second = signed_in(&file, noor, 2, Some(b"token")).await;
    let other = signed_in(&file, stef, 3, None).await;
    assert!(sits(&file, noor, first).await && sits(&file, noor, second).await && sits(&file, stef, other).await);
    assert!(!sits(&file, stef, first).await, "a session is one person's");
    assert!(file.store.begin_write_by(noor, Some(first)).await.unwrap().1.who.is_some());
    assert!(file.store.begin_write_by(stef, Some(first)).await.unwrap().1.who.is_none());
    let kept = file.store.begin_read().await.unwrap().kept_session(b"token", "window").await.unwrap().unwrap();
    assert_eq!((kept.id, kept.account, kept.is_locked), (second, noor, false));
    let end = Event::SessionEnded { account: noor, session: first };
    file.happen(day(5), Actor::Account(file.amara), &[end.into()]).await.unwrap();
    assert!(!sits(&file, noor, first).await && sits(&file, noor, second).await);
    file.happen(day(5), Actor::Account(file.amara), &[Event::AccountSuspended { account: noor }.into()]).await.unwrap();
    assert!(!sits(&file, noor, second).await && sits(&file, stef, other).await);
    assert_eq!(file.store.begin_read().await.unwrap().kept_session(b"token", "window").await.unwrap(), None);
    let set = Event::PasswordSet { account: stef, way: PasswordWay::Code };
    file.happen(day(5), Actor::Stranger, &[set.into()]).await.unwrap();
    assert!(!sits(&file, stef, other).await);
}
