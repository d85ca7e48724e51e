//! The tree of departments: paths follow every move and rename, reach follows the tree, and a replay gives the same.
#![allow(clippy::unwrap_used, missing_docs, reason = "a test that cannot go on fails")]

mod support;

use proptest::prelude::*;
use support::{File, day};
use vestibule_domain::*;
use vestibule_store::StoreError;

fn id(number: u8) -> DepartmentId {
    DepartmentId::new(day(0), [number; 10])
}

fn created(number: u8, name: &str, parent: Option<u8>) -> Event {
    let name = DepartmentName::parse(name).unwrap();
    Event::DepartmentCreated { department: id(number), name, parent: parent.map(id) }
}

fn moved(number: u8, to: Option<u8>) -> Event {
    Event::DepartmentMoved { department: id(number), parent: to.map(id) }
}

fn renamed(number: u8, name: &str) -> Event {
    Event::DepartmentRenamed { department: id(number), name: DepartmentName::parse(name).unwrap() }
}

async fn happen(file: &File, event: Event) -> Result<(), StoreError> {
    file.happen(day(1), Actor::Account(file.amara), &[event.into()]).await
}

/// Science/Physics/Optics and Arts.
async fn tree() -> File {
    let file = File::new().await;
    for event in [
        created(1, "Science", None),
        created(2, "Physics", Some(1)),
        created(3, "Optics", Some(2)),
        created(4, "Arts", None),
    ] {
        happen(&file, event).await.unwrap();
    }
    file
}

async fn paths(file: &File) -> Vec<String> {
    file.store.begin_read().await.unwrap().departments().await.unwrap().into_iter().map(|row| row.path).collect()
}

async fn is_as_the_log_says(file: &File) {
    let verified = file.store.verify().await.unwrap();
    assert_eq!((verified.broken, verified.tables), (None, vec![]));
}

#[tokio::test]
async fn all_under_a_department_follow_its_moves_and_names() {
    let file = tree().await;
    assert_eq!(paths(&file).await, ["Arts", "Science", "Science/Physics", "Science/Physics/Optics"]);
    happen(&file, moved(2, Some(4))).await.unwrap();
    assert_eq!(paths(&file).await, ["Arts", "Arts/Physics", "Arts/Physics/Optics", "Science"]);
    happen(&file, renamed(4, "Fine ARTS")).await.unwrap();
    assert_eq!(paths(&file).await, ["Fine ARTS", "Fine ARTS/Physics", "Fine ARTS/Physics/Optics", "Science"]);
    happen(&file, renamed(2, "Light")).await.unwrap();
    happen(&file, moved(3, None)).await.unwrap();
    assert_eq!(paths(&file).await, ["Fine ARTS", "Fine ARTS/Light", "Optics", "Science"]);
    is_as_the_log_says(&file).await;
}

#[tokio::test]
async fn names_with_a_slash_and_two_of_one_name_stand_beside_the_tree_and_break_no_path() {
    let file = tree().await;
    // Old names could contain a slash, and two devices may create departments with equal names.
    for event in [
        created(5, "Science/Physics", None),
        created(6, "Research / Development", None),
        created(7, "Sales/", None),
        created(8, "physics", Some(1)),
        created(9, "Lasers", Some(8)),
    ] {
        happen(&file, event).await.unwrap();
    }
    // When the first of two equal names goes, the other keeps its key; the paths under both follow.
    happen(&file, moved(2, Some(4))).await.unwrap();
    happen(&file, renamed(8, "Light")).await.unwrap();
    happen(&file, moved(8, Some(6))).await.unwrap();
    happen(&file, moved(5, Some(4))).await.unwrap();
    happen(&file, moved(3, None)).await.unwrap();
    assert_eq!(
        paths(&file).await,
        [
            "Arts",
            "Arts/Physics",
            "Arts/Science/Physics",
            "Optics",
            "Research / Development",
            "Research / Development/Light",
            "Research / Development/Light/Lasers",
            "Sales/",
            "Science",
        ]
    );
    is_as_the_log_says(&file).await;
}

#[tokio::test]
async fn no_two_moves_close_a_circle() {
    let file = tree().await;
    happen(&file, moved(4, Some(3))).await.unwrap();
    // Decided on another device that had not yet received the moves above.
    for event in [moved(1, Some(4)), moved(2, Some(2)), moved(2, Some(3))] {
        assert!(happen(&file, event.clone()).await.is_err(), "{event:?}");
    }
    happen(&file, renamed(1, "Sciences")).await.unwrap();
    assert_eq!(
        paths(&file).await,
        ["Sciences", "Sciences/Physics", "Sciences/Physics/Optics", "Sciences/Physics/Optics/Arts"]
    );
    is_as_the_log_says(&file).await;
}

