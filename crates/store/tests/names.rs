//! Names from older programs, rewritten to the current form on opening; and equal names.
#![allow(clippy::unwrap_used, missing_docs, reason = "a test that cannot go on fails")]

mod support;

use support::{File, KEY, day, path};
use vestibule_domain::*;
use vestibule_store::{FileKey, ListFilter, ListQuery, ListSort, Store};

fn label(text: &str) -> Option<Label> {
    Some(Label::parse(text).unwrap())
}

fn asked(filter: ListFilter) -> ListQuery {
    let small = ListQuery::SMALL;
    ListQuery { now: day(2), filter, sort: ListSort::Created, descending: false, page: 1, size: 50, small }
}

/// Labels of all invitations that a filter returns, by each way to find them.
async fn labels(store: &Store, filter: ListFilter) -> Vec<String> {
    let mut found = Vec::new();
    for small in [0, ListQuery::SMALL] {
        let query = ListQuery { small, ..asked(filter.clone()) };
        let (page, _) = store.look_at(query.now).await.unwrap().list(&query, None, day(9)).await.unwrap();
        assert_eq!(page.total, page.items.len() as u64);
        found = page.items.into_iter().filter_map(|row| row.invitation.label.map(String::from)).collect();
    }
    found
}

fn search(text: &str) -> ListFilter {
    ListFilter { search: SearchTerm::parse(text).unwrap(), ..ListFilter::default() }
}

async fn labelled(file: &File, texts: &[&str]) {
    let [_, _, staff] = Role::built_in();
    for text in texts {
        let personal = Personal { label: label(text), ..Personal::default() };
        let (_, _, fact) = file.invitation(day(1), staff.id, 1, None, personal);
        file.happen(day(1), Actor::Account(file.amara), &[fact]).await.unwrap();
    }
}

/// Writes what an older program would have stored.
async fn write(file: &File, sql: &str) {
    sqlx::query(sql).execute(&file.store.pool()).await.unwrap();
}

async fn opened(folder: &tempfile::TempDir) -> Store {
    Store::open(&path(folder), &FileKey::new(KEY), "0.2.0").await.unwrap()
}

#[tokio::test]
async fn a_file_of_an_older_program_is_brought_to_todays_names_once_and_all_of_it_stays() {
    let file = File::new().await;
    let [one, two, three] = [1, 2, 3].map(|n| DepartmentId::new(day(0), [n; 10]));
    let made = [(one, "a"), (two, "b"), (three, "c")].map(|(department, name)| {
        Event::DepartmentCreated { department, name: DepartmentName::parse(name).unwrap(), parent: None }.into()
    });
    file.happen(day(0), Actor::Account(file.amara), &made).await.unwrap();
    labelled(&file, &["spring", "autumn"]).await;
    for sql in [
        "UPDATE department SET name = 'Main  Library', path_key = 'main  library', name_key = 'main  library' WHERE name = 'a'",
        "UPDATE department SET name = 'Main Library', path_key = 'main library', name_key = 'main library' WHERE name = 'b'",
        "UPDATE department SET name = 'Me' || char(769) || 'decine', path_key = 'me' || char(769) || 'decine', name_key = 'me' || char(769) || 'decine' WHERE name = 'c'",
        "UPDATE invitation SET label = 'e' || char(769) || 'te' || char(769) || '  fair' WHERE label = 'spring'",
        "UPDATE invitation SET email = '''ida@post.example', email_key = '''ida@post.example' WHERE label = 'autumn'",
        "UPDATE account SET email = char(65345) || 'mara@fernhill.example', email_key = char(65345) || 'mara@fernhill.example'",
        "DELETE FROM meta WHERE name = 'names'",
    ] {
        write(&file, sql).await;
    }
    let store = opened(&file.closed().await).await;
    let mut tx = store.begin_read().await.unwrap();
    // The first of two equal names is found by name; the other stays and is found by its id.
    let all = tx.departments().await.unwrap();
    assert_eq!(all.iter().filter(|row| row.path == "Main Library").count(), 2);
    let keys = [one, two, three].map(|id| all.iter().find(|row| row.id == id).unwrap().path_key.clone());
    assert_eq!((keys[0].as_str(), keys[2].as_str()), ("main library", letters::key("MÉDECINE").as_str()));
    assert!(keys[1].starts_with("main library\u{1}"), "{:?}", keys[1]);
    assert!(tx.known("amara@fernhill.example", "").await.unwrap().0);
    let known = tx.addresses(&["ida@post.example".to_owned()]).await.unwrap();
    assert!(known["ida@post.example"].invited);
    drop(tx);
    assert_eq!(labels(&store, search("été fair")).await, ["été fair"]);
    assert_eq!(labels(&store, search("ida@")).await, ["autumn"]);
    let fair = ListFilter { label: label("ÉTÉ\u{a0}Fair"), ..ListFilter::default() };
    assert_eq!(labels(&store, fair).await, ["été fair"]);
    store.close().await.unwrap();
}

#[tokio::test]
async fn what_is_in_form_already_is_not_looked_at_again() {
    let file = File::new().await;
    let folder = file.closed().await;
    let store = opened(&folder).await;
    sqlx::query("UPDATE organisation SET name = 'Fernhill  College'").execute(&store.pool()).await.unwrap();
    store.close().await.unwrap();
    let store = opened(&folder).await;
    let name = store.begin_read().await.unwrap().organisation().await.unwrap().unwrap().name;
    assert_eq!(name, "Fernhill  College");
    store.close().await.unwrap();
}

