//! Bulk changes: refused users are reported and all others changed; nobody can do more in bulk than one by one.

use crate::DeskError;
use crate::college::{College, ended};
use crate::seat::Seat;
use crate::support::{PASSWORD, refused};
use std::collections::BTreeMap;
use vestibule_domain::Permission;
use vestibule_wire::{
    AssignRoleRequest, ErrorCode, JobResult, JobState, JobView, ListAuditRequest, ListUsersRequest, ManyUsersRequest,
    MoveUsersRequest, Secret, UserFilter, UserRequest, UserSelectionRequest, UserState, UserView, UsersChangedView,
};

fn everybody() -> UserSelectionRequest {
    UserSelectionRequest::all_of(ListUsersRequest::default())
}

fn request(selection: UserSelectionRequest, make: bool) -> ManyUsersRequest {
    ManyUsersRequest { selection, password: None, make, matched: None }
}

async fn user(seat: &Seat, username: &str) -> UserView {
    seat.get_user(UserRequest { user: username.into(), quiet: false }).await.unwrap().user
}

async fn these(seat: &Seat, usernames: &[&str]) -> UserSelectionRequest {
    let mut ids = Vec::new();
    for username in usernames {
        ids.push(user(seat, username).await.id);
    }
    UserSelectionRequest::These { ids }
}

async fn report(seat: &Seat, job: Result<JobView, DeskError>) -> UsersChangedView {
    match ended(seat, job.unwrap()).await {
        JobState::Done { result: JobResult::UsersChanged(report) } => report,
        other => panic!("{other:?}"),
    }
}

fn reasons(report: &UsersChangedView) -> BTreeMap<String, (u64, Vec<String>)> {
    let one = |refused: &vestibule_wire::RefusedUsersView| {
        (format!("{:?}", refused.reason), (refused.users, refused.names.clone()))
    };
    report.refused.iter().map(one).collect()
}

async fn states(seat: &Seat, usernames: &[&str]) -> Vec<UserState> {
    let mut states = Vec::new();
    for username in usernames {
        states.push(user(seat, username).await.state);
    }
    states
}

async fn promoted(room: &College, username: &str) {
    let request = AssignRoleRequest {
        user: username.into(),
        role: "Administrator".into(),
        password: Some(Secret::new(PASSWORD)),
    };
    room.amara.assign_role(request).await.unwrap();
}

#[tokio::test]
async fn of_many_those_who_may_not_be_suspended_are_told_and_the_others_are() {
    let room = College::peopled().await;
    promoted(&room, "ines").await;
    let stef = room.at("stef").await;
    let looked = report(&room.amara, room.amara.suspend_users(request(everybody(), false)).await).await;
    assert_eq!((looked.changed, looked.peers, looked.unchanged), (3, 1, 0), "Mona, Stef and, with her password, Ines");
    assert_eq!(reasons(&looked), [("NotYourself".to_owned(), (1, vec!["Amara Osei".to_owned()]))].into());
    assert_eq!(states(&room.amara, &["mona", "stef", "ines"]).await, [UserState::Active; 3], "it was only looked at");
    let done = report(&room.amara, room.amara.suspend_users(request(everybody(), true)).await).await;
    assert_eq!((done.changed, done.left, &done.stopped), (2, 0, &None));
    let told = [
        ("NotYourself".to_owned(), (1, vec!["Amara Osei".to_owned()])),
        ("PasswordNeeded".to_owned(), (1, vec!["ines Ember".to_owned()])),
    ];
    assert_eq!(reasons(&done), told.into());
    let expected = [UserState::Suspended, UserState::Suspended, UserState::Active, UserState::Active];
    assert_eq!(states(&room.amara, &["mona", "stef", "ines", "amara"]).await, expected);
    assert_eq!(refused(stef.sitting().await), ErrorCode::NotSignedIn, "their sessions have ended");
    let proved = ManyUsersRequest { password: Some(Secret::new(PASSWORD)), ..request(everybody(), true) };
    let done = report(&room.amara, room.amara.suspend_users(proved).await).await;
    assert_eq!((done.changed, done.unchanged), (1, 2), "Ines; the others are");
    let wrong = ManyUsersRequest { password: Some(Secret::new("not this one")), ..request(everybody(), true) };
    assert_eq!(refused(room.amara.reactivate_users(wrong).await), ErrorCode::SignInRefused);
    // All matches are found before the first change, so none is skipped.
    let suspended = UserFilter { state: Some(UserState::Suspended), ..UserFilter::default() };
    let list =
        UserSelectionRequest::all_of(ListUsersRequest { page_size: 1, ..ListUsersRequest::with_filter(suspended) });
    let done = report(&room.amara, room.amara.reactivate_users(request(list, true)).await).await;
    assert_eq!((done.changed, done.refused.len()), (2, 1));
}

