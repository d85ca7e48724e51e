//! Sessions and one's own account: where somebody is signed in, ending sessions from elsewhere or by a new password,
//! and changes of one's own profile.
#![allow(clippy::unwrap_used, missing_docs, reason = "a test that cannot go on fails")]

mod support;

use support::{PASSWORD, Room, refused};
use vestibule_desk::Seat;
use vestibule_wire::*;

const NEW_PASSWORD: &str = "quiet-meadow-17-heron";

fn asking(user: &str) -> UserRequest {
    UserRequest { user: user.into(), quiet: false }
}

async fn sessions(by: &Seat, user: &str) -> Vec<UserSessionView> {
    by.get_user(asking(user)).await.unwrap().sessions
}

async fn still_works(seat: &Seat) -> bool {
    match seat.get_user(asking("noor")).await {
        Ok(_) => true,
        Err(error) => {
            assert_eq!(ErrorView::from(error).code, ErrorCode::NotSignedIn);
            false
        }
    }
}

fn state(user: &str) -> UserStateRequest {
    UserStateRequest { user: user.into(), password: None }
}

/// Amara, and Noor, who is signed in at two windows.
async fn two_windows() -> (Room, Seat, Seat, Seat) {
    let room = Room::founded().await;
    let amara = room.signed_in("amara").await;
    let first = room.newcomer(&amara, "noor", "Staff", Some("Library")).await;
    let second = room.signed_in("noor").await;
    (room, amara, first, second)
}

#[tokio::test]
async fn suspending_somebody_ends_every_session_of_theirs_and_no_other() {
    let (room, amara, first, second) = two_windows().await;
    assert!(still_works(&first).await && still_works(&second).await);
    assert_eq!(sessions(&amara, "noor").await.len(), 2);
    amara.suspend_user(state("noor")).await.unwrap();
    assert!(!still_works(&first).await && !still_works(&second).await);
    assert_eq!(first.app_state().await.stage, StageView::SignIn);
    assert_eq!(sessions(&amara, "noor").await, []);
    amara.reactivate_user(state("noor")).await.unwrap();
    assert!(!still_works(&first).await, "what has ended does not come back");
    assert!(still_works(&room.signed_in("noor").await).await);
}

#[tokio::test]
async fn one_session_is_ended_from_elsewhere_and_everybody_ends_their_own() {
    let (_room, amara, first, second) = two_windows().await;
    let mine = sessions(&first, "noor").await;
    assert_eq!(mine.iter().filter(|session| session.current).count(), 1);
    let other = mine.iter().find(|session| !session.current).unwrap();
    let end = |session: Option<String>| EndSessionsRequest { user: "noor".into(), session };
    let ended = first.end_sessions(end(Some(other.id.clone()))).await.unwrap();
    assert_eq!(ended.ended, 1);
    assert!(still_works(&first).await && !still_works(&second).await);
    assert_eq!(refused(first.end_sessions(end(Some(other.id.clone()))).await), ErrorCode::SessionUnknown);
    assert_eq!(refused(first.end_sessions(end(Some("no id".into()))).await), ErrorCode::SessionUnknown);
    assert_eq!(first.end_sessions(end(None)).await.unwrap().ended, 0, "not the one that asks");
    // Noor is Staff: she can't end other people's sessions, and Amara is not found for her.
    let of_amara = EndSessionsRequest { user: "amara".into(), session: None };
    assert_eq!(refused(first.end_sessions(of_amara).await), ErrorCode::PersonUnknown);
    assert_eq!(amara.end_sessions(end(None)).await.unwrap().ended, 1);
    assert!(!still_works(&first).await);
}