#[tokio::test]
async fn two_events_of_names_that_read_the_same_both_apply_and_the_first_has_the_name() {
    let file = File::new().await;
    let [one, two] = [1, 2].map(|n| GroupId::new(day(0), [n; 10]));
    let made = [(one, "Choir"), (two, "CHOIR")]
        .map(|(group, name)| Event::GroupCreated { group, name: GroupName::parse(name).unwrap() }.into());
    file.happen(day(0), Actor::Account(file.amara), &made).await.unwrap();
    let mut tx = file.store.begin_read().await.unwrap();
    assert_eq!(tx.group("choir").await.unwrap(), Some(one));
    assert_eq!(tx.groups().await.unwrap().len(), 2);
}

#[tokio::test]
async fn a_label_is_found_however_it_is_written() {
    let file = File::new().await;
    labelled(&file, &["Été", "ÉTÉ", "Straße", "STRASSE", "Spring fair", "spring  FAIR", "Spring fairs"]).await;
    for (text, found) in [
        ("e\u{301}te\u{301}", vec!["Été", "ÉTÉ"]),
        ("strasse", vec!["Straße", "STRASSE"]),
        ("SPRING FAIR", vec!["Spring fair", "spring FAIR"]),
        ("spring", vec![]),
    ] {
        let filter = ListFilter { label: label(text), ..ListFilter::default() };
        assert_eq!(labels(&file.store, filter.clone()).await, found, "{text}");
        let active = ListFilter { status: Some(Status::Active), ..filter };
        assert_eq!(labels(&file.store, active).await, found, "{text}");
    }
}

#[tokio::test]
async fn one_or_two_symbols_are_found_and_signs_are_only_text() {
    let file = File::new().await;
    let all = ["図書館", "Équipe", "100%", "o'neil", "🎓 class", "a_b", "été"];
    labelled(&file, &all).await;
    for (text, found) in [
        ("図", vec!["図書館"]),
        ("書館", vec!["図書館"]),
        ("é", vec!["Équipe", "été"]),
        ("ÉQ", vec!["Équipe"]),
        ("%", vec!["100%"]),
        ("0%", vec!["100%"]),
        ("'", vec!["o'neil"]),
        ("🎓", vec!["🎓 class"]),
        ("_", vec!["a_b"]),
        ("*", vec![]),
        ("\"", vec![]),
        ("o'n", vec!["o'neil"]),
        ("100%", vec!["100%"]),
        ("🎓 c", vec!["🎓 class"]),
    ] {
        assert_eq!(labels(&file.store, search(text)).await, found, "{text}");
    }
}

#[tokio::test]
async fn a_username_that_differs_in_its_signs_only_is_alike_and_no_other() {
    let file = File::new().await;
    let (invitation, _) = file.invite(day(1), 9, None).await;
    for name in ["noor.haddad", "n-o-o-r", "liam_", "zoe"] {
        file.join(day(1), invitation, name).await.unwrap();
    }
    let mut tx = file.store.begin_read().await.unwrap();
    for (name, alike) in [
        ("noorhaddad", true),
        ("noor-haddad", true),
        ("n.o.o.r.h.a.d.d.a.d", true),
        ("noor", true),
        ("liam", true),
        ("l.i.a.m", true),
        ("amara", true),
        ("noo", false),
        ("noorh", false),
        ("noor.haddad2", false),
        ("liame", false),
        ("zo.f", false),
    ] {
        let username = Username::parse(name).unwrap();
        assert_eq!(tx.has_username_like(&username).await.unwrap(), alike, "{name}");
    }
}

#[tokio::test]
async fn an_event_that_names_what_is_not_there_does_not_fit_and_changes_nothing() {
    let file = File::new().await;
    let staff = Role::built_in()[2].id;
    let nobody = AccountId::from_bytes([9; 16]);
    let (department, group) = (Some(DepartmentId::from_bytes([9; 16])), vec![GroupId::from_bytes([9; 16])]);
    let invitation = |role, department, groups: Vec<GroupId>| {
        let (_, _, mut fact) = file.invitation(day(1), role, 1, None, Personal::default());
        if let Event::InvitationCreated { department: of, groups: put, .. } = &mut fact.event {
            (*of, *put) = (department, groups);
        }
        fact
    };
    let account = |role, department, groups| {
        let id = AccountId::new(day(1), file.random());
        let mut fact = file.account(id, "noor", role, None);
        fact.event = Event::AccountCreated { account: id, role, department, joined_through: None, groups };
        fact
    };
    let unknown_role = RoleId::from_bytes([9; 16]);
    let (known, _) = file.invite(day(1), 1, None).await;
    let amara = Actor::Account(file.amara);
    let before = file.store.verify().await.unwrap();
    for (actor, fact) in [
        (amara, invitation(staff, department, vec![])),
        (amara, invitation(staff, None, group.clone())),
        (amara, invitation(unknown_role, None, vec![])),
        (Actor::Account(nobody), invitation(staff, None, vec![])),
        (amara, account(staff, department, vec![])),
        (amara, account(staff, None, group)),
        (amara, account(unknown_role, None, vec![])),
        (Actor::Stranger, Event::InvitationRedeemed { invitation: known, account: nobody }.into()),
        (
            Actor::Stranger,
            Event::InvitationRedeemed { invitation: InvitationId::from_bytes([9; 16]), account: file.amara }.into(),
        ),
    ] {
        assert!(file.happen(day(2), actor, std::slice::from_ref(&fact)).await.is_err(), "{:?}", fact.event);
        assert_eq!(file.store.verify().await.unwrap(), before, "{:?}", fact.event);
    }
}