#[tokio::test]
async fn a_deputy_reaches_their_own_division_and_nobody_above_them() {
    let room = College::peopled().await;
    let may = [Permission::SeePeople, Permission::SuspendPeople, Permission::MovePeople, Permission::EndSessions];
    room.manager_may(&may).await;
    let mona = room.at("mona").await;
    let all = these(&room.amara, &["amara", "stef", "ines", "mona"]).await;
    let done = report(&mona, mona.suspend_users(request(all, true)).await).await;
    assert_eq!(done.changed, 1, "Stef; who lies out of reach is not there for her");
    assert_eq!(reasons(&done), [("NotYourself".to_owned(), (1, vec!["mona Ember".to_owned()]))].into());
    assert_eq!(states(&room.amara, &["amara", "ines"]).await, [UserState::Active; 2]);
    let moving = |department: Option<&str>| MoveUsersRequest {
        users: request(everybody(), true),
        department: department.map(str::to_owned),
    };
    let job = mona.move_users(moving(Some("Arts"))).await.unwrap();
    assert!(matches!(ended(&mona, job).await, JobState::Failed { .. }), "another division is not there for her");
    let nowhere = report(&mona, mona.move_users(moving(None)).await).await;
    assert_eq!(nowhere.changed, 0, "what belongs to no division is out of her reach");
    assert_eq!(reasons(&nowhere)["NotPermitted"].0, 1);
    let trail = room.amara.list_audit(ListAuditRequest { page: 1, page_size: 3 }).await.unwrap().items;
    assert!(trail.iter().any(|event| event.event == "not_permitted"), "and that she asked stands in the trail");
    // Without the permission, no job begins.
    room.manager_may(&[Permission::SeePeople]).await;
    for answer in [
        mona.suspend_users(request(everybody(), false)).await,
        mona.reactivate_users(request(everybody(), true)).await,
        mona.move_users(moving(None)).await,
        mona.sign_out_users(request(everybody(), true)).await,
    ] {
        assert_eq!(refused(answer), ErrorCode::NotPermitted);
    }
}

#[tokio::test]
async fn many_move_and_are_signed_out_but_for_those_who_can_not_and_oneself() {
    let room = College::peopled().await;
    let (stef, ines) = (room.at("stef").await, room.at("ines").await);
    let list = these(&room.amara, &["mona", "stef", "ines"]).await;
    let to = |department: Option<&str>| MoveUsersRequest {
        users: request(list.clone(), true),
        department: department.map(str::to_owned),
    };
    let done = report(&room.amara, room.amara.move_users(to(Some("Arts"))).await).await;
    assert_eq!((done.changed, done.unchanged), (2, 1), "Ines is there");
    assert_eq!(user(&room.amara, "stef").await.department.as_deref(), Some("Arts"));
    let done = report(&room.amara, room.amara.move_users(to(None)).await).await;
    let told = [("UserWithoutDepartment".to_owned(), (1, vec!["mona Ember".to_owned()]))];
    assert_eq!((done.changed, reasons(&done)), (2, told.into()), "a manager leads some department");
    let unknown = room.amara.move_users(to(Some("Nowhere"))).await.unwrap();
    assert!(matches!(ended(&room.amara, unknown).await, JobState::Failed { .. }));
    let done = report(&room.amara, room.amara.sign_out_users(request(everybody(), true)).await).await;
    assert_eq!((done.changed, done.unchanged), (2, 1), "Mona is signed in nowhere");
    for seat in [&stef, &ines] {
        assert_eq!(refused(seat.sitting().await), ErrorCode::NotSignedIn);
    }
    room.amara.sitting().await.unwrap();
    let none = room.amara.sign_out_users(request(UserSelectionRequest::These { ids: vec![] }, true)).await.unwrap();
    assert!(matches!(ended(&room.amara, none).await, JobState::Failed { .. }), "nothing ticked is not all");
}

