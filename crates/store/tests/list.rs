//! Lists and counters, compared with a simple reference implementation at many clock values.
#![allow(clippy::unwrap_used, missing_docs, reason = "a test that cannot go on fails")]

mod support;

use chrono::TimeDelta;
use proptest::prelude::*;
use support::{File, day};
use vestibule_domain::*;
use vestibule_store::{Counters, InvitationRow, ListFilter, ListQuery, ListSort};

const SORTS: [ListSort; 8] = [
    ListSort::Created,
    ListSort::Code,
    ListSort::Email,
    ListSort::Role,
    ListSort::Status,
    ListSort::Expires,
    ListSort::Uses,
    ListSort::CreatedBy,
];

fn aiders() -> GroupId {
    GroupId::new(day(0), [7; 10])
}

fn library() -> DepartmentId {
    DepartmentId::new(day(0), [21; 10])
}

fn maps() -> DepartmentId {
    DepartmentId::new(day(0), [22; 10])
}

fn clubs() -> DepartmentId {
    DepartmentId::new(day(0), [23; 10])
}

fn club(number: u8) -> DepartmentId {
    DepartmentId::new(day(0), [100 + number; 10])
}

/// Library/Rare books/Maps, and a department of eighteen clubs: more than the list walks in parallel.
fn departments() -> Vec<Fact> {
    let rare = DepartmentId::new(day(0), [24; 10]);
    let made = |department, name: &str, parent| {
        Event::DepartmentCreated { department, name: DepartmentName::parse(name).unwrap(), parent }.into()
    };
    let mut all = vec![
        made(library(), "Library", None),
        made(rare, "Rare books", Some(library())),
        made(maps(), "Maps", Some(rare)),
        made(clubs(), "Clubs", None),
    ];
    all.extend((0..18).map(|number| made(club(number), &format!("Club {number}"), Some(clubs()))));
    all
}

/// Some 120 invitations of every kind, by two people, in two roles and some twenty departments.
async fn full(seed: u64) -> File {
    let file = File::new().await;
    let [_, manager, staff] = Role::built_in();
    let jonas = AccountId::new(day(0), file.random());
    let mut facts = departments();
    facts.push(Event::GroupCreated { group: aiders(), name: GroupName::parse("First aiders").unwrap() }.into());
    facts.push(file.account(jonas, "jonas", manager.id, None));
    file.happen(day(0), Actor::Account(file.amara), &facts).await.unwrap();
    for number in 0..120u64 {
        let turn = |of: u64| (seed.wrapping_mul(number + 7).wrapping_add(number * number)) % of;
        let at = day(1) + TimeDelta::hours(i64::try_from(turn(400)).unwrap());
        let ends = (turn(7) > 0).then(|| at + TimeDelta::hours(i64::try_from(1 + turn(300)).unwrap()));
        let role = if turn(4) == 0 { manager.id } else { staff.id };
        let personal = Personal {
            email: (turn(2) == 0).then(|| Email::parse(&format!("p{}@post.example", turn(50))).unwrap()),
            label: (turn(3) == 0).then(|| Label::parse(&format!("Poster {}", turn(9))).unwrap()),
            ..Personal::default()
        };
        let (id, _, mut fact) = file.invitation(at, role, 1 + turn(3), ends, personal);
        if let Event::InvitationCreated { department, groups, .. } = &mut fact.event {
            *department = match number % 6 {
                0 => Some(library()),
                1 => Some(maps()),
                2 => Some(clubs()),
                3 => Some(club(u8::try_from(number / 6 % 9).unwrap())),
                _ => None,
            };
            groups.extend((turn(4) == 1).then(aiders));
        }
        let by = if turn(3) == 1 { jonas } else { file.amara };
        file.happen(at, Actor::Account(by), &[fact]).await.unwrap();
        let soon = at + TimeDelta::minutes(10);
        match turn(6) {
            0 => file.revoke(soon, id).await,
            1 | 2 => drop(file.join(soon, id, &format!("newcomer{number}")).await.unwrap()),
            _ => {}
        }
    }
    file
}

