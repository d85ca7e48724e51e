//! The organisation's rules: who may change them, allowed values, and two people who change them at once.
#![allow(clippy::unwrap_used, missing_docs, reason = "a test that cannot go on fails")]

mod support;

use support::{Room, invite, refused};
use vestibule_desk::{DeskError, OrganisationError, Seat};
use vestibule_wire::*;

async fn sets(seat: &Seat) -> usize {
    let trail = seat.list_audit(ListAuditRequest::default()).await.unwrap();
    trail.items.iter().filter(|event| event.event == "policy_set").count()
}

fn one(tx: impl FnOnce(&mut SetPolicyRequest)) -> SetPolicyRequest {
    let mut request = SetPolicyRequest::default();
    tx(&mut request);
    request
}

#[tokio::test]
async fn the_rules_are_set_by_who_looks_after_all_and_hold_from_then_on() {
    let room = Room::founded().await;
    let seat = room.signed_in("amara").await;
    let policy =
        Policy { binding_required: true, max_expiry_days: 30, never_allowed: false, ..seat.policy().await.unwrap() };
    seat.set_policy(policy.into()).await.unwrap();
    assert_eq!(refused(seat.create_invitation(invite("staff")).await), ErrorCode::BindingRequired);
    let never = CreateInvitationRequest {
        expires: ExpiryChoice::Never,
        domain: Some("school.example".into()),
        ..invite("staff")
    };
    assert_eq!(refused(seat.create_invitation(never).await), ErrorCode::ExpiryNeverNotAllowed);
    let backwards = Policy { default_expiry_days: 31, ..policy };
    assert_eq!(refused(seat.set_policy(backwards.into()).await), ErrorCode::NumberOutOfRange);
    assert_eq!(
        room.reopened().await.seat("window").policy().await.map_err(ErrorView::from).unwrap_err().code,
        ErrorCode::NotSignedIn
    );
}

#[tokio::test]
async fn what_is_not_named_stays_as_it_is_whoever_set_it() {
    let room = Room::founded().await;
    let (window, terminal) = (room.signed_in("amara").await, room.signed_in("amara").await);
    let before = window.policy().await.unwrap();
    window.set_policy(one(|set| set.clipboard_seconds = Some(30))).await.unwrap();
    let after = terminal.set_policy(one(|set| set.never_allowed = Some(false))).await.unwrap();
    assert_eq!(after, Policy { clipboard_seconds: 30, never_allowed: false, ..before });
    assert_eq!(window.policy().await.unwrap(), after);
    assert_eq!(sets(&window).await, 2);
}

#[tokio::test]
async fn what_changes_nothing_is_no_event() {
    let room = Room::founded().await;
    let seat = room.signed_in("amara").await;
    let policy = seat.policy().await.unwrap();
    seat.set_policy(policy.into()).await.unwrap();
    seat.set_policy(SetPolicyRequest::default()).await.unwrap();
    assert_eq!(sets(&seat).await, 0);
}

