//! Closing the file notes the end of the trail in the keychain, so that an older file in its place is detected.
#![allow(clippy::unwrap_used, missing_docs, reason = "a test that cannot go on fails")]

mod support;

use support::{Room, invite};
use vestibule_wire::VerifyAuditRequest;

#[tokio::test]
async fn an_older_file_that_was_put_back_is_seen_by_the_keychain_s_note() {
    let room = Room::founded().await;
    let file = room.data().join("vestibule.db");
    let noted = async || {
        let seat = room.reopened().await.seat("window");
        seat.open_file(vestibule_wire::OpenFileRequest::default()).await.unwrap();
        let verified = seat.verify_audit(VerifyAuditRequest::default()).await.unwrap();
        (verified.complete, verified.holds_noted)
    };
    room.signed_in("amara").await;
    room.close().await;
    let older = std::fs::read(&file).unwrap();
    assert_eq!(noted().await, (true, Some(true)));

    let desk = room.reopened().await;
    let seat = desk.seat("window");
    room.sign_in(&seat, "amara").await;
    seat.create_invitation(invite("staff")).await.unwrap();
    desk.close().await;
    assert_eq!(noted().await, (true, Some(true)), "it goes on from there");

    for end in ["-wal", "-shm"] {
        let _ = std::fs::remove_file(room.data().join(format!("vestibule.db{end}")));
    }
    std::fs::write(&file, older).unwrap();
    assert_eq!(noted().await, (false, Some(false)), "whole by itself, and not what it was");
}