#[tokio::test]
async fn more_than_one_batch_is_done_and_the_trail_has_each_of_them() {
    let room = College::peopled().await;
    room.crowd(1_100, 2).await;
    let looked = report(&room.amara, room.amara.suspend_users(request(everybody(), false)).await).await;
    assert_eq!(looked.changed, 1_103);
    let but = these(&room.amara, &["stef", "person7"]).await;
    let UserSelectionRequest::These { ids: but } = but else { unreachable!() };
    let list = Box::new(ListUsersRequest { search: "person".into(), ..ListUsersRequest::default() });
    let selection = UserSelectionRequest::Matching { list, but };
    let done = report(&room.amara, room.amara.suspend_users(request(selection, true)).await).await;
    assert_eq!((done.changed, done.left), (1_099, 0));
    assert_eq!(states(&room.amara, &["person7", "person8", "stef"]).await[1], UserState::Suspended);
    assert_eq!(user(&room.amara, "person7").await.state, UserState::Active);
    let counters = room.amara.list_users(ListUsersRequest::default()).await.unwrap().counters;
    assert_eq!(counters.suspended, 1_099);
}

#[tokio::test]
async fn of_administrators_one_is_left_also_within_one_batch() {
    let room = College::peopled().await;
    room.crowd(3, 0).await;
    // Mona's role has the same rank and may suspend, but can't assign roles, so she is no administrator.
    let administrators = UserFilter { role: Some("Administrator".into()), ..UserFilter::default() };
    let list = UserSelectionRequest::all_of(ListUsersRequest::with_filter(administrators));
    room.higher_manager(&[Permission::SeePeople, Permission::SuspendPeople]).await;
    let mona = room.at("mona").await;
    let looked = report(&mona, mona.suspend_users(request(list.clone(), false)).await).await;
    let done = report(&mona, mona.suspend_users(request(list, true)).await).await;
    assert_eq!(done.changed, 3);
    assert_eq!(reasons(&done)["LastAdministrator"].0, 1, "{:?}", done.refused);
    assert_eq!((looked.changed, reasons(&looked)), (done.changed, reasons(&done)), "what was shown is done");
}

#[tokio::test]
async fn where_others_match_than_were_shown_nothing_is_done() {
    let room = College::peopled().await;
    let staff = UserFilter { role: Some("Staff".into()), ..UserFilter::default() };
    let list = UserSelectionRequest::all_of(ListUsersRequest::with_filter(staff));
    let shown = report(&room.amara, room.amara.suspend_users(request(list.clone(), false)).await).await;
    assert_eq!(shown.changed, 2);
    room.crowd(1, 2).await;
    let make = || ManyUsersRequest { matched: Some(shown.matched.clone()), ..request(list.clone(), true) };
    match ended(&room.amara, room.amara.suspend_users(make()).await.unwrap()).await {
        JobState::Failed { error } => assert_eq!(error.code, ErrorCode::SelectionChanged),
        other => panic!("{other:?}"),
    }
    assert_eq!(states(&room.amara, &["stef", "ines"]).await, [UserState::Active; 2]);
    // Somebody named twice is one.
    let UserSelectionRequest::These { ids } = these(&room.amara, &["stef"]).await else { panic!("by hand") };
    let twice = UserSelectionRequest::These { ids: [ids.clone(), ids].concat() };
    assert_eq!(report(&room.amara, room.amara.suspend_users(request(twice, true)).await).await.changed, 1);
}

/// Guard: `begin_read` before the loop of `look_at_many`: it waited for the second connection until it was refused.
#[tokio::test]
async fn a_preview_needs_one_reading_connection_so_that_two_previews_never_wait_for_each_other() {
    let room = College::peopled().await;
    let held = room.amara.desk.store().await.unwrap().begin_read().await.unwrap();
    let looked = report(&room.amara, room.amara.sign_out_users(request(everybody(), false)).await).await;
    let refused: u64 = looked.refused.iter().map(|refused| refused.users).sum();
    assert_eq!(refused + looked.unchanged + looked.changed, 4);
    drop(held);
}
