//! Lists of people: the first page with every filter and sort order, other pages, and search.

use crate::{Measured, at, founded, time};
use vestibule_desk::Seat;
use vestibule_wire::{ListUsersRequest, UserFilter, UserSort, UserState};

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

pub async fn measured(rows: u32) -> Vec<Measured> {
    let folder = tempfile::tempdir().unwrap();
    let (desk, seat) = founded(&folder.path().join("data")).await;
    let (filled, ()) = time(desk.fill_with_users_for_bench(rows)).await;
    let fill = Measured { name: "users: fill".into(), rows, times: vec![filled], floor: None, limit: "" };
    let mut measured = vec![fill];
    measured.extend(pages(&seat, rows).await);
    measured.push(any_page(&seat, rows).await);
    measured.push(searches(&seat, rows).await);
    desk.close().await;
    measured
}

fn filters() -> [(&'static str, UserFilter); 8] {
    let named = |name: &str| Some(name.to_owned());
    let none = UserFilter::default();
    [
        ("all", none.clone()),
        ("staff", UserFilter { role: named("staff"), ..none.clone() }),
        ("managers", UserFilter { role: named("manager"), ..none.clone() }),
        ("suspended", UserFilter { state: Some(UserState::Suspended), ..none.clone() }),
        ("a department", UserFilter { department: named("Department 7"), ..none.clone() }),
        ("a group of many", UserFilter { group: named("Group 1"), ..none.clone() }),
        ("a group of few", UserFilter { group: named("Group 12"), ..none.clone() }),
        (
            "managers of a department in a group",
            UserFilter { role: named("manager"), department: named("Department 3"), group: named("Group 1"), ..none },
        ),
    ]
}

async fn pages(seat: &Seat, rows: u32) -> Vec<Measured> {
    let (mut all, mut worst) = (Vec::new(), None::<Measured>);
    for (name, filter) in filters() {
        for sort in SORTS {
            for descending in [false, true] {
                let mut times = Vec::new();
                for _ in 0..10 {
                    let request = ListUsersRequest { filter: filter.clone(), sort, descending, ..Default::default() };
                    let (took, page) = time(seat.list_users(request)).await;
                    // With few people, the most selective filter may match nobody.
                    assert!(rows < 100_000 || page.total > 0, "{name} has nobody");
                    times.push(took);
                }
                all.extend_from_slice(&times);
                let name = format!("  worst: {name} by {sort:?}{}", if descending { ", descending" } else { "" });
                let this = Measured { name, rows, times, floor: None, limit: "" };
                if worst.as_ref().is_none_or(|worst| at(&this.times, 0.95) > at(&worst.times, 0.95)) {
                    worst = Some(this);
                }
            }
        }
    }
    let name = "users: first page, every filter × sort".into();
    let mut measured = vec![Measured { name, rows, times: all, floor: None, limit: "p95 ≤ 10 ms" }];
    measured.extend(worst);
    measured
}

async fn any_page(seat: &Seat, rows: u32) -> Measured {
    let mut times = Vec::new();
    for part in 1..20 {
        let request = ListUsersRequest { page: (rows / 20) * part / 20 + 1, ..Default::default() };
        times.push(time(seat.list_users(request)).await.0);
    }
    Measured { name: "users: any page by name".into(), rows, times, floor: None, limit: "" }
}

/// Parts of names, usernames and addresses, from rare ones to one that everybody has.
async fn searches(seat: &Seat, rows: u32) -> Measured {
    let mut times = Vec::new();
    let middle = rows / 2;
    let exact = [format!("person{middle}@"), format!("u{}", rows / 3), format!("person{}", rows / 7)];
    let terms =
        ["amara", "noor", "noor 17", "ada 4", "school", "example", "nothing-has-this", "haddad", "person12", "lin"];
    for term in terms.into_iter().map(str::to_owned).chain(exact) {
        for sort in [UserSort::Name, UserSort::Role, UserSort::Created] {
            let request = ListUsersRequest { search: term.clone(), sort, ..Default::default() };
            times.push(time(seat.list_users(request)).await.0);
        }
    }
    Measured { name: "users: search".into(), rows, times, floor: None, limit: "p95 ≤ 30 ms" }
}