#[tokio::test]
async fn a_new_password_ends_the_other_sessions_and_needs_the_one_before() {
    let (room, _amara, first, second) = two_windows().await;
    let tx = |current: &str, password: &str| ChangePasswordRequest {
        current: Secret::new(current),
        password: Secret::new(password),
    };
    assert_eq!(refused(first.change_password(tx("not the password", NEW_PASSWORD)).await), ErrorCode::SignInRefused);
    assert_eq!(refused(first.change_password(tx(PASSWORD, "short")).await), ErrorCode::PasswordTooShort);
    assert!(still_works(&second).await, "nothing has changed");
    room.later(chrono::TimeDelta::seconds(60));
    assert_eq!(first.change_password(tx(PASSWORD, NEW_PASSWORD)).await.unwrap().ended, 1);
    assert!(still_works(&first).await && !still_works(&second).await);
    let sign_in =
        |password: &str| SignInRequest { username: "noor".into(), password: Secret::new(password), keep: false };
    assert_eq!(refused(second.sign_in(sign_in(PASSWORD)).await), ErrorCode::SignInRefused);
    room.later(chrono::TimeDelta::seconds(60));
    second.sign_in(sign_in(NEW_PASSWORD)).await.unwrap();
}

#[tokio::test]
async fn who_asks_for_other_people_s_addresses_is_slowed_down_and_stands_in_the_trail() {
    let (room, amara, noor, _second) = two_windows().await;
    let ask = |email: &str| ChangeProfileRequest {
        name: "Noor Haddad".into(),
        email: email.into(),
        password: Some(Secret::new(PASSWORD)),
    };
    let taken = amara.get_user(asking("amara")).await.unwrap().user.email;
    let mut answers = Vec::new();
    for _ in 0..22 {
        answers.push(refused(noor.change_profile(ask(&taken)).await));
    }
    assert_eq!(answers[..20], [ErrorCode::EmailTaken; 20]);
    assert_eq!(answers[20..], [ErrorCode::TooManyTries; 2]);
    assert_eq!(refused(noor.change_profile(ask("free@other.example")).await), ErrorCode::TooManyTries);
    let told = async || {
        let trail = amara.list_audit(ListAuditRequest::default()).await.unwrap().items;
        let such = trail.into_iter().filter(|event| event.event == "profile_refused");
        such.map(|event| event.subject.unwrap_or_default()).collect::<Vec<_>>()
    };
    assert_eq!(told().await, ["noor (email_taken)"]);
    room.later(chrono::TimeDelta::minutes(61));
    let noor = room.signed_in("noor").await;
    let amara = room.signed_in("amara").await;
    assert_eq!(refused(noor.change_profile(ask(&taken)).await), ErrorCode::EmailTaken);
    let trail = amara.list_audit(ListAuditRequest::default()).await.unwrap().items;
    let last = trail.into_iter().find(|event| event.event == "profile_refused").unwrap();
    assert_eq!(last.subject.as_deref(), Some("noor (email_taken, 19 more before)"));
    assert_eq!(noor.change_profile(ask("free@other.example")).await.unwrap().email, "free@other.example");
}

#[tokio::test]
async fn wrong_passwords_at_the_door_keep_nobody_from_confirming_and_those_within_slow_down_their_session_alone() {
    let room = Room::founded().await;
    let amara = room.signed_in("amara").await;
    let door = async |password: &str| {
        let request = SignInRequest { username: "amara".into(), password: Secret::new(password), keep: false };
        room.reopened().await.seat("cli").sign_in(request).await
    };
    let proof = |password: &str| ShowRecoveryKeyRequest { password: Secret::new(password) };
    for _ in 0..5 {
        assert_eq!(refused(door("not the password").await), ErrorCode::SignInRefused);
    }
    assert_eq!(refused(door(PASSWORD).await), ErrorCode::TooManyTries);
    amara.show_recovery_key(proof(PASSWORD)).await.unwrap();
    amara.lock_session().await.unwrap();
    amara.unlock_session(UnlockRequest { password: Secret::new(PASSWORD) }).await.unwrap();
    assert_eq!(refused(door(PASSWORD).await), ErrorCode::TooManyTries, "a proof forgives nothing at the door");

    room.later(chrono::TimeDelta::minutes(1));
    for _ in 0..5 {
        assert_eq!(refused(amara.show_recovery_key(proof("not the password")).await), ErrorCode::SignInRefused);
    }
    assert_eq!(refused(amara.show_recovery_key(proof(PASSWORD)).await), ErrorCode::TooManyTries);
    let other = room.signed_in("amara").await;
    other.show_recovery_key(proof(PASSWORD)).await.unwrap();
}