#[tokio::test]
async fn an_event_about_a_department_that_is_not_there_does_not_fit() {
    let file = tree().await;
    for event in [created(9, "Lost", Some(8)), moved(8, None), moved(3, Some(8)), renamed(8, "Lost")] {
        assert!(happen(&file, event.clone()).await.is_err(), "{event:?}");
    }
    assert_eq!(paths(&file).await, ["Arts", "Science", "Science/Physics", "Science/Physics/Optics"]);
    is_as_the_log_says(&file).await;
}

#[tokio::test]
async fn a_manager_reaches_all_under_their_department_as_the_tree_is_now() {
    let file = tree().await;
    let [administrator, manager, staff] = Role::built_in();
    for (number, username, role, department) in [
        (1, "priya", &manager, Some(1)),
        (2, "omar", &staff, Some(1)),
        (3, "ada", &administrator, None),
        (4, "lost", &manager, None),
    ] {
        let account = AccountId::new(day(0), [number; 10]);
        let mut fact = file.account(account, username, role.id, None);
        if let Event::AccountCreated { department: of, .. } = &mut fact.event {
            *of = department.map(id);
        }
        file.happen(day(1), Actor::Account(file.amara), &[fact]).await.unwrap();
    }
    let reach = async |username: &str| {
        let row = file.store.begin_read().await.unwrap().account_named(username).await.unwrap().unwrap();
        row.standing.reach
    };
    assert_eq!(reach("priya").await, Reach::Division(Division::new(id(1), [id(2), id(3)])));
    assert_eq!((reach("omar").await, reach("lost").await), (Reach::Themselves, Reach::Themselves));
    assert_eq!(reach("ada").await, Reach::Everything);
    happen(&file, moved(2, Some(4))).await.unwrap();
    assert_eq!(reach("priya").await, Reach::Division(Division::new(id(1), [])));
    let by_change = file.store.begin_write_by(AccountId::new(day(0), [1; 10]), None).await.unwrap().1.who.unwrap();
    assert_eq!(by_change.standing.reach, Reach::Division(Division::new(id(1), [])), "inside a change too");
    assert_eq!(
        file.store.begin_read().await.unwrap().division(id(4)).await.unwrap(),
        Some(Division::new(id(4), [id(2), id(3)]))
    );
    assert_eq!(file.store.begin_read().await.unwrap().division(id(9)).await.unwrap(), None);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    /// After any accepted events, paths match the tree, and a replay gives the same tables.
    #[test]
    fn paths_are_what_the_tree_says(steps in prop::collection::vec((0_u8..3, 1_u8..8, 0_u8..8, 0_usize..4), 1..24)) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let file = File::new().await;
            let amara = file.store.begin_read().await.unwrap().account_named("amara").await.unwrap().unwrap().standing;
            for (what, number, to, name) in steps {
                let all = file.store.begin_read().await.unwrap().department_tree().await.unwrap();
                let name = DepartmentName::parse(["Arts", "arts", "Optics", "Été"][name]).unwrap();
                let to = (to > 0).then(|| id(to));
                let decided = match what {
                    0 if all.iter().any(|one| one.id == id(number)) => continue,
                    0 => decide::create_department(&amara, &all, id(number), name, to).map(Some),
                    1 => decide::move_department(&amara, &all, id(number), to),
                    _ => decide::rename_department(&amara, &all, id(number), name),
                };
                if let Ok(Some(event)) = decided {
                    happen(&file, event).await.unwrap();
                }
            }
            let mut tx = file.store.begin_read().await.unwrap();
            let all = tx.department_tree().await.unwrap();
            let of = |id: DepartmentId| all.iter().find(|one| one.id == id).unwrap();
            for row in tx.departments().await.unwrap() {
                let above = std::iter::successors(Some(of(row.id)), |at| at.parent.map(of));
                let mut names: Vec<&str> = above.map(|at| at.name.as_str()).collect();
                names.reverse();
                assert_eq!(row.path, names.join("/"));
                let path = DepartmentPath::parse(&row.path).unwrap();
                assert_eq!(row.path_key, path.key());
                assert_eq!(tx.division(row.id).await.unwrap(), Division::find(row.id, &all));
            }
            drop(tx);
            is_as_the_log_says(&file).await;
        });
    }
}
