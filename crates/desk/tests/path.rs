//! The main job from end to end on a real file: set up, sign in, invite, join, see who came.

mod support;

use support::{Room, invite, joining, refused};
use vestibule_wire::{
    CopyInvitationRequest, CopyWhat, ErrorCode, InvitationRequest, ListAuditRequest, ListInvitationsRequest,
    PreviewJoinRequest, RevokeInvitationRequest, Secret, SignInRequest, StageView, Status,
};

#[tokio::test]
async fn from_an_empty_folder_to_the_first_newcomer() {
    let room = Room::empty();
    let seat = room.seat();
    assert_eq!(seat.app_state().await.stage, StageView::FirstStart);
    room.found(&seat).await;
    assert_eq!(seat.app_state().await.stage, StageView::SignIn);
    room.sign_in(&seat, "amara").await;
    assert_eq!(seat.app_state().await.stage, StageView::Desk);

    let made = seat.create_invitation(invite("staff")).await.unwrap();
    assert_eq!(made.status, Status::Active);
    let code = made.code.clone().unwrap();
    let copied = seat
        .copy_invitation(CopyInvitationRequest { invitation: made.id.clone(), what: CopyWhat::Code })
        .await
        .unwrap();
    assert_eq!(copied, Secret::new(code.clone()));

    let lobby = room.seat();
    let shown = lobby.preview_join(PreviewJoinRequest { code: code.to_lowercase() }).await.unwrap();
    assert_eq!((shown.organisation.as_str(), shown.role.as_str()), ("Fernhill College", "Staff"));
    let mut form = joining(&code, "noor");
    form.version = Some(shown.version);
    lobby.redeem_invitation(form).await.unwrap();

    let seen = seat.get_invitation(InvitationRequest { invitation: code.clone() }).await.unwrap();
    assert_eq!((seen.status, seen.uses), (Status::Used, 1));
    assert_eq!(seen.used_by[0].person.username, "noor");
    room.sign_in(&lobby, "noor").await;
    let trail = seat.list_audit(ListAuditRequest::default()).await.unwrap();
    assert!(trail.items.iter().any(|event| event.event == "invitation_redeemed"));
    assert!(!format!("{trail:?}").contains(&code), "a code must never stand in the trail");
    assert!(seat.verify_audit().await.unwrap().complete);
    assert!(seat.doctor().await.ok);
}

#[tokio::test]
async fn a_revoked_code_lets_nobody_in_and_its_holder_is_told_why() {
    let room = Room::founded().await;
    let seat = room.signed_in("amara").await;
    let made = seat.create_invitation(invite("staff")).await.unwrap();
    let code = made.code.unwrap();
    let shown = seat.preview_join(PreviewJoinRequest { code: code.clone() }).await.unwrap();
    let gone = seat
        .revoke_invitation(RevokeInvitationRequest {
            invitation: made.id.clone(),
            reason: Some("Sent to the wrong person".into()),
        })
        .await
        .unwrap();
    assert_eq!(gone.status, Status::Revoked);
    let mut form = joining(&code, "noor");
    form.version = Some(shown.version);
    assert_eq!(refused(room.seat().redeem_invitation(form).await), ErrorCode::InvitationRevoked);
    assert_eq!(refused(room.seat().preview_join(PreviewJoinRequest { code }).await), ErrorCode::InvitationRevoked);
    let again = RevokeInvitationRequest { invitation: made.id, reason: None };
    assert_eq!(refused(seat.revoke_invitation(again).await), ErrorCode::InvitationNotActive);
}

#[tokio::test]
async fn a_failed_form_uses_nothing_up() {
    let room = Room::founded().await;
    let seat = room.signed_in("amara").await;
    let mut bound = invite("staff");
    bound.email = Some("noor@post.example".into());
    let code = seat.create_invitation(bound).await.unwrap().code.unwrap();
    for _ in 0..3 {
        let mut weak = joining(&code, "noor");
        weak.password = Secret::new("password1234");
        assert_eq!(refused(seat.redeem_invitation(weak).await), ErrorCode::PasswordTooWeak);
        let mut other = joining(&code, "liam");
        other.email = "liam@post.example".into();
        assert_eq!(refused(seat.redeem_invitation(other).await), ErrorCode::InvitationWrongEmail);
        let mut taken = joining(&code, "amara");
        taken.email = "noor@post.example".into();
        assert_eq!(refused(seat.redeem_invitation(taken).await), ErrorCode::UsernameTaken);
        seat.preview_join(PreviewJoinRequest { code: code.clone() }).await.unwrap();
    }
    let seen = seat.get_invitation(InvitationRequest { invitation: code.clone() }).await.unwrap();
    assert_eq!((seen.status, seen.uses), (Status::Active, 0));
    seat.redeem_invitation(joining(&code, "noor")).await.unwrap();
}

#[tokio::test]
async fn what_changed_since_it_was_shown_is_shown_again_first() {
    let room = Room::founded().await;
    let seat = room.signed_in("amara").await;
    let one = seat.create_invitation(invite("staff")).await.unwrap().code.unwrap();
    let other = seat.create_invitation(invite("staff")).await.unwrap().code.unwrap();
    let shown = seat.preview_join(PreviewJoinRequest { code: one }).await.unwrap();
    let mut form = joining(&other, "noor");
    form.version = Some(shown.version);
    assert_eq!(refused(seat.redeem_invitation(form).await), ErrorCode::InvitationChanged);
}