async fn pages(file: &File, query: &ListQuery) -> (Vec<InvitationRow>, Counters) {
    let mut all = Vec::new();
    let mut page = 1;
    loop {
        let (got, counters) = file
            .store
            .look_at(query.now)
            .await
            .unwrap()
            .list(&ListQuery { page, ..query.clone() }, None, query.now + TimeDelta::hours(48))
            .await
            .unwrap();
        let total = usize::try_from(got.total).unwrap();
        all.extend(got.items);
        if all.len() >= total {
            assert_eq!(all.len(), total, "the total must be exact");
            return (all, counters);
        }
        page += 1;
        assert!(page < 100, "{} of {total}", all.len());
    }
}

fn query(now: Moment, sort: ListSort, descending: bool, filter: ListFilter) -> ListQuery {
    ListQuery { now, filter, sort, descending, page: 1, size: 17, small: ListQuery::SMALL }
}

fn symbols(row: &InvitationRow) -> &str {
    row.code.as_ref().unwrap().symbols()
}

/// A row's sort key, as text or number.
fn key(row: &InvitationRow, sort: ListSort, now: Moment) -> String {
    let it = &row.invitation;
    match sort {
        ListSort::Created => format!("{:020}", it.created_at.timestamp_millis()),
        ListSort::Code => symbols(row).to_owned(),
        ListSort::Email => it.email.as_ref().map_or(String::new(), Email::key),
        ListSort::Role => row.role.name.to_lowercase(),
        ListSort::Status => format!("{:?}", status(it, now) as u8),
        ListSort::Expires => format!("{:020}", it.expiry.at().map_or(i64::MAX, |at| at.timestamp_millis())),
        ListSort::Uses => format!("{:06}", it.uses),
        ListSort::CreatedBy => row.creator.name.to_lowercase(),
    }
}

async fn check(
    file: &File,
    now: Moment,
    filter: &ListFilter,
    fits: impl Fn(&InvitationRow) -> bool,
    everything: &[InvitationRow],
) {
    let mut expected: Vec<InvitationId> =
        everything.iter().filter(|row| fits(row)).map(|row| row.invitation.id).collect();
    expected.sort();
    let sorts = SORTS
        .into_iter()
        .flat_map(|sort| [(sort, false, 0), (sort, true, 0), (sort, false, 1_500), (sort, true, 1_500)]);
    for (sort, descending, small) in sorts {
        {
            let asked = ListQuery { small, ..query(now, sort, descending, filter.clone()) };
            let (rows, _) = pages(file, &asked).await;
            let keys: Vec<String> = rows
                .iter()
                .map(|row| key(row, sort, now))
                .filter(|key| sort != ListSort::Email || !key.is_empty())
                .collect();
            let mut ordered = keys.clone();
            ordered.sort();
            if descending {
                ordered.reverse();
            }
            // Archived rows have no status to sort by.
            let by_status = filter.archived && sort == ListSort::Status;
            assert!(keys == ordered || by_status, "{keys:?} {sort:?} descending {descending} of {filter:?}");
            if sort == ListSort::Email {
                let unbound = rows.iter().position(|row| row.invitation.email.is_none()).unwrap_or(rows.len());
                assert!(
                    rows[unbound..].iter().all(|row| row.invitation.email.is_none()),
                    "those without an address come last"
                );
            }
            let mut found: Vec<InvitationId> = rows.iter().map(|row| row.invitation.id).collect();
            found.sort();
            assert_eq!(found, expected, "{sort:?} of {filter:?}");
        }
    }
}