#[tokio::test]
async fn a_profile_changes_by_its_owner_and_another_address_takes_the_password() {
    let (room, amara, noor, _second) = two_windows().await;
    let tx = |name: &str, email: &str, password: Option<&str>| ChangeProfileRequest {
        name: name.into(),
        email: email.into(),
        password: password.map(Secret::new),
    };
    let before = noor.get_user(asking("noor")).await.unwrap().user;
    let renamed = noor.change_profile(tx("Noor El-Amin", &before.email, None)).await.unwrap();
    assert_eq!((renamed.name.as_str(), &renamed.email), ("Noor El-Amin", &before.email));
    let elsewhere = "noor@other.example";
    assert_eq!(refused(noor.change_profile(tx("Noor", elsewhere, None)).await), ErrorCode::PasswordNeeded);
    assert_eq!(
        refused(noor.change_profile(tx("Noor", elsewhere, Some("not the password"))).await),
        ErrorCode::SignInRefused
    );
    room.later(chrono::TimeDelta::seconds(60));
    let taken = amara.get_user(asking("amara")).await.unwrap().user.email;
    assert_eq!(refused(noor.change_profile(tx("Noor", &taken, Some(PASSWORD))).await), ErrorCode::EmailTaken);
    assert_eq!(refused(noor.change_profile(tx(" ", elsewhere, Some(PASSWORD))).await), ErrorCode::FieldRequired);
    let moved = noor.change_profile(tx("Noor", elsewhere, Some(PASSWORD))).await.unwrap();
    assert_eq!(moved.email, elsewhere);
    let found =
        amara.list_users(ListUsersRequest { search: "OTHER.example".into(), ..Default::default() }).await.unwrap();
    assert_eq!(found.items.iter().map(|user| user.username.as_str()).collect::<Vec<_>>(), ["noor"]);
}

#[tokio::test]
async fn what_is_offered_for_somebody_is_what_the_rules_let_the_asker_do() {
    let (_room, amara, noor, _second) = two_windows().await;
    let details = amara.get_user(asking("noor")).await.unwrap();
    let roles: Vec<(&str, bool)> =
        details.roles.iter().map(|one| (one.role.name.as_str(), one.needs_password)).collect();
    assert_eq!(roles, [("Administrator", true), ("Manager", false)]);
    let may = details.user.may;
    assert!(may.assign_role && may.change_department && may.suspend && may.reset_password && may.erase);
    assert!(may.end_sessions && !may.reactivate);
    let own = noor.get_user(asking("noor")).await.unwrap();
    assert_eq!(own.user.may, UserActionsView { end_sessions: true, ..UserActionsView::default() });
    assert_eq!(own.roles, []);
    let herself = amara.get_user(asking("amara")).await.unwrap().user.may;
    assert!(!herself.suspend && !herself.erase && !herself.reset_password);
}

