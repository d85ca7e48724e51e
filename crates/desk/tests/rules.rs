//! Rules that hold for every caller, across processes and repetitions.
#![allow(clippy::unwrap_used, missing_docs, reason = "a test that cannot go on fails")]

mod support;

use chrono::TimeDelta;
use support::{Room, invite, joining, refused};
use vestibule_wire::{
    CreateInvitationRequest, CreateManyRequest, ErrorCode, ExpiryChoice, ImportRequest, InvitationFilter,
    InvitationRequest, JobRequest, JobState, ListAuditRequest, ListInvitationsRequest, PreviewJoinRequest, Secret,
    SetPolicyRequest,
};

#[tokio::test]
async fn incident_12_a_rule_set_by_one_process_holds_at_the_door_of_another() {
    let room = Room::founded().await;
    let amara = room.signed_in("amara").await;
    let code = amara.create_invitation(invite("staff")).await.unwrap().code.unwrap();
    // Previewed under the old rules; the password_min shown then must not matter.
    let early = room.reopened().await.seat("window");
    assert_eq!(early.preview_join(PreviewJoinRequest { code: code.clone() }).await.unwrap().password_min, 10);
    amara.set_policy(SetPolicyRequest { password_min: Some(30), ..Default::default() }).await.unwrap();
    let fresh = room.reopened().await.seat("cli");
    for seat in [&early, &fresh] {
        assert_eq!(refused(seat.redeem_invitation(joining(&code, "noor")).await), ErrorCode::PasswordTooShort);
    }
    assert_eq!(fresh.preview_join(PreviewJoinRequest { code: code.clone() }).await.unwrap().password_min, 30);
    let mut form = joining(&code, "noor");
    form.password = Secret::new("sunlit-harbour-42-otter-and-heron");
    fresh.redeem_invitation(form).await.unwrap();
}

#[tokio::test]
async fn a_session_rests_by_the_rules_that_another_process_set() {
    let room = Room::founded().await;
    let window = room.signed_in("amara").await;
    let other = room.reopened().await.seat("cli");
    room.sign_in(&other, "amara").await;
    other.set_policy(SetPolicyRequest { idle_minutes: Some(2), ..Default::default() }).await.unwrap();
    room.later(TimeDelta::minutes(3));
    assert_eq!(refused(window.create_invitation(invite("staff")).await), ErrorCode::SessionLocked);
    assert_eq!(refused(window.list_invitations(ListInvitationsRequest::default()).await), ErrorCode::SessionLocked);
}

#[tokio::test]
async fn whoever_names_a_department_beyond_their_reach_stands_in_the_trail_and_whoever_mistypes_does_not() {
    let room = Room::founded().await;
    let amara = room.signed_in("amara").await;
    let mona = room.newcomer(&amara, "mona", "manager", Some("Library")).await;
    let noted = async || {
        let trail = amara.list_audit(ListAuditRequest::default()).await.unwrap().items;
        let mut refused: Vec<String> = trail
            .into_iter()
            .filter(|event| event.outcome == "not_permitted")
            .filter_map(|event| event.subject)
            .collect();
        refused.sort();
        refused
    };
    let beyond = CreateInvitationRequest { department: Some("Music".into()), ..invite("staff") };
    assert_eq!(refused(mona.create_invitation(invite("nobody")).await), ErrorCode::RoleUnknown);
    assert!(noted().await.is_empty());
    assert_eq!(refused(mona.create_invitation(beyond.clone()).await), ErrorCode::DepartmentNotAllowed);
    assert_eq!(noted().await, ["create_invitation"]);
    let many = CreateManyRequest { each: beyond, count: 2, named: false };
    assert_eq!(refused(mona.create_many(many).await), ErrorCode::NotPermitted, "a manager makes no many");
    assert_eq!(noted().await, ["create_invitation", "create_many"]);
}

#[tokio::test]
async fn a_dead_code_is_slowed_down_and_its_repeats_are_counted_and_not_told() {
    let room = Room::founded().await;
    let amara = room.signed_in("amara").await;
    let expires = ExpiryChoice::Hours { hours: 1 };
    let made = amara.create_invitation(CreateInvitationRequest { expires, ..invite("staff") }).await.unwrap();
    let (code, id) = (made.code.unwrap(), made.id);
    room.later(TimeDelta::hours(2));
    let tx = async || refused(room.seat().preview_join(PreviewJoinRequest { code: code.clone() }).await);
    let mut answers = Vec::new();
    for _ in 0..60 {
        answers.push(tx().await);
    }
    assert_eq!(answers[..50], [ErrorCode::InvitationExpired; 50]);
    assert_eq!(answers[50..], [ErrorCode::TooManyTries; 10]);
    assert_eq!(refused(room.seat().redeem_invitation(joining(&code, "noor")).await), ErrorCode::TooManyTries);
    let told = async || {
        let amara = room.signed_in("amara").await;
        let trail = amara.list_audit(ListAuditRequest { page: 1, page_size: 500 }).await.unwrap();
        let such = trail.items.into_iter().filter(|event| event.event == "redemption_refused");
        such.filter_map(|event| event.subject).collect::<Vec<_>>()
    };
    assert_eq!(told().await, [format!("{id} (expired)")]);
    // Other invitations are not throttled.
    let other = room.signed_in("amara").await.create_invitation(invite("staff")).await.unwrap().code.unwrap();
    room.seat().preview_join(PreviewJoinRequest { code: other }).await.unwrap();
    room.later(TimeDelta::hours(2));
    assert_eq!(tx().await, ErrorCode::InvitationExpired);
    assert_eq!(told().await, [format!("{id} (expired, 49 more before)"), format!("{id} (expired)")]);
    let history = room.signed_in("amara").await.invitation_history(InvitationRequest { invitation: id }).await.unwrap();
    assert_eq!(history.total, 3, "made, and refused twice");
}