#[tokio::test]
async fn a_save_of_what_is_out_of_date_is_refused_and_changes_nothing() {
    let room = Room::founded().await;
    let (amara, other) = (room.signed_in("amara").await, room.signed_in("amara").await);
    let seen = amara.policy().await.unwrap();
    let set = other.set_policy(one(|set| set.clean_up_days = Some(30))).await.unwrap();
    let stale = SetPolicyRequest { seen: Some(seen), default_expiry_days: Some(14), ..Default::default() };
    assert_eq!(refused(amara.set_policy(stale).await), ErrorCode::PolicyChanged);
    assert_eq!(amara.policy().await.unwrap(), set);
    let fresh = SetPolicyRequest { seen: Some(set), ..stale };
    let last = amara.set_policy(fresh).await.unwrap();
    assert_eq!(last, Policy { default_expiry_days: 14, clean_up_days: 30, ..seen });
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_many_saves_of_the_same_page_one_is_kept() {
    let room = Room::founded().await;
    let seat = room.signed_in("amara").await;
    let seen = Some(seat.policy().await.unwrap());
    let tries: Vec<_> = (1..=12)
        .map(|days| {
            let (seat, set) =
                (seat.clone(), SetPolicyRequest { seen, clean_up_days: Some(days), ..Default::default() });
            tokio::spawn(async move { seat.set_policy(set).await })
        })
        .collect();
    let mut kept = Vec::new();
    for a_try in tries {
        match a_try.await.unwrap() {
            Ok(policy) => kept.push(policy),
            Err(error) => {
                assert!(matches!(error, DeskError::Organisation(OrganisationError::PolicyChanged)), "{error}")
            }
        }
    }
    assert_eq!((kept.len(), sets(&seat).await), (1, 1));
    assert_eq!(seat.policy().await.unwrap(), kept[0]);
}

#[tokio::test]
async fn what_can_not_be_is_refused_with_its_field_and_its_bounds() {
    let room = Room::founded().await;
    let seat = room.signed_in("amara").await;
    let before = seat.policy().await.unwrap();
    let tries: [(&str, &str, &str, SetPolicyRequest); 9] = [
        ("default_expiry_days", "1", "365", one(|set| set.default_expiry_days = Some(0))),
        ("default_expiry_days", "1", "365", one(|set| set.default_expiry_days = Some(366))),
        ("default_expiry_days", "1", "6", one(|set| set.max_expiry_days = Some(6))),
        ("max_expiry_days", "1", "3650", one(|set| set.max_expiry_days = Some(0))),
        ("max_expiry_days", "1", "3650", one(|set| set.max_expiry_days = Some(3_651))),
        ("clipboard_seconds", "5", "600", one(|set| set.clipboard_seconds = Some(4))),
        ("clipboard_seconds", "5", "600", one(|set| set.clipboard_seconds = Some(u32::MAX))),
        ("clean_up_days", "1", "3650", one(|set| set.clean_up_days = Some(0))),
        ("idle_minutes", "1", "1440", one(|set| set.idle_minutes = Some(1_441))),
    ];
    for (field, least, most, request) in tries {
        let error = ErrorView::from(seat.set_policy(request).await.unwrap_err());
        assert_eq!((error.code, error.field.as_deref()), (ErrorCode::NumberOutOfRange, Some(field)));
        assert_eq!((error.values["min"].as_str(), error.values["max"].as_str()), (least, most), "{field}");
    }
    assert_eq!((seat.policy().await.unwrap(), sets(&seat).await), (before, 0));
}

#[tokio::test]
async fn who_does_not_look_after_all_may_read_them_and_every_try_to_set_them_is_noted() {
    let room = Room::founded().await;
    let amara = room.signed_in("amara").await;
    let mona = room.newcomer(&amara, "mona", "manager", Some("Library")).await;
    let stef = room.newcomer(&amara, "stef", "staff", None).await;
    let before = amara.policy().await.unwrap();
    let forged = SetPolicyRequest { seen: Some(before), never_allowed: Some(true), ..Policy::default().into() };
    for (tries, seat) in [(1, &mona), (2, &stef)] {
        assert_eq!(seat.policy().await.unwrap(), before);
        assert_eq!(refused(seat.set_policy(forged).await), ErrorCode::NotPermitted);
        // Without the permission, the refusal does not depend on the values.
        let nonsense = one(|set| set.max_expiry_days = Some(0));
        assert_eq!(refused(seat.set_policy(nonsense).await), ErrorCode::NotPermitted);
        let trail = amara.list_audit(ListAuditRequest::default()).await.unwrap().items;
        let noted = trail
            .iter()
            .filter(|event| event.outcome == "not_permitted" && event.subject.as_deref() == Some("set_policy"));
        assert_eq!(noted.count(), 2 * tries);
    }
    assert_eq!((amara.policy().await.unwrap(), sets(&amara).await), (before, 0));
    amara.lock_session().await.unwrap();
    assert_eq!(refused(amara.set_policy(forged).await), ErrorCode::SessionLocked);
}

#[tokio::test]
async fn a_label_is_set_without_the_note_and_the_note_without_the_label() {
    let room = Room::founded().await;
    let seat = room.signed_in("amara").await;
    let made = seat.create_invitation(CreateInvitationRequest { note: Some("By the lift.".into()), ..invite("staff") });
    let invitation = made.await.unwrap().id;
    let label = Some("Poster".to_owned());
    let labels =
        DescribeInvitationRequest { invitation: invitation.clone(), label, keep_note: true, ..Default::default() };
    let seen = seat.describe_invitation(labels).await.unwrap();
    assert_eq!((seen.label.as_deref(), seen.note.as_deref()), (Some("Poster"), Some("By the lift.")));
    let clears = DescribeInvitationRequest { invitation, keep_label: true, ..Default::default() };
    let seen = seat.describe_invitation(clears).await.unwrap();
    assert_eq!((seen.label.as_deref(), seen.note), (Some("Poster"), None));
}

#[tokio::test]
async fn what_one_has_kept_is_kept_for_nobody_else_and_in_no_plain_file() {
    let room = Room::founded().await;
    let amara = room.signed_in("amara").await;
    let mona = room.newcomer(&amara, "mona", "manager", Some("Library")).await;
    let ask = || PreferenceRequest { name: "views".into() };
    let keep = |value: Option<&str>| SetPreferenceRequest { name: "views".into(), value: value.map(str::to_owned) };
    assert_eq!(amara.preference(ask()).await.unwrap(), None);
    for value in ["first", "q=noor@post.example"] {
        amara.set_preference(keep(Some(value))).await.unwrap();
        assert_eq!(amara.preference(ask()).await.unwrap().as_deref(), Some(value));
    }
    assert_eq!(mona.preference(ask()).await.unwrap(), None);
    room.close().await;
    let plain = std::fs::read(room.data().join("vestibule.db")).unwrap();
    assert!(!plain.windows(16).any(|bytes| bytes == b"noor@post.exampl"), "the file is encrypted");
    assert_eq!(amara.preference(ask()).await.unwrap().as_deref(), Some("q=noor@post.example"));
    amara.set_preference(keep(None)).await.unwrap();
    assert_eq!(amara.preference(ask()).await.unwrap(), None);
}

#[tokio::test]
async fn what_has_no_name_of_ours_or_is_far_too_long_is_not_kept() {
    let room = Room::founded().await;
    let seat = room.signed_in("amara").await;
    for name in ["", "Views", "views ", "other"] {
        let request = SetPreferenceRequest { name: name.into(), value: Some("x".into()) };
        assert_eq!(refused(seat.set_preference(request).await), ErrorCode::FieldNotText, "{name}");
        assert_eq!(refused(seat.preference(PreferenceRequest { name: name.into() }).await), ErrorCode::FieldNotText);
    }
    let long = |bytes| SetPreferenceRequest { name: "views".into(), value: Some("x".repeat(bytes)) };
    seat.set_preference(long(300_000)).await.unwrap();
    assert_eq!(refused(seat.set_preference(long(300_001)).await), ErrorCode::FieldTooLong);
    seat.lock_session().await.unwrap();
    assert_eq!(refused(seat.set_preference(long(1)).await), ErrorCode::SessionLocked);
}