#[tokio::test]
async fn unknown_codes_get_one_answer_and_slow_down_while_typing_mistakes_do_not() {
    let room = Room::founded().await;
    let seat = room.seat();
    for _ in 0..40 {
        assert_eq!(
            refused(seat.preview_join(PreviewJoinRequest { code: "K7QF-2M9X-4TZC-8WHN".into() }).await),
            ErrorCode::CodeMistyped
        );
    }
    let mut answers = Vec::new();
    for seed in 0..12u8 {
        let code = support::unknown_code(seed);
        answers.push(refused(seat.preview_join(PreviewJoinRequest { code }).await));
    }
    assert!(answers[..10].iter().all(|code| *code == ErrorCode::CodeRefused), "{answers:?}");
    assert_eq!(answers[11], ErrorCode::TooManyTries);
    // Another start of the program does not forget it, and neither does a right code of one's own.
    let again = room.reopened().await.seat("window");
    assert_eq!(
        refused(again.preview_join(PreviewJoinRequest { code: support::unknown_code(99) }).await),
        ErrorCode::TooManyTries
    );
    room.later(chrono::TimeDelta::seconds(30));
    assert_eq!(
        refused(again.preview_join(PreviewJoinRequest { code: support::unknown_code(99) }).await),
        ErrorCode::CodeRefused
    );
}

#[tokio::test]
async fn wrong_passwords_and_unknown_names_get_one_answer_and_slow_down_across_restarts() {
    let room = Room::founded().await;
    let seat = room.seat();
    let attempt =
        |name: &str| SignInRequest { username: name.into(), password: Secret::new("not the password"), keep: false };
    for name in ["amara", "nobody-here"] {
        for _ in 0..5 {
            assert_eq!(refused(seat.sign_in(attempt(name)).await), ErrorCode::SignInRefused, "{name}");
        }
        assert_eq!(refused(seat.sign_in(attempt(name)).await), ErrorCode::TooManyTries, "{name}");
    }
    let again = room.reopened().await.seat("window");
    let right = SignInRequest { username: "amara".into(), password: Secret::new(support::PASSWORD), keep: false };
    assert_eq!(refused(again.sign_in(right.clone()).await), ErrorCode::TooManyTries);
    room.later(chrono::TimeDelta::seconds(6));
    again.sign_in(right).await.unwrap();
}

#[tokio::test]
async fn a_kept_sign_in_comes_back_until_it_is_signed_out() {
    let room = Room::founded().await;
    let seat = room.seat();
    seat.sign_in(SignInRequest { username: "amara".into(), password: Secret::new(support::PASSWORD), keep: true })
        .await
        .unwrap();
    let again = room.reopened().await.seat("window");
    assert_eq!(again.app_state().await.stage, StageView::Desk);
    again.sign_out().await.unwrap();
    assert_eq!(room.reopened().await.seat("window").app_state().await.stage, StageView::SignIn);
    // Not kept: gone with the process.
    let seat = room.signed_in("amara").await;
    assert_eq!(seat.app_state().await.stage, StageView::Desk);
    assert_eq!(room.reopened().await.seat("window").app_state().await.stage, StageView::SignIn);
}

#[tokio::test]
async fn a_session_locks_after_rest_and_a_timer_does_not_keep_it_awake() {
    let room = Room::founded().await;
    let seat = room.signed_in("amara").await;
    room.later(chrono::TimeDelta::minutes(10));
    seat.list_invitations(ListInvitationsRequest::default()).await.unwrap();
    room.later(chrono::TimeDelta::minutes(10));
    seat.list_invitations(ListInvitationsRequest { quiet: true, ..Default::default() }).await.unwrap();
    room.later(chrono::TimeDelta::minutes(6));
    let quiet = ListInvitationsRequest { quiet: true, ..Default::default() };
    assert_eq!(refused(seat.list_invitations(quiet).await), ErrorCode::SessionLocked);
    assert_eq!(seat.app_state().await.stage, StageView::Locked);
    let wrong = vestibule_wire::UnlockRequest { password: Secret::new("not the password") };
    assert_eq!(refused(seat.unlock_session(wrong).await), ErrorCode::SignInRefused);
    seat.unlock_session(vestibule_wire::UnlockRequest { password: Secret::new(support::PASSWORD) }).await.unwrap();
    assert_eq!(seat.app_state().await.stage, StageView::Desk);
}

#[tokio::test]
async fn right_passwords_at_once_all_pass_and_wrong_ones_at_once_are_counted_one_by_one() {
    let room = Room::founded().await;
    let attempt = |password: &str| {
        let request = SignInRequest { username: "amara".into(), password: Secret::new(password), keep: false };
        let seat = room.seat();
        tokio::spawn(async move { seat.sign_in(request).await.map(drop) })
    };
    for passing in (0..12).map(|_| attempt(support::PASSWORD)).collect::<Vec<_>>() {
        passing.await.unwrap().unwrap();
    }
    let mut answers = Vec::new();
    for failing in (0..12).map(|_| attempt("not the password")).collect::<Vec<_>>() {
        answers.push(refused(failing.await.unwrap()));
    }
    let told = |code| answers.iter().filter(|answer| **answer == code).count();
    assert_eq!((told(ErrorCode::SignInRefused), told(ErrorCode::TooManyTries)), (5, 7));
}