#[tokio::test]
async fn a_job_is_seen_and_cancelled_by_who_began_it_from_wherever_they_sit_and_by_nobody_else() {
    let room = Room::founded().await;
    let amara = room.signed_in("amara").await;
    room.newcomer(&amara, "stef", "staff", None).await;
    let seat = room.signed_in("amara").await;
    let job = seat.create_many(CreateManyRequest { each: invite("staff"), count: 3, named: false }).await.unwrap().job;
    let ask = || JobRequest { job: job.clone() };
    room.signed_in("amara").await.job(ask()).await.expect("another seat");
    room.sign_in(&seat, "stef").await;
    assert_eq!(refused(seat.job(ask()).await), ErrorCode::JobUnknown, "another person");
    assert_eq!(refused(seat.cancel_job(ask()).await), ErrorCode::JobUnknown);
    room.sign_in(&seat, "amara").await;
    seat.job(ask()).await.unwrap();
}

#[tokio::test]
#[cfg(unix)]
async fn a_job_goes_on_in_nobody_else_s_name() {
    let room = Room::founded().await;
    let amara = room.signed_in("amara").await;
    room.newcomer(&amara, "stef", "staff", None).await;
    let seat = room.signed_in("amara").await;
    // A pipe, so that the sheet arrives only after somebody else has signed in.
    let pipe = room.folder.path().join("people.csv");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let zone: vestibule_desk::LocalTime = std::sync::Arc::new(|local| Some(local.and_utc()));
    let request = ImportRequest { each: invite("staff"), ..Default::default() };
    let source = vestibule_desk::ImportSource::File(pipe.clone());
    let job = seat.import(source, request, zone, false).await.unwrap().job;
    room.sign_in(&seat, "stef").await;
    tokio::task::spawn_blocking(move || std::fs::write(pipe, "email\nines@post.example\n").unwrap()).await.unwrap();
    // The account that began it can see the result, at the same seat.
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    room.sign_in(&seat, "amara").await;
    let ended = loop {
        match seat.job(JobRequest { job: job.clone() }).await.unwrap().state {
            JobState::Running => tokio::time::sleep(std::time::Duration::from_millis(5)).await,
            state => break state,
        }
    };
    assert_eq!(ended, JobState::Cancelled);
    assert_eq!(seat.list_invitations(ListInvitationsRequest::default()).await.unwrap().total, 1, "only stef's own");
    let trail = seat.list_audit(ListAuditRequest { page: 1, page_size: 500 }).await.unwrap();
    assert!(trail.items.iter().all(|event| event.outcome != "not_permitted"), "stef has asked for nothing");
}

#[tokio::test]
async fn creator_answers_a_manager_the_same_for_every_name_out_of_reach() {
    let room = Room::founded().await;
    let amara = room.signed_in("amara").await;
    room.newcomer(&amara, "mona", "manager", Some("Library")).await;
    let olga = room.newcomer(&room.signed_in("amara").await, "olga", "manager", Some("Office")).await;
    olga.create_invitation(invite("staff")).await.unwrap();
    let mona = room.signed_in("mona").await;
    mona.create_invitation(invite("staff")).await.unwrap();
    let list = async |creator: &str| {
        let request = ListInvitationsRequest::with_filter(InvitationFilter {
            creator: Some(creator.into()),
            ..Default::default()
        });
        let page = mona.list_invitations(request).await.unwrap();
        (page.total, page.items.len())
    };
    for name in ["olga", "nobody", "no such name", ""] {
        assert_eq!(list(name).await, (0, 0), "{name}");
    }
    assert_eq!(list("mona").await, (1, 1));
    let amara = room.signed_in("amara").await;
    let unknown =
        ListInvitationsRequest::with_filter(InvitationFilter { creator: Some("nobody".into()), ..Default::default() });
    assert_eq!(refused(amara.list_invitations(unknown).await), ErrorCode::CreatorUnknown, "who sees all is told");
}
