//! Time never goes back behind the last event, and a clock far ahead of it is doubted before any operation that can't
//! be undone.
#![allow(clippy::unwrap_used, missing_docs, reason = "a test that cannot go on fails")]

mod support;

use chrono::TimeDelta;
use support::{Room, invite, joining, refused};
use vestibule_wire::*;

async fn trail(seat: &vestibule_desk::Seat) -> Vec<String> {
    let page = seat.list_audit(ListAuditRequest::default()).await.unwrap();
    page.items.into_iter().map(|event| event.event).collect()
}

async fn status(seat: &vestibule_desk::Seat, invitation: &str) -> Status {
    seat.get_invitation(InvitationRequest { invitation: invitation.to_owned() }).await.unwrap().status
}

/// With an expired invitation, and a later sign-in.
async fn with_an_expired_one() -> (Room, String) {
    let room = Room::founded().await;
    let seat = room.signed_in("amara").await;
    let code = seat.create_invitation(invite("staff")).await.unwrap().code.unwrap();
    room.later(TimeDelta::days(8));
    room.signed_in("amara").await;
    room.close().await;
    (room, code)
}

#[tokio::test]
async fn a_clock_set_back_revives_no_expired_code_at_redemption_in_lists_and_after_a_restart() {
    let (room, code) = with_an_expired_one().await;
    room.later(TimeDelta::days(-5));
    for _ in 0..2 {
        let seat = room.reopened().await.seat("window");
        assert_eq!(refused(seat.redeem_invitation(joining(&code, "noor")).await), ErrorCode::InvitationExpired);
        room.sign_in(&seat, "amara").await;
        assert_eq!(status(&seat, &code).await, Status::Expired);
        let filter = ListInvitationsRequest::with_filter(InvitationFilter {
            status: Some(Status::Active),
            ..Default::default()
        });
        assert_eq!(seat.list_invitations(filter).await.unwrap().total, 0);
    }
}

#[tokio::test]
async fn a_clock_set_back_is_recorded_and_shown_until_somebody_who_may_confirms_it() {
    let (room, code) = with_an_expired_one().await;
    room.later(TimeDelta::days(-5));
    let desk = room.reopened().await;
    let seat = desk.seat("window");
    room.sign_in(&seat, "amara").await;
    let doubt = seat.clock().await.unwrap().unwrap();
    assert_eq!((doubt.last - doubt.clock, doubt.ahead), (TimeDelta::days(5), false));
    assert_eq!(trail(&seat).await[..2], ["clock_doubted", "signed_in"]);
    assert!(!seat.doctor().await.ok);
    // No clean-up while the clock is doubted.
    assert_eq!(clean_up(&seat).await, Err(ErrorCode::ClockDoubted));

    seat.confirm_clock().await.unwrap();
    assert_eq!(seat.clock().await.unwrap(), None);
    assert_eq!(status(&seat, &code).await, Status::Active, "that is what time it is, says who may");
    assert_eq!(trail(&seat).await[0], "clock_confirmed");
    assert!(seat.doctor().await.ok);
}

/// Result of cleaning up everything that ended over a day ago.
async fn clean_up(seat: &vestibule_desk::Seat) -> Result<u64, ErrorCode> {
    let started = seat.clean_up(CleanUpRequest { days: Some(1) }).await.map_err(|error| ErrorView::from(error).code)?;
    loop {
        match seat.job(JobRequest { job: started.job.clone() }).await.unwrap().state {
            JobState::Running => tokio::task::yield_now().await,
            JobState::Done { result: JobResult::CleanedUp(view) } => return Ok(view.invitations),
            JobState::Failed { error } => return Err(error.code),
            other => panic!("{other:?}"),
        }
    }
}

#[tokio::test]
async fn a_clock_far_ahead_is_doubted_before_anything_is_cleaned_up_by_it() {
    let (room, code) = with_an_expired_one().await;
    room.later(TimeDelta::days(400));
    let seat = room.reopened().await.seat("window");
    room.sign_in(&seat, "amara").await;
    assert!(seat.clock().await.unwrap().unwrap().ahead, "also after a sign-in at that time");
    assert_eq!(trail(&seat).await[..2], ["clock_doubted", "signed_in"]);
    assert_eq!(clean_up(&seat).await, Err(ErrorCode::ClockDoubted));
    seat.confirm_clock().await.unwrap();
    assert_eq!(clean_up(&seat).await, Ok(1));
    assert_eq!(status(&seat, &code).await, Status::Expired);
}

#[tokio::test]
async fn a_clock_that_was_far_ahead_and_is_put_right_is_confirmed_and_time_goes_on() {
    let (room, _) = with_an_expired_one().await;
    room.later(TimeDelta::days(4000));
    let desk = room.reopened().await;
    room.sign_in(&desk.seat("window"), "amara").await;
    desk.close().await;
    room.later(TimeDelta::days(-4000));
    let seat = room.reopened().await.seat("window");
    room.sign_in(&seat, "amara").await;
    assert!(!seat.clock().await.unwrap().unwrap().ahead);
    seat.confirm_clock().await.unwrap();
    let made = seat.create_invitation(invite("staff")).await.unwrap();
    room.seat().redeem_invitation(joining(made.code.as_deref().unwrap(), "noor")).await.unwrap();
    assert_eq!(seat.clock().await.unwrap(), None);
}

#[tokio::test]
async fn a_summer_is_no_doubt_and_only_who_looks_after_everything_confirms_a_clock() {
    let (room, _) = with_an_expired_one().await;
    room.later(TimeDelta::days(45));
    let seat = room.reopened().await.seat("window");
    room.sign_in(&seat, "amara").await;
    assert_eq!(seat.clock().await.unwrap(), None);
    let manager = room.newcomer(&seat, "priya", "manager", Some("Library")).await;
    assert_eq!(refused(manager.confirm_clock().await), ErrorCode::NotPermitted);
}

#[tokio::test]
async fn while_time_stands_still_waits_end_and_rest_locks() {
    let (room, _) = with_an_expired_one().await;
    room.later(TimeDelta::days(-5));
    let seat = room.reopened().await.seat("window");
    let wrong = || SignInRequest { username: "amara".into(), password: Secret::new("not-the-one-at-all"), keep: false };
    for _ in 0..5 {
        assert_eq!(refused(seat.sign_in(wrong()).await), ErrorCode::SignInRefused);
    }
    assert_eq!(refused(seat.sign_in(wrong()).await), ErrorCode::TooManyTries);
    room.later(TimeDelta::seconds(6));
    room.sign_in(&seat, "amara").await;
    room.later(TimeDelta::minutes(16));
    assert_eq!(refused(seat.list_invitations(ListInvitationsRequest::default()).await), ErrorCode::SessionLocked);
}
