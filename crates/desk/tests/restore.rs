//! A backup is checked completely before it replaces anything.
#![allow(clippy::unwrap_used, missing_docs, reason = "a test that cannot go on fails")]

mod support;

use support::{Room, invite};
use vestibule_wire::OpenFileRequest;

/// SQLCipher's page size, in bytes.
const PAGE: usize = 4_096;

#[tokio::test]
async fn a_backup_with_any_one_page_damaged_replaces_nothing() {
    let room = Room::founded().await;
    let amara = room.signed_in("amara").await;
    amara.create_invitation(invite("staff")).await.unwrap();
    let backup = room.folder.path().join("backup");
    amara.backup(&backup).await.unwrap();
    let after = amara.create_invitation(invite("staff")).await.unwrap();
    let whole = std::fs::read(&backup).unwrap();
    let pages = whole.len() / PAGE;
    assert!(pages > 20, "{pages}");
    for page in 0..pages {
        let mut damaged = whole.clone();
        damaged[page * PAGE + 100] ^= 1;
        let file = room.folder.path().join("damaged");
        std::fs::write(&file, &damaged).unwrap();
        let done = room.seat().restore(&file, OpenFileRequest::default()).await;
        assert!(done.is_err(), "page {page} of {pages}");
    }
    let id = after.id.clone();
    amara.get_invitation(vestibule_wire::InvitationRequest { invitation: id }).await.unwrap();
    room.seat().restore(&backup, OpenFileRequest::default()).await.unwrap();
}
