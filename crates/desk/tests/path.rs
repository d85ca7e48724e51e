//! The main path from end to end on a real file: set up, sign in, invite, join, list.
#![allow(clippy::unwrap_used, missing_docs, reason = "a test that cannot go on fails")]

mod support;

use support::{Room, invite, joining, refused};
use vestibule_wire::{
    CopyInvitationRequest, CopyWhat, ErrorCode, InvitationOptionsView, InvitationRequest, ListAuditRequest,
    ListInvitationsRequest, PreviewJoinRequest, RevokeInvitationRequest, Secret, SignInRequest, StageView, Status,
    VerifyAuditRequest,
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
        .copy_invitation(CopyInvitationRequest { invitation: made.id.clone(), what: CopyWhat::Code, words: None })
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
    assert!(seat.verify_audit(VerifyAuditRequest::default()).await.unwrap().complete);
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
    // Neither a restart nor a right code resets the throttle.
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
    for name in ["amara", "nobody-here", "amara@fernhill.example", "nobody@fernhill.example"] {
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
async fn somebody_signs_in_by_their_address_in_any_case_and_by_nobody_else_s() {
    let room = Room::founded().await;
    let by =
        |name: &str| SignInRequest { username: name.into(), password: Secret::new(support::PASSWORD), keep: false };
    let session = room.seat().sign_in(by(" Amara@Fernhill.Example ")).await.unwrap();
    assert_eq!(session.username, "amara");
    room.newcomer(&room.signed_in("amara").await, "noor", "staff", None).await;
    assert_eq!(room.seat().sign_in(by("noor@post.example")).await.unwrap().username, "noor");
    for name in ["amara@post.example", "@", "amara@", "@fernhill.example", "amara@fernhill.example\u{1}00"] {
        assert_eq!(refused(room.seat().sign_in(by(name)).await), ErrorCode::SignInRefused, "{name}");
    }
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
    // Not kept: the sign-in ends with the process.
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
    // Reading the screen sends no commands; the window reports activity.
    seat.stay_awake().await.unwrap();
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

#[tokio::test]
async fn closing_a_locked_window_does_not_open_it() {
    let room = Room::founded().await;
    let seat = room.seat();
    let request = SignInRequest { username: "amara".into(), password: Secret::new(support::PASSWORD), keep: true };
    seat.sign_in(request).await.unwrap();
    seat.lock_session().await.unwrap();
    let again = room.reopened().await.seat("window");
    assert_eq!(again.app_state().await.stage, StageView::Locked);
    assert_eq!(refused(again.list_invitations(ListInvitationsRequest::default()).await), ErrorCode::SessionLocked);
    let password = vestibule_wire::UnlockRequest { password: Secret::new(support::PASSWORD) };
    again.unlock_session(password).await.unwrap();
    assert_eq!(room.reopened().await.seat("window").app_state().await.stage, StageView::Desk);
}

#[tokio::test]
async fn a_holder_of_a_code_can_not_try_addresses_without_end() {
    let room = Room::founded().await;
    let seat = room.signed_in("amara").await;
    let bound = vestibule_wire::CreateInvitationRequest { email: Some("noor@post.example".into()), ..invite("staff") };
    let code = seat.create_invitation(bound).await.unwrap().code.unwrap();
    for turn in 0..20 {
        let told = refused(seat.redeem_invitation(joining(&code, &format!("guess{turn}"))).await);
        assert_eq!(told, ErrorCode::InvitationWrongEmail);
    }
    assert_eq!(refused(seat.redeem_invitation(joining(&code, "noor")).await), ErrorCode::TooManyTries);
    room.later(chrono::TimeDelta::seconds(3));
    seat.redeem_invitation(joining(&code, "noor")).await.unwrap();
}

#[tokio::test]
async fn the_recovery_key_opens_the_file_and_leaves_another_organisations_key_alone() {
    let room = Room::empty();
    let lines = room.found(&room.seat()).await;
    room.close().await;
    let other = Room::founded().await;
    // Another organisation's key file is put beside the data file.
    let described = std::fs::read(other.data().join("vestibule.json")).unwrap();
    std::fs::write(room.data().join("vestibule.json"), described).unwrap();
    let seat = room.reopened().await.seat("window");
    assert_ne!(seat.app_state().await.stage, StageView::SignIn);
    let mut wrong = lines.clone();
    wrong[2] = wrong[2].replace(|c: char| c == wrong[2].chars().next().unwrap(), "Z");
    let typed = |lines: &[String]| vestibule_wire::OpenFileRequest {
        recovery_key: Some(Secret::new(lines.join("\n"))),
        ..Default::default()
    };
    if wrong != lines {
        assert_eq!(refused(seat.open_file(typed(&wrong)).await), ErrorCode::RecoveryKeyMistyped);
    }
    seat.open_file(typed(&lines)).await.unwrap();
    assert_eq!(seat.app_state().await.stage, StageView::SignIn);
    assert_eq!(room.reopened().await.seat("window").app_state().await.stage, StageView::SignIn);
    other.close().await;
    assert_eq!(other.reopened().await.seat("window").app_state().await.stage, StageView::SignIn);
}

#[tokio::test]
async fn without_a_keychain_a_guessable_passphrase_is_refused_before_anything_is_made() {
    let room = Room::empty();
    for (passphrase, code) in [("aaaaaaaaaaaa", ErrorCode::PasswordTooWeak), ("short", ErrorCode::PassphraseRequired)] {
        let request = vestibule_wire::CreateOrganisationRequest {
            passphrase: Some(Secret::new(passphrase)),
            ..support::first_start()
        };
        assert_eq!(refused(room.seat().create_organisation(request).await), code);
        assert!(!room.data().exists());
    }
    let request = vestibule_wire::CreateOrganisationRequest {
        passphrase: Some(Secret::new("seven herons over a quiet lake")),
        ..support::first_start()
    };
    room.seat().create_organisation(request).await.unwrap();
    let seat = room.reopened().await.seat("window");
    assert!(matches!(seat.app_state().await.stage, StageView::FileLocked { lock } if lock.passphrase));
    let open = |passphrase: &str| vestibule_wire::OpenFileRequest {
        passphrase: Some(Secret::new(passphrase)),
        ..Default::default()
    };
    assert_eq!(refused(seat.open_file(open("seven herons over a quiet lak")).await), ErrorCode::FileWrongPassphrase);
    seat.open_file(open("seven herons over a quiet lake")).await.unwrap();
}

#[tokio::test]
async fn who_sees_all_is_offered_those_who_invite_and_a_manager_is_offered_nobody() {
    let room = Room::founded().await;
    let amara = room.signed_in("amara").await;
    let mona = room.newcomer(&amara, "mona", "manager", Some("Library")).await;
    room.newcomer(&amara, "noor", "staff", None).await;
    let names =
        |options: InvitationOptionsView| options.creators.into_iter().map(|person| person.username).collect::<Vec<_>>();
    let mut offered = names(amara.invitation_options().await.unwrap());
    offered.sort();
    assert_eq!(offered, ["amara", "mona"], "staff invite nobody");
    assert!(names(mona.invitation_options().await.unwrap()).is_empty());
}