#[tokio::test]
async fn every_filter_and_sort_gives_what_the_rules_say_at_any_clock_value() {
    let file = full(11).await;
    let everything = pages(&file, &query(day(1), ListSort::Created, true, ListFilter::default())).await.0;
    assert_eq!(everything.len(), 120);
    let [_, manager, _] = Role::built_in();
    // Forwards, backwards, and far into the future.
    for now in [day(1), day(9), day(4), day(300), day(0), day(12)] {
        for wanted in Status::ALL {
            let filter = ListFilter { status: Some(wanted), ..ListFilter::default() };
            check(&file, now, &filter, |row| status(&row.invitation, now) == wanted, &everything).await;
            let of_managers = ListFilter { role: Some(manager.id), ..filter };
            check(
                &file,
                now,
                &of_managers,
                |row| row.role.id == manager.id && status(&row.invitation, now) == wanted,
                &everything,
            )
            .await;
        }
        let soon = now + TimeDelta::hours(48);
        let expiring = ListFilter { expiring_before: Some(soon), ..ListFilter::default() };
        let fits =
            |row: &InvitationRow| status(&row.invitation, now) == Status::Active && row.invitation.expiry.is_over(soon);
        check(&file, now, &expiring, fits, &everything).await;
        let (_, counters) = pages(&file, &query(now, ListSort::Created, true, ListFilter::default())).await;
        let count = |wanted| everything.iter().filter(|row| status(&row.invitation, now) == wanted).count() as u64;
        let expected = Counters {
            active: count(Status::Active),
            used: count(Status::Used),
            expired: count(Status::Expired),
            revoked: count(Status::Revoked),
            expiring: everything.iter().filter(|row| fits(row)).count() as u64,
        };
        assert_eq!(counters, expected, "at {now}");
    }
}

#[tokio::test]
async fn a_division_and_a_person_filter_alone_and_with_all_others() {
    let file = full(11).await;
    let everything = pages(&file, &query(day(1), ListSort::Created, true, ListFilter::default())).await.0;
    let jonas = file.store.begin_read().await.unwrap().account_named("jonas").await.unwrap().unwrap().standing.account;
    let now = day(9);
    for head in [library(), maps(), clubs(), club(3)] {
        let division = file.store.begin_read().await.unwrap().division(head).await.unwrap().unwrap();
        let within = |row: &InvitationRow| row.invitation.department.is_some_and(|id| division.includes(id));
        assert!(everything.iter().filter(|row| within(row)).count() > 1, "{head}");
        let those = ListFilter { department: Some(division.clone()), ..ListFilter::default() };
        check(&file, now, &those, within, &everything).await;
        let active = ListFilter { status: Some(Status::Active), ..those.clone() };
        let is_active = |row: &InvitationRow| status(&row.invitation, now) == Status::Active;
        check(&file, now, &active, |row| within(row) && is_active(row), &everything).await;
        let by_jonas = ListFilter { creator: Some(jonas), ..those.clone() };
        check(&file, now, &by_jonas, |row| within(row) && row.creator.id == jonas, &everything).await;
        let aided = ListFilter { group: Some(aiders()), ..those.clone() };
        check(&file, now, &aided, |row| within(row) && !row.groups.is_empty(), &everything).await;
        let found = ListFilter { search: SearchTerm::parse("post.example").unwrap(), ..those };
        check(&file, now, &found, |row| within(row) && row.invitation.email.is_some(), &everything).await;
        let asked = query(now, ListSort::Created, true, ListFilter::default());
        let (_, counters) = file
            .store
            .look_at(asked.now)
            .await
            .unwrap()
            .list(&asked, Some(&division), now + TimeDelta::hours(48))
            .await
            .unwrap();
        let count = |wanted| {
            everything.iter().filter(|row| within(row) && status(&row.invitation, now) == wanted).count() as u64
        };
        assert_eq!(
            (counters.active, counters.used, counters.expired, counters.revoked),
            (count(Status::Active), count(Status::Used), count(Status::Expired), count(Status::Revoked))
        );
    }
    check(
        &file,
        now,
        &ListFilter { creator: Some(jonas), ..ListFilter::default() },
        |row| row.creator.id == jonas,
        &everything,
    )
    .await;
    let nowhere =
        ListFilter { department: Some(Division::new(DepartmentId::from_bytes([9; 16]), [])), ..ListFilter::default() };
    check(&file, now, &nowhere, |_| false, &everything).await;
}

