//! The recovery key shown again: only to an administrator who enters their password.
#![allow(clippy::unwrap_used, missing_docs, reason = "a test that cannot go on fails")]

mod support;

use support::{PASSWORD, Room, refused};
use vestibule_desk::Seat;
use vestibule_wire::{ErrorCode, ListAuditRequest, Secret, ShowRecoveryKeyRequest};

fn by(password: &str) -> ShowRecoveryKeyRequest {
    ShowRecoveryKeyRequest { password: Secret::new(password) }
}

/// The accounts that saw it, according to the trail.
async fn seen(seat: &Seat) -> Vec<String> {
    let trail = seat.list_audit(ListAuditRequest { page: 1, page_size: 500 }).await.unwrap();
    let such = trail.items.into_iter().filter(|one| one.event == "recovery_key_shown");
    such.map(|one| one.actor.unwrap().username).collect()
}

#[tokio::test]
async fn it_is_shown_again_for_an_administrator_s_password_and_never_without() {
    let room = Room::empty();
    let key = room.found(&room.seat()).await;
    let amara = room.seat();
    assert_eq!(refused(amara.show_recovery_key(by(PASSWORD)).await), ErrorCode::NotSignedIn);
    room.sign_in(&amara, "amara").await;
    assert_eq!(amara.show_recovery_key(by(PASSWORD)).await.unwrap().lines, key);
    assert_eq!(refused(amara.show_recovery_key(by("")).await), ErrorCode::SignInRefused);
    for (who, role) in [("mona", "Manager"), ("stef", "Staff")] {
        let seat = room.newcomer(&amara, who, role, Some("Library")).await;
        assert_eq!(refused(seat.show_recovery_key(by(PASSWORD)).await), ErrorCode::NotPermitted, "{who}");
    }
    assert_eq!(seen(&amara).await, ["amara"]);
    amara.lock_session().await.unwrap();
    assert_eq!(refused(amara.show_recovery_key(by(PASSWORD)).await), ErrorCode::SessionLocked);

    // After a restart, the key comes from the keychain.
    room.close().await;
    let later = room.reopened().await.seat("window");
    room.sign_in(&later, "amara").await;
    assert_eq!(later.show_recovery_key(by(PASSWORD)).await.unwrap().lines, key);
}

#[tokio::test]
async fn whoever_finds_an_open_window_guesses_no_password_by_asking_for_it() {
    let room = Room::founded().await;
    let amara = room.signed_in("amara").await;
    let mut answers = Vec::new();
    for _ in 0..8 {
        answers.push(refused(amara.show_recovery_key(by("not-the-password-at-all")).await));
    }
    assert_eq!(answers[0], ErrorCode::SignInRefused);
    assert_eq!(answers[7], ErrorCode::TooManyTries, "{answers:?}");
    // The right password must wait as well, and is answered like a wrong one.
    assert_eq!(refused(amara.show_recovery_key(by(PASSWORD)).await), ErrorCode::TooManyTries);
    assert_eq!(seen(&amara).await, [""; 0]);
}