#[tokio::test]
async fn a_reset_code_is_good_only_as_long_as_its_issuer_may_make_it() {
    let (room, amara, _first, _second) = two_windows().await;
    let ben = room.newcomer(&amara, "ben", "Staff", Some("Library")).await;
    let proved = |user: &str, role: &str| AssignRoleRequest {
        user: user.into(),
        role: role.into(),
        password: Some(Secret::new(PASSWORD)),
    };
    amara.assign_role(proved("ben", "Administrator")).await.unwrap();
    let reset = |by: Seat| async move {
        by.reset_password(ResetPasswordRequest { username: "noor".into() }).await.unwrap().code
    };
    let set = |code: String| SetPasswordRequest { username: "noor".into(), code, password: Secret::new(NEW_PASSWORD) };
    // The issuer is suspended.
    let code = reset(ben.clone()).await;
    let suspend = UserStateRequest { user: "ben".into(), password: Some(Secret::new(PASSWORD)) };
    amara.suspend_user(suspend.clone()).await.unwrap();
    assert_eq!(refused(room.seat().set_password(set(code)).await), ErrorCode::PasswordCodeRefused);
    amara.reactivate_user(suspend).await.unwrap();
    // The person gets a higher rank.
    let ben = room.signed_in("ben").await;
    let code = reset(ben).await;
    amara.assign_role(proved("noor", "Administrator")).await.unwrap();
    assert_eq!(refused(room.seat().set_password(set(code)).await), ErrorCode::PasswordCodeRefused);
    amara.assign_role(proved("noor", "Staff")).await.unwrap();
    room.later(chrono::TimeDelta::minutes(10));
    let code = reset(room.signed_in("amara").await).await;
    room.seat().set_password(set(code)).await.unwrap();
}

#[tokio::test]
async fn a_reset_code_is_copied_by_who_made_it_while_it_is_good_and_nothing_else_is() {
    let (room, amara, first, _second) = two_windows().await;
    let copying = |code: &str| CopyPasswordCodeRequest { username: "noor".into(), code: Secret::new(code) };
    let reset = ResetPasswordRequest { username: "noor".into() };
    let code = amara.reset_password(reset.clone()).await.unwrap().code;
    assert_eq!(amara.copy_password_code(copying(&code)).await.unwrap(), Secret::new(code.clone()));
    for text in ["a text of the page", "", &support::unknown_code(7)] {
        assert!(amara.copy_password_code(copying(text)).await.is_err(), "{text}");
    }
    let another = CopyPasswordCodeRequest { username: "amara".into(), ..copying(&code) };
    assert_eq!(refused(amara.copy_password_code(another).await), ErrorCode::PasswordCodeRefused, "of nobody else");
    assert_eq!(refused(first.copy_password_code(copying(&code)).await), ErrorCode::NotPermitted);
    // A later code replaces it, and it expires after a day.
    let later = amara.reset_password(reset).await.unwrap().code;
    assert_eq!(refused(amara.copy_password_code(copying(&code)).await), ErrorCode::PasswordCodeRefused);
    room.later(chrono::TimeDelta::hours(25));
    let amara = room.signed_in("amara").await;
    assert_eq!(refused(amara.copy_password_code(copying(&later)).await), ErrorCode::PasswordCodeRefused);
}

#[tokio::test]
async fn signing_in_over_somebody_ends_their_session() {
    let (_room, amara, first, _second) = two_windows().await;
    let before = sessions(&amara, "noor").await.len();
    let request = SignInRequest { username: "amara".into(), password: Secret::new(PASSWORD), keep: false };
    first.sign_in(request).await.unwrap();
    assert_eq!(sessions(&amara, "noor").await.len(), before - 1);
    // A proof by the previous person does not count for the one signed in now.
    let tx = ChangePasswordRequest { current: Secret::new("not the password"), password: Secret::new(NEW_PASSWORD) };
    assert_eq!(refused(first.change_password(tx).await), ErrorCode::SignInRefused);
}

#[tokio::test]
async fn whoever_is_out_of_sight_leaves_no_trace_when_asked_for() {
    let (_room, amara, noor, _second) = two_windows().await;
    let refusals = async || {
        let details = amara.get_user(asking("noor")).await.unwrap();
        details.activity.iter().filter(|event| event.event == "not_permitted").count()
    };
    for user in ["amara", "nobody"] {
        let end = EndSessionsRequest { user: user.into(), session: None };
        assert_eq!(refused(noor.end_sessions(end).await), ErrorCode::PersonUnknown);
    }
    assert_eq!(refusals().await, 0, "one name is told from the other by nothing");
}