#[tokio::test]
async fn groups_labels_and_times_filter_alone_together_and_with_all_others() {
    let file = full(11).await;
    let everything = pages(&file, &query(day(1), ListSort::Created, true, ListFilter::default())).await.0;
    let label = Label::parse("Poster 3").unwrap();
    let week = (day(5) + TimeDelta::minutes(17), day(12) + TimeDelta::minutes(3));
    let hour = (day(6), day(6) + TimeDelta::minutes(40));
    for now in [day(9), day(2)] {
        for state in [None, Some(Status::Active), Some(Status::Used), Some(Status::Expired)] {
            for bits in 1..16u8 {
                let on = |bit: u8| bits & bit != 0;
                let filter = ListFilter {
                    status: state,
                    group: on(1).then(aiders),
                    label: on(2).then(|| label.clone()),
                    created: on(4).then_some(week),
                    expires: on(8).then_some(if on(4) { week } else { hour }),
                    ..ListFilter::default()
                };
                let within = |span: Option<(Moment, Moment)>, at: Option<Moment>| {
                    span.is_none_or(|(from, to)| at.is_some_and(|at| from <= at && at < to))
                };
                let fits = |row: &InvitationRow| {
                    let it = &row.invitation;
                    state.is_none_or(|state| status(it, now) == state)
                        && filter.group.is_none_or(|group| it.groups.contains(&group))
                        && filter.label.as_ref().is_none_or(|label| it.label.as_ref() == Some(label))
                        && within(filter.created, Some(it.created_at))
                        && within(filter.expires, it.expiry.at())
                };
                check(&file, now, &filter, fits, &everything).await;
            }
        }
    }
    let nobodys = ListFilter { group: Some(GroupId::new(day(1), [9; 10])), ..ListFilter::default() };
    check(&file, day(9), &nobodys, |_| false, &everything).await;
}

#[tokio::test]
async fn what_is_archived_is_in_its_own_list_and_in_no_other() {
    let file = full(5).await;
    let now = day(300);
    let all = query(now, ListSort::Created, true, ListFilter::default());
    let everything = pages(&file, &all).await.0;
    let (gone, stays): (Vec<_>, Vec<_>) = everything
        .into_iter()
        .partition(|row| row.invitation.created_at < day(8) && status(&row.invitation, now) != Status::Active);
    assert!(gone.len() > 20 && stays.len() > 20);
    let invitations: Vec<InvitationId> = gone.iter().map(|row| row.invitation.id).collect();
    let archived = Event::InvitationsArchived { invitations: invitations.clone() };
    file.happen(now, Actor::Account(file.amara), &[archived.into()]).await.unwrap();
    // Also with a clock set back, when some would be active again.
    for now in [now, day(2)] {
        check(&file, now, &ListFilter::default(), |_| true, &stays).await;
        let archive = ListFilter { archived: true, ..ListFilter::default() };
        check(&file, now, &archive, |_| true, &gone).await;
        let [_, manager, _] = Role::built_in();
        let of_managers = ListFilter { role: Some(manager.id), ..ListFilter::default() };
        check(&file, now, &of_managers, |row| row.role.id == manager.id, &stays).await;
        let aided = ListFilter { group: Some(aiders()), ..ListFilter::default() };
        check(&file, now, &aided, |row| !row.groups.is_empty(), &stays).await;
        let found = ListFilter { search: SearchTerm::parse("post.example").unwrap(), ..ListFilter::default() };
        check(&file, now, &found, |row| row.invitation.email.is_some(), &stays).await;
    }
    // Repeating it changes nothing.
    file.happen(now, Actor::Account(file.amara), &[Event::InvitationsArchived { invitations }.into()]).await.unwrap();
    check(&file, now, &ListFilter { archived: true, ..ListFilter::default() }, |_| true, &gone).await;
}

