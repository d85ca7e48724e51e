//! The sample data: realistic people, created by ordinary events.
#![allow(clippy::unwrap_used, missing_docs, reason = "a test that cannot go on fails")]

mod support;

use support::Room;
use vestibule_wire::{ListUsersRequest, UserFilter, UserState, VerifyAuditRequest};

#[tokio::test]
async fn people_of_the_sample_have_groups_sub_departments_and_sign_ins_and_some_are_suspended() {
    let room = Room::empty();
    let desk = room.reopened().await;
    desk.fill_with_sample(400).await.unwrap();
    let seat = desk.seat("window");
    room.sign_in(&seat, "amara").await;
    let list = async |filter| {
        let request = ListUsersRequest { page_size: 500, ..ListUsersRequest::with_filter(filter) };
        seat.list_users(request).await.unwrap()
    };
    let all = list(UserFilter::default()).await;
    let count = |such: &dyn Fn(&vestibule_wire::UserView) -> bool| all.items.iter().filter(|user| such(user)).count();
    assert!(count(&|user| user.state == UserState::Suspended) > 3, "some are suspended");
    assert!(count(&|user| user.department.as_deref().is_some_and(|path| path.contains('/'))) > 20, "some stand deeper");
    assert!(count(&|user| !user.groups.is_empty()) > 20, "some are in groups");
    let signed_in = count(&|user| user.last_sign_in_at.is_some());
    assert!(signed_in > all.items.len() / 2 && signed_in < all.items.len(), "most have signed in: {signed_in}");
    let at = all.at;
    let is_possible = |user: &vestibule_wire::UserView| {
        user.last_sign_in_at.is_none_or(|signed_in| user.created_at <= signed_in && signed_in <= at)
    };
    assert_eq!(count(&|user| !is_possible(user)), 0, "nobody signed in before they joined, or tomorrow");
    let choir = UserFilter { group: Some("Choir".into()), department: Some("Library".into()), ..UserFilter::default() };
    assert!(list(choir).await.total < all.total);
    let verified = seat.verify_audit(VerifyAuditRequest::default()).await.unwrap();
    assert!(verified.complete, "{verified:?}");
}