#[tokio::test]
async fn a_search_finds_parts_of_code_email_label_role_and_creator_and_nothing_else() {
    let file = full(5).await;
    let now = day(9);
    let everything = pages(&file, &query(now, ListSort::Created, true, ListFilter::default())).await.0;
    let code = everything[3].code.as_ref().unwrap().grouped();
    let terms = [
        &code[..4],
        &code[2..9],
        &code.to_lowercase(),
        "p",
        "p1",
        "er",
        "k",
        "7",
        "@",
        "p12@",
        "post.example",
        "poster 3",
        "MANAGER",
        "jonas",
        "aff",
        "\"quoted",
        "100%",
        "a_b",
        "zzzz",
    ];
    for text in terms {
        let Ok(Some(term)) = SearchTerm::parse(text) else { continue };
        let fits = |row: &InvitationRow| {
            let lower = term.text();
            let it = &row.invitation;
            term.code_part().is_some_and(|part| symbols(row).contains(part))
                || it.email.as_ref().is_some_and(|email| email.key().contains(lower))
                || it.label.as_ref().is_some_and(|label| label.as_str().to_lowercase().contains(lower))
                || row.role.name.to_lowercase().contains(lower)
                || row.creator.name.to_lowercase().contains(lower)
        };
        let filter = ListFilter { search: Some(term.clone()), ..ListFilter::default() };
        check(&file, now, &filter, fits, &everything).await;
        let active = ListFilter { status: Some(Status::Active), ..filter };
        check(&file, now, &active, |row| fits(row) && status(&row.invitation, now) == Status::Active, &everything)
            .await;
    }
}

#[tokio::test]
async fn the_uses_of_a_page_come_together_the_oldest_of_each_first() {
    let file = File::new().await;
    let mut expected = Vec::new();
    for (limit, joined) in [(5, 4), (3, 0), (9, 2)] {
        let (id, _) = file.invite(day(1), limit, None).await;
        let mut people = Vec::new();
        // Joined in reverse order of time, so that it differs from the order of writing.
        for number in 0..joined {
            let at = day(9) - TimeDelta::hours(number);
            people.push(file.join(at, id, &format!("person-{limit}-{number}")).await.unwrap());
        }
        people.reverse();
        expected.push((id, people));
    }
    let mut tx = file.store.begin_read().await.unwrap();
    let rows = pages(&file, &query(day(9), ListSort::Created, false, ListFilter::default())).await.0;
    for most in [u32::MAX, 3, 1] {
        let uses = tx.uses_of(&rows, most).await.unwrap();
        for (id, people) in &expected {
            let found = uses.get(id).map(|uses| uses.iter().map(|one| one.person.id).collect::<Vec<_>>());
            let first = people.iter().copied().take(most as usize).collect::<Vec<_>>();
            assert_eq!(found.unwrap_or_default(), first, "at most {most}");
        }
    }
}

#[tokio::test]
async fn a_page_behind_the_end_is_the_last_one() {
    let file = full(3).await;
    let mut asked = query(day(9), ListSort::Created, true, ListFilter::default());
    asked.page = u32::MAX;
    let (page, _) = file.store.look_at(asked.now).await.unwrap().list(&asked, None, day(11)).await.unwrap();
    assert_eq!((page.page, page.items.len()), (8, 1));
}

#[tokio::test]
async fn an_empty_file_lists_nothing_and_counts_nothing() {
    let file = File::new().await;
    let asked = query(day(1), ListSort::Email, false, ListFilter::default());
    let (page, counters) = file.store.look_at(asked.now).await.unwrap().list(&asked, None, day(3)).await.unwrap();
    assert_eq!((page.items.len(), page.total, page.page, counters), (0, 0, 1, Counters::default()));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(6))]

    #[test]
    fn counters_and_totals_are_right_whatever_the_clock_does(seed in 1u64..10_000, hours in proptest::collection::vec(-200i64..2000, 1..8)) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let file = full(seed).await;
            let everything = pages(&file, &query(day(1), ListSort::Created, true, ListFilter::default())).await.0;
            for hour in hours {
                let now = day(1) + TimeDelta::hours(hour);
                for wanted in Status::ALL {
                    let filter = ListFilter { status: Some(wanted), ..ListFilter::default() };
                    let (rows, _) = pages(&file, &query(now, ListSort::Expires, false, filter)).await;
                    assert!(rows.iter().all(|row| status(&row.invitation, now) == wanted));
                    assert_eq!(rows.len(), everything.iter().filter(|row| status(&row.invitation, now) == wanted).count());
                }
            }
        });
    }
}
